import { readFile } from 'node:fs/promises';

import { expect, test } from 'vitest';
import { z } from 'zod';

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      integrity: z.string().optional(),
      resolved: z.string().optional(),
      link: z.boolean().optional(),
    }),
  ),
});
const Project = z.object({ workspaces: z.array(z.string()) });

const { packages } = Lock.parse(JSON.parse(await readFile('package-lock.json', 'utf8')));
const { workspaces } = Project.parse(JSON.parse(await readFile('package.json', 'utf8')));

/** The project itself and its workspaces lie here; nothing is fetched for them. */
const own = new Set(['', ...workspaces]);
const isOwn = (place: string, { link, resolved }: z.infer<typeof Lock>['packages'][string]) =>
  own.has(place) || (link === true && own.has(resolved ?? ''));

// npm sometimes drops what it knows of other platforms' packages when it adds one; `npm ci` then
// fails on every machine but the one it happened on.
test('the lock file pins every package of every platform by version and content', () => {
  const unpinned = Object.entries(packages)
    .filter(([place, entry]) => !isOwn(place, entry) && !(entry.version && entry.integrity))
    .map(([place]) => place);
  expect(unpinned).toEqual([]);
});

test('the lock file names no registry', () => {
  const addressed = Object.entries(packages)
    .filter(([place, entry]) => !isOwn(place, entry) && entry.resolved !== undefined)
    .map(([place]) => place);
  expect(addressed).toEqual([]);
});
