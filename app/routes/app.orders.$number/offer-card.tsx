import { Button, List, Text } from '@shopify/polaris';

import { TitledCard } from '../../components/frame/titled-card.tsx';
import { useMessages } from '../../components/messages/messages.tsx';
import type { Messages } from '../../messages/message-types.ts';
import type { StaffCancelOffer } from '../../contract/staff/staff-view.ts';
import { type CancelOffer, isAnything } from './cancel-popup/cancel-form.ts';

interface Props {
  readonly offer: StaffCancelOffer;
  readonly onCancel: () => void;
}

/** Whether the order can be cancelled now and what that would give back, or why it cannot. */
export function OfferCard({ offer, onCancel }: Props) {
  const messages = useMessages();
  const { t } = messages;
  return (
    <TitledCard
      title={t(`order.offer.title.${offer.available ? offer.quote.selection.kind : 'none'}`)}
    >
      {offer.available ? (
        <>
          <Facts facts={factsOf(offer, messages)} />
          <Button variant="primary" tone="critical" onClick={onCancel} fullWidth>
            {t(`order.offer.button.${offer.quote.selection.kind}`)}
          </Button>
        </>
      ) : (
        offer.refusals.map((refusal) => (
          <Text as="p" key={refusal.code}>
            {refusal.message}
          </Text>
        ))
      )}
    </TitledCard>
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

function factsOf(
  { quote, againstRefund, currencyCode }: CancelOffer,
  { t }: Messages<'staff'>,
): readonly string[] {
  const { maximum, maximumFormatted, releases, pending } = quote;
  const facts = [
    ...(againstRefund.length === 0 && isAnything(maximum, currencyCode)
      ? [t('order.offer.upTo', { amount: maximumFormatted })]
      : []),
    ...againstRefund,
    ...releases.map(({ method, amount }) => t('order.offer.released', { amount, method })),
    ...(pending ? [t('order.offer.pending', { amount: pending })] : []),
  ];
  return facts.length > 0 ? facts : [t('nothingToRefund')];
}
