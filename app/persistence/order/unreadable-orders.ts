import type { UnreadableOrders } from '../../application/order/ports.ts';
import type { OrderId } from '../../domain/ids.ts';
import type { Database } from '../database/database.ts';

/** Orders that cannot be read, in PostgreSQL. */
export function createUnreadableOrders({ prisma }: Pick<Database, 'prisma'>): UnreadableOrders {
  const { unreadableOrder: table } = prisma;
  return {
    async setAside(shop, orders, at) {
      const triedAt = new Date(at);
      for (const { id: orderId, name: orderName, reason } of orders) {
        const { count } = await table.updateMany({
          where: { shop, orderId },
          data: { orderName, reason, triedAt },
        });
        if (count > 0) continue;
        // Not an upsert: that expects its row back, and the table takes none of what was erased.
        const data = { shop, orderId, orderName, reason, foundAt: triedAt, triedAt };
        await table.createMany({ data, skipDuplicates: true });
      }
    },

    async takeBack(shop, ids) {
      await table.deleteMany({ where: { shop, orderId: { in: [...ids] } } });
    },

    async list(shop, limit) {
      const rows = await table.findMany({
        where: { shop },
        orderBy: [{ triedAt: 'asc' }, { orderId: 'asc' }],
        take: limit,
      });
      return rows.map((row) => ({
        id: row.orderId as OrderId,
        name: row.orderName,
        reason: row.reason,
        foundAt: row.foundAt.getTime(),
        triedAt: row.triedAt.getTime(),
      }));
    },
  };
}
