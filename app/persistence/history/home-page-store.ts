import type {
  CountedDays,
  DayRange,
  HomePageStore,
  SetupStep,
} from '../../application/history/ports.ts';
import { FIGURES, type FigureName, type Figures } from '../../domain/history/figures.ts';
import type { Starter } from '../../domain/history/history-facts.ts';
import type { Database } from '../database/database.ts';
import { column } from '../database/rows.ts';

interface HomeRow {
  readonly timeZone: string | null;
  readonly from: string;
  readonly to: string;
  readonly byDay: CountedDays['byDay'];
  readonly byCurrency: readonly (Record<FigureName, number> & { readonly currencyCode: string })[];
  readonly byWho: readonly { readonly who: Starter; readonly opened: number }[];
  readonly byReason: readonly { readonly reason: string; readonly opened: number }[];
  readonly orders: CountedDays['orders'];
  readonly ordersCopied: boolean;
  readonly policyReadAt: Date | null;
  readonly blockSeenAt: Date | null;
  readonly pageSeenAt: Date | null;
  readonly dismissedAt: Date | null;
}

/** A list of groups as JSON, empty where there is none. */
const listOf = (select: string): string =>
  `(SELECT coalesce(json_agg(g), '[]') FROM (${select}) AS g)`;

const SUMS = FIGURES.map((name) => `sum(${column(name)})::float8 AS "${name}"`).join(', ');

/**
 * SQL: the page may ask the database six times in all, and its days are those of the shop's own time zone. Sums are
 * read as floating-point numbers, which are exact up to 9 quadrillion minor units, as amounts are everywhere.
 */
const READ = `
  WITH zone AS MATERIALIZED (
    SELECT coalesce((SELECT time_zone FROM history_heads WHERE shop = $1), 'UTC') AS name
  ), range AS MATERIALIZED (
    SELECT coalesce($3::date, today - ($5::int - 1)) AS "from", coalesce($4::date, today) AS "to"
    FROM (SELECT ($2::timestamptz AT TIME ZONE name)::date AS today FROM zone) AS t
  ), f AS MATERIALIZED (
    SELECT d.* FROM figure_days d, range r WHERE d.shop = $1 AND d.day BETWEEN r."from" AND r."to"
  )
  SELECT (SELECT time_zone FROM history_heads WHERE shop = $1) AS "timeZone",
    r."from"::text AS "from", r."to"::text AS "to",
    ${listOf('SELECT day::text AS day, sum(opened)::int AS opened, sum(cancelled)::int AS cancelled FROM f GROUP BY f.day ORDER BY f.day')} AS "byDay",
    ${listOf(`SELECT currency_code AS "currencyCode", ${SUMS} FROM f GROUP BY currency_code ORDER BY sum(cancelled) DESC, currency_code`)} AS "byCurrency",
    ${listOf('SELECT who, sum(opened)::int AS opened FROM f GROUP BY who HAVING sum(opened) > 0 ORDER BY sum(opened) DESC, who')} AS "byWho",
    ${listOf('SELECT reason, sum(opened)::int AS opened FROM f GROUP BY reason HAVING sum(opened) > 0 ORDER BY sum(opened) DESC, reason LIMIT 20')} AS "byReason",
    (SELECT json_build_object('placed', coalesce(sum(o.orders), 0), 'cancelled', coalesce(sum(o.cancelled), 0),
        'parts', coalesce(sum(o.parts), 0))
      FROM order_days o WHERE o.shop = $1 AND o.day BETWEEN r."from" AND r."to") AS orders,
    EXISTS (SELECT FROM sync_watermarks WHERE shop = $1) AS "ordersCopied",
    s.policy_read_at AS "policyReadAt", s.block_seen_at AS "blockSeenAt", s.page_seen_at AS "pageSeenAt",
    s.dismissed_at AS "dismissedAt"
  FROM range r LEFT JOIN shop_setups s ON s.shop = $1`;

/** What the home page is made of, in PostgreSQL. */
export function createHomePageStore({ pool }: Pick<Database, 'pool'>): HomePageStore {
  return {
    async read(shop, range, now) {
      const { rows } = await pool.query<HomeRow>(READ, [shop, new Date(now), ...limitsOf(range)]);
      const [row] = rows;
      if (!row) throw new Error('The home page has one row');
      const { timeZone, from, to, byDay, byCurrency, byWho, byReason, orders } = row;
      return {
        counted: {
          ...{ timeZone: timeZone ?? 'UTC', from, to, byDay, byWho, byReason, orders },
          byCurrency: byCurrency.map(({ currencyCode, ...figures }) => ({
            currencyCode,
            figures: figures as Figures,
          })),
        },
        ordersCopied: row.ordersCopied,
        setup: {
          policyReadAt: row.policyReadAt?.getTime() ?? null,
          blockSeenAt: row.blockSeenAt?.getTime() ?? null,
          pageSeenAt: row.pageSeenAt?.getTime() ?? null,
          dismissedAt: row.dismissedAt?.getTime() ?? null,
        },
      };
    },

    // SQL: an upsert that an erased shop's table may not take, where Prisma expects its row back.
    async note(shop, what, at) {
      const noted = COLUMNS[what];
      await pool.query(
        `INSERT INTO shop_setups (shop, ${noted}) VALUES ($1, $2)
         ON CONFLICT (shop) DO UPDATE SET ${noted} = coalesce(shop_setups.${noted}, excluded.${noted})`,
        [shop, new Date(at)],
      );
    },
  };
}

const COLUMNS: Readonly<Record<SetupStep, string>> = {
  policy_read: 'policy_read_at',
  block_seen: 'block_seen_at',
  page_seen: 'page_seen_at',
  dismissed: 'dismissed_at',
};

const limitsOf = (range: DayRange): readonly (string | number | null)[] =>
  'days' in range ? [null, null, range.days] : [range.from, range.to, 1];
