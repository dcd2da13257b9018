import type pg from 'pg';

import type { CancellationStore, CancellationTexts } from '../../application/cancellation/ports.ts';
import type { CancellationEvent } from '../../domain/cancellation/events.ts';
import { isFinal } from '../../domain/cancellation/state.ts';
import type { CancellationId, CustomerId, OrderId, ShopDomain } from '../../domain/ids.ts';
import type { Money } from '../../domain/money.ts';
import { err, ok } from '../../domain/result.ts';
import type { EpochMs } from '../../domain/time.ts';
import { EVENT_FORMAT } from '../../formats/event-format.ts';
import { cancellationLists } from './cancellation-lists.ts';
import { exclusively } from './exclusively.ts';
import { OVERDUE_BY, readStored } from './stored-cancellations.ts';
import { type EnqueueWith, type Sql, inTransaction } from '../database/transaction.ts';

/** Cancellations in PostgreSQL: their events, the list row that follows from them, and their texts. */
export function createCancellationStore(
  pool: pg.Pool,
  locks: pg.Pool,
  enqueueWith: EnqueueWith,
): CancellationStore {
  return {
    ...cancellationLists(pool),

    async open(shop, opening) {
      const { id, event, texts, at, next, after, customerId, limit } = opening;
      const { orderId } = event;
      const opened = await inTransaction(pool, async (sql) => {
        if (limit) {
          await lockCustomer(sql, shop, orderId, customerId);
          const counted = await countByCustomer(sql, shop, orderId, customerId, limit.since);
          if (counted >= limit.cancellations) return 'limit_reached';
        }
        if (!(await insertUnlessOvertaken(sql, shop, opening))) return false;
        await insertEvents(sql, shop, id, 0, [event], at);
        await insertTexts(sql, shop, id, texts);
        await enqueueWith(sql, next);
        return true;
      });
      if (opened === 'limit_reached') return err({ limitReached: true });
      if (opened) return ok(null);
      const cancellationId = await findLatest(pool, shop, event.orderId);
      if (cancellationId) return err({ cancellationId });
      throw new Error(`Order ${event.orderId} took no cancellation after ${after ?? 'none'}`);
    },

    record: (shop, { id, orderName, event, at }) =>
      inTransaction(pool, async (sql) => {
        const { amount } = event.plan.refund;
        const { rowCount } = await sql.query(
          `INSERT INTO cancellations (shop, id, order_id, order_name, status, live, seq, wake_at,
             requested_by, reason_id, amount_minor, currency_code, opened_at, updated_at)
           SELECT $1, $2, $3, $4, 'completed', false, 1, NULL, 'outside', NULL, $5, $6, $7, $8
           WHERE NOT EXISTS (SELECT FROM cancellations
             WHERE shop = $1 AND order_id = $3 AND requested_by = 'outside')`,
          [
            ...[shop, id, event.orderId, orderName, amount.minor, amount.currencyCode],
            ...[timestamp(event.cancelledAt), timestamp(at)],
          ],
        );
        if (rowCount === 0) return;
        await insertEvents(sql, shop, id, 0, [event], at);
        await insertTexts(sql, shop, id, NO_TEXTS);
      }),

    async load(shop, id) {
      const stored = (await readStored(pool, shop, [id])).get(id);
      return stored ? { id, events: stored.events, texts: stored.texts } : null;
    },

    append: (shop, id, change) =>
      unlessAnotherIsLive(async () => {
        const { texts, next } = change;
        if (!texts && !next) return appendEvents(pool, shop, id, change);
        return inTransaction(pool, async (sql) => {
          const appended = await appendEvents(sql, shop, id, change);
          if (appended === 'conflict') return appended;
          if (texts) await updateTexts(sql, shop, id, texts);
          if (next) await enqueueWith(sql, next);
          return appended;
        });
      }),

    async rest(shop, id, next) {
      // The job first: should the process end before the second, the sweep only comes earlier than it has to.
      if (next) await enqueueWith(pool, next);
      await pool.query(
        `UPDATE cancellations SET wake_at = $3 WHERE shop = $1 AND id = $2 AND live`,
        [shop, id, timestamp(next?.at ?? null)],
      );
    },

    countByCustomerOf: (shop, { orderId, customerId }, since) =>
      countByCustomer(pool, shop, orderId, customerId, since),

    async overdueBy(shop, id) {
      const { rows } = await pool.query<{ overdue_by: number }>(
        `SELECT ${OVERDUE_BY} AS overdue_by
         FROM cancellations c WHERE shop = $1 AND id = $2`,
        [shop, id],
      );
      return rows[0]?.overdue_by ?? null;
    },

    async hasLive(shop) {
      const { rows } = await pool.query<{ found: boolean }>(
        `SELECT EXISTS (SELECT FROM cancellations WHERE shop = $1 AND live) AS found`,
        [shop],
      );
      return rows[0]?.found ?? false;
    },

    findLive: (shop, orderId) => findLive(pool, shop, orderId),

    findLatest: (shop, orderId) => findLatest(pool, shop, orderId),

    async findAll(shop, orderId) {
      const { rows } = await pool.query<{ id: CancellationId }>(
        `SELECT id FROM cancellations WHERE shop = $1 AND order_id = $2
         ORDER BY opened_at DESC, id DESC`,
        [shop, orderId],
      );
      return rows.map(({ id }) => id);
    },

    async findConcerned(shop, orderId, endedSince) {
      const { rows } = await pool.query<{ id: CancellationId; live: boolean }>(
        `SELECT id, live FROM cancellations WHERE shop = $1 AND order_id = $2
           AND (live OR status IN ('completed', 'superseded')
             AND requested_by <> 'outside' AND opened_at >= $3)
         ORDER BY opened_at DESC, id DESC`,
        [shop, orderId, timestamp(endedSince)],
      );
      return {
        live: rows.find(({ live }) => live)?.id ?? null,
        watched: rows.filter(({ live }) => !live).map(({ id }) => id),
      };
    },

    async overdue(before, limit) {
      const { rows } = await pool.query<{ shop: ShopDomain; id: CancellationId }>(
        `SELECT shop, id FROM cancellations WHERE live AND wake_at <= $1 ORDER BY wake_at LIMIT $2`,
        [timestamp(before), limit],
      );
      return rows;
    },

    exclusively: (shop, id, work) => exclusively(locks, `cancellation ${shop} ${id}`, work),
  };
}

