import { Banner, BlockStack, Text } from '@shopify/polaris';

import { useMessages } from '../../components/messages/messages.tsx';
import type { Messages } from '../../messages/message-types.ts';
import { CancellationSteps } from '../../components/cancellation/history/cancellation-steps.tsx';
import { Dialog } from '../../components/form/dialog.tsx';
import { isMoving } from '../../components/cancellation/history/progress-pace.ts';
import type { StaffCancellationView } from '../../contract/staff/staff-cancellation-view.ts';

interface Props {
  readonly orderName: string;
  readonly view: StaffCancellationView;
  readonly onClose: () => void;
}

/** Shows a cancellation on its way until it is over, or until it needs a person. */
export function ProgressPopup({ orderName, view, onClose }: Props) {
  const messages = useMessages();
  const { t } = messages;
  return (
    <Dialog
      onClose={onClose}
      title={t('order.progress.title', { order: orderName, status: view.statusLabel })}
      primaryAction={{ content: wayOut(view, messages), onAction: onClose }}
      summary={
        <BlockStack gap="400">
          {view.attention && (
            <Banner tone="warning" title={view.attention.title}>
              {view.attention.explanation}
            </Banner>
          )}
          {view.standstill && <Banner tone="info">{view.standstill}</Banner>}
          <CancellationSteps steps={view.steps} moving={isMoving(view)} />
          {isMoving(view) && (
            <Text as="p" tone="subdued">
              {t('order.progress.canClose')}
            </Text>
          )}
        </BlockStack>
      }
    />
  );
}

function wayOut(view: StaffCancellationView, { t }: Messages<'staff'>): string {
  if (view.attention) return t('order.progress.decide');
  return t(view.isFinal ? 'done' : 'close');
}
