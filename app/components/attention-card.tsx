import { useAppBridge } from '@shopify/app-bridge-react';
import { Banner, BlockStack, Button, InlineStack, Modal, Text } from '@shopify/polaris';
import { useState } from 'react';

import type { AttentionChoice } from '../domain/cancellation/events.ts';
import type { StaffCancellationView } from '../presentation/staff-view.ts';
import { RefusalBanner } from './refusal-banner.tsx';
import { useAnswer } from './use-answer.ts';

type AttentionView = NonNullable<StaffCancellationView['attention']>;
type Choice = AttentionView['choices'][number];

interface Props {
  readonly cancellationId: string;
  readonly attention: AttentionView;
}

/** What staff should know before they take a way on that cannot be taken back. */
const CONSEQUENCES: Readonly<Partial<Record<string, string>>> = {
  turn_back:
    'The cancellation ends here: the order stays as it is, the hold on its fulfillment is released, and a customer who asked is told that it was declined.',
  accept_amount: 'The cancellation goes on and refunds what Shopify allows now.',
  settled_by_hand:
    'No further refund is sent. Confirm only when the customer has the money, or has agreed to something else.',
  skip_mail: 'The customer gets no mail about this cancellation from the app.',
} satisfies Partial<Record<AttentionChoice, string>>;

/** A cancellation that only a person can take further: why, and the ways on. */
export function AttentionCard({ cancellationId, attention }: Props) {
  const shopify = useAppBridge();
  const answering = useAnswer(cancellationId);
  const [asked, setAsked] = useState<Choice | null>(null);

  const take = async ({ choice }: Choice) => {
    // The server checks the choice against those it offers; here it is only passed on.
    const taken = await answering.send({ answer: 'resume', choice: choice as AttentionChoice });
    if (!taken) return;
    setAsked(null);
    shopify.toast.show('Going on');
  };

  return (
    <Banner tone="warning" title={attention.title}>
      <BlockStack gap="300">
        <Text as="p">{attention.explanation}</Text>
        {asked === null && <RefusalBanner refusals={answering.refusals} />}
        <InlineStack gap="200" align="start">
          {attention.choices.map((choice) => (
            <Button
              key={choice.choice}
              variant={choice.primary ? 'primary' : 'secondary'}
              loading={answering.busy && asked === null}
              onClick={() => (CONSEQUENCES[choice.choice] ? setAsked(choice) : void take(choice))}
            >
              {choice.label}
            </Button>
          ))}
        </InlineStack>
      </BlockStack>
      {asked && (
        <Modal
          open
          onClose={() => setAsked(null)}
          title={asked.label}
          primaryAction={{
            content: asked.label,
            destructive: asked.choice !== 'accept_amount',
            loading: answering.busy,
            onAction: () => void take(asked),
          }}
          secondaryActions={[
            { content: 'Back', onAction: () => setAsked(null), disabled: answering.busy },
          ]}
        >
          <Modal.Section>
            <BlockStack gap="300">
              <RefusalBanner refusals={answering.refusals} />
              <Text as="p">{CONSEQUENCES[asked.choice]}</Text>
            </BlockStack>
          </Modal.Section>
        </Modal>
      )}
    </Banner>
  );
}
