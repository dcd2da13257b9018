import { describe, expect, it } from 'vitest';

import { type Press, READING_MS, isDeliberate } from './deliberate-press.ts';

const SHOWN_AT = 10_000;
const press = (given: Partial<Press> = {}): Press => ({
  began: SHOWN_AT + READING_MS,
  isRepeat: false,
  count: 1,
  ...given,
});

describe('case 77: a press', () => {
  it('counts once what it does could be read', () => {
    expect(isDeliberate(press(), SHOWN_AT)).toBe(true);
    expect(isDeliberate(press({ began: SHOWN_AT + READING_MS - 1 }), SHOWN_AT)).toBe(false);
  });

  it('counts when assistive technology makes it, which clicks without a count', () => {
    expect(isDeliberate(press({ count: 0 }), SHOWN_AT)).toBe(true);
  });

  it('does not count while what it does is not shown', () => {
    expect(isDeliberate(press(), null)).toBe(false);
  });

  it('does not count as a key that is held down, however long', () => {
    expect(isDeliberate(press({ began: SHOWN_AT + 60_000, isRepeat: true }), SHOWN_AT)).toBe(false);
  });

  it('does not count as the rest of a slow double click', () => {
    expect(isDeliberate(press({ began: SHOWN_AT + 900, count: 2 }), SHOWN_AT)).toBe(false);
  });
});
