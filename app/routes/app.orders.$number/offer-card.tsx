import { BlockStack, Button, Card, List, Text } from '@shopify/polaris';

import type { StaffCancelOffer } from '../../presentation/staff-view.ts';
import { hasRefundable } from './cancel-form.ts';

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
          {offer.available ? 'Cancel this order' : 'This order cannot be cancelled now'}
        </Text>
        {offer.available ? (
          <>
            <List>
              {hasRefundable(offer) && (
                <List.Item>{`Up to ${offer.maximumFormatted} can be refunded.`}</List.Item>
              )}
              {offer.releases.map(({ method, amount }) => (
                <List.Item key={`${method} ${amount}`}>
                  {`${amount} authorized on ${method} would be released.`}
                </List.Item>
              ))}
              {!hasRefundable(offer) && offer.releases.length === 0 && (
                <List.Item>There is nothing to refund.</List.Item>
              )}
            </List>
            <Button variant="primary" tone="critical" onClick={onCancel} fullWidth>
              Cancel order
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
