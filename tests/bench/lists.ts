import pg from 'pg';

import type { OrderId, ShopDomain } from '../../app/domain/ids.ts';
import {
  CANCELLATIONS,
  NEWEST_ORDERS,
  type OrderSearch,
  PAYMENTS,
} from '../../app/application/order/order-search.ts';
import type { OrderMirror, OrderSnapshot } from '../../app/application/order/ports.ts';
import { money } from '../../app/domain/money.ts';
import { DAY, MINUTE } from '../../app/domain/time.ts';
import { createDatabase } from '../../app/persistence/database/database.ts';
import { createOrderMirror } from '../../app/persistence/order/order-mirror.ts';
import { createBenchDatabase } from './stage/bench-database.ts';
import { figure, milliseconds, percentile } from './figures/figures.ts';
import { progressBar } from './figures/progress-bar.ts';
import type { Report } from './figures/report.ts';
import type { Size } from './figures/size.ts';

const SIZES = {
  full: { orders: 100_000, rounds: 40 },
  short: { orders: 3_000, rounds: 2 },
} as const;
const PAGE = 25;
const AT_ONCE = 2_000;
const WANTED_MS = 50;

const SHOP = 'bench-lists.myshopify.com' as ShopDomain;
const OTHER_SHOP = 'bench-lists-too.myshopify.com' as ShopDomain;
const NEWEST = Date.UTC(2026, 10, 30, 9);
const FIRST_NUMBER = 1_000;

/** Every search, page and filter of the order list in a shop of many orders, and in turns in one of a tenth as many. */
export async function benchLists(
  size: Size,
  options: { readonly orders?: number } = {},
): Promise<Report> {
  const { rounds } = SIZES[size];
  const count = options.orders ?? SIZES[size].orders;
  const testDatabase = await createBenchDatabase();
  const database = createDatabase({
    ...{ url: testDatabase.url, connections: 4 },
    onConnectionLost: () => undefined,
  });
  try {
    const orders = createOrderMirror(database);
    await fill(testDatabase.url, orders, count);
    const rows: Report['rows'][number][] = [];
    const few = searches(tenthOf(count));
    for (const [at, [name, search]] of searches(count).entries()) {
      const times: Record<string, number[]> = { [SHOP]: [], [OTHER_SHOP]: [] };
      // The first round finds the pages of the index on the disk, as nobody's second search does.
      for (let round = -1; round < rounds; round += 1) {
        for (const [shop, asked] of [
          [OTHER_SHOP, few[at]?.[1]],
          [SHOP, search],
        ] as const) {
          const wanted = { ...NEWEST_ORDERS, ...asked?.(round + 1), limit: PAGE };
          const startedAt = performance.now();
          const found = await orders.search(shop, wanted);
          if (round >= 0) times[shop]?.push(performance.now() - startedAt);
          if (shop === SHOP) check(name, found.items.length);
        }
      }
      const many = times[SHOP] ?? [];
      const p95 = percentile(many, 0.95);
      const p50 = percentile(many, 0.5);
      const p50OfFew = percentile(times[OTHER_SHOP] ?? [], 0.5);
      rows.push({
        name,
        figures: [
          milliseconds(p50),
          milliseconds(p95),
          `${figure((100 * p95) / WANTED_MS)} % of ${WANTED_MS} ms`,
          `${(p50 / p50OfFew).toFixed(2)} ×`,
        ],
      });
    }
    return {
      title: 'Lists',
      what: `Pages of ${PAGE} in a shop of ${figure(count)} orders, one after the other, ${rounds} of each kind with other words and places; the time of the statements and of reading their rows.`,
      columns: ['p50', 'p95', 'p95 of the wanted', `p50 of that at ${figure(tenthOf(count))}`],
      rows,
    };
  } finally {
    await database.close();
    await testDatabase.drop();
  }
}

/** A figure about pages that found something else than they should is none. */
function check(name: string, found: number): void {
  const isEmpty = name.includes('nobody');
  if (isEmpty ? found !== 0 : found === 0) throw new Error(`${name}: ${found} orders were found.`);
}

const tenthOf = (count: number): number => Math.trunc(count / 10);

type Search = Partial<OrderSearch>;

