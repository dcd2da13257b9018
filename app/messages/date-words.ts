import { madeOnce } from '../domain/text/formatters.ts';

const dates = madeOnce(
  (locale: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
);

/**
 * A date as it stands in a sentence. French writes the first of a month as an ordinal, which `Intl` does not.
 *
 * @see https://unicode-org.atlassian.net/browse/CLDR-5213
 */
export function inDateWords(
  date: Date | number,
  locale: string,
  options: Intl.DateTimeFormatOptions,
): string {
  const words = dates(locale, options).format(date);
  return locale.startsWith('fr') ? words.replace(/(?<!\d)1(?= \p{L})/u, '1er') : words;
}
