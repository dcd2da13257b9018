import type { QuotedPlan } from '../../application/cancellation/open/quote-staff-choice.ts';
import { legacyNumberOf } from '../../domain/ids.ts';
import { add, formatMoney, isPositive, toDecimal } from '../../domain/money.ts';
import type { Selection } from '../../domain/refund/goods/selection.ts';
import { type Refusal, explain } from '../../domain/refusal.ts';
import { presentMoney } from '../shopper/present-shopper-quote.ts';
import { withoutWayBackWords } from './way-back-words.ts';
import { breakdownOf, plannedLines } from '../cancellation/refund-words.ts';
import type { StaffQuote, StaffSelection } from '../../contract/staff/staff-view.ts';

/** What a choice would do, before staff confirm it. */
export function presentStaffQuote(
  { order, plan, beyondPolicy }: QuotedPlan,
  locale: string,
): StaffQuote {
  const money = presentMoney(plan, locale);
  const { presentment, shop } = plan.amountInBoth;
  const arrives = add(plan.amount, plan.bonus);
  return {
    selection: presentSelection(plan.selection),
    amount: formatMoney(arrives, locale),
    amountDecimal: toDecimal(arrives),
    amountInShopCurrency:
      presentment.currencyCode === shop.currencyCode ? null : formatMoney(shop, locale),
    maximum: toDecimal(plan.maximum),
    maximumFormatted: formatMoney(plan.maximum, locale),
    withheld: isPositive(plan.withheld) ? formatMoney(plan.withheld, locale) : null,
    breakdown: breakdownOf(plan, locale),
    refunds: [
      ...money.refunds.map((refund) => ({ ...refund, isManual: false })),
      ...money.byHand.map((refund) => ({ ...refund, isManual: true })),
    ],
    storeCredit: money.storeCredit,
    releases: money.released,
    pending: money.pending,
    lines: plannedLines(plan, locale),
    policySays: staffWords(beyondPolicy),
    withoutWayBack: plan.method === 'original' ? withoutWayBackWords(order, plan.shares) : [],
  };
}

/** Refusals as staff read them, each once. */
export const staffWords = (refusals: readonly Refusal[]): readonly string[] => [
  ...new Set(refusals.map((refusal) => explain(refusal).staff)),
];

const presentSelection = (selection: Selection): StaffSelection =>
  selection.kind === 'order'
    ? selection
    : {
        kind: 'lines',
        lines: selection.lines.map(({ lineItemId, quantity }) => ({
          id: legacyNumberOf(lineItemId),
          quantity,
        })),
      };
