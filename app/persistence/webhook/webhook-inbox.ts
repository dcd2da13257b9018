import { createHash } from 'node:crypto';

import type pg from 'pg';

import type { StoredWebhook, WebhookInbox } from '../../application/webhook/ports.ts';
import { WEBHOOK_FORMAT, readWebhookEvent } from '../../formats/webhook-format.ts';
import type { StoredDocument } from '../../formats/upcast.ts';
import { type EnqueueWith, inTransaction } from '../database/transaction.ts';

/**
 * Webhooks in PostgreSQL. The same event may come again under a new webhook id, and one event may be several
 * changes of one topic, so a delivery is known when event, topic and content are.
 * Source: https://shopify.dev/apps/build/webhooks/ignore-duplicates
 */
export function createWebhookInbox(pool: pg.Pool, enqueueWith: EnqueueWith): WebhookInbox {
  return {
    store: (shop, webhook, job) =>
      inTransaction(pool, async (sql) => {
        const { webhookId, eventId, topic, triggeredAt, receivedAt, event } = webhook;
        const said = JSON.stringify(event);
        const { rowCount } = await sql.query(
          `INSERT INTO webhook_inbox
             (shop, webhook_id, event_id, topic, digest, triggered_at, received_at, news, format)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
          [
            ...[shop, webhookId, eventId, topic, createHash('sha256').update(said).digest()],
            ...[new Date(triggeredAt), new Date(receivedAt), said, WEBHOOK_FORMAT],
          ],
        );
        if (rowCount === 0) return 'duplicate';
        await enqueueWith(sql, job);
        return 'stored';
      }),

    async load(shop, webhookIds) {
      const { rows } = await pool.query<Row>(
        `SELECT webhook_id, event_id, topic, triggered_at, received_at, news, format
         FROM webhook_inbox
         WHERE shop = $1 AND webhook_id = ANY ($2) AND news IS NOT NULL`,
        [shop, webhookIds],
      );
      return rows.map(stored);
    },

    async markApplied(shop, webhookIds, at) {
      await pool.query(
        `UPDATE webhook_inbox SET applied_at = $3, news = NULL
         WHERE shop = $1 AND webhook_id = ANY ($2)`,
        [shop, webhookIds, new Date(at)],
      );
    },

    async forgetApplied(receivedBefore, limit) {
      const { rowCount } = await pool.query(
        `DELETE FROM webhook_inbox WHERE (shop, webhook_id) IN (
           SELECT shop, webhook_id FROM webhook_inbox
           WHERE received_at < $1 AND applied_at IS NOT NULL
           ORDER BY received_at LIMIT $2)`,
        [new Date(receivedBefore), limit],
      );
      return rowCount ?? 0;
    },
  };
}

interface Row {
  readonly webhook_id: string;
  readonly event_id: string;
  readonly topic: string;
  readonly triggered_at: Date;
  readonly received_at: Date;
  /** What the column was called in the first release. */
  readonly news: StoredDocument;
  readonly format: number;
}

const stored = (row: Row): StoredWebhook => ({
  webhookId: row.webhook_id,
  eventId: row.event_id,
  topic: row.topic,
  triggeredAt: row.triggered_at.getTime(),
  receivedAt: row.received_at.getTime(),
  event: readWebhookEvent(row.format, row.news),
});
