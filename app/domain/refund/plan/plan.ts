import { type Money, equals, isPositive, sum, zero } from '../../money.ts';
import { brokenBundles } from '../../order/bundles.ts';
import { hasOpenDispute } from '../../order/payment/disputes.ts';
import { MOST_ENTRIES } from '../../list-limit.ts';
import type { OrderFacts } from '../../order/facts.ts';
import {
  hasPendingPayment,
  inBothCurrencies,
  openAuthorizations,
  pendingReceipts,
  refundablePayments,
} from '../../order/payment/payments.ts';
import { takesStoreCredit } from '../../order/payment/store-credit.ts';
import type { Refusal } from '../../refusal.ts';
import { type Result, err, ok } from '../../result.ts';
import { type Balance, balanceOf } from '../shares/balance.ts';
import { type CancelledParts, cancelledParts, leavesByEdit } from '../shares/cancelled-parts.ts';
import { percentUp } from '../shares/fee.ts';
import { freeItemsLeft } from '../goods/free-items.ts';
import type { RefundPlan } from './refund-plan.ts';
import { asAsked, checked } from '../goods/selection.ts';
import { sharesOf } from '../shares/shares.ts';
import type { RefundChoice, UncheckedRefund, WantedRefund } from '../wanted-refund.ts';

export type { RefundChoice, WantedRefund };

/**
 * Plans the money and the goods of a cancellation, to the minor unit, from the order alone. Refuses what the
 * platform would not do and what would pay twice, every reason at once.
 */
export function planRefund(
  order: OrderFacts,
  wanted: WantedRefund,
): Result<RefundPlan, readonly Refusal[]> {
  const parts = cancelledParts(order, wanted.selection, wanted.terms, wanted.before);
  const balance = balanceOf(order, parts, wanted);
  if (!balance.ok) return err([balance.error]);
  const plan = planOf(order, parts, balance.value, wanted);
  const refusals = refusalsOf(order, plan, wanted);
  return refusals.length === 0 ? ok(plan) : err(refusals);
}

/** The same for a selection that was not held against the order yet. */
export function checkAndPlan(
  order: OrderFacts,
  wanted: UncheckedRefund,
): Result<RefundPlan, readonly Refusal[]> {
  const selection = checked(wanted.selection, order);
  return selection.ok ? planRefund(order, { ...wanted, selection: selection.value }) : selection;
}

function planOf(
  order: OrderFacts,
  parts: CancelledParts,
  balance: Balance,
  { selection, terms, choice, before }: WantedRefund,
): RefundPlan {
  const { amount } = balance;
  const nothing = zero(order.presentmentCurrencyCode);
  const whole = selection.kind === 'order';
  const bonus =
    terms.method === 'store_credit' ? percentUp(amount, terms.bonusPercent ?? 0) : nothing;
  return {
    selection: asAsked(selection),
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
    ...(before ? { before } : {}),
    execution: whole
      ? executionOfWhole(order, amount, { method: terms.method, bonus })
      : leavesByEdit(order)
        ? 'edit_lines'
        : 'with_lines',
  };
}

/**
 * The cancel gives back everything or nothing. It gives nothing where another amount was chosen, where store credit
 * takes the place of the money or a bonus comes on top, and where gift cards that the order sold must be useless before
 * the money goes. Store credit in a refund goes by `refundCreate`, as the App Store requires.
 * Source: https://shopify.dev/docs/apps/launch/app-store-review/app-requirements (1.1.15)
 */
function executionOfWhole(
  order: OrderFacts,
  amount: Money,
  { method, bonus }: { readonly method: RefundPlan['method']; readonly bonus: Money },
): RefundPlan['execution'] {
  if (!isPositive(amount)) return 'cancel_only';
  const onPayments = sum(
    refundablePayments(order).map((payment) => payment.left),
    amount.currencyCode,
  );
  const sellsGiftCards = order.lines.some((line) => line.isGiftCard && line.currentQuantity > 0);
  const isMoney = method === 'original' && !isPositive(bonus);
  return equals(amount, onPayments) && isMoney && !sellsGiftCards ? 'with_cancel' : 'after_cancel';
}

function refusalsOf(
  order: OrderFacts,
  plan: RefundPlan,
  { selection: { units }, choice, terms, keepFreeItems = false }: WantedRefund,
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
  if (!isWhole && entriesOf(plan) > MOST_ENTRIES) {
    refusals.push({ code: 'too_many_lines', limit: MOST_ENTRIES });
  }
  const unitsByLine = new Map(units.map(({ lineItemId, quantity }) => [lineItemId, quantity]));
  refusals.push(...brokenBundles(order, unitsByLine));
  const freeItems = keepFreeItems ? [] : freeItemsLeft(order, units);
  if (freeItems.length > 0) refusals.push({ code: 'free_item_left', lineItemIds: freeItems });
  return refusals;
}

/** How long the longest list is in which the platform is told of a part: its units by location, or its duties. */
const entriesOf = ({ lines }: RefundPlan): number =>
  Math.max(
    lines.reduce((entries, { restock }) => entries + Math.max(restock.length, 1), 0),
    lines.reduce((entries, { duties }) => entries + duties.length, 0),
  );
