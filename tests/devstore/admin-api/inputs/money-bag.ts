import type { CurrencyCode, Minor, Order } from '../../world/model.ts';
import { formatDecimal } from '../../world/money/money.ts';
import { inShopCurrency } from '../../world/orders/order-totals.ts';

/** `MoneyV2` */
export function money(minor: Minor, currency: CurrencyCode): object {
  return { amount: formatDecimal(minor, currency), currencyCode: currency };
}

/** `MoneyBag` of a presentment amount. */
export function moneyBag(order: Order, presentment: Minor): object {
  return {
    shopMoney: money(inShopCurrency(order, presentment), order.currency),
    presentmentMoney: money(presentment, order.presentmentCurrency),
  };
}

/** `Money`, the plain scalar of deprecated fields: shop currency. */
export function shopAmount(order: Order, presentment: Minor): string {
  return formatDecimal(inShopCurrency(order, presentment), order.currency);
}
