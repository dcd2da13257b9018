import * as z from 'zod/mini';

import type { Json } from '../json.ts';
import { staffRefusal } from '../refused-body.ts';
import { refundMethod } from '../refund-method.ts';
import { selection } from '../selection.ts';
import { orderBackground } from './order-background-view.ts';
import { orderStateView } from './order-state-view.ts';
import { labelledAmounts, plannedLines, staffCancellationView } from './staff-cancellation-view.ts';

/*
 * What staff get for one order: the app's own pages and the admin extensions alike. The extensions use
 * `GET|POST /api/staff/orders/:orderNumber/cancellation` with the admin's session token.
 */

export type StaffRefusal = Json<typeof staffRefusal>;

/** Protected data: each part is null where the shop has not granted it, or there is none. */
const contact = z.object({
  name: z.nullable(z.string()),
  email: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  /** As it is written on a parcel, line by line. */
  address: z.nullable(z.array(z.string())),
});

const order = z.object({
  id: z.string(),
  number: z.string(),
  name: z.string(),
  createdAt: z.string(),
  /** What it comes to, in the words staff think in. */
  state: orderStateView,
  financialStatus: z.nullable(z.string()),
  /** Null where nothing is to come any more. */
  fulfillmentStatus: z.nullable(z.string()),
  total: z.string(),
  totalInShopCurrency: z.nullable(z.string()),
  /** The order's page in Shopify's admin, as App Bridge opens it. */
  adminUrl: z.string(),
  /** What the total is made of, and what became of it. */
  sums: z.object({ parts: labelledAmounts, totals: labelledAmounts }),
  /** Whom it is for; null where it was not asked, or the platform does not tell this app. */
  contact: z.nullable(contact),
  lines: z.array(
    z.object({
      title: z.string(),
      variantTitle: z.nullable(z.string()),
      imageUrl: z.nullable(z.string()),
      quantity: z.number(),
      /** "1 fulfilled, 1 cancelled": where its units are; null while all of them are still to be sent. */
      whereabouts: z.nullable(z.string()),
      total: z.string(),
    }),
  ),
  payments: z.array(
    z.object({
      method: z.string(),
      /** "Refund, failed". */
      description: z.string(),
      amount: z.string(),
      /** How its money can go back, and until when; null where nothing is to be said. Since December 2026. */
      wayBack: z._default(z.nullable(z.string()), null),
    }),
  ),
  locations: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      onHold: z.boolean(),
      /** Whose holds there are and why, a sentence each. Since December 2026. */
      holds: z._default(z.array(z.string()), []),
    }),
  ),
  tags: z._default(z.array(z.string()), []),
  /** How risky the platform's assessments find it; null while there is none. Since December 2026. */
  risk: z._default(
    z.nullable(z.object({ label: z.string(), tone: z.nullable(z.enum(['warning', 'critical'])) })),
    null,
  ),
  /** Null where it was not asked, or the platform does not tell this app. Since December 2026. */
  background: z._default(z.nullable(orderBackground), null),
});

/** What a choice would do; also at `GET /app/cancellations/:id/quote`, for saying yes to a request. */
export const staffQuote = z.object({
  selection,
  /** What arrives, ready to read. */
  amount: z.string(),
  /** The same as decimal text, e.g. "12.50". */
  amountDecimal: z.string(),
  /** In the shop's currency where it is another one: information, never converted by the app. */
  amountInShopCurrency: z.nullable(z.string()),
  /** The most that this selection gives back; decimal text, and ready to read. */
  maximum: z.string(),
  maximumFormatted: z.string(),
  /** What staff chose not to give back; null for nothing. */
  withheld: z.nullable(z.string()),
  breakdown: labelledAmounts,
  refunds: z.array(z.object({ method: z.string(), amount: z.string(), isManual: z.boolean() })),
  /** Given as store credit instead; null for none. */
  storeCredit: z.nullable(z.string()),
  /** Authorized only: let go, not refunded. */
  releases: z.array(z.object({ method: z.string(), amount: z.string() })),
  /** No bank has answered this payment yet: the cancellation waits for it. */
  pending: z.nullable(z.string()),
  lines: plannedLines,
  /** What the policy would tell the customer who asked for this: staff who may, go beyond it knowingly. */
  policySays: z.array(z.string()),
  /** Refunds that will probably be refused by their provider, a sentence each. Since December 2026. */
  withoutWayBack: z._default(z.array(z.string()), []),
});
export type StaffQuote = Json<typeof staffQuote>;

/** A line that has units left on the order. */
const lineOffer = z.object({
  /** The line item's number. */
  id: z.string(),
  title: z.string(),
  variantTitle: z.nullable(z.string()),
  imageUrl: z.nullable(z.string()),
  /** Units that can be cancelled on their own. */
  cancellable: z.number(),
  /** Why not more, in staff words. */
  refusals: z.array(z.string()),
  /** Lines with the same key are components of one bundle and are cancelled together. */
  bundle: z.nullable(
    z.object({
      key: z.string(),
      title: z.string(),
      /** Units of this line in one bundle. */
      unitsEach: z.number(),
    }),
  ),
});
export type StaffLineOffer = Json<typeof lineOffer>;

/** What can be made of an order now; also at `GET /app/cancellations/:id/offer`, for changing a request. */
export const cancelOffer = z.discriminatedUnion('available', [
  z.object({
    available: z.literal(true),
    currencyCode: z.string(),
    /** For all that can be cancelled: the whole order, or what of it was not sent. */
    quote: staffQuote,
    /** Why nothing can be given back now although the order can be cancelled; empty when it can. */
    againstRefund: z.array(z.string()),
    lines: z.array(lineOffer),
    /** Why no part can be cancelled on its own; empty when parts can. */
    againstParts: z.array(z.string()),
    /** What the payment provider keeps in any case; null when it is not known. */
    providerFee: z.nullable(z.string()),
    storeCreditPossible: z.boolean(),
    restockByDefault: z.boolean(),
    reasons: z.array(z.object({ value: z.string(), label: z.string() })),
    noteLimits: z.object({ internal: z.number(), toCustomer: z.number() }),
  }),
  z.object({ available: z.literal(false), refusals: z.array(staffRefusal) }),
]);
export type StaffCancelOffer = Json<typeof cancelOffer>;

/** A request as staff can change it before they approve it. */
export const changeOffer = z.object({
  offer: cancelOffer,
  /** What the customer asked for: the popup begins with it. */
  asked: z.object({ selection, method: refundMethod, restock: z.boolean() }),
});
export type ChangeOffer = Json<typeof changeOffer>;

export const staffOrderView = z.object({
  order,
  /** The newest one, live or ended. */
  cancellation: z.nullable(staffCancellationView),
  /** Those before it, newest first: an order can be cancelled part by part. */
  earlier: z.array(staffCancellationView),
  /** Why this staff member may neither cancel nor answer; null when they may. */
  forbidden: z.nullable(z.string()),
  cancel: cancelOffer,
});
export type StaffOrderView = Json<typeof staffOrderView>;

/** As extensions read it: an app that was not updated yet, while they were, says no state of an order. */
export const staffOrderViewRead = z.extend(staffOrderView, {
  order: z.extend(order, { state: z.optional(orderStateView) }),
});
export type StaffOrderViewRead = Json<typeof staffOrderViewRead>;
