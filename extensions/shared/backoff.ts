/** How often to look: the first pause, its growth with every look that found nothing new, its limit. */
export interface Backoff {
  /** Milliseconds. */
  readonly first: number;
  readonly growth: number;
  /** Milliseconds. */
  readonly limit: number;
}

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;

/** While the app is at work on it and a person watches. */
export const WORKING: Backoff = { first: SECOND, growth: 1.25, limit: 10 * SECOND };

/** While it is a person’s turn, or a bank’s. */
export const WAITING_FOR_A_PERSON: Backoff = { first: 10 * SECOND, growth: 1.5, limit: 5 * MINUTE };

/** While nothing was asked for yet: it may be, elsewhere on the page or by somebody else. */
export const QUIET: Backoff = { first: 4 * SECOND, growth: 1.4, limit: 2 * MINUTE };

/** The same on staff's pages, of which few are open: Shopify lets no other extension tell them anything. */
export const QUIET_FOR_STAFF: Backoff = { first: 4 * SECOND, growth: 1.4, limit: 15 * SECOND };

/** While somebody is at the window that was opened from here, and may ask for something. */
export const WINDOW_OPEN: Backoff = { first: 1.5 * SECOND, growth: 1.04, limit: 10 * SECOND };

/** @param looks how many looks in a row found nothing new */
export function pauseBefore(backoff: Backoff, looks: number): number {
  return Math.round(Math.min(backoff.limit, backoff.first * backoff.growth ** looks));
}
