import type { RefundId } from '../ids.ts';
import { type Money, add, isPositive, larger, smaller, subtract, sum, zero } from '../money.ts';
import type { OrderFacts, TransactionFacts } from '../order/facts.ts';
import {
  type OpenAuthorization,
  isUnderWay,
  openAuthorizations,
  refundablePayments,
} from '../order/payments.ts';
import type { EpochMs } from '../time.ts';
import type { RefundPlan, RefundShare } from './refund-plan.ts';

/** Where the money of a cancelled order really is, from the platform's transactions alone. */
export interface MoneyTruth {
  /** Given back by this cancellation, with a successful transaction at the gateway. */
  readonly arrived: Money;
  /** Sent, and not answered by the gateway yet. */
  readonly onItsWay: Money;
  /** Planned shares for which there is neither: nothing was sent, or the gateway said no, then or later. */
  readonly missing: readonly RefundShare[];
  /** Authorizations that still hold the customer's money. */
  readonly stillHeld: readonly OpenAuthorization[];
}

/**
 * Compares what was planned with what the transactions say. `ownRefunds` are the refunds this cancellation
 * made; null where the cancel itself made them, so that every refund since counts. Shares of the original
 * payments are compared payment by payment; store credit has no payment of its own and is compared as one sum.
 *
 * A bonus is not among them: the platform takes no refund as store credit that exceeds what was paid, so a
 * bonus is a credit to the customer's account, outside the order.
 * Source: https://shopify.dev/docs/api/admin-graphql/2027-01/input-objects/ReturnProcessRefundInput
 */
export function moneyTruth(
  plan: RefundPlan,
  order: OrderFacts,
  ownRefunds: readonly RefundId[] | null,
  now: EpochMs,
): MoneyTruth {
  const refunds = ownRefundTransactions(plan, order, ownRefunds);
  const coverages =
    plan.method === 'store_credit'
      ? [coverage(plan.amount, refunds)]
      : plan.shares.map(({ amount, parentId }) =>
          coverage(
            amount,
            refunds.filter((t) => t.parentId === parentId),
          ),
        );
  const total = (of: (covered: Coverage) => Money): Money =>
    sum(coverages.map(of), plan.amount.currencyCode);
  return {
    arrived: total((covered) => covered.arrived),
    onItsWay: total((covered) => covered.onItsWay),
    missing:
      plan.method === 'store_credit'
        ? upTo(
            total((covered) => covered.lacking),
            plan.shares,
          )
        : plan.shares.flatMap((share, index) => lackingShare(share, coverages[index])),
    stillHeld: stillHeld(plan, order, now),
  };
}

/** Everything planned is true: all of it arrived, nothing is held any more. */
export const isSettled = (truth: MoneyTruth): boolean =>
  truth.missing.length === 0 && !isPositive(truth.onItsWay) && truth.stillHeld.length === 0;

/** With a part of an order cancelled its authorization shrinks with it: what is left of it is meant to be. */
const stillHeld = (plan: RefundPlan, order: OrderFacts, now: EpochMs): OpenAuthorization[] =>
  plan.selection.kind === 'order' ? openAuthorizations(order, now) : [];

interface Coverage {
  readonly arrived: Money;
  readonly onItsWay: Money;
  readonly lacking: Money;
}

/** How much of an amount the given refunds cover; money beyond it belongs to somebody else's refund. */
function coverage(amount: Money, refunds: readonly TransactionFacts[]): Coverage {
  const total = (transactions: readonly TransactionFacts[]): Money =>
    sum(
      transactions.map((t) => t.amount.presentment),
      amount.currencyCode,
    );
  const arrived = smaller(total(refunds.filter((t) => t.status === 'SUCCESS')), amount);
  const onItsWay = smaller(total(refunds.filter(isUnderWay)), subtract(amount, arrived));
  return { arrived, onItsWay, lacking: subtract(amount, add(arrived, onItsWay)) };
}

const lackingShare = (share: RefundShare, covered: Coverage | undefined): RefundShare[] =>
  covered && isPositive(covered.lacking) ? [{ ...share, amount: covered.lacking }] : [];

/** The first shares up to an amount, the last of them cut. */
function upTo(amount: Money, shares: readonly RefundShare[]): RefundShare[] {
  let left = amount;
  return shares.flatMap((share) => {
    const part = smaller(left, share.amount);
    left = subtract(left, part);
    return isPositive(part) ? [{ ...share, amount: part }] : [];
  });
}

function ownRefundTransactions(
  plan: RefundPlan,
  order: OrderFacts,
  ownRefunds: readonly RefundId[] | null,
): TransactionFacts[] {
  if (ownRefunds === null) return refundsSince(plan, order);
  const own = order.refunds
    .filter((refund) => ownRefunds.includes(refund.id))
    .flatMap((refund) => refund.transactionIds);
  return order.transactions.filter((t) => t.kind === 'REFUND' && own.includes(t.id));
}

const refundsSince = (plan: RefundPlan, order: OrderFacts): TransactionFacts[] =>
  order.transactions.filter((t) => t.kind === 'REFUND' && !plan.refundsBefore.includes(t.id));

/** Money that arrived for an order after it was planned to be cancelled as a whole, and where it can go. */
export interface LatePayment {
  /** All that came late, also what has been given back of it since. */
  readonly amount: Money;
  /** The latest payments that cover it, as far as they have anything left. */
  readonly shares: readonly RefundShare[];
}

/**
 * What the order received that the plan did not know of: what its payments hold now and gave back since, less
 * what they held when the plan was made. Of a part of an order nothing is late, for the rest goes on.
 */
export function latePayment(plan: RefundPlan, order: OrderFacts): LatePayment {
  const currency = plan.amount.currencyCode;
  if (plan.selection.kind === 'lines') return { amount: zero(currency), shares: [] };
  const payments = refundablePayments(order);
  const gone = order.transactions.filter(
    (t) => t.kind === 'REFUND' && (t.status === 'SUCCESS' || isUnderWay(t)),
  );
  const before = gone.filter((t) => t.parentId === null && plan.refundsBefore.includes(t.id));
  const since = gone.filter((t) => t.parentId !== null && !plan.refundsBefore.includes(t.id));
  const total = (amounts: readonly Money[]): Money => sum(amounts, currency);
  const held = total(payments.map((payment) => payment.left));
  const givenSince = total(since.map((t) => t.amount.presentment));
  const creditBefore = total(before.map((t) => t.amount.presentment));
  const now = subtract(add(held, givenSince), creditBefore);
  const amount = larger(subtract(now, plan.maximum), zero(currency));
  const latestFirst = payments.toReversed().map(({ transactionId, left, ...payment }) => ({
    parentId: transactionId,
    ...payment,
    amount: left,
  }));
  return { amount, shares: upTo(amount, latestFirst) };
}

/** The planned shares that a person has to hand over, and their sum. */
export function payBackByHand(plan: RefundPlan): { shares: readonly RefundShare[]; amount: Money } {
  const shares = plan.method === 'original' ? plan.shares.filter((share) => share.isManual) : [];
  return {
    shares,
    amount: sum(
      shares.map((share) => share.amount),
      plan.amount.currencyCode,
    ),
  };
}
