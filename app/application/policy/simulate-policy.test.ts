import { describe, expect, it } from 'vitest';
import { PLACED_AT, order } from '../../../tests/support/facts/order-facts.ts';
import { documentOf, policy, rule } from '../../../tests/support/facts/policies.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import type { OrderFacts } from '../../domain/order/facts.ts';
import { err, ok } from '../../domain/result.ts';
import { DAY } from '../../domain/time.ts';
import type { OrderHistory } from './ports.ts';
import { MOST_ORDERS_SIMULATED, type SimulationStep, simulatePolicy } from './simulate-policy.ts';

const SHOP = 'simulated.myshopify.com' as ShopDomain;
const NOW = PLACED_AT + DAY;
const draft = documentOf(policy({ rules: [rule({ who: ['customer'] })] }));
const guest = order({ customerId: null });

/** A history of so many equal pages; notes what was asked of it. */
function historyOf(
  pages: number,
  page: readonly OrderFacts[],
  rest: {
    total?: number | null;
    visibleSince?: number | null;
    failAt?: number;
    unreadable?: number;
  } = {},
) {
  const asked: { since: number; after: string | null }[] = [];
  const history: OrderHistory = {
    readPage: async (shop, { since, after }) => {
      expect(shop).toBe(SHOP);
      asked.push({ since, after });
      if (asked.length === rest.failAt) {
        return err({
          kind: 'throttled',
          code: 'THROTTLED',
          message: 'Throttled',
          mayHaveApplied: false,
          retryAfter: null,
        });
      }
      return ok({
        orders: page,
        unreadable: rest.unreadable ?? 0,
        next: asked.length < pages ? `page ${asked.length}` : null,
        total: rest.total ?? null,
        visibleSince: rest.visibleSince ?? null,
      });
    },
  };
  return { history, asked };
}

function start(history: OrderHistory, signal = new AbortController().signal) {
  const deps = {
    clock: { now: () => NOW },
    policies: { current: async () => policy({ version: 4 }) },
    history,
  };
  return simulatePolicy(deps, SHOP, { draft, days: 90, minutesAfterOrder: 30, signal });
}

async function all(steps: AsyncIterable<SimulationStep>): Promise<SimulationStep[]> {
  const told: SimulationStep[] = [];
  for await (const step of steps) told.push(step);
  return told;
}

describe('trying a policy out on a shop’s past orders', () => {
  it('goes through all pages and tells after each how far it is', async () => {
    const { history, asked } = historyOf(3, [order(), guest], { total: 6 });
    const told = await all(start(history));
    expect(told).toMatchObject([
      {
        kind: 'progress',
        total: 6,
        simulation: { orders: 2, draft: { allowed: 1 }, live: { allowed: 2 } },
      },
      { kind: 'progress', simulation: { orders: 4 } },
      {
        kind: 'done',
        simulation: { orders: 6, newlyRefused: 3, assumption: { askedAfterMinutes: 30 } },
        since: NOW - 90 * DAY,
        isShortened: false,
        unreadable: 0,
      },
    ]);
    expect(asked).toEqual(
      [null, 'page 1', 'page 2'].map((after) => ({ since: NOW - 90 * DAY, after })),
    );
  });

  it('case 56: says when the platform shows it no orders as old as that', async () => {
    const visibleSince = NOW - 60 * DAY;
    expect(await all(start(historyOf(1, [], { visibleSince }).history))).toMatchObject([
      { kind: 'done', since: visibleSince, isShortened: true },
    ]);
    const older = NOW - 120 * DAY;
    expect(await all(start(historyOf(1, [], { visibleSince: older }).history))).toMatchObject([
      { since: NOW - 90 * DAY, isShortened: false },
    ]);
  });

  it('stops when it is told to, and reads nothing more', async () => {
    const { history, asked } = historyOf(100, [order()]);
    const controller = new AbortController();
    const told: SimulationStep[] = [];
    for await (const step of start(history, controller.signal)) {
      told.push(step);
      if (told.length === 2) controller.abort();
    }
    expect(told.map(({ kind }) => kind)).toEqual(['progress', 'progress']);
    expect(asked).toHaveLength(2);
  });

  it('is silent about a page that came after it was stopped', async () => {
    const controller = new AbortController();
    const { history } = historyOf(1, [order()]);
    const slow: OrderHistory = {
      readPage: async (...asked) => {
        controller.abort();
        return history.readPage(...asked);
      },
    };
    expect(await all(start(slow, controller.signal))).toEqual([]);
  });

  it('says so when the platform fails on the way', async () => {
    const told = await all(start(historyOf(9, [order()], { failAt: 2 }).history));
    expect(told).toMatchObject([
      { kind: 'progress' },
      { kind: 'failed', refusal: { code: 'platform_unavailable' } },
    ]);
  });

  it('ends after as many orders as it goes through at most', async () => {
    const page = Array.from({ length: 30_000 }, () => guest);
    const { history, asked } = historyOf(9, page, { total: 270_000 });
    const told = await all(start(history));
    expect(asked).toHaveLength(4);
    expect(told.at(-1)).toMatchObject({
      kind: 'done',
      total: MOST_ORDERS_SIMULATED,
      simulation: { orders: MOST_ORDERS_SIMULATED },
    });
  }, 30_000);
});
