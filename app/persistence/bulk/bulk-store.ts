import type { BulkCancellation, BulkCancellationOrder, Prisma } from '@prisma/client';

import type { BulkStore } from '../../application/bulk/ports.ts';
import type { Bulk, BulkActing, BulkOrder, BulkPlan } from '../../domain/bulk/bulk.ts';
import type { CancellationId, OrderId } from '../../domain/ids.ts';
import { money } from '../../domain/money.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Database } from '../database/database.ts';
import { type EnqueueWith, inTransaction } from '../database/transaction.ts';

/** Bulk cancellations in PostgreSQL. What stands in JSON the store itself wrote, of the types it is read as. */
export function createBulkStore(
  { pool, prisma }: Pick<Database, 'pool' | 'prisma'>,
  enqueueWith: EnqueueWith,
): BulkStore {
  const { bulkCancellation: bulks, bulkCancellationOrder: orders } = prisma;
  return {
    // SQL: with its job in one transaction; numbered under a lock, and its orders held against those of others.
    create: (shop, { id, created: { at, ...acting }, orders: chosen, next }) =>
      inTransaction(pool, async (sql) => {
        await sql.query(`SELECT pg_advisory_xact_lock(hashtextextended('bulks ' || $1, 0))`, [
          shop,
        ]);
        await sql.query(
          `INSERT INTO bulk_cancellations (shop, id, number, state, created, created_at)
           SELECT $1, $2, coalesce(max(number), 0) + 1, 'reviewing', $3, $4 FROM bulk_cancellations WHERE shop = $1`,
          [shop, id, JSON.stringify(acting), new Date(at)],
        );
        await sql.query(
          `INSERT INTO bulk_cancellation_orders
             (shop, bulk_id, position, order_id, order_name, cancellation_id, status, refusals)
           SELECT $1, $2, given.position - 1, given.order_id, o.name, given.cancellation_id,
             CASE WHEN o.name IS NULL OR other.number IS NOT NULL THEN 'refused' ELSE 'waiting' END,
             CASE WHEN o.name IS NULL THEN '[{"code": "order_not_found"}]'::jsonb
               WHEN other.number IS NOT NULL
                 THEN jsonb_build_array(jsonb_build_object('code', 'in_other_bulk', 'number', other.number)) END
           FROM unnest($3::text[], $4::uuid[]) WITH ORDINALITY AS given (order_id, cancellation_id, position)
           LEFT JOIN order_mirror o ON o.shop = $1 AND o.order_id = given.order_id
           LEFT JOIN LATERAL (SELECT b.number FROM bulk_cancellation_orders r
             JOIN bulk_cancellations b ON b.shop = r.shop AND b.id = r.bulk_id
             WHERE r.shop = $1 AND r.order_id = given.order_id AND r.status = 'planned' AND b.state = 'running'
             LIMIT 1) AS other ON true`,
          [
            shop,
            id,
            chosen.map(({ orderId }) => orderId),
            chosen.map(({ cancellationId }) => cancellationId),
          ],
        );
        await enqueueWith(sql, [next]);
      }),

    async get(shop, id) {
      const row = await bulks.findUnique({ where: { shop_id: { shop, id } } });
      return row && bulkOf(row);
    },

    async newest(shop, limit) {
      const rows = await bulks.findMany({
        where: { shop },
        orderBy: { number: 'desc' },
        take: limit,
      });
      return rows.map(bulkOf);
    },

    async orders(shop, bulkId) {
      const rows = await orders.findMany({
        where: { shop, bulkId },
        orderBy: { position: 'asc' },
      });
      return rows.map(orderOf);
    },

    async next(shop, bulkId, status, limit) {
      const rows = await orders.findMany({
        where: { shop, bulkId, status },
        orderBy: { position: 'asc' },
        take: limit,
      });
      return rows.map(orderOf);
    },

    async settle(shop, bulkId, position, { status, plan, refusals, cancellationId }) {
      await orders.updateMany({
        where: { shop, bulkId, position },
        data: {
          status,
          settledAt: new Date(),
          ...(plan && { plan: plan as unknown as Prisma.InputJsonObject }),
          ...(refusals && { refusals: refusals as unknown as Prisma.InputJsonArray }),
          ...(cancellationId && { cancellationId }),
        },
      });
    },

    // SQL: one decision and the queue's own statement in a transaction.
    decide: (shop, id, from, { state, confirmed, stopped, finishedAt }, next) =>
      inTransaction(pool, async (sql) => {
        const { rowCount } = await sql.query(
          `UPDATE bulk_cancellations SET state = $4, confirmed = coalesce($5::jsonb, confirmed),
             stopped = coalesce($6::jsonb, stopped), finished_at = coalesce($7, finished_at),
             paused_until = NULL, paused_tries = 0
           WHERE shop = $1 AND id = $2 AND state = $3`,
          [
            ...[shop, id, from, state],
            confirmed ? JSON.stringify(confirmed) : null,
            stopped ? JSON.stringify(stopped) : null,
            finishedAt === undefined ? null : new Date(finishedAt),
          ],
        );
        if (rowCount !== 1) return false;
        if (state === 'stopped') {
          await sql.query(
            `UPDATE bulk_cancellation_orders SET status = 'not_reached', settled_at = now()
             WHERE shop = $1 AND bulk_id = $2 AND status = 'planned'`,
            [shop, id],
          );
        }
        if (next) await enqueueWith(sql, [next]);
        return true;
      }),

    async pause(shop, id, paused) {
      await bulks.updateMany({
        where: { shop, id },
        data: {
          pausedUntil: paused && new Date(paused.until),
          pausedTries: paused?.tries ?? 0,
        },
      });
    },

    // SQL: sums by what stands in JSON.
    async openedSince(shop, staffId, since) {
      const { rows } = await pool.query<{ currency: string; minor: string }>(
        `SELECT offer #>> '{amount,currencyCode}' AS currency, sum((offer #>> '{amount,minor}')::bigint) AS minor
         FROM bulk_cancellations b
         JOIN bulk_cancellation_orders r ON r.shop = b.shop AND r.bulk_id = b.id AND r.status = 'opened'
           AND r.settled_at >= $3
         CROSS JOIN LATERAL (SELECT r.plan -> 'withRefund' AS offer) AS o
         WHERE b.shop = $1 AND b.confirmed #>> '{actor,staffId}' = $2
           AND (b.confirmed #>> '{choice,issueRefund}')::boolean AND offer ->> 'ok' = 'true'
         GROUP BY 1`,
        [shop, staffId, new Date(since)],
      );
      return rows.map(({ currency, minor }) => money(Number(minor), currency));
    },
  };
}

const bulkOf = (row: BulkCancellation): Bulk => ({
  id: row.id,
  number: row.number,
  state: row.state as Bulk['state'],
  created: { ...(row.created as unknown as BulkActing), at: row.createdAt.getTime() },
  confirmed: row.confirmed as unknown as Bulk['confirmed'],
  stopped: row.stopped as unknown as Bulk['stopped'],
  paused: row.pausedUntil && { until: row.pausedUntil.getTime(), tries: row.pausedTries },
  finishedAt: row.finishedAt?.getTime() ?? null,
});

const orderOf = (row: BulkCancellationOrder): BulkOrder => ({
  position: row.position,
  orderId: row.orderId as OrderId,
  orderName: row.orderName,
  cancellationId: row.cancellationId as CancellationId,
  status: row.status as BulkOrder['status'],
  plan: row.plan as unknown as BulkPlan | null,
  refusals: (row.refusals ?? []) as unknown as readonly Refusal[],
});
