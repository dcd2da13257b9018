import * as z from 'zod/mini';

import type { Json } from '../json.ts';
import { orderStateView, tone } from '../staff/order-state-view.ts';
import { listPaging, listQuery } from './list-query.ts';

const unreadableOrder = z.object({
  /** The number at the end of the order's id, as addresses use it. */
  number: z.string(),
  name: z.string(),
  reason: z.string(),
  /** ISO 8601. */
  triedAt: z.string(),
});
export type UnreadableOrderView = Json<typeof unreadableOrder>;

const badge = z.object({ statusLabel: z.string(), tone });
export type CancellationBadgeView = Json<typeof badge>;

const row = z.object({
  /** The number at the end of the order's id, as addresses use it. */
  number: z.string(),
  /** As people say it: "#1042". */
  name: z.string(),
  /** ISO 8601. */
  createdAt: z.string(),
  customerName: z.nullable(z.string()),
  email: z.nullable(z.string()),
  /** What it comes to, in the words staff think in. */
  state: orderStateView,
  financialStatus: z.nullable(z.string()),
  /** Null where nothing is to come any more. */
  fulfillmentStatus: z.nullable(z.string()),
  total: z.string(),
  /** Shopify says it is cancelled, whoever did it. */
  cancelled: z.boolean(),
  /** Where this app's newest cancellation of it stands. */
  cancellation: z.nullable(badge),
});
export type OrderRow = Json<typeof row>;

/** One page of the app's order list; also at `GET /api/staff/orders?query=`. */
export const orderListView = z.extend(listPaging, {
  query: listQuery(['date', 'number', 'total'], { status: z.exactOptional(z.string()) }),
  /** The shop's orders are still being copied from Shopify, so that some may be missing. */
  copying: z.boolean(),
  orders: z.array(row),
  /** Missing in the list, because what Shopify says of them cannot be read. */
  unreadable: z.array(unreadableOrder),
});
export type OrderListView = Json<typeof orderListView>;
