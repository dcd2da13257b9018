import * as z from 'zod/mini';

import type { Json } from '../json.ts';
import { tone } from '../staff/order-state-view.ts';
import { staffCancellationView } from '../staff/staff-cancellation-view.ts';
import { figuresView, setupView } from './figures-view.ts';
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
  /** Name or address of whoever ordered; null where the app may know neither. */
  customer: z.nullable(z.string()),
  /** Why it waits for a person, a sentence each. */
  why: z.array(z.string()),
  /** What its customer reads on the order's page now. */
  customerSees: z.string(),
  /** Which staff member looks after it: by id, and by name where it is known. */
  assignedTo: z.nullable(z.object({ id: z.string(), name: z.nullable(z.string()) })),
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
  figures: figuresView,
  /** Null where it is done, or was put away. */
  setup: z.nullable(setupView),
});
export type HomeView = Json<typeof homeView>;

/** The inbox: customers' requests to answer, and cancellations that only a person can take further. */
export const requestsView = z.extend(listPaging, {
  query: listQuery(['deadline', 'newest'], { assignee: z.exactOptional(z.string()) }),
  /** The reader's own id among the staff. */
  me: z.string(),
  /** Whom it can be assigned to: those who have opened the app. */
  staff: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Why this staff member may not answer; null when they may. */
  forbidden: z.nullable(z.string()),
  inReview: z.array(waiting),
  needAttention: z.array(waiting),
});
export type RequestsView = Json<typeof requestsView>;

/** How many wait for a person; `hasMore` where only so many were counted. */
export const waitingCount = z.object({ count: z.number(), hasMore: z.boolean() });

/** Body of the POST that asks what approving several requests would do. */
export const requestsReviewBody = z.strictObject({
  ids: z.array(z.string()).check(z.minLength(1), z.maxLength(50)),
});

/** What approving several requests would do now, each on its own, and together by currency. */
export const requestsReview = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      /** What would come back; null where it cannot be approved. */
      amount: z.nullable(z.string()),
      /** Everything against it, in one text; null where nothing is. */
      refusal: z.nullable(z.string()),
    }),
  ),
  totals: z.array(z.string()),
});
export type RequestsReview = Json<typeof requestsReview>;
