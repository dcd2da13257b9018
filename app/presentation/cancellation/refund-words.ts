import { listed } from '../text/listed.ts';
import {
  type Money,
  add,
  formatMoney,
  isPositive,
  negated,
  subtract,
  sum,
} from '../../domain/money.ts';
import type { RefundPlan, RestockShare } from '../../domain/refund/plan/refund-plan.ts';
import type {
  RefundBreakdownLine,
  StaffCancellationView,
} from '../../contract/staff/staff-cancellation-view.ts';
import type { Messages } from '../../messages/message-types.ts';

/** The breakdown of a refund as staff read it: what the goods are worth, and what is taken off. */
export function breakdownOf(
  plan: RefundPlan,
  messages: Messages<'staff'>,
): readonly RefundBreakdownLine[] {
  const { t } = messages;
  const { amount, worth, lines, shipping, tip, additionalFees, notPaid } = plan;
  const total = (amounts: readonly Money[]) => sum(amounts, amount.currencyCode);
  const goods = total(lines.map((line) => line.goods));
  const duties = total(
    lines.flatMap((line) => line.duties.map((duty) => add(duty.amount, duty.tax))),
  );
  const untaxed = total([goods, shipping.amount, duties, tip, additionalFees]);
  const rows: readonly (readonly [label: string, amount: Money])[] = [
    [t('breakdown.items'), goods],
    [t('breakdown.shipping'), shipping.amount],
    // Nothing where the prices have their taxes inside.
    [t('breakdown.taxes'), subtract(worth, untaxed)],
    [t('breakdown.duties'), duties],
    [t('breakdown.tip'), tip],
    [t('breakdown.additionalFees'), additionalFees],
    [t(isPositive(notPaid) ? 'breakdown.notPaid' : 'breakdown.overpayment'), negated(notPaid)],
    [t('breakdown.cancellationFee'), negated(plan.fee)],
    ...plan.lostDeals.map((deal): readonly [string, Money] => [
      deal.kind === 'free_shipping' ? t('breakdown.lostFreeShipping') : deal.title,
      negated(deal.amount),
    ]),
    [t('breakdown.notRefunded'), negated(plan.withheld)],
    [t('breakdown.bonus'), plan.bonus],
  ];
  return rows
    .filter(([, value]) => value.minor !== 0)
    .map(([label, value]) => ({ label, amount: signed(value, messages.locale) }));
}

/** Deductions with a minus sign, which is longer than a hyphen. */
const signed = (value: Money, locale: string): string =>
  value.minor < 0 ? `−${formatMoney(negated(value), locale)}` : formatMoney(value, locale);

/** The units that leave the order, and where they go. */
export const plannedLines = (
  plan: RefundPlan,
  messages: Messages<'staff'>,
): StaffCancellationView['lines'] =>
  plan.lines.map((line) => ({
    title: line.title,
    quantity: line.quantity,
    amount: formatMoney(line.goods, messages.locale),
    restock: restockWords(line.restock, messages),
  }));

/** "2 back in stock, 1 not restocked". */
function restockWords(shares: readonly RestockShare[], { t, locale }: Messages<'staff'>): string {
  const units = (backOnSale: boolean) =>
    shares
      .filter((share) => share.backOnSale === backOnSale)
      .reduce((count, share) => count + share.quantity, 0);
  const [back, off] = [units(true), units(false)];
  return listed(
    [
      ...(back > 0 ? [t('restock.back', { count: back })] : []),
      ...(off > 0 ? [t('restock.off', { count: off })] : []),
    ],
    locale,
  );
}
