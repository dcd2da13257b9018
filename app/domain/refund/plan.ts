import type { TransactionId } from '../ids.ts';
import { type Money, compare, isPositive, smaller, subtract, sum, zero } from '../money.ts';
import type { OrderFacts, SuggestedRefundFacts } from '../order/facts.ts';
import {
  type OpenAuthorization,
  hasPendingPayment,
  openAuthorizations,
} from '../order/payments.ts';
import type { Refusal } from '../refusal.ts';
import { type Result, err, ok } from '../result.ts';

export type RefundMethod = 'original' | 'store_credit';

/** What a person asks to give back. Amounts are in the presentment currency: what the customer paid in. */
export type RefundChoice =
  | { readonly kind: 'everything'; readonly method: RefundMethod }
  | { readonly kind: 'amount'; readonly method: RefundMethod; readonly amount: Money }
  | { readonly kind: 'nothing' };

/** One payment's share of a refund. */
export interface RefundShare {
  readonly parentId: TransactionId;
  readonly gateway: string;
  readonly gatewayName: string;
  /** Money that came by hand: the platform records this share, a person has to hand it over. */
  readonly isManual: boolean;
  readonly amount: Money;
}

/** What happens to the money of one cancelled order. Presentment currency throughout. */
export interface RefundPlan {
  readonly choice: RefundChoice['kind'];
  readonly method: RefundMethod;
  /** What the customer gets back; zero for none. Always the sum of the shares. */
  readonly amount: Money;
  /** The most that could be given back when the plan was made. */
  readonly maximum: Money;
  readonly shares: readonly RefundShare[];
  /** Authorizations that are released, not refunded, whatever else is chosen. */
  readonly releases: readonly OpenAuthorization[];
  /** Refund transactions that existed already: only later ones count as this cancellation's. */
  readonly refundsBefore: readonly TransactionId[];
  /**
   * How it is carried out: everything goes back as part of the cancel itself; any other amount is refunded
   * after the order is cancelled; with nothing to give back the cancel stands alone.
   */
  readonly execution: 'with_cancel' | 'after_cancel' | 'none';
}

/**
 * Plans the refund of a whole cancelled order from the platform's own suggestion, so that the app never
 * promises what Shopify would not pay. A smaller amount is taken from the payments in the suggested order.
 *
 * Refuses amounts that are negative, zero, of another currency or above what is refundable, and store credit
 * where Shopify gives none (no customer, company order).
 */
export function planRefund(
  order: OrderFacts,
  suggested: SuggestedRefundFacts,
  choice: RefundChoice,
): Result<RefundPlan, Refusal> {
  const currency = order.presentmentCurrencyCode;
  if (hasPendingPayment(order)) return err({ code: 'payment_pending' });

  const maximum = suggested.maximumRefundable.presentment;
  const asked = askedAmount(choice, maximum);
  if (!asked.ok) return asked;
  const method = choice.kind === 'nothing' ? 'original' : choice.method;
  if (method === 'store_credit' && (order.customerId === null || order.isCompanyPurchase)) {
    return err({ code: 'store_credit_needs_customer' });
  }

  const shares = takeFromPayments(order, suggested, asked.value);
  const amount = sum(
    shares.map((share) => share.amount),
    currency,
  );
  if (compare(amount, asked.value) < 0)
    return err({ code: 'amount_above_maximum', maximum: amount });

  return ok({
    choice: choice.kind,
    method,
    amount,
    maximum,
    shares,
    releases: openAuthorizations(order),
    refundsBefore: order.transactions.filter((t) => t.kind === 'REFUND').map((t) => t.id),
    execution: executionOf(amount, maximum),
  });
}

/**
 * The same plan against the order as it is now. Refused with `amount_changed` when it would give back another
 * amount than was confirmed, unless a person has accepted whatever is refundable now.
 */
export function replan(
  plan: RefundPlan,
  order: OrderFacts,
  suggested: SuggestedRefundFacts,
  acceptAnyAmount: boolean,
): Result<RefundPlan, Refusal> {
  const now = suggested.maximumRefundable.presentment;
  const { method } = plan;
  const everything: RefundChoice = { kind: 'everything', method };
  if (plan.choice === 'nothing') return planRefund(order, suggested, { kind: 'nothing' });
  if (plan.choice === 'everything') {
    return acceptAnyAmount || compare(plan.amount, now) === 0
      ? planRefund(order, suggested, everything)
      : err({ code: 'amount_changed', shown: plan.amount, now });
  }
  if (compare(plan.amount, now) <= 0) {
    return planRefund(order, suggested, { kind: 'amount', method, amount: plan.amount });
  }
  return acceptAnyAmount
    ? planRefund(order, suggested, everything)
    : err({ code: 'amount_changed', shown: plan.amount, now });
}

function askedAmount(choice: RefundChoice, maximum: Money): Result<Money, Refusal> {
  switch (choice.kind) {
    case 'everything':
      return ok(maximum);
    case 'nothing':
      return ok(zero(maximum.currencyCode));
    case 'amount':
      if (choice.amount.currencyCode !== maximum.currencyCode)
        return err({ code: 'amount_malformed' });
      if (!isPositive(choice.amount)) return err({ code: 'amount_not_positive' });
      return compare(choice.amount, maximum) > 0
        ? err({ code: 'amount_above_maximum', maximum })
        : ok(choice.amount);
  }
}

function executionOf(amount: Money, maximum: Money): RefundPlan['execution'] {
  if (!isPositive(amount)) return 'none';
  return compare(amount, maximum) === 0 ? 'with_cancel' : 'after_cancel';
}

function takeFromPayments(
  order: OrderFacts,
  suggested: SuggestedRefundFacts,
  amount: Money,
): RefundShare[] {
  let left = amount;
  return suggested.transactions.flatMap((payment) => {
    const taken = smaller(left, payment.maximumRefundable);
    if (!isPositive(taken)) return [];
    left = subtract(left, taken);
    const parent = order.transactions.find((t) => t.id === payment.parentId);
    return [
      {
        parentId: payment.parentId,
        gateway: payment.gateway,
        gatewayName: payment.gatewayName,
        isManual: parent?.isManual ?? false,
        amount: taken,
      },
    ];
  });
}
