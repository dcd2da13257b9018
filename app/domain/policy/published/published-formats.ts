import { formatMoney, parseMoney } from '../../money.ts';
import { DAY, HOUR, MINUTE } from '../../time.ts';
import type { AmountsByCurrency } from '../document/policy.ts';
import type { Limits, PublishedWords } from '../published-words/words.ts';

/** Numbers, amounts, times and lists as a language writes them. */
export interface Formats {
  readonly and: (items: readonly string[]) => string;
  readonly or: (items: readonly string[]) => string;
  readonly country: (code: string) => string;
  readonly amounts: (amounts: AmountsByCurrency) => string;
  readonly percent: (percent: number) => string;
  readonly cancellations: (count: number) => string;
  readonly requests: (count: number) => string;
  readonly days: (days: number) => string;
  readonly duration: (minutes: number) => string;
  readonly time: (cutOff: string) => NonNullable<Limits['cutOff']>;
  readonly weekday: (isoWeekday: number) => string;
  readonly date: (isoDate: string) => string;
}

/** Formatters take a hundred times longer to make than to use; there are as many as zones in use. */
const made = new Map<string, Formats>();

/** How published policies write values in a language, for a shop's time zone. */
export function formatsIn(words: PublishedWords, timeZone: string): Formats {
  const key = `${words.code} ${timeZone}`;
  const known = made.get(key) ?? makeFormats(words, timeZone);
  made.set(key, known);
  return known;
}

function makeFormats({ code, units }: PublishedWords, timeZone: string): Formats {
  const and = new Intl.ListFormat(code, { type: 'conjunction', style: 'long' });
  const or = new Intl.ListFormat(code, { type: 'disjunction', style: 'long' });
  const countries = new Intl.DisplayNames(code, { type: 'region' });
  const number = new Intl.NumberFormat(code);
  const percent = new Intl.NumberFormat(code, { style: 'percent', maximumFractionDigits: 2 });
  const plural = new Intl.PluralRules(code);
  const inUtc = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(code, { ...options, timeZone: 'UTC' });
  const time = inUtc({ hour: 'numeric', minute: '2-digit' });
  const weekday = inUtc({ weekday: 'long' });
  const date = inUtc({ dateStyle: 'long' });
  const zone = nameOf(timeZone, code);
  const unit = (value: number, name: keyof PublishedWords['units']): string => {
    const [one, other] = units[name];
    return (plural.select(value) === 'one' ? one : other).replace('n', number.format(value));
  };
  return {
    and: (items) => and.format(items),
    or: (items) => or.format(items),
    country: (country) => countries.of(country) ?? country,
    amounts: (amounts) =>
      or.format(
        Object.entries(amounts).map(([currencyCode, decimal]) => {
          const parsed = parseMoney(decimal, currencyCode);
          return parsed ? formatMoney(parsed, code) : `${decimal} ${currencyCode}`;
        }),
      ),
    percent: (value) => percent.format(value / 100),
    cancellations: (count) => unit(count, 'cancellation'),
    requests: (count) => unit(count, 'request'),
    days: (days) => unit(days, 'day'),
    duration: (minutes) => {
      const ms = minutes * MINUTE;
      if (ms % DAY === 0) return unit(ms / DAY, 'day');
      if (ms % HOUR === 0) return unit(ms / HOUR, 'hour');
      return unit(minutes, 'minute');
    },
    time: (cutOff) => {
      const [hours = 0, minutes = 0] = cutOff.split(':').map(Number);
      return { time: time.format((hours * 60 + minutes) * MINUTE), zone };
    },
    // 1970 began on a Thursday: its fifth day was a Monday.
    weekday: (isoWeekday) => weekday.format((isoWeekday + 3) * DAY),
    date: (isoDate) => date.format(Date.parse(isoDate)),
  };
}

/** Zones are named by the rules of our time: at the epoch many had no daylight saving. */
const PRESENT_RULES = Date.UTC(2026, 0, 1);

const nameOf = (timeZone: string, language: string): string =>
  new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'longGeneric' })
    .formatToParts(PRESENT_RULES)
    .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
