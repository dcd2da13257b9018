import { BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';

import { Dialog } from '../../../components/form/dialog.tsx';
import { RefusalBanner } from '../../../components/form/refusal-banner.tsx';
import { sendJson } from '../../../components/form/send-json.ts';
import type {
  StaffCancellationView,
  StaffOrderView,
  StaffRefusal,
} from '../../../contract/staff/staff-view.ts';
import { CancelFormFields } from './cancel-form-fields.tsx';
import {
  type CancelFaults,
  type CancelForm,
  type CancelOffer,
  cancelBodyOf,
  changed,
  faultsOf,
  initialForm,
  quoteBodyOf,
} from './cancel-form.ts';
import { CancelReview } from './cancel-review.tsx';
import { reviewOf } from './review.ts';
import { useQuote } from '../use-quote.ts';

interface Props {
  readonly order: Pick<StaffOrderView['order'], 'number' | 'name'>;
  readonly offer: CancelOffer;
  /** The newest cancellation that the page shows: what is confirmed here comes after it, once. */
  readonly known: string | null;
  readonly onStarted: (cancellation: StaffCancellationView | null) => void;
  readonly onClose: () => void;
}

/** Cancels an order or items of it in two steps: choose, then look at what will happen and confirm. */
export function CancelPopup({ order, offer, known, onStarted, onClose }: Props) {
  const [step, setStep] = useState<'form' | 'review'>('form');
  const [form, setForm] = useState(() => initialForm(offer));
  const [refused, setRefused] = useState<readonly StaffRefusal[]>([]);
  const [busy, setBusy] = useState(false);
  const [hasTried, setHasTried] = useState(false);

  const quoteBody = quoteBodyOf(form);
  const { quote, refusals, isCurrent, askAgain } = useQuote(order.number, quoteBody, offer.quote);
  const faults = faultsOf(refused.length > 0 ? refused : refusals);
  const isReasonMissing = hasTried && form.reason === '';

  const change = (made: Partial<CancelForm>) => {
    setForm((before) => changed(before, made));
    setRefused([]);
  };
  const review = () => {
    setHasTried(true);
    if (form.reason !== '') setStep('review');
  };
  const confirm = async () => {
    if (!quoteBody) return;
    setBusy(true);
    setRefused([]);
    const sent = await sendJson<StaffOrderView>(
      `/api/staff/orders/${order.number}/cancellation`,
      cancelBodyOf(form, quoteBody, known),
    );
    setBusy(false);
    if (sent.ok) {
      onStarted(sent.value.cancellation);
      return;
    }
    setRefused(sent.refusals);
    const { fields, freeItemsLeft } = faultsOf(sent.refusals);
    if (freeItemsLeft.length > 0 || Object.keys(fields).length > 0) setStep('form');
  };

  const actions =
    step === 'form'
      ? {
          primaryAction: {
            content: 'Review',
            loading: quoteBody !== null && !isCurrent,
            disabled: quoteBody === null || refusals.length > 0,
            onAction: review,
          },
          secondaryAction: { content: 'Keep order', onAction: onClose },
        }
      : {
          destructiveAction: {
            content: `Cancel ${quote.selection.kind === 'order' ? 'order' : 'items of'} ${order.name}`,
            loading: busy,
            onAction: () => void confirm(),
          },
          secondaryAction: { content: 'Back', onAction: () => setStep('form'), disabled: busy },
        };

  return (
    <Dialog
      title={`Cancel order ${order.name}`}
      step={step}
      summary={
        step === 'form' ? (
          <Text as="p">
            Choose what to cancel and refund. You review it before anything happens.
          </Text>
        ) : (
          <CancelReview consequences={reviewOf(form, quote, order.name)} />
        )
      }
      onClose={onClose}
      {...actions}
    >
      <BlockStack gap="400">
        <RefusalBanner refusals={faults.other} />
        {step === 'form' && faults.other.length > 0 && (
          <InlineStack>
            <Button onClick={askAgain}>Check again</Button>
          </InlineStack>
        )}
        {step === 'form' && (
          <CancelFormFields
            form={form}
            offer={offer}
            quote={quote}
            isOld={!isCurrent}
            isRefused={refusals.length > 0}
            isEmpty={quoteBody === null}
            faults={isReasonMissing ? withoutReason(faults) : faults}
            onChange={change}
          />
        )}
      </BlockStack>
    </Dialog>
  );
}

const withoutReason = (faults: CancelFaults): CancelFaults => ({
  ...faults,
  fields: { ...faults.fields, reason: 'Choose why the order is cancelled.' },
});
