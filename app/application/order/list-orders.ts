import type { ShopDomain } from '../../domain/ids.ts';
import { beginningOf } from '../../domain/text/text.ts';
import type { CancellationStatus } from '../../domain/cancellation/state.ts';
import type { OrderState } from '../../domain/order/order-state.ts';
import type { CancellationStore, OrderMirror, OrderSnapshot } from '../shared/ports.ts';
import type { SetAsideOrder, UnreadableOrders } from './unreadable-orders.ts';

export interface OrderListDeps {
  readonly orders: OrderMirror;
  readonly store: CancellationStore;
  readonly unreadable: UnreadableOrders;
}

export interface OrderListItem {
  readonly order: OrderSnapshot;
  readonly cancellationStatus: CancellationStatus | null;
  /** The app took units off it. */
  readonly cancelledInPart: boolean;
}

export interface OrderList {
  readonly items: readonly OrderListItem[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  /** The shop's orders have been copied at least once; until then the list may be incomplete. */
  readonly complete: boolean;
  /** Orders that are missing because they cannot be read, the longest untried first. */
  readonly unreadable: readonly SetAsideOrder[];
}

const PAGE_SIZE = 25;
const MOST_UNREADABLE_SHOWN = 20;
const LONGEST_SEARCH = 100;

/** A page of the shop's orders, newest first. `page` counts from 1. */
export async function listOrders(
  deps: OrderListDeps,
  shop: ShopDomain,
  query: { readonly text: string; readonly page: number; readonly state?: OrderState },
): Promise<OrderList> {
  const page = Math.max(1, Math.trunc(query.page));
  const text = beginningOf(query.text.trim(), LONGEST_SEARCH);
  const [found, watermark, unreadable] = await Promise.all([
    deps.orders.search(shop, {
      text,
      ...(query.state ? { state: query.state } : {}),
      limit: PAGE_SIZE,
      offset: (page - 1) * PAGE_SIZE,
    }),
    deps.orders.watermark(shop),
    deps.unreadable.list(shop, MOST_UNREADABLE_SHOWN),
  ]);
  const ids = found.orders.map((order) => order.id);
  const [statuses, inPart] = await Promise.all([
    deps.store.latestStatuses(shop, ids),
    deps.store.ordersCancelledInPart(shop, ids),
  ]);
  return {
    items: found.orders.map((order) => ({
      order,
      cancellationStatus: statuses.get(order.id) ?? null,
      cancelledInPart: inPart.has(order.id),
    })),
    total: found.total,
    page,
    pageSize: PAGE_SIZE,
    complete: watermark !== null,
    unreadable,
  };
}
