import { type Money, compare, money, parseMoney } from '../../money.ts';
import type { OrderFacts } from '../../order/facts.ts';
import { inShopCurrency } from '../../order/payment/shop-currency.ts';
import type { CheckedSelection } from '../../refund/goods/selection.ts';
import type { AmountsByCurrency } from '../document/policy.ts';

/**
 * Whether what is selected is worth more than a person has to look at. Compared in the currency the customer
 * paid in if an amount is named for it, else in the shop's; with neither named nobody can say, so a person
 * has to look.
 */
export function isAbove(
  amounts: AmountsByCurrency,
  order: OrderFacts,
  selection: CheckedSelection,
): boolean {
  const worth = worthOf(order, selection);
  const inPresentment = amounts[order.presentmentCurrencyCode];
  if (inPresentment !== undefined) {
    return exceeds(worth, inPresentment, order.presentmentCurrencyCode);
  }
  const inShop = amounts[order.shopCurrencyCode];
  if (inShop === undefined) return true;
  const converted = inShopCurrency(money(worth, order.presentmentCurrencyCode), order.total);
  return converted !== null && exceeds(converted.minor, inShop, order.shopCurrencyCode);
}

/** The amount that `isAbove` compares with; nothing where none is named in the order's currencies. */
export function limitFor(
  amounts: AmountsByCurrency,
  { presentmentCurrencyCode, shopCurrencyCode }: OrderFacts,
): { readonly limit?: Money } {
  const currencyCode = [presentmentCurrencyCode, shopCurrencyCode].find((code) => code in amounts);
  const limit = currencyCode && parseMoney(amounts[currencyCode] ?? '', currencyCode);
  return limit ? { limit } : {};
}

/**
 * Minor units in the presentment currency: of a whole order, all that it costs as it stands; of a part, what
 * its units cost. Rounded up: in doubt a person looks.
 */
function worthOf(order: OrderFacts, selection: CheckedSelection): number {
  if (selection.kind === 'order') return order.currentTotal.presentment.minor;
  const lines = new Map(order.lines.map((line) => [line.id, line]));
  let worth = 0;
  for (const { lineItemId, quantity } of selection.units) {
    const line = lines.get(lineItemId);
    if (!line || line.quantity === 0) continue;
    const onTop = order.taxesIncluded ? [] : line.taxes;
    const total = [line.total, ...onTop].reduce((sum, amount: Money) => sum + amount.minor, 0);
    worth += Math.ceil((total * quantity) / line.quantity);
  }
  return worth;
}

function exceeds(minor: number, amount: string, currencyCode: string): boolean {
  const limit = parseMoney(amount, currencyCode);
  return limit === null || compare({ minor, currencyCode }, limit) > 0;
}
