/** Formatters take a hundred times longer to make than to use. */
const made = new Map<string, Intl.NumberFormat>();

/** A percentage with at most two decimals, as a language writes it: 12.5 is "12.5%" or "12,5 %". */
export function percentText(percent: number, locale: string): string {
  const format =
    made.get(locale) ??
    new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  made.set(locale, format);
  return format.format(percent / 100);
}
