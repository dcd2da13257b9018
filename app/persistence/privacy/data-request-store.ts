import type pg from 'pg';

import type { DataRequest, DataRequestStore } from '../../application/shop/ports.ts';
import type { Actor } from '../../domain/actor.ts';
import type { CustomerId, OrderId } from '../../domain/ids.ts';
import { ordersOf } from '../order/orders-of-customer.ts';

/** Customers' requests for their data in PostgreSQL. */
export function createDataRequestStore(pool: pg.Pool): DataRequestStore {
  return {
    async record(shop, { id, customerId, orderIds, requestedAt }) {
      await pool.query(
        `INSERT INTO data_requests (shop, id, customer_id, order_ids, requested_at)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT (shop, id) DO NOTHING`,
        [shop, id, customerId, JSON.stringify(orderIds), new Date(requestedAt)],
      );
    },

    async list(shop) {
      const { rows } = await pool.query<Row>(
        `SELECT ${COLUMNS} FROM data_requests WHERE shop = $1
         ORDER BY handed_over_at IS NOT NULL, requested_at DESC, id LIMIT 200`,
        [shop],
      );
      return rows.map(request);
    },

    async get(shop, id) {
      const { rows } = await pool.query<Row>(
        `SELECT ${COLUMNS} FROM data_requests WHERE shop = $1 AND id = $2`,
        [shop, id],
      );
      return rows[0] ? request(rows[0]) : null;
    },

    ordersOf: (shop, { customerId, orderIds }) => ordersOf(pool, shop, customerId, orderIds),

    async markHandedOver(shop, id, by, at) {
      await pool.query(
        `UPDATE data_requests SET handed_over_at = $3, handed_over_by = $4
         WHERE shop = $1 AND id = $2 AND handed_over_at IS NULL`,
        [shop, id, new Date(at), JSON.stringify(by)],
      );
    },
  };
}

const COLUMNS = 'id, customer_id, order_ids, requested_at, handed_over_at, handed_over_by';

interface Row {
  readonly id: string;
  readonly customer_id: CustomerId | null;
  readonly order_ids: readonly OrderId[];
  readonly requested_at: Date;
  readonly handed_over_at: Date | null;
  readonly handed_over_by: Actor | null;
}

const request = (row: Row): DataRequest => ({
  id: row.id,
  customerId: row.customer_id,
  orderIds: row.order_ids,
  requestedAt: row.requested_at.getTime(),
  handedOver:
    row.handed_over_at && row.handed_over_by
      ? { at: row.handed_over_at.getTime(), by: row.handed_over_by }
      : null,
});
