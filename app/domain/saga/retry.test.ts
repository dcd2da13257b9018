import { describe, expect, it } from 'vitest';

import { HOUR, MINUTE, SECOND } from '../time.ts';
import type { Problem } from './problem.ts';
import { retryDelay } from './retry.ts';

describe('what is tried again', () => {
  it.each<[Problem['kind'], first: number, second: number, longest: number, attempts: number]>([
    ['throttled', SECOND, 2 * SECOND, MINUTE, 200],
    ['unavailable', SECOND, 2 * SECOND, 10 * MINUTE, 30],
    ['timeout', 2 * SECOND, 4 * SECOND, 10 * MINUTE, 30],
    ['unauthorized', 10 * SECOND, 20 * SECOND, HOUR, 12],
    ['shop_gone', MINUTE, 2 * MINUTE, HOUR, 12],
    ['malformed', 5 * SECOND, 10 * SECOND, 10 * MINUTE, 6],
    ['mail_failed', 10 * SECOND, 20 * SECOND, HOUR, 12],
  ])(
    'after %s first in %i ms, then in %i, at most in %i, until failure %i: then a person',
    (kind, first, second, longest, attempts) => {
      expect(retryDelay(kind, 1)).toBe(first);
      expect(retryDelay(kind, 2)).toBe(second);
      const delays = Array.from({ length: attempts - 1 }, (_, index) =>
        retryDelay(kind, index + 1),
      );
      expect(delays.every((delay) => typeof delay === 'number' && delay <= longest)).toBe(true);
      expect(delays).toEqual(delays.toSorted((a, b) => Number(a) - Number(b)));
      expect(retryDelay(kind, attempts)).toBe('ask_a_person');
    },
  );

  it.each([
    ['throttled', 7, MINUTE],
    ['unavailable', 11, 10 * MINUTE],
    ['unauthorized', 10, HOUR],
    ['throttled', 199, MINUTE],
  ] as const)('waits no longer than that however often (%s, failure %i)', (kind, n, delay) => {
    expect(retryDelay(kind, n)).toBe(delay);
  });

  it('is never what the platform refused', () => {
    expect(retryDelay('refused', 1)).toBe('ask_a_person');
  });
});
