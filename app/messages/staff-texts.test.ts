import { expect, it } from 'vitest';

import { flatten, placeholdersOf, pluralOf } from '../../scripts/messages/catalogue-files.ts';
import { messageBundle, messagesIn } from './messages.ts';

const textsIn = (language: string) => [...flatten(messageBundle(language, 'staff').texts)];
const baseOf = (key: string) => pluralOf(key).base;

const english = textsIn('en');
const FORMS = { pl: ['one', 'few', 'many', 'other'], de: ['one', 'other'] } as const;

it.each(['pl', 'de'] as const)(
  'staff read everything in %s, with all that is put in, and in every plural form',
  (language) => {
    const translated = textsIn(language);
    const said = new Map(translated);
    const missing = [...new Set(english.map(([key]) => baseOf(key)))].filter(
      (key) => !said.has(key) && !FORMS[language].every((form) => said.has(`${key}_${form}`)),
    );
    expect(missing).toEqual([]);
    const values = new Map<string, readonly string[]>();
    for (const [key, text] of english) {
      const base = baseOf(key);
      values.set(base, [...(values.get(base) ?? []), ...placeholdersOf(text)]);
    }
    const strange = translated.filter(([key, text]) => {
      const allowed = values.get(baseOf(key)) ?? [];
      return placeholdersOf(text).some((name) => !allowed.includes(name));
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
