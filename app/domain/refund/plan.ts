import {
  type Money,
  add,
  compare,
  equals,
  isPositive,
  larger,
  smaller,
  subtract,
  sum,
  toDecimal,
  zero,
} from '../money.ts';
import { brokenBundles } from '../order/bundles.ts';
import { hasOpenDispute } from '../order/disputes.ts';
import type { OrderFacts } from '../order/facts.ts';
import {
  hasPendingPayment,
  inBothCurrencies,
  openAuthorizations,
  pendingReceipts,
  refundable,
  refundablePayments,
} from '../order/payments.ts';
import { takesStoreCredit } from '../order/store-credit.ts';
import type { Refusal } from '../refusal.ts';
import { type Result, err, ok } from '../result.ts';
import { type CancelledParts, cancelledParts, leavesByEdit } from './cancelled-parts.ts';
import { dealsLost, dealsRegained } from './deals.ts';
import { feeOn, percentUp } from './fee.ts';
import { freeItemsLeft } from './free-items.ts';
import { withTax } from './line-parts.ts';
import type { LostDeal, RefundPlan } from './refund-plan.ts';
import { type SelectedLine, type Selection, checked, selectedUnits } from './selection.ts';
import { sharesOf } from './shares.ts';
import type { RefundTerms } from './terms.ts';

/** How much of what could come back is to come back. */
export type RefundChoice =
  | { readonly kind: 'everything' }
  | { readonly kind: 'amount'; readonly amount: Money }
  | { readonly kind: 'nothing' };

export interface RefundWish {
  readonly selection: Selection;
  readonly terms: RefundTerms;
  readonly choice: RefundChoice;
  /** Items given free for what is cancelled stay on the order: somebody was asked. */
  readonly keepFreeItems?: boolean;
}

/**
 * Plans the money and the goods of a cancellation, to the minor unit, from the order alone. Refuses what the
 * platform would not do and what would pay twice, every reason at once.
 */
export function planRefund(
  order: OrderFacts,
  wish: RefundWish,
): Result<RefundPlan, readonly Refusal[]> {
  const selected = checked(wish.selection, order);
  if (!selected.ok) return selected;
  const selection = selected.value;
  const taken = selectedUnits(selection, order);
  const parts = cancelledParts(order, selection, wish.terms);
  const balance = balanceOf(order, selection, taken, parts, wish);
  if (!balance.ok) return err([balance.error]);
  const plan = planOf(order, selection, parts, balance.value, wish);
  const refusals = refusalsOf(order, taken, plan, wish);
  return refusals.length === 0 ? ok(plan) : err(refusals);
}

/**
 * The same plan against the order as it is now. Refused with `amount_changed` when it would give back another
 * amount than was confirmed, unless a person has accepted whatever is right now. Free items stay or go as was
 * decided at first.
 */
export function replan(
  plan: RefundPlan,
  order: OrderFacts,
  terms: RefundTerms,
  acceptAnyAmount: boolean,
): Result<RefundPlan, Refusal> {
  const again = planWith(plan, order, terms, sameChoice(plan));
  if (again.ok) {
    return acceptAnyAmount || isAsPromised(plan, again.value)
      ? again
      : err({ code: 'amount_changed', shown: plan.amount, now: again.value.amount });
  }
  if (again.error.code !== 'amount_above_maximum') return again;
  return acceptAnyAmount
    ? planWith(plan, order, terms, { kind: 'everything' })
    : err({ code: 'amount_changed', shown: plan.amount, now: again.error.maximum });
}

const sameChoice = (plan: RefundPlan): RefundChoice =>
  plan.choice === 'amount' ? { kind: 'amount', amount: plan.amount } : { kind: plan.choice };

function planWith(
  { selection, pendingPayment, fee }: RefundPlan,
  order: OrderFacts,
  terms: RefundTerms,
  choice: RefundChoice,
): Result<RefundPlan, Refusal> {
  const planned = planRefund(order, {
    selection,
    terms: isPositive(pendingPayment) ? { ...terms, fee: exactly(fee) } : terms,
    choice,
    keepFreeItems: true,
  });
  if (planned.ok) return planned;
  const [first] = planned.error;
  return err(first ?? { code: 'selection_malformed' });
}

