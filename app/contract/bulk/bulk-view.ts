import * as z from 'zod/mini';

import type { Json } from '../json.ts';
import { tone } from '../staff/order-state-view.ts';

const orderNumber = z.string().check(z.regex(/^[1-9][0-9]{0,18}$/));

/** Body of `POST /api/staff/bulk-cancellations`: orders one by one, or all that an address of the list shows. */
export const startBulkBody = z.union([
  z.strictObject({ orders: z.array(orderNumber).check(z.maxLength(1_001)) }),
  z.strictObject({ matching: z.string().check(z.maxLength(1_000)) }),
]);
export type StartBulkBody = Json<typeof startBulkBody>;

export const startedBulk = z.object({ id: z.string() });

const amount = z.object({ minor: z.int(), currencyCode: z.string() });
const totals = z.object({ orders: z.int(), amounts: z.array(amount) });

const choice = z.strictObject({
  issueRefund: z.boolean(),
  restock: z.boolean(),
  reason: z.string().check(z.maxLength(40)),
  notify: z.boolean(),
  noteToCustomer: z.string(),
  internalNote: z.string(),
});

/** Body of `POST /api/staff/bulk-cancellations/:id`. */
export const decideBulkBody = z.discriminatedUnion('do', [
  /** `shown`: the totals on the page, which have to be those of the plans. */
  z.strictObject({ do: z.literal('confirm'), choice, shown: totals }),
  z.strictObject({ do: z.literal('stop') }),
  z.strictObject({ do: z.literal('discard') }),
]);
export type DecideBulkBody = Json<typeof decideBulkBody>;

const badge = z.object({ statusLabel: z.string(), tone: z.nullable(tone) });

const order = z.object({
  /** The number at the end of the order's id, as addresses use it. */
  number: z.string(),
  name: z.string(),
  /** How far it has come. */
  state: badge,
  /** What goes back with a refund, and without one; null where that is not possible. */
  withRefund: z.nullable(z.string()),
  withoutRefund: z.nullable(z.string()),
  /** Everything against it with a refund, and without one. */
  against: z.array(z.string()),
  againstWithoutRefund: z.array(z.string()),
});
export type BulkOrderView = Json<typeof order>;

const counted = z.object({
  totals,
  /** The amounts as people read them, a currency each. */
  amounts: z.array(z.string()),
});

/** Many orders that are cancelled by one decision. */
export const bulkView = z.object({
  id: z.string(),
  number: z.int(),
  state: z.enum(['reviewing', 'reviewed', 'running', 'stopped', 'finished', 'discarded']),
  counts: z.object({
    all: z.int(),
    /** Not planned yet. */
    waiting: z.int(),
    /** Planned and not opened. */
    planned: z.int(),
    underWay: z.int(),
    done: z.int(),
    needAttention: z.int(),
    refused: z.int(),
    notReached: z.int(),
  }),
  /** What would be done, or is, with and without a refund. */
  withRefund: counted,
  withoutRefund: counted,
  /** What was confirmed; null before. */
  issueRefund: z.nullable(z.boolean()),
  /** ISO 8601: until when it waits, because Shopify does not answer. */
  pausedUntil: z.nullable(z.string()),
  /** Why this staff member may decide nothing; null when they may. */
  forbidden: z.nullable(z.string()),
  notesReachCustomer: z.boolean(),
  orders: z.array(order),
});
export type BulkView = Json<typeof bulkView>;
