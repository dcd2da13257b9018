import type { RefundId, TransactionId } from '../ids.ts';
import { type Money, add, isPositive, larger, smaller, subtract, sum, zero } from '../money.ts';
import type { OrderFacts, TransactionFacts } from '../order/facts.ts';
import {
  type OpenAuthorization,
  isUnderWay,
  openAuthorizations,
  receiptsOf,
  refundablePayments,
} from '../order/payment/payments.ts';
import type { EpochMs } from '../time.ts';
import type { RefundPlan, RefundShare } from './plan/refund-plan.ts';
import { lessTaken, upTo } from './shares/shares.ts';

/** Where the money of a cancelled order really is, from the platform's transactions alone. */
export interface MoneyTruth {
  /** Given back for this cancellation, with a successful transaction at the gateway. */
  readonly arrived: Money;
  /** Sent, and not answered by the gateway yet: its sum, and payment by payment where there is one. */
  readonly onItsWay: Money;
  readonly underWay: readonly RefundShare[];
  /** Planned shares for which there is neither: nothing was sent, or the gateway said no, then or later. */
  readonly missing: readonly RefundShare[];
  /** The same of what was to come as credit in place of a payment's refund. */
  readonly missingCredit: Money;
  /** Authorizations that still hold the customer's money. */
  readonly stillHeld: readonly OpenAuthorization[];
}

/** What else bears on the money of a cancellation than its plan. */
export interface MoneyClaims {
  /**
   * Refunds that others made meanwhile. As far as its own lack, those of the same payment, or as store credit,
   * stand for it: nobody is paid twice.
   */
  readonly others: readonly RefundId[];
  /** Shares that a person settled another way: nothing has to arrive for them. */
  readonly settled: readonly RefundShare[];
  /** Credit that was promised in place of shares that left the plan, less what a person settled. */
  readonly credit: Money;
}

/**
 * Compares what was planned with what the transactions say. `ownRefunds` are the refunds this cancellation
 * made; null where the cancel itself made them, so that every refund since counts. Shares of the original
 * payments are compared payment by payment; store credit has no payment of its own and is compared as one sum.
 * No transaction counts twice.
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
  claims: MoneyClaims = { others: [], settled: [], credit: zero(plan.amount.currencyCode) },
): MoneyTruth {
  const currency = plan.amount.currencyCode;
  const own = purseOf(ownRefundTransactions(plan, order, ownRefunds));
  const others = purseOf(transactionsOf(order, claims.others));
  const shares = lessTaken(plan.shares, claims.settled).left;
  const inCredit = plan.method === 'store_credit';
  const covered = (claim: Owed): Coverage => withOthers(cover(claim, own), claim.of, others);
  const byPayment = inCredit
    ? []
    : shares.map((share) => ({ share, ...covered({ ...share, of: [share.parentId] }) }));
  const byCredit = covered(
    inCredit
      ? {
          amount: sum(
            shares.map((share) => share.amount),
            currency,
          ),
          of: ANY,
        }
      : { amount: claims.credit, of: [null] },
  );
  const total = (of: (covered: Coverage) => Money): Money =>
    sum([...byPayment, byCredit].map(of), currency);
  const each = (of: (covered: Coverage) => Money): RefundShare[] =>
    inCredit
      ? upTo(of(byCredit), shares)
      : byPayment.flatMap(({ share, ...coverage }) => {
          const amount = of(coverage);
          return isPositive(amount) ? [{ ...share, amount }] : [];
        });
  return {
    arrived: total((part) => part.arrived),
    onItsWay: total((part) => part.onItsWay),
    underWay: each((part) => part.onItsWay),
    missing: each((part) => part.lacking),
    missingCredit: inCredit ? zero(currency) : byCredit.lacking,
    stillHeld: stillHeld(plan, order, now),
  };
}

/** Everything planned is true: all of it arrived, nothing is held any more. */
export const isSettled = (truth: MoneyTruth): boolean =>
  !isLacking(truth) && !isPositive(truth.onItsWay) && truth.stillHeld.length === 0;

/** Something planned neither arrived nor is on its way. */
export const isLacking = (truth: MoneyTruth): boolean =>
  truth.missing.length > 0 || isPositive(truth.missingCredit);

