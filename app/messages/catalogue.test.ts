import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

import { catalogueFaults, placeFaults } from '../../scripts/messages/catalogue-faults.ts';
import {
  type Files,
  type MessageFile,
  ROOT,
  readCatalogue,
  readMessageFiles,
} from '../../scripts/messages/catalogue-files.ts';
import { extensionLocales, sizeFaults } from '../../scripts/messages/extension-locales.ts';
import { generatedFiles } from '../../scripts/messages/generated-files.ts';
import { unusedKeys } from '../../scripts/messages/unused-keys.ts';

const catalogue = readCatalogue();

it('the catalogue has no fault in any language', () => {
  expect(Object.keys(catalogue).length).toBeGreaterThan(7);
  expect(catalogueFaults(catalogue)).toEqual([]);
});

it('a section stands in the file in which every language has it', () => {
  const files = readMessageFiles();
  expect(files.filter(({ page }) => page !== null).length).toBeGreaterThan(30);
  expect(placeFaults(files)).toEqual([]);
});

describe('the locale files of an extension', () => {
  it('are as small as Shopify asks for', () => {
    const locales = extensionLocales(catalogue);
    expect(locales.size).toBeGreaterThan(25);
    expect(sizeFaults(locales)).toEqual([]);
  });

  it('are found when one is too large, or all together', () => {
    const file = (language: string, text: string): [string, string] => [
      `extensions/a/locales/${language}.json`,
      text,
    ];
    const kB = 'ü'.repeat(512);
    expect(sizeFaults(new Map([file('en', kB.repeat(20))]))).toEqual([]);
    expect(sizeFaults(new Map([file('en', `${kB.repeat(20)}a`)]))).toEqual([
      'extensions/a/locales/en.json has 20481 bytes; Shopify takes 20480.',
    ]);
    const many = Array.from({ length: 13 }, (_, n) => file(`l${n}`, kB.repeat(20)));
    expect(sizeFaults(new Map(many))).toEqual([
      'extensions/a/locales has 266240 bytes; Shopify takes 262144.',
    ]);
  });
});

it('every text is asked for', () => {
  expect(unusedKeys(catalogue)).toEqual([]);
});

it('what is made of the catalogue is what is committed', async () => {
  const files = await generatedFiles();
  expect(files.size).toBeGreaterThan(25);
  for (const [file, content] of files) {
    expect([file, readFileSync(path.join(ROOT, file), 'utf8') === content]).toEqual([file, true]);
  }
});

describe('a fault is found', () => {
  const mail = { hello: 'Hello {{name}}', days_one: '{{count}} day', days_other: '{{count}} days' };
  const whole = { shopper: {}, policy: {}, storefront: {} };
  const faultsOf = (polish: Record<string, string>): readonly string[] =>
    catalogueFaults({ en: { ...whole, mail }, pl: { ...whole, mail: polish } });
  const good = {
    hello: 'Cześć {{name}}',
    days_one: '{{count}} dzień',
    days_few: '{{count}} dni',
    days_many: '{{count}} dni',
    days_other: '{{count}} dnia',
  };

  it.each([
    ['none, in what is right', {}, []],
    ['a text that is missing', { hello: undefined }, ['pl/mail: hello is missing.']],
    ['one that is empty', { hello: ' ' }, [/says nothing/, /other values than English: name/]],
    ['one that English lacks', { bye: 'Pa' }, ['pl/mail: bye is not in English.']],
    [
      'one with another value',
      { hello: 'Cześć {{nmae}}' },
      [/other values than English: name, nmae/],
    ],
    ['one whose signs are wrong', { hello: 'Cześć "{{name}}"' }, [/hello says “"” \(better/]],
    ['a plural form that is missing', { days_few: undefined }, [/lacks the plural forms few/]],
    [
      'one that the language does not have',
      { days_two: 'dwa dni' },
      [/plural forms two, which never/],
    ],
    [
      'a text that is English',
      { hello: 'Hello {{name}}' },
      [/is not translated: “Hello {{name}}”/],
    ],
  ])('%s', (_what, changes, faults) => {
    const polish = Object.fromEntries(
      Object.entries({ ...good, ...changes }).filter(([, text]) => text !== undefined),
    ) as Record<string, string>;
    const found = faultsOf(polish);
    expect(found).toHaveLength(faults.length);
    found.forEach((fault, index) => expect(fault).toMatch(faults[index] ?? /^$/));
  });

  const page = (language: string, name: string, texts: MessageFile['texts']): MessageFile => ({
    language,
    namespace: 'staff',
    page: name,
    texts,
  });

  it('a section in another file than in English, or in two', () => {
    const files = [
      page('en', 'home', { home: { title: 'Home' } }),
      page('en', 'orders', { orders: { title: 'Orders' } }),
      page('pl', 'home', { home: { title: 'Start' }, orders: { title: 'Zamówienia' } }),
      page('pl', 'orders', { orders: { title: 'Zamówienia' } }),
    ];
    expect(placeFaults(files.slice(0, 2))).toEqual([]);
    expect(placeFaults(files)).toEqual([
      'app/messages/pl/staff: orders stands in home.json, in English in orders.json.',
      'app/messages/pl/staff: orders stands in home.json and in orders.json.',
    ]);
  });

  it('a language without one of its files', () => {
    const files: Files = { en: { ...whole, mail }, pl: { ...whole } };
    expect(catalogueFaults(files)).toEqual(['app/messages/pl has no mail.json.']);
  });

  it('a text that nothing asks for', () => {
    const files: Files = { en: { mail: { nobody: { asks: 'For this' } } } };
    expect(unusedKeys(files)).toEqual(['mail.nobody.asks']);
  });
});

it('plural forms stand in an extension’s locale as Shopify nests them, with the language’s own code', () => {
  const shopper = { close: 'Zamknij', days_one: '{{count}} dzień', days_few: '{{count}} dni' };
  const files = extensionLocales({ pl: { shopper, storefront: { theme: {}, themeEditor: {} } } });
  expect(JSON.parse(files.get('extensions/cancel-order/locales/pl.json') ?? '')).toEqual({
    language: 'pl',
    close: 'Zamknij',
    days: { one: '{{count}} dzień', few: '{{count}} dni' },
  });
});
