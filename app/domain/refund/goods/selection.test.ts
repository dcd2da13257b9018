import { describe, expect, it } from 'vitest';
import { lineItem, order } from '../../../../tests/support/order-facts.ts';
import type { LineItemId } from '../../ids.ts';
import type { LineItemFacts, OrderFacts } from '../../order/facts.ts';
import { type Selection, checked, normalised, selectedUnits } from './selection.ts';

const lineId = (number: number) => `gid://shopify/LineItem/${number}` as LineItemId;
const units = (...pairs: readonly (readonly [number, number])[]): Selection => ({
  kind: 'lines',
  lines: pairs.map(([line, quantity]) => ({ lineItemId: lineId(line), quantity })),
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
    expect(normalised(units([2, 1], [1, 3]), threeAndOne())).toEqual({
      ok: true,
      value: { kind: 'order' },
    });
    const two = threeAndOne({ currentQuantity: 2 });
    expect(normalised(units([1, 2], [2, 1]), two)).toMatchObject({ value: { kind: 'order' } });
    expect(normalised({ kind: 'order' }, two)).toMatchObject({ value: { kind: 'order' } });
  });

  it('is a part when it is not every unit, its lines in the order’s order', () => {
    const expected = { ok: true, value: units([1, 2], [2, 1]) };
    expect(normalised(units([2, 1], [1, 2]), threeAndOne())).toEqual(expected);
    expect(normalised(units([1, 3]), threeAndOne())).toEqual({ ok: true, value: units([1, 3]) });
  });

  it('case 65: stays a part of an order of which anything was sent, also when it is all that is left', () => {
    const facts = threeAndOne({ currentQuantity: 2 }, { hasFulfillments: true });
    expect(normalised(units([1, 2], [2, 1]), facts)).toEqual({
      ok: true,
      value: units([1, 2], [2, 1]),
    });
  });

  it('case 65: stays a part once it was made, whatever else leaves the order', () => {
    const facts = threeAndOne({ currentQuantity: 2 });
    expect(checked(units([1, 2], [2, 1]), facts)).toMatchObject({ value: { kind: 'lines' } });
    expect(checked({ kind: 'order' }, facts)).toEqual({ ok: true, value: { kind: 'order' } });
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

  it('takes of a whole order all that is left', () => {
    const facts = threeAndOne({ currentQuantity: 2 });
    expect(selectedUnits({ kind: 'order' }, facts)).toEqual([
      { lineItemId: lineId(1), quantity: 2 },
      { lineItemId: lineId(2), quantity: 1 },
    ]);
    expect(selectedUnits({ kind: 'order' }, threeAndOne({ currentQuantity: 0 }))).toEqual([
      { lineItemId: lineId(2), quantity: 1 },
    ]);
  });
});
