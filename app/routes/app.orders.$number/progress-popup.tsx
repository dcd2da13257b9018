import { Banner, BlockStack, Text } from '@shopify/polaris';

import { CancellationSteps } from '../../components/cancellation/history/cancellation-steps.tsx';
import { Dialog } from '../../components/form/dialog.tsx';
import { isMoving } from '../../components/cancellation/history/progress-pace.ts';
import type { StaffCancellationView } from '../../contract/staff/staff-view.ts';

interface Props {
  readonly orderName: string;
  readonly view: StaffCancellationView;
  readonly onClose: () => void;
}

/** Shows a cancellation on its way until it is over, or until it needs a person. */
export function ProgressPopup({ orderName, view, onClose }: Props) {
  return (
    <Dialog
      onClose={onClose}
      title={`${orderName}: ${view.statusLabel}`}
      primaryAction={{ content: wayOut(view), onAction: onClose }}
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
              You can close this window. The cancellation continues automatically.
            </Text>
          )}
        </BlockStack>
      }
    />
  );
}

function wayOut(view: StaffCancellationView): string {
  if (view.attention) return 'Decide what to do';
  return view.isFinal ? 'Done' : 'Close';
}
