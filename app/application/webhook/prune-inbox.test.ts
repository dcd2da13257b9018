import { expect, test } from 'vitest';

import { DAY } from '../../domain/time.ts';
import type { WebhookInbox } from './ports.ts';
import { pruneInbox } from './prune-inbox.ts';

const NOW = Date.UTC(2026, 10, 22, 3);

test('everything older than thirty days is forgotten, in as many batches as it takes', async () => {
  let left = 12_345;
  const calls: { receivedBefore: number; limit: number }[] = [];
  const inbox: Pick<WebhookInbox, 'forgetApplied'> = {
    async forgetApplied(receivedBefore, limit) {
      calls.push({ receivedBefore, limit });
      const batch = Math.min(limit, left);
      left -= batch;
      return batch;
    },
  };
  expect(await pruneInbox({ clock: { now: () => NOW }, inbox: inbox as WebhookInbox })).toBe(
    12_345,
  );
  expect(left).toBe(0);
  expect(calls.length).toBeGreaterThan(1);
  expect(new Set(calls.map(({ receivedBefore }) => receivedBefore))).toEqual(
    new Set([NOW - 30 * DAY]),
  );
});
