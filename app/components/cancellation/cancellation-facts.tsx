import { BlockStack, DescriptionList, Text } from '@shopify/polaris';

import { type StaffMessages, useMessages } from '../messages/messages.tsx';
import type { StaffCancellationView } from '../../contract/staff/staff-cancellation-view.ts';
import { DateTime } from '../words/date-time.tsx';

interface Props {
  readonly view: StaffCancellationView;
}

/** Who wanted a cancellation and why, what it takes off the order, what comes back, and what was written. */
export function CancellationFacts({ view }: Props) {
  const messages = useMessages();
  return <DescriptionList gap="tight" items={factsOf(view, messages)} />;
}

function factsOf(view: StaffCancellationView, { t, rich }: StaffMessages) {
  return [
    {
      term: t(view.isOutside ? 'cancellation.facts.cancelled' : 'cancellation.facts.requested'),
      description: rich('cancellation.facts.byAt', {
        who: view.requestedBy,
        when: <DateTime at={view.requestedAt} />,
      }),
    },
    ...optional(t('cancellation.facts.reason'), view.reason),
    ...optional(t('cancellation.facts.comment'), view.customerComment),
    { term: t('cancellation.facts.what'), description: <Items view={view} /> },
    { term: t('cancellation.facts.refund'), description: <Amounts view={view} /> },
    ...optional(t('cancellation.settled.label'), view.proofOfPayment),
    ...(view.isOutside
      ? []
      : [
          {
            term: t('cancellation.facts.notification'),
            description: t(`cancellation.facts.teller.${view.teller}`),
          },
          ...optional(t('cancellation.facts.noteToCustomer'), view.noteToCustomer),
          ...optional(t('cancellation.facts.internalNote'), view.internalNote),
          {
            term: t('cancellation.facts.policy'),
            description:
              view.policyVersion === 0
                ? t('cancellation.facts.defaultPolicy')
                : t('cancellation.facts.version', { version: view.policyVersion }),
          },
        ]),
  ];
}

const optional = (term: string, description: string | null) =>
  description === null || description === '' ? [] : [{ term, description }];

/** A part of an order by its items; of a whole one only where they go. */
function Items({ view: { scope, lines } }: Props) {
  const { t } = useMessages();
  const leaving = lines.filter((line) => line.quantity > 0);
  return (
    <BlockStack gap="050">
      {scope === 'order' && <Text as="p">{t('wholeOrder')}</Text>}
      {leaving.map(({ title, quantity, restock }, index) => (
        <Text
          as="p"
          key={index}
          breakWord
          {...(scope === 'order' ? { variant: 'bodySm', tone: 'subdued' } : {})}
        >
          {restock === ''
            ? t('units', { quantity, title })
            : t('cancellation.facts.line', { quantity, title, restock })}
        </Text>
      ))}
    </BlockStack>
  );
}

/** The sum, and the way to it where it is more than one step. */
function Amounts({ view: { amount, breakdown } }: Props) {
  return (
    <BlockStack gap="050">
      <Text as="p" fontWeight="semibold" numeric>
        {amount}
      </Text>
      {breakdown.length > 1 && (
        <Text as="p" variant="bodySm" tone="subdued" numeric>
          {breakdown.map((row) => `${row.label} ${row.amount}`).join(' · ')}
        </Text>
      )}
    </BlockStack>
  );
}
