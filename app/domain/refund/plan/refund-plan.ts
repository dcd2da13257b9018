import type { InventoryItemId, LineItemId, LocationId, TransactionId } from '../../ids.ts';
import type { Money, MoneyBag } from '../../money.ts';
import type { ChargedDutyFacts } from '../../order/facts.ts';
import type { OpenAuthorization } from '../../order/payment/payments.ts';
import type { Selection } from '../goods/selection.ts';

export type RefundMethod = 'original' | 'store_credit';

/**
 * What happens to the money and the goods of one cancellation, to the minor unit. Presentment currency
 * throughout: what the customer paid in.
 *
 * The parts sum to the whole:
 * `worth = sum(lines, shipping, tip, additionalFees)` and
 * `amount = worth - notPaid - fee - lostDeals - withheld`, never below zero, never above `maximum`;
 * what arrives is `amount + bonus`. The shares sum to `amount`.
 */
export interface RefundPlan {
  readonly selection: Selection;
  readonly lines: readonly PlannedLine[];
  readonly shipping: TaxedAmount;
  readonly tip: Money;
  readonly additionalFees: Money;
  /** What the cancelled part costs in the order as it stands. */
  readonly worth: Money;
  /**
   * The part of `worth` for which no money is here: authorized only, still owed, or given back before.
   * Negative when the order was overpaid and the whole of it is cancelled.
   */
  readonly notPaid: Money;
  /** The policy's fee; zero for staff, who choose an amount instead. */
  readonly fee: Money;
  /** What deals gave that the rest of the order no longer earns, where the policy takes it back. */
  readonly lostDeals: readonly LostDeal[];
  /**
   * What earlier cancellations took back of deals and this one returns: it is in the amount and makes `notPaid`
   * less.
   */
  readonly regainedDeals: readonly LostDeal[];
  /** What staff chose not to give back. */
  readonly withheld: Money;
  /** What comes back from what was paid; zero for none. Always the sum of the shares. */
  readonly amount: Money;
  /**
   * A payment that no bank has answered yet. The platform cancels only once it has: then all of it comes
   * back, or nothing was paid. Only for a whole order of which everything is given back.
   */
  readonly pendingPayment: Money;
  /** Given on top, as store credit. */
  readonly bonus: Money;
  /** `amount` in both currencies; the shop's is information, at the order's own rate. */
  readonly amountInBoth: MoneyBag;
  /** The most that could be given back for this selection when the plan was made. */
  readonly maximum: Money;
  readonly method: RefundMethod;
  readonly shares: readonly RefundShare[];
  /** Authorizations that are released, not refunded; with a part cancelled they shrink with the order. */
  readonly releases: readonly OpenAuthorization[];
  /** Refund transactions that existed already: only later ones count as this cancellation's. */
  readonly refundsBefore: readonly TransactionId[];
  readonly choice: 'everything' | 'amount' | 'nothing';
  /** What earlier cancellations gave and took, as it was known when the plan was made. */
  readonly before?: CancelledBefore;
  /** How the goods leave the order and the money goes back. */
  readonly execution: RefundExecution;
}

/**
 * - `with_cancel`: `orderCancel` gives back everything as part of the cancel itself.
 * - `after_cancel`: the order is cancelled, then the amount is refunded on its own.
 * - `cancel_only`: the order is cancelled and nothing is to be given back.
 * - `with_lines`: one refund takes the units off the order and gives the amount back.
 * - `edit_lines`: an order edit takes the units off, because what they cost was not paid yet; an amount is
 *   refunded after it when more had been paid than the rest costs.
 */
export type RefundExecution =
  | 'with_cancel'
  | 'after_cancel'
  | 'cancel_only'
  | 'with_lines'
  | 'edit_lines';

export interface PlannedLine {
  readonly lineItemId: LineItemId;
  /** As the customer knows it: the product, and its variant where it has one. */
  readonly title: string;
  /** Zero for a line that left before and still has duties to give back with the whole order. */
  readonly quantity: number;
  /** Units of the line that are left on the order afterwards. */
  readonly remaining: number;
  /** Before discounts. */
  readonly gross: Money;
  /** The units' share of every discount. */
  readonly discount: Money;
  /** `gross - discount`, with taxes inside when the order's prices include them. */
  readonly goods: Money;
  /** On top of `goods`, or inside it when the order's prices include taxes. */
  readonly tax: Money;
  readonly duties: readonly ChargedDutyFacts[];
  /** What is counted in stock; null for what is not. */
  readonly inventoryItemId: InventoryItemId | null;
  /** Where the units go, one entry a location; `quantity` in all. */
  readonly restock: readonly RestockShare[];
}

export interface RestockShare {
  /** The location that reserved the units; null when the platform names none. */
  readonly locationId: LocationId | null;
  readonly quantity: number;
  /** Back on sale, or written off. */
  readonly backOnSale: boolean;
}

/** An amount with its tax: inside it when the order's prices include taxes, on top otherwise. */
export interface TaxedAmount {
  readonly amount: Money;
  readonly tax: Money;
}

export type LostDeal =
  | { readonly kind: 'free_shipping'; readonly amount: Money }
  | { readonly kind: 'discount'; readonly title: string; readonly amount: Money };

/** One payment's share of a refund. */
export interface RefundShare {
  readonly parentId: TransactionId;
  readonly gateway: string;
  readonly gatewayName: string;
  /** Money that came by hand: the platform records this share, a person has to hand it over. */
  readonly isManual: boolean;
  readonly amount: Money;
}

/**
 * What earlier cancellations of an order gave and took where the order alone does not say. The platform shows
 * neither what of a tip went back with a part nor for which deal money was kept.
 */
export interface CancelledBefore {
  /** Given back of the tip. */
  readonly tip: Money;
  /** Taken back of deals and not returned since, one entry a deal. */
  readonly deals: readonly LostDeal[];
}
