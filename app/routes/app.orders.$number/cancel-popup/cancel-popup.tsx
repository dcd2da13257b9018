import { BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';

import { useMessages } from '../../../components/messages/messages.tsx';
import { Dialog } from '../../../components/form/dialog.tsx';
import { RefusalBanner } from '../../../components/form/refusal-banner.tsx';
import { sendJson } from '../../../components/form/send-json.ts';
import {
  type StaffOrderView,
  type StaffRefusal,
  staffOrderView,
} from '../../../contract/staff/staff-view.ts';
import type { CancellationAnswer } from '../../../contract/staff/cancellation-answer.ts';
import {
  type StaffCancellationView,
  staffCancellationView,
} from '../../../contract/staff/staff-cancellation-view.ts';
import { CancelFormFields } from './cancel-form-fields.tsx';
import {
  type AskedFor,
  type CancelFaults,
  type CancelForm,
  type CancelOffer,
  cancelBodyOf,
  changed,
  choiceBodyOf,
  faultsOf,
  initialForm,
  quoteBodyOf,
} from './cancel-form.ts';
import { CancelReview } from './cancel-review.tsx';
import { MailPreview } from './mail-preview.tsx';
import { needsReview, reviewOf } from './review.ts';
import { useQuote } from '../use-quote.ts';

interface Props {
  readonly order: Pick<StaffOrderView['order'], 'number' | 'name'>;
  readonly offer: CancelOffer;
  /** The newest cancellation that the page shows: what is confirmed here comes after it, once. */
  readonly known: string | null;
  /** A customer's request that is approved with changes; missing when staff cancel by themselves. */
  readonly request?: { readonly id: string; readonly asked: AskedFor };
  readonly onStarted: (cancellation: StaffCancellationView | null) => void;
  readonly onClose: () => void;
}

/**
 * Cancels an order or items of it: choose, then look at what will happen and confirm. What is chosen plainly is
 * confirmed where it is chosen.
 */
export function CancelPopup({ order, offer, known, request, onStarted, onClose }: Props) {
  const messages = useMessages();
  const { t } = messages;
  const [step, setStep] = useState<'form' | 'review'>('form');
  const [form, setForm] = useState(() => initialForm(offer, request?.asked));
  const [refused, setRefused] = useState<readonly StaffRefusal[]>([]);
  const [busy, setBusy] = useState(false);
  const [hasTried, setHasTried] = useState(false);

  const address = `/api/staff/orders/${order.number}/cancellation`;
  const quoteBody = quoteBodyOf(form, messages.locale);
  const { quote, refusals, isCurrent, askAgain } = useQuote(
    request ? `/app/cancellations/${request.id}/quote` : `${address}/quote`,
    quoteBody,
    offer.quote,
  );
  const faults = faultsOf(refused.length > 0 ? refused : refusals);
  // Shopify's own notification carries no note, and is not the app's to show; of an order whose request waits nobody
  // else begins a cancellation, so that its mail cannot be asked for.
  const writesToCustomer = form.notify && offer.noteLimits.toCustomer > 0 && request === undefined;
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
    const sent = request
      ? await sendJson(messages, staffCancellationView, `/app/cancellations/${request.id}`, {
          answer: 'approve_changed',
          ...choiceBodyOf(form, quoteBody),
        } satisfies CancellationAnswer)
      : await sendJson(messages, staffOrderView, address, cancelBodyOf(form, quoteBody, known));
    setBusy(false);
    if (sent.ok) {
      onStarted('cancellation' in sent.value ? sent.value.cancellation : sent.value);
      return;
    }
    setRefused(sent.refusals);
    const { fields, freeItemsLeft } = faultsOf(sent.refusals);
    if (freeItemsLeft.length > 0 || Object.keys(fields).length > 0) setStep('form');
  };

  const confirmation = {
    content: t(`cancelPopup.confirm.${quote.selection.kind}`, { order: order.name }),
    loading: busy || (quoteBody !== null && !isCurrent),
  };
  const keep = { content: t('cancelPopup.keep'), onAction: onClose, disabled: busy };
  const isPlain = step === 'form' && !needsReview(form, offer, quote);
  const actions = isPlain
    ? {
        destructiveAction: {
          ...confirmation,
          disabled: quoteBody === null || refusals.length > 0,
          onAction: () => {
            setHasTried(true);
            if (form.reason !== '') void confirm();
          },
        },
        secondaryAction: keep,
      }
    : step === 'form'
      ? {
          primaryAction: {
            content: t('cancelPopup.review'),
            loading: quoteBody !== null && !isCurrent,
            disabled: quoteBody === null || refusals.length > 0,
            onAction: review,
          },
          secondaryAction: keep,
        }
      : {
          destructiveAction: { ...confirmation, onAction: () => void confirm() },
          secondaryAction: { content: t('back'), onAction: () => setStep('form'), disabled: busy },
        };

  return (
    <Dialog
      title={t(request ? 'cancellation.approve.changeTitle' : 'cancelPopup.title', {
        order: order.name,
      })}
      step={step}
      summary={
        step === 'form' ? (
          <Text as="p">{t('cancelPopup.intro')}</Text>
        ) : (
          <CancelReview consequences={reviewOf(form, quote, order.name, messages)} />
        )
      }
      onClose={onClose}
      {...actions}
    >
      <BlockStack gap="400">
        <RefusalBanner refusals={faults.other} />
        {step === 'form' && faults.other.length > 0 && (
          <InlineStack>
            <Button onClick={askAgain}>{t('cancelPopup.checkAgain')}</Button>
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
            faults={
              isReasonMissing ? withReasonFault(faults, t('cancelPopup.reason.missing')) : faults
            }
            onChange={change}
          />
        )}
        {quoteBody !== null && isCurrent && refusals.length === 0 && writesToCustomer && (
          <MailPreview
            orderNumber={order.number}
            body={{ ...quoteBody, noteToCustomer: form.noteToCustomer }}
          />
        )}
      </BlockStack>
    </Dialog>
  );
}

const withReasonFault = (faults: CancelFaults, reason: string): CancelFaults => ({
  ...faults,
  fields: { ...faults.fields, reason },
});
