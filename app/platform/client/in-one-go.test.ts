import { describe, expect, it } from 'vitest';

import type { ShopDomain } from '../../domain/ids.ts';
import { err, ok } from '../../domain/result.ts';
import type { AdminClient } from './admin-client.ts';
import type { AdminDocument } from './document.ts';
import { readsInOneGo } from './in-one-go.ts';
import { platformError } from './platform-error.ts';

const SHOP = 'kettles.myshopify.com' as ShopDomain;
const DOCUMENT = {} as AdminDocument<null, null>;
const RATE = 100;
const MOST = 2_000;

/** A shop's bucket, and calls of so many points each. */
function bucket(available: number, most = MOST) {
  let left = available;
  let cost = 0;
  const client = {
    send: async (_shop: ShopDomain, _document: unknown, _variables: unknown, onBudget?: Tell) => {
      const isEnough = cost <= left;
      if (isEnough) left -= cost;
      onBudget?.({ available: left, maximum: most, restoredPerSecond: RATE }, isEnough ? cost : 0);
      const retryAfter = ((cost - left) / RATE) * 1_000;
      return isEnough
        ? ok(null)
        : err(platformError('throttled', 'THROTTLED', 'No.', { retryAfter }));
    },
  } as unknown as AdminClient;
  const inOneGo = readsInOneGo(client);
  const read = (costs: readonly number[], what = 'an order') =>
    inOneGo(what, async (counted) => {
      for (const points of costs) {
        cost = points;
        const sent = await counted.send(SHOP, DOCUMENT, null);
        if (!sent.ok) return sent;
      }
      return ok('all of it');
    });
  return { read, wait: (ms: number) => void (left = Math.min(most, left + (ms / 1_000) * RATE)) };
}
type Tell = Parameters<AdminClient['send']>[3];

const waitOf = (result: Awaited<ReturnType<ReturnType<typeof bucket>['read']>>): number =>
  result.ok ? 0 : (result.error.retryAfter ?? 0);

describe('a read of several calls', () => {
  it('waits, turned away half-way, for all that it takes, and then comes to its end', async () => {
    const { read, wait } = bucket(150);
    const turnedAway = await read([100, 80, 80]);
    expect(waitOf(turnedAway)).toBe(2_300);
    wait(waitOf(turnedAway));
    expect(await read([100, 80, 80])).toEqual(ok('all of it'));
  });

  it('comes to its end however little is left, in few attempts, beside others of the same', async () => {
    const { read, wait } = bucket(90);
    const costs = Array.from({ length: 12 }, () => 80);
    let attempts = 0;
    for (let isOver = false; !isOver && attempts < 20; attempts += 1) {
      const results = [await read(costs), await read(costs), await read(costs)];
      isOver = results.some(({ ok: isRead }) => isRead);
      wait(Math.min(...results.map(waitOf)));
    }
    expect(attempts).toBeLessThanOrEqual(6);
  });

  it('waits as long as the platform says where the first call is turned away', async () => {
    const { read } = bucket(20);
    expect(waitOf(await read([100]))).toBe(800);
    expect(waitOf(await read([100], 'another order'))).toBe(800);
  });

  it('never waits longer than until the budget is full', async () => {
    expect(waitOf(await bucket(200, 200).read([150, 150]))).toBe(1_500);
  });
});
