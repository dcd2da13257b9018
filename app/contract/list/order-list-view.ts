import type { OrderStateView } from '../../presentation/staff/order-state-words.ts';
import type { ListPaging } from '../../presentation/list/list-query.ts';
import type { OrderListQuery } from '../../presentation/list/order-list-query.ts';

/** One page of the app's order list. */
export interface OrderListView extends ListPaging {
  readonly query: OrderListQuery;
  /** The shop's orders are still being copied from Shopify, so that some may be missing. */
  readonly copying: boolean;
  readonly orders: readonly OrderRow[];
  /** Missing in the list, because what Shopify says of them cannot be read. */
  readonly unreadable: readonly UnreadableOrderView[];
}

export interface UnreadableOrderView {
  /** The number at the end of the order's id, as addresses use it. */
  readonly number: string;
  readonly name: string;
  readonly reason: string;
  /** ISO 8601. */
  readonly triedAt: string;
}

export interface OrderRow {
  /** The number at the end of the order's id, as addresses use it. */
  readonly number: string;
  /** As people say it: "#1042". */
  readonly name: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly customerName: string | null;
  readonly email: string | null;
  /** What it comes to, in the words staff think in. */
  readonly state: OrderStateView;
  readonly financialStatus: string | null;
  /** Null where nothing is to come any more. */
  readonly fulfillmentStatus: string | null;
  readonly total: string;
  /** Shopify says it is cancelled, whoever did it. */
  readonly cancelled: boolean;
  /** Where this app's newest cancellation of it stands. */
  readonly cancellation: CancellationBadgeView | null;
}

export interface CancellationBadgeView {
  readonly statusLabel: string;
  readonly tone: 'info' | 'success' | 'warning' | 'critical' | 'attention';
}
