import { tellConsole } from '../console.ts';
import type { ExtensionStart, Translations } from '../extension-contract.ts';

type Replacement = string | number;

function lookUp(translations: Translations, key: string): string | Translations | undefined {
  let found: string | Translations | undefined = translations;
  for (const part of key.split('.')) {
    if (typeof found !== 'object') return undefined;
    found = found[part];
  }
  return found;
}

/** The plural form of a count in a language, out of the forms the translation has. */
function pluralForm(forms: Translations, count: number, language: string): string | undefined {
  const category = new Intl.PluralRules(language).select(count);
  const form = forms[category] ?? forms['other'];
  return typeof form === 'string' ? form : undefined;
}

/**
 * Formats and translates for one language. Sources: I18n in `@shopify/ui-extensions`;
 * https://shopify.dev/docs/apps/build/checkout/localize-ui-extensions (keys, `{{ name }}`
 * replacements, plural forms chosen by `count`).
 */
export function createI18n(start: ExtensionStart): object {
  const { translations, language, extensionLanguage, currency, timezone } = start;

  const localeFor = (options?: { inExtensionLocale?: boolean }): string =>
    options?.inExtensionLocale === true ? extensionLanguage : language;

  const translate = (key: string, options: Record<string, unknown> = {}): unknown => {
    let found = lookUp(translations, key);
    const count = options['count'];
    if (typeof found === 'object' && typeof count === 'number') {
      found = pluralForm(found, count, extensionLanguage);
    }
    if (typeof found !== 'string') {
      tellConsole(`The extension has no translation for "${key}" in ${extensionLanguage}.`);
      return key;
    }
    const parts: unknown[] = [];
    let onlyText = true;
    for (const [index, part] of found.split(/\{\{\s*([\w.-]+)\s*\}\}/).entries()) {
      if (index % 2 === 0) {
        if (part !== '') parts.push(part);
        continue;
      }
      const value = options[part];
      if (typeof value === 'string') parts.push(value);
      else if (typeof value === 'number') {
        parts.push(
          part === 'count' ? new Intl.NumberFormat(language).format(value) : String(value),
        );
      } else if (value === undefined) {
        tellConsole(`No replacement for "${part}" in the translation "${key}".`);
        parts.push(`{{${part}}}`);
      } else {
        onlyText = false;
        parts.push(value);
      }
    }
    return onlyText ? (parts as Replacement[]).join('') : parts;
  };

  return {
    translate,
    formatNumber: (
      value: number | bigint,
      options?: Intl.NumberFormatOptions & { inExtensionLocale?: boolean },
    ) => new Intl.NumberFormat(localeFor(options), options).format(value),
    formatCurrency: (
      value: number | bigint,
      options?: Intl.NumberFormatOptions & { inExtensionLocale?: boolean },
    ) =>
      new Intl.NumberFormat(localeFor(options), {
        currency,
        ...options,
        style: 'currency',
      }).format(value),
    formatDate: (
      value: Date,
      options?: Intl.DateTimeFormatOptions & { inExtensionLocale?: boolean },
    ) =>
      new Intl.DateTimeFormat(localeFor(options), { timeZone: timezone, ...options }).format(value),
  };
}
