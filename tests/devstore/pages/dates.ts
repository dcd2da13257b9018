import type { EpochMs } from '../world/model.ts';

/** `Nov 22 at 6:41 am` in the shop's time zone, with the year when it is not the present one. */
export function dateTimeText(at: EpochMs, now: EpochMs, timeZone: string): string {
  const time = new Intl.DateTimeFormat('en-US', { timeZone, timeStyle: 'short' })
    .format(at)
    .toLowerCase();
  return `${dateText(at, now, timeZone)} at ${time}`;
}

export function dateText(at: EpochMs, now: EpochMs, timeZone: string): string {
  const year = (moment: EpochMs): string =>
    new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric' }).format(moment);
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    month: 'short',
    day: 'numeric',
    ...(year(at) === year(now) ? {} : { year: 'numeric' }),
  }).format(at);
}
