import type { CustomerId, OrderId, ShopDomain } from '../../domain/ids.ts';
import type { EpochMs } from '../../domain/time.ts';
import type { Sql } from '../database/transaction.ts';

/**
 * Locks a customer for a transaction, under names of which two orders of one person share at least one.
 *
 * SQL: Prisma has no advisory locks.
 */
export async function lockCustomer(
  sql: Sql,
  shop: ShopDomain,
  orderId: OrderId,
  customerId: CustomerId | null,
): Promise<void> {
  await sql.query(
    `SELECT pg_advisory_xact_lock(key) FROM (
       SELECT DISTINCT hashtextextended('customer ' || $1 || ' ' || name, 0) AS key
       FROM (
         SELECT unnest(ARRAY[$2, $3]) AS name
         UNION SELECT unnest(ARRAY[customer_id, lower(email)]) FROM order_mirror
           WHERE shop = $1 AND order_id = $2) AS names
       WHERE name IS NOT NULL ORDER BY key) AS keys`,
    [shop, orderId, customerId],
  );
}

/**
 * As `countByCustomerOf` of the store says.
 *
 * SQL: one statement that joins by digest and by address; Prisma joins by neither, and would read both tables.
 */
export async function countByCustomer(
  sql: Sql,
  shop: ShopDomain,
  orderId: OrderId,
  customerId: CustomerId | null,
  since: EpochMs,
): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(
    `SELECT count(*)::int AS count
     FROM cancellations c
     LEFT JOIN order_mirror theirs ON theirs.shop = c.shop AND theirs.order_id = c.order_id
     LEFT JOIN order_mirror this ON this.shop = $1 AND this.order_id = $2
     WHERE c.shop = $1 AND c.opened_at >= $4 AND c.requested_by = 'shopper' AND c.status <> ALL ($5)
       AND (c.order_id = $2 OR c.customer_digest IN
              (unorder_digest($1, $3), unorder_digest($1, this.customer_id))
            OR theirs.customer_id IN ($3, this.customer_id)
            OR lower(theirs.email) = lower(this.email))`,
    [shop, orderId, customerId, new Date(since), ['declined', 'withdrawn', 'expired']],
  );
  return rows[0]?.count ?? 0;
}

/**
 * As `countOtherOrdersOf` of the store says.
 *
 * SQL: the digest of a customer is made by the database alone.
 */
export async function countOtherOrders(
  sql: Sql,
  shop: ShopDomain,
  orderId: OrderId,
  customerId: CustomerId,
): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(
    `SELECT count(DISTINCT order_id)::int AS count FROM cancellations
     WHERE shop = $1 AND customer_digest = unorder_digest($1, $3) AND order_id <> $2`,
    [shop, orderId, customerId],
  );
  return rows[0]?.count ?? 0;
}
