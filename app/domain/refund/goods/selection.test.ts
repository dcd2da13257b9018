import { describe, expect, it } from 'vitest';
import { lineItem, order } from '../../../../tests/support/facts/order-facts.ts';
import type { LineItemId } from '../../ids.ts';
import type { LineItemFacts, OrderFacts } from '../../order/facts.ts';
import { type Selection, asAsked, checked, normalised, wholeOrder } from './selection.ts';

const lineId = (number: number) => `gid://shopify/LineItem/${number}` as LineItemId;
type UnitsOfLine = readonly [line: number, quantity: number];
const taken = (...pairs: readonly UnitsOfLine[]) =>
  pairs.map(([line, quantity]) => ({ lineItemId: lineId(line), quantity }));
const units = (...pairs: readonly UnitsOfLine[]): Selection => ({
  kind: 'lines',
  lines: taken(...pairs),
});
const threeAndOne = (first: Partial<LineItemFacts> = {}, changes: Partial<OrderFacts> = {}) =>
  order({
    lines: [lineItem({ id: lineId(1), quantity: 3, ...first }), lineItem({ id: lineId(2) })],
    ...changes,
  });
const refusals = (selection: Selection, facts = threeAndOne()) => {
  const result = checked(selection, facts);
  return result.ok ? [] : result.error;
};

describe('a request in its one form', () => {
  it('is the whole order when it is every unit', () => {
    const whole = normalised(units([2, 1], [1, 3]), threeAndOne());
    expect(whole).toEqual({ ok: true, value: { kind: 'order', units: taken([1, 3], [2, 1]) } });
    const two = threeAndOne({ currentQuantity: 2 });
    expect(normalised(units([1, 2], [2, 1]), two)).toMatchObject({ value: { kind: 'order' } });
    expect(normalised({ kind: 'order' }, two)).toMatchObject({ value: { kind: 'order' } });
  });

  it('is a part when it is not every unit, its lines in the order’s order', () => {
    const part = (...pairs: readonly UnitsOfLine[]) => ({
      ok: true,
      value: { ...units(...pairs), units: taken(...pairs) },
    });
    expect(normalised(units([2, 1], [1, 2]), threeAndOne())).toEqual(part([1, 2], [2, 1]));
    expect(normalised(units([1, 3]), threeAndOne())).toEqual(part([1, 3]));
  });

  it('case 65: stays a part of an order of which anything was sent, also when it is all that is left', () => {
    const facts = threeAndOne({ currentQuantity: 2 }, { shipments: [{ stage: 'fulfilled' }] });
    expect(normalised(units([1, 2], [2, 1]), facts)).toMatchObject({
      ok: true,
      value: units([1, 2], [2, 1]),
    });
  });

  it('case 65: stays a part once it was made, whatever else leaves the order', () => {
    const facts = threeAndOne({ currentQuantity: 2 });
    expect(checked(units([1, 2], [2, 1]), facts)).toMatchObject({ value: { kind: 'lines' } });
    expect(checked({ kind: 'order' }, facts)).toMatchObject({ value: { kind: 'order' } });
  });

  it('case 42: has no more units than can still be cancelled', () => {
    const facts = threeAndOne({ currentQuantity: 2, unfulfilledQuantity: 1 });
    expect(refusals(units([1, 2], [2, 2]), facts)).toEqual([
      { code: 'too_many_units', lineItemId: lineId(1), available: 1 },
      { code: 'too_many_units', lineItemId: lineId(2), available: 1 },
    ]);
    expect(refusals(units([1, 1]), facts)).toEqual([]);
  });

  it('is refused without units, with unknown lines, and with a line twice', () => {
    expect(refusals({ kind: 'lines', lines: [] })).toEqual([{ code: 'nothing_selected' }]);
    for (const malformed of [
      units([9, 1]),
      units([1, 1], [1, 1]),
      units([1, 0]),
      units([1, -1]),
      units([1, 1.5]),
    ]) {
      expect(refusals(malformed)).toEqual([{ code: 'selection_malformed' }]);
    }
  });

  it('is kept as it was asked for, without what it takes', () => {
    for (const selection of [units([2, 1], [1, 2]), { kind: 'order' }] as const) {
      const known = checked(selection, threeAndOne());
      if (!known.ok) throw new Error('The order has these units');
      expect(Object.keys(asAsked(known.value))).not.toContain('units');
      expect(checked(asAsked(known.value), threeAndOne())).toEqual(known);
    }
  });

  it('takes of a whole order all that is left', () => {
    const facts = threeAndOne({ currentQuantity: 2 });
    expect(wholeOrder(facts).units).toEqual([
      { lineItemId: lineId(1), quantity: 2 },
      { lineItemId: lineId(2), quantity: 1 },
    ]);
    expect(wholeOrder(threeAndOne({ currentQuantity: 0 })).units).toEqual([
      { lineItemId: lineId(2), quantity: 1 },
    ]);
  });
});
