import type { CancellationEvent } from '@prisma/client';

import type {
  CancellationTexts,
  StoredCancellation,
} from '../../application/cancellation/ports.ts';
import type { RecordedEvent } from '../../domain/cancellation/events.ts';
import type { CancellationId, ShopDomain } from '../../domain/ids.ts';
import { readEvent } from '../../formats/event-format.ts';
import type { StoredDocument } from '../../formats/upcast.ts';
import { type Row, columns } from '../database/rows.ts';
import type { Sql } from '../database/transaction.ts';

/** A cancellation's events and texts, and how long it should have gone on (`overdueBy` of the store). */
export interface ReadCancellation extends StoredCancellation {
  readonly overdueBy: number | null;
}

/** Milliseconds since a live cancellation, `cancellations c`, should have gone on; null when it need not have. */
const OVERDUE_BY = `CASE WHEN c.live AND c.wake_at <= now()
  THEN (extract(epoch FROM now() - greatest(c.wake_at, c.updated_at)) * 1000)::float8 END`;

/** As `overdueBy` of the store says. SQL: reckoned with the database's clock, which Prisma does not read. */
export async function readOverdueBy(
  sql: Sql,
  shop: ShopDomain,
  id: CancellationId,
): Promise<number | null> {
  const { rows } = await sql.query<{ overdue_by: number | null }>(
    `SELECT ${OVERDUE_BY} AS overdue_by FROM cancellations c WHERE shop = $1 AND id = $2`,
    [shop, id],
  );
  return rows[0]?.overdue_by ?? null;
}

/**
 * Reads all that is stored of cancellations, as of one instant; those that the shop does not have are missing.
 *
 * SQL: one statement for every run; typed it is three, of three instants, and takes 4 to 8 times as long (0.5 and 2.1 ms).
 */
export async function readStored(
  sql: Sql,
  shop: ShopDomain,
  ids: readonly CancellationId[],
): Promise<ReadonlyMap<CancellationId, ReadCancellation>> {
  // All but the events comes beside the first of them: one statement reads all of one instant.
  const { rows } = await sql.query<EventRow & FirstRow>(
    `SELECT ${columns(EVENT, 'e')}, ${columns(TEXTS, 't')}, ${OVERDUE_BY} AS "overdueBy"
     FROM cancellation_events e LEFT JOIN cancellation_texts t
       ON e.seq = 1 AND t.shop = e.shop AND t.cancellation_id = e.cancellation_id
     LEFT JOIN cancellations c ON e.seq = 1 AND c.shop = e.shop AND c.id = e.cancellation_id
     WHERE e.shop = $1 AND e.cancellation_id = ANY ($2::uuid[]) ORDER BY e.cancellation_id, e.seq`,
    [shop, ids],
  );
  const stored = new Map<CancellationId, ReadCancellation & { events: RecordedEvent[] }>();
  for (const row of rows) {
    const id = row.cancellationId as CancellationId;
    const known = stored.get(id);
    if (known) known.events.push(recordedEvent(row));
    else {
      const { overdueBy } = row;
      stored.set(id, { id, events: [recordedEvent(row)], texts: textsOf(row), overdueBy });
    }
  }
  return stored;
}

const EVENT = [
  'cancellationId',
  'seq',
  'at',
  'type',
  'data',
  'format',
] as const satisfies readonly (keyof CancellationEvent)[];

const TEXTS = [
  'customerComment',
  'noteToCustomer',
  'internalNote',
  'proofOfPayment',
] as const satisfies readonly (keyof CancellationTexts)[];

type EventRow = Row<CancellationEvent, (typeof EVENT)[number]>;

/** What comes beside the first event. */
type FirstRow = CancellationTexts & { readonly overdueBy: number | null };

const recordedEvent = ({ seq, at, type, data, format }: EventRow): RecordedEvent => ({
  ...readEvent(format, type, data as StoredDocument),
  seq,
  at: at.getTime(),
});

const textsOf = (row: FirstRow): CancellationTexts => ({
  customerComment: row.customerComment,
  noteToCustomer: row.noteToCustomer,
  internalNote: row.internalNote,
  proofOfPayment: row.proofOfPayment,
});
