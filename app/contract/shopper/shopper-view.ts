import * as z from 'zod/mini';

import type { Json } from '../json.ts';
import { refundMethod } from '../refund-method.ts';
import { refusal } from '../refused-body.ts';

/*
 * What the shopper's pages get (JSON): the order page's window and the guests' page alike. Served at
 * `GET|POST /api/shopper/orders/:orderNumber/cancellation?locale=de`,
 * `POST /api/shopper/orders/:orderNumber/cancellation/quote` and
 * `POST /api/shopper/orders/:orderNumber/cancellation/withdraw`, each with the customer's session token.
 *
 * A POST answers with the same view as the GET (`/quote` with a `ShopperQuote`), or with a refusal.
 */

export type ShopperRefusal = Json<typeof refusal>;

const handling = z.enum(['automatic', 'review']);

const payment = z.object({ method: z.string(), amount: z.string() });

/** Where money goes, payment by payment ("Visa", "Gift card"); amounts are ready to read. */
const money = z.object({
  /** What arrives, bonus included. */
  total: z.string(),
  refunds: z.array(payment),
  /** What arrives as store credit, bonus included; null when nothing does. */
  storeCredit: z.nullable(z.string()),
  /** Money the shop itself hands back. */
  byHand: z.array(payment),
  /** Authorizations that are released: the money was never taken. */
  released: z.array(payment),
  /** A payment no bank has answered yet; it comes back once it has. */
  pending: z.nullable(z.string()),
});
export type ShopperMoney = Json<typeof money>;

/** What one choice would bring, in the customer's language. */
export const shopperQuote = z.extend(money, {
  method: refundMethod,
  handling,
  /** The breakdown, line by line, in order, down to `total`; deductions carry a minus sign. */
  breakdown: z.array(
    z.object({
      kind: z.enum([
        'items',
        'shipping',
        'tax',
        'duties',
        'tip',
        'additional_fees',
        'not_paid',
        'overpaid',
        'fee',
        'lost_deal',
        'bonus',
      ]),
      /** The discount's title, for `lost_deal`; null for free shipping that is lost. */
      detail: z.nullable(z.string()),
      amount: z.string(),
    }),
  ),
  /** Decimal amount and currency as shown; sent back on confirmation and refused when it no longer holds. */
  shown: z.object({ amount: z.string(), currencyCode: z.string() }),
});
export type ShopperQuote = Json<typeof shopperQuote>;

const line = z.object({
  /** The line item's number. */
  id: z.string(),
  title: z.string(),
  variantTitle: z.nullable(z.string()),
  imageUrl: z.nullable(z.string()),
  /** Units that are left on the order. */
  quantity: z.number(),
  /** Units that can be chosen; the rest for these reasons. */
  cancellable: z.number(),
  refusals: z.array(refusal),
  /** The key of the bundle that the line is part of: lines with the same one are chosen together. */
  bundle: z.nullable(z.string()),
});
export type ShopperLine = Json<typeof line>;

const methodOffer = z.object({
  method: refundMethod,
  /** "5 %": what is added to store credit. */
  bonus: z.nullable(z.string()),
});
export type RefundMethodOffer = Json<typeof methodOffer>;

const offer = z.discriminatedUnion('available', [
  z.object({
    available: z.literal(true),
    handling,
    /** ISO 8601, or null when no time ends the offer. */
    closesAt: z.nullable(z.string()),
    reasons: z.array(z.object({ id: z.string(), label: z.string(), needsComment: z.boolean() })),
    commentLimit: z.number(),
    /** What can be chosen: the whole order, single lines, single units. */
    what: z.enum(['whole_order', 'lines', 'quantities']),
    /** Null when the order can be cancelled as a whole; else why not. */
    notWhole: z.nullable(z.array(refusal)),
    lines: z.array(line),
    /** More than one: the customer chooses. */
    methods: z.array(methodOffer),
    /** For the whole order by the first method; null when the order can only be cancelled in part. */
    quote: z.nullable(shopperQuote),
  }),
  z.object({ available: z.literal(false), refusals: z.array(refusal) }),
]);
export type ShopperOffer = Json<typeof offer>;

const stepState = z.enum(['done', 'current', 'failed', 'todo']);

const step = z.pipe(
  z.object({
    step: z.enum([
      'requested',
      'stopped',
      'approved',
      'cancelled',
      'refund_sent',
      'refund_arrived',
      'store_credit_given',
      'paid_by_hand',
      'payment_released',
      'declined',
      'withdrawn',
    ]),
    /** `failed`: it was tried and did not succeed; the shop has to look after it. */
    state: z.optional(stepState),
    /** ISO 8601; null for what has not happened. */
    at: z.nullable(z.string()),
  }),
  // An app that was not updated yet, while its extension was, does not say how a step stands.
  z.transform(({ state, ...rest }) => ({
    ...rest,
    state: state ?? (rest.at === null ? ('todo' as const) : ('done' as const)),
  })),
);

const cancellation = z.object({
  id: z.string(),
  status: z.enum([
    'requested',
    'in_review',
    'awaiting_payment',
    'in_progress',
    'cancelled',
    'completed',
    'declined',
    'withdrawn',
    'needs_attention',
  ]),
  /** `lines`: a part of the order; more of it may be cancelled later. */
  scope: z.enum(['order', 'lines']),
  /** What is or was cancelled of it, for a part. */
  items: z.array(z.object({ title: z.string(), quantity: z.number() })),
  /** Work that is due has stood still for a while; it goes on by itself. */
  standsStill: z.boolean(),
  canWithdraw: z.boolean(),
  reason: z.nullable(z.string()),
  comment: z.nullable(z.string()),
  /** For declined requests: code of the reason, words for it, what the shop wrote and what to do instead. */
  declined: z.nullable(
    z.extend(refusal, {
      note: z.nullable(z.string()),
      nextStep: z.nullable(z.enum(['return_it', 'contact_shop', 'wait_for_delivery'])),
    }),
  ),
  /** In order. */
  timeline: z.array(step),
  /** What was promised, ready to read; null when nothing comes back. */
  amount: z.nullable(z.string()),
  /** The same, payment by payment. */
  comesBack: money,
});
export type ShopperCancellation = Json<typeof cancellation>;

export const shopperView = z.object({
  orderName: z.string(),
  /** The newest; null when nobody has asked to cancel anything of this order yet. */
  cancellation: z.nullable(cancellation),
  /** What was cancelled of the order before that, newest first. */
  earlier: z.array(z.pick(cancellation, { id: true, items: true, amount: true })),
  /** What is offered now. */
  offer,
  /** The shop's cancellation policy in words, on its storefront. */
  policyUrl: z.string(),
  /** What somebody who was told no can do instead; null while there is nothing of the kind to say. */
  wayOn: z.nullable(
    z.object({
      /** `mailto:` the shop. */
      contactUrl: z.string(),
      /** The shop's return policy, where goods are on their way. */
      returnsUrl: z.nullable(z.string()),
    }),
  ),
});
export type ShopperView = Json<typeof shopperView>;
