import type { Minor, Order } from '../../model.ts';
import { formatFixed } from '../../money/money.ts';
import { inShopCurrency } from '../../orders/order-totals.ts';

/** `{ shop_money, presentment_money }` of a presentment amount. */
export function moneySet(order: Order, presentment: Minor): object {
  return {
    shop_money: {
      amount: formatFixed(inShopCurrency(order, presentment), order.currency),
      currency_code: order.currency,
    },
    presentment_money: {
      amount: formatFixed(presentment, order.presentmentCurrency),
      currency_code: order.presentmentCurrency,
    },
  };
}

/** The shop-currency text of a presentment amount, as REST's plain price fields hold it. */
export function shopPrice(order: Order, presentment: Minor): string {
  return formatFixed(inShopCurrency(order, presentment), order.currency);
}
