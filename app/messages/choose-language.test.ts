import { describe, expect, it } from 'vitest';

import { chooseLanguage, publishedAmong } from './choose-language.ts';

const chosen = (locale: string | null, acceptLanguage: string | null, published = ['en', 'de']) =>
  chooseLanguage({ locale, acceptLanguage }, publishedAmong(published));

describe('the language of a page on the storefront', () => {
  it.each([
    ['the one in the address', 'de', 'en', 'de'],
    ['its region does not matter', 'de-CH', 'en', 'de'],
    ['the browser’s first that the shop has', null, 'fr, en;q=0.4, de-AT;q=0.9', 'de'],
    ['the first of those that the browser likes alike', null, 'de-CH, en', 'de'],
    ['the more exact one or not', null, 'de, en, en-GB', 'de'],
    ['not one that the browser refuses', null, 'de;q=0, en;q=0.1', 'en'],
    ['the browser’s, for one that the shop does not publish', 'fr', 'de', 'de'],
    ['the shop’s own, for none of them', 'fr', 'it', 'en'],
    ['the shop’s own, for nonsense', '../x', '*;q=a,,;', 'en'],
    ['the shop’s own, when nothing is asked for', null, null, 'en'],
  ])('is %s', (_what, locale, acceptLanguage, language) => {
    expect(chosen(locale, acceptLanguage)).toBe(language);
  });

  it('is the shop’s own first', () => {
    expect(chosen(null, null, ['ja', 'en'])).toBe('ja');
  });

  it('is English in a shop of which no language has words here', () => {
    expect(chosen('sv', 'sv', ['sv'])).toBe('en');
  });
});

it('a shop’s locales are languages once each', () => {
  expect(publishedAmong(['pt-BR', 'de-CH', 'de', 'fr'])).toEqual(['de', 'fr']);
});
