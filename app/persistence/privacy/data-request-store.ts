import type { DataRequest as Row } from '@prisma/client';

import type { DataRequest, DataRequestStore } from '../../application/shop/ports.ts';
import type { Actor } from '../../domain/actor.ts';
import type { CustomerId, OrderId } from '../../domain/ids.ts';
import type { Database } from '../database/database.ts';
import { ordersOf } from '../order/orders-of-customer.ts';

const MOST_LISTED = 200;

/** Customers' requests for their data in PostgreSQL. */
export function createDataRequestStore({ prisma }: Pick<Database, 'prisma'>): DataRequestStore {
  const { dataRequest: table } = prisma;
  return {
    async record(shop, { id, customerId, orderIds, requestedAt }) {
      const data = { shop, id, customerId, orderIds, requestedAt: new Date(requestedAt) };
      // Not a plain insert: one that is known stays, and the table takes none of what was erased.
      await table.createMany({ data, skipDuplicates: true });
    },

    async list(shop) {
      const listed = (handedOverAt: null | { not: null }, take: number) =>
        table.findMany({
          where: { shop, handedOverAt },
          orderBy: [{ requestedAt: 'desc' }, { id: 'asc' }],
          take,
        });
      const open = await listed(null, MOST_LISTED);
      const answered = await listed({ not: null }, MOST_LISTED - open.length);
      return [...open, ...answered].map(request);
    },

    async get(shop, id) {
      const row = await table.findUnique({ where: { shop_id: { shop, id } } });
      return row && request(row);
    },

    ordersOf: (shop, { customerId, orderIds }) => ordersOf(prisma, shop, customerId, orderIds),

    async markHandedOver(shop, id, by, at) {
      await table.updateMany({
        where: { shop, id, handedOverAt: null },
        data: { handedOverAt: new Date(at), handedOverBy: { ...by } },
      });
    },
  };
}

const request = (row: Row): DataRequest => ({
  id: row.id,
  customerId: row.customerId as CustomerId | null,
  orderIds: row.orderIds as readonly string[] as readonly OrderId[],
  requestedAt: row.requestedAt.getTime(),
  handedOver:
    row.handedOverAt && row.handedOverBy
      ? { at: row.handedOverAt.getTime(), by: row.handedOverBy as unknown as Actor }
      : null,
});
