import type { OrderId } from '../../domain/ids.ts';
import type { ShopTransaction } from '../database/transaction.ts';

/**
 * Orders of a customer: those named by the platform, those in the lists, and those only cancellations know.
 *
 * SQL: cancellations know the customer by a digest that only the database makes.
 */
export async function ordersOf(
  sql: Pick<ShopTransaction, '$queryRaw'>,
  shop: string,
  customerId: string | null,
  named: readonly OrderId[],
): Promise<readonly OrderId[]> {
  const rows = await sql.$queryRaw<{ order_id: OrderId }[]>`
    SELECT order_id FROM order_mirror WHERE shop = ${shop} AND customer_id = ${customerId}
    UNION SELECT order_id FROM cancellations
      WHERE shop = ${shop} AND customer_digest = unorder_digest(${shop}, ${customerId})`;
  return [...new Set([...named, ...rows.map((row) => row.order_id)])];
}
