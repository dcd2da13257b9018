import { expect, test } from 'vitest';

import { distancesTo } from './import-graph.ts';

const DEVSTORE = { '.': './start.ts', './seed': './seed/index.ts' };

const distances = (target: string, sources: Record<string, string>) =>
  Object.fromEntries(distancesTo([target], new Map(Object.entries(sources)), DEVSTORE));

test('each file is as far away as its shortest way of imports is long', () => {
  expect(
    distances('app/fee.ts', {
      'app/fee.ts': '',
      'app/plan.ts': "import { fee } from './fee.ts';",
      'app/all.ts': "export * from './plan.ts';\nimport { fee } from './fee.ts';",
      'app/all.test.ts': "import {\n  all,\n  type One,\n} from './all.ts';",
      'app/other.ts': "import { zod } from 'zod';",
    }),
  ).toEqual({ 'app/fee.ts': 0, 'app/plan.ts': 1, 'app/all.ts': 1, 'app/all.test.ts': 2 });
});

test('modules that import each other are gone through once', () => {
  const sources = { 'a.ts': "import './b.ts';", 'b.ts': "import './a.ts';" };
  expect(distances('a.ts', sources)).toEqual({ 'a.ts': 0, 'b.ts': 1 });
});

test.each([
  ['an import for its effect', "import './fee.ts';"],
  ['an import on demand', "const { fee } = await import('./fee.ts');"],
  ['a mock', "vi.mock('./fee.ts', () => ({}));"],
  ['a program', "startProgram(new URL('./fee.ts', import.meta.url).href);"],
  ['its text', "import text from './fee.ts?raw';"],
])('%s leads to a file', (_what, source) => {
  expect(distances('app/fee.ts', { 'app/it.ts': source })).toHaveProperty(['app/it.ts'], 1);
});

test('a type alone leads nowhere', () => {
  const sources = { 'app/it.ts': "import type { Fee } from './fee.ts';" };
  expect(distances('app/fee.ts', sources)).toEqual({ 'app/fee.ts': 0 });
});

test('the devstore is found by what its package exports', () => {
  const sources = {
    'app/a.ts': "import { SKU } from 'devstore/seed';",
    'b.ts': "import 'devstore';",
  };
  expect(distances('tests/devstore/seed/index.ts', sources)).toHaveProperty(['app/a.ts'], 1);
  expect(distances('tests/devstore/start.ts', sources)).toHaveProperty(['b.ts'], 1);
});
