import { Prisma } from '@prisma/client';

import type { OrderMirror, OrderSnapshot } from '../../application/order/ports.ts';
import { mergeReports } from '../../application/webhook/merge-report.ts';
import type { OrderId, ShopDomain } from '../../domain/ids.ts';
import type { EpochMs } from '../../domain/time.ts';
import { lockErasures, noteErased } from '../privacy/erasures.ts';
import { readTraitValues } from './trait-values.ts';
import { searchOrders } from './order-list.ts';
import type { Database } from '../database/database.ts';
import { column, columns, select } from '../database/rows.ts';
import { type Sql, inTypedTransaction } from '../database/transaction.ts';
import { type OrderMirrorRow, SNAPSHOT, snapshotOf } from './order-mirror-row.ts';
import { indexTerms } from './search-terms.ts';

const MIRROR_COLUMNS = SNAPSHOT.map(column).join(', ');

/** The columns as `record` writes them. */
const GIVEN = `given (order_id text, name text, customer_id text, customer_name text, email text,
  created_at timestamptz, updated_at timestamptz, cancelled_at timestamptz,
  financial_status text, fulfillment_status text, total_minor bigint, currency_code text, risk text,
  country_code text, locations jsonb, tags jsonb, terms text[])`;

/** The copy of the shop's orders in PostgreSQL. */
export function createOrderMirror({
  pool,
  prisma,
}: Pick<Database, 'pool' | 'prisma'>): OrderMirror {
  return {
    upsert: (shop, orders) => upsert(pool, shop, orders),

    async report(shop, reports) {
      const [first] = reports;
      if (!first) return 'settled';
      // SQL: the row's version is PostgreSQL's own, which Prisma does not know; one statement, no lock.
      for (let attempt = 0; attempt < TRIES; attempt += 1) {
        const { rows } = await pool.query<OrderMirrorRow & { version: string }>(
          `SELECT ${columns(SNAPSHOT)}, xmin::text AS version FROM order_mirror
           WHERE shop = $1 AND order_id = $2`,
          [shop, first.id],
        );
        if (!rows[0]) return 'unknown';
        const { store, inDoubt } = mergeReports(snapshotOf(rows[0]), reports);
        // Somebody may have stored something else meanwhile: then it is merged with that.
        const isStored = store === null || (await replace(pool, shop, store, rows[0].version));
        if (isStored) return inDoubt ? 'in_doubt' : 'settled';
      }
      throw new Error(`Order ${first.id} changed ${TRIES} times while reports of it were merged`);
    },

    async get(shop, id) {
      const row = await prisma.mirroredOrder.findUnique({
        where: { shop_orderId: { shop, orderId: id } },
        select: select(SNAPSHOT),
      });
      return row && snapshotOf(row);
    },

    async getAll(shop, ids) {
      const rows = await prisma.mirroredOrder.findMany({
        where: { shop, orderId: { in: [...ids] } },
        select: select(SNAPSHOT),
      });
      return new Map(rows.map(snapshotOf).map((snapshot) => [snapshot.id, snapshot]));
    },

    search: (shop, search) => searchOrders(pool, shop, search),

    async withoutLocations(shop, limit) {
      const rows = await prisma.mirroredOrder.findMany({
        where: { shop, locations: { equals: Prisma.DbNull } },
        orderBy: { createdAt: 'desc' },
        take: limit,
        select: { orderId: true },
      });
      return rows.map(({ orderId }) => orderId as OrderId);
    },

    traitValues: (shop, limit) => readTraitValues(pool, shop, limit),

    remove: (shop, id) =>
      inTypedTransaction(prisma, async (typed) => {
        await lockErasures(typed, shop);
        await noteErased(typed, shop, 'deleted_order', [id]);
        await typed.mirroredOrder.deleteMany({ where: { shop, orderId: id } });
      }),

    async watermark(shop) {
      const row = await prisma.syncWatermark.findUnique({ where: { shop } });
      return row && { at: row.completeUntil.getTime(), extent: row.extent };
    },

    async setWatermark(shop, { at, extent }) {
      // SQL: one statement. An upsert of Prisma's expects its row back, and the table takes none of a shop that was
      // erased; an update and an insert are six.
      await pool.query(
        `INSERT INTO sync_watermarks (shop, complete_until, extent) VALUES ($1, $2, $3)
         ON CONFLICT (shop) DO UPDATE SET complete_until = excluded.complete_until, extent = excluded.extent`,
        [shop, new Date(at), extent],
      );
    },

    async exportUnderWay(shop) {
      const row = await prisma.orderExport.findUnique({ where: { shop } });
      return (
        row && {
          exportId: row.exportId,
          startedAt: row.startedAt.getTime(),
          askedAt: row.askedAt.getTime(),
          updatedSince: row.updatedSince.getTime(),
          isFirst: row.isFirst,
          linesDone: row.linesDone,
        }
      );
    },

    async noteExport(shop, underWay) {
      if (underWay === null) {
        await prisma.orderExport.deleteMany({ where: { shop } });
        return;
      }
      const { exportId, isFirst, linesDone } = underWay;
      const data = {
        exportId,
        isFirst,
        linesDone,
        startedAt: new Date(underWay.startedAt),
        askedAt: new Date(underWay.askedAt),
        updatedSince: new Date(underWay.updatedSince),
      };
      const { count } = await prisma.orderExport.updateMany({ where: { shop }, data });
      if (count > 0) return;
      // Not an upsert: that expects its row back, and the table takes none of what was erased.
      await prisma.orderExport.createMany({ data: { shop, ...data }, skipDuplicates: true });
    },
  };
}

