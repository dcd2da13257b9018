import { expect, test } from 'vitest';

import { affectedTests, isReader } from './affected-tests.ts';

const READERS = ['scripts/repository/package-lock.test.ts'];

test('everything is tested when it is not known what passed last', () => {
  expect(affectedTests(null, READERS)).toBe('all');
});

test('modules and messages lead to the tests that import them, beside those that read the tree', () => {
  const changed = ['app/domain/money.ts', 'app/routes/app.tsx', 'app/messages/de/staff.json'];
  expect(affectedTests(changed, READERS)).toEqual({ relatedTo: [...changed, ...READERS] });
});

test('texts lead to nothing but the tests that read them', () => {
  expect(affectedTests(['README.md', 'docs/pictures/window.png', 'CHANGELOG.md'], READERS)).toEqual(
    {
      relatedTo: READERS,
    },
  );
});

test.each([
  'package.json',
  'package-lock.json',
  'prisma/schema.prisma',
  'prisma/migrations/20261120000000_first/migration.sql',
  'extensions/cancellation-policy/blocks/policy.liquid',
  'tests/devstore/example/app.js',
  'vitest.config.ts',
  'tests/devstore/vitest.config.ts',
  'scripts/checks/steps.ts',
])('everything is tested after a change of %s, to which no import leads', (file) => {
  expect(affectedTests(['app/domain/money.ts', file], READERS)).toBe('all');
});

test.each([
  ["import { readFile } from 'node:fs/promises';", true],
  ["import { spawn } from 'node:child_process';", true],
  ["import { startProgram } from '../processes/child-process.ts';", true],
  ["import { money } from './money.ts';", false],
])('a test that reads the tree is known by what it imports: %s', (source, is) => {
  expect(isReader(source)).toBe(is);
});
