import { BlockStack, Button, ChoiceList, InlineStack, TextField } from '@shopify/polaris';
import { useState } from 'react';

import type { ListFilter } from '../../components/list/list-filters.tsx';
import { useMessages } from '../../components/messages/messages.tsx';
import {
  CANCELLATIONS,
  type CancellationFilter,
  DATE_SPANS,
  type DateSpan,
  FULFILLMENTS,
  type FulfillmentFilter,
  type OrderFilter,
  PAYMENTS,
  type PaymentFilter,
  type RiskFilter,
} from '../../application/order/order-search.ts';
import type { OrdersPageView } from '../../contract/list/order-list-view.ts';
import { ORDER_STATES } from '../../domain/order/order-state.ts';
import { notationOf, readNumber, writtenIn } from '../../domain/text/written-number.ts';
import type { Messages } from '../../messages/message-types.ts';

const RISK_CHOICES: readonly RiskFilter[] = ['high', 'medium', 'low', 'none', 'pending'];
const keysOf = <Key extends string>(of: Readonly<Record<Key, unknown>>) =>
  Object.keys(of) as Key[] as readonly Key[];

/** All that the list of orders can be filtered by, in the reader's words. */
export function orderFiltersIn(
  { t, locale }: Messages<'staff'>,
  { locations, countries, tags }: OrdersPageView['choices'],
): readonly ListFilter<OrderFilter>[] {
  const asThemselves = (values: readonly string[]) =>
    values.map((value) => ({ value, label: value }));
  return [
    {
      name: 'status',
      label: t('orders.column.status'),
      choices: ORDER_STATES.map((value) => ({ value, label: t(`orderState.${value}`) })),
    },
    {
      name: 'payment',
      label: t('orders.column.payment'),
      choices: keysOf<PaymentFilter>(PAYMENTS).map((value) => ({
        value,
        label: t(`orders.filter.payment.${value}`),
      })),
    },
    {
      name: 'fulfillment',
      label: t('orders.column.fulfillment'),
      choices: keysOf<FulfillmentFilter>(FULFILLMENTS).map((value) => ({
        value,
        label: t(`orders.filter.fulfillment.${value}`),
      })),
    },
    {
      name: 'cancellation',
      label: t('orders.column.cancellation'),
      choices: keysOf<CancellationFilter>(CANCELLATIONS).map((value) => ({
        value,
        label: t(`orders.filter.cancellation.${value}`),
      })),
    },
    {
      name: 'date',
      label: t('orders.filter.date'),
      choices: keysOf<DateSpan>(DATE_SPANS).map((value) => ({
        value,
        label: t(`orders.filter.spans.${value}`),
      })),
      field: (value, filterBy) => <DateField {...{ value, filterBy }} />,
      wordsOf: (value) => rangeWords(value, t, ['since', 'until']),
    },
    {
      name: 'amount',
      label: t('orders.filter.amount'),
      isPinned: false,
      choices: [],
      field: (value, filterBy) => <AmountField {...{ value, filterBy }} />,
      wordsOf: (value) =>
        rangeWords(
          value
            .split('~')
            .map((amount) => (amount === '' ? '' : writtenIn(locale, Number(amount), 2)))
            .join('~'),
          t,
          ['atLeast', 'atMost'],
        ),
    },
    {
      name: 'risk',
      label: t('orders.filter.risk'),
      isPinned: false,
      choices: RISK_CHOICES.map((value) => ({ value, label: t(`orders.filter.risks.${value}`) })),
    },
    {
      name: 'location',
      label: t('orders.filter.location'),
      isPinned: false,
      choices: asThemselves(locations),
    },
    {
      name: 'country',
      label: t('orders.filter.country'),
      isPinned: false,
      choices: countries.map(({ code, name }) => ({ value: code, label: name })),
    },
    {
      name: 'tag',
      label: t('orders.filter.tag'),
      isPinned: false,
      choices: asThemselves(tags),
      field: (value, filterBy) => <TagField {...{ value, filterBy, tags }} />,
    },
  ];
}

function rangeWords(
  value: string,
  t: Messages<'staff'>['t'],
  [lower, upper]: readonly ['since', 'until'] | readonly ['atLeast', 'atMost'],
): string {
  const [from = '', to = ''] = value.split('~');
  if (to === '') return t(`orders.filter.${lower}`, { from });
  if (from === '') return t(`orders.filter.${upper}`, { to });
  return t('orders.filter.between', { from, to });
}

interface FieldProps {
  readonly value: string | undefined;
  readonly filterBy: (value: string | null) => void;
}

