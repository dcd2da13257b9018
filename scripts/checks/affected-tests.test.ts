import { expect, test } from 'vitest';

import { affectedTests } from './affected-tests.ts';

const TREE = new Map(
  Object.entries({
    'app/fee.ts': '',
    'app/fee.test.ts': "import { fee } from './fee.ts';",
    'app/page.tsx': "import { fee } from './fee.ts';\nimport de from './messages/de.json';",
    'app/page.test.tsx': "import { Page } from './page.tsx';",
    'app/other.test.ts': "import { other } from './other.ts';",
    'app/tree.test.ts': "import { readFile } from 'node:fs/promises';",
    'app/program.test.ts': "import { spawn } from 'node:child_process';",
    'app/folder.test.ts': "import { mkdtemp, readFile } from 'node:fs/promises';",
    'scripts/program.test.ts': "import { startProgram } from '../processes/child-process.ts';",
    'tests/stage.ts': "import { Page } from '../app/page.tsx';",
    'tests/integration/page.test.ts': "import { Page } from '../../app/page.tsx';",
    'tests/integration/stage.test.ts': "import '../stage.ts';",
    'tests/integration/kill/kill.test.ts': "import { fee } from '../../../app/fee.ts';",
    'tests/devstore/shop.test.ts': '',
    'tests/devstore/reading.test.ts': "import { readFile } from 'node:fs/promises';",
  }),
);

const affectedBy = (...changed: string[]) => affectedTests(changed, TREE, {});
/** What every change of a module of the app affects. */
const READERS = ['app/program.test.ts', 'app/tree.test.ts'];

test('everything is tested when it is not known what passed last', () => {
  expect(affectedTests(null, TREE, {})).toBe('all');
});

test('a module leads to all quick tests that import it, and to the near ones of the others', () => {
  expect(affectedBy('app/fee.ts')).toEqual({
    run: [
      'app/fee.test.ts',
      'app/folder.test.ts',
      'app/page.test.tsx',
      ...READERS,
      'tests/integration/page.test.ts',
    ],
    left: ['tests/integration/kill/kill.test.ts', 'tests/integration/stage.test.ts'],
  });
});

test('of the tests that are slow to start no more than six are run, and the others are said', () => {
  const many = Array.from({ length: 9 }, (_, nth) => [`tests/integration/${nth}.test.ts`, '']);
  const tree = new Map(many as [string, string][]);
  const affected = affectedTests([...tree.keys()], tree, {});
  expect(affected).toMatchObject({ run: { length: 6 }, left: { length: 3 } });
});

test('a text leads to the tests of what imports it', () => {
  expect(affectedBy('app/messages/de.json')).toMatchObject({
    run: ['app/folder.test.ts', 'app/page.test.tsx', ...READERS, 'tests/integration/page.test.ts'],
  });
});

test('a test that changed is run, whatever it is about', () => {
  expect(affectedBy('tests/devstore/shop.test.ts')).toMatchObject({
    run: ['app/tree.test.ts', 'tests/devstore/shop.test.ts'],
  });
  expect(affectedBy('tests/integration/kill/kill.test.ts')).toMatchObject({
    left: ['tests/integration/kill/kill.test.ts'],
  });
});

test('what is for people alone leads to the tests that read the tree', () => {
  const changed = ['README.md', 'docs/pictures/window.png', 'CHANGELOG.md'];
  expect(affectedBy(...changed)).toEqual({ run: ['app/tree.test.ts'], left: [] });
});

test('tests that start programs or make a folder are affected by what is beside them', () => {
  expect(affectedBy('scripts/new.ts')).toMatchObject({
    run: ['app/tree.test.ts', 'scripts/program.test.ts'],
  });
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
  'tests/support/database/postgres-server.ts',
  'scripts/checks/steps.ts',
])('everything is tested after a change of %s, to which no import leads', (file) => {
  expect(affectedBy('app/fee.ts', file)).toBe('all');
});
