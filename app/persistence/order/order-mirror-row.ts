import type { OrderSnapshot } from '../../application/order/ports.ts';
import type { CustomerId, OrderId } from '../../domain/ids.ts';
import { money } from '../../domain/money.ts';

export const MIRROR_COLUMNS = `order_id, name, customer_id, customer_name, email, created_at, updated_at,
  cancelled_at, financial_status, fulfillment_status, total_minor, currency_code`;

/** A row of `order_mirror` as it is read. */
export interface OrderMirrorRow {
  readonly order_id: OrderId;
  readonly name: string;
  readonly customer_id: CustomerId | null;
  readonly customer_name: string | null;
  readonly email: string | null;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly cancelled_at: Date | null;
  readonly financial_status: string | null;
  readonly fulfillment_status: string | null;
  readonly total_minor: string;
  readonly currency_code: string;
}

export const snapshotOf = (row: OrderMirrorRow): OrderSnapshot => ({
  id: row.order_id,
  name: row.name,
  customerId: row.customer_id,
  customerName: row.customer_name,
  email: row.email,
  createdAt: row.created_at.getTime(),
  updatedAt: row.updated_at.getTime(),
  cancelledAt: row.cancelled_at?.getTime() ?? null,
  financialStatus: row.financial_status,
  fulfillmentStatus: row.fulfillment_status,
  total: money(Number(row.total_minor), row.currency_code),
});
