import type { MirroredOrder } from '@prisma/client';
import type pg from 'pg';

import type { OrderSearch, OrderSort } from '../../application/order/order-search.ts';
import { type ListKey, pageOf } from '../../application/shared/list-page.ts';
import type { FoundOrders, ListedOrder } from '../../application/order/ports.ts';
import type { CancellationStatus } from '../../domain/cancellation/state.ts';
import { type ShopDomain, legacyNumberOf } from '../../domain/ids.ts';
import { columns } from '../database/rows.ts';
import {
  type Condition,
  type Parameter,
  type Source,
  conditionsOf,
  instant,
} from './order-conditions.ts';
import { type OrderMirrorRow, SNAPSHOT, snapshotOf } from './order-mirror-row.ts';

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

/**
 * How many orders are looked through for one page, in steps: those that meet one condition are held against the others.
 * Where most meet them the first step fills the page; where none do, the page says how far it has looked.
 */
export const STEPS = [100, 900, 2_000] as const;

/** So many of the newest that are found are sorted by something else than their date. */
export const SORTED_HITS = 1_000;

/** A word that begins more terms than so many is looked for on the way, as many orders have one of them. */
const MOST_TERMS = 500;

type Found = OrderMirrorRow &
  Pick<MirroredOrder, 'cancelledInPart' | 'cancellationStatus'> & { readonly key: string };
const SELECTED = [...SNAPSHOT, 'cancelledInPart', 'cancellationStatus'] as const;

/**
 * One page of the shop's orders. However many there are, it reads no more than a page's rows where one index has what is
 * asked for in the list's own order, and a bounded walk where none has.
 *
 * SQL: sorted and filtered by expressions that have indexes, searched by a table of terms.
 */
export async function searchOrders(
  pool: pg.Pool,
  shop: ShopDomain,
  search: OrderSearch,
): Promise<FoundOrders> {
  const conditions = conditionsOf(search);
  if (conditions === null) return { items: [], previous: null, next: null, searched: 'all' };
  const { rows, searched, walkedTo } = await find({ pool, shop, search }, conditions);
  const page = pageOf(rows, search, keyOf);
  const items = page.items.map(listed);
  if (walkedTo === null) return { ...page, items, searched };
  return search.cursor?.side === 'before'
    ? { ...page, items, previous: walkedTo, searched }
    : { ...page, items, next: walkedTo, searched };
}

const keyOf = (row: Pick<Found, 'key' | 'orderId'>): ListKey => [
  row.key,
  legacyNumberOf(row.orderId),
];

const listed = (row: Found): ListedOrder => ({
  ...snapshotOf(row),
  cancelledInPart: row.cancelledInPart,
  cancellationStatus: row.cancellationStatus as CancellationStatus | null,
});

interface Asked {
  readonly pool: pg.Pool;
  readonly shop: ShopDomain;
  readonly search: OrderSearch;
}

interface Hits {
  readonly rows: readonly Found[];
  readonly searched: FoundOrders['searched'];
  /** How far was looked where the page is not full and there is more; null otherwise. */
  readonly walkedTo: ListKey | null;
}

async function find(asked: Asked, conditions: readonly Condition[]): Promise<Hits> {
  const { search } = asked;
  const sources = await readySources(asked, conditions);
  const [only] = sources;
  if (search.sort.by === 'date') {
    const others = conditions.length - sources.length;
    if (conditions.length === 1 && only) return walk(asked, only, conditions, [search.limit + 1]);
    if (sources.length + others === 0) return walk(asked, null, [], [search.limit + 1]);
    return walk(asked, await rarest(asked, sources), conditions, STEPS);
  }
  if (conditions.length === 0 || (conditions.length === 1 && search.state !== null)) {
    return walk(asked, null, conditions, [search.limit + 1]);
  }
  const rare = await rarest(asked, sources, true);
  if (rare) return sortHits(asked, rare, conditions, 'all');
  const ofText = search.text.trim() === '' ? undefined : only;
  if (ofText) return sortHits(asked, ofText, conditions, 'newest');
  const walked = await walk(asked, null, conditions, STEPS);
  if (walked.searched === 'all') return walked;
  // Too few on the way to fill a page: the newest that one of the filters has are sorted then.
  const fewest = await rarest(asked, sources);
  return fewest ? sortHits(asked, fewest, conditions, 'newest') : walked;
}

/** A source whose values are known, so that each has its orders in order. */
type Ready = Exclude<Source, { kind: 'prefix' }>;

/** The indexes that have what is asked for; a word that begins too many terms has none. */
async function readySources(asked: Asked, conditions: readonly Condition[]): Promise<Ready[]> {
  const sources = await Promise.all(
    conditions.map(async ({ source }) => {
      if (source?.kind !== 'prefix') return source;
      const values = await termsWith(asked, source.prefixes);
      return values.length > MOST_TERMS ? null : ({ kind: 'term', values } as const);
    }),
  );
  return sources.filter((source) => source !== null);
}

