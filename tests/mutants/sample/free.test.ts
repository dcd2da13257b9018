import { expect, it } from 'vitest';

import { isFree } from './free.ts';

it('an amount is asked for or owed', () => {
  expect(isFree(1)).toBe(false);
  expect(isFree(-1)).toBe(true);
});
