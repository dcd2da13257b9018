import type { Prisma } from '@prisma/client';

import type { CancellationStore } from '../../application/cancellation/ports.ts';
import type { CancellationId } from '../../domain/ids.ts';
import type { ShopClient } from '../database/one-shop.ts';

/** Which cancellations an order has. */
export function cancellationsOfOrder({
  cancellation: table,
}: ShopClient): Pick<CancellationStore, 'findAll' | 'findConcerned' | 'findLatest' | 'findLive'> {
  return {
    async findLive(shop, orderId) {
      const row = await table.findFirst({ where: { shop, orderId, live: true }, select: ID });
      return row && idOf(row);
    },

    async findLatest(shop, orderId) {
      const row = await table.findFirst({
        where: { shop, orderId },
        orderBy: NEWEST_FIRST,
        select: ID,
      });
      return row && idOf(row);
    },

    async findAll(shop, orderId) {
      const rows = await table.findMany({
        where: { shop, orderId },
        orderBy: NEWEST_FIRST,
        select: ID,
      });
      return rows.map(idOf);
    },

    async findConcerned(shop, orderId, endedSince) {
      const watched = {
        status: { in: ['completed', 'superseded'] },
        requestedBy: { not: 'outside' },
        openedAt: { gte: new Date(endedSince) },
      };
      const rows = await table.findMany({
        where: { shop, orderId, OR: [{ live: true }, watched] },
        orderBy: NEWEST_FIRST,
        select: { ...ID, live: true },
      });
      const live = rows.find((row) => row.live);
      return {
        live: live ? idOf(live) : null,
        watched: rows.filter((row) => !row.live).map(idOf),
      };
    },
  };
}

const ID = { id: true } as const;
/** As Prisma orders them. */
export const NEWEST_FIRST = [
  { openedAt: 'desc' },
  { id: 'desc' },
] satisfies Prisma.CancellationOrderByWithRelationInput[];

const idOf = ({ id }: { readonly id: string }): CancellationId => id as CancellationId;