function searches(count: number): readonly (readonly [string, (round: number) => Search])[] {
  /** Somewhere in the list, another place each round. */
  const place = (round: number): number => (round * 7_919 + 13) % Math.max(1, count - 2 * PAGE);
  const pages = { side: 'after' } as const;
  const before = { side: 'before' } as const;
  const dateKey = (index: number) => [String(createdAt(index)), String(idOf(index))];
  return [
    ['the first page', () => ({})],
    ['a page on', (round) => ({ cursor: { ...pages, key: dateKey(count - 1 - place(round)) } })],
    [
      'a page back',
      (round) => ({ cursor: { ...before, key: dateKey(count - PAGE - 2 - place(round)) } }),
    ],
    ['the oldest first', () => ({ sort: { by: 'date', direction: 'ascending' } })],
    [
      'by number, a page on',
      (round) => ({
        sort: { by: 'number', direction: 'ascending' },
        cursor: {
          ...pages,
          key: [String(FIRST_NUMBER + place(round)), String(idOf(place(round)))],
        },
      }),
    ],
    [
      'by total, a page on',
      (round) => ({
        sort: { by: 'total', direction: 'descending' },
        cursor: { ...pages, key: [String(totalOf(place(round))), String(idOf(place(round)))] },
      }),
    ],
    ['completed orders (most)', () => ({ state: 'completed' })],
    ['failed orders (one of 1,000)', () => ({ state: 'failed' })],
    ['partly cancelled orders (one of 100)', () => ({ state: 'partly_cancelled' })],
    [
      'failed orders by total',
      () => ({ state: 'failed', sort: { by: 'total', direction: 'descending' } }),
    ],
    [
      'partly cancelled orders by number',
      () => ({ state: 'partly_cancelled', sort: { by: 'number', direction: 'ascending' } }),
    ],
    ['unpaid orders (one of 10)', () => ({ payment: PAYMENTS.unpaid })],
    ['on hold (one of 250)', () => ({ fulfillment: ['ON_HOLD'] })],
    ['high risk (one of 500)', () => ({ risk: 'HIGH' })],
    [
      'high risk by total',
      () => ({ risk: 'HIGH', sort: { by: 'total', direction: 'descending' } }),
    ],
    ['a tag (one of 400)', () => ({ tag: 'fragile' })],
    ['a location (one of 4)', () => ({ location: 'Hamburg' })],
    ['a country (one of 50)', () => ({ country: 'PL' })],
    ['requested (one of 2,000)', () => ({ cancellation: CANCELLATIONS.requested })],
    ['orders that can be cancelled', () => ({ cancellation: 'possible' })],
    [
      'the orders of a week, a month ago',
      () => ({ placed: { from: createdAt(count >> 2), until: createdAt(count >> 1) } }),
    ],
    ['orders of an amount', () => ({ amount: { currencyCode: 'EUR', from: 1_000, to: 2_000 } })],
    [
      'unpaid orders to a country by total',
      () => ({
        payment: PAYMENTS.unpaid,
        country: 'PL',
        sort: { by: 'total', direction: 'descending' },
      }),
    ],
    [
      'unpaid orders of high risk from a location',
      () => ({ payment: PAYMENTS.unpaid, risk: 'HIGH', location: 'Hamburg' }),
    ],
    [
      'of three filters nobody meets',
      () => ({ payment: ['AUTHORIZED'], location: 'Hamburg', country: 'FR' }),
    ],
    ['search: a number', (round) => ({ text: `#${FIRST_NUMBER + place(round)}` })],
    ['search: the first digit of a number', (round) => ({ text: String(1 + (round % 9)) })],
    ['search: three digits', (round) => ({ text: String(100 + ((round * 37) % 900)) })],
    ['search: first and last name', (round) => ({ text: nameOf(place(round)) })],
    ['search: a last name', (round) => ({ text: lastName(place(round)) })],
    ['search: a first name', (round) => ({ text: FIRST_NAMES[round % FIRST_NAMES.length] ?? '' })],
    ['search: one letter', (round) => ({ text: 'abel'[round % 4] ?? '' })],
    ['search: an email', (round) => ({ text: emailOf(place(round)) })],
    ['search: a word that every order has', () => ({ text: 'example' })],
    ['search: a word that nobody has', (round) => ({ text: `quxx${round}` })],
    ['search: a first name among failed orders', () => ({ text: 'e', state: 'failed' })],
    [
      'search: a last name by total',
      (round) => ({
        text: lastName(place(round)),
        sort: { by: 'total', direction: 'ascending' },
      }),
    ],
  ];
}

async function fill(url: string, orders: OrderMirror, count: number): Promise<void> {
  const bar = progressBar('Placing orders', count);
  const written = Math.min(count, BASE);
  for (let first = 0; first < written; first += AT_ONCE) {
    const indexes = Array.from(
      { length: Math.min(AT_ONCE, written - first) },
      (_, at) => first + at,
    );
    await orders.upsert(SHOP, indexes.map(orderOf));
    await orders.upsert(OTHER_SHOP, indexes.filter((index) => index < tenthOf(count)).map(orderOf));
    bar.show(first);
  }
  bar.end();
  // A session of its own, without the app's limits: what it writes takes minutes.
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await multiply(client, SHOP, written, count);
    await multiply(client, OTHER_SHOP, Math.min(written, tenthOf(count)), tenthOf(count));
    // As the triggers do for orders that lost a part: here without the events.
    await client.query(
      `UPDATE order_mirror SET cancelled_in_part = true
     WHERE right(order_id, 2) = '42' AND cancelled_at IS NULL`,
    );
    // As the trigger does for orders with a request: here without it.
    await client.query(
      `UPDATE order_mirror SET cancellation_status = 'in_review' WHERE right(order_id, 4)::int % 2000 = 3`,
    );
    await client.query('VACUUM ANALYZE order_mirror, order_terms');
  } finally {
    await client.end();
  }
}

