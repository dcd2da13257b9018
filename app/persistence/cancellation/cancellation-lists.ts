import type { Cancellation } from '@prisma/client';

import { pageOf } from '../../application/shared/list-page.ts';
import type {
  CancellationFilter,
  CancellationStore,
  CancellationSummary,
} from '../../application/cancellation/ports.ts';
import type { Actor } from '../../domain/actor.ts';
import { type CancellationStatus, isFinal } from '../../domain/cancellation/state.ts';
import type { CancellationId, OrderId } from '../../domain/ids.ts';
import { money } from '../../domain/money.ts';
import type { Database } from '../database/database.ts';
import { type Row, columns } from '../database/rows.ts';
import { NEWEST_FIRST } from './cancellations-of-order.ts';
import { readStored } from './stored-cancellations.ts';

type Lists = Pick<CancellationStore, 'latestStatuses' | 'lists' | 'loadAll' | 'waiting'>;

const SUMMARY = [
  'id',
  'orderId',
  'orderName',
  'status',
  'requestedBy',
  'reasonId',
  'amountMinor',
  'currencyCode',
  'openedAt',
  'updatedAt',
] as const satisfies readonly (keyof Cancellation)[];

type Summary = (typeof SUMMARY)[number];
type SummaryRow = Row<Cancellation, Summary>;

/** What lists read of cancellations: a few statements for a page, however many rows it has. */
export function cancellationLists({ pool, prisma }: Pick<Database, 'pool' | 'prisma'>): Lists {
  const { cancellation: table } = prisma;
  return {
    async latestStatuses(shop, orderIds) {
      const rows = await table.findMany({
        where: { shop, orderId: { in: [...orderIds] } },
        orderBy: [{ orderId: 'asc' }, ...NEWEST_FIRST],
        distinct: ['orderId'],
        select: { orderId: true, status: true },
      });
      return new Map(rows.map((row) => [row.orderId as OrderId, row.status as CancellationStatus]));
    },

    // SQL: one statement for all lists of a page; typed it is one each, and for three takes about 10 times as long.
    async lists(shop, filters) {
      if (filters.length === 0) return [];
      const parts = filters.map(
        (filter, index) =>
          `(SELECT ${index} AS list, ${columns(SUMMARY)} FROM cancellations
            WHERE ${condition(filter, 2 * index + 2)}
            ORDER BY opened_at DESC, id DESC LIMIT $${2 * index + 3})`,
      );
      const { rows } = await pool.query<SummaryRow & { list: number }>(
        `SELECT * FROM (${parts.join(' UNION ALL ')}) AS found ORDER BY list, "openedAt" DESC, id DESC`,
        [shop, ...filters.flatMap(({ statuses, limit }) => [statuses ?? null, limit])],
      );
      return filters.map((_, index) => rows.filter(({ list }) => list === index).map(summary));
    },

    // SQL: from a key of three columns on, as the index has them; Prisma compares them one by one, and in a list of
    // 20,000 takes 5 times as long from its middle on.
    async waiting(shop, { cursor, limit }) {
      const isBackwards = cursor?.side === 'before';
      const [status = null, openedAt = null, id = null] = cursor?.key ?? [];
      const { rows } = await pool.query<SummaryRow>(
        `SELECT ${columns(SUMMARY)} FROM cancellations
         WHERE shop = $1 AND live AND status IN ('needs_attention', 'in_review')
           ${cursor ? `AND (status, opened_at, id) ${isBackwards ? '>' : '<'} ${KEY}` : ''}
         ORDER BY ${['status', 'opened_at', 'id'].map((one) => `${one} ${isBackwards ? 'ASC' : 'DESC'}`).join(', ')}
         LIMIT $2`,
        [shop, limit + 1, ...(cursor ? [status, openedAt, id] : [])],
      );
      return pageOf(rows.map(summary), { cursor, limit }, (row) => [
        ...[row.status, String(row.openedAt), row.id],
      ]);
    },

    async loadAll(shop, ids) {
      return ids.length === 0 ? new Map() : readStored(pool, shop, ids);
    },
  };
}

/** A cursor's key in `waiting`. */
const KEY = '($3, to_timestamp($4::bigint / 1000.0), $5::uuid)';

/** Those under way are few and have an index of their own. */
function condition({ statuses }: CancellationFilter, parameter: number): string {
  const isLive = statuses?.every((status) => !isFinal(status)) ?? false;
  return `shop = $1 AND ($${parameter}::text[] IS NULL OR status = ANY ($${parameter}))${isLive ? ' AND live' : ''}`;
}

const summary = (row: SummaryRow): CancellationSummary => ({
  id: row.id as CancellationId,
  orderId: row.orderId as OrderId,
  orderName: row.orderName,
  status: row.status as CancellationStatus,
  requestedBy: row.requestedBy as Actor['kind'],
  reasonId: row.reasonId,
  amount: money(Number(row.amountMinor), row.currencyCode),
  openedAt: row.openedAt.getTime(),
  updatedAt: row.updatedAt.getTime(),
});
