import type { CancellationStore } from '../../application/cancellation/ports.ts';
import type { CancellationId, ShopDomain } from '../../domain/ids.ts';
import type { Database } from '../database/database.ts';
import { type EnqueueWith, type Sql, inTransaction } from '../database/transaction.ts';
import { appendEvents, tellFlow } from './cancellation-events.ts';
import { cancellationLists } from './cancellation-lists.ts';
import { updateTexts } from './cancellation-texts.ts';
import { cancellationsOfOrder } from './cancellations-of-order.ts';
import { countByCustomer, countOtherOrders } from './limit-of-customer.ts';
import { cancellationOpening } from './opening.ts';
import { readOverdueBy, readStored } from './stored-cancellations.ts';

/** Cancellations in PostgreSQL: their events, the list row that follows from them, and their texts. */
export function createCancellationStore(
  database: Omit<Database, 'close'>,
  enqueueWith: EnqueueWith,
): CancellationStore {
  const { pool, locks, prisma, everyShop } = database;
  const ofOrder = cancellationsOfOrder(prisma);
  return {
    ...cancellationLists(database),
    ...ofOrder,
    ...cancellationOpening(pool, enqueueWith, ofOrder.findLatest),

    async load(shop, id) {
      const stored = (await readStored(pool, shop, [id])).get(id);
      return stored ? { id, events: stored.events, texts: stored.texts } : null;
    },

    append: (shop, id, change) =>
      unlessAnotherIsLive(async () => {
        const { texts, next, at } = change;
        if (!texts && !next) {
          const appended = await appendEvents(pool, shop, id, change);
          if (appended === 'conflict') return appended;
          // Should the process end before: the sweep tells Flow.
          if (appended.toTell) await enqueueWith(pool, [tellFlow(shop, at)]);
          return 'appended';
        }
        return inTransaction(pool, async (sql) => {
          const appended = await appendEvents(sql, shop, id, change);
          if (appended === 'conflict') return appended;
          if (texts) await updateTexts(sql, shop, id, texts);
          if (next) await enqueueWith(sql, [next]);
          if (appended.toTell) await enqueueWith(sql, [tellFlow(shop, at)]);
          return 'appended';
        });
      }),

    async rest(shop, id, next) {
      // The job first: should the process end before the second, the sweep only comes earlier than it has to.
      if (next) await enqueueWith(pool, [next]);
      await setWakeUp(pool, shop, id, next && new Date(next.at));
    },

    countByCustomerOf: (shop, { orderId, customerId }, since) =>
      countByCustomer(pool, shop, orderId, customerId, since),

    countOtherOrdersOf: (shop, { orderId, customerId }) =>
      countOtherOrders(pool, shop, orderId, customerId),

    overdueBy: (shop, id) => readOverdueBy(pool, shop, id),

    async overdue(before, limit) {
      const rows = await everyShop.cancellation.findMany({
        where: { live: true, wakeAt: { lte: new Date(before) } },
        orderBy: { wakeAt: 'asc' },
        take: limit,
        select: { shop: true, id: true },
      });
      return rows.map((row) => ({
        shop: row.shop as ShopDomain,
        id: row.id as CancellationId,
      }));
    },

    exclusively: (shop, id, work) => locks.exclusively(`cancellation ${shop} ${id}`, work),
  };
}

/** SQL: one statement at the end of every run; typed it is three. */
async function setWakeUp(
  sql: Sql,
  shop: ShopDomain,
  id: CancellationId,
  wakeAt: Date | null,
): Promise<void> {
  await sql.query(`UPDATE cancellations SET wake_at = $3 WHERE shop = $1 AND id = $2 AND live`, [
    shop,
    id,
    wakeAt,
  ]);
}

const UNIQUE_VIOLATION = '23505';

/** One that is opened again meets the rule of one live cancellation an order like a new one. */
async function unlessAnotherIsLive<T>(work: () => Promise<T>): Promise<T | 'another_is_live'> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION) {
      return 'another_is_live';
    }
    throw error;
  }
}
