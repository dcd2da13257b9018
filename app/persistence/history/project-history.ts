import {
  type DayFigures,
  FIGURES,
  FIGURES_FORMAT,
  addedUp,
  figuresOf,
  negative,
} from '../../domain/history/figures.ts';
import { historyFactsOf } from '../../domain/history/history-facts.ts';
import type { CancellationId, ShopDomain } from '../../domain/ids.ts';
import { readStored } from '../cancellation/stored-cancellations.ts';
import { column } from '../database/rows.ts';
import type { Sql } from '../database/transaction.ts';
import { countOrderDays } from './order-days.ts';
import {
  HISTORY,
  HISTORY_COLUMNS,
  type NamedFacts,
  type StoredHistoryRow,
  factsOf,
  storedOf,
} from './history-rows.ts';

/* SQL: one statement for many cancellations at once, in the transaction that chains their events. */

/** Told of a cancellation that cannot be read: it is missing in the history, and stops no other. */
export type OnUnreadable = (shop: ShopDomain, id: string, error: unknown) => void;

export interface HistoryHead {
  readonly timeZone: string;
  readonly figuresFormat: number;
  readonly ordersCountedAt: Date | null;
  readonly zoneReadAt: Date | null;
}

/** Where no zone is known yet; all is counted anew once one is. */
const UNKNOWN_ZONE = 'UTC';

export async function historyHead(sql: Sql, shop: ShopDomain): Promise<HistoryHead> {
  await sql.query(
    `INSERT INTO history_heads (shop, time_zone, figures_format) VALUES ($1, $2, $3)
     ON CONFLICT (shop) DO NOTHING`,
    [shop, UNKNOWN_ZONE, FIGURES_FORMAT],
  );
  const { rows } = await sql.query<HistoryHead>(
    `SELECT time_zone AS "timeZone", figures_format AS "figuresFormat",
       orders_counted_at AS "ordersCountedAt", zone_read_at AS "zoneReadAt"
     FROM history_heads WHERE shop = $1`,
    [shop],
  );
  // A shop that is erased takes none.
  return (
    rows[0] ?? {
      ...{ timeZone: UNKNOWN_ZONE, figuresFormat: FIGURES_FORMAT },
      ...{ ordersCountedAt: null, zoneReadAt: null },
    }
  );
}

/**
 * Writes rows and figures of cancellations as their events now have them. Whoever calls it holds the lock of the
 * shop's chain.
 *
 * @returns how many there were
 */
export async function projectHistory(
  sql: Sql,
  shop: ShopDomain,
  ids: readonly string[],
  onUnreadable: OnUnreadable,
): Promise<number> {
  if (ids.length === 0) return 0;
  const { timeZone } = await historyHead(sql, shop);
  const now = await readFacts(sql, shop, ids, onUnreadable);
  if (now.length === 0) return 0;
  const before = await readRows(
    sql,
    shop,
    now.map(({ id }) => id),
  );
  await upsertRows(sql, shop, now);
  await addFigures(sql, shop, [
    ...before.flatMap((facts) => figuresOf(facts, timeZone)).map(negative),
    ...now.flatMap((facts) => figuresOf(facts, timeZone)),
  ]);
  await countOrderDays(sql, shop, timeZone, { ofOrders: now.map(({ orderId }) => orderId) });
  return now.length;
}

async function readFacts(
  sql: Sql,
  shop: ShopDomain,
  ids: readonly string[],
  onUnreadable: OnUnreadable,
): Promise<readonly NamedFacts[]> {
  const { rows } = await sql.query<{ id: string; order_name: string }>(
    'SELECT id, order_name FROM cancellations WHERE shop = $1 AND id = ANY ($2::uuid[])',
    [shop, ids],
  );
  const facts: NamedFacts[] = [];
  const read = async (some: readonly { id: string; order_name: string }[]): Promise<void> => {
    const wanted = some.map(({ id }) => id as CancellationId);
    try {
      const stored = await readStored(sql, shop, wanted);
      facts.push(
        ...some.flatMap(({ id, order_name: orderName }) => {
          const found = stored.get(id as CancellationId);
          return found ? [{ ...historyFactsOf(found.events, found.id), orderName }] : [];
        }),
      );
    } catch (error) {
      const [only, ...others] = some;
      if (only && others.length === 0) onUnreadable(shop, only.id, error);
      else for (const one of some) await read([one]);
    }
  };
  await read(rows);
  return facts;
}

