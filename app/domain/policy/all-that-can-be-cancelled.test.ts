import { describe, expect, it } from 'vitest';

import { fulfillmentOrder, lineItem, order } from '../../../tests/support/facts/order-facts.ts';
import type { LineItemId } from '../ids.ts';
import type { LineItemFacts, OrderFacts } from '../order/facts.ts';
import { allThatCanBeCancelled } from './all-that-can-be-cancelled.ts';
import { platformRefusals } from './evaluation/evaluate.ts';

const id = (number: number) => `gid://shopify/LineItem/${number}` as LineItemId;
const SET = { id: 'gid://shopify/LineItemGroup/1', title: 'Table for two' };

const line = (number: number, changes: Partial<LineItemFacts>): LineItemFacts =>
  lineItem({ id: id(number), ...changes });

/** Two bowls and four mugs as two sets, and a towel; one bowl was sent. */
const sentInPart = (changes: Partial<OrderFacts> = {}): OrderFacts =>
  order({
    shipments: [{ stage: 'fulfilled' }],
    fulfillmentStatus: 'PARTIALLY_FULFILLED',
    lines: [
      line(1, { quantity: 2, unfulfilledQuantity: 1, group: SET }),
      line(2, { quantity: 4, group: SET }),
      line(3, {}),
    ],
    ...changes,
  });

const unitsOf = (facts: OrderFacts) => {
  const selection = allThatCanBeCancelled(facts);
  return selection.kind === 'order'
    ? 'order'
    : selection.lines.map(({ lineItemId, quantity }) => `${quantity} × ${lineItemId.slice(-1)}`);
};

describe('all that can be cancelled', () => {
  it('is the whole order as long as nothing of it was sent', () => {
    expect(unitsOf(order())).toBe('order');
  });

  it('case 41: is whole bundles where one was sent in part, and everything beside it', () => {
    const facts = sentInPart();
    expect(unitsOf(facts)).toEqual(['1 × 1', '2 × 2', '1 × 3']);
  });

  it('leaves out what a fulfillment service is working on', () => {
    const atService = fulfillmentOrder({
      requestStatus: 'ACCEPTED',
      lines: [{ lineItemId: id(3), remainingQuantity: 1 }],
    });
    const facts = sentInPart({ fulfillmentOrders: [atService] });
    expect(unitsOf(facts)).toEqual(['1 × 1', '2 × 2']);
    expect(platformRefusals(facts, allThatCanBeCancelled(facts))).toEqual([]);
  });

  it('is all that is open where nothing can go, so that the reasons are about it', () => {
    const lines = [
      line(1, { quantity: 2, unfulfilledQuantity: 0, group: SET }),
      line(2, { quantity: 4, group: SET }),
    ];
    const facts = sentInPart({ lines });
    expect(unitsOf(facts)).toEqual(['4 × 2']);
  });
});
