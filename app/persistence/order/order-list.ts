import type { MirroredOrder } from '@prisma/client';
import type pg from 'pg';

import type { OrderSearch, OrderSort } from '../../application/order/order-search.ts';
import { type ListPage, pageOf } from '../../application/shared/list-page.ts';
import type { ListedOrder } from '../../application/order/ports.ts';
import { type OrderId, type ShopDomain, legacyNumberOf } from '../../domain/ids.ts';
import { columns } from '../database/rows.ts';
import { type OrderMirrorRow, SNAPSHOT, snapshotOf } from './order-mirror-row.ts';
import { ORDER_STATE_SQL } from './order-state-sql.ts';
import { searchQuery } from './search-terms.ts';

/**
 * How many orders are looked through in the list's own order before the index of words is asked. A word that is in
 * more than one of eighty fills a page on the way; of a rarer one the index has few. Each alone is slow: the
 * walk for a word that hardly any order has, the index for one that most have.
 */
export const WALK = 2_000;

/** The digits of a name as a number, so that #999 comes before #1000. */
const NUMBER = `coalesce(nullif(regexp_replace(o.name, '[^0-9]', '', 'g'), ''), '-1')::numeric`;

/** What the list is sorted by, of `order_mirror o`: each has an index with the shop before and the id after it. */
const SORTS: Readonly<Record<OrderSort, { readonly sql: string; readonly key: string }>> = {
  date: { sql: 'o.created_at', key: '(extract(epoch FROM o.created_at) * 1000)::bigint' },
  number: { sql: NUMBER, key: NUMBER },
  total: { sql: 'o.total_minor', key: 'o.total_minor' },
};

/** A cursor's value as SQL, of what `SORTS` writes as its key. */
const VALUES: Readonly<Record<OrderSort, (parameter: string) => string>> = {
  date: (parameter) => `to_timestamp(${parameter}::bigint / 1000.0)`,
  number: (parameter) => `${parameter}::numeric`,
  total: (parameter) => `${parameter}::bigint`,
};

type FoundRow = OrderMirrorRow & Pick<MirroredOrder, 'cancelledInPart'> & { readonly key: string };

/**
 * One page of the shop's orders; reads at most a page's rows in the list's own order, or a bounded walk.
 *
 * SQL: sorted and filtered by expressions that have indexes, searched by an index of words.
 */
export async function searchOrders(
  pool: pg.Pool,
  shop: ShopDomain,
  search: OrderSearch,
): Promise<ListPage<ListedOrder>> {
  const wanted = search.text.replaceAll('#', '').trim();
  const words = searchQuery(wanted);
  if (wanted !== '' && words === '') return { items: [], previous: null, next: null };
  const rows = await find(pool, shop, search, words);
  const { items, previous, next } = pageOf(rows, search, (row) => [
    row.key,
    legacyNumberOf(row.orderId as OrderId),
  ]);
  return { items: items.map(listed), previous, next };
}

const listed = (row: FoundRow): ListedOrder => ({
  ...snapshotOf(row),
  cancelledInPart: row.cancelledInPart,
});

async function find(
  pool: pg.Pool,
  shop: ShopDomain,
  { state, sort, cursor, limit }: OrderSearch,
  words: string,
): Promise<readonly FoundRow[]> {
  const { sql: by, key } = SORTS[sort.by];
  const isDescending = (sort.direction === 'descending') !== (cursor?.side === 'before');
  const direction = isDescending ? 'DESC' : 'ASC';
  const values: unknown[] = [shop];
  const parameter = (value: unknown): string => `$${values.push(value)}`;
  const conditions = ['o.shop = $1'];
  if (state !== null) conditions.push(`(${ORDER_STATE_SQL}) = ${parameter(state)}`);
  if (cursor) {
    const [value = '', number = ''] = cursor.key;
    const from = VALUES[sort.by](parameter(value));
    const id = parameter(`gid://shopify/Order/${number}`);
    conditions.push(`(${by}, o.order_id) ${isDescending ? '<' : '>'} (${from}, ${id})`);
  }
  const most = parameter(limit + 1);
  const select = `SELECT ${columns([...SNAPSHOT, 'cancelledInPart'], 'o')}, (${key})::text AS key, ${by} AS sorted_by`;
  const from = `FROM order_mirror o WHERE ${conditions.join(' AND ')}`;
  const ordered = `ORDER BY ${by} ${direction}, o.order_id ${direction}`;
  const foundOrder = `ORDER BY sorted_by ${direction}, order_id ${direction}`;
  if (words === '') {
    const all = `${select} ${from} ${ordered} LIMIT ${most}`;
    return (await pool.query<FoundRow>(all, values)).rows;
  }
  const query = parameter(words);
  // Looked through are few columns of many rows, and read are all of few.
  const narrow = `SELECT o.order_id, ${by} AS sorted_by`;
  const nearest = `${foundOrder} LIMIT ${most}`;
  const page = `${select} FROM order_mirror o WHERE o.shop = $1 AND o.order_id IN (SELECT order_id FROM found)`;
  const walked = await pool.query<FoundRow & { orderId: string | null; walked: number }>(
    `WITH walk AS MATERIALIZED (
       ${narrow}, o.terms @@ ${query}::tsquery AS is_found ${from} ${ordered} LIMIT ${WALK}
     ), found AS MATERIALIZED (SELECT order_id FROM walk WHERE is_found ${nearest})
     SELECT * FROM (SELECT count(*)::int AS walked FROM walk) AS counted
     LEFT JOIN (${page}) AS page ON true ORDER BY sorted_by ${direction}, "orderId" ${direction}`,
    values,
  );
  const found = walked.rows.filter((row) => row.orderId !== null);
  if (found.length > limit || (walked.rows[0]?.walked ?? 0) < WALK) return found;
  const { rows } = await pool.query<FoundRow>(
    `WITH hit AS MATERIALIZED (${narrow} ${from} AND o.terms @@ ${query}::tsquery),
       found AS MATERIALIZED (SELECT order_id FROM hit ${nearest})
     ${page} ${foundOrder}`,
    values,
  );
  return rows;
}
