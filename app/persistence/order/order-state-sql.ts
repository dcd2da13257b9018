import { ORDER_STATE_TABLE, type OrderStateRow } from '../../domain/order/order-state.ts';

function listed(statuses: readonly string[]): string {
  return statuses.map((status) => `'${status}'`).join(', ');
}

/**
 * The table of order states as an expression over `order_mirror o`: the filter of a list finds exactly what
 * the list says. Its literals come from the table alone. The index `order_mirror_by_state` has this expression: a
 * change of the table needs a migration that builds it anew.
 */
export const ORDER_STATE_SQL = `CASE ${ORDER_STATE_TABLE.map(
  (row) => `WHEN ${conditionOf(row)} THEN '${row.state}'`,
).join(' ')} END`;

function conditionOf(row: OrderStateRow): string {
  const conditions = [
    row.cancelled ? 'o.cancelled_at IS NOT NULL' : null,
    row.cancelledInPart ? 'o.cancelled_in_part' : null,
    row.fulfillment
      ? `coalesce(o.fulfillment_status IN (${listed(row.fulfillment)}), false)`
      : null,
    row.payment ? `coalesce(o.financial_status IN (${listed(row.payment)}), false)` : null,
  ].filter((condition) => condition !== null);
  return conditions.length === 0 ? 'true' : conditions.join(' AND ');
}
