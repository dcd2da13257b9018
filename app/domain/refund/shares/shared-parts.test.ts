import { describe, expect, it } from 'vitest';
import { eur, lineItem, order } from '../../../../tests/support/facts/order-facts.ts';
import type { LineItemId, RefundId } from '../../ids.ts';
import type { LineItemFacts, OrderFacts } from '../../order/facts.ts';
import { nothingBefore } from './cancelled-before.ts';
import { shippingBack, shippingLeft, tipBack } from './shared-parts.ts';

const NOTHING = nothingBefore('EUR');
const lineId = (number: number) => `gid://shopify/LineItem/${number}` as LineItemId;
const units = (number: number, quantity: number) => [{ lineItemId: lineId(number), quantity }];
const of = (lines: readonly Partial<LineItemFacts>[], changes: Partial<OrderFacts> = {}) =>
  order({
    lines: lines.map((line, index) => lineItem({ id: lineId(index + 1), ...line })),
    ...changes,
  });

describe('a part of the tip', () => {
  const tipped = (currentQuantity: number) =>
    of([{ quantity: 3, currentQuantity, total: eur(9_000) }], { tip: eur(100) });

  it('case 17: is counted on from the units that are gone, so that the parts make the tip', () => {
    const parts = [3, 2, 1].map((left) =>
      tipBack(tipped(left), units(1, 1), 'proportional', NOTHING),
    );
    expect(parts).toEqual([eur(33), eur(34), eur(33)]);
  });

  it('is nothing of goods that cost nothing', () => {
    expect(
      tipBack(of([{ total: eur(0) }], { tip: eur(100) }), units(1, 1), 'proportional', NOTHING),
    ).toEqual(eur(0));
  });
});

describe('a part of the shipping', () => {
  const shipping = [{ title: 'Standard', price: eur(500), taxes: [eur(50), eur(45)] }];
  const facts = of([{ total: eur(6_000) }, { total: eur(4_000) }], { shipping });

  it('case 15: follows what the goods cost that are shipped, with its part of the taxes', () => {
    expect(shippingBack(facts, units(2, 1), 'proportional')).toEqual({
      amount: eur(200),
      tax: eur(38),
    });
  });

  it('case 15: goes with shipped goods only', () => {
    const digital = of([{ total: eur(6_000) }, { total: eur(4_000), requiresShipping: false }], {
      shipping,
    });
    expect(shippingBack(digital, units(2, 1), 'proportional').amount).toEqual(eur(0));
    expect(shippingBack(digital, units(1, 1), 'keep').amount).toEqual(eur(500));
  });

  it('case 17: is counted on from the units that are gone', () => {
    // The three units cost 33, 34 and 33: of the two that are left the first costs 34 of 67.
    const third = of([{ quantity: 3, currentQuantity: 2, total: eur(100) }], {
      shipping: [{ title: 'Standard', price: eur(6_700), taxes: [] }],
    });
    expect(shippingBack(third, units(1, 1), 'proportional').amount).toEqual(eur(3_400));
  });

  it('case 15: is none for goods that are not shipped, also once no others are left', () => {
    const gone = of([{ currentQuantity: 0 }, { quantity: 2, requiresShipping: false }], {
      shipping,
    });
    expect(shippingBack(gone, units(2, 1), 'proportional')).toEqual({
      amount: eur(0),
      tax: eur(0),
    });
  });

  it('case 15: stays with units that were sent, also when they came back since', () => {
    const returned: OrderFacts = {
      ...of([{ quantity: 2, currentQuantity: 1, total: eur(6_000) }], { shipping }),
      shipments: [{ stage: 'fulfilled' }],
      refunds: [
        {
          id: 'gid://shopify/Refund/1' as RefundId,
          createdAt: 0,
          note: null,
          total: { presentment: eur(3_000), shop: eur(3_000) },
          lines: [{ lineItemId: lineId(1), quantity: 1, restockType: 'RETURN' }],
          shipping: { amount: eur(0), tax: eur(0) },
          duties: [],
          transactionIds: [],
        },
      ],
    };
    expect(shippingBack(returned, units(1, 1), 'proportional').amount).toEqual(eur(250));
    expect(shippingBack(returned, units(1, 1), 'keep').amount).toEqual(eur(0));
  });

  it('case 10: is only what no refund gave back', () => {
    const refunded = {
      ...facts,
      refunds: [
        {
          id: 'gid://shopify/Refund/1' as RefundId,
          createdAt: 0,
          note: null,
          total: { presentment: eur(200), shop: eur(200) },
          lines: [],
          shipping: { amount: eur(200), tax: eur(38) },
          duties: [],
          transactionIds: [],
        },
      ],
    };
    expect(shippingLeft(refunded)).toEqual({ amount: eur(300), tax: eur(57) });
  });
});
