import { BlockStack, Card, Text } from '@shopify/polaris';

import { useMessages } from '../../messages/messages.tsx';
import type { StaffCancellationView } from '../../../contract/staff/staff-cancellation-view.ts';
import { DateTime } from '../../words/date-time.tsx';
import styles from './cancellation-history.module.css';

type Props = Pick<StaffCancellationView, 'history'>;

/** The record of a cancellation: who did what, when. */
export function CancellationHistory({ history }: Props) {
  const { t } = useMessages();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('cancellation.history')}{' '}
        </Text>
        <HistoryList history={history} />
      </BlockStack>
    </Card>
  );
}

export function HistoryList({ history }: Props) {
  return (
    <ol className={styles['history']}>
      {history.map((entry, index) => (
        <li key={index}>
          <Text as="p">{entry.what}</Text>
          <Text as="p" variant="bodySm" tone="subdued">
            {entry.who} · <DateTime at={entry.at} />
          </Text>
        </li>
      ))}
    </ol>
  );
}
