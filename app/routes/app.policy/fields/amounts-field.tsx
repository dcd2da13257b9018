import {
  BlockStack,
  Button,
  Combobox,
  Icon,
  InlineError,
  InlineStack,
  Listbox,
  Text,
} from '@shopify/polaris';
import { DeleteIcon, SearchIcon } from '@shopify/polaris-icons';
import { useMemo, useState } from 'react';

import { useMessages } from '../../../components/messages/messages.tsx';
import { currencyName } from '../../../presentation/text/names.ts';
import { isCurrencyCode } from '../../../domain/money.ts';
import type { AmountsByCurrency } from '../../../domain/policy/document/policy.ts';
import { fieldId } from '../draft/fault-places.ts';
import { useFault, useShop } from './form-context.ts';
import { PolicyTextField } from './text-field.tsx';

interface Props {
  readonly path: string;
  readonly label: string;
  readonly value: AmountsByCurrency;
  readonly onChange: (value: AmountsByCurrency) => void;
  /** Said where an order's currency has no amount. */
  readonly otherwise: string;
}

/** One amount a currency. Nothing is converted, so a currency that matters is named. */
export function AmountsField({ path, label, value, onChange, otherwise }: Props) {
  const { t, locale } = useMessages();
  const fault = useFault(path);
  const codes = Object.keys(value);
  return (
    <BlockStack gap="200">
      <Text as="p">{label}</Text>
      {codes.map((code) => (
        <InlineStack key={code} gap="200" wrap={false} blockAlign="start">
          <div style={{ flex: '0 1 16rem' }}>
            <PolicyTextField
              path={`${path}.${code}`}
              label={t('policy.amounts.in', { label, currency: currencyName(code, locale) })}
              labelHidden
              prefix={code}
              inputMode="decimal"
              value={value[code] ?? ''}
              onChange={(amount) => onChange({ ...value, [code]: amount })}
            />
          </div>
          <Button
            variant="tertiary"
            icon={DeleteIcon}
            accessibilityLabel={t('policy.amounts.remove', {
              currency: currencyName(code, locale),
              label,
            })}
            onClick={() => onChange(without(value, code))}
          />
        </InlineStack>
      ))}
      {codes.length === 0 && fault !== undefined && (
        <InlineError message={fault} fieldID={fieldId(path)} />
      )}
      <AddCurrency
        label={label}
        taken={codes}
        onAdd={(code) => onChange({ ...value, [code]: '' })}
      />
      <Text as="p" variant="bodySm" tone="subdued">
        {otherwise}
      </Text>
    </BlockStack>
  );
}

/** The currencies of the world that this app can count in. */
const ALL_CURRENCIES = Intl.supportedValuesOf('currency').filter(isCurrencyCode);
const MOST_SHOWN = 8;

interface AddCurrencyProps {
  readonly label: string;
  readonly taken: readonly string[];
  readonly onAdd: (code: string) => void;
}

function AddCurrency({ label, taken, onAdd }: AddCurrencyProps) {
  const { t, locale } = useMessages();
  const { currencyCode } = useShop();
  const [choosing, setChoosing] = useState(false);
  const [typed, setTyped] = useState('');
  const offered = useMemo(() => {
    const wanted = typed.trim().toLowerCase();
    const ordered = [currencyCode, ...ALL_CURRENCIES.filter((code) => code !== currencyCode)];
    return ordered
      .filter((code) => !taken.includes(code))
      .filter((code) => `${code} ${currencyName(code, locale)}`.toLowerCase().includes(wanted))
      .slice(0, MOST_SHOWN);
  }, [typed, taken, currencyCode, locale]);

  if (!choosing) {
    const first = !taken.includes(currencyCode);
    return (
      <InlineStack>
        <Button
          variant="plain"
          accessibilityLabel={
            first
              ? t('policy.amounts.addLabel', { currency: currencyCode, label })
              : t('policy.amounts.addCurrencyLabel', { label })
          }
          onClick={() => (first ? onAdd(currencyCode) : setChoosing(true))}
        >
          {first
            ? t('policy.amounts.add', { currency: currencyCode })
            : t('policy.amounts.addCurrency')}
        </Button>
      </InlineStack>
    );
  }
  return (
    <div style={{ maxWidth: '18rem' }}>
      <Combobox
        activator={
          <Combobox.TextField
            label={t('policy.amounts.currencyToAdd', { label })}
            labelHidden
            prefix={<Icon source={SearchIcon} />}
            placeholder={t('policy.amounts.currency')}
            value={typed}
            onChange={setTyped}
            autoComplete="off"
            autoFocus
          />
        }
      >
        <Listbox
          onSelect={(code) => {
            onAdd(code);
            setChoosing(false);
            setTyped('');
          }}
        >
          {offered.map((code) => (
            <Listbox.Option key={code} value={code}>
              {t('policy.amounts.option', { code, name: currencyName(code, locale) })}
            </Listbox.Option>
          ))}
        </Listbox>
      </Combobox>
    </div>
  );
}

const without = (amounts: AmountsByCurrency, code: string): AmountsByCurrency =>
  Object.fromEntries(Object.entries(amounts).filter(([known]) => known !== code));
