const made = new Map<string, Intl.ListFormat>();

/** Things one after another, without a word before the last: "2 × Teapot, 1 × Cup". */
export const listed = (items: readonly string[], locale: string): string =>
  formatOf(locale).format(items);

function formatOf(locale: string): Intl.ListFormat {
  const format = made.get(locale) ?? new Intl.ListFormat(locale, { type: 'unit', style: 'long' });
  made.set(locale, format);
  return format;
}
