import fc from 'fast-check';
import { expect, it } from 'vitest';

import { beginningOf, folded } from './text.ts';

it.each([
  ['SUMMER', 'summer', true],
  [' Summer ', 'summer', true],
  ['Été', 'ÉTÉ', true],
  ['summer', 'sum mer', false],
])('%j and %j name the same tag: %s', (one, other, same) => {
  expect(folded(one) === folded(other)).toBe(same);
});

it.each([
  ['short', 10, 'short'],
  ['exactly10!', 10, 'exactly10!'],
  ['one too long', 11, 'one too lon'],
  ['case 69: 🎁', 10, 'case 69: '],
  ['case 69: 🎁', 11, 'case 69: 🎁'],
  ['family 👩‍👩‍👧‍👦', 12, 'family '],
  ['e\u0301e\u0301', 3, 'e\u0301'],
  ['🎁', 1, ''],
])('cuts %j at %i to %j', (text, most, expected) => {
  expect(beginningOf(text, most)).toBe(expected);
});

it('is a well-formed beginning that is short enough, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.nat(45), (text, most) => {
      const cut = beginningOf(text, most);
      expect(cut.length).toBeLessThanOrEqual(most);
      expect(text.startsWith(cut)).toBe(true);
      expect(cut.isWellFormed()).toBe(text.isWellFormed() || cut.isWellFormed());
    }),
  );
});
