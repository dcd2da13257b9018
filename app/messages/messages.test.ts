import { afterEach, describe, expect, it } from 'vitest';

import { messageSource, reportMissingMessages } from './i18n.ts';
import type { Language, Messages } from './message-types.ts';
import { messageBundle, messagesIn } from './messages.ts';

const polish = {
  count_one: '{{count}} zamówienie',
  count_few: '{{count}} zamówienia',
  count_many: '{{count}} zamówień',
  count_other: '{{count}} zamówienia',
  named: '{{title}}, {{again}}',
};
const own = messageSource({ en: { staff: { only: 'In English' } }, xx: { staff: polish } });
/** Texts of the test's own: no real key, so no type. */
const say = (language: string, locale: string) =>
  own.messages('staff', language as Language, locale) as unknown as Pick<
    Messages<'staff'>,
    'find'
  > & {
    readonly t: (key: string, values?: object) => string;
  };

afterEach(() => {
  reportMissingMessages((what) => {
    throw new Error(what);
  });
});

describe('a text', () => {
  const { t } = messagesIn('de-CH', 'shopper');

  it('is in the reader’s language, with what is put into it as it is', () => {
    expect(t('form.until', { time: '<b>14:05</b> & $t(close) {{time}}' })).toBe(
      'Das ist bis zum <b>14:05</b> & $t(close) {{time}} möglich.',
    );
  });

  it('has the plural form and the digits of the reader’s language', () => {
    const many = (count: number, locale = 'pl') =>
      messageSource({ pl: { staff: polish } })
        .messages('staff', locale as Language, locale)
        .t('count' as never, { count });
    expect([1, 2, 5, 12, 22, 1.5, 12_345].map((count) => many(count))).toEqual([
      '1 zamówienie',
      '2 zamówienia',
      '5 zamówień',
      '12 zamówień',
      '22 zamówienia',
      '1,5 zamówienia',
      '12\u00a0345 zamówień',
    ]);
    expect(messagesIn('de-CH', 'policy').t('units.day', { count: 1_234 })).toMatch(
      /^1['’]234 Tagen$/,
    );
    expect(messagesIn('de', 'policy').t('units.day', { count: 1_234 })).toBe('1.234 Tagen');
  });

  it('is English where a language lacks it', () => {
    expect(say('xx', 'xx').t('only')).toBe('In English');
    expect(say('xx', 'xx').find('only')).toBe('In English');
    expect(say('xx', 'xx').find('nothing')).toBeNull();
  });

  it('that is missing, or lacks a value, throws; a program that runs for people logs it instead', () => {
    expect(() => say('en', 'en').t('nothing')).toThrow('There is no message nothing.');
    expect(() => say('xx', 'xx').t('named', { title: 'a' })).toThrow('lacks its value again');
    const missing: string[] = [];
    reportMissingMessages((what) => missing.push(what));
    expect(say('en', 'en').t('nothing')).toBe('nothing');
    expect(say('xx', 'xx').t('named', { title: 'a' })).toBe('a, ');
    expect(missing).toHaveLength(2);
  });
});

describe('a reader’s language', () => {
  it.each([
    ['de', 'de', 'de'],
    ['de-CH', 'de', 'de-CH'],
    ['DE_at', 'de', 'de'],
    ['zz', 'en', 'en'],
    ['en-GB', 'en', 'en-GB'],
    ['', 'en', 'en'],
    ['de-<script>', 'de', 'de'],
    ['den', 'en', 'en'],
  ])('of the locale %j is %s, with numbers as in %s', (locale, language, notation) => {
    expect(messagesIn(locale, 'shopper')).toMatchObject({ language, locale: notation });
  });

  it('is English where the namespace does not speak it, so that numbers fit the words', () => {
    expect(messagesIn('ja', 'staff')).toMatchObject({ language: 'en', locale: 'en' });
  });
});

it('a browser is sent one namespace in one language', () => {
  const bundle = messageBundle('de-CH', 'storefront');
  expect(bundle).toMatchObject({ namespace: 'storefront', language: 'de', locale: 'de-CH' });
  expect(JSON.stringify(bundle)).toContain('Sprachen');
  expect(JSON.stringify(bundle)).not.toMatch(/Languages|Langues/);
});
