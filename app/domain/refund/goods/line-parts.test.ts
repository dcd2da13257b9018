import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eur, lineItem, order } from '../../../../tests/support/facts/order-facts.ts';
import type { DutyId, LineItemId, RefundId } from '../../ids.ts';
import { money, sum } from '../../money.ts';
import type { LineItemFacts, OrderFacts, RefundFacts } from '../../order/facts.ts';
import { hasDutiesLeft, lineWorth, plannedLine } from './line-parts.ts';
import type { PlannedLine } from '../plan/refund-plan.ts';

const restock = { byDefault: true, neverTags: [] };
const duty = 'gid://shopify/Duty/1' as DutyId;

function take(
  facts: OrderFacts,
  quantity: number,
  duties: 'proportional' | 'keep' = 'proportional',
) {
  const [line] = facts.lines;
  if (!line) throw new Error('the order has a line');
  return plannedLine(facts, line, quantity, duties, restock);
}

const dutyRefund = (amount: number, units: number): RefundFacts => ({
  id: 'gid://shopify/Refund/1' as RefundId,
  createdAt: 0,
  note: null,
  total: { presentment: eur(0), shop: eur(0) },
  lines: [
    {
      lineItemId: 'gid://shopify/LineItem/1' as LineItemId,
      quantity: units,
      restockType: 'CANCEL',
    },
  ],
  shipping: { amount: eur(0), tax: eur(0) },
  duties: [{ id: duty, amount: eur(amount) }],
  transactionIds: [],
});

