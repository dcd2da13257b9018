import { DAY } from '../../domain/time.ts';

/*
 * Names that Intl knows in every language. Unknown codes are their own name.
 */

export const countryName = (code: string, locale: string): string => nameIn('region', code, locale);

/** Shopify's codes of four letters have no name in CLDR. */
export const currencyName = (code: string, locale: string): string =>
  code.length === 3 ? nameIn('currency', code, locale) : code;

export const languageName = (code: string, locale: string): string =>
  nameIn('language', code, locale);

/** The name of an ISO weekday; Monday is 1. */
export function weekdayName(
  isoDay: number,
  locale: string,
  width: 'long' | 'short' = 'long',
): string {
  const key = `${width} ${locale}`;
  const format =
    weekdays.get(key) ?? new Intl.DateTimeFormat(locale, { weekday: width, timeZone: 'UTC' });
  weekdays.set(key, format);
  return format.format(MONDAY + (isoDay - 1) * DAY);
}

const weekdays = new Map<string, Intl.DateTimeFormat>();

const MONDAY = Date.UTC(2024, 0, 1);

const known = new Map<string, Intl.DisplayNames>();

/** Malformed codes throw in Intl. */
function nameIn(type: Intl.DisplayNamesType, code: string, locale: string): string {
  if (!/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(code)) return code;
  const key = `${type} ${locale}`;
  const names = known.get(key) ?? new Intl.DisplayNames(locale, { type });
  known.set(key, names);
  return names.of(code) ?? code;
}
