import { describe, expect, test } from 'vitest';

import type { ShopDomain } from '../../domain/ids.ts';
import { createTurns, type Lane, type Receipt } from './turns.ts';

const SHOP = 'small.myshopify.com' as ShopDomain;
const OTHER_SHOP = 'calm.myshopify.com' as ShopDomain;
const PATIENCE = { shopper: 8_000, staff: 8_000, machine: 1_000 };

/** A platform of 2,000 points that restores 100 a second and charges what it asks for, on a clock of its own. */
function stage({ available = 2_000, asks = 120, takes = 50 } = {}) {
  let now = 1_000_000;
  let left = available;
  let leftAt = now;
  let timers: readonly { readonly at: number; readonly run: () => void }[] = [];
  const clock = { now: () => now };
  const budgets: string[] = [];
  const lanes = createTurns({
    clock,
    onBudget: (shop, { available }) => void budgets.push(`${shop} ${available}`),
    patience: PATIENCE,
    after: (milliseconds, run) => {
      const timer = { at: now + milliseconds, run };
      timers = [...timers, timer];
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
  });
  const order: string[] = [];
  const refill = () => {
    left = Math.min(2_000, left + (now - leftAt) / 10);
    leftAt = now;
  };
  const receipt = (actual: number | null): Receipt => ({
    budget: { available: Math.floor(left), maximum: 2_000, restoredPerSecond: 100 },
    requested: asks,
    actual,
  });
  let turnedAway = 0;
  return {
    order,
    budgets,
    turnedAway: () => turnedAway,
    spend: (points: number) => {
      refill();
      left -= points;
    },
    ask: (lane: Lane, name: string, answered: Promise<void> = Promise.resolve()) =>
      lanes(lane).run(SHOP, 'Read', async () => {
        await answered;
        refill();
        if (left < asks) {
          turnedAway += 1;
          return { result: 'throttled', receipt: receipt(null), turnedAway: { retryAfter: 500 } };
        }
        left -= takes;
        order.push(name);
        return { result: name, receipt: receipt(takes), turnedAway: null };
      }),
    /** Another shop, which has all of its points. */
    askElsewhere: (name: string) =>
      lanes('shopper').run(OTHER_SHOP, 'Read', async () => {
        order.push(name);
        const budget = { available: 2_000, maximum: 2_000, restoredPerSecond: 100 };
        return { result: name, receipt: { ...receipt(takes), budget }, turnedAway: null };
      }),
    async pass(milliseconds: number) {
      for (const until = now + milliseconds; ;) {
        await settle();
        const [next] = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
        if (!next) {
          now = until;
          return settle();
        }
        timers = timers.filter((one) => one !== next);
        now = Math.max(now, next.at);
        next.run();
      }
    },
  };
}

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

describe('turns at a shop’s points', () => {
  test('nobody waits while there are points', async () => {
    const { ask, order } = stage();
    await Promise.all(['a', 'b', 'c'].map((name) => ask('shopper', name)));
    expect(order).toEqual(['a', 'b', 'c']);
  });

  test('who came first goes first, and the platform is not asked in vain', async () => {
    const at = stage({ available: 150 });
    await at.ask('shopper', 'first');
    const asked = ['a', 'b', 'c', 'd'].map((name) => at.ask('shopper', name));
    await at.pass(4_000);
    expect(await Promise.all(asked)).toEqual(['a', 'b', 'c', 'd']);
    expect(at.order).toEqual(['first', 'a', 'b', 'c', 'd']);
    expect(at.turnedAway()).toBe(0);
  });

  test('nobody is turned away for points that come back with the answers under way', async () => {
    const at = stage({ takes: 30 });
    await at.ask('shopper', 'first');
    const answers = Promise.withResolvers<void>();
    const asked = Array.from({ length: 60 }, (_, index) =>
      at.ask('shopper', `${index}`, answers.promise),
    );
    await settle();
    answers.resolve();
    await at.pass(3_000);
    const served = await Promise.all(asked);
    expect(served.filter((answer) => typeof answer !== 'string')).toEqual([]);
    expect(at.turnedAway()).toBe(0);
  });

  test('a crowd at one shop keeps nobody of another waiting', async () => {
    const at = stage({ available: 150 });
    await at.ask('shopper', 'first');
    const crowd = Array.from({ length: 12 }, (_, index) => at.ask('shopper', `crowd ${index}`));
    await settle();
    await Promise.all(Array.from({ length: 5 }, () => at.askElsewhere('elsewhere')));
    expect(at.order).toEqual(['first', ...Array<string>(5).fill('elsewhere')]);
    await at.pass(8_000);
    expect(await Promise.all(crowd)).toHaveLength(12);
    expect(at.turnedAway()).toBe(0);
  });

  test('shoppers go before staff, staff before machines', async () => {
    const at = stage({ available: 150 });
    await at.ask('shopper', 'first');
    for (const lane of ['staff', 'shopper', 'staff', 'shopper'] as const) void at.ask(lane, lane);
    await at.pass(8_000);
    expect(at.order.slice(1)).toEqual(['shopper', 'shopper', 'staff', 'staff']);
  });

  test('a machine leaves a part to people, and is told when to come again', async () => {
    const at = stage({ available: 300 });
    await at.ask('shopper', 'first');
    expect(await at.ask('machine', 'engine')).toHaveProperty('retryAfter');
    expect(await at.ask('shopper', 'second')).toBe('second');
  });

  test('machines that are told to come again come one after the other', async () => {
    const at = stage({ available: 200 });
    await at.ask('shopper', 'first');
    const told = await Promise.all(['a', 'b', 'c'].map((name) => at.ask('machine', name)));
    const waits = told.map((one) => (typeof one === 'object' ? one.retryAfter : 0));
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(new Set(waits).size).toBe(3);
  });

  test('a machine that was kept out for long is let through before all is left to others', async () => {
    const at = stage({ available: 200 });
    await at.ask('shopper', 'first');
    expect(await at.ask('machine', 'engine')).toHaveProperty('retryAfter');
    // Others, in another process, take all that comes back.
    for (let second = 0; second < 21; second += 1) {
      await at.pass(1_000);
      at.spend(100);
    }
    expect(await at.ask('shopper', 'event')).toBe('event');
    const engine = at.ask('machine', 'engine');
    await at.pass(500);
    expect(await engine).toBe('engine');
  });

  test('who would wait for longer than anybody does is told so at once', async () => {
    const at = stage({ available: 130 });
    await at.ask('shopper', 'first');
    const asked = Array.from({ length: 40 }, (_, index) => at.ask('shopper', `${index}`));
    const last = await asked.at(-1);
    expect(last).toHaveProperty('retryAfter');
    await at.pass(9_000);
    const served = (await Promise.all(asked)).filter((one) => typeof one === 'string');
    expect(served.length).toBeGreaterThan(10);
  });

  test('what another process took is learnt from the platform, and nobody loses their place', async () => {
    const at = stage();
    await at.ask('shopper', 'first');
    at.spend(1_900);
    const asked = ['a', 'b'].map((name) => at.ask('shopper', name));
    await at.pass(3_000);
    expect(await Promise.all(asked)).toEqual(['a', 'b']);
    expect(at.order).toEqual(['first', 'a', 'b']);
    expect(at.turnedAway()).toBeLessThanOrEqual(2);
  });

  test('a platform that turns everybody away is not asked for ever', async () => {
    const turns = createTurns({
      clock: { now: () => now },
      patience: PATIENCE,
      after: (milliseconds, later) => {
        now += milliseconds;
        queueMicrotask(later);
        return () => undefined;
      },
    })('shopper');
    let now = 0;
    let asked = 0;
    const result = await turns.run(SHOP, 'Read', async () => {
      asked += 1;
      return {
        result: 'throttled',
        receipt: { budget: null, requested: null, actual: null },
        turnedAway: { retryAfter: 3_000 },
      };
    });
    expect(result).toBe('throttled');
    expect(asked).toBe(3);
  });
});

test('what each answer says is left of a shop is told', async () => {
  const { ask, askElsewhere, budgets } = stage({ available: 500, takes: 50 });
  await ask('shopper', 'one');
  await askElsewhere('two');
  expect(budgets).toEqual([`${SHOP} 450`, `${OTHER_SHOP} 2000`]);
});
