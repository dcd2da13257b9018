import { formatMoney, parseMoney } from '../../domain/money.ts';
import { DAY, HOUR, MINUTE } from '../../domain/time.ts';
import type { AmountsByCurrency } from '../../domain/policy/document/policy.ts';
import { inDateWords } from '../../messages/date-words.ts';
import type { Messages } from '../../messages/message-types.ts';

/** Numbers, amounts, times and lists as a language writes them. */
export interface Formats {
  readonly and: (items: readonly string[]) => string;
  readonly or: (items: readonly string[]) => string;
  readonly country: (locale: string) => string;
  readonly amounts: (amounts: AmountsByCurrency) => string;
  readonly percent: (percent: number) => string;
  readonly duration: (minutes: number) => string;
  readonly time: (cutOff: string) => { readonly time: string; readonly zone: string };
  readonly weekday: (isoWeekday: number) => string;
  readonly date: (isoDate: string) => string;
}

/** Formatters take a hundred times longer to make than to use; there are as many as zones in use. */
const made = new Map<string, Formats>();

/** How published policies write values in a language, for a shop's time zone. */
export function formatsIn(messages: Messages<'policy'>, timeZone: string): Formats {
  const key = `${messages.locale} ${timeZone}`;
  const known = made.get(key) ?? makeFormats(messages, timeZone);
  made.set(key, known);
  return known;
}

function makeFormats({ locale, t }: Messages<'policy'>, timeZone: string): Formats {
  const and = new Intl.ListFormat(locale, { type: 'conjunction', style: 'long' });
  const or = new Intl.ListFormat(locale, { type: 'disjunction', style: 'long' });
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  const inUtc = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  const time = inUtc({ hour: 'numeric', minute: '2-digit' });
  const weekday = inUtc({ weekday: 'long' });
  const zone = nameOf(timeZone, locale);
  return {
    and: (items) => and.format(items),
    or: (items) => or.format(items),
    country: (country) => countries.of(country) ?? country,
    amounts: (amounts) =>
      or.format(
        Object.entries(amounts).map(([currencyCode, decimal]) => {
          const parsed = parseMoney(decimal, currencyCode);
          return parsed ? formatMoney(parsed, locale) : `${decimal} ${currencyCode}`;
        }),
      ),
    percent: (value) => percent.format(value / 100),
    duration: (minutes) => {
      const ms = minutes * MINUTE;
      if (ms % DAY === 0) return t('units.day', { count: ms / DAY });
      if (ms % HOUR === 0) return t('units.hour', { count: ms / HOUR });
      return t('units.minute', { count: minutes });
    },
    time: (cutOff) => {
      const [hours = 0, minutes = 0] = cutOff.split(':').map(Number);
      return { time: time.format((hours * 60 + minutes) * MINUTE), zone };
    },
    // 1970 began on a Thursday: its fifth day was a Monday.
    weekday: (isoWeekday) => weekday.format((isoWeekday + 3) * DAY),
    date: (isoDate) =>
      inDateWords(Date.parse(isoDate), locale, { dateStyle: 'long', timeZone: 'UTC' }),
  };
}

/** Zones are named by the rules of our time: at the epoch many had no daylight saving. */
const PRESENT_RULES = Date.UTC(2026, 0, 1);

const nameOf = (timeZone: string, language: string): string =>
  new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'longGeneric' })
    .formatToParts(PRESENT_RULES)
    .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
