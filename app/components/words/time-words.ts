import type { Messages } from '../../messages/message-types.ts';
import { type EpochMs, DAY, HOUR, MINUTE } from '../../domain/time.ts';

/** How long ago an instant was, in the words of a list: "just now", "5 minutes ago", "3 days ago". */
export function timeAgo(at: EpochMs, now: EpochMs, { t, locale }: Messages<'staff'>): string {
  const elapsed = now - at;
  if (elapsed < MINUTE) return t('time.justNow');
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (elapsed < HOUR) return words.format(-Math.floor(elapsed / MINUTE), 'minute');
  if (elapsed < DAY) return words.format(-Math.floor(elapsed / HOUR), 'hour');
  return words.format(-Math.floor(elapsed / DAY), 'day');
}

/** Date and time in a time zone: "Nov 22, 2026, 5:40 AM". Without a zone: the reader's own. */
export function dateAndTime(at: EpochMs, locale: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(at);
}
