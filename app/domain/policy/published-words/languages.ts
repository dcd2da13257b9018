import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { nl } from './nl.ts';
import { PUBLISHED_LANGUAGES, type PublishedLanguage, type PublishedWords } from './words.ts';

export const PUBLISHED_WORDS: Readonly<Record<PublishedLanguage, PublishedWords>> = {
  en,
  de,
  fr,
  es,
  it,
  nl,
  ja,
};

/** The language of a locale ("de", "de-CH") if policies are published in it, else English. */
export function publishedLanguage(locale: string): PublishedLanguage {
  const code = locale.slice(0, 2).toLowerCase();
  return PUBLISHED_LANGUAGES.find((known) => known === code) ?? 'en';
}