/** The terms that begin so, each looked up beyond the one before: as many reads as there are terms, not orders. */
async function termsWith(
  { pool, shop }: Asked,
  prefixes: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await pool.query<{ readonly term: string }>(
    `WITH RECURSIVE begun AS (
       SELECT p.prefix, (SELECT t.term FROM order_terms t WHERE t.shop = $1 AND t.term >= p.prefix
         ORDER BY t.term LIMIT 1) AS term FROM unnest($2::text[]) AS p (prefix)
       UNION ALL
       SELECT b.prefix, (SELECT t.term FROM order_terms t WHERE t.shop = $1 AND t.term > b.term
         ORDER BY t.term LIMIT 1) FROM begun b WHERE starts_with(b.term, b.prefix)
     ) SELECT DISTINCT term FROM (SELECT * FROM begun LIMIT ${MOST_TERMS + prefixes.length + 2}) AS b
       WHERE starts_with(term, prefix)`,
    [shop, prefixes],
  );
  return rows.map(({ term }) => term);
}

/** The orders of one value of a source, as a FROM clause with its condition. */
const runOf = (source: Ready): string =>
  source.kind === 'term'
    ? 'FROM order_terms o WHERE o.shop = $1 AND o.term = v.value'
    : `FROM order_mirror o WHERE o.shop = $1 AND ${source.sql} = v.value`;

/**
 * The source with the fewest orders, counted up to a bound; null where there is none.
 *
 * @param isBounded null as well where none has fewer than the bound
 */
async function rarest(
  { pool, shop }: Asked,
  sources: readonly Ready[],
  isBounded = false,
): Promise<Ready | null> {
  if (sources.length <= 1 && !isBounded) return sources[0] ?? null;
  const counted = await Promise.all(
    sources.map(async (source) => {
      const { rows } = await pool.query<{ readonly orders: number }>(
        `SELECT count(*)::int AS orders FROM (SELECT FROM unnest($2::text[]) AS v (value)
           CROSS JOIN LATERAL (SELECT ${runOf(source)}
             ORDER BY o.created_at DESC, o.order_id DESC LIMIT ${SORTED_HITS}) AS o LIMIT ${SORTED_HITS}) AS met`,
        [shop, source.values],
      );
      return { source, orders: rows[0]?.orders ?? 0 };
    }),
  );
  const [first] = counted.toSorted((a, b) => a.orders - b.orders);
  return first && !(isBounded && first.orders >= SORTED_HITS) ? first.source : null;
}

/** A statement's values, the shop first, and its conditions. */
function statement(shop: ShopDomain) {
  const values: unknown[] = [shop];
  const parameter: Parameter = (value) => `$${values.push(value)}`;
  return { values, parameter };
}

/**
 * Looks through orders in the list's own order, more with each step, until the page is full.
 *
 * @param source null for the index of the sort itself, which the orders' state may go before
 */
async function walk(
  asked: Asked,
  source: Ready | null,
  conditions: readonly Condition[],
  steps: readonly number[],
): Promise<Hits> {
  const { limit, cursor } = asked.search;
  const found: Found[] = [];
  let from = cursor?.key ?? null;
  const isExact = steps[0] === limit + 1;
  // By their total orders stand nowhere near each other, and each step costs more.
  for (const step of asked.search.sort.by === 'total' ? steps.slice(0, 2) : steps) {
    const { rows, last, walked } = await stepOf(asked, source, conditions, step, from);
    found.push(...rows);
    if (found.length > limit || walked < step || isExact) {
      return { rows: found, searched: 'all', walkedTo: null };
    }
    from = last;
  }
  return { rows: found, searched: 'so_far', walkedTo: from };
}

