import type { ShopDomain } from '../../domain/ids.ts';
import type { Sql } from '../database/transaction.ts';

/**
 * Counts the orders of days in a shop's time zone: how many were placed, and how many of these are cancelled by now,
 * whoever did it.
 *
 * @param which the days on which these orders were placed, or all of them; a day's number is never added to, but
 *   counted anew
 */
export async function countOrderDays(
  sql: Sql,
  shop: ShopDomain,
  timeZone: string,
  which: 'all' | { readonly ofOrders: readonly string[] },
): Promise<void> {
  if (which === 'all') await sql.query('DELETE FROM order_days WHERE shop = $1', [shop]);
  // Of some days each is a short part of an index.
  const counted =
    which === 'all'
      ? `SELECT (created_at AT TIME ZONE $2)::date AS day, ${COUNTS} FROM order_mirror
         WHERE shop = $1 GROUP BY day`
      : `SELECT d.day, c.* FROM (SELECT DISTINCT (created_at AT TIME ZONE $2)::date AS day
           FROM order_mirror WHERE shop = $1 AND order_id = ANY ($3)) AS d
         CROSS JOIN LATERAL (SELECT ${COUNTS} FROM order_mirror WHERE shop = $1
           AND created_at >= (d.day::timestamp AT TIME ZONE $2)
           AND created_at < ((d.day + 1)::timestamp AT TIME ZONE $2)) AS c`;
  await sql.query(
    `INSERT INTO order_days (shop, day, orders, cancelled, parts)
     SELECT $1, counted.* FROM (${counted}) AS counted
     ON CONFLICT (shop, day) DO UPDATE SET orders = excluded.orders, cancelled = excluded.cancelled,
       parts = excluded.parts`,
    which === 'all' ? [shop, timeZone] : [shop, timeZone, which.ofOrders],
  );
}

const COUNTS = `count(*)::int AS orders, count(*) FILTER (WHERE cancelled_at IS NOT NULL)::int AS cancelled,
  count(*) FILTER (WHERE cancelled_at IS NULL AND cancelled_in_part)::int AS parts`;
