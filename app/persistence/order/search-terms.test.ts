import { expect, test } from 'vitest';

import { indexTerms, searchQuery, wordsOf } from './search-terms.ts';

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
  expect(searchQuery(`a' | !b:* <-> c\\`)).toBe(`'a':* & 'b':* & 'c':*`);
});
