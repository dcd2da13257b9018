import type {
  CancellationTexts,
  StoredCancellation,
} from '../../application/cancellation/ports.ts';
import type { RecordedEvent } from '../../domain/cancellation/events.ts';
import type { CancellationId, ShopDomain } from '../../domain/ids.ts';
import { readEvent } from '../../formats/event-format.ts';
import type { StoredDocument } from '../../formats/upcast.ts';
import type { Sql } from '../database/transaction.ts';

/** A cancellation's events and texts, and how long it should have gone on (`overdueBy` of the store). */
export interface ReadCancellation extends StoredCancellation {
  readonly overdueBy: number | null;
}

/** Milliseconds since a live cancellation, `cancellations c`, should have gone on; null when it need not have. */
export const OVERDUE_BY = `CASE WHEN c.live AND c.wake_at <= now()
  THEN (extract(epoch FROM now() - greatest(c.wake_at, c.updated_at)) * 1000)::float8 END`;

/** Reads all that is stored of cancellations, as of one instant; those that the shop does not have are missing. */
export async function readStored(
  sql: Sql,
  shop: ShopDomain,
  ids: readonly CancellationId[],
): Promise<ReadonlyMap<CancellationId, ReadCancellation>> {
  // All but the events comes beside the first of them: one statement reads all of one instant.
  const { rows } = await sql.query<EventRow & FirstRow>(
    `SELECT e.cancellation_id, e.seq, e.at, e.type, e.data, e.format,
       t.customer_comment, t.note_to_customer, t.internal_note, t.proof_of_payment,
       ${OVERDUE_BY} AS overdue_by
     FROM cancellation_events e LEFT JOIN cancellation_texts t
       ON e.seq = 1 AND t.shop = e.shop AND t.cancellation_id = e.cancellation_id
     LEFT JOIN cancellations c ON e.seq = 1 AND c.shop = e.shop AND c.id = e.cancellation_id
     WHERE e.shop = $1 AND e.cancellation_id = ANY ($2::uuid[]) ORDER BY e.cancellation_id, e.seq`,
    [shop, ids],
  );
  const stored = new Map<CancellationId, ReadCancellation & { events: RecordedEvent[] }>();
  for (const row of rows) {
    const { cancellation_id: id } = row;
    const known = stored.get(id);
    if (known) known.events.push(recordedEvent(row));
    else {
      const { overdue_by: overdueBy } = row;
      stored.set(id, { id, events: [recordedEvent(row)], texts: textsOf(row), overdueBy });
    }
  }
  return stored;
}

interface EventRow {
  readonly cancellation_id: CancellationId;
  readonly seq: number;
  readonly at: Date;
  readonly type: string;
  readonly data: StoredDocument;
  readonly format: number;
}

/** What comes beside the first event. */
interface FirstRow {
  readonly overdue_by: number | null;
  readonly customer_comment: string | null;
  readonly note_to_customer: string | null;
  readonly internal_note: string | null;
  readonly proof_of_payment: string | null;
}

const recordedEvent = ({ seq, at, type, data, format }: EventRow): RecordedEvent => ({
  ...readEvent(format, type, data),
  seq,
  at: at.getTime(),
});

const textsOf = (row: FirstRow): CancellationTexts => ({
  customerComment: row.customer_comment,
  noteToCustomer: row.note_to_customer,
  internalNote: row.internal_note,
  proofOfPayment: row.proof_of_payment,
});
