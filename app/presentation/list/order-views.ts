import {
  ORDER_LIST,
  type OrderFilter,
  type OrderSort,
} from '../../application/order/order-search.ts';
import type { SavedOrderView } from '../../contract/list/order-list-view.ts';
import { type ListQuery, firstPage, listParams, readListQuery } from './list-query.ts';

export type OrderQuery = ListQuery<OrderSort, OrderFilter>;

/** The tabs that every shop has, and what each asks for. Nobody can change them. */
const BUILT_IN = {
  all: {},
  cancellable: { cancellation: 'possible' },
  requested: { cancellation: 'requested' },
  needs_attention: { cancellation: 'needs_attention' },
  /** Of which nothing was paid, and that can still be cancelled. */
  unpaid: { payment: 'unpaid', cancellation: 'possible' },
  failed: { status: 'failed' },
  cancelled: { status: 'cancelled' },
} as const satisfies Readonly<Record<string, OrderQuery['filters']>>;
export type BuiltInView = keyof typeof BUILT_IN;

/** A tab of the list. */
export interface OrderTab {
  /** Null for the list as it begins. */
  readonly id: string | null;
  readonly builtIn: BuiltInView | null;
  /** Null for one that is built in. */
  readonly saved: SavedOrderView | null;
  /** What it asks for. */
  readonly query: OrderQuery;
}

/** Every tab, those that are built in first. */
export function orderTabs(saved: readonly SavedOrderView[]): readonly OrderTab[] {
  const builtIn = (Object.keys(BUILT_IN) as BuiltInView[]).map((name): OrderTab => {
    const id = name === 'all' ? null : name;
    const query = { ...firstPage(ORDER_LIST), filters: BUILT_IN[name] };
    return { id, builtIn: name, saved: null, query: inView(query, id) };
  });
  const own = saved.map((view): OrderTab => {
    const query = readListQuery(ORDER_LIST, new URLSearchParams(view.query));
    return { id: view.id, builtIn: null, saved: view, query: inView(query, view.id) };
  });
  return [...builtIn, ...own];
}

/** The tab that an address is in; the first one where it names none that there is. */
export function tabOf(tabs: readonly OrderTab[], query: OrderQuery): number {
  const at = tabs.findIndex(({ id }) => id !== null && id === query.filters.view);
  return Math.max(0, at);
}

/** What a query asks for, whichever tab and page it is on: the text that a view keeps. */
export const askedBy = (query: OrderQuery): string =>
  listParams(ORDER_LIST, inView({ ...query, cursor: null }, null)).toString();

function inView(query: OrderQuery, id: string | null): OrderQuery {
  const filters = { ...query.filters };
  delete filters.view;
  return { ...query, filters: id === null ? filters : { ...filters, view: id } };
}
