import { useAppBridge } from '@shopify/app-bridge-react';
import { BlockStack, ChoiceList, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';

import { TEXT_LIMITS } from '../../domain/text/text-limits.ts';
import { NEXT_STEPS_FOR_CUSTOMER } from '../../domain/cancellation/events.ts';
import { useMessages } from '../messages/messages.tsx';
import { Dialog } from '../form/dialog.tsx';
import { RefusalBanner } from '../form/refusal-banner.tsx';
import { useAnswer } from './use-answer.ts';

interface Props {
  readonly orderName: string;
  readonly cancellation: { readonly id: string };
  readonly onClose: () => void;
}

/** No to a customer's request: with words for them, and what they can do instead. */
export function DeclineRequest({ orderName, cancellation, onClose }: Props) {
  const { t } = useMessages();
  const shopify = useAppBridge();
  const answering = useAnswer(cancellation.id);
  const [note, setNote] = useState('');
  const [isNoteMissing, setNoteMissing] = useState(false);
  // None is chosen for staff: the customer reads it as the shop's own word.
  const [nextStep, setNextStep] = useState<(typeof NEXT_STEPS_FOR_CUSTOMER)[number] | null>(null);
  const [isNextStepMissing, setNextStepMissing] = useState(false);

  const confirm = async () => {
    const missing = note.trim() === '';
    setNoteMissing(missing);
    setNextStepMissing(nextStep === null);
    if (missing || nextStep === null) return;
    if (!(await answering.send({ answer: 'decline', noteToCustomer: note, nextStep }))) return;
    onClose();
    shopify.toast.show(t('cancellation.decline.done'));
  };

  return (
    <Dialog
      onClose={onClose}
      title={t('cancellation.decline.title', { order: orderName })}
      destructiveAction={{
        content: t('cancellation.decline.confirm'),
        loading: answering.busy,
        onAction: () => void confirm(),
      }}
      secondaryAction={{ content: t('back'), onAction: onClose, disabled: answering.busy }}
      summary={<Text as="p">{t('cancellation.decline.does')}</Text>}
    >
      <BlockStack gap="400">
        <RefusalBanner refusals={answering.refusals} />
        <TextField
          label={t('cancellation.decline.note.label')}
          helpText={isNoteMissing ? '' : t('cancellation.decline.note.help')}
          value={note}
          onChange={(text) => {
            setNote(text);
            setNoteMissing(false);
          }}
          error={isNoteMissing ? t('refusals.note_needed') : false}
          multiline={3}
          maxLength={TEXT_LIMITS.noteToCustomer}
          showCharacterCount
          requiredIndicator
          autoComplete="off"
        />
        <ChoiceList
          title={t('cancellation.decline.nextStep.title')}
          choices={NEXT_STEPS_FOR_CUSTOMER.map((value) => ({
            value,
            label: t(`nextStep.${value}`),
          }))}
          selected={nextStep === null ? [] : [nextStep]}
          onChange={([chosen]) => {
            setNextStep(NEXT_STEPS_FOR_CUSTOMER.find((step) => step === chosen) ?? nextStep);
            setNextStepMissing(false);
          }}
          {...(isNextStepMissing && { error: t('cancellation.decline.nextStep.missing') })}
        />
      </BlockStack>
    </Dialog>
  );
}
