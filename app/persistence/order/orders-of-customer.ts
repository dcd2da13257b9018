import type { OrderId } from '../../domain/ids.ts';
import type { Sql } from '../database/transaction.ts';

/** Orders of a customer: those named by the platform, those in the lists, and those only cancellations know. */
export async function ordersOf(
  sql: Sql,
  shop: string,
  customerId: string | null,
  named: readonly OrderId[],
): Promise<readonly OrderId[]> {
  const { rows } = await sql.query<{ order_id: OrderId }>(
    `SELECT order_id FROM order_mirror WHERE shop = $1 AND customer_id = $2
     UNION SELECT order_id FROM cancellations
       WHERE shop = $1 AND customer_digest = unorder_digest($1, $2)`,
    [shop, customerId],
  );
  return [...new Set([...named, ...rows.map((row) => row.order_id)])];
}