/** So many are written as the app writes them; a database copies the others from these many times faster. */
const BASE = 50_000;

/** Copies a shop's first orders until there are so many: each copy a span later and with numbers of its own. */
async function multiply(
  client: pg.Client,
  shop: ShopDomain,
  base: number,
  count: number,
): Promise<void> {
  const copies = Math.floor(count / Math.max(1, base)) - 1;
  if (copies <= 0) return;
  // The tables' triggers would write the same row by row.
  await client.query('SET session_replication_role = replica');
  await client.query(
    `INSERT INTO order_mirror (shop, order_id, name, customer_name, email, created_at, updated_at, cancelled_at,
       financial_status, fulfillment_status, total_minor, currency_code, risk, country_code, locations, tags, terms)
     SELECT shop, 'gid://shopify/Order/' || (right(order_id, 10)::bigint + copy * $2::bigint),
       '#' || (substr(name, 2)::bigint + copy * $2::bigint), customer_name, email,
       created_at + copy * $3::bigint * interval '1 millisecond', updated_at, cancelled_at, financial_status,
       fulfillment_status, total_minor, currency_code, risk, country_code, locations, tags,
       array_to_tsvector(array_append(array_remove(tsvector_to_array(terms), substr(name, 2)),
         (substr(name, 2)::bigint + copy * $2::bigint)::text))
     FROM order_mirror, generate_series(1, $4::int) AS copy WHERE shop = $1`,
    [shop, base, createdAt(base) - createdAt(0), copies],
  );
  await client.query(
    `INSERT INTO order_terms (shop, term, created_at, order_id)
     SELECT o.shop, word, o.created_at, o.order_id
     FROM order_mirror o, unorder_terms_of(o.terms, o.country_code, o.locations, o.tags) AS word
     WHERE o.shop = $1 ON CONFLICT DO NOTHING`,
    [shop],
  );
  await client.query('SET session_replication_role = DEFAULT');
}

const FIRST_NAMES = (
  'Ada Abel Bea Bruno Cleo Dana Elias Emma Finn Greta Hugo Ida Jonas Kira Lena Levi Mia Nico Olga ' +
  'Paul Quin Rosa Sam Tara Udo Vera Wim Xenia Yara Zoe'
).split(' ');
const SYLLABLES = 'ba de fi go ku la me ni po ru sa te vi wo xu ya ze bri cha dro'.split(' ');

const idOf = (index: number): number => 5_000_000_000 + index;
const createdAt = (index: number): number => NEWEST - 60 * DAY + index * Math.trunc(MINUTE / 12);
const totalOf = (index: number): number => 500 + ((index * 7_919) % 40_000);
const lastName = (index: number): string =>
  [index * 31, index * 17 + 3, Math.trunc(index / 7)]
    .map((at) => SYLLABLES[at % SYLLABLES.length] ?? '')
    .join('');
const firstName = (index: number): string => FIRST_NAMES[(index * 13) % FIRST_NAMES.length] ?? '';
const nameOf = (index: number): string => `${firstName(index)} ${lastName(index)}`;
const emailOf = (index: number): string =>
  `${firstName(index)}.${lastName(index)}@example.com`.toLowerCase();

function orderOf(index: number): OrderSnapshot {
  const isCancelled = index % 40 === 7;
  const isFailed = index % 1_000 === 500;
  const isOpen = index % 20 === 3;
  return {
    id: `gid://shopify/Order/${idOf(index)}` as OrderId,
    name: `#${FIRST_NUMBER + index}`,
    customerId: null,
    customerName: nameOf(index),
    email: emailOf(index),
    createdAt: createdAt(index),
    updatedAt: createdAt(index),
    cancelledAt: isCancelled ? createdAt(index) + MINUTE : null,
    financialStatus: isFailed ? 'EXPIRED' : index % 10 === 3 ? 'PENDING' : 'PAID',
    fulfillmentStatus:
      index % 250 === 9 ? 'ON_HOLD' : isOpen || isFailed ? 'UNFULFILLED' : 'FULFILLED',
    total: money(totalOf(index), 'EUR'),
    traits: {
      risk: index % 500 === 3 ? 'HIGH' : 'LOW',
      countryCode: index % 50 === 13 ? 'PL' : index % 4 === 0 ? 'FR' : 'DE',
      locations: [index % 4 === 3 ? 'Hamburg' : 'Berlin'],
      tags: index % 400 === 11 ? ['fragile'] : [],
    },
  };
}
