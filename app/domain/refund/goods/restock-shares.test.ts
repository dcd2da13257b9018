import { describe, expect, it } from 'vitest';
import { fulfillmentOrder, lineItem, order } from '../../../../tests/support/facts/order-facts.ts';
import type { FulfillmentOrderId, LineItemId, LocationId } from '../../ids.ts';
import type { FulfillmentOrderFacts } from '../../order/facts.ts';
import { restockShares } from './restock-shares.ts';

const location = (number: number) => `gid://shopify/Location/${number}` as LocationId;
const work = (number: number, units: number, changes: Partial<FulfillmentOrderFacts> = {}) =>
  fulfillmentOrder({
    id: `gid://shopify/FulfillmentOrder/${number}` as FulfillmentOrderId,
    locationId: location(number),
    lines: [{ lineItemId: 'gid://shopify/LineItem/1' as LineItemId, remainingQuantity: units }],
    ...changes,
  });

describe('restocking units', () => {
  const line = lineItem({ quantity: 5 });
  const back = { byDefault: true, neverTags: ['Made-to-order'] };

  it('case 35: puts each unit back where it was reserved, once', () => {
    const facts = order({ lines: [line], fulfillmentOrders: [work(1, 2), work(2, 3)] });
    expect(restockShares(facts, line, 4, back)).toEqual([
      { locationId: location(1), quantity: 2, backOnSale: true },
      { locationId: location(2), quantity: 2, backOnSale: true },
    ]);
  });

  it('case 35: asks only the work that has this line where the units were reserved', () => {
    const other = { lineItemId: 'gid://shopify/LineItem/2' as LineItemId, remainingQuantity: 9 };
    const facts = order({
      lines: [line],
      fulfillmentOrders: [work(1, 0, { lines: [other] }), work(2, 5)],
    });
    expect(restockShares(facts, line, 4, back)).toEqual([
      { locationId: location(2), quantity: 4, backOnSale: true },
    ]);
  });

  it('case 35: leaves out work that is finished, and loses no unit that nobody names', () => {
    const fulfillmentOrders = [work(1, 2, { status: 'CLOSED' }), work(2, 1)];
    expect(restockShares(order({ fulfillmentOrders }), line, 3, back)).toEqual([
      { locationId: location(2), quantity: 1, backOnSale: true },
      { locationId: null, quantity: 2, backOnSale: true },
    ]);
  });

  it.each([
    ['its product is never restocked', { productTags: ['made-to-order'] }, back],
    ['it cannot be restocked', { isRestockable: false }, back],
    ['the policy writes everything off', {}, { byDefault: false, neverTags: [] }],
  ])('case 37: writes a line off when %s, and only that line', (_why, changes, terms) => {
    const written = lineItem({ quantity: 5, ...changes });
    const facts = order({ lines: [written], fulfillmentOrders: [work(1, 5)] });
    expect(restockShares(facts, written, 5, terms)).toEqual([
      { locationId: location(1), quantity: 5, backOnSale: false },
    ]);
  });
});
