import { Gauge, type Registry } from 'prom-client';

import type { ShopDomain } from '../domain/ids.ts';
import { MINUTE } from '../domain/time.ts';

/** What shops have left of the points that an app may spend on them. */
export interface Budgets {
  /** An answer of the platform said so. */
  seen(shop: ShopDomain, left: { readonly available: number; readonly maximum: number }): void;
}

/** Those with the least left are told of: a shop that has enough is nobody's trouble. */
const MOST_SHOPS_TOLD = 20;
/** Points come back within seconds; what was heard before this says nothing any more. */
const HEARD_LATELY = 2 * MINUTE;
/** However many shops are asked at once. */
const MOST_SHOPS_KEPT = 2_000;

/**
 * However many shops there are, an answer tells of few, and memory holds no more than those heard of lately: label
 * values would otherwise grow with the shops.
 */
export function createBudgets(clock: { now(): number }, registers: Registry[]): Budgets {
  const heard = new Map<ShopDomain, { readonly left: number; readonly at: number }>();
  new Gauge({
    name: 'unorder_throttle_budget_ratio',
    help: `Part of a shop's query points that was left when the platform last said so; the ${MOST_SHOPS_TOLD} shops with the least.`,
    labelNames: ['shop'],
    registers,
    collect() {
      this.reset();
      const now = clock.now();
      const lately = [...heard].filter(([, { at }]) => now - at < HEARD_LATELY);
      heard.clear();
      for (const [shop, budget] of lately) heard.set(shop, budget);
      const least = lately.toSorted(([, a], [, b]) => a.left - b.left).slice(0, MOST_SHOPS_TOLD);
      for (const [shop, { left }] of least) this.set({ shop }, left);
    },
  });
  return {
    seen(shop, { available, maximum }) {
      // The one heard of last is the last in the map.
      heard.delete(shop);
      heard.set(shop, {
        left: maximum > 0 ? Math.max(0, available / maximum) : 0,
        at: clock.now(),
      });
      const [oldest] = heard.keys();
      if (heard.size > MOST_SHOPS_KEPT && oldest !== undefined) heard.delete(oldest);
    },
  };
}
