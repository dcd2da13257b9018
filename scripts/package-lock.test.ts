import { readFile } from 'node:fs/promises';

import { expect, test } from 'vitest';
import { z } from 'zod';

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), integrity: z.string().optional() }),
  ),
});

// npm sometimes drops what it knows of other platforms' packages when it adds one; `npm ci` then
// fails on every machine but the one it happened on.
test('the lock file pins every package of every platform by version and content', async () => {
  const { packages } = Lock.parse(JSON.parse(await readFile('package-lock.json', 'utf8')));
  const unpinned = Object.entries(packages)
    .filter(([place, { version, integrity }]) => place !== '' && !(version && integrity))
    .map(([place]) => place);
  expect(unpinned).toEqual([]);
});
