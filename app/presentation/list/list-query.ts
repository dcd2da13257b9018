import type { ListCursor, ListSort, ListSpec } from '../../application/shared/list-page.ts';

export type { ListSpec } from '../../application/shared/list-page.ts';

/** What a list shows, as its address says it: `?q=1042&status=failed&sort=-total&after=1999~5001`. */
export interface ListQuery<Sort extends string, Filter extends string = never> {
  readonly text: string;
  readonly filters: Readonly<Partial<Record<Filter, string>>>;
  readonly sort: ListSort<Sort>;
  /** Null for the first page. */
  readonly cursor: ListCursor | null;
}

const BETWEEN = '~';

/** The list as it begins. */
export function firstPage<Sort extends string, Filter extends string>({
  defaultSort,
}: ListSpec<Sort, Filter>): ListQuery<Sort, Filter> {
  const none: Partial<Record<Filter, string>> = {};
  return { text: '', filters: none, sort: defaultSort, cursor: null };
}

/** Reads a query from an address. What cannot be read is left out: an unreadable cursor means the first page. */
export function readListQuery<Sort extends string, Filter extends string>(
  spec: ListSpec<Sort, Filter>,
  params: URLSearchParams,
): ListQuery<Sort, Filter> {
  const sort = readSort(spec, params.get('sort') ?? '');
  const filters: Partial<Record<Filter, string>> = {};
  for (const name of Object.keys(spec.filters) as Filter[]) {
    const value = params.get(name);
    if (value !== null && isValueOf(spec.filters[name], value)) filters[name] = value;
  }
  return {
    text: params.get('q')?.trim() ?? '',
    filters,
    sort,
    cursor:
      readCursor('after', params.get('after'), spec.sorts[sort.by]) ??
      readCursor('before', params.get('before'), spec.sorts[sort.by]),
  };
}

/** The address of a query; defaults are left out. */
export function listParams<Sort extends string, Filter extends string>(
  spec: ListSpec<Sort, Filter>,
  { text, filters, sort, cursor }: ListQuery<Sort, Filter>,
): URLSearchParams {
  const params = new URLSearchParams();
  if (text !== '') params.set('q', text);
  for (const name of Object.keys(spec.filters) as Filter[]) {
    const value = filters[name];
    if (value !== undefined) params.set(name, value);
  }
  const { by, direction } = spec.defaultSort;
  if (sort.by !== by || sort.direction !== direction) {
    params.set('sort', `${sort.direction === 'descending' ? '-' : ''}${sort.by}`);
  }
  if (cursor) params.set(cursor.side, cursor.key.join(BETWEEN));
  return params;
}

const isValueOf = (filter: readonly string[] | RegExp, value: string): boolean =>
  filter instanceof RegExp ? filter.test(value) : filter.includes(value);

function readSort<Sort extends string>(
  { sorts, defaultSort }: Pick<ListSpec<Sort>, 'sorts' | 'defaultSort'>,
  text: string,
): ListSort<Sort> {
  const name = text.replace(/^-/, '');
  const by = (Object.keys(sorts) as Sort[]).find((known) => known === name);
  if (by === undefined) return defaultSort;
  return { by, direction: text.startsWith('-') ? 'descending' : 'ascending' };
}

function readCursor(
  side: ListCursor['side'],
  text: string | null,
  form: RegExp,
): ListCursor | null {
  return text !== null && form.test(text) ? { side, key: text.split(BETWEEN) } : null;
}
