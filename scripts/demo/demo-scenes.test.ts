import { readFile } from 'node:fs/promises';

import { createDemoWorld } from 'devstore/seed';
import { expect, test } from 'vitest';

import { SCENES } from './demo-scenes.ts';

test('docs/demo.md names the orders that are played, which follow those of the demo shop', async () => {
  const docs = await readFile('docs/demo.md', 'utf8');
  const named = [...docs.matchAll(/^\| #(\d+) \| (.+?) *\|$/gm)].map(([, number, shows]) => ({
    number: Number(number),
    shows,
  }));
  const [shop] = createDemoWorld({ now: Date.UTC(2026, 10, 22, 12), seed: 1 }).shops.values();
  const last = Math.max(...[...(shop?.orders.values() ?? [])].map(({ number }) => number));
  expect(named).toEqual(SCENES.map(({ shows }, index) => ({ number: last + 1 + index, shows })));
});

test('README says how many orders the demo shop has', async () => {
  const [shop] = createDemoWorld({ now: Date.UTC(2026, 10, 22, 12), seed: 1 }).shops.values();
  expect(await readFile('README.md', 'utf8')).toContain(`a shop of ${shop?.orders.size} orders`);
});
