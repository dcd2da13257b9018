import { expect, it } from 'vitest';

import { dateAndTime } from './dates.ts';

it('says an instant in the given time zone', () => {
  expect(dateAndTime(Date.UTC(2026, 10, 22, 5, 40), 'en', 'Europe/Berlin')).toMatch(
    /^Nov 22, 2026, 6:40\sAM$/,
  );
});
