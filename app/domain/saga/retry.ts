import { HOUR, MINUTE, SECOND } from '../time.ts';
import type { Problem } from './problem.ts';

/**
 * The one table of what is tried again, how soon and how often. Delays are in milliseconds and double with
 * each failure in a row up to the longest; after `attempts` failures a person is asked.
 */
const RETRIES: Readonly<
  Record<Problem['kind'], { first: number; longest: number; attempts: number } | 'ask_a_person'>
> = {
  // The platform's own "no" does not change by asking again.
  refused: 'ask_a_person',
  throttled: { first: SECOND, longest: MINUTE, attempts: 200 },
  unavailable: { first: SECOND, longest: 10 * MINUTE, attempts: 30 },
  timeout: { first: 2 * SECOND, longest: 10 * MINUTE, attempts: 30 },
  // An expired or revoked token: a new one comes when the merchant opens the app, or by refresh.
  unauthorized: { first: 10 * SECOND, longest: HOUR, attempts: 12 },
  // Frozen, unpaid or locked: it goes on by itself once the shop is back.
  shop_gone: { first: MINUTE, longest: HOUR, attempts: 12 },
  malformed: { first: 5 * SECOND, longest: 10 * MINUTE, attempts: 6 },
  mail_failed: { first: 10 * SECOND, longest: HOUR, attempts: 12 },
};

/** Milliseconds until the next attempt after `failures` in a row (1 = the first), or `ask_a_person`. */
export function retryDelay(kind: Problem['kind'], failures: number): number | 'ask_a_person' {
  const rule = RETRIES[kind];
  if (rule === 'ask_a_person' || failures >= rule.attempts) return 'ask_a_person';
  return Math.min(rule.longest, rule.first * 2 ** Math.min(failures - 1, 30));
}