/** With a part of an order cancelled its authorization shrinks with it: what is left of it is meant to be. */
const stillHeld = (plan: RefundPlan, order: OrderFacts, now: EpochMs): OpenAuthorization[] =>
  plan.selection.kind === 'order' ? openAuthorizations(order, now) : [];

/** An amount that has to arrive, and from which payments; null stands for store credit. */
interface Owed {
  readonly amount: Money;
  readonly of: readonly (TransactionId | null)[] | typeof ANY;
}

const ANY = 'any';

interface Coverage {
  readonly arrived: Money;
  readonly onItsWay: Money;
  readonly lacking: Money;
}

/** Refund transactions with what nothing has been covered by yet. */
interface Purse {
  readonly transactions: readonly { readonly facts: TransactionFacts; left: Money }[];
}

const purseOf = (transactions: readonly TransactionFacts[]): Purse => ({
  transactions: transactions.map((facts) => ({ facts, left: facts.amount.presentment })),
});

/** How much of what is owed the refunds in a purse cover; money beyond it stays there. */
function cover({ amount, of }: Owed, { transactions }: Purse): Coverage {
  const matching = transactions.filter(({ facts }) => of === ANY || of.includes(facts.parentId));
  const draw = (wanted: Money, counts: (t: TransactionFacts) => boolean): Money => {
    let drawn = zero(wanted.currencyCode);
    for (const entry of matching.filter(({ facts }) => counts(facts))) {
      const part = smaller(entry.left, subtract(wanted, drawn));
      entry.left = subtract(entry.left, part);
      drawn = add(drawn, part);
    }
    return drawn;
  };
  const arrived = draw(amount, (t) => t.status === 'SUCCESS');
  const onItsWay = draw(subtract(amount, arrived), isUnderWay);
  return { arrived, onItsWay, lacking: subtract(amount, add(arrived, onItsWay)) };
}

/** What the own refunds lack, as far as refunds by others stand for it. */
function withOthers(own: Coverage, of: Owed['of'], others: Purse): Coverage {
  const sameOrCredit = of === ANY ? ANY : [...of, null];
  const more = cover({ amount: own.lacking, of: sameOrCredit }, others);
  return {
    arrived: add(own.arrived, more.arrived),
    onItsWay: add(own.onItsWay, more.onItsWay),
    lacking: more.lacking,
  };
}

function ownRefundTransactions(
  plan: RefundPlan,
  order: OrderFacts,
  ownRefunds: readonly RefundId[] | null,
): TransactionFacts[] {
  if (ownRefunds === null) return refundsSince(plan, order);
  return transactionsOf(order, ownRefunds);
}

function transactionsOf(order: OrderFacts, refunds: readonly RefundId[]): TransactionFacts[] {
  const theirs = order.refunds
    .filter((refund) => refunds.includes(refund.id))
    .flatMap((refund) => refund.transactionIds);
  return order.transactions.filter((t) => t.kind === 'REFUND' && theirs.includes(t.id));
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

/**
 * What of a late payment nobody has dealt with: neither a person or this app (`settled`), nor whoever gave it
 * back on the platform. The latest payments are the late ones.
 */
export function latePaymentLeft(plan: RefundPlan, order: OrderFacts, settled: Money): LatePayment {
  const late = subtract(latePayment(plan, order).amount, settled);
  let uncovered = late;
  const shares = receiptsOf(order)
    .toReversed()
    .flatMap(({ received, ...payment }) => {
      const part = smaller(uncovered, received);
      uncovered = subtract(uncovered, part);
      const { transactionId, left, ...rest } = payment;
      const amount = smaller(part, left);
      return isPositive(amount) ? [{ parentId: transactionId, ...rest, amount }] : [];
    });
  return {
    amount: sum(
      shares.map((share) => share.amount),
      late.currencyCode,
    ),
    shares,
  };
}

/** The planned shares that a person has to hand over, less what they settled already, and their sum. */
export function payBackByHand(
  plan: RefundPlan,
  settled: readonly RefundShare[] = [],
): { shares: readonly RefundShare[]; amount: Money } {
  const left = lessTaken(plan.shares, settled).left;
  const shares = plan.method === 'original' ? left.filter((share) => share.isManual) : [];
  return {
    shares,
    amount: sum(
      shares.map((share) => share.amount),
      plan.amount.currencyCode,
    ),
  };
}
