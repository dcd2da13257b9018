import type {
  CancellationFilter,
  CancellationStore,
} from '../../application/cancellation/ports.ts';
import { type CancellationStatus, isFinal } from '../../domain/cancellation/state.ts';
import type { OrderId } from '../../domain/ids.ts';
import type { Database } from '../database/database.ts';
import { columns } from '../database/rows.ts';
import { NEWEST_FIRST } from './cancellations-of-order.ts';
import { readStored } from './stored-cancellations.ts';
import { SUMMARY, type SummaryRow, summary } from './summary-row.ts';
import { WAITING, waitingPage } from './waiting-page.ts';

type Lists = Pick<
  CancellationStore,
  'latestStatuses' | 'lists' | 'loadAll' | 'waiting' | 'countWaiting' | 'assign'
>;

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

    waiting: (shop, search) => waitingPage(pool, shop, search),

    async countWaiting(shop, most) {
      const waiting = await table.findMany({
        where: { shop, live: true, status: { in: [...WAITING] } },
        select: { id: true },
        take: most,
      });
      return waiting.length;
    },

    async assign(shop, cancellationId, { to, by, at }) {
      const { requestAssignment } = prisma;
      if (to === null) {
        await requestAssignment.deleteMany({ where: { shop, cancellationId } });
        return;
      }
      const data = { staffId: to, assignedBy: by, assignedAt: new Date(at) };
      await requestAssignment.upsert({
        where: { shop_cancellationId: { shop, cancellationId } },
        create: { shop, cancellationId, ...data },
        update: data,
      });
    },

    async loadAll(shop, ids) {
      return ids.length === 0 ? new Map() : readStored(pool, shop, ids);
    },
  };
}

/** Those under way are few and have an index of their own. */
function condition({ statuses }: CancellationFilter, parameter: number): string {
  const isLive = statuses?.every((status) => !isFinal(status)) ?? false;
  return `shop = $1 AND ($${parameter}::text[] IS NULL OR status = ANY ($${parameter}))${isLive ? ' AND live' : ''}`;
}
