/**
 * The search syntax of every `query:` argument: terms joined by AND (also unsaid) and OR, NOT or `-`
 * before a term, brackets, quotes, comma lists and comparisons. A filter that is not simulated is an
 * error, never an empty answer.
 * Source: https://shopify.dev/docs/api/usage/search-syntax
 */
import { notSimulated } from '../not-simulated.ts';

export type Matcher<T> = (item: T) => boolean;

/** One filter: what `field:value` means, `comparison` being `<`, `<=`, `>`, `>=` or nothing. */
export type Filter<T> = (value: string, comparison: string) => Matcher<T>;

export interface Searchable<T> {
  /** The field searched, for the message about a filter that is not simulated. */
  readonly root: string;
  readonly filters: Readonly<Record<string, Filter<T>>>;
  /** What a word without a field looks in. */
  readonly freeText: (word: string) => Matcher<T>;
}

export function matcherOf<T>(searchable: Searchable<T>, query: string): Matcher<T> {
  const tokens = tokenize(query);
  if (tokens.length === 0) return () => true;
  let position = 0;

  const either = (): Matcher<T> => {
    let left = all();
    while (tokens[position] === 'OR') {
      position += 1;
      const [a, b] = [left, all()];
      left = (item) => a(item) || b(item);
    }
    return left;
  };
  const all = (): Matcher<T> => {
    let left = one();
    for (;;) {
      if (tokens[position] === 'AND') position += 1;
      const next = tokens[position];
      if (next === undefined || next === 'OR' || next === ')') return left;
      const [a, b] = [left, one()];
      left = (item) => a(item) && b(item);
    }
  };
  const one = (): Matcher<T> => {
    const token = tokens[position];
    position += 1;
    if (token === undefined) throw notSimulated(`search syntax "${query}"`);
    if (token === '(') {
      const inside = either();
      position += 1;
      return inside;
    }
    if (token === 'NOT') {
      const inside = one();
      return (item) => !inside(item);
    }
    if (token.startsWith('-')) {
      const inside = term(searchable, token.slice(1));
      return (item) => !inside(item);
    }
    return term(searchable, token);
  };
  return either();
}

function tokenize(query: string): string[] {
  const pattern = /\(|\)|(?:-?[A-Za-z_]+:)?(?:[<>]=?)?(?:"[^"]*"|'[^']*')|[^\s()]+/g;
  return query.match(pattern) ?? [];
}

function unquote(text: string): string {
  return text.replace(/^(["'])(.*)\1$/, '$2');
}

function term<T>(searchable: Searchable<T>, token: string): Matcher<T> {
  const match = /^([A-Za-z_]+):(.*)$/.exec(token);
  if (match === null) return searchable.freeText(unquote(token));
  const [, field = '', raw = ''] = match;
  const [, comparison = '', text = ''] = /^([<>]=?)?(.*)$/.exec(raw) ?? [];
  const values = unquote(text)
    .split(',')
    .map((value) => unquote(value.trim()));
  const filter = searchable.filters[field.toLowerCase()];
  if (filter === undefined) throw notSimulated(`${searchable.root}(query: "${field}:…")`);
  const matchers = values.map((value) => filter(value, comparison));
  return (item) => matchers.some((matches) => matches(item));
}

// --- Kinds of filter ----------------------------------------------------------------------------

/** Equal, upper and lower case alike. */
export const equals =
  <T>(of: (item: T) => string | null): Filter<T> =>
  (value) =>
  (item) =>
    (of(item) ?? '').toLowerCase() === value.toLowerCase();

/** A number, or the number inside a global id. */
export const numeric =
  <T>(of: (item: T) => number): Filter<T> =>
  (value, comparison) => {
    const wanted = Number(value.replace(/^gid:\/\/shopify\/\w+\//, ''));
    return (item) => compare(of(item), comparison, wanted);
  };

/** A moment; a bare date stands for its whole day. */
export const time =
  <T>(of: (item: T) => number | null): Filter<T> =>
  (value, comparison) => {
    const wanted = Date.parse(value);
    if (Number.isNaN(wanted)) throw notSimulated(`search date "${value}"`);
    const wholeDay = /^\d{4}-\d{2}-\d{2}$/.test(value) && comparison === '';
    return (item) => {
      const at = of(item);
      if (at === null) return false;
      if (wholeDay) return at >= wanted && at < wanted + 24 * 3600 * 1000;
      return compare(at, comparison, wanted);
    };
  };

/** Words that begin as the wanted one does; a final `*` says the same aloud. */
export const beginsWith =
  <T>(of: (item: T) => readonly string[]): ((word: string) => Matcher<T>) =>
  (word) => {
    const wanted = word.toLowerCase().replace(/\*$/, '');
    return (item) => of(item).some((text) => text.toLowerCase().startsWith(wanted));
  };

/** `actual` as the comparison wants it: equal when it says nothing. */
export function compare(actual: number, comparison: string, wanted: number): boolean {
  switch (comparison) {
    case '<':
      return actual < wanted;
    case '<=':
      return actual <= wanted;
    case '>':
      return actual > wanted;
    case '>=':
      return actual >= wanted;
    default:
      return actual === wanted;
  }
}
