import type { EpochMs } from '../../domain/time.ts';

/** Date and time in a time zone: "Nov 22, 2026, 5:40 AM". Without a zone: the reader's own. */
export function dateAndTime(at: EpochMs, locale: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(at);
}

/** A day in a time zone: "Nov 22, 2026". */
export const dayText = (at: EpochMs, locale: string, timeZone: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(at);
