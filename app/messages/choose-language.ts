import { localesByPreference } from './accept-language.ts';
import type { Language } from './message-types.ts';
import { spokenLanguage } from './messages.ts';

/** The languages among a shop's locales that there are words for, in the shop's order; each once. */
export function publishedAmong(locales: readonly string[]): readonly Language[] {
  const known = locales.map(storefrontLanguage).filter((language) => language !== null);
  return [...new Set(known)];
}

/**
 * The first language that a visitor asked for, by address or else by browser, and that the shop publishes;
 * else the shop's own, else English.
 */
export function chooseLanguage(
  asked: { readonly locale: string | null; readonly acceptLanguage: string | null },
  published: readonly Language[],
): Language {
  const wishes = [asked.locale ?? '', ...localesByPreference(asked.acceptLanguage ?? '')];
  const found = wishes
    .map(storefrontLanguage)
    .find((language) => language !== null && published.includes(language));
  return found ?? published[0] ?? 'en';
}

const storefrontLanguage = (locale: string): Language | null =>
  spokenLanguage(locale, 'storefront');
