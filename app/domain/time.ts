/** An instant: milliseconds since 1970-01-01T00:00:00Z. The only form of time in the domain. */
export type EpochMs = number;

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