/** A payment that was pending was promised back whole: its arrival raises no fee. */
const exactly = (fee: Money): RefundTerms['fee'] =>
  isPositive(fee)
    ? {
        kind: 'fixed',
        amounts: { [fee.currencyCode]: toDecimal(fee) },
        touches: 'goods_and_shipping',
      }
    : { kind: 'none' };

/** Whatever a pending payment brought, up to all of it, was promised with it. */
function isAsPromised(plan: RefundPlan, now: RefundPlan): boolean {
  const promised = add(plan.amount, plan.pendingPayment);
  const coming = add(now.amount, now.pendingPayment);
  return compare(plan.amount, now.amount) <= 0 && compare(coming, promised) <= 0;
}

/** How the worth of what is cancelled becomes the amount that comes back. */
type Balance = Pick<
  RefundPlan,
  'notPaid' | 'fee' | 'lostDeals' | 'withheld' | 'amount' | 'maximum'
>;

function balanceOf(
  order: OrderFacts,
  selection: Selection,
  taken: readonly SelectedLine[],
  parts: CancelledParts,
  { terms, choice }: RefundWish,
): Result<Balance, Refusal> {
  const nothing = zero(order.presentmentCurrencyCode);
  const payable = refundable(order);
  const due = atMost(dueBack(order, selection, taken, parts, terms), payable);
  // Of a whole order all that was paid can come back, also what an earlier cancellation kept.
  const maximum = selection.kind === 'order' ? payable : due;
  const asked = askedAmount(choice, due, maximum);
  if (!asked.ok) return asked;
  if (choice.kind !== 'everything') {
    return ok({
      notPaid: subtract(parts.worth, larger(due, asked.value)),
      fee: nothing,
      lostDeals: [],
      withheld: larger(subtract(due, asked.value), nothing),
      amount: asked.value,
      maximum,
    });
  }
  const lostDeals = upTo(due, dealsLostBy(order, selection, taken, terms));
  const left = lostDeals.reduce((rest, deal) => subtract(rest, deal.amount), due);
  const fee = feeOn(feeBase(order, parts, left), feeFor(order, selection, terms));
  return ok({
    notPaid: subtract(parts.worth, due),
    fee,
    lostDeals,
    withheld: nothing,
    amount: subtract(left, fee),
    maximum,
  });
}

/*
 * Once an edit has taken units off, the platform itself reckons what was paid too much for the rest as owed to
 * the customer: nothing of that can be kept.
 */

const owesTheExcess = (order: OrderFacts, selection: Selection): boolean =>
  selection.kind === 'lines' && leavesByEdit(order);

const feeFor = (
  order: OrderFacts,
  selection: Selection,
  { fee }: RefundTerms,
): RefundTerms['fee'] => (owesTheExcess(order, selection) ? { kind: 'none' } : fee);

/** Of a whole order nothing stays that could have lost a deal. */
const dealsLostBy = (
  order: OrderFacts,
  selection: Selection,
  taken: readonly SelectedLine[],
  { thresholds }: RefundTerms,
): readonly LostDeal[] =>
  selection.kind === 'order' || owesTheExcess(order, selection)
    ? []
    : dealsLost(order, taken, thresholds);

/**
 * What cancelling gives a claim to, before fees: the worth less what of it was not paid. What the shop owes
 * the customer anyway is settled only with the whole order. Never below zero.
 */
function dueBack(
  order: OrderFacts,
  selection: Selection,
  taken: readonly SelectedLine[],
  parts: CancelledParts,
  terms: RefundTerms,
): Money {
  const nothing = zero(order.presentmentCurrencyCode);
  const open = selection.kind === 'order' ? order.outstanding : larger(order.outstanding, nothing);
  const regained = smaller(
    dealsRegained(order, taken, terms.thresholds),
    keptEarlier(order, terms),
  );
  return larger(add(subtract(parts.worth, open), regained), nothing);
}

/** What earlier cancellations kept: the order stands at more than what is left of it is worth. */
function keptEarlier(order: OrderFacts, terms: RefundTerms): Money {
  const { worth } = cancelledParts(order, { kind: 'order' }, terms);
  return larger(
    subtract(order.currentTotal.presentment, worth),
    zero(order.presentmentCurrencyCode),
  );
}

const atMost = smaller;

