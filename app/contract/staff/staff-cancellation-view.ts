import * as z from 'zod/mini';

import type { Json } from '../json.ts';
import { tone } from './order-state-view.ts';

const labelledAmount = z.object({ label: z.string(), amount: z.string() });
/** One line of a refund's breakdown; deductions carry a minus sign. */
export type RefundBreakdownLine = Json<typeof labelledAmount>;

/** What a refund or an order's total is made of. */
export const labelledAmounts = z.array(labelledAmount);

/** What goes, line by line. */
export const plannedLines = z.array(
  z.object({
    title: z.string(),
    quantity: z.number(),
    amount: z.string(),
    /** "2 back in stock, 1 not restocked". */
    restock: z.string(),
  }),
);

/**
 * A cancellation as staff see it. Pages read it on its own at `GET /app/cancellations/:id`; the POST there takes a
 * `CancellationAnswer` and answers with it too.
 */
export const staffCancellationView = z.object({
  id: z.string(),
  status: z.string(),
  statusLabel: z.string(),
  tone,
  isFinal: z.boolean(),
  requestedBy: z.string(),
  /** ISO 8601, as all times. */
  requestedAt: z.string(),
  reason: z.nullable(z.string()),
  customerComment: z.nullable(z.string()),
  internalNote: z.nullable(z.string()),
  /** What staff wrote to the customer. */
  noteToCustomer: z.nullable(z.string()),
  /** The version of the policy it was decided by; 0 is the default policy. */
  policyVersion: z.number(),
  /** Made in Shopify's admin or by another app: Unorder only keeps it for the record. */
  isOutside: z.boolean(),
  /** What comes back, bonus included. */
  amount: z.string(),
  /** A whole order or lines of it. */
  scope: z.enum(['order', 'lines']),
  lines: plannedLines,
  breakdown: labelledAmounts,
  proofOfPayment: z.nullable(z.string()),
  teller: z.enum(['unorder', 'shopify', 'nobody']),
  /** Whether it waits for approve or decline. */
  awaitsAnswer: z.boolean(),
  /** Until when, before it ends by itself; null where it does not wait for one, or no time ends it. */
  answerBy: z.nullable(z.string()),
  attention: z.nullable(
    z.object({
      title: z.string(),
      explanation: z.string(),
      /** Why other ways on are not this person's to take; empty when all are. */
      notOffered: z.array(z.string()),
      choices: z.array(
        z.object({
          choice: z.string(),
          label: z.string(),
          /** What it leads to, to be read before it is taken; null when nothing is final about it. */
          consequence: z.nullable(z.string()),
          primary: z.boolean(),
          /** It has to be said how the money was handed over. */
          needsProof: z.boolean(),
        }),
      ),
    }),
  ),
  /** Work that is due and stands still: what it waits for; null while it moves. */
  standstill: z.nullable(z.string()),
  /** A mail that does not get through although nothing else waits for it; null when there is none. */
  mailError: z.nullable(z.object({ title: z.string(), text: z.string() })),
  /** The steps of the way, done and to come. */
  steps: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      state: z.enum(['done', 'current', 'todo', 'failed']),
      at: z.nullable(z.string()),
    }),
  ),
  /** The whole history, newest last, one sentence each. */
  history: z.array(z.object({ at: z.string(), who: z.string(), what: z.string() })),
});
export type StaffCancellationView = Json<typeof staffCancellationView>;
