import type { OrderViews } from '../../application/order/order-views.ts';
import type { Database } from '../database/database.ts';

/** Views of the order list in PostgreSQL. */
export function createOrderViews({ prisma }: Pick<Database, 'prisma'>): OrderViews {
  const { orderView: table } = prisma;
  const theirs = (shop: string, staffId: string) => ({
    shop,
    OR: [{ staffId: null }, { staffId }],
  });
  return {
    async list(shop, staffId) {
      const rows = await table.findMany({
        where: theirs(shop, staffId),
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map(({ id, name, query, createdAt, ...row }) => ({
        ...{ id, name, query },
        staffId: row.staffId,
        createdAt: createdAt.getTime(),
      }));
    },

    async add(shop, { createdAt, ...view }) {
      // Not `create`: that expects its row back, and the table takes none of a shop that was erased.
      await table.createMany({ data: [{ shop, ...view, createdAt: new Date(createdAt) }] });
    },

    async change(shop, staffId, id, change) {
      const { count } = await table.updateMany({
        where: { ...theirs(shop, staffId), id },
        data: change,
      });
      return count > 0;
    },

    async remove(shop, staffId, id) {
      const { count } = await table.deleteMany({ where: { ...theirs(shop, staffId), id } });
      return count > 0;
    },
  };
}