const timestamp = (at: EpochMs | null): Date | null => (at === null ? null : new Date(at));

const NO_TEXTS: CancellationTexts = {
  customerComment: null,
  noteToCustomer: null,
  internalNote: null,
  proofOfPayment: null,
};

const UNIQUE_VIOLATION = '23505';

/** One that is opened again meets the rule of one live cancellation an order like a new one. */
async function unlessAnotherIsLive<T>(work: () => Promise<T>): Promise<T | 'another_is_live'> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION) {
      return 'another_is_live';
    }
    throw error;
  }
}

/** Inserts it only if it follows the cancellation that its asker knew of, and none is live. */
async function insertUnlessOvertaken(
  sql: Sql,
  shop: ShopDomain,
  { id, orderName, event, at, next, after, customerId }: Parameters<CancellationStore['open']>[1],
): Promise<boolean> {
  const { amount } = event.plan.refund;
  const { rowCount } = await sql.query(
    `INSERT INTO cancellations (shop, id, order_id, order_name, status, live, seq, wake_at,
       requested_by, reason_id, amount_minor, currency_code, opened_at, updated_at, customer_digest)
     SELECT $1, $2, $3, $4, 'requested', true, 1, $5, $6, $7, $8, $9, $10, $10, unorder_digest($1, $12)
     WHERE (SELECT id FROM cancellations WHERE shop = $1 AND order_id = $3
            ORDER BY opened_at DESC, id DESC LIMIT 1) IS NOT DISTINCT FROM $11::uuid
     ON CONFLICT (shop, order_id) WHERE live DO NOTHING`,
    [
      ...[shop, id, event.orderId, orderName, timestamp(next.at)],
      ...[event.actor.kind, event.reasonId, amount.minor, amount.currencyCode, timestamp(at)],
      ...[after, customerId],
    ],
  );
  return rowCount === 1;
}

/** Under which names a customer is locked: two orders of one person share at least one. */
async function lockCustomer(
  sql: Sql,
  shop: ShopDomain,
  orderId: OrderId,
  customerId: CustomerId | null,
): Promise<void> {
  await sql.query(
    `SELECT pg_advisory_xact_lock(key) FROM (
       SELECT DISTINCT hashtextextended('customer ' || $1 || ' ' || name, 0) AS key
       FROM (
         SELECT unnest(ARRAY[$2, $3]) AS name
         UNION SELECT unnest(ARRAY[customer_id, lower(email)]) FROM order_mirror
           WHERE shop = $1 AND order_id = $2) AS names
       WHERE name IS NOT NULL ORDER BY key) AS keys`,
    [shop, orderId, customerId],
  );
}

async function countByCustomer(
  sql: Sql,
  shop: ShopDomain,
  orderId: OrderId,
  customerId: CustomerId | null,
  since: EpochMs,
): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(
    `SELECT count(*)::int AS count
     FROM cancellations c
     LEFT JOIN order_mirror theirs ON theirs.shop = c.shop AND theirs.order_id = c.order_id
     LEFT JOIN order_mirror this ON this.shop = $1 AND this.order_id = $2
     WHERE c.shop = $1 AND c.opened_at >= $4 AND c.requested_by = 'shopper' AND c.status <> ALL ($5)
       AND (c.order_id = $2 OR c.customer_digest IN
              (unorder_digest($1, $3), unorder_digest($1, this.customer_id))
            OR theirs.customer_id IN ($3, this.customer_id)
            OR lower(theirs.email) = lower(this.email))`,
    [shop, orderId, customerId, timestamp(since), ['declined', 'withdrawn', 'expired']],
  );
  return rows[0]?.count ?? 0;
}

