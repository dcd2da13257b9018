import {
  type PublishedLanguage,
  PUBLISHED_LANGUAGES,
} from '../../domain/policy/published/publish.ts';
import { localesByPreference } from '../../messages/accept-language.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { nl } from './nl.ts';
import type { StorefrontWords } from './words.ts';

const WORDS: Readonly<Record<PublishedLanguage, StorefrontWords>> = { en, de, fr, es, it, nl, ja };

/** The words of a language. */
export const storefrontWords = (language: PublishedLanguage): StorefrontWords => WORDS[language];

/** The language of a locale ("de-CH"), or null when there are no words for it. */
function languageOfLocale(locale: string): PublishedLanguage | null {
  const code = /^([A-Za-z]{2})(?:[-_]|$)/.exec(locale)?.[1]?.toLowerCase();
  return PUBLISHED_LANGUAGES.find((known) => known === code) ?? null;
}

/** The languages among a shop's locales that there are words for, in the shop's order; each once. */
export function publishedAmong(locales: readonly string[]): readonly PublishedLanguage[] {
  const known = locales.map(languageOfLocale).filter((language) => language !== null);
  return [...new Set(known)];
}

/**
 * The first language that a visitor asked for, by address or else by browser, and that the shop publishes;
 * else the shop's own, else English.
 */
export function chooseLanguage(
  asked: { readonly locale: string | null; readonly acceptLanguage: string | null },
  published: readonly PublishedLanguage[],
): PublishedLanguage {
  const wishes = [asked.locale ?? '', ...localesByPreference(asked.acceptLanguage ?? '')];
  const found = wishes
    .map(languageOfLocale)
    .find((language) => language !== null && published.includes(language));
  return found ?? published[0] ?? 'en';
}
