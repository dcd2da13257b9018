import type { KeptFacts } from '../../application/order/ports.ts';
import type { OrderFacts } from '../../domain/order/facts.ts';
import { SECOND } from '../../domain/time.ts';
import type { Database } from '../database/database.ts';

/**
 * Of what form the kept facts are. Raise it with every change of `OrderFacts`: what was kept in another form is
 * not read. (The test of this file knows the form.)
 */
export const FACTS_FORMAT = 3;

/**
 * Shopify's times of change are whole seconds. What was read in the second of a change, by whichever clock, may
 * miss another one in it, and is not shown again.
 */
const SAME_SECOND = 2 * SECOND;

/**
 * Facts of orders in PostgreSQL, in a table that is neither logged nor backed up: all of it can be read again.
 * An order that is listed in a newer state than the kept one has changed, whatever report said so.
 */
export function createKeptFacts({
  pool,
  prisma,
  everyShop,
}: Pick<Database, 'pool' | 'prisma' | 'everyShop'>): KeptFacts {
  return {
    // SQL: one statement for every order that is shown; typed it is three.
    async find(shop, id, since) {
      const { rows } = await pool.query<{ facts: OrderFacts }>(
        `SELECT f.facts FROM order_facts f
         WHERE f.shop = $1 AND f.order_id = $2 AND f.format = $3 AND f.read_at >= $4
           AND f.read_at >= f.updated_at + $5 * interval '1 millisecond'
           AND NOT EXISTS (SELECT FROM order_mirror m
             WHERE m.shop = f.shop AND m.order_id = f.order_id AND m.updated_at > f.updated_at)
           AND NOT EXISTS (SELECT FROM policy_versions p
             WHERE p.shop = f.shop AND p.saved_at >= f.read_at)`,
        [shop, id, FACTS_FORMAT, new Date(since), SAME_SECOND],
      );
      return rows[0]?.facts ?? null;
    },

    // SQL: one statement for every order that was read; typed, as an update and an insert, it is six.
    async keep(shop, facts) {
      await pool.query(
        `INSERT INTO order_facts AS kept
           (shop, order_id, customer_id, format, facts, updated_at, read_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (shop, order_id) DO UPDATE SET
           customer_id = excluded.customer_id, format = excluded.format, facts = excluded.facts,
           updated_at = excluded.updated_at, read_at = excluded.read_at
         WHERE excluded.read_at >= kept.read_at`,
        [
          shop,
          facts.id,
          facts.customerId,
          FACTS_FORMAT,
          JSON.stringify(facts),
          new Date(facts.updatedAt),
          new Date(facts.readAt),
        ],
      );
    },

    async forget(shop, id) {
      await prisma.orderFacts.deleteMany({ where: { shop, orderId: id } });
    },

    async forgetBefore(instant) {
      await everyShop.orderFacts.deleteMany({ where: { readAt: { lt: new Date(instant) } } });
    },
  };
}
