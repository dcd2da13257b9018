import type pg from 'pg';

import type { CancellationStore } from '../../application/cancellation/ports.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import { err, ok } from '../../domain/result.ts';
import { type EnqueueWith, type Sql, inTransaction } from '../database/transaction.ts';
import { insertEvents, tellFlow } from './cancellation-events.ts';
import { NO_TEXTS, insertTexts } from './cancellation-texts.ts';
import { countByCustomer, lockCustomer } from './limit-of-customer.ts';

/** How cancellations come to be: asked for, or made by somebody else. */
export function cancellationOpening(
  pool: pg.Pool,
  enqueueWith: EnqueueWith,
  findLatest: CancellationStore['findLatest'],
): Pick<CancellationStore, 'open' | 'record'> {
  return {
    async open(shop, opening) {
      const { id, event, texts, at, next, after, customerId, limit } = opening;
      const { orderId } = event;
      const opened = await inTransaction(pool, async (sql) => {
        if (limit) {
          await lockCustomer(sql, shop, orderId, customerId);
          const counted = await countByCustomer(sql, shop, orderId, customerId, limit.since);
          if (counted >= limit.cancellations) return 'limit_reached';
        }
        if (!(await insertUnlessOvertaken(sql, shop, opening))) return false;
        const { toTell } = await insertEvents(sql, shop, id, 0, [event], at);
        await insertTexts(sql, shop, id, texts);
        await enqueueWith(sql, toTell ? [next, tellFlow(shop, at)] : [next]);
        return true;
      });
      if (opened === 'limit_reached') return err({ limitReached: true });
      if (opened) return ok(null);
      const cancellationId = await findLatest(shop, event.orderId);
      if (cancellationId) return err({ cancellationId });
      throw new Error(`Order ${event.orderId} took no cancellation after ${after ?? 'none'}`);
    },

    record: (shop, { id, orderName, event, at }) =>
      inTransaction(pool, async (sql) => {
        const { amount } = event.plan.refund;
        // SQL: an insert with a condition, one statement under no lock.
        const { rowCount } = await sql.query(
          `INSERT INTO cancellations (shop, id, order_id, order_name, status, live, seq, wake_at,
             requested_by, reason_id, amount_minor, currency_code, opened_at, updated_at)
           SELECT $1, $2, $3, $4, 'completed', false, 1, NULL, 'outside', NULL, $5, $6, $7, $8
           WHERE NOT EXISTS (SELECT FROM cancellations
             WHERE shop = $1 AND order_id = $3 AND requested_by = 'outside')`,
          [
            ...[shop, id, event.orderId, orderName, amount.minor, amount.currencyCode],
            ...[new Date(event.cancelledAt), new Date(at)],
          ],
        );
        if (rowCount === 0) return;
        await insertEvents(sql, shop, id, 0, [event], at);
        await insertTexts(sql, shop, id, NO_TEXTS);
      }),
  };
}

/**
 * Inserts it only if it follows the cancellation that its asker knew of, and none is live.
 *
 * SQL: Prisma has neither an insert with a condition nor a conflict with a part of an index, and the digest is the
 * database's own function; one statement under no lock, where it would be a lock and two.
 */
async function insertUnlessOvertaken(
  sql: Sql,
  shop: ShopDomain,
  { id, orderName, event, at, next, after, customerId }: Parameters<CancellationStore['open']>[1],
): Promise<boolean> {
  const { amount } = event.plan.refund;
  const { rowCount } = await sql.query(
    `INSERT INTO cancellations (shop, id, order_id, order_name, status, live, seq, wake_at,
       requested_by, reason_id, amount_minor, currency_code, opened_at, updated_at, customer_digest, answer_by)
     SELECT $1, $2, $3, $4, 'requested', true, 1, $5, $6, $7, $8, $9, $10, $10, unorder_digest($1, $12), $13
     WHERE (SELECT id FROM cancellations WHERE shop = $1 AND order_id = $3
            ORDER BY opened_at DESC, id DESC LIMIT 1) IS NOT DISTINCT FROM $11::uuid
     ON CONFLICT (shop, order_id) WHERE live DO NOTHING`,
    [
      ...[shop, id, event.orderId, orderName, new Date(next.at)],
      ...[event.actor.kind, event.reasonId, amount.minor, amount.currencyCode, new Date(at)],
      ...[after, customerId, event.reviewDeadline === null ? null : new Date(event.reviewDeadline)],
    ],
  );
  return rowCount === 1;
}
