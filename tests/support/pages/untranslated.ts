import { messageBundle } from '../../../app/messages/messages.ts';
import type { Texts } from '../../../app/messages/message-types.ts';

const READ_ATTRIBUTES = ['aria-label', 'placeholder', 'title', 'alt'] as const;

/** Everything that is read or spoken of the page as it stands. */
function textsOnPage(): ReadonlySet<string> {
  const texts = new Set<string>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement?.closest('script, style')) texts.add((node.textContent ?? '').trim());
  }
  for (const element of document.body.querySelectorAll('*')) {
    for (const attribute of READ_ATTRIBUTES) texts.add(element.getAttribute(attribute) ?? '');
  }
  return new Set([...texts].filter((text) => /\p{L}{2}/u.test(text)));
}

const flat = (texts: Texts): readonly (readonly [string, string])[] =>
  Object.entries(texts).flatMap(([key, value]): readonly (readonly [string, string])[] =>
    typeof value === 'string'
      ? [[key, value]]
      : flat(value).map(([deeper, text]) => [`${key}.${deeper}`, text]),
  );

/** English texts of the catalogue that a translation says otherwise, with their values as any text. */
function englishOnly(locale: string): readonly RegExp[] {
  const translated = new Map(flat(messageBundle(locale, 'staff').texts));
  const own = new Set(translated.values());
  return flat(messageBundle('en', 'staff').texts)
    .filter(([key, text]) => translated.get(key) !== text && !own.has(text))
    .map(([, text]) => text)
    .filter((text) => /\p{L}{2}/u.test(text.replaceAll(/\{\{\w+\}\}/g, '')))
    .map((text) => new RegExp(`^${escaped(text).replaceAll(/\\\{\\\{\w+\\\}\\\}/g, '.*')}$`, 'u'));
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * What a page says in English to a reader of another language.
 *
 * @param given what the page was given by the server or a merchant: it is shown as it is
 */
export function untranslated(locale: string, given: unknown): readonly string[] {
  const english = englishOnly(locale);
  const shown = leavesOf(given).toSorted((one, other) => other.length - one.length);
  return [...textsOnPage()].filter((text) => {
    const ours = shown.reduce((rest, leaf) => rest.replaceAll(leaf, ''), text);
    return /\p{L}{2}/u.test(ours) && english.some((pattern) => pattern.test(text));
  });
}

/** Every text in what a page was given. */
function leavesOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [];
}