function DateField({ value, filterBy }: FieldProps) {
  const { t } = useMessages();
  const spans = keysOf<DateSpan>(DATE_SPANS);
  const isOwn = value?.includes('~') ?? false;
  const [showsDays, setShowsDays] = useState(isOwn);
  const [[from, to], setDays] = useState(isOwn ? bothOf(value) : ['', '']);
  const isReversed = from !== '' && to !== '' && to < from;
  return (
    <BlockStack gap="300">
      <ChoiceList
        title={t('orders.filter.date')}
        titleHidden
        choices={[
          ...spans.map((span) => ({ value: span, label: t(`orders.filter.spans.${span}`) })),
          { value: 'own', label: t('orders.filter.spans.own') },
        ]}
        selected={showsDays ? ['own'] : value === undefined ? [] : [value]}
        onChange={([chosen]) => {
          setShowsDays(chosen === 'own');
          if (chosen !== undefined && chosen !== 'own') filterBy(chosen);
        }}
      />
      {showsDays && (
        <>
          <InlineStack gap="200" wrap={false}>
            <TextField
              type="date"
              label={t('orders.filter.from')}
              value={from}
              onChange={(day) => setDays([day, to])}
              autoComplete="off"
            />
            <TextField
              type="date"
              label={t('orders.filter.to')}
              value={to}
              onChange={(day) => setDays([from, day])}
              autoComplete="off"
              {...(isReversed ? { error: t('orders.filter.dateOrder') } : {})}
            />
          </InlineStack>
          <Apply
            isDisabled={isReversed || (from === '' && to === '')}
            onApply={() => filterBy(`${from}~${to}`)}
          />
        </>
      )}
    </BlockStack>
  );
}

function AmountField({ value, filterBy }: FieldProps) {
  const { t, locale } = useMessages();
  const written = bothOf(value).map((amount) =>
    amount === '' ? '' : writtenIn(locale, Number(amount), 2),
  );
  const [[from = '', to = ''], setAmounts] = useState<readonly string[]>(written);
  const read = (text: string): string | null => {
    if (text.trim() === '') return '';
    const amount = readNumber(text, notationOf(locale), 3, []);
    return amount.ok && /^\d{1,12}(?:\.\d{1,3})?$/.test(amount.decimal) ? amount.decimal : null;
  };
  const [least, most] = [read(from), read(to)];
  const malformed = t('orders.filter.amountMalformed', { example: writtenIn(locale, 19.9, 2) });
  const isReversed = Boolean(least) && Boolean(most) && Number(most) < Number(least);
  const fault = most === null ? malformed : isReversed ? t('orders.filter.amountOrder') : null;
  return (
    <BlockStack gap="300">
      <InlineStack gap="200" wrap={false}>
        <TextField
          label={t('orders.filter.from')}
          value={from}
          onChange={(text) => setAmounts([text, to])}
          inputMode="decimal"
          autoComplete="off"
          helpText={t('orders.filter.amountHelp')}
          {...(least === null ? { error: malformed } : {})}
        />
        <TextField
          label={t('orders.filter.to')}
          value={to}
          onChange={(text) => setAmounts([from, text])}
          inputMode="decimal"
          autoComplete="off"
          {...(fault === null ? {} : { error: fault })}
        />
      </InlineStack>
      <Apply
        isDisabled={least === null || fault !== null || (least === '' && most === '')}
        onApply={() => filterBy(`${least}~${most}`)}
      />
    </BlockStack>
  );
}

/** More tags than a list has room for can be typed. */
function TagField({ value, filterBy, tags }: FieldProps & { readonly tags: readonly string[] }) {
  const { t } = useMessages();
  const [typed, setTyped] = useState(value ?? '');
  return (
    <BlockStack gap="300">
      <ChoiceList
        title={t('orders.filter.tag')}
        titleHidden
        choices={tags.slice(0, SHOWN_TAGS).map((tag) => ({ value: tag, label: tag }))}
        selected={value === undefined ? [] : [value]}
        onChange={([tag]) => filterBy(tag ?? null)}
      />
      {tags.length > SHOWN_TAGS && (
        <>
          <TextField
            label={t('orders.filter.tag')}
            labelHidden
            value={typed}
            onChange={setTyped}
            maxLength={255}
            autoComplete="off"
          />
          <Apply isDisabled={typed.trim() === ''} onApply={() => filterBy(typed.trim())} />
        </>
      )}
    </BlockStack>
  );
}

const SHOWN_TAGS = 12;

function Apply({
  isDisabled,
  onApply,
}: {
  readonly isDisabled: boolean;
  readonly onApply: () => void;
}) {
  const { t } = useMessages();
  return (
    <InlineStack>
      <Button disabled={isDisabled} onClick={onApply}>
        {t('orders.filter.apply')}
      </Button>
    </InlineStack>
  );
}

const bothOf = (value: string | undefined): readonly [string, string] => {
  const [from = '', to = ''] = (value ?? '').split('~');
  return [from, to];
};
