import { Banner, BlockStack, Modal, Text } from '@shopify/polaris';
import { useState } from 'react';

import { CancellationSteps } from '../../components/cancellation-steps.tsx';
import { isMoving } from '../../components/progress-pace.ts';
import { RefusalBanner } from '../../components/refusal-banner.tsx';
import { sendJson } from '../../components/send-json.ts';
import type {
  StaffCancelBody,
  StaffCancellationView,
  StaffOrderView,
} from '../../presentation/staff-view.ts';
import { CancelFormFields } from './cancel-form-fields.tsx';
import {
  type CancelOffer,
  NO_FAULTS,
  checkForm,
  faultsOf,
  hasFaults,
  initialForm,
} from './cancel-form.ts';
import { CancelReview } from './cancel-review.tsx';
import { reviewOf } from './review.ts';

interface Props {
  readonly order: Pick<StaffOrderView['order'], 'number' | 'name'>;
  readonly offer: CancelOffer;
  readonly onStarted: (cancellation: StaffCancellationView | null) => void;
  readonly onClose: () => void;
}

/** Cancels an order in two steps: choose, then look at what will happen and confirm. */
export function CancelPopup({ order, offer, onStarted, onClose }: Props) {
  const [step, setStep] = useState<'form' | 'review'>('form');
  const [form, setForm] = useState(() => initialForm(offer));
  const [faults, setFaults] = useState(NO_FAULTS);
  const [busy, setBusy] = useState(false);

  const change = (changed: Partial<StaffCancelBody>) => {
    setForm((before) => ({ ...before, ...changed }));
    setFaults(NO_FAULTS);
  };
  const review = () => {
    const found = checkForm(form, offer);
    setFaults(found);
    if (!hasFaults(found)) setStep('review');
  };
  const confirm = async () => {
    setBusy(true);
    setFaults(NO_FAULTS);
    const sent = await sendJson<StaffOrderView>(
      `/api/staff/orders/${order.number}/cancellation`,
      form,
    );
    setBusy(false);
    if (sent.ok) {
      onStarted(sent.value.cancellation);
      return;
    }
    const refused = faultsOf(sent.refusals);
    setFaults(refused);
    if (Object.keys(refused.fields).length > 0) setStep('form');
  };

  const actions =
    step === 'form'
      ? {
          primaryAction: { content: 'Review', onAction: review },
          secondaryActions: [{ content: 'Keep order', onAction: onClose }],
        }
      : {
          primaryAction: {
            content: `Cancel order ${order.name}`,
            destructive: true,
            loading: busy,
            onAction: () => void confirm(),
          },
          secondaryActions: [{ content: 'Back', onAction: () => setStep('form'), disabled: busy }],
        };

  return (
    <Modal open onClose={onClose} title={`Cancel order ${order.name}`} {...actions}>
      <Modal.Section>
        <BlockStack gap="400">
          <RefusalBanner refusals={faults.other} />
          {step === 'form' ? (
            <CancelFormFields form={form} offer={offer} faults={faults} onChange={change} />
          ) : (
            <CancelReview consequences={reviewOf(form, offer, order.name)} />
          )}
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}

interface ProgressProps {
  readonly orderName: string;
  readonly view: StaffCancellationView;
  readonly onClose: () => void;
}

/** Shows a cancellation on its way until it is over, or until it needs a person. */
export function ProgressPopup({ orderName, view, onClose }: ProgressProps) {
  return (
    <Modal
      open
      onClose={onClose}
      title={`${orderName}: ${view.statusLabel}`}
      primaryAction={{ content: wayOut(view), onAction: onClose }}
    >
      <Modal.Section>
        <BlockStack gap="400">
          {view.attention && (
            <Banner tone="warning" title={view.attention.title}>
              {view.attention.explanation}
            </Banner>
          )}
          <CancellationSteps steps={view.steps} moving={isMoving(view)} />
          {isMoving(view) && (
            <Text as="p" tone="subdued">
              You can close this window: the cancellation goes on by itself.
            </Text>
          )}
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}

function wayOut(view: StaffCancellationView): string {
  if (view.attention) return 'Decide what to do';
  return view.isFinal ? 'Done' : 'Close';
}