async function insertEvents(
  sql: Sql,
  shop: ShopDomain,
  id: CancellationId,
  after: number,
  events: readonly CancellationEvent[],
  at: EpochMs,
): Promise<void> {
  await sql.query(
    `INSERT INTO cancellation_events (shop, cancellation_id, seq, at, type, data, format)
     SELECT $1, $2, $3 + position, $4, event ->> 'type', event - 'type', $6
     FROM jsonb_array_elements($5::jsonb) WITH ORDINALITY AS given (event, position)`,
    [shop, id, after, timestamp(at), JSON.stringify(events), EVENT_FORMAT],
  );
}

async function insertTexts(
  sql: Sql,
  shop: ShopDomain,
  id: CancellationId,
  texts: CancellationTexts,
): Promise<void> {
  await sql.query(
    `INSERT INTO cancellation_texts
       (shop, cancellation_id, customer_comment, note_to_customer, internal_note, proof_of_payment)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      ...[shop, id, texts.customerComment, texts.noteToCustomer, texts.internalNote],
      texts.proofOfPayment,
    ],
  );
}

/** Appends after `expectedSeq` and brings the list row along, in one statement; `conflict` appends nothing. */
async function appendEvents(
  sql: Sql,
  shop: ShopDomain,
  id: CancellationId,
  { expectedSeq, events, at, status, wakeAt }: Parameters<CancellationStore['append']>[2],
): Promise<'appended' | 'conflict'> {
  const amount = newestAmount(events);
  const { rowCount } = await sql.query(
    `WITH changed AS (
       UPDATE cancellations SET seq = $4, status = $5, live = $6, wake_at = $7, updated_at = $8,
         amount_minor = coalesce($9, amount_minor), currency_code = coalesce($10, currency_code)
       WHERE shop = $1 AND id = $2 AND seq = $3 RETURNING shop, id
     ), appended AS (
       INSERT INTO cancellation_events (shop, cancellation_id, seq, at, type, data, format)
       SELECT shop, id, $3 + position, $8, event ->> 'type', event - 'type', $12
       FROM changed, jsonb_array_elements($11::jsonb) WITH ORDINALITY AS given (event, position)
     )
     SELECT FROM changed`,
    [
      ...[shop, id, expectedSeq, expectedSeq + events.length],
      ...[status, !isFinal(status), timestamp(wakeAt), timestamp(at)],
      ...[
        amount?.minor ?? null,
        amount?.currencyCode ?? null,
        JSON.stringify(events),
        EVENT_FORMAT,
      ],
    ],
  );
  return rowCount === 0 ? 'conflict' : 'appended';
}

/** A text that is given replaces the one there, also when it is null; one that is not stays. */
async function updateTexts(
  sql: Sql,
  shop: ShopDomain,
  id: CancellationId,
  texts: Partial<CancellationTexts>,
): Promise<void> {
  await sql.query(
    `UPDATE cancellation_texts SET
       customer_comment = CASE WHEN $3 THEN $4 ELSE customer_comment END,
       note_to_customer = CASE WHEN $5 THEN $6 ELSE note_to_customer END,
       internal_note = CASE WHEN $7 THEN $8 ELSE internal_note END,
       proof_of_payment = CASE WHEN $9 THEN $10 ELSE proof_of_payment END
     WHERE shop = $1 AND cancellation_id = $2`,
    [
      ...[shop, id],
      ...[texts.customerComment !== undefined, texts.customerComment ?? null],
      ...[texts.noteToCustomer !== undefined, texts.noteToCustomer ?? null],
      ...[texts.internalNote !== undefined, texts.internalNote ?? null],
      ...[texts.proofOfPayment !== undefined, texts.proofOfPayment ?? null],
    ],
  );
}

async function findLatest(
  sql: Sql,
  shop: ShopDomain,
  orderId: OrderId,
): Promise<CancellationId | null> {
  const { rows } = await sql.query<{ id: CancellationId }>(
    `SELECT id FROM cancellations WHERE shop = $1 AND order_id = $2
     ORDER BY opened_at DESC, id DESC LIMIT 1`,
    [shop, orderId],
  );
  return rows[0]?.id ?? null;
}

async function findLive(
  sql: Sql,
  shop: ShopDomain,
  orderId: OrderId,
): Promise<CancellationId | null> {
  const { rows } = await sql.query<{ id: CancellationId }>(
    `SELECT id FROM cancellations WHERE shop = $1 AND order_id = $2 AND live`,
    [shop, orderId],
  );
  return rows[0]?.id ?? null;
}

/** What is to be refunded according to the last event that says so; null when none does. */
function newestAmount(events: readonly CancellationEvent[]): Money | null {
  return events.reduce<Money | null>((amount, event) => {
    if (event.type === 'readiness_confirmed') return event.refund.amount;
    return event.type === 'approved' ? event.plan.refund.amount : amount;
  }, null);
}
