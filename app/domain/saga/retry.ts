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

/** The same for a problem: a mail that was refused for good is not sent again by itself. */
export const retryAfter = (problem: Problem, failures: number): number | 'ask_a_person' =>
  isRefusedForGood(problem) ? 'ask_a_person' : retryDelay(problem.kind, failures);

/**
 * A mail server's 5xx is its last word on a mail ("no such mailbox"); a 4xx asks to come again. The codes
 * about signing in are about the app's own settings: once these are put right, the same mail goes out.
 * Sources: https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1 https://www.rfc-editor.org/rfc/rfc4954#section-6
 */
const isRefusedForGood = ({ kind, code }: Problem): boolean =>
  kind === 'mail_failed' &&
  code !== null &&
  /^SMTP_5\d\d$/.test(code) &&
  !ABOUT_SIGNING_IN.includes(code);

const ABOUT_SIGNING_IN: readonly string[] = ['SMTP_530', 'SMTP_534', 'SMTP_535', 'SMTP_538'];
