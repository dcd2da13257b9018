import * as z from 'zod/mini';

import type { Json } from '../json.ts';
import { tone } from '../staff/order-state-view.ts';
import { staffCancellationView } from '../staff/staff-cancellation-view.ts';
import { listPaging, listQuery } from './list-query.ts';

/** A cancellation in a list that leads to its order. */
const row = z.object({
  id: z.string(),
  /** The number at the end of the order's id, as addresses use it. */
  orderNumber: z.string(),
  /** As people say it: "#1042". */
  orderName: z.string(),
  statusLabel: z.string(),
  tone,
  requestedBy: z.string(),
  reason: z.nullable(z.string()),
  amount: z.string(),
  /** ISO 8601. */
  requestedAt: z.string(),
});
export type CancellationRow = Json<typeof row>;

/** A cancellation that waits for a person, with all that is needed to answer it. */
const waiting = z.object({
  orderNumber: z.string(),
  orderName: z.string(),
  cancellation: staffCancellationView,
});
export type WaitingCancellation = Json<typeof waiting>;

/** What the home page shows, the most urgent first. */
export const homeView = z.object({
  requestsWaiting: z.array(row),
  needAttention: z.array(row),
  /** Cancelled, and the refund not confirmed by the gateway yet. */
  moneyOnItsWay: z.array(row),
  latest: z.array(row),
  /** How many there are of each; "More than 50" where that is not known. */
  counts: z.object({
    requestsWaiting: z.string(),
    needAttention: z.string(),
    moneyOnItsWay: z.string(),
  }),
  copying: z.boolean(),
  policyEnabled: z.boolean(),
});
export type HomeView = Json<typeof homeView>;

/** The inbox: customers' requests to answer, and cancellations that only a person can take further. */
export const requestsView = z.extend(listPaging, {
  query: listQuery(['urgency'], {}),
  /** Why this staff member may not answer; null when they may. */
  forbidden: z.nullable(z.string()),
  inReview: z.array(waiting),
  needAttention: z.array(waiting),
});
export type RequestsView = Json<typeof requestsView>;
