import type pg from 'pg';

import type { PrivacyStore } from '../application/ports.ts';
import { indexTerms } from './search-terms.ts';
import { type Sql, inTransaction } from './transaction.ts';

/** Every table that holds a shop's data, those that others refer to last. */
const TABLES_OF_A_SHOP = [
  'cancellation_texts',
  'cancellation_events',
  'cancellations',
  'policy_versions',
  'order_mirror',
  'sync_watermarks',
  'unreadable_orders',
  'webhook_inbox',
  'stock_levels',
  'data_requests',
  'guest_challenges',
  'guest_attempts',
  '"Session"',
];

/** Erasure in PostgreSQL. */
export function createPrivacyStore(pool: pg.Pool): PrivacyStore {
  return {
    redactCustomer: (shop, { customerId, orderIds }) =>
      inTransaction(pool, async (sql) => {
        const { rows } = await sql.query<{ order_id: string; name: string }>(
          `SELECT order_id, name FROM order_mirror
           WHERE shop = $1 AND (customer_id = $2 OR order_id = ANY ($3)) FOR UPDATE`,
          [shop, customerId, orderIds],
        );
        for (const { order_id, name } of rows) await redactMirrored(sql, shop, order_id, name);
        const ofCustomer = [...new Set([...orderIds, ...rows.map((row) => row.order_id)])];
        await sql.query(
          `UPDATE cancellation_texts AS texts
           SET customer_comment = NULL, note_to_customer = NULL, internal_note = NULL,
             proof_of_payment = NULL
           FROM cancellations AS c
           WHERE c.shop = $1 AND c.order_id = ANY ($2)
             AND texts.shop = c.shop AND texts.cancellation_id = c.id`,
          [shop, ofCustomer],
        );
        await sql.query(`DELETE FROM data_requests WHERE shop = $1 AND customer_id = $2`, [
          shop,
          customerId,
        ]);
      }),

    redactShop: (shop) =>
      inTransaction(pool, async (sql) => {
        // The append-only history lets go of nothing but the shop named here.
        await sql.query(`SELECT set_config('unorder.redacted_shop', $1, true)`, [shop]);
        for (const table of TABLES_OF_A_SHOP) {
          await sql.query(`DELETE FROM ${table} WHERE shop = $1`, [shop]);
        }
      }),

    async recordDataRequest(shop, { requestId, customerId, at }) {
      await pool.query(
        `INSERT INTO data_requests (shop, id, customer_id, requested_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (shop, id) DO NOTHING`,
        [shop, requestId, customerId, new Date(at)],
      );
    },
  };
}

async function redactMirrored(
  sql: Sql,
  shop: string,
  orderId: string,
  name: string,
): Promise<void> {
  await sql.query(
    `UPDATE order_mirror SET customer_id = NULL, customer_name = NULL, email = NULL,
       terms = array_to_tsvector($3::text[])
     WHERE shop = $1 AND order_id = $2`,
    [shop, orderId, indexTerms([name])],
  );
}
