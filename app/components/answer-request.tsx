import { useAppBridge } from '@shopify/app-bridge-react';
import { BlockStack, Button, InlineStack, Modal, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';

import { TEXT_LIMITS } from '../application/text-limits.ts';
import type { StaffCancellationView } from '../presentation/staff-view.ts';
import { RefusalBanner } from './refusal-banner.tsx';
import { useAnswer } from './use-answer.ts';

type Verdict = 'approve' | 'decline';

interface Props {
  readonly orderName: string;
  readonly cancellation: Pick<StaffCancellationView, 'id' | 'amount' | 'restock'>;
}

const WORDS = {
  approve: {
    title: 'Approve and cancel',
    done: 'Request approved',
    noteLabel: 'Note to the customer',
  },
  decline: { title: 'Decline', done: 'Request declined', noteLabel: 'Why, and what they can do' },
} as const;

/** Approve or decline a customer's request, each after a look at what it will do. */
export function AnswerRequest({ orderName, cancellation }: Props) {
  const shopify = useAppBridge();
  const answering = useAnswer(cancellation.id);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [note, setNote] = useState('');

  const close = () => {
    setVerdict(null);
    answering.forget();
  };
  const confirm = async (answer: Verdict) => {
    if (!(await answering.send({ answer, noteToCustomer: note }))) return;
    close();
    shopify.toast.show(WORDS[answer].done);
  };

  return (
    <>
      <InlineStack gap="200" align="start">
        <Button
          variant="primary"
          onClick={() => setVerdict('approve')}
          accessibilityLabel={`Approve the request for ${orderName}`}
        >
          Approve
        </Button>
        <Button
          onClick={() => setVerdict('decline')}
          accessibilityLabel={`Decline the request for ${orderName}`}
        >
          Decline
        </Button>
      </InlineStack>
      {verdict && (
        <Modal
          open
          onClose={close}
          title={`${WORDS[verdict].title}: ${orderName}`}
          primaryAction={{
            content: verdict === 'approve' ? `Cancel ${orderName}` : 'Decline request',
            destructive: true,
            loading: answering.busy,
            onAction: () => void confirm(verdict),
          }}
          secondaryActions={[{ content: 'Back', onAction: close, disabled: answering.busy }]}
        >
          <Modal.Section>
            <BlockStack gap="400">
              <RefusalBanner refusals={answering.refusals} />
              <Text as="p">{consequence(verdict, cancellation)}</Text>
              <TextField
                label={WORDS[verdict].noteLabel}
                helpText="Optional. It is part of the mail to the customer."
                value={note}
                onChange={setNote}
                multiline={3}
                maxLength={TEXT_LIMITS.noteToCustomer}
                showCharacterCount
                autoComplete="off"
              />
            </BlockStack>
          </Modal.Section>
        </Modal>
      )}
    </>
  );
}

function consequence(verdict: Verdict, { amount, restock }: Props['cancellation']): string {
  if (verdict === 'decline') {
    return 'The order stays as it is, the hold on its fulfillment is released, and the customer is told.';
  }
  const stock = restock ? 'its items go back to stock' : 'its items are not restocked';
  return `The order is cancelled and ${stock}. Refund: ${amount}. This cannot be undone.`;
}
