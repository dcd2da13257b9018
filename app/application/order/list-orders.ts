import type { ShopDomain } from '../../domain/ids.ts';
import { beginningOf } from '../../domain/text/text.ts';
import type { CancellationStatus } from '../../domain/cancellation/state.ts';
import { type ListPage, readListPage } from '../shared/list-page.ts';
import type { CancellationStore } from '../cancellation/ports.ts';
import type { ListedOrder, OrderMirror } from './ports.ts';
import type { OrderSearch } from './order-search.ts';
import type { SetAsideOrder, UnreadableOrders } from './ports.ts';

export interface OrderListDeps {
  readonly orders: OrderMirror;
  readonly store: CancellationStore;
  readonly unreadable: UnreadableOrders;
}

export interface OrderListItem {
  readonly order: ListedOrder;
  readonly cancellationStatus: CancellationStatus | null;
}

export interface OrderList {
  readonly page: ListPage<OrderListItem>;
  /** The shop's orders have been copied at least once; until then the list may be incomplete. */
  readonly complete: boolean;
  /** Orders that are missing because they cannot be read, the longest untried first. */
  readonly unreadable: readonly SetAsideOrder[];
}

const PAGE_SIZE = 25;
const MOST_UNREADABLE_SHOWN = 20;
const LONGEST_SEARCH = 100;

/** A page of the shop's orders: the first one where the cursor leads nowhere. */
export async function listOrders(
  deps: OrderListDeps,
  shop: ShopDomain,
  query: Omit<OrderSearch, 'limit'>,
): Promise<OrderList> {
  const search = {
    ...query,
    text: beginningOf(query.text.trim(), LONGEST_SEARCH),
    limit: PAGE_SIZE,
  };
  const [found, watermark, unreadable] = await Promise.all([
    readListPage(query.cursor, (cursor) => deps.orders.search(shop, { ...search, cursor })),
    deps.orders.watermark(shop),
    deps.unreadable.list(shop, MOST_UNREADABLE_SHOWN),
  ]);
  const ids = found.items.map((order) => order.id);
  const statuses = await deps.store.latestStatuses(shop, ids);
  const items = found.items.map((order) => ({
    order,
    cancellationStatus: statuses.get(order.id) ?? null,
  }));
  return { page: { ...found, items }, complete: watermark !== null, unreadable };
}
