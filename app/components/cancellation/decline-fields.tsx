import { BlockStack, ChoiceList, TextField } from '@shopify/polaris';
import { useState } from 'react';

import {
  NEXT_STEPS_FOR_CUSTOMER,
  type NextStepForCustomer,
} from '../../domain/cancellation/events.ts';
import { TEXT_LIMITS } from '../../domain/text/text-limits.ts';
import { useMessages } from '../messages/messages.tsx';

interface Declining {
  readonly noteToCustomer: string;
  readonly nextStep: NextStepForCustomer;
}

export interface DeclineForm {
  readonly note: string;
  readonly nextStep: NextStepForCustomer | null;
  readonly isNoteMissing: boolean;
  readonly isNextStepMissing: boolean;
  readonly setNote: (note: string) => void;
  readonly setNextStep: (step: NextStepForCustomer | null) => void;
  /** What was filled in; null when something is missing, which the fields then say. */
  read(): Declining | null;
}

/** Why customers are told no, and what they can do instead, as it is filled in. */
export function useDeclineFields(): DeclineForm {
  const [note, setNote] = useState('');
  // None is chosen for staff: the customer reads it as the shop's own word.
  const [nextStep, setNextStep] = useState<NextStepForCustomer | null>(null);
  const [hasTried, setHasTried] = useState(false);
  const isNoteEmpty = note.trim() === '';
  return {
    note,
    nextStep,
    isNoteMissing: hasTried && isNoteEmpty,
    isNextStepMissing: hasTried && nextStep === null,
    setNote,
    setNextStep,
    read() {
      setHasTried(true);
      return isNoteEmpty || nextStep === null ? null : { noteToCustomer: note, nextStep };
    },
  };
}

/** Words for a customer who is told no, and what they can do instead. */
export function DeclineFields({ fields }: { readonly fields: DeclineForm }) {
  const { t } = useMessages();
  const { note, nextStep, isNoteMissing, isNextStepMissing, setNote, setNextStep } = fields;
  return (
    <BlockStack gap="400">
      <TextField
        label={t('cancellation.decline.note.label')}
        helpText={isNoteMissing ? '' : t('cancellation.decline.note.help')}
        value={note}
        onChange={setNote}
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
        onChange={([chosen]) =>
          setNextStep(NEXT_STEPS_FOR_CUSTOMER.find((step) => step === chosen) ?? nextStep)
        }
        {...(isNextStepMissing && { error: t('cancellation.decline.nextStep.missing') })}
      />
    </BlockStack>
  );
}
