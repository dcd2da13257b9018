import { hash } from 'node:crypto';

import pg from 'pg';

import type { ScheduledJob } from '../../application/shared/queue.ts';
import type { StoredWebhook } from '../../application/webhook/ports.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import { WEBHOOK_FORMAT } from '../../formats/webhook-format.ts';
import { type EnqueueWith, inTransaction } from '../database/transaction.ts';

/** A delivery as it is stored. */
export interface Delivery {
  readonly shop: ShopDomain;
  readonly webhook: Omit<StoredWebhook, 'event'>;
  /** What it says, as JSON. */
  readonly said: string;
  /** Of what it says: SHA-256, hexadecimal. */
  readonly digest: string;
  readonly job: ScheduledJob;
}

export function toDeliver(
  shop: ShopDomain,
  { event, ...webhook }: StoredWebhook,
  job: ScheduledJob,
): Delivery {
  const said = JSON.stringify(event);
  return { shop, webhook, said, digest: hash('sha256', said), job };
}

/** Most say less. */
const USUAL_LENGTH = 10_000;

/** What a delivery adds to its batch: 1, more for one that says unusually much. */
export const sizeOf = ({ said }: Delivery): number => Math.max(1, said.length / USUAL_LENGTH);

/** Whether it is new, or known already. */
export type Stored = 'stored' | 'duplicate';

/**
 * Stores deliveries with their jobs in one transaction: one statement for the deliveries, one for the jobs of those
 * that were not known. They are written in the order of the key by which they are known, for two batches with the
 * same of them in different orders would each wait for the other.
 */
export async function storeTogether(
  pool: pg.Pool,
  enqueueWith: EnqueueWith,
  deliveries: readonly Delivery[],
): Promise<readonly Stored[]> {
  const stored = await inTransaction(pool, async (sql) => {
    const sorted = deliveries.toSorted(byKey);
    // SQL: for every webhook, with the queue's own statement for its job; typed it takes about twice as long.
    const { rows } = await sql.query<{ shop: string; webhook_id: string }>({
      name: 'store webhooks',
      text: STORE,
      values: columnsOf(sorted),
    });
    const ids = new Set(rows.map((row) => idOf(row.shop, row.webhook_id)));
    // Of one that is in the batch twice, one is new.
    const isNew = ({ shop, webhook }: Delivery) => ids.delete(idOf(shop, webhook.webhookId));
    const fresh = new Set(deliveries.filter(isNew));
    if (fresh.size > 0)
      await enqueueWith(
        sql,
        [...fresh].map(({ job }) => job),
      );
    return fresh;
  });
  return deliveries.map((delivery) => (stored.has(delivery) ? 'stored' : 'duplicate'));
}

const STORE = `
  INSERT INTO webhook_inbox
    (shop, webhook_id, event_id, topic, digest, triggered_at, received_at, news, format)
  SELECT shop, webhook_id, event_id, topic, decode(digest, 'hex'), triggered_at, received_at, news, ${WEBHOOK_FORMAT}
  FROM unnest
    ($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::timestamptz[], $8::jsonb[])
    AS given (shop, webhook_id, event_id, topic, digest, triggered_at, received_at, news)
  ON CONFLICT DO NOTHING RETURNING shop, webhook_id`;

const columnsOf = (deliveries: readonly Delivery[]): unknown[] => [
  deliveries.map(({ shop }) => shop),
  deliveries.map(({ webhook }) => webhook.webhookId),
  deliveries.map(({ webhook }) => webhook.eventId),
  deliveries.map(({ webhook }) => webhook.topic),
  deliveries.map(({ digest }) => digest),
  deliveries.map(({ webhook }) => new Date(webhook.triggeredAt).toISOString()),
  deliveries.map(({ webhook }) => new Date(webhook.receivedAt).toISOString()),
  deliveries.map(({ said }) => said),
];

const idOf = (shop: string, webhookId: string): string => `${shop} ${webhookId}`;

function byKey(one: Delivery, other: Delivery): number {
  return (
    compare(one.shop, other.shop) ||
    compare(one.webhook.eventId, other.webhook.eventId) ||
    compare(one.webhook.topic, other.webhook.topic) ||
    compare(one.digest, other.digest)
  );
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** What PostgreSQL says of itself rather than of a row, by the class of its code. */
const OF_THE_SERVER = new Set(['08', '25', '28', '3D', '53', '57', '58']);
/** Somebody holds a lock for too long; it may be that of one shop, whose data is being erased. */
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * How a batch that failed is tried again: in halves when one of its rows may be to blame, until that row is alone;
 * by shop when a lock was not to be had. A database that is away is away for all of them.
 */
export function partsToTryAgain<Each extends { readonly item: Delivery }>(
  batch: readonly Each[],
  error: unknown,
): readonly (readonly Each[])[] {
  const half = Math.ceil(batch.length / 2);
  const halves = [batch.slice(0, half), batch.slice(half)];
  if (!(error instanceof pg.DatabaseError)) {
    // The driver's own failures are about connections; these are about what it was given.
    return error instanceof TypeError || error instanceof RangeError ? halves : [];
  }
  const { code = '' } = error;
  if (code === LOCK_NOT_AVAILABLE) {
    return [...Map.groupBy(batch, ({ item }) => item.shop).values()];
  }
  return OF_THE_SERVER.has(code.slice(0, 2)) ? [] : halves;
}
