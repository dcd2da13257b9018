import { BlockStack, Button, Card, List, Text } from '@shopify/polaris';

import type { StaffCancelOffer } from '../../contract/staff/staff-view.ts';
import { type CancelOffer, isAnything } from './cancel-popup/cancel-form.ts';

interface Props {
  readonly offer: StaffCancelOffer;
  readonly onCancel: () => void;
}

/** Whether the order can be cancelled now and what that would give back, or why it cannot. */
export function OfferCard({ offer, onCancel }: Props) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {titleOf(offer)}
        </Text>
        {offer.available ? (
          <>
            <Facts facts={factsOf(offer)} />
            <Button variant="primary" tone="critical" onClick={onCancel} fullWidth>
              {offer.quote.selection.kind === 'order' ? 'Cancel order' : 'Cancel items'}
            </Button>
          </>
        ) : (
          offer.refusals.map((refusal) => (
            <Text as="p" key={refusal.code}>
              {refusal.message}
            </Text>
          ))
        )}
      </BlockStack>
    </Card>
  );
}

/** One sentence is no list. */
function Facts({ facts }: { readonly facts: readonly string[] }) {
  if (facts.length === 1) return <Text as="p">{facts[0]}</Text>;
  return (
    <List>
      {facts.map((fact) => (
        <List.Item key={fact}>{fact}</List.Item>
      ))}
    </List>
  );
}

function titleOf(offer: StaffCancelOffer): string {
  if (!offer.available) return 'This order cannot be cancelled now';
  return offer.quote.selection.kind === 'order' ? 'Cancel this order' : 'Cancel what was not sent';
}

function factsOf({ quote, againstRefund, currencyCode }: CancelOffer): readonly string[] {
  const { maximum, maximumFormatted, releases, pending } = quote;
  const facts = [
    ...(againstRefund.length === 0 && isAnything(maximum, currencyCode)
      ? [`Up to ${maximumFormatted} can be refunded.`]
      : []),
    ...againstRefund,
    ...releases.map(({ method, amount }) => `${amount} authorized on ${method} would be released.`),
    ...(pending
      ? [`A payment of ${pending} is still pending. A cancellation starts once it is confirmed.`]
      : []),
  ];
  return facts.length > 0 ? facts : ['There is nothing to refund.'];
}
