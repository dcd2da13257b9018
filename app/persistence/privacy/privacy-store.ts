import type pg from 'pg';

import type { PrivacyStore } from '../../application/shop/ports.ts';
import { lockErasures, noteErased } from './erasures.ts';
import { ordersOf } from '../order/orders-of-customer.ts';
import { type Sql, inTransaction } from '../database/transaction.ts';

/** Every table that holds a shop's data, those that others refer to last. */
const TABLES_OF_A_SHOP = [
  'cancellation_texts',
  'cancellation_events',
  'cancellations',
  'policy_versions',
  'order_mirror',
  'order_facts',
  'sync_watermarks',
  'unreadable_orders',
  'webhook_inbox',
  'stock_levels',
  'data_requests',
  'guest_challenges',
  'guest_attempts',
  '"Session"',
];

/** Takes a shop's jobs out of the queue, with the caller's own statements. */
export type ForgetJobs = (sql: Sql, shop: string) => Promise<void>;

/** Erasure in PostgreSQL: what is there goes, and what comes again is kept out by the tables themselves. */
export function createPrivacyStore(pool: pg.Pool, forgetJobs: ForgetJobs): PrivacyStore {
  return {
    redactCustomer: (shop, { customerId, orderIds }) =>
      inTransaction(pool, async (sql) => {
        await lockErasures(sql, shop);
        const ofCustomer = await ordersOf(sql, shop, customerId, orderIds);
        if (customerId) await noteErased(sql, shop, 'customer', [customerId]);
        await noteErased(sql, shop, 'order', ofCustomer);
        await forgetCustomer(sql, shop, customerId, ofCustomer);
      }),

    redactShop: (shop) =>
      inTransaction(pool, async (sql) => {
        await lockErasures(sql, shop);
        await noteErased(sql, shop, 'shop', ['']);
        // The append-only history lets go of nothing but the shop named here.
        await sql.query(`SELECT set_config('unorder.redacted_shop', $1, true)`, [shop]);
        for (const table of TABLES_OF_A_SHOP) {
          await sql.query(`DELETE FROM ${table} WHERE shop = $1`, [shop]);
        }
        await forgetJobs(sql, shop);
      }),
  };
}

async function forgetCustomer(
  sql: Sql,
  shop: string,
  customerId: string | null,
  orderIds: readonly string[],
): Promise<void> {
  // Writing the rows anew is enough where the tables' triggers keep out what was erased.
  await sql.query(
    `UPDATE order_mirror SET updated_at = updated_at WHERE shop = $1 AND order_id = ANY ($2)`,
    [shop, orderIds],
  );
  await sql.query(
    `DELETE FROM order_facts WHERE shop = $1 AND (customer_id = $2 OR order_id = ANY ($3))`,
    [shop, customerId, orderIds],
  );
  await sql.query(
    `UPDATE webhook_inbox SET news = news
     WHERE shop = $1 AND (news -> 'snapshot' ->> 'customerId' = $2 OR news -> 'snapshot' ->> 'id' = ANY ($3))`,
    [shop, customerId, orderIds],
  );
  await sql.query(
    `UPDATE cancellation_texts AS texts
     SET customer_comment = NULL, note_to_customer = NULL, internal_note = NULL, proof_of_payment = NULL
     FROM cancellations AS c
     WHERE c.shop = $1 AND c.order_id = ANY ($2)
       AND texts.shop = c.shop AND texts.cancellation_id = c.id`,
    [shop, orderIds],
  );
  await sql.query(
    `DELETE FROM guest_challenges WHERE shop = $1 AND (order_id = ANY ($2) OR order_name IN (
       SELECT name FROM order_mirror WHERE shop = $1 AND order_id = ANY ($2)))`,
    [shop, orderIds],
  );
  await sql.query(`DELETE FROM data_requests WHERE shop = $1 AND customer_id = $2`, [
    shop,
    customerId,
  ]);
}
