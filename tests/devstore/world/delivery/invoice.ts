/**
 * The invoice of an order that is not paid: what is owed and where to pay it. The texts are our own.
 * Source: https://help.shopify.com/en/manual/fulfillment/managing-orders/payments/collecting-payments
 */
import { formatForPeople } from '../money/money.ts';
import type { Order, Shop } from '../model.ts';
import { totalOutstanding } from '../orders/order-totals.ts';
import { statusPageUrl } from '../orders/status-page.ts';

export function invoiceText(shop: Shop, order: Order, customMessage: string | null): string {
  const owed = formatForPeople(totalOutstanding(order), order.presentmentCurrency);
  const lines = [`Amount due: ${owed}`, `Pay now: ${statusPageUrl(shop, order)}`];
  return [...(customMessage === null ? [] : [customMessage]), ...lines].join('\n');
}
