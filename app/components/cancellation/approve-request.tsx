import { useAppBridge } from '@shopify/app-bridge-react';
import { BlockStack, SkeletonBodyText, Text, TextField } from '@shopify/polaris';
import { useEffect, useState } from 'react';

import { TEXT_LIMITS } from '../../application/shared/text-limits.ts';
import type { StaffCancellationView, StaffQuote } from '../../contract/staff/staff-view.ts';
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
  const shopify = useAppBridge();
  const answering = useAnswer(id);
  const quoted = useApprovalQuote(id);
  const [note, setNote] = useState('');

  const confirm = async () => {
    if (!(await answering.send({ answer: 'approve', noteToCustomer: note }))) return;
    onClose();
    shopify.toast.show('Request approved');
  };

  return (
    <Dialog
      onClose={onClose}
      title={`Approve and cancel: ${orderName}`}
      destructiveAction={{
        content: quoted?.ok ? confirmWords(orderName, quoted.value) : `Cancel ${orderName}`,
        disabled: quoted?.ok !== true,
        loading: answering.busy,
        onAction: () => void confirm(),
      }}
      secondaryAction={{ content: 'Back', onAction: onClose, disabled: answering.busy }}
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
          label="Note to the customer"
          helpText="Optional. It is included in the email to the customer."
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
  return (
    <>
      <Text as="p">
        {quote.selection.kind === 'order'
          ? 'The order is cancelled. This cannot be undone.'
          : 'The items are removed from the order, and the rest of it is fulfilled as usual. This cannot be undone.'}
      </Text>
      {quote.amount !== askedFor && (
        <Text as="p" fontWeight="semibold">
          {`When the customer asked it was ${askedFor}; now it is ${quote.amount}.`}
        </Text>
      )}
      <QuoteSummary quote={quote} providerFee={null} isOld={false} />
    </>
  );
}

const confirmWords = (orderName: string, { selection }: StaffQuote): string =>
  selection.kind === 'order' ? `Cancel ${orderName}` : `Cancel items of ${orderName}`;

/** What saying yes would do now; null until it is known. */
function useApprovalQuote(cancellationId: string): Sent<StaffQuote> | null {
  const [quoted, setQuoted] = useState<Sent<StaffQuote> | null>(null);
  useEffect(() => {
    let wanted = true;
    const ask = async () => {
      const sent = await sendJson<StaffQuote>(`/app/cancellations/${cancellationId}/quote`);
      if (wanted) setQuoted(sent);
    };
    void ask();
    return () => {
      wanted = false;
    };
  }, [cancellationId]);
  return quoted;
}
