import { BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';

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
}

/** Approve or decline a customer's request, each after a look at what it will do. */
export function AnswerRequest({ orderName, cancellation, forbidden }: Props) {
  const { t, rich } = useMessages();
  const [verdict, setVerdict] = useState<'approve' | 'decline' | null>(null);
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
        <Button
          disabled={forbidden !== null}
          onClick={() => setVerdict('decline')}
          accessibilityLabel={t('cancellation.decline.buttonFor', { order: orderName })}
        >
          {t('cancellation.decline.button')}{' '}
        </Button>
      </InlineStack>
      {verdict === 'approve' && <ApproveRequest {...answer} />}
      {verdict === 'decline' && <DeclineRequest {...answer} />}
    </BlockStack>
  );
}
