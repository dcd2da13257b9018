/** Formatters take a hundred times longer to make than to use. */
const made = new Map<string, Intl.ListFormat>();

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
  const key = `${type} ${locale}`;
  const format = made.get(key) ?? new Intl.ListFormat(locale, { type, style: 'long' });
  made.set(key, format);
  return format.format(items);
}
