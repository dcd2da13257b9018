/**
 * Where a page of a list begins: beside an entry of the page before, by what the list is sorted by. So no page is
 * counted from the start, and what comes in meanwhile moves none.
 */
export interface ListCursor {
  readonly side: 'after' | 'before';
  readonly key: ListKey;
}

/** What an entry is sorted by, its id last; as the list's own store writes and reads it. */
export type ListKey = readonly string[];

export interface ListSort<By extends string> {
  readonly by: By;
  readonly direction: 'ascending' | 'descending';
}

/** What a list can be asked for: every list's one description, read by its address, its page, its controls and its store. */
export interface ListSpec<Sort extends string, Filter extends string = never> {
  /** What it can be sorted by, each with what a key of it looks like, its parts joined by `~`. */
  readonly sorts: Readonly<Record<Sort, RegExp>>;
  readonly defaultSort: ListSort<Sort>;
  /** The values of each filter, or what each looks like, by the name of its parameter. */
  readonly filters: Readonly<Record<Filter, readonly string[] | RegExp>>;
}

export interface ListPage<T> {
  readonly items: readonly T[];
  /** The page before ends before this key; null when this is the first. */
  readonly previous: ListKey | null;
  /** The next page begins after this key; null when this is the last. */
  readonly next: ListKey | null;
}

/**
 * A page of what was found, read from the cursor on.
 *
 * @param found one more than the limit when there are more; before a cursor: the nearest to it first
 */
export function pageOf<T>(
  found: readonly T[],
  { limit, cursor }: { readonly limit: number; readonly cursor: ListCursor | null },
  keyOf: (item: T) => ListKey,
): ListPage<T> {
  const isBackwards = cursor?.side === 'before';
  const hasMore = found.length > limit;
  const kept = found.slice(0, limit);
  const items = isBackwards ? kept.toReversed() : kept;
  const first = items[0];
  const last = items.at(-1);
  const hasPrevious = isBackwards ? hasMore : cursor !== null;
  const hasNext = isBackwards || hasMore;
  return {
    items,
    previous: hasPrevious && first !== undefined ? keyOf(first) : null,
    next: hasNext && last !== undefined ? keyOf(last) : null,
  };
}

/** Reads the page at a cursor; the first page where the cursor leads nowhere, or back to the beginning. */
export async function readListPage<Page extends ListPage<unknown>>(
  cursor: ListCursor | null,
  read: (cursor: ListCursor | null) => Promise<Page>,
): Promise<Page> {
  const page = await read(cursor);
  const isFirst =
    cursor !== null &&
    ((page.items.length === 0 && page.next === null) ||
      (cursor.side === 'before' && page.previous === null));
  return isFirst ? read(null) : page;
}