function askedAmount(choice: RefundChoice, due: Money, maximum: Money): Result<Money, Refusal> {
  switch (choice.kind) {
    case 'everything':
      return ok(due);
    case 'nothing':
      return ok(zero(maximum.currencyCode));
    case 'amount':
      if (choice.amount.currencyCode !== maximum.currencyCode) {
        return err({ code: 'amount_malformed' });
      }
      if (!isPositive(choice.amount)) return err({ code: 'amount_not_positive' });
      return compare(choice.amount, maximum) > 0
        ? err({ code: 'amount_above_maximum', maximum })
        : ok(choice.amount);
  }
}

/** Deals are paid for from what comes back, and no further. */
function upTo(limit: Money, deals: readonly LostDeal[]): LostDeal[] {
  let left = limit;
  return deals.flatMap((deal) => {
    const amount = smaller(deal.amount, left);
    left = subtract(left, amount);
    return isPositive(amount) ? [{ ...deal, amount }] : [];
  });
}

function feeBase(order: OrderFacts, { lines, shipping }: CancelledParts, comesBack: Money) {
  const goods = sum(
    lines.map((line) => withTax(line.goods, line.tax, order)),
    order.presentmentCurrencyCode,
  );
  const withShipping = add(goods, withTax(shipping.amount, shipping.tax, order));
  return { goods: atMost(goods, comesBack), goodsAndShipping: atMost(withShipping, comesBack) };
}

function planOf(
  order: OrderFacts,
  selection: Selection,
  parts: CancelledParts,
  balance: Balance,
  { terms, choice }: RefundWish,
): RefundPlan {
  const { amount } = balance;
  const nothing = zero(order.presentmentCurrencyCode);
  const whole = selection.kind === 'order';
  const bonusPercent = terms.method === 'store_credit' ? terms.bonusPercent : null;
  const bonus = bonusPercent === null ? nothing : percentUp(amount, bonusPercent);
  return {
    selection,
    ...parts,
    ...balance,
    pendingPayment: whole && choice.kind === 'everything' ? pendingReceipts(order) : nothing,
    bonus,
    amountInBoth: inBothCurrencies(amount, order),
    method: choice.kind === 'nothing' ? 'original' : terms.method,
    shares: sharesOf(amount, order),
    releases: openAuthorizations(order, null),
    refundsBefore: order.transactions.filter((t) => t.kind === 'REFUND').map((t) => t.id),
    choice: choice.kind,
    execution: whole
      ? executionOfWhole(order, amount, bonus)
      : leavesByEdit(order)
        ? 'edit_lines'
        : 'with_lines',
  };
}

/**
 * The cancel gives back everything or nothing. It gives nothing where another amount was chosen, where a
 * bonus comes on top, and where gift cards that the order sold must be useless before the money goes.
 */
function executionOfWhole(order: OrderFacts, amount: Money, bonus: Money): RefundPlan['execution'] {
  if (!isPositive(amount)) return 'cancel_only';
  const onPayments = sum(
    refundablePayments(order).map((payment) => payment.left),
    amount.currencyCode,
  );
  const sellsGiftCards = order.lines.some((line) => line.isGiftCard && line.currentQuantity > 0);
  return equals(amount, onPayments) && !isPositive(bonus) && !sellsGiftCards
    ? 'with_cancel'
    : 'after_cancel';
}

function refusalsOf(
  order: OrderFacts,
  taken: readonly SelectedLine[],
  plan: RefundPlan,
  { choice, terms, keepFreeItems = false }: RefundWish,
): Refusal[] {
  const refusals: Refusal[] = [];
  const givesBack = isPositive(plan.amount) || isPositive(plan.pendingPayment);
  const isWhole = plan.selection.kind === 'order';
  if (hasPendingPayment(order) && !(isWhole && choice.kind === 'everything')) {
    refusals.push({ code: 'payment_pending' });
  }
  if (givesBack && hasOpenDispute(order)) refusals.push({ code: 'dispute_open' });
  if (givesBack && terms.method === 'store_credit' && !takesStoreCredit(order)) {
    refusals.push({ code: 'store_credit_needs_customer' });
  }
  if (plan.execution === 'edit_lines' && !order.isEditable) refusals.push({ code: 'not_editable' });
  const units = new Map(taken.map(({ lineItemId, quantity }) => [lineItemId, quantity]));
  refusals.push(...brokenBundles(order, units));
  const freeItems = keepFreeItems ? [] : freeItemsLeft(order, taken);
  if (freeItems.length > 0) refusals.push({ code: 'free_item_left', lineItemIds: freeItems });
  return refusals;
}
