import { describe, expect, test } from 'vitest';

import { indexTerms, searchQuery, searchedWords, wordsOf } from './search-terms.ts';

test.each([
  ['#1042', ['1042']],
  ['Zoë  Müller-Example', ['zoe', 'muller', 'example']],
  ['zoe.mueller+shop@example.com', ['zoe', 'mueller', 'shop', 'example', 'com']],
  ['O’Neill', ['o', 'neill']],
  [' # ! ', []],
])('the words of %j are %j', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

test('names without spaces are found from each character on', () => {
  expect(indexTerms(['山田太郎'])).toEqual(['山田太郎', '田太郎', '太郎', '郎']);
});

test('a term that comes twice is kept once; what is missing adds none', () => {
  expect(indexTerms(['Ann', 'ann@example.com', null])).toEqual(['ann', 'example', 'com']);
});

test('what people type cannot become query syntax', () => {
  expect(searchQuery(searchedWords(`a' | !b:* <-> c\\`))).toBe(`('a':*) & ('b':*) & ('c':*)`);
});

/** Whether each searched word begins a term in one of its ways, as the store looks for it. */
const finds = (text: string, ...known: string[]): boolean => {
  const terms = indexTerms(known);
  const words = searchedWords(text);
  return (
    words.length > 0 &&
    words.every((ways) => ways.some((way) => terms.some((term) => term.startsWith(way))))
  );
};

describe('case 161: names as people type them', () => {
  test.each([
    ['Anna Lopez', 'López, Anna María'],
    ['lopez anna', 'López, Anna María'],
    ['ann mar', 'López, Anna María'],
    ['Mueller', 'Zoë Müller'],
    ['muller', 'Zoë Müller'],
    ['Müller', 'Zoe Mueller'],
    ['STRASSE', 'Straße 7'],
    ['sorensen', 'Kåre Sørensen'],
    ['lukasz', 'Łukasz Żółć'],
    ['zolc', 'Łukasz Żółć'],
    ['#1042', '#1042'],
    ['1042', '#1042'],
    [' 1042 ', '#1042'],
    ['１０４２', '#1042'],
    ['104', '#1042'],
    ['EU-1042', '1042-EU'],
    ['太郎', '山田太郎'],
    ['ana@example.com', 'Ana', 'ana@example.com'],
    ["O'Neill", 'O’Neill'],
  ])('%s finds %s', (text, ...known) => {
    expect(finds(text, ...known)).toBe(true);
  });

  test.each([
    ['1042', '#2042'],
    ['opez', 'López'],
    ['Anna Berg', 'Anna Lopez'],
    ['#', '#1042'],
  ])('%s does not find %s', (text, known) => {
    expect(finds(text, known)).toBe(false);
  });
});
