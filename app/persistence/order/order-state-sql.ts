import { ORDER_STATE_TABLE, type OrderStateRow } from '../../domain/order/order-state.ts';

/** As `ordersCancelledInPart` finds them. */
const CANCELLED_IN_PART = `EXISTS (SELECT FROM cancellations c
  JOIN cancellation_events e ON e.shop = c.shop AND e.cancellation_id = c.id
    AND e.type = 'lines_removed'
  WHERE c.shop = o.shop AND c.order_id = o.order_id)`;

function listed(statuses: readonly string[]): string {
  return statuses.map((status) => `'${status}'`).join(', ');
}

/**
 * The table of order states as an expression over `order_mirror o`: the filter of a list finds exactly what
 * the list says. Its literals come from the table alone.
 */
export const ORDER_STATE_SQL = `CASE ${ORDER_STATE_TABLE.map(
  (row) => `WHEN ${conditionOf(row)} THEN '${row.state}'`,
).join(' ')} END`;

function conditionOf(row: OrderStateRow): string {
  const conditions = [
    row.cancelled ? 'o.cancelled_at IS NOT NULL' : null,
    row.cancelledInPart ? CANCELLED_IN_PART : null,
    row.fulfillment
      ? `coalesce(o.fulfillment_status IN (${listed(row.fulfillment)}), false)`
      : null,
    row.payment ? `coalesce(o.financial_status IN (${listed(row.payment)}), false)` : null,
  ].filter((condition) => condition !== null);
  return conditions.length === 0 ? 'true' : conditions.join(' AND ');
}
