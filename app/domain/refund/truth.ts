import { type Money, add, isPositive, smaller, subtract, sum, zero } from '../money.ts';
import type { OrderFacts, TransactionFacts, TransactionStatus } from '../order/facts.ts';
import { type OpenAuthorization, openAuthorizations } from '../order/payments.ts';
import type { RefundPlan, RefundShare } from './plan.ts';

/** Where the money of a cancelled order really is, from the platform's transactions alone. */
export interface MoneyTruth {
  /** Given back since the plan was made, with a successful transaction at the gateway. */
  readonly arrived: Money;
  /** Sent, and not answered by the gateway yet. */
  readonly onItsWay: Money;
  /** Planned shares for which there is neither: nothing was sent, or the gateway said no. */
  readonly missing: readonly RefundShare[];
  /** Authorizations that still hold the customer's money. */
  readonly stillHeld: readonly OpenAuthorization[];
}

/**
 * Compares what was planned with what the transactions say. Shares of the original payments are compared
 * payment by payment; store credit has no parent payment and is compared as one sum.
 */
export function moneyTruth(plan: RefundPlan, order: OrderFacts): MoneyTruth {
  const stillHeld = openAuthorizations(order);
  return plan.method === 'store_credit'
    ? { ...storeCreditTruth(plan, order), stillHeld }
    : { ...originalMethodsTruth(plan, order), stillHeld };
}

/** Everything planned is true: all of it arrived, nothing is held any more. */
export const isSettled = (truth: MoneyTruth): boolean =>
  truth.missing.length === 0 && !isPositive(truth.onItsWay) && truth.stillHeld.length === 0;

const ARRIVED: readonly TransactionStatus[] = ['SUCCESS'];
const ON_ITS_WAY: readonly TransactionStatus[] = ['PENDING', 'AWAITING_RESPONSE', 'UNKNOWN'];

function originalMethodsTruth(plan: RefundPlan, order: OrderFacts): Omit<MoneyTruth, 'stillHeld'> {
  return addUp(
    plan,
    plan.shares.map((share) => {
      const refunds = refundsSince(plan, order).filter((t) => t.parentId === share.parentId);
      return coverage(share.amount, refunds);
    }),
  );
}

function storeCreditTruth(plan: RefundPlan, order: OrderFacts): Omit<MoneyTruth, 'stillHeld'> {
  let { arrived, onItsWay } = coverage(plan.amount, refundsSince(plan, order));
  return addUp(
    plan,
    plan.shares.map((share) => {
      const part = {
        arrived: smaller(arrived, share.amount),
        onItsWay: zero(plan.amount.currencyCode),
      };
      arrived = subtract(arrived, part.arrived);
      part.onItsWay = smaller(onItsWay, subtract(share.amount, part.arrived));
      onItsWay = subtract(onItsWay, part.onItsWay);
      return part;
    }),
  );
}

interface Coverage {
  readonly arrived: Money;
  readonly onItsWay: Money;
}

/** How much of an amount the given refunds cover; money beyond it belongs to somebody else's refund. */
function coverage(amount: Money, refunds: readonly TransactionFacts[]): Coverage {
  const total = (statuses: readonly TransactionStatus[]) =>
    sum(
      refunds.filter((t) => statuses.includes(t.status)).map((t) => t.amount.presentment),
      amount.currencyCode,
    );
  const arrived = smaller(total(ARRIVED), amount);
  return { arrived, onItsWay: smaller(total(ON_ITS_WAY), subtract(amount, arrived)) };
}

function addUp(plan: RefundPlan, coverages: readonly Coverage[]): Omit<MoneyTruth, 'stillHeld'> {
  const currency = plan.amount.currencyCode;
  const missing = plan.shares.flatMap((share, index) => {
    const covered = coverages[index] ?? { arrived: zero(currency), onItsWay: zero(currency) };
    const lacking = subtract(share.amount, add(covered.arrived, covered.onItsWay));
    return isPositive(lacking) ? [{ ...share, amount: lacking }] : [];
  });
  return {
    arrived: sum(
      coverages.map((c) => c.arrived),
      currency,
    ),
    onItsWay: sum(
      coverages.map((c) => c.onItsWay),
      currency,
    ),
    missing,
  };
}

const refundsSince = (plan: RefundPlan, order: OrderFacts): TransactionFacts[] =>
  order.transactions.filter((t) => t.kind === 'REFUND' && !plan.refundsBefore.includes(t.id));

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
