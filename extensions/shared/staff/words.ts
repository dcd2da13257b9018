/** `shopify.i18n.translate`, as far as text goes. */
export type Translate = (key: string, replacements?: Record<string, string | number>) => string;

/** `shopify.i18n`, as far as the staff's extensions need it. */
export interface Words {
  readonly translate: Translate;
  formatDate(date: Date, options?: Intl.DateTimeFormatOptions): string;
}

/** "5 Mar, 14:05", as the admin's language writes it. */
export function moment(words: Words, iso: string): string {
  return words.formatDate(new Date(iso), {
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
  });
}
