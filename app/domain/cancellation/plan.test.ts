import { expect, it } from 'vitest';

import { isMarkedBy, markedNote } from './plan.ts';

const KEY = '0a2b4c6d-0000-4000-8000-000000000001';

it('leaves a note with its mark behind it, in 255 characters', () => {
  expect(markedNote('', KEY)).toBe(`[unorder ${KEY}]`);
  expect(markedNote(' The customer rang. ', KEY)).toBe(`The customer rang. [unorder ${KEY}]`);
  const long = markedNote('a'.repeat(300), KEY);
  expect(long).toHaveLength(255);
  expect(isMarkedBy(long, KEY)).toBe(true);
});

it.each(['🎁', '👩‍👩‍👧‍👦', '🇩🇪'])('case 69: a note of many %s is never cut through one', (emoji) => {
  for (const before of ['', 'x', 'xx', 'xxx']) {
    const note = markedNote(before + emoji.repeat(150), KEY);
    expect(note.length).toBeLessThanOrEqual(255);
    const words = note.slice(before.length, note.indexOf(' [unorder'));
    expect(words).toBe(emoji.repeat(words.length / emoji.length));
  }
});
