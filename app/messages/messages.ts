import { CATALOGUE } from './catalogue.generated.ts';
import { messageSource } from './i18n.ts';
import { LANGUAGES } from './keys.generated.ts';
import type { Catalogue, Language, MessageBundle, Messages, Namespace } from './message-types.ts';

/*
 * All that people read, in all languages: for the server only. A browser is given the one bundle that it needs.
 */

const all: Catalogue = CATALOGUE;
const source = messageSource(all);

/** Made once each: formatters and closures are dearer to make than to use, and locales are few. */
const made = new Map<string, Messages<Namespace>>();

/**
 * What a namespace says to a reader; in English, with its notation, to one whose language it does not speak.
 *
 * @param locale BCP 47, as Shopify and browsers write it: `de`, `de-CH`, `pt-BR`; nonsense is English
 */
export function messagesIn<N extends Namespace>(locale: string, namespace: N): Messages<N> {
  const language = languageOf(locale, namespace);
  const notation = isIn(locale, language) ? locale : language;
  const key = `${namespace} ${notation}`;
  const known = made.get(key) ?? source.messages(namespace, language, notation);
  if (made.size < 1_000) made.set(key, known as Messages<Namespace>);
  return known;
}

/** The texts of a namespace to be sent to a browser, and nothing else. */
export function messageBundle<N extends Namespace>(locale: string, namespace: N): MessageBundle<N> {
  const { language, locale: notation } = messagesIn(locale, namespace);
  return { namespace, language, locale: notation, texts: all[language]?.[namespace] ?? {} };
}

/** The languages that a namespace speaks. */
const languagesOf = (namespace: Namespace): readonly Language[] =>
  LANGUAGES.filter((language) => all[language]?.[namespace] !== undefined);

/** The language in which a namespace speaks to a reader of a locale. */
function languageOf(locale: string, namespace: Namespace): Language {
  return spokenLanguage(locale, namespace) ?? 'en';
}

/** The same, but null where the namespace does not speak it. */
export function spokenLanguage(locale: string, namespace: Namespace): Language | null {
  const wanted = locale.replaceAll('_', '-').toLowerCase();
  const spoken = languagesOf(namespace);
  const is = (tag: string) => spoken.find((language) => language.toLowerCase() === tag);
  return is(wanted) ?? is(wanted.split('-')[0] ?? '') ?? null;
}

const LOCALE = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/;

/** Whether a locale is a region of a language, written so that `Intl` reads it. */
const isIn = (locale: string, language: Language): boolean =>
  LOCALE.test(locale) && (locale === language || locale.startsWith(`${language}-`));
