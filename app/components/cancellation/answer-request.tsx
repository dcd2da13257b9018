import { BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { type ReactNode, useState } from 'react';

import { useMessages } from '../messages/messages.tsx';
import type { StaffCancellationView } from '../../contract/staff/staff-cancellation-view.ts';
import { DateTime } from '../words/date-time.tsx';
import { ApproveRequest } from './approve-request.tsx';
import { DeclineRequest } from './decline-request.tsx';

interface Props {
  readonly orderName: string;
  readonly cancellation: Pick<StaffCancellationView, 'id' | 'amount' | 'answerBy'>;
  /** Why this staff member may not answer; null when they may. */
  readonly forbidden: string | null;
  /** The popup that changes the request before it is approved; without one it is approved as it was made. */
  readonly change?: (onClose: () => void) => ReactNode;
}

/** Approve or decline a customer's request, each after a look at what it will do. */
export function AnswerRequest({ orderName, cancellation, forbidden, change }: Props) {
  const { t, rich } = useMessages();
  const [verdict, setVerdict] = useState<'approve' | 'change' | 'decline' | null>(null);
  const answer = { orderName, cancellation, onClose: () => setVerdict(null) };
  return (
    <BlockStack gap="200">
      {cancellation.answerBy !== null && (
        <Text as="p" tone="subdued">
          {rich('cancellation.answerBy', { date: <DateTime at={cancellation.answerBy} /> })}
        </Text>
      )}
      {forbidden && <Text as="p">{forbidden}</Text>}
      <InlineStack gap="200" align="start">
        <Button
          variant="primary"
          disabled={forbidden !== null}
          onClick={() => setVerdict('approve')}
          accessibilityLabel={t('cancellation.approve.buttonFor', { order: orderName })}
        >
          {t('cancellation.approve.button')}{' '}
        </Button>
        {change && (
          <Button
            disabled={forbidden !== null}
            onClick={() => setVerdict('change')}
            accessibilityLabel={t('cancellation.approve.changeFor', { order: orderName })}
          >
            {t('cancellation.approve.change')}
          </Button>
        )}
        <Button
          disabled={forbidden !== null}
          onClick={() => setVerdict('decline')}
          accessibilityLabel={t('cancellation.decline.buttonFor', { order: orderName })}
        >
          {t('cancellation.decline.button')}{' '}
        </Button>
      </InlineStack>
      {verdict === 'approve' && <ApproveRequest {...answer} />}
      {verdict === 'change' && change?.(() => setVerdict(null))}
      {verdict === 'decline' && <DeclineRequest {...answer} />}
    </BlockStack>
  );
}