async function stepOf(
  { pool, shop, search }: Asked,
  source: Ready | null,
  conditions: readonly Condition[],
  step: number,
  from: ListKey | null,
) {
  const { sort, cursor, limit } = search;
  const by = SORTS[sort.by];
  const isDescending = (sort.direction === 'descending') !== (cursor?.side === 'before');
  const direction = isDescending ? 'DESC' : 'ASC';
  const { values, parameter } = statement(shop);
  const bounds: string[] = [];
  if (from) {
    const [value = '', number = ''] = from;
    const id = parameter(`gid://shopify/Order/${number}`);
    const beside = VALUES[sort.by](parameter(value));
    bounds.push(`(${by.sql}, o.order_id) ${isDescending ? '<' : '>'} (${beside}, ${id})`);
  }
  const { placed } = search;
  // Of a walk by date, the days it may end at are where it ends.
  if (sort.by === 'date' && placed?.from != null) {
    bounds.push(`o.created_at >= ${instant(parameter, placed.from)}`);
  }
  if (sort.by === 'date' && placed?.until != null) {
    bounds.push(`o.created_at < ${instant(parameter, placed.until)}`);
  }
  const { amount } = search;
  if (sort.by === 'total' && amount?.from != null) {
    bounds.push(`o.total_minor >= ${parameter(amount.from)}::bigint`);
  }
  if (sort.by === 'total' && amount?.to != null) {
    bounds.push(`o.total_minor <= ${parameter(amount.to)}::bigint`);
  }
  const ordered = `ORDER BY ${by.sql} ${direction}, o.order_id ${direction} LIMIT ${step}`;
  const and = bounds.map((bound) => ` AND ${bound}`).join('');
  const checks = conditions.map(({ check }) => `(${check(parameter)})`).join(' AND ') || 'true';
  // Of a term only the orders' own rows know the rest.
  const isOfTerms = source?.kind === 'term';
  const one = `SELECT o.order_id, ${by.sql} AS sorted_by, ${isOfTerms ? 'true' : checks} AS is_met`;
  const isAlone = source === null && search.state !== null && conditions.length === 1;
  const hit = source
    ? `SELECT DISTINCT r.* FROM unnest(${parameter(source.values)}::text[]) AS v (value)
         CROSS JOIN LATERAL (${one} ${runOf(source)}${and} ${ordered}) AS r
         ORDER BY sorted_by ${direction}, order_id ${direction} LIMIT ${step}`
    : `${one} FROM order_mirror o WHERE o.shop = $1${isAlone ? ` AND ${checks}` : ''}${and} ${ordered}`;
  const { rows } = await pool.query<Nullable<Found> & Walked>(
    `WITH hit AS MATERIALIZED (${hit}),
       page AS (SELECT ${columns(SELECTED, 'o')}, (${by.key})::text AS key, hit.sorted_by
         FROM hit JOIN order_mirror o ON o.shop = $1 AND o.order_id = hit.order_id
         WHERE hit.is_met${isOfTerms ? ` AND ${checks}` : ''}
         ORDER BY hit.sorted_by ${direction}, o.order_id ${direction} LIMIT ${parameter(limit + 1)}),
       last AS (SELECT o.order_id, (${by.key})::text AS key FROM (SELECT order_id FROM hit
         ORDER BY sorted_by ${isDescending ? 'ASC' : 'DESC'}, order_id ${isDescending ? 'ASC' : 'DESC'} LIMIT 1) AS h
         JOIN order_mirror o ON o.shop = $1 AND o.order_id = h.order_id)
     SELECT page.*, (SELECT count(*)::int FROM hit) AS walked, last.order_id AS "lastId", last.key AS "lastKey"
     FROM (SELECT) AS one LEFT JOIN last ON true LEFT JOIN page ON true
     ORDER BY page.sorted_by ${direction}, page."orderId" ${direction}`,
    values,
  );
  const [first] = rows;
  const { walked = 0, lastId = null, lastKey = null } = first ?? {};
  const last = lastId === null || lastKey === null ? from : [lastKey, legacyNumberOf(lastId)];
  return { rows: rows.filter(isFound), walked, last };
}

type Nullable<Row> = { readonly [Field in keyof Row]: Row[Field] | null };
interface Walked {
  readonly walked: number;
  readonly lastId: string | null;
  readonly lastKey: string | null;
}
const isFound = (row: Nullable<Found> & Walked): row is Found & Walked => row.orderId !== null;

/** A page of what a source has, sorted by something else than its date. */
async function sortHits(
  { pool, shop, search }: Asked,
  source: Ready,
  conditions: readonly Condition[],
  searched: 'all' | 'newest',
): Promise<Hits> {
  const { sort, cursor, limit } = search;
  const by = SORTS[sort.by];
  const isDescending = (sort.direction === 'descending') !== (cursor?.side === 'before');
  const direction = isDescending ? 'DESC' : 'ASC';
  const { values, parameter } = statement(shop);
  const checks = conditions.map(({ check }) => ` AND ${check(parameter)}`);
  if (cursor) {
    const [value = '', number = ''] = cursor.key;
    const beside = VALUES[sort.by](parameter(value));
    const id = parameter(`gid://shopify/Order/${number}`);
    checks.push(` AND (${by.sql}, o.order_id) ${isDescending ? '<' : '>'} (${beside}, ${id})`);
  }
  const { placed } = search;
  const bounds = [
    placed?.from == null ? '' : ` AND o.created_at >= ${instant(parameter, placed.from)}`,
    placed?.until == null ? '' : ` AND o.created_at < ${instant(parameter, placed.until)}`,
  ].join('');
  const newest = `${bounds} ORDER BY o.created_at DESC, o.order_id DESC`;
  const { rows } = await pool.query<Found>(
    `WITH hit AS MATERIALIZED (
       SELECT r.order_id FROM (SELECT DISTINCT o.order_id, o.created_at FROM unnest(${parameter(source.values)}::text[]) AS v (value)
         CROSS JOIN LATERAL (SELECT o.order_id, o.created_at ${runOf(source)} ${newest} LIMIT ${SORTED_HITS}) AS o) AS r
         ORDER BY r.created_at DESC, r.order_id DESC LIMIT ${SORTED_HITS})
     SELECT ${columns(SELECTED, 'o')}, (${by.key})::text AS key
     FROM hit JOIN order_mirror o ON o.shop = $1 AND o.order_id = hit.order_id WHERE true${checks.join('')}
     ORDER BY ${by.sql} ${direction}, o.order_id ${direction} LIMIT ${parameter(limit + 1)}`,
    values,
  );
  return { rows, searched, walkedTo: null };
}
