import { expect, test } from 'vitest';

import { isWellFormed, wellFormed } from './well-formed.ts';

test.each([
  'a\u0000b',
  '\uD83D',
  '\uDE00x',
  { comment: 'x\u0000' },
  { 'na\u0000me': 1 },
  { lines: [{ id: '\uDC00' }] },
  [['\u0000']],
])('case 69: %j is refused', (value) => {
  expect(isWellFormed(value)).toBe(false);
});

test('nesting without end is refused, and cut off', () => {
  let deep: unknown = 'x';
  for (let level = 0; level < 50_000; level += 1) deep = [deep];
  expect(isWellFormed(deep)).toBe(false);
  expect(JSON.stringify(wellFormed(deep)).length).toBeLessThan(1_000);
});

test.each(['', '😀', '\u200D', '\uFFFF', { a: [null, 1, true, '👩‍👩‍👧'] }, null, undefined])(
  'case 69: %j is taken',
  (value) => {
    expect(isWellFormed(value)).toBe(true);
  },
);

test('case 69: what cannot be refused is told without what cannot be kept', () => {
  const order = { id: 1, name: 'a\u0000b\uD83D😀', lines: [{ title: '\u0000' }, null] };
  expect(wellFormed(order)).toEqual({
    id: 1,
    name: 'a\uFFFDb\uFFFD😀',
    lines: [{ title: '\uFFFD' }, null],
  });
});
