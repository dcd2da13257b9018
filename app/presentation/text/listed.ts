/** Things one after another, without a word before the last: "2 × Teapot, 1 × Cup". */
export const listed = (items: readonly string[], locale: string): string =>
  new Intl.ListFormat(locale, { type: 'unit', style: 'long' }).format(items);
