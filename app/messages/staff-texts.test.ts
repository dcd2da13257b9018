import { expect, it } from 'vitest';

import type { Texts } from './message-types.ts';
import { messageBundle, messagesIn } from './messages.ts';

const flat = (texts: Texts, prefix = ''): readonly (readonly [string, string])[] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}${key}`, value] as const]
      : flat(value, `${prefix}${key}.`),
  );
const baseOf = (key: string) => key.replace(/_(one|few|many|other)$/, '');
const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name))].sort();

const english = flat(messageBundle('en', 'staff').texts);
const FORMS = { pl: ['one', 'few', 'many', 'other'], de: ['one', 'other'] } as const;

it.each(['pl', 'de'] as const)(
  'staff read everything in %s, with all that is put in, and in every plural form',
  (language) => {
    const translated = flat(messageBundle(language, 'staff').texts);
    const said = new Map(translated);
    const missing = [...new Set(english.map(([key]) => baseOf(key)))].filter(
      (key) => !said.has(key) && !FORMS[language].every((form) => said.has(`${key}_${form}`)),
    );
    expect(missing).toEqual([]);
    const values = new Map<string, ReturnType<typeof placeholders>>();
    for (const [key, text] of english) {
      values.set(
        baseOf(key),
        [...new Set([...(values.get(baseOf(key)) ?? []), ...placeholders(text)])].sort(),
      );
    }
    const strange = translated.filter(([key, text]) => {
      const allowed = values.get(baseOf(key)) ?? [];
      return placeholders(text).some((name) => !allowed.includes(name));
    });
    expect(strange).toEqual([]);
  },
);

it.each([
  [1, '1 anulowanie'],
  [2, '2 anulowania'],
  [5, '5 anulowań'],
  [22, '22 anulowania'],
])('%i cancellations have their plural form in Polish', (count, words) => {
  expect(messagesIn('pl', 'staff').t('policyWords.limit.cancellations', { count })).toBe(words);
});
