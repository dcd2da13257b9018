import type pg from 'pg';

import type { CancellationStore, WaitingSummary } from '../../application/cancellation/ports.ts';
import { pageOf } from '../../application/shared/list-page.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import { columns } from '../database/rows.ts';
import { SUMMARY, type SummaryRow, summary } from './summary-row.ts';

/** Statuses in which a person is asked for something. */
export const WAITING = ['needs_attention', 'in_review'] as const;

type Search = Parameters<CancellationStore['waiting']>[1];

/** How a page is sorted: the columns of a key, as an index has them, in which direction, and a key of a cursor. */
const SORTS = {
  deadline: {
    columns: ["(c.status = 'in_review')", "coalesce(c.answer_by, 'infinity')", 'c.id'],
    direction: 'ASC',
    key: "($3 = '1', CASE WHEN $4 = 'none' THEN 'infinity' ELSE to_timestamp($4::text::bigint / 1000.0) END, $5::uuid)",
    keyOf: ({ status, answerBy, id }: Waiting) => [
      status === 'in_review' ? '1' : '0',
      answerBy === null ? 'none' : String(answerBy),
      id,
    ],
  },
  newest: {
    columns: ['c.status', 'c.opened_at', 'c.id'],
    direction: 'DESC',
    key: '($3, to_timestamp($4::text::bigint / 1000.0), $5::uuid)',
    keyOf: ({ status, openedAt, id }: Waiting) => [status, String(openedAt), id],
  },
} as const;

interface Waiting extends WaitingSummary {
  readonly answerBy: number | null;
}

/**
 * A page of what waits for a person.
 *
 * SQL: from a key of three columns on, as the index has them; Prisma compares them one by one, and in a list of
 * 20,000 takes 5 times as long from its middle on.
 */
export async function waitingPage(
  pool: pg.Pool,
  shop: ShopDomain,
  { sort, assignedTo, cursor, limit }: Search,
): Promise<ReturnType<typeof pageOf<WaitingSummary>>> {
  const { columns: by, direction, key, keyOf } = SORTS[sort];
  const isBackwards = cursor?.side === 'before';
  const isAscending = (direction === 'ASC') !== isBackwards;
  const from = cursor ? `AND (${by.join(', ')}) ${isAscending ? '>' : '<'} ${key}` : '';
  const assignee = cursor ? '$6' : '$3';
  const { rows } = await pool.query<
    SummaryRow & { answerBy: Date | null; assignedTo: string | null }
  >(
    `SELECT ${columns(SUMMARY, 'c')}, c.answer_by AS "answerBy", a.staff_id AS "assignedTo"
     FROM cancellations c LEFT JOIN request_assignments a
       ON a.shop = c.shop AND a.cancellation_id = c.id
     WHERE c.shop = $1 AND c.live AND c.status IN ('needs_attention', 'in_review') ${from}
       ${assignedTo === undefined ? '' : `AND a.staff_id IS NOT DISTINCT FROM ${assignee}`}
     ORDER BY ${by.map((one) => `${one} ${isAscending ? 'ASC' : 'DESC'}`).join(', ')}
     LIMIT $2`,
    [shop, limit + 1, ...(cursor?.key ?? []), ...(assignedTo === undefined ? [] : [assignedTo])],
  );
  const waiting = rows.map((row): Waiting => ({
    ...summary(row),
    answerBy: row.answerBy?.getTime() ?? null,
    assignedTo: row.assignedTo,
  }));
  return pageOf(waiting, { cursor, limit }, keyOf);
}
