import { type Money, type MoneyBag, money } from '../../money.ts';

/**
 * An amount in the shop's currency at the order's own rate, rounded up to the minor unit: in doubt it is the
 * larger one. Null when the order has no rate: nothing is ever converted by another one.
 *
 * @param rate any amount of the order in both currencies, as the platform gave it
 */
export function inShopCurrency(amount: Money, rate: MoneyBag): Money | null {
  const { presentment, shop } = rate;
  if (amount.currencyCode === shop.currencyCode) return amount;
  if (amount.currencyCode !== presentment.currencyCode || presentment.minor <= 0) return null;
  const numerator = BigInt(amount.minor) * BigInt(shop.minor);
  const denominator = BigInt(presentment.minor);
  const whole = numerator / denominator;
  const roundsUp = numerator > 0n && whole * denominator !== numerator;
  return money(Number(roundsUp ? whole + 1n : whole), shop.currencyCode);
}
