import { madeOnce } from '../../domain/text/formatters.ts';

const lists = madeOnce(
  (locale: string, type: Intl.ListFormatType) =>
    new Intl.ListFormat(locale, { type, style: 'long' }),
);

/**
 * Things one after another, as a language lists them.
 *
 * @param type `unit`: without a word before the last ("2 × Teapot, 1 × Cup"); `conjunction`: "and"; `disjunction`: "or"
 */
export function listed(
  items: readonly string[],
  locale: string,
  type: Intl.ListFormatType = 'unit',
): string {
  return lists(locale, type).format(items);
}
