import { describe, expect, it } from 'vitest';

import { eur } from '../../../../tests/support/facts/order-facts.ts';
import { lineId, lines, paid } from '../../../../tests/support/facts/refund-plans.ts';
import type { LineItemFacts } from '../../order/facts.ts';
import { freeItemsLeft } from './free-items.ts';
import { checked } from './selection.ts';

const gift = (quantity = 1): Partial<LineItemFacts> => ({
  quantity,
  total: eur(0),
  discounts: [{ index: 0, title: 'GIFT', amount: eur(900), targetSelection: 'ENTITLED' }],
});

/** The lines of the free items that somebody has to be asked about. */
function askedAbout(ordered: readonly Partial<LineItemFacts>[], ...taken: readonly number[]) {
  const facts = paid(ordered);
  const selection = checked(lines(...taken), facts);
  if (!selection.ok) throw new Error('The order has these units');
  return freeItemsLeft(facts, selection.value.units);
}

describe('free items that would stay', () => {
  it.each<[string, readonly Partial<LineItemFacts>[], readonly number[], readonly number[]]>([
    ['one whose paid item goes', [{}, gift()], [1], [2]],
    ['each of several', [{}, gift(), gift()], [1], [2, 3]],
    ['none where only a free item goes', [{}, gift(), gift()], [0, 1], []],
    ['none where it goes too', [{}, gift()], [1, 1], []],
    ['none where all of it goes, though some paid item stays', [{}, gift(2), {}], [1, 2], []],
    ['none of which some go, while a paid item stays', [{}, gift(2), {}], [1, 1], []],
    ['the units left of it, once no paid item stays', [{}, gift(2)], [1, 1], [2]],
    ['none of what has left the order before', [{}, { ...gift(), currentQuantity: 0 }], [1], []],
  ])('case 20: are asked about: %s', (_what, ordered, taken, asked) => {
    expect(askedAbout(ordered, ...taken)).toEqual(asked.map(lineId));
  });

  it.each<[string, Partial<LineItemFacts>]>([
    ['costs nothing in the first place', { discounts: [] }],
    [
      'has a discount of nothing',
      { discounts: [{ index: 0, title: 'GIFT', amount: eur(0), targetSelection: 'ENTITLED' }] },
    ],
    [
      'is free as all of the order is',
      { discounts: [{ index: 0, title: 'FREE', amount: eur(900), targetSelection: 'ALL' }] },
    ],
  ])('case 20: are not what %s', (_why, changes) => {
    expect(askedAbout([{}, { total: eur(0), ...changes }], 1)).toEqual([]);
  });
});
