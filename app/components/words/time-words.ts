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
