import type { OrderSearch } from '../../application/order/order-search.ts';
import { LIVE_STATUSES } from '../../domain/cancellation/state.ts';
import { SENT_STATUSES } from '../../domain/order/cancellable.ts';
import { ORDER_STATE_SQL } from './order-state-sql.ts';
import { searchQuery, searchedWords } from './search-terms.ts';

/** Adds a value to a statement and answers its placeholder. */
export type Parameter = (value: unknown) => string;

/**
 * Where the orders that meet a condition stand sorted by date: a column of `order_mirror o` that has an index with the
 * date after it, or terms of `order_terms`.
 */
export type Source =
  | { readonly kind: 'column'; readonly sql: string; readonly values: readonly string[] }
  | { readonly kind: 'term'; readonly values: readonly string[] }
  /** Of whichever terms begin so: looked up first. */
  | { readonly kind: 'prefix'; readonly prefixes: readonly string[] };

/** One thing that is asked of an order. */
export interface Condition {
  /** The same of a row of `order_mirror o`. */
  readonly check: (parameter: Parameter) => string;
  /** Null where no index has the orders that meet it. */
  readonly source: Source | null;
}

/** Of so many digits a number's beginning is a term of its own (`unorder_terms_of` of the migration). */
const MOST_DIGITS = 5;

/** All that a search asks of an order but its place in the list. Null where nothing can be found. */
export function conditionsOf(search: OrderSearch): readonly Condition[] | null {
  const typed = search.text.replaceAll('#', '').trim();
  const words = searchedWords(typed);
  if (typed !== '' && words.length === 0) return null;
  return [...words.map(ofWord), ...ofFilters(search)];
}

function ofWord(ways: readonly string[]): Condition {
  const [word = ''] = ways;
  const isNumber = /^[0-9]+$/.test(word) && ways.length === 1;
  return {
    check: (parameter) => `o.terms @@ ${parameter(searchQuery([ways]))}::tsquery`,
    source:
      isNumber && word.length <= MOST_DIGITS
        ? { kind: 'term', values: [`^${word}`] }
        : { kind: 'prefix', prefixes: ways },
  };
}

function ofFilters(search: OrderSearch): readonly Condition[] {
  const { state, payment, fulfillment, cancellation, risk, placed, amount } = search;
  const conditions: (Condition | null)[] = [
    cancellation === 'possible'
      ? MAY_BE_CANCELLED
      : ofColumn('o.cancellation_status', cancellation),
    ofColumn('o.risk', risk === null ? null : [risk]),
    state === null ? null : ofColumn(`(${ORDER_STATE_SQL})`, [state]),
    ofTerm('t', search.tag, (tag) => `o.tags @> ${tag('json')}::jsonb`),
    ofTerm('l', search.location, (location) => `o.locations @> ${location('json')}::jsonb`),
    ofTerm('c', search.country, (country) => `o.country_code = ${country('text')}`),
    ofColumn('o.fulfillment_status', fulfillment),
    ofColumn('o.financial_status', payment),
    placed && {
      check: (parameter) =>
        [
          placed.from === null ? null : `o.created_at >= ${instant(parameter, placed.from)}`,
          placed.until === null ? null : `o.created_at < ${instant(parameter, placed.until)}`,
        ]
          .filter(Boolean)
          .join(' AND ') || 'true',
      source: null,
    },
    amount && {
      check: (parameter) =>
        [
          `o.currency_code = ${parameter(amount.currencyCode)}`,
          amount.from === null ? null : `o.total_minor >= ${parameter(amount.from)}::bigint`,
          amount.to === null ? null : `o.total_minor <= ${parameter(amount.to)}::bigint`,
        ]
          .filter(Boolean)
          .join(' AND '),
      source: null,
    },
  ];
  return conditions.filter((condition) => condition !== null);
}

export const instant = (parameter: Parameter, at: number): string =>
  `to_timestamp(${parameter(at)}::bigint / 1000.0)`;

const ofColumn = (sql: string, values: readonly string[] | null): Condition | null =>
  values && {
    // One value is compared as such, so that an index with it can be read in order.
    check: (parameter) =>
      values.length === 1
        ? `${sql} = ${parameter(values[0])}`
        : `${sql} = ANY (${parameter(values)}::text[])`,
    source: { kind: 'column', sql, values },
  };

const ofTerm = (
  kind: 't' | 'l' | 'c',
  value: string | null,
  check: (given: (as: 'json' | 'text') => string) => string,
): Condition | null =>
  value === null
    ? null
    : {
        check: (parameter) =>
          check((as) => parameter(as === 'json' ? JSON.stringify([value]) : value)),
        source: { kind: 'term', values: [`${kind}:${value}`] },
      };

/** As `whyNotCancellable` says of one order. */
const MAY_BE_CANCELLED: Condition = {
  check: (parameter) =>
    `(${ORDER_STATE_SQL}) <> 'cancelled'
     AND coalesce(o.fulfillment_status <> ALL (${parameter(SENT_STATUSES)}::text[]), true)
     AND coalesce(o.cancellation_status <> ALL (${parameter(LIVE_STATUSES)}::text[]), true)`,
  source: null,
};
