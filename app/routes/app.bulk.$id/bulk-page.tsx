import { Banner, BlockStack, Text } from '@shopify/polaris';

import { TitledPage } from '../../components/frame/titled-page.tsx';
import {
  EMPTY_PAUSE_MS,
  LIST_PAUSE_MS,
  useFreshList,
} from '../../components/list/use-fresh-list.ts';
import { useMessages } from '../../components/messages/messages.tsx';
import { DateTime } from '../../components/words/date-time.tsx';
import type { BulkView } from '../../contract/bulk/bulk-view.ts';
import { BulkOrders } from './bulk-orders.tsx';
import { BulkProgress } from './bulk-progress.tsx';
import { BulkReview } from './bulk-review.tsx';

/** Many orders cancelled by one decision: what would be done, and how far it has come. */
export function BulkPage(bulk: BulkView) {
  const { t, rich } = useMessages();
  const { state, counts } = bulk;
  const isMoving = state === 'reviewing' || state === 'running' || counts.underWay > 0;
  useFreshList(state === 'reviewed' ? null : isMoving ? EMPTY_PAUSE_MS : LIST_PAUSE_MS);
  const isBefore = state === 'reviewing' || state === 'reviewed';
  return (
    <TitledPage
      title={t('bulk.title', { number: String(bulk.number) })}
      backTo={{ content: t('orders.title'), url: '/app/orders' }}
    >
      <BlockStack gap="400">
        {bulk.pausedUntil !== null && (
          <Banner tone="warning" title={t('bulk.paused.title')}>
            <Text as="p">
              {rich('bulk.paused.text', { time: <DateTime at={bulk.pausedUntil} /> })}
            </Text>
          </Banner>
        )}
        {state === 'reviewed' ? <BulkReview {...bulk} /> : <BulkProgress {...bulk} />}
        <BulkOrders bulk={bulk} isBefore={isBefore} />
      </BlockStack>
    </TitledPage>
  );
}
