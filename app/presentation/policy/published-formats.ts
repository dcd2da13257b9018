import { formatMoney, parseMoney } from '../../domain/money.ts';
import { DAY, HOUR, MINUTE } from '../../domain/time.ts';
import type { AmountsByCurrency } from '../../domain/policy/document/policy.ts';
import { inDateWords } from '../../messages/date-words.ts';
import type { Messages } from '../../messages/message-types.ts';
import { listed } from '../text/listed.ts';
import { countryName, weekdayName } from '../text/names.ts';
import { percentText } from '../text/percent.ts';

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
  const or = (items: readonly string[]): string => listed(items, locale, 'disjunction');
  const time = new Intl.DateTimeFormat(locale, {
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
  });
  const zone = nameOf(timeZone, locale);
  return {
    and: (items) => listed(items, locale, 'conjunction'),
    or,
    country: (country) => countryName(country, locale),
    amounts: (amounts) =>
      or(
        Object.entries(amounts).map(([currencyCode, decimal]) => {
          const parsed = parseMoney(decimal, currencyCode);
          return parsed ? formatMoney(parsed, locale) : `${decimal} ${currencyCode}`;
        }),
      ),
    percent: (value) => percentText(value, locale),
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
    weekday: (isoWeekday) => weekdayName(isoWeekday, locale),
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
