import { de } from './words/de.ts';
import { en } from './words/en.ts';
import { es } from './words/es.ts';
import { fr } from './words/fr.ts';
import { it } from './words/it.ts';
import { ja } from './words/ja.ts';
import { nl } from './words/nl.ts';
import type { Words } from './words/words.ts';

export const LANGUAGES: Readonly<Record<string, Words>> = { en, de, fr, es, it, nl, ja };

/** A language with its words, and the locale in which amounts are written beside them. */
export interface Language {
  readonly code: string;
  readonly words: Words;
  readonly locale: string;
}

const LOCALE = /^[a-z]{2}(-[A-Z]{2})?$/;

/** The language for a customer's locale ("de", "de-CH"); English for one that has no words here. */
export function languageOf(locale: string): Language {
  const code = locale.slice(0, 2).toLowerCase();
  const words = LANGUAGES[code];
  return words
    ? { code, words, locale: LOCALE.test(locale) ? locale : code }
    : { code: 'en', words: en, locale: 'en' };
}
