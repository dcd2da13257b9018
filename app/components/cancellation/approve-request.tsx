import { useAppBridge } from '@shopify/app-bridge-react';
import { BlockStack, SkeletonBodyText, Text, TextField } from '@shopify/polaris';
import { useEffect, useState } from 'react';

import { useMessages } from '../messages/messages.tsx';
import { TEXT_LIMITS } from '../../domain/text/text-limits.ts';
import { type StaffQuote, staffQuote } from '../../contract/staff/staff-view.ts';
import type { StaffCancellationView } from '../../contract/staff/staff-cancellation-view.ts';
import { Dialog } from '../form/dialog.tsx';
import { QuoteSummary } from './quote-summary.tsx';
import { RefusalBanner } from '../form/refusal-banner.tsx';
import { type Sent, sendJson } from '../form/send-json.ts';
import { useAnswer } from './use-answer.ts';

interface Props {
  readonly orderName: string;
  readonly cancellation: Pick<StaffCancellationView, 'id' | 'amount'>;
  readonly onClose: () => void;
}

/** Yes to a customer's request, after a look at what comes back now: the order may have changed since. */
export function ApproveRequest({ orderName, cancellation: { id, amount }, onClose }: Props) {
  const { t } = useMessages();
  const shopify = useAppBridge();
  const answering = useAnswer(id);
  const quoted = useApprovalQuote(id);
  const [note, setNote] = useState('');

  const confirm = async () => {
    if (!(await answering.send({ answer: 'approve', noteToCustomer: note }))) return;
    onClose();
    shopify.toast.show(t('cancellation.approve.done'));
  };

  return (
    <Dialog
      onClose={onClose}
      title={t('cancellation.approve.title', { order: orderName })}
      destructiveAction={{
        content: t(`cancellation.approve.${quoted?.ok ? quoted.value.selection.kind : 'order'}`, {
          order: orderName,
        }),
        disabled: quoted?.ok !== true,
        loading: answering.busy,
        onAction: () => void confirm(),
      }}
      secondaryAction={{ content: t('back'), onAction: onClose, disabled: answering.busy }}
      summary={
        <BlockStack gap="400">
          {quoted === null && <SkeletonBodyText lines={4} />}
          {quoted?.ok === false && <RefusalBanner refusals={quoted.refusals} />}
          {quoted?.ok && <WhatApprovingDoes quote={quoted.value} askedFor={amount} />}
        </BlockStack>
      }
    >
      <BlockStack gap="400">
        <RefusalBanner refusals={answering.refusals} />
        <TextField
          label={t('cancellation.approve.note.label')}
          helpText={t('cancellation.approve.note.help')}
          value={note}
          onChange={setNote}
          multiline={3}
          maxLength={TEXT_LIMITS.noteToCustomer}
          showCharacterCount
          autoComplete="off"
        />
      </BlockStack>
    </Dialog>
  );
}

interface WhatApprovingDoesProps {
  readonly quote: StaffQuote;
  /** What the customer was shown when they asked. */
  readonly askedFor: string;
}

function WhatApprovingDoes({ quote, askedFor }: WhatApprovingDoesProps) {
  const { t } = useMessages();
  return (
    <>
      <Text as="p">{t(`cancellation.approve.does.${quote.selection.kind}`)}</Text>
      {quote.amount !== askedFor && (
        <Text as="p" fontWeight="semibold">
          {t('cancellation.approve.amountMoved', { then: askedFor, now: quote.amount })}
        </Text>
      )}
      <QuoteSummary quote={quote} providerFee={null} isOld={false} />
    </>
  );
}

/** What saying yes would do now; null until it is known. */
function useApprovalQuote(cancellationId: string): Sent<StaffQuote> | null {
  const messages = useMessages();
  const [quoted, setQuoted] = useState<Sent<StaffQuote> | null>(null);
  useEffect(() => {
    let wanted = true;
    const ask = async () => {
      const sent = await sendJson(
        messages,
        staffQuote,
        `/app/cancellations/${cancellationId}/quote`,
      );
      if (wanted) setQuoted(sent);
    };
    void ask();
    return () => {
      wanted = false;
    };
  }, [cancellationId, messages]);
  return quoted;
}
