import { describe, expect, it } from 'vitest';

import { boots, socks } from '../../../../tests/support/pages/staff-views.ts';
import {
  type Choosable,
  choosables,
  chosenOf,
  selectionOf,
  withAllOf,
  withChosen,
} from './chosen-units.ts';

const bundle = { key: 'gid://shopify/LineItemGroup/1', title: 'Tea set' };
const cup = {
  ...boots,
  id: '21',
  title: 'Cup',
  cancellable: 8,
  bundle: { ...bundle, unitsEach: 4 },
};
const pot = {
  ...boots,
  id: '22',
  title: 'Pot',
  cancellable: 2,
  bundle: { ...bundle, unitsEach: 1 },
};
const lines = [socks, cup, boots, pot];

const [, teaSet] = choosables(lines);
if (!teaSet) throw new Error('No bundle among the lines');
const setOf = (made: readonly Choosable[]) => made.find((item) => item.bundleTitle !== null);

describe('case 41: the components of a bundle', () => {
  it('are chosen as one, where the first of them stands', () => {
    expect(choosables(lines).map(({ bundleTitle, most }) => [bundleTitle, most])).toEqual([
      [null, 3],
      ['Tea set', 2],
      [null, 1],
    ]);
  });

  it('come in whole bundles', () => {
    expect(withChosen(teaSet, {}, 1)).toEqual({ '21': 4, '22': 1 });
    expect(chosenOf(teaSet, { '21': 8, '22': 1 })).toBe(1);
  });

  it('cannot be chosen when one of them was sent', () => {
    expect(setOf(choosables([cup, { ...pot, cancellable: 0 }]))?.most).toBe(0);
  });

  it('all go when one of them has to', () => {
    expect(withAllOf(lines, { [socks.id]: 1 }, ['22'])).toEqual({ '12': 1, '21': 8, '22': 2 });
  });
});

describe('the chosen units', () => {
  it('are never less than none nor more than there are', () => {
    expect(withChosen(teaSet, {}, -1)).toEqual({ '21': 0, '22': 0 });
    expect(withChosen(teaSet, {}, 3)).toEqual({ '21': 8, '22': 2 });
  });

  it('are nothing to ask about while there are none', () => {
    expect(selectionOf('lines', { '12': 0 })).toBeNull();
  });

  it('are sent without the lines that keep all their units', () => {
    expect(selectionOf('lines', { '11': 0, '12': 2 })).toEqual({
      kind: 'lines',
      lines: [{ id: '12', quantity: 2 }],
    });
  });
});
