import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { openProgress } from './progress.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'unorder-progress-'));
});
afterAll(() => rm(folder, { recursive: true }));

const PLAYED = {
  scene: { name: 'paid', asks: '?', steps: [] },
  calls: [],
  states: [{ at: 1, state: {} }],
  settled: true,
};

it('what was made and what was played outlives the process, and ends when it is done', async () => {
  const file = path.join(folder, 'deep', 'lamps.json');
  const first = await openProgress(file);
  await first.opened('1');
  await first.opened('2');
  await first.closed('1');
  await first.record(PLAYED);
  const next = await openProgress(file);
  expect(next.open).toEqual(['2']);
  expect(next.played).toEqual([PLAYED]);
  await next.forget();
  expect((await openProgress(file)).played).toEqual([]);
});

it('a file that is no progress is not taken for none', async () => {
  const file = path.join(folder, 'broken.json');
  await writeFile(file, '{"open": 7}');
  await expect(openProgress(file)).rejects.toThrow();
});
