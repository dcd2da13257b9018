import { bag, eur, fulfillmentOrder, lineItem, order, transaction } from './order-facts.ts';
import type { LineItemId, TransactionId } from '../../../app/domain/ids.ts';
import { type Money, money, sum, zero } from '../../../app/domain/money.ts';
import type { LineItemFacts, OrderFacts } from '../../../app/domain/order/facts.ts';
import { checkAndPlan } from '../../../app/domain/refund/plan/plan.ts';
import type { RefundPlan } from '../../../app/domain/refund/plan/refund-plan.ts';
import type { Selection } from '../../../app/domain/refund/goods/selection.ts';
import type { UncheckedRefund } from '../../../app/domain/refund/wanted-refund.ts';
import { type RefundTerms, staffTerms } from '../../../app/domain/refund/terms.ts';

export const id = (number: number) => `gid://shopify/OrderTransaction/${number}` as TransactionId;
export const lineId = (number: number) => `gid://shopify/LineItem/${number}` as LineItemId;
export const TERMS = staffTerms('original', true);
export const WHOLE: UncheckedRefund = {
  selection: { kind: 'order' },
  terms: TERMS,
  choice: { kind: 'everything' },
};
export const lines = (...quantities: readonly number[]): Selection => ({
  kind: 'lines',
  lines: quantities.flatMap((quantity, index) =>
    quantity > 0 ? [{ lineItemId: lineId(index + 1), quantity }] : [],
  ),
});
export const part = (...quantities: readonly number[]): UncheckedRefund => ({
  ...WHOLE,
  selection: lines(...quantities),
});
export const withTerms = (
  wanted: UncheckedRefund,
  terms: Partial<RefundTerms>,
): UncheckedRefund => ({
  ...wanted,
  terms: { ...wanted.terms, ...terms },
});

export function planned(facts: OrderFacts, wanted: UncheckedRefund = WHOLE): RefundPlan {
  const plan = checkAndPlan(facts, wanted);
  if (!plan.ok) throw new Error(`refused: ${plan.error.map(({ code }) => code).join(', ')}`);
  return plan.value;
}

export function refusals(facts: OrderFacts, wanted: UncheckedRefund = WHOLE): readonly string[] {
  const plan = checkAndPlan(facts, wanted);
  return plan.ok ? [] : plan.error.map(({ code }) => code);
}

/** An order of these lines, paid by one card. */
export function paid(
  ordered: readonly Partial<LineItemFacts>[],
  changes: Partial<OrderFacts> = {},
) {
  const made = ordered.map((line, index) => lineItem({ id: lineId(index + 1), ...line }));
  const shipping = changes.shipping ?? [];
  const code = changes.presentmentCurrencyCode ?? 'EUR';
  const taxed = (amount: Money, taxes: readonly Money[]): readonly Money[] =>
    changes.taxesIncluded === false ? [amount, ...taxes] : [amount];
  const total = sum(
    [
      ...made.flatMap((line) => taxed(line.total, line.taxes)),
      ...made.flatMap((line) => line.duties.flatMap((duty) => [duty.amount, duty.tax])),
      ...shipping.flatMap((line) => taxed(line.price, line.taxes)),
      changes.tip ?? zero(code),
      changes.additionalFees ?? zero(code),
    ],
    code,
  );
  return order({
    lines: made,
    total: bag(total),
    transactions: total.minor === 0 ? [] : [transaction({ amount: bag(total) })],
    fulfillmentOrders: [
      fulfillmentOrder({
        lines: made.map((line) => ({ lineItemId: line.id, remainingQuantity: line.quantity })),
      }),
    ],
    ...changes,
  });
}

export const standardShipping = { title: 'Standard', price: eur(490), taxes: [] };

/**
 * The order once a plan was carried out: its total is less by what was given back, so that what was kept of it
 * stays in it.
 */
export function without(facts: OrderFacts, plan: RefundPlan): OrderFacts {
  const taken = (line: LineItemFacts): number =>
    plan.lines.find(({ lineItemId }) => lineItemId === line.id)?.quantity ?? 0;
  const total = money(
    facts.currentTotal.presentment.minor - plan.amount.minor,
    facts.shopCurrencyCode,
  );
  const refunds = plan.shares.map((share, index) =>
    transaction({
      id: id(100 + facts.transactions.length + index),
      kind: 'REFUND',
      parentId: share.parentId,
      amount: bag(share.amount),
    }),
  );
  return {
    ...facts,
    currentTotal: bag(total),
    lines: facts.lines.map((line) => ({
      ...line,
      currentQuantity: line.currentQuantity - taken(line),
      unfulfilledQuantity: line.unfulfilledQuantity - taken(line),
    })),
    transactions: [...facts.transactions, ...refunds],
    refunds: [
      ...facts.refunds,
      {
        id: `gid://shopify/Refund/${facts.refunds.length}` as OrderFacts['refunds'][number]['id'],
        createdAt: 0,
        note: null,
        total: bag(plan.amount),
        lines: plan.lines.map(({ lineItemId, quantity }) => ({
          lineItemId,
          quantity,
          restockType: 'CANCEL',
        })),
        shipping: plan.shipping,
        duties: [],
        transactionIds: refunds.map((refund) => refund.id),
      },
    ],
  };
}