describe('the worth of units of a line', () => {
  it('case 18: is what they really cost, less their share of every discount', () => {
    const line = lineItem({
      quantity: 3,
      total: eur(9_000),
      discounts: [
        { index: 0, title: 'TEN', amount: eur(1_000), targetSelection: 'ALL' },
        { index: 1, title: 'Line offer', amount: eur(500), targetSelection: 'EXPLICIT' },
      ],
    });
    expect(take(order({ lines: [line] }), 2)).toMatchObject({
      gross: eur(7_000),
      discount: eur(1_000),
      goods: eur(6_000),
      remaining: 1,
    });
  });

  it('case 17: leaves no minor unit behind when a line goes in parts, in any currency', () => {
    const lines = fc.record({
      code: fc.constantFrom('EUR', 'JPY', 'KWD'),
      quantity: fc.integer({ min: 1, max: 9 }),
      total: fc.nat(1_000_000),
      discount: fc.nat(10_000),
      taxes: fc.array(fc.nat(50_000), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(lines, fc.array(fc.integer({ min: 1, max: 3 })), (generated, cuts) => {
        const { code, quantity, taxes } = generated;
        let line = lineItem({
          quantity,
          total: money(generated.total, code),
          discounts: [
            {
              index: 0,
              title: 'ODD',
              amount: money(generated.discount, code),
              targetSelection: 'ALL',
            },
          ],
          taxes: taxes.map((tax) => money(tax, code)),
        });
        const parts: PlannedLine[] = [];
        for (const cut of [...cuts, quantity]) {
          const units = Math.min(cut, line.currentQuantity);
          if (units === 0) continue;
          const facts = order({ presentmentCurrencyCode: code, lines: [line] });
          parts.push(take(facts, units));
          line = { ...line, currentQuantity: line.currentQuantity - units };
        }
        const total = (of: (part: PlannedLine) => ReturnType<typeof money>) =>
          sum(parts.map(of), code).minor;
        expect(total((part) => part.goods)).toBe(generated.total);
        expect(total((part) => part.discount)).toBe(generated.discount);
        expect(total((part) => part.tax)).toBe(taxes.reduce((a, b) => a + b, 0));
      }),
    );
  });

  it('case 42: counts units that are gone as the first ones', () => {
    const line = lineItem({ quantity: 3, currentQuantity: 1, total: eur(100) });
    expect(take(order({ lines: [line] }), 1).goods).toEqual(eur(33));
    expect(take(order({ lines: [{ ...line, currentQuantity: 3 }] }), 1).goods).toEqual(eur(33));
    expect(take(order({ lines: [{ ...line, currentQuantity: 2 }] }), 1).goods).toEqual(eur(34));
  });

  it.each([
    [true, 10_000],
    [false, 11_900],
  ])('case 21: has its taxes inside or on top as the prices do (inside: %s)', (included, worth) => {
    const line = lineItem({ taxes: [eur(1_000), eur(900)] });
    const facts = order({ lines: [line], taxesIncluded: included });
    expect(lineWorth(take(facts, 1), facts)).toEqual(eur(worth));
  });
});

describe('the stock of units of a line', () => {
  it('case 37: is counted only where units can go back on the shelf', () => {
    const line = lineItem();
    expect(take(order({ lines: [line] }), 1).inventoryItemId).toBe(line.inventoryItemId);
    const written = lineItem({ isRestockable: false });
    expect(take(order({ lines: [written] }), 1).inventoryItemId).toBeNull();
  });
});

describe('the duties of units of a line', () => {
  const line: LineItemFacts = lineItem({
    quantity: 3,
    total: eur(9_000),
    duties: [{ id: duty, amount: eur(1_000), tax: eur(190) }],
  });

  it('case 15: go back in proportion, with the tax on them on top', () => {
    const facts = order({ lines: [line] });
    const taken = take(facts, 1);
    expect(taken.duties).toEqual([{ id: duty, amount: eur(333), tax: eur(63) }]);
    expect(lineWorth(taken, facts)).toEqual(eur(3_000 + 333 + 63));
  });

  it('case 15: stay where the policy keeps them', () => {
    expect(take(order({ lines: [line] }), 1, 'keep').duties).toEqual([]);
  });

  it('case 15: go back as far as no refund has given them back, with a whole order', () => {
    const rest = { ...line, currentQuantity: 2 };
    const facts = order({ lines: [rest], refunds: [dutyRefund(333, 1)] });
    expect(plannedLine(facts, rest, 2, 'whatever_is_left', restock).duties).toEqual([
      { id: duty, amount: eur(667), tax: eur(127) },
    ]);
  });

  it('never go back twice', () => {
    const facts = order({ lines: [line], refunds: [dutyRefund(1_000, 0)] });
    expect(take(facts, 3).duties).toEqual([{ id: duty, amount: eur(0), tax: eur(0) }]);
  });

  /** What of the duties of five units, of 5.00 and some tax on it, is left to give back. */
  function leftOf(tax: number, currentQuantity: number, ...refunds: readonly RefundFacts[]) {
    const five = lineItem({
      quantity: 5,
      currentQuantity,
      duties: [{ id: duty, amount: eur(500), tax: eur(tax) }],
    });
    const rest = order({ lines: [five], refunds });
    return plannedLine(rest, five, currentQuantity, 'whatever_is_left', restock).duties[0];
  }

  it('case 15: have lost their tax unit by unit, however many refunds gave them back', () => {
    // Of 6 cents the units carry 1, 1, 2, 1 and 1.
    expect(leftOf(6, 2, dutyRefund(200, 2), dutyRefund(100, 1))).toMatchObject({
      amount: eur(200),
      tax: eur(2),
    });
  });

  it('case 15: are left with the better tax for the customer where an edit took units too', () => {
    // Of 9 cents the units carry 2, 2, 1, 2 and 2: was it the first unit that was refunded, or the third?
    expect(leftOf(9, 2, dutyRefund(100, 1))).toMatchObject({ amount: eur(400), tax: eur(8) });
    expect(leftOf(9, 4, dutyRefund(100, 1))).toMatchObject({ amount: eur(400), tax: eur(7) });
  });

  it('case 15: lose nothing to what was refunded of other lines, or of other duties', () => {
    const other = 'gid://shopify/Duty/2' as DutyId;
    const back = dutyRefund(100, 1);
    const [unit] = back.lines;
    if (!unit) throw new Error('the refund has a line');
    const more = {
      ...back,
      lines: [{ ...unit, lineItemId: 'gid://shopify/LineItem/2' as LineItemId, quantity: 4 }, unit],
      duties: [{ id: other, amount: eur(77) }, ...back.duties],
    };
    expect(leftOf(6, 4, more)).toMatchObject({ amount: eur(400), tax: eur(5) });
    expect(leftOf(6, 3, more, back)).toMatchObject({ amount: eur(300), tax: eur(4) });
    // The third unit carries 2 cents, whatever left of another line with it.
    expect(leftOf(6, 2, dutyRefund(200, 2), more)).toMatchObject({ amount: eur(200), tax: eur(2) });
  });

  it.each([
    ['nothing is left of any', [1_000, 190], [500, 95], [1_000, 500], false],
    ['one of two is left', [1_000, 190], [500, 95], [1_000], true],
    ['only tax was charged', [0, 190], [0, 0], [], true],
    ['nothing was charged', [0, 0], [0, 0], [], false],
  ])(
    'case 15: are there to give back after the last unit left: %s',
    (_what, first, second, back, left) => {
      const charged = [first, second].map(([amount = 0, tax = 0], index) => ({
        id: `gid://shopify/Duty/${index + 1}` as DutyId,
        amount: eur(amount),
        tax: eur(tax),
      }));
      const gone = lineItem({ quantity: 1, currentQuantity: 0, duties: charged });
      const refund = {
        ...dutyRefund(0, 1),
        duties: back.map((amount, index) => ({
          id: `gid://shopify/Duty/${index + 1}` as DutyId,
          amount: eur(amount),
        })),
      };
      expect(hasDutiesLeft(order({ lines: [gone], refunds: [refund] }), gone)).toBe(left);
    },
  );
});
