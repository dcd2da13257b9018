import type { WebhookDelivery } from '@prisma/client';

import type { StoredWebhook, WebhookInbox } from '../../application/webhook/ports.ts';
import { SECOND } from '../../domain/time.ts';
import { readWebhookEvent } from '../../formats/webhook-format.ts';
import type { StoredDocument } from '../../formats/upcast.ts';
import { createBatcher } from './batcher.ts';
import type { Database } from '../database/database.ts';
import { type Row, columns } from '../database/rows.ts';
import type { EnqueueWith } from '../database/transaction.ts';
import {
  type Delivery,
  partsToTryAgain,
  sizeOf,
  storeTogether,
  type Stored,
  toDeliver,
} from './delivery-batch.ts';

/**
 * Two at a time: one is written while the other's rows are put together. As long as one may wait, and then for the
 * locks of its statements, is less than the five seconds that Shopify waits.
 */
const BATCHES = {
  atOnce: 2,
  mostTogether: 100,
  mostWaiting: 1_000,
  patienceMs: 2.5 * SECOND,
} as const;

/**
 * Webhooks in PostgreSQL. The same event may come again under a new webhook id, and one event may be several
 * changes of one topic, so a delivery is known when event, topic and content are. Those that come at the same time
 * are stored together.
 * Source: https://shopify.dev/apps/build/webhooks/ignore-duplicates
 */
export function createWebhookInbox(
  { pool, everyShop }: Pick<Database, 'pool' | 'everyShop'>,
  enqueueWith: EnqueueWith,
): WebhookInbox & { readonly drain: () => Promise<void> } {
  const batcher = createBatcher<Delivery, Stored>({
    flush: (deliveries) => storeTogether(pool, enqueueWith, deliveries),
    partsOf: partsToTryAgain,
    sizeOf,
    ...BATCHES,
  });
  return {
    store: (shop, webhook, job, isAwaited) => batcher.add(toDeliver(shop, webhook, job), isAwaited),

    drain: () => batcher.drain(),

    // SQL: for every batch of webhooks; typed it takes 5 to 6 times as long (0.4 and 2.4 ms for four).
    async load(shop, webhookIds) {
      const { rows } = await pool.query<Row<WebhookDelivery, (typeof STORED)[number]>>(
        `SELECT ${columns(STORED)} FROM webhook_inbox
         WHERE shop = $1 AND webhook_id = ANY ($2) AND news IS NOT NULL`,
        [shop, webhookIds],
      );
      return rows.map(stored);
    },

    // SQL: for every batch of webhooks; typed it is three statements.
    async markApplied(shop, webhookIds, at) {
      await pool.query(
        `UPDATE webhook_inbox SET applied_at = $3, news = NULL
         WHERE shop = $1 AND webhook_id = ANY ($2)`,
        [shop, webhookIds, new Date(at)],
      );
    },

    async forgetApplied(receivedBefore, limit) {
      const { count } = await everyShop.webhookDelivery.deleteMany({
        where: { receivedAt: { lt: new Date(receivedBefore) }, appliedAt: { not: null } },
        limit,
      });
      return count;
    },
  };
}

/** `news` is what the column was called in the first release. */
const STORED = [
  'webhookId',
  'eventId',
  'topic',
  'triggeredAt',
  'receivedAt',
  'news',
  'format',
] as const satisfies readonly (keyof WebhookDelivery)[];

const stored = (row: Row<WebhookDelivery, (typeof STORED)[number]>): StoredWebhook => ({
  webhookId: row.webhookId,
  eventId: row.eventId,
  topic: row.topic,
  triggeredAt: row.triggeredAt.getTime(),
  receivedAt: row.receivedAt.getTime(),
  event: readWebhookEvent(row.format, row.news as StoredDocument),
});
