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
  /** Why it cannot be cancelled, as far as the list knows; null when it may be. */
  whyNot: z.nullable(z.string()),
  /** Said of orders that may be fraud. */
  risk: z.nullable(badge),
});
export type OrderRow = Json<typeof row>;

/** One page of the app's order list; also at `GET /api/staff/orders?query=`. */
export const orderListView = z.extend(listPaging, {
  query: listQuery(['date', 'number', 'total'], {
    view: z.exactOptional(z.string()),
    status: z.exactOptional(z.string()),
    payment: z.exactOptional(z.string()),
    fulfillment: z.exactOptional(z.string()),
    cancellation: z.exactOptional(z.string()),
    risk: z.exactOptional(z.string()),
    location: z.exactOptional(z.string()),
    country: z.exactOptional(z.string()),
    tag: z.exactOptional(z.string()),
    date: z.exactOptional(z.string()),
    amount: z.exactOptional(z.string()),
  }),
  /** Whether all was looked through, or the page ends before; `FoundOrders.searched`. */
  searched: z.enum(['all', 'so_far', 'newest']),
  /** The shop's orders are still being copied from Shopify, so that some may be missing. */
  copying: z.boolean(),
  orders: z.array(row),
  /** Missing in the list, because what Shopify says of them cannot be read. */
  unreadable: z.array(unreadableOrder),
});
export type OrderListView = Json<typeof orderListView>;

const savedView = z.object({
  id: z.string(),
  name: z.string(),
  /** As the list's address says it. */
  query: z.string(),
  /** Everybody in the shop has it. */
  isShared: z.boolean(),
});
export type SavedOrderView = Json<typeof savedView>;

/** What the page of orders shows. */
export const ordersPageView = z.extend(orderListView, {
  views: z.array(savedView),
  /** Bulk cancellations that somebody has begun and that are not over: the way back to them. */
  bulks: z.array(z.object({ id: z.string(), number: z.int(), state: z.string() })),
  /** What there is to filter by; not all where there is very much. */
  choices: z.object({
    locations: z.array(z.string()),
    countries: z.array(z.object({ code: z.string(), name: z.string() })),
    tags: z.array(z.string()),
  }),
  /** Why this staff member may cancel nothing; null when they may. */
  forbidden: z.nullable(z.string()),
});
export type OrdersPageView = Json<typeof ordersPageView>;

/** Body of `POST /api/staff/order-views`. */
const viewName = z.string().check(z.trim(), z.minLength(1), z.maxLength(40));
const viewId = z.string().check(z.regex(/^[0-9a-f-]{36}$/));
const viewQuery = z.string().check(z.maxLength(1_000));
export const orderViewBody = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('add'),
    name: viewName,
    query: viewQuery,
    isShared: z.boolean(),
  }),
  z.strictObject({ do: z.literal('rename'), id: viewId, name: viewName }),
  z.strictObject({ do: z.literal('save'), id: viewId, query: viewQuery }),
  z.strictObject({ do: z.literal('remove'), id: viewId }),
]);
export type OrderViewBody = Json<typeof orderViewBody>;

export const orderViewAnswer = z.object({
  /** The view that was changed; null for one that is gone. */
  changed: z.nullable(z.string()),
});
