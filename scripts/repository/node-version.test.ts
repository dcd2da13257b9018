import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const json = (file: string) => JSON.parse(read(file)) as Record<string, Record<string, string>>;
const major = read('.nvmrc').trim();

test.each([
  ['package.json asks for it', json('package.json').engines?.node, `>=${major}`],
  ['so does the devstore', json('tests/devstore/package.json').engines?.node, `>=${major}`],
  [
    'its package is pinned',
    json('package.json').devDependencies?.node,
    new RegExp(`^\\^${major}\\.`),
  ],
  [
    'so are its types',
    json('package.json').devDependencies?.['@types/node'],
    new RegExp(`^\\^${major}\\.`),
  ],
  ['production is told of it', read('docs/production.md'), `a server with Node ${major} or newer`],
  [
    'who tries it is told what is brought along',
    read('README.md'),
    `Node ${major} is brought along`,
  ],
])('one version of Node runs everything: %s', (_where, said, version) => {
  if (version instanceof RegExp) expect(said).toMatch(version);
  else expect(said).toContain(version);
});

test('the oldest Node that installs is the one that the README names', () => {
  const [, oldest] = /OLDEST_INSTALLER = (\d+)/.exec(read('scripts/bootstrap.mjs')) ?? [];
  expect(read('README.md')).toContain(`With Node ${oldest} or newer and npm`);
});

test('every stage of the image is made from it', () => {
  const bases = [...read('Dockerfile').matchAll(/^FROM node:(\d+)/gm)].map(
    ([, version]) => version,
  );
  expect(new Set(bases)).toEqual(new Set([major]));
});
