/**
 * Ninety days of trade at Harbor & Pine, lived through in order, up to a given moment: every payment
 * and fulfillment state, what policies look at, and for one customer several orders only minutes old.
 */
import { createWorld } from '../world/create-world.ts';
import type { World } from '../world/contracts/contract.ts';
import type { EpochMs, Order } from '../world/model.ts';
import { openHarborAndPine } from './harbor-and-pine.ts';
import { POLICY_STORIES } from './policy-stories.ts';
import { STORIES } from './stories.ts';
import { DAY, STANDARD, VAT, type Demo, type Story } from './story.ts';
import { everydayOrders, fillShelves, olderTrade, restockings } from './trade-history.ts';

const HISTORY = 90 * DAY;

/** A world with the demo shop, its clock at `now`. The same arguments make the same world. */
export function createDemoWorld({ now, seed }: { now: EpochMs; seed: number }): World {
  const world = createWorld({ startAt: now - HISTORY, seed });
  const demo: Demo = { world, ...openHarborAndPine(world) };
  const restocking = restockings(HISTORY).map((ago) => ({
    at: now - ago,
    run: () => fillShelves(demo),
  }));
  const agenda = [...STORIES, ...POLICY_STORIES, ...everydayOrders(seed), ...olderTrade(seed)]
    .map((story) => ({ at: now - story.ago, run: () => tell(demo, story, now) }))
    .concat(restocking)
    .sort((a, b) => a.at - b.at);
  const later: { at: EpochMs; run: () => void }[] = [];
  const tell = (telling: Demo, story: Story, end: EpochMs): void => {
    const order = place(telling, story);
    for (const { after, act } of story.then ?? []) {
      const at = world.now() + after;
      if (at <= end) later.push({ at, run: () => act(order, telling) });
    }
  };
  const runLater = (until: EpochMs): void => {
    for (;;) {
      const next = later.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) return;
      later.splice(later.indexOf(next), 1);
      world.advanceTo(next.at);
      next.run();
    }
  };
  for (const { at, run } of agenda) {
    runLater(at);
    world.advanceTo(at);
    run();
  }
  runLater(now);
  world.advanceTo(now);
  return world;
}

function place(demo: Demo, story: Story): Order {
  const customer = demo.people[story.who];
  return demo.world.commerce.placeOrder(demo.domain, {
    customerId: customer.id,
    shipping: STANDARD,
    taxes: VAT,
    ...(typeof story.more === 'function' ? story.more(demo) : story.more),
    lines: story.lines,
    payments: typeof story.pay === 'function' ? story.pay(demo) : story.pay,
  });
}
