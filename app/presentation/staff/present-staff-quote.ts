import type { QuotedPlan } from '../../application/cancellation/open/quote-staff-choice.ts';
import { legacyNumberOf } from '../../domain/ids.ts';
import { add, formatMoney, isPositive, toDecimal } from '../../domain/money.ts';
import type { Selection } from '../../domain/refund/goods/selection.ts';
import { presentMoney } from '../shopper/present-shopper-quote.ts';
import { withoutWayBackWords } from './way-back-words.ts';
import { breakdownOf, plannedLines } from '../cancellation/refund-words.ts';
import type { StaffQuote } from '../../contract/staff/staff-view.ts';
import type { SelectionBody } from '../../contract/selection.ts';
import type { Messages } from '../../messages/message-types.ts';
import { staffRefusalTexts } from '../refusal/staff-refusal.ts';

/** What a choice would do, before staff confirm it. */
export function presentStaffQuote(
  { order, plan, beyondPolicy }: QuotedPlan,
  messages: Messages<'staff'>,
): StaffQuote {
  const money = presentMoney(plan, messages.locale);
  const { presentment, shop } = plan.amountInBoth;
  const arrives = add(plan.amount, plan.bonus);
  return {
    selection: presentSelection(plan.selection),
    amount: formatMoney(arrives, messages.locale),
    amountDecimal: toDecimal(arrives),
    amountInShopCurrency:
      presentment.currencyCode === shop.currencyCode ? null : formatMoney(shop, messages.locale),
    maximum: toDecimal(plan.maximum),
    maximumFormatted: formatMoney(plan.maximum, messages.locale),
    withheld: isPositive(plan.withheld) ? formatMoney(plan.withheld, messages.locale) : null,
    breakdown: breakdownOf(plan, messages),
    refunds: [
      ...money.refunds.map((refund) => ({ ...refund, isManual: false })),
      ...money.byHand.map((refund) => ({ ...refund, isManual: true })),
    ],
    storeCredit: money.storeCredit,
    releases: money.released,
    pending: money.pending,
    lines: plannedLines(plan, messages),
    policySays: staffRefusalTexts(beyondPolicy, messages),
    withoutWayBack:
      plan.method === 'original' ? withoutWayBackWords(order, plan.shares, messages) : [],
  };
}

/** What of an order, by line numbers. */
export const presentSelection = (selection: Selection): SelectionBody =>
  selection.kind === 'order'
    ? selection
    : {
        kind: 'lines',
        lines: selection.lines.map(({ lineItemId, quantity }) => ({
          id: legacyNumberOf(lineItemId),
          quantity,
        })),
      };
