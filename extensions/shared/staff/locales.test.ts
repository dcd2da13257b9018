import { globSync, readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import { flatten, type Texts } from '../testing/translator.ts';

const texts = (extension: string) =>
  flatten(
    JSON.parse(readFileSync(`extensions/${extension}/locales/en.default.json`, 'utf8')) as Texts,
  );

const keysIn = (pattern: string): string[] =>
  globSync(pattern)
    .filter((file) => !file.includes('.test.'))
    .flatMap((file) => [
      ...readFileSync(file, 'utf8').matchAll(/'((?:form|review|summary|error)\.[\w.]+)'/g),
    ])
    .map(([, key = '']) => key);

it.each(['admin-cancel-order-action', 'admin-cancellation-block'])(
  '%s has a text for everything it shows, its shared parts included',
  (extension) => {
    const asked = [
      ...keysIn('extensions/shared/staff/*.tsx'),
      ...keysIn(`extensions/${extension}/src/*.{ts,tsx}`),
    ];
    expect(asked.length).toBeGreaterThan(5);
    const all = texts(extension);
    const known = (key: string) => all[key] ?? all[`${key}.other`];
    expect(asked.filter((key) => known(key) === undefined)).toEqual([]);
  },
);

it('the two admin extensions use the same words for the same things', () => {
  const [action, block] = [texts('admin-cancel-order-action'), texts('admin-cancellation-block')];
  const shared = Object.keys(block).filter((key) => key in action && key !== 'name');
  expect(shared.map((key) => block[key])).toEqual(shared.map((key) => action[key]));
});
