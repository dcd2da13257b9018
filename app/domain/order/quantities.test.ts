import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLACED_AT, bag, eur, lineItem, order } from '../../../tests/support/facts/order-facts.ts';
import type { LineItemId, RefundId } from '../ids.ts';
import type { LineItemFacts, OrderFacts, RefundFacts, RestockType } from './facts.ts';
import {
  isAnythingSent,
  isEverythingSent,
  openUnits,
  quantitiesOf,
  sentUnits,
} from './quantities.ts';

const MUG = 'gid://shopify/LineItem/1' as LineItemId;
const BOWL = 'gid://shopify/LineItem/2' as LineItemId;

const refundOf = (
  restockType: RestockType,
  quantity: number,
  lineItemId: LineItemId = MUG,
): RefundFacts => ({
  id: 'gid://shopify/Refund/1' as RefundId,
  createdAt: PLACED_AT,
  note: null,
  total: bag(eur(0)),
  lines: [{ lineItemId, quantity, restockType }],
  shipping: { amount: eur(0), tax: eur(0) },
  duties: [],
  transactionIds: [],
});

const ofMugs = (line: Partial<LineItemFacts>, facts: Partial<OrderFacts> = {}) => {
  const mugs = lineItem({ id: MUG, ...line });
  return { mugs, facts: order({ lines: [mugs], ...facts }) };
};
const told = (line: Partial<LineItemFacts>, facts: Partial<OrderFacts> = {}) => {
  const made = ofMugs(line, facts);
  return quantitiesOf(made.facts, made.mugs);
};

describe('the units of a line', () => {
  it('are open until something happens to them', () => {
    expect(told({ quantity: 3 })).toEqual({
      ordered: 3,
      open: 3,
      sent: 0,
      returned: 0,
      refunded: 0,
      removed: 0,
    });
  });

  it('case 34: are sent once they are fulfilled', () => {
    expect(told({ quantity: 3, unfulfilledQuantity: 2 })).toMatchObject({ open: 2, sent: 1 });
  });

  it('case 65: are returned when they were refunded after they were sent', () => {
    const refunds = [refundOf('RETURN', 1)];
    expect(
      told({ quantity: 3, currentQuantity: 2, unfulfilledQuantity: 2 }, { refunds }),
    ).toMatchObject({ open: 2, sent: 0, returned: 1, refunded: 0, removed: 0 });
  });

  it.each([
    [true, { returned: 1, refunded: 0 }],
    [false, { returned: 0, refunded: 1 }],
  ])(
    'case 65: refunded without a word on stock they were sent if anything was (%s)',
    (isShipped, expected) => {
      const refunds = [refundOf('NO_RESTOCK', 1)];
      expect(
        told(
          { quantity: 3, currentQuantity: 2, unfulfilledQuantity: 2 },
          { refunds, shipments: isShipped ? [{ stage: 'fulfilled' }] : [] },
        ),
      ).toMatchObject({ open: 2, sent: 0, removed: 0, ...expected });
    },
  );

  it.each(['CANCEL', 'LEGACY_RESTOCK'] as const)(
    'case 42: are refunded when they were taken back before they were sent (%s)',
    (type) => {
      const refunds = [refundOf(type, 2), refundOf(type, 5, BOWL)];
      expect(
        told(
          { quantity: 3, currentQuantity: 1, unfulfilledQuantity: 1 },
          { refunds, shipments: [{ stage: 'fulfilled' }] },
        ),
      ).toMatchObject({ open: 1, refunded: 2, returned: 0, removed: 0 });
    },
  );

  it('case 42: are removed when they left the order without a refund', () => {
    expect(told({ quantity: 3, currentQuantity: 1, unfulfilledQuantity: 1 })).toMatchObject({
      open: 1,
      removed: 2,
      refunded: 0,
    });
  });

  it('are never more open than are on the order, and never fewer than none', () => {
    expect(openUnits(lineItem({ quantity: 3, currentQuantity: 1, unfulfilledQuantity: 2 }))).toBe(
      1,
    );
    expect(sentUnits(lineItem({ quantity: 3, currentQuantity: 1, unfulfilledQuantity: 2 }))).toBe(
      0,
    );
    expect(openUnits(lineItem({ quantity: 3, unfulfilledQuantity: -1 }))).toBe(0);
  });

  it('always make the units that were ordered', () => {
    const types = ['CANCEL', 'LEGACY_RESTOCK', 'NO_RESTOCK', 'RETURN'] as const;
    fc.assert(
      fc.property(
        fc.record({
          quantity: fc.integer({ min: 1, max: 9 }),
          current: fc.integer({ min: 0, max: 9 }),
          unfulfilled: fc.integer({ min: 0, max: 9 }),
          refunds: fc.array(
            fc.record({
              type: fc.constantFrom(...types),
              units: fc.integer({ min: 1, max: 4 }),
            }),
            { maxLength: 4 },
          ),
          isShipped: fc.boolean(),
        }),
        ({ quantity, current, unfulfilled, refunds, isShipped }) => {
          const { ordered, ...parts } = told(
            {
              quantity,
              currentQuantity: Math.min(current, quantity),
              unfulfilledQuantity: Math.min(unfulfilled, quantity),
            },
            {
              shipments: isShipped ? [{ stage: 'fulfilled' }] : [],
              refunds: refunds.map(({ type, units }) => refundOf(type, units)),
            },
          );
          expect(Object.values(parts).every((units) => units >= 0)).toBe(true);
          expect(Object.values(parts).reduce((all, units) => all + units, 0)).toBe(ordered);
        },
      ),
    );
  });
});

describe('whether anything was sent', () => {
  it('nothing was of an order that only waits', () => {
    expect(isAnythingSent(order())).toBe(false);
    expect(isEverythingSent(order())).toBe(false);
  });

  it.each([
    ['there is a fulfillment', { shipments: [{ stage: 'fulfilled' as const }] }],
    ['its status says so', { fulfillmentStatus: 'PARTIALLY_FULFILLED' as const }],
    ['its lines do', { lines: [lineItem({ quantity: 2, unfulfilledQuantity: 1 })] }],
    [
      'units came back',
      {
        lines: [lineItem({ quantity: 2, currentQuantity: 1, unfulfilledQuantity: 1 })],
        refunds: [refundOf('RETURN', 1)],
      },
    ],
  ])('something was where %s', (_where, facts) => {
    expect(isAnythingSent(order(facts))).toBe(true);
    expect(isEverythingSent(order(facts))).toBe(false);
  });

  it('nothing was where units left before they were sent', () => {
    const lines = [lineItem({ quantity: 2, currentQuantity: 1, unfulfilledQuantity: 1 })];
    expect(isAnythingSent(order({ lines, refunds: [refundOf('CANCEL', 1)] }))).toBe(false);
    expect(isAnythingSent(order({ lines, refunds: [refundOf('NO_RESTOCK', 1)] }))).toBe(false);
  });

  it('everything was once no unit is left to be sent', () => {
    expect(isEverythingSent(order({ fulfillmentStatus: 'FULFILLED' }))).toBe(true);
    const sentAndBack = lineItem({ currentQuantity: 0, unfulfilledQuantity: 0 });
    const gone = { lines: [sentAndBack], refunds: [refundOf('RETURN', 1)] };
    expect(isEverythingSent(order(gone))).toBe(true);
    expect(isEverythingSent(order({ lines: [sentAndBack] }))).toBe(false);
  });
});
