import { type Money, equals, isPositive, money, subtract, sum } from '../../../domain/money.ts';
import { presentment } from '../../client/answer.ts';
import type { WholeLineItem, WholeOrder } from './whole-order.ts';

/**
 * A tip is a line item, too, on some orders: "the item is not something that can be fulfilled, like a tip"
 * (`LineItem.nonFulfillableQuantity`). It is paid once, as the order's tip, and it is no goods, whether or not the
 * platform counts it among what is not fulfilled yet. No field of the schema names it: it is what has no product,
 * is not shipped, is in no work, and makes the tip.
 *
 * @see https://shopify.dev/docs/api/admin-graphql/2026-10/objects/LineItem
 */
export function tipLinesOf(order: TippedOrder): readonly WholeLineItem[] {
  const tip = presentment(order.totalTipReceivedSet);
  if (!isPositive(tip)) return [];
  const worked = new Set(
    order.fulfillmentOrders.flatMap(({ lineItems }) =>
      lineItems.map(({ lineItem }) => lineItem.id),
    ),
  );
  const candidates = order.lineItems.filter(
    (line) =>
      line.product === null &&
      line.variant === null &&
      !line.requiresShipping &&
      !line.isGiftCard &&
      !worked.has(line.id),
  );
  const unfit = candidates.filter((line) => line.nonFulfillableQuantity >= line.quantity);
  const makeTheTip = (lines: readonly WholeLineItem[]): boolean =>
    lines.length > 0 && equals(priceOf(lines, tip.currencyCode), tip);
  if (makeTheTip(unfit)) return unfit;
  return makeTheTip(candidates) ? candidates : [];
}

/** The order's tip, less what of it went back as the line that it is. */
export function tipOf(order: TippedOrder): Money {
  const tip = presentment(order.totalTipReceivedSet);
  const gone = tipLinesOf(order).map((line) => ({
    ...line,
    quantity: line.quantity - line.currentQuantity,
  }));
  return subtract(tip, priceOf(gone, tip.currencyCode));
}

type TippedOrder = Pick<WholeOrder, 'totalTipReceivedSet' | 'lineItems' | 'fulfillmentOrders'>;

const priceOf = (
  lines: readonly Pick<WholeLineItem, 'originalUnitPriceSet' | 'quantity'>[],
  currencyCode: string,
): Money =>
  sum(
    lines.map(({ originalUnitPriceSet, quantity }) => {
      const price = presentment(originalUnitPriceSet);
      return money(price.minor * quantity, price.currencyCode);
    }),
    currencyCode,
  );
