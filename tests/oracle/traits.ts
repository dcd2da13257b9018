import type { OrderFacts } from '../../app/domain/order/facts.ts';
import { quantitiesOf } from '../../app/domain/order/quantities.ts';
import type { RefundPlan } from '../../app/domain/refund/plan/refund-plan.ts';
import type { Shape } from './shape.ts';

/** What a plan can be about. Each has to occur often among the tried orders, or nothing is known of it. */
export const TRAITS = [
  'with_cancel',
  'after_cancel',
  'cancel_only',
  'with_lines',
  'edit_lines',
  'edit with an excess',
  'several payments',
  'store credit',
  'bonus',
  'fee',
  'withheld',
  'lost discount',
  'lost free shipping',
  'regained deal',
  'duties',
  'tip of a part',
  'shipping of a part',
  'additional fees',
  'released authorization',
  'overpaid',
  'refunded before',
  'tip line',
  'change given',
  'cash rounding',
  'exchanged',
  'units removed',
  'two currencies',
] as const;
export type Trait = (typeof TRAITS)[number];

/** The traits of a plan for an order. */
export function traitsOf(plan: RefundPlan, order: OrderFacts, made: Shape): Trait[] {
  const isPart = plan.selection.kind === 'lines';
  const has = (amount: { readonly minor: number }): boolean => amount.minor > 0;
  const lost = (kind: string): boolean => plan.lostDeals.some((deal) => deal.kind === kind);
  const traits: Readonly<Partial<Record<Trait, boolean>>> = {
    'edit with an excess': plan.execution === 'edit_lines' && has(plan.amount),
    'several payments': plan.shares.length > 1,
    'store credit': plan.method === 'store_credit' && has(plan.amount),
    bonus: has(plan.bonus),
    fee: has(plan.fee),
    withheld: has(plan.withheld),
    'lost discount': lost('discount'),
    'lost free shipping': lost('free_shipping'),
    'regained deal': plan.notPaid.minor < 0 && order.outstanding.minor >= 0,
    duties: plan.lines.some((line) => line.duties.some((duty) => has(duty.amount))),
    'tip of a part': isPart && has(plan.tip),
    'shipping of a part': isPart && has(plan.shipping.amount),
    'additional fees': has(plan.additionalFees),
    'released authorization': plan.releases.length > 0,
    overpaid: order.outstanding.minor < 0,
    'refunded before': plan.refundsBefore.length > 0,
    'tip line': made.tipLine !== 'none' && made.tip > 0,
    'change given': made.payment.by === 'till' && made.payment.change > 0,
    'cash rounding': made.payment.by === 'till' && made.payment.roundedBy !== 0,
    exchanged: order.returnStatus !== 'NO_RETURN',
    'units removed': order.lines.some((line) => quantitiesOf(order, line).removed > 0),
    'two currencies': order.shopCurrencyCode !== order.presentmentCurrencyCode,
  };
  return [plan.execution, ...TRAITS.filter((trait) => traits[trait] === true)];
}
