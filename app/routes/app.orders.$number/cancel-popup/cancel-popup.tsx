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
import type { StaffCancellationView } from '../../../contract/staff/staff-cancellation-view.ts';
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
import { MailPreview } from './mail-preview.tsx';
import { needsReview, reviewOf } from './review.ts';
import { useQuote } from '../use-quote.ts';

interface Props {
  readonly order: Pick<StaffOrderView['order'], 'number' | 'name'>;
  readonly offer: CancelOffer;
  /** The newest cancellation that the page shows: what is confirmed here comes after it, once. */
  readonly known: string | null;
  readonly onStarted: (cancellation: StaffCancellationView | null) => void;
  readonly onClose: () => void;
}

/**
 * Cancels an order or items of it: choose, then look at what will happen and confirm. What is chosen plainly is
 * confirmed where it is chosen.
 */
export function CancelPopup({ order, offer, known, onStarted, onClose }: Props) {
  const messages = useMessages();
  const { t } = messages;
  const [step, setStep] = useState<'form' | 'review'>('form');
  const [form, setForm] = useState(() => initialForm(offer));
  const [refused, setRefused] = useState<readonly StaffRefusal[]>([]);
  const [busy, setBusy] = useState(false);
  const [hasTried, setHasTried] = useState(false);

  const quoteBody = quoteBodyOf(form, messages.locale);
  const { quote, refusals, isCurrent, askAgain } = useQuote(order.number, quoteBody, offer.quote);
  const faults = faultsOf(refused.length > 0 ? refused : refusals);
  // Shopify's own notification carries no note, and is not the app's to show.
  const writesToCustomer = form.notify && offer.noteLimits.toCustomer > 0;
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
    const sent = await sendJson(
      messages,
      staffOrderView,
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
      title={t('cancelPopup.title', { order: order.name })}
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