const TRIES = 10;

/** Replaces a row unless it is another than the one that was read. SQL: its version and its words are not Prisma's. */
async function replace(
  sql: Sql,
  shop: ShopDomain,
  order: OrderSnapshot,
  version: string,
): Promise<boolean> {
  const { rowCount } = await sql.query(
    `UPDATE order_mirror SET (${MIRROR_COLUMNS}, terms) =
       (SELECT ${MIRROR_COLUMNS}, array_to_tsvector(terms) FROM jsonb_to_recordset($2::jsonb) AS ${GIVEN})
     WHERE shop = $1 AND order_id = $3 AND xmin::text = $4`,
    [shop, JSON.stringify([record(order)]), order.id, version],
  );
  return rowCount === 1;
}

/**
 * Stores orders that are newer than the known ones.
 *
 * SQL: one statement for a page of orders, with their words for the search, which Prisma cannot write; an update of
 * each of 50 alone is 150 statements and takes about 10 times as long.
 */
async function upsert(
  sql: Sql,
  shop: ShopDomain,
  orders: readonly OrderSnapshot[],
): Promise<number> {
  const newest = newestOfEach(orders);
  if (newest.length === 0) return 0;
  const { rowCount } = await sql.query(
    `INSERT INTO order_mirror AS known (shop, ${MIRROR_COLUMNS}, terms)
         SELECT $1, ${MIRROR_COLUMNS}, array_to_tsvector(terms)
         FROM jsonb_to_recordset($2::jsonb) AS ${GIVEN}
         ON CONFLICT (shop, order_id) DO UPDATE SET
           name = excluded.name, customer_id = excluded.customer_id,
           customer_name = excluded.customer_name, email = excluded.email,
           created_at = excluded.created_at, updated_at = excluded.updated_at,
           cancelled_at = excluded.cancelled_at, financial_status = excluded.financial_status,
           fulfillment_status = excluded.fulfillment_status, total_minor = excluded.total_minor,
           currency_code = excluded.currency_code, terms = excluded.terms,
           cancelled_in_part = excluded.cancelled_in_part, risk = excluded.risk,
           country_code = excluded.country_code,
           locations = coalesce(excluded.locations, known.locations), tags = excluded.tags
         WHERE excluded.updated_at >= known.updated_at AND known IS DISTINCT FROM excluded`,
    [shop, JSON.stringify(newest.map(record))],
  );
  return rowCount ?? 0;
}

const iso = (at: EpochMs): string => new Date(at).toISOString();

const record = (order: OrderSnapshot) => ({
  order_id: order.id,
  name: order.name,
  customer_id: order.customerId,
  customer_name: order.customerName,
  email: order.email,
  created_at: iso(order.createdAt),
  updated_at: iso(order.updatedAt),
  cancelled_at: order.cancelledAt === null ? null : iso(order.cancelledAt),
  financial_status: order.financialStatus,
  fulfillment_status: order.fulfillmentStatus,
  total_minor: order.total.minor,
  currency_code: order.total.currencyCode,
  risk: order.traits?.risk ?? null,
  country_code: order.traits?.countryCode ?? null,
  locations: order.traits?.locations ?? null,
  tags: order.traits?.tags ?? null,
  terms: indexTerms([order.name, order.customerName, order.email]),
});

/** One statement may touch a row once. */
function newestOfEach(orders: readonly OrderSnapshot[]): OrderSnapshot[] {
  const newest = new Map<OrderId, OrderSnapshot>();
  for (const order of orders) {
    const known = newest.get(order.id);
    if (!known || known.updatedAt <= order.updatedAt) newest.set(order.id, order);
  }
  return [...newest.values()];
}
