import { globSync, readFileSync, statSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { flatten, type Texts } from '../../shared/testing/translator.ts';
import { TRANSLATED_DECLINES, TRANSLATED_REFUSALS, UNTRANSLATED_REFUSALS } from './words.ts';

const FOLDER = 'extensions/cancel-order';
/** The folders of the catalogue that they are made of. */
const LANGUAGES = globSync('app/messages/*/shopper.json').map((file) => file.split('/').at(-2));
const LOCALES = LANGUAGES.map((language) =>
  language === 'en' ? 'en.default' : String(language),
).sort();

/**
 * Shopify's limit for one file.
 * https://github.com/Shopify/cli/blob/main/packages/app/src/cli/utilities/extensions/locales-configuration.ts
 */
const LIMIT_BYTES = 20 * 1024;

const texts = (locale: string): Record<string, string> =>
  flatten(JSON.parse(readFileSync(`${FOLDER}/locales/${locale}.json`, 'utf8')) as Texts);
const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();
const english = texts('en.default');

/** Keys without their plural forms, of which languages have different ones. */
const keysOf = (all: Record<string, string>): readonly string[] =>
  [
    ...new Set(Object.keys(all).map((key) => key.replace(/[.](zero|one|two|few|many|other)$/, ''))),
  ].sort();

describe("the shopper's words", () => {
  it('ship in every language of the catalogue', () => {
    const found = globSync(`${FOLDER}/locales/*.json`).map((file) => file.split('/').at(-1));
    expect(found.sort()).toEqual(LOCALES.map((locale) => `${locale}.json`));
  });

  it.each(LOCALES)('are complete and hold every value in %s', (locale) => {
    const own = texts(locale);
    expect(keysOf(own)).toEqual(keysOf(english));
    for (const [key, text] of Object.entries(own)) {
      expect(text.trim(), key).not.toBe('');
      const [base = key] = keysOf({ [key]: '' });
      const same = english[key] ?? english[`${base}.other`] ?? '';
      expect(placeholders(text), key).toEqual(placeholders(same));
    }
  });

  it.each(LOCALES)('are no longer than Shopify accepts in %s', (locale) => {
    expect(statSync(`${FOLDER}/locales/${locale}.json`).size).toBeLessThan(LIMIT_BYTES);
  });

  it('leave no code out of those that the app refuses with', () => {
    const source = readFileSync('app/domain/refusal.ts', 'utf8');
    const union = source.slice(0, source.indexOf('export type RefusalOf'));
    const codes = [...union.matchAll(/readonly code: '(\w+)'/g)].map(([, code]) => code ?? '');
    expect(codes.length).toBeGreaterThan(50);
    const known = [...TRANSLATED_REFUSALS, ...UNTRANSLATED_REFUSALS];
    expect(codes.filter((code) => !known.includes(code))).toEqual([]);
  });

  it('leave no exclusion out of those that a policy can have', () => {
    const source = readFileSync('app/domain/policy/document/policy.ts', 'utf8');
    const union = source.slice(
      source.indexOf('const exclusion ='),
      source.indexOf('export type Exclusion'),
    );
    const kinds = [...union.matchAll(/(?:with(?:out)?Values|z\.literal)\('(\w+)'/g)].map(
      ([, kind]) => kind ?? '',
    );
    expect(kinds.length).toBeGreaterThan(10);
    expect(kinds.filter((kind) => english[`refusals.excluded_${kind}`] === undefined)).toEqual([]);
  });

  it('cover every refusal and every decline a shopper can meet, and no other', () => {
    const under = (prefix: string) =>
      Object.keys(english)
        .filter((key) => key.startsWith(prefix))
        .map((key) => key.slice(prefix.length))
        .sort();
    expect(under('refusals.')).toEqual([...TRANSLATED_REFUSALS].sort());
    expect(under('declines.')).toEqual([...TRANSLATED_DECLINES].sort());
  });

  it('are all there for what the sources ask for', () => {
    const sources = globSync(`${FOLDER}/src/**/*.tsx`).map((file) => readFileSync(file, 'utf8'));
    const asked = sources.flatMap((source) =>
      [...source.matchAll(/(?:\bt|translate)\(\s*'([\w.]+)'/g)].map(([, key]) => key),
    );
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter((key) => !keysOf(english).includes(key ?? ''))).toEqual([]);
  });
});
