import type { ListPage } from '../../application/shared/list-page.ts';
import { pageOf } from '../../application/shared/list-page.ts';
import type {
  HistoryEntry,
  HistoryFilter,
  HistorySearch,
} from '../../application/history/ports.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import type { Sql } from '../database/transaction.ts';
import { searchQuery, searchedWords } from '../order/search-terms.ts';
import { HISTORY_COLUMNS, type StoredHistoryRow, factsOf } from './history-rows.ts';

/** How many rows are looked through for words in the list's own order before the index of words is asked. */
const WALK = 2_000;

type FoundRow = StoredHistoryRow & { readonly customerName: string | null };

const entryOf = ({ customerName, ...row }: FoundRow): HistoryEntry => ({
  ...factsOf(row),
  customerName,
});

/**
 * One page of the history, the newest first.
 *
 * SQL: a key of two columns, words of another table's index, and a walk with a bound.
 */
export async function searchHistory(
  sql: Sql,
  shop: ShopDomain,
  search: HistorySearch,
): Promise<ListPage<HistoryEntry>> {
  const { cursor, limit } = search;
  const asked = new Asked(shop, search);
  const isBackwards = cursor?.side === 'before';
  if (cursor) {
    const [at = '0', id = ''] = cursor.key;
    asked.conditions.push(
      `(h.opened_at, h.id) ${isBackwards ? '>' : '<'}
       (to_timestamp(${asked.value(at)}::bigint / 1000.0), ${asked.value(id)}::uuid)`,
    );
  }
  const most = asked.value(limit + 1);
  const direction = isBackwards ? 'ASC' : 'DESC';
  const order = `ORDER BY h.opened_at ${direction}, h.id ${direction}`;
  const select = `SELECT ${HISTORY_COLUMNS}, o.customer_name AS "customerName"`;
  const read = async (where: string) =>
    (
      await sql.query<FoundRow>(
        `${select} ${FROM} WHERE ${where} ${order} LIMIT ${most}`,
        asked.values,
      )
    ).rows;
  const page = (rows: readonly FoundRow[]) =>
    pageOf(rows.map(entryOf), search, (entry) => [String(entry.openedAt), entry.id]);
  const where = asked.conditions.join(' AND ');
  if (asked.words === null) return page(await read(where));
  const walked = await read(
    `h.id IN (SELECT id FROM history_rows h WHERE ${where} ${order} LIMIT ${WALK})
       AND h.shop = $1 AND ${asked.isNamed('walk')}`,
  );
  if (walked.length > limit) return page(walked);
  return page(await read(`${where} AND ${asked.isNamed('index')}`));
}

/** @returns how many the filter leaves */
export async function countHistory(
  sql: Sql,
  shop: ShopDomain,
  filter: HistoryFilter,
): Promise<number> {
  const asked = new Asked(shop, filter);
  const words = asked.words === null ? [] : [asked.isNamed('index')];
  const { rows } = await sql.query<{ count: number }>(
    `SELECT count(*)::int AS count ${FROM} WHERE ${[...asked.conditions, ...words].join(' AND ')}`,
    asked.values,
  );
  return rows[0]?.count ?? 0;
}

/** The conditions of a filter on `history_rows h`, with the values of their parameters. */
class Asked {
  readonly values: unknown[];
  readonly conditions: string[] = ['h.shop = $1'];
  /** Parameters of the words that are searched for; null for none. */
  readonly words: { readonly query: string; readonly name: string } | null = null;

  constructor(shop: ShopDomain, filter: HistoryFilter) {
    this.values = [shop];
    const { who, outcome, step, reason, from, until } = filter;
    if (who !== null) this.conditions.push(`h.who = ${this.value(who)}`);
    if (outcome !== null) this.conditions.push(`h.outcome = ${this.value(outcome)}`);
    if (reason !== null) this.conditions.push(`h.reason = ${this.value(reason)}`);
    if (step !== null) this.conditions.push(`${this.value(step)} = ANY (h.steps)`);
    if (from !== null) this.conditions.push(`h.opened_at >= ${this.value(new Date(from))}`);
    if (until !== null) this.conditions.push(`h.opened_at < ${this.value(new Date(until))}`);
    const wanted = filter.text.replaceAll('#', '').trim();
    if (wanted === '') return;
    const query = searchQuery(searchedWords(wanted));
    // What has no word in it is found nowhere.
    if (query === '') this.conditions.push('false');
    else this.words = { query: this.value(query), name: this.value(wanted.normalize('NFKC')) };
  }

  value(given: unknown): string {
    return `$${this.values.push(given)}`;
  }

  /**
   * Whether an order is of that name, or has those words in its copy.
   *
   * @param by looked up for each row, or by the index of words
   */
  isNamed(by: 'walk' | 'index'): string {
    if (!this.words) return 'true';
    const { query, name } = this.words;
    const named = `h.order_name IN (${name}, '#' || ${name})`;
    return by === 'walk'
      ? `(${named} OR o.terms @@ ${query}::tsquery)`
      : `(${named} OR h.order_id IN (SELECT order_id FROM order_mirror
           WHERE shop = $1 AND terms @@ ${query}::tsquery))`;
  }
}

const FROM = `FROM history_rows h
  LEFT JOIN order_mirror o ON o.shop = h.shop AND o.order_id = h.order_id`;
