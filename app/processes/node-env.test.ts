import { readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

test.each(['start', 'worker', 'rotate-keys'])(
  'npm run %s runs in production unless told otherwise, before anything else is loaded',
  (name) => {
    const file = scripts[name]?.split(' ').at(-1) ?? '';
    const [first] = /^import .*$/m.exec(read(file)) ?? [];
    expect(first).toMatch(/^import '.*\/node-env\.ts';$/);
  },
);
