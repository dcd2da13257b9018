import { useAppBridge } from '@shopify/app-bridge-react';
import { Banner, BlockStack, Button, InlineStack, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';

import { TEXT_LIMITS } from '../../domain/text/text-limits.ts';
import type { AttentionChoice } from '../../domain/cancellation/events.ts';
import { useMessages } from '../messages/messages.tsx';
import type { StaffCancellationView } from '../../contract/staff/staff-cancellation-view.ts';
import { Dialog } from '../form/dialog.tsx';
import { RefusalBanner } from '../form/refusal-banner.tsx';
import { useAnswer } from './use-answer.ts';

type AttentionView = NonNullable<StaffCancellationView['attention']>;
type Choice = AttentionView['choices'][number];

interface Props {
  readonly cancellationId: string;
  readonly attention: AttentionView;
  /** Why this staff member may not decide; null when they may. */
  readonly forbidden: string | null;
}

/** A cancellation that only a person can take further: why, and the ways on. */
export function AttentionCard({ cancellationId, attention, forbidden }: Props) {
  const { t } = useMessages();
  const shopify = useAppBridge();
  const answering = useAnswer(cancellationId);
  const [asked, setAsked] = useState<Choice | null>(null);

  const take = async ({ choice }: Choice, proof: string) => {
    // The server checks the choice against those it offers; here it is only passed on.
    const answer = { answer: 'resume', choice: choice as AttentionChoice, proof } as const;
    if (!(await answering.send(answer))) return;
    setAsked(null);
    shopify.toast.show(t('cancellation.resumed'));
  };
  const close = () => {
    setAsked(null);
    answering.forget();
  };

  return (
    <Banner tone="warning" title={attention.title}>
      <BlockStack gap="300">
        <Text as="p">{attention.explanation}</Text>
        {asked === null && <RefusalBanner refusals={answering.refusals} />}
        {forbidden && <Text as="p">{forbidden}</Text>}
        {attention.notOffered.map((reason) => (
          <Text as="p" key={reason}>
            {reason}
          </Text>
        ))}
        <InlineStack gap="200" align="start">
          {attention.choices.map((choice) => (
            <Button
              key={choice.choice}
              variant={choice.primary ? 'primary' : 'secondary'}
              disabled={forbidden !== null}
              loading={answering.busy && asked === null}
              onClick={() =>
                choice.consequence === null ? void take(choice, '') : setAsked(choice)
              }
            >
              {choice.label}
            </Button>
          ))}
        </InlineStack>
      </BlockStack>
      {asked && (
        <TakeWayOn
          key={asked.choice}
          choice={asked}
          busy={answering.busy}
          refusals={answering.refusals}
          onTake={(proof) => void take(asked, proof)}
          onClose={close}
        />
      )}
    </Banner>
  );
}

interface TakeWayOnProps {
  readonly choice: Choice;
  readonly busy: boolean;
  readonly refusals: Parameters<typeof RefusalBanner>[0]['refusals'];
  readonly onTake: (proof: string) => void;
  readonly onClose: () => void;
}

/** The last look before a way on that cannot be taken back; money handed over by hand is noted here. */
function TakeWayOn({ choice, busy, refusals, onTake, onClose }: TakeWayOnProps) {
  const { t } = useMessages();
  const [proof, setProof] = useState('');
  const [isProofMissing, setProofMissing] = useState(false);
  const confirm = () => {
    const missing = choice.needsProof && proof.trim() === '';
    setProofMissing(missing);
    if (!missing) onTake(proof);
  };
  return (
    <Dialog
      onClose={onClose}
      title={choice.label}
      destructiveAction={{ content: choice.label, loading: busy, onAction: confirm }}
      secondaryAction={{ content: t('back'), onAction: onClose, disabled: busy }}
      summary={<Text as="p">{choice.consequence}</Text>}
    >
      <BlockStack gap="300">
        <RefusalBanner refusals={refusals} />
        {choice.needsProof && (
          <TextField
            label={t('cancellation.settled.label')}
            helpText={isProofMissing ? '' : t('cancellation.settled.help')}
            value={proof}
            onChange={(text) => {
              setProof(text);
              setProofMissing(false);
            }}
            error={isProofMissing ? t('refusals.proof_needed') : false}
            multiline={2}
            maxLength={TEXT_LIMITS.proofOfPayment}
            showCharacterCount
            requiredIndicator
            autoComplete="off"
          />
        )}
      </BlockStack>
    </Dialog>
  );
}
