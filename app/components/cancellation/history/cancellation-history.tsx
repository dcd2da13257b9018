import { Text } from '@shopify/polaris';

import { TitledCard } from '../../frame/titled-card.tsx';
import { useMessages } from '../../messages/messages.tsx';
import type { StaffCancellationView } from '../../../contract/staff/staff-cancellation-view.ts';
import { DateTime } from '../../words/date-time.tsx';
import styles from './cancellation-history.module.css';

type Props = Pick<StaffCancellationView, 'history'>;

/** The record of a cancellation: who did what, when. */
export function CancellationHistory({ history }: Props) {
  const { t } = useMessages();
  return (
    <TitledCard title={t('cancellation.history')}>
      <HistoryList history={history} />
    </TitledCard>
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
