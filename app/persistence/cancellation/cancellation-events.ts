import type { CancellationStore } from '../../application/cancellation/ports.ts';
import type { CancellationEvent } from '../../domain/cancellation/events.ts';
import { isFinal } from '../../domain/cancellation/state.ts';
import type { CancellationId, ShopDomain } from '../../domain/ids.ts';
import type { Money } from '../../domain/money.ts';
import type { EpochMs } from '../../domain/time.ts';
import { EVENT_FORMAT } from '../../formats/event-format.ts';
import type { Sql } from '../database/transaction.ts';

/**
 * Stores events after the one of number `after`, as of one instant.
 *
 * SQL: in one transaction with the job of an opening, which the queue writes by a statement of its own.
 */
export async function insertEvents(
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
    [shop, id, after, new Date(at), JSON.stringify(events), EVENT_FORMAT],
  );
}

/**
 * Appends after `expectedSeq` and brings the list row along; `conflict` appends nothing.
 *
 * SQL: one statement for every step of every cancellation; typed it is four and takes about 3 times as long.
 */
export async function appendEvents(
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
      ...[status, !isFinal(status), wakeAt === null ? null : new Date(wakeAt), new Date(at)],
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

/** What is to be refunded according to the last event that says so; null when none does. */
function newestAmount(events: readonly CancellationEvent[]): Money | null {
  return events.reduce<Money | null>((amount, event) => {
    if (event.type === 'readiness_confirmed') return event.refund.amount;
    return event.type === 'approved' ? event.plan.refund.amount : amount;
  }, null);
}
