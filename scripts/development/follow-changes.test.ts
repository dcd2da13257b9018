import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { type Step, followChanges, stepAfter } from './follow-changes.ts';

test.each<[file: string, step: Step | null]>([
  ['app/routes/app.orders._index/route.tsx', 'pages'],
  ['app/components/form/dialog.tsx', 'pages'],
  ['app/root.tsx', 'pages'],
  ['app/jobs/order/sync-orders.ts', 'app'],
  ['app/messages/en/staff/policy.json', 'app'],
  ['app/messages/en/mail.json', 'app'],
  ['app/platform/shopify-platform.ts', 'app'],
  ['scripts/development/dev-server.ts', 'app'],
  ['prisma/schema.prisma', 'schema'],
  ['prisma/migrations/20261201000000_more/migration.sql', 'schema'],
  ['extensions/cancel-order/src/MenuItem.tsx', 'extensions'],
  ['extensions/shared/answer.ts', 'extensions'],
  ['extensions/cancel-order/dist/cancel-order.js', null],
  ['extensions/cancel-order/shopify.d.ts', null],
  ['app/jobs/define-job.test.ts', null],
  ['scripts/demo.ts', null],
  ['shopify.app.toml', 'anew'],
])('%s is followed by: %s', (file, step) => {
  expect(stepAfter(file)).toBe(step);
});

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'unorder-follow-'));
  for (const folder of ['app/jobs', 'app/routes', 'prisma', 'extensions', 'scripts']) {
    await mkdir(path.join(root, folder), { recursive: true });
  }
  await writeFile(path.join(root, 'shopify.app.toml'), '');
});
afterEach(() => rm(root, { recursive: true, force: true }));

const change = (file: string) => writeFile(path.join(root, file), String(Math.random()));

async function until(isThere: () => boolean): Promise<void> {
  for (let waited = 0; !isThere(); waited += 20) {
    if (waited > 10_000) throw new Error('It was not followed.');
    await sleep(20);
  }
}

test('strokes in a row are followed once, one step after the other, and a failure waits for the next change', async () => {
  const followed: Step[] = [];
  const told: string[] = [];
  let running = 0;
  const end = followChanges(
    root,
    async (step) => {
      expect(++running).toBe(1);
      await sleep(50);
      running--;
      followed.push(step);
      if (followed.length === 1) throw new Error('It does not compile.');
    },
    (line) => told.push(line),
  );
  await change('app/jobs/a.ts');
  await change('app/jobs/b.ts');
  await change('app/routes/page.tsx');
  await until(() => told.some((line) => line.includes('Waiting for the next change.')));
  expect(followed).toEqual(['app']);
  expect(told.join('\n')).toContain('It does not compile.');
  await change('app/jobs/a.ts');
  await change('prisma/schema.prisma');
  await until(() => followed.length > 1);
  await sleep(300);
  expect(followed).toEqual(['app', 'schema']);
  end();
  await change('app/jobs/a.ts');
  await sleep(300);
  expect(followed).toHaveLength(2);
});
