import { BlockStack, DescriptionList, Text } from '@shopify/polaris';

import type { StaffCancellationView } from '../../contract/staff/staff-view.ts';
import { DateTime } from '../words/date-time.tsx';

interface Props {
  readonly view: StaffCancellationView;
}

/** Who wanted a cancellation and why, what it takes off the order, what comes back, and what was written. */
export function CancellationFacts({ view }: Props) {
  return <DescriptionList gap="tight" items={factsOf(view)} />;
}

const TELLERS: Readonly<Record<StaffCancellationView['teller'], string>> = {
  unorder: 'Email from Unorder',
  shopify: 'Shopify’s own email',
  nobody: 'Not notified',
};

function factsOf(view: StaffCancellationView) {
  return [
    {
      term: view.isOutside ? 'Cancelled' : 'Requested',
      description: (
        <>
          {view.requestedBy}, <DateTime at={view.requestedAt} />
        </>
      ),
    },
    ...optional('Reason', view.reason),
    ...optional('Customer’s comment', view.customerComment),
    { term: 'What', description: <Items view={view} /> },
    { term: 'Refund', description: <Amounts view={view} /> },
    ...optional('How it was settled', view.proofOfPayment),
    ...(view.isOutside
      ? []
      : [
          { term: 'Notification', description: TELLERS[view.teller] },
          ...optional('Note to the customer', view.noteToCustomer),
          ...optional('Internal note', view.internalNote),
          {
            term: 'Policy',
            description:
              view.policyVersion === 0 ? 'Default policy' : `Version ${view.policyVersion}`,
          },
        ]),
  ];
}

const optional = (term: string, description: string | null) =>
  description === null || description === '' ? [] : [{ term, description }];

/** A part of an order by its items; of a whole one only where they go. */
function Items({ view: { scope, lines } }: Props) {
  const leaving = lines.filter((line) => line.quantity > 0);
  return (
    <BlockStack gap="050">
      {scope === 'order' && <Text as="p">The whole order</Text>}
      {leaving.map(({ title, quantity, restock }, index) => (
        <Text
          as="p"
          key={index}
          breakWord
          {...(scope === 'order' ? { variant: 'bodySm', tone: 'subdued' } : {})}
        >
          {restock === '' ? `${quantity} × ${title}` : `${quantity} × ${title}: ${restock}`}
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
