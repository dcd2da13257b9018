import { describe, expect, it } from 'vitest';
import {
  PLACED_AT,
  bag,
  eur,
  lineItem,
  order,
} from '../../../../tests/support/facts/order-facts.ts';
import type { LineItemId, RefundId } from '../../ids.ts';
import type { LineItemFacts, OrderFacts, RestockType } from '../../order/facts.ts';
import type { Selection } from '../../refund/goods/selection.ts';
import { lostRace } from './whose-cancel.ts';
import type { Cancellation } from '../state.ts';

const MUG = 'gid://shopify/LineItem/1' as LineItemId;

/** Of a cancellation, only what it takes matters here. */
const taking = (selection: Selection) =>
  ({ plan: { refund: { selection } } }) as unknown as Cancellation;
const mugs = (quantity: number) =>
  taking({ kind: 'lines', lines: [{ lineItemId: MUG, quantity }] });
const stands = (line: Partial<LineItemFacts>, changes: Partial<OrderFacts> = {}) =>
  order({ lines: [lineItem({ id: MUG, quantity: 3, ...line })], ...changes });
const refunded = (restockType: RestockType, quantity: number) => ({
  refunds: [
    {
      id: 'gid://shopify/Refund/1' as RefundId,
      createdAt: PLACED_AT,
      note: null,
      total: bag(eur(0)),
      lines: [{ lineItemId: MUG, quantity, restockType }],
      shipping: { amount: eur(0), tax: eur(0) },
      duties: [],
      transactionIds: [],
    },
  ],
});
const SHIPPED = [{ type: 'turned_back', ending: 'declined', why: { code: 'already_shipped' } }];

describe('the race against the warehouse', () => {
  it('case 29: is lost when units it takes were sent', () => {
    expect(lostRace(mugs(2), stands({ unfulfilledQuantity: 1 }))).toMatchObject(SHIPPED);
    expect(lostRace(mugs(1), stands({ unfulfilledQuantity: 1 }))).toBeNull();
  });

  it('case 65: is lost when they were sent and given back since', () => {
    const facts = stands({ currentQuantity: 0, unfulfilledQuantity: 0 }, refunded('RETURN', 3));
    expect(lostRace(mugs(1), facts)).toMatchObject(SHIPPED);
  });

  it('case 65: is not lost where units were refunded or removed and never sent', () => {
    const gone = { currentQuantity: 1, unfulfilledQuantity: 1 };
    expect(lostRace(mugs(2), stands(gone, refunded('CANCEL', 2)))).toBeNull();
    expect(lostRace(mugs(2), stands(gone))).toBeNull();
  });

  it('case 65: is not lost when others of the line were sent and given back, and its own are open', () => {
    const facts = stands(
      { currentQuantity: 2, unfulfilledQuantity: 2 },
      {
        ...refunded('RETURN', 1),
        shipments: [{ stage: 'fulfilled' }],
        fulfillmentStatus: 'PARTIALLY_FULFILLED',
      },
    );
    expect(lostRace(mugs(2), facts)).toBeNull();
  });

  it('is not lost over a line that the order does not have', () => {
    const other = taking({
      kind: 'lines',
      lines: [{ lineItemId: 'gid://shopify/LineItem/9' as LineItemId, quantity: 1 }],
    });
    expect(lostRace(other, stands({}))).toBeNull();
  });

  it('of a whole order is lost when anything was sent, whatever the summary says', () => {
    const whole = taking({ kind: 'order' });
    expect(lostRace(whole, stands({}))).toBeNull();
    expect(
      lostRace(
        whole,
        stands({}, { shipments: [{ stage: 'fulfilled' }], fulfillmentStatus: 'ON_HOLD' }),
      ),
    ).toMatchObject(SHIPPED);
    expect(lostRace(whole, stands({ unfulfilledQuantity: 2 }))).toMatchObject(SHIPPED);
  });
});
