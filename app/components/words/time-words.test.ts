import { expect, it } from 'vitest';

import { messagesIn } from '../../messages/messages.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../domain/time.ts';
import { timeAgo } from './time-words.ts';

it.each([
  [30 * SECOND, 'just now'],
  [-5 * SECOND, 'just now'],
  [5 * MINUTE, '5 minutes ago'],
  [3 * HOUR, '3 hours ago'],
  [30 * HOUR, 'yesterday'],
  [5 * DAY, '5 days ago'],
])('says %d ms ago as %j', (elapsed, words) => {
  expect(timeAgo(1_000_000, 1_000_000 + elapsed, messagesIn('en', 'staff'))).toBe(words);
});
