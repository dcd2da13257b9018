import type { CancellationStore } from '../../application/cancellation/ports.ts';
import type { CancellationEvent } from '../../domain/cancellation/events.ts';
import type { ScheduledJob } from '../../application/shared/queue.ts';
import { isFinal } from '../../domain/cancellation/state.ts';
import type { CancellationId, ShopDomain } from '../../domain/ids.ts';
import type { Money } from '../../domain/money.ts';
import type { EpochMs } from '../../domain/time.ts';
import { EVENT_FORMAT } from '../../formats/event-format.ts';
import { triggerOf } from '../../domain/flow/triggers.ts';
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
): Promise<{ readonly toTell: boolean }> {
  const owed = owedTriggers(events);
  const { rows } = await sql.query<Told>(
    `WITH appended AS (
       INSERT INTO cancellation_events (shop, cancellation_id, seq, at, type, data, format)
       SELECT $1, $2, $3 + position, $4, event ->> 'type', event - 'type', $6
       FROM jsonb_array_elements($5::jsonb) WITH ORDINALITY AS given (event, position)
       RETURNING shop, cancellation_id, $3::int AS after, at
     )${owed ? `, ${TOLD('(SELECT shop, cancellation_id AS id, after, at FROM appended LIMIT 1)', 7)}` : ''}
     SELECT ${owed ? '(SELECT count(*) FROM told)' : '0'} > 0 AS "toTell"`,
    [
      ...[shop, id, after, new Date(at), JSON.stringify(events), EVENT_FORMAT],
      ...(owed ? [owed] : []),
    ],
  );
  return { toTell: rows[0]?.toTell ?? false };
}

/** Sends what was noted for Flow. */
export const tellFlow = (shop: ShopDomain, at: EpochMs): ScheduledJob => ({
  job: { name: 'flow', shop, runId: null },
  at,
});

interface Told {
  readonly toTell: boolean;
}

/** The positions of events that Flow is told of, as JSON; null when there are none. */
function owedTriggers(events: readonly CancellationEvent[]): string | null {
  const owed = events.flatMap((event, index) => {
    const trigger = triggerOf(event);
    return trigger ? [{ position: index + 1, trigger }] : [];
  });
  return owed.length === 0 ? null : JSON.stringify(owed);
}

/**
 * Notes what Flow is to be told with the very events, for shops with workflows that begin with the app's triggers; by
 * the same statement, so that it costs nobody else anything.
 */
const TOLD = (from: string, parameter: number): string => `told AS (
       INSERT INTO flow_owed (shop, cancellation_id, seq, trigger, at)
       SELECT source.shop, source.id, source.after + owed.position, owed.trigger, source.at
       FROM ${from} AS source,
         jsonb_to_recordset($${parameter}::jsonb) AS owed (position int, trigger text)
       WHERE EXISTS (SELECT FROM flow_uses WHERE flow_uses.shop = source.shop AND is_used)
       RETURNING 1
     )`;

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
): Promise<'conflict' | { readonly toTell: boolean }> {
  const owed = owedTriggers(events);
  const amount = newestAmount(events);
  const { rows } = await sql.query<Told>(
    `WITH changed AS (
       UPDATE cancellations SET seq = $4, status = $5, live = $6, wake_at = $7, updated_at = $8,
         amount_minor = coalesce($9, amount_minor), currency_code = coalesce($10, currency_code)
       WHERE shop = $1 AND id = $2 AND seq = $3 RETURNING shop, id
     ), appended AS (
       INSERT INTO cancellation_events (shop, cancellation_id, seq, at, type, data, format)
       SELECT shop, id, $3 + position, $8, event ->> 'type', event - 'type', $12
       FROM changed, jsonb_array_elements($11::jsonb) WITH ORDINALITY AS given (event, position)
     )${owed ? `, ${TOLD('(SELECT shop, id, $3::int AS after, $8::timestamptz AS at FROM changed)', 13)}` : ''}
     SELECT ${owed ? '(SELECT count(*) FROM told)' : '0'} > 0 AS "toTell" FROM changed`,
    [
      ...[shop, id, expectedSeq, expectedSeq + events.length],
      ...[status, !isFinal(status), wakeAt === null ? null : new Date(wakeAt), new Date(at)],
      ...[
        amount?.minor ?? null,
        amount?.currencyCode ?? null,
        JSON.stringify(events),
        EVENT_FORMAT,
      ],
      ...(owed ? [owed] : []),
    ],
  );
  return rows[0] ?? 'conflict';
}

/** What is to be refunded according to the last event that says so; null when none does. */
function newestAmount(events: readonly CancellationEvent[]): Money | null {
  return events.reduce<Money | null>((amount, event) => {
    if (event.type === 'readiness_confirmed') return event.refund.amount;
    return event.type === 'approved' ? event.plan.refund.amount : amount;
  }, null);
}