async function readRows(
  sql: Sql,
  shop: ShopDomain,
  ids: readonly string[],
): Promise<readonly NamedFacts[]> {
  const { rows } = await sql.query<StoredHistoryRow>(
    `SELECT ${HISTORY_COLUMNS} FROM history_rows h WHERE shop = $1 AND id = ANY ($2::uuid[])`,
    [shop, ids],
  );
  return rows.map(factsOf);
}

const COLUMNS = HISTORY.map(column);

async function upsertRows(sql: Sql, shop: ShopDomain, facts: readonly NamedFacts[]): Promise<void> {
  await sql.query(
    `INSERT INTO history_rows (shop, ${COLUMNS.join(', ')})
     SELECT $1, ${COLUMNS.join(', ')} FROM jsonb_populate_recordset(null::history_rows, $2::jsonb)
     ON CONFLICT (shop, id) DO UPDATE SET
       ${COLUMNS.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    [shop, JSON.stringify(facts.map(storedOf))],
  );
}

const FIGURE_COLUMNS = FIGURES.map(column);

async function addFigures(
  sql: Sql,
  shop: ShopDomain,
  changes: readonly DayFigures[],
): Promise<void> {
  const sums = addedUp(changes);
  if (sums.length === 0) return;
  const rows = sums.map(({ day, currencyCode, who, reason, figures }) => ({
    ...{ day, currency_code: currencyCode, who, reason },
    ...Object.fromEntries(FIGURES.map((name) => [column(name), figures[name]])),
  }));
  await sql.query(
    `INSERT INTO figure_days (shop, day, currency_code, who, reason, ${FIGURE_COLUMNS.join(', ')})
     SELECT $1, day, currency_code, who, reason, ${FIGURE_COLUMNS.join(', ')}
     FROM jsonb_populate_recordset(null::figure_days, $2::jsonb)
     ON CONFLICT (shop, day, currency_code, who, reason) DO UPDATE SET
       ${FIGURE_COLUMNS.map((name) => `${name} = figure_days.${name} + excluded.${name}`).join(', ')}`,
    [shop, JSON.stringify(rows)],
  );
}

const REBUILT_AT_ONCE = 500;

/** Counts every figure of a shop anew from its rows: its days are others in another time zone. */
export async function countAnew(sql: Sql, shop: ShopDomain, timeZone: string): Promise<void> {
  await sql.query('DELETE FROM figure_days WHERE shop = $1', [shop]);
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await sql.query<StoredHistoryRow>(
      `SELECT ${HISTORY_COLUMNS} FROM history_rows h WHERE shop = $1 AND id > $2::uuid
       ORDER BY id LIMIT ${REBUILT_AT_ONCE}`,
      [shop, after],
    );
    const last = rows.at(-1);
    if (!last) break;
    await addFigures(
      sql,
      shop,
      rows.map(factsOf).flatMap((facts) => figuresOf(facts, timeZone)),
    );
    after = last.id;
  }
  await countOrderDays(sql, shop, timeZone, 'all');
  await sql.query(
    'UPDATE history_heads SET time_zone = $2, orders_counted_at = now() WHERE shop = $1',
    [shop, timeZone],
  );
}

/** The shop's rows and figures go; `projectMissing` writes them again. */
export async function forgetRows(sql: Sql, shop: ShopDomain): Promise<void> {
  await sql.query('DELETE FROM figure_days WHERE shop = $1', [shop]);
  await sql.query('DELETE FROM history_rows WHERE shop = $1', [shop]);
  await sql.query('UPDATE history_heads SET figures_format = $2 WHERE shop = $1', [
    shop,
    FIGURES_FORMAT,
  ]);
}

/** Writes some of the rows that are missing of what is chained; answers how many there were. */
export async function projectMissing(
  sql: Sql,
  shop: ShopDomain,
  onUnreadable: OnUnreadable,
): Promise<number> {
  const { rows } = await sql.query<{ id: string }>(
    `SELECT c.id FROM cancellations c
     WHERE c.shop = $1 AND NOT EXISTS (SELECT FROM history_rows h WHERE h.shop = $1 AND h.id = c.id)
       AND EXISTS (SELECT FROM audit_links l WHERE l.shop = $1 AND l.subject = c.id AND l.seq = 1)
     ORDER BY c.id LIMIT ${REBUILT_AT_ONCE}`,
    [shop],
  );
  const ids = rows.map(({ id }) => id);
  return projectHistory(sql, shop, ids, onUnreadable);
}
