import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAdminGraphql } from '../admin-api/execute.ts';
import { loadOfficialSchema } from '../fetched/official-schema.ts';
import { connectApp } from '../seed/connected-app.ts';
import { createScenarioShop } from '../seed/scenario.ts';
import { gid } from '../world/gid.ts';
import { differences } from './compare-recordings.ts';
import { normalized } from './normalize.ts';
import { playScene, type Stage } from './play-scene.ts';
import { type Played, readRecording, type Recording } from './recording.ts';

/* What was recorded, of a shop or as a stand-in for one, is played again on a world of its own. */

const execute = createAdminGraphql(await loadOfficialSchema());

const RECORDINGS = globSync('*.json', { cwd: import.meta.dirname }).map((file) => {
  const text = readFileSync(path.join(import.meta.dirname, file), 'utf8');
  return [file, readRecording(JSON.parse(text))] as const;
});

const SCOPES = [
  ...['write_orders', 'write_order_edits', 'read_customers', 'read_products', 'write_inventory'],
  ...['write_merchant_managed_fulfillment_orders', 'read_locations'],
];

/**
 * What the world draws by chance, for want of knowing it, set to what was recorded: whether a cancel comes in stages,
 * how far they are apart, and with which of them the note comes.
 */
function stagesOf({ states }: Played) {
  const orders = states.map(({ at, state }) => ({ at, ...(state as { order: Shown }).order }));
  const first = orders.find(({ cancelledAt, closed }) => cancelledAt !== null && !closed);
  const last = orders.at(-1);
  if (!first || !last) return { kind: 'at_once' } as const;
  const note = first.cancellation?.staffNote == null ? 'late' : 'early';
  return { kind: 'staged', settlesAfterMs: last.at - first.at, note } as const;
}

interface Shown {
  readonly cancelledAt: string | null;
  readonly closed: boolean;
  readonly cancellation: { readonly staffNote: string | null } | null;
}

/** A world with two apps in it, which moves on only when somebody waits. */
function stageFor(
  documents: Recording['documents'],
  recorded: Played,
): { stage: Stage; given: Record<string, string> } {
  const scene = createScenarioShop({ developmentStore: true });
  const { world, shop } = scene;
  world.faults.inject({
    fault: { at: 'job', job: 'order_cancel', effect: stagesOf(recorded) },
    count: 'always',
  });
  const apps = {
    app: connectApp(scene, execute, { scopes: SCOPES }),
    other_app: connectApp(scene, execute, { clientId: 'other-app', scopes: SCOPES }),
  };
  const variant = [...shop.variants.values()].find((each) => {
    const item = shop.inventoryItems.get(each.inventoryItemId);
    return each.requiresShipping && item !== undefined && item.levels.size > 0;
  });
  const item = variant && shop.inventoryItems.get(variant.inventoryItemId);
  const location = item?.levels.keys().next().value;
  if (!variant || !item || location === undefined) throw new Error('Nothing can be ordered.');
  const stage: Stage = {
    documents,
    now: () => world.now(),
    async send(by, query, variables) {
      const { body } = apps[by].call(query, variables as Record<string, unknown>);
      const answer = body as { data?: unknown; errors?: { message: string }[] };
      return { data: answer.data ?? null, errors: answer.errors ?? [], cost: null };
    },
    // Not past what happens next: no state is missed.
    async wait(ms) {
      const next = world.nextHappeningAt();
      const until = world.now() + ms;
      world.advanceTo(next === null || next <= world.now() ? until : Math.min(next, until));
    },
  };
  const given = {
    variant: gid('ProductVariant', variant.id),
    item: gid('InventoryItem', item.id),
    location: gid('Location', location),
    currency: shop.currency,
    key: 'replayed',
  };
  return { stage, given };
}

it('there is a recording to hold the platform against', () => {
  expect(RECORDINGS.length).toBeGreaterThan(0);
});

describe.each(RECORDINGS)('%s', (_file, { documents, scenes }) => {
  it.each(scenes.map((played) => [played.scene.name, played] as const))(
    'is what the platform does: %s',
    async (_name, recorded) => {
      const { stage, given } = stageFor(documents, recorded);
      const played = await playScene(recorded.scene, given, stage);
      expect(differences(recorded, played)).toEqual([]);
    },
  );
});

describe('two recordings', () => {
  const scene = { name: 's', asks: '?', steps: [] };
  const played = (...states: [number, unknown][]): Played => ({
    scene,
    calls: [{ document: 'Do', answer: { done: true }, cost: 10 }],
    states: states.map(([at, state]) => ({ at, state })),
    settled: true,
  });
  const says = (a: Played, b: Played) => differences(a, b).map((each) => each.says);

  it('are the same whenever things happened, and whatever was shown for a moment', () => {
    expect(
      says(played([0, 'a'], [100, 'b'], [900, 'c']), played([5, 'a'], [900, 'b'], [950, 'c'])),
    ).toEqual([]);
    expect(says(played([0, 'a'], [500, 'b'], [700, 'c']), played([0, 'a'], [700, 'c']))).toEqual(
      [],
    );
  });

  it('differ in a state that stood and is never shown, by either', () => {
    const [more, less] = [played([0, 'a'], [500, 'b'], [900, 'c']), played([0, 'a'], [900, 'c'])];
    expect(says(more, less)).toEqual([
      'never shows a state that stood; nearest to it it is "a" instead of "b".',
    ]);
    expect(says(less, more)).toEqual([
      'shows a state that was never seen, beside the nearest known it is "b" instead of "a".',
    ]);
  });

  it('differ in one sentence where both show a state that differs in a place or two', () => {
    const noted = (note: string | null) =>
      played([0, { note: null, closed: false }], [500, { at: 1, note }], [900, { closed: true }]);
    expect(says(noted('early'), noted(null))).toEqual([
      'never shows a state that stood; nearest to it note is null instead of "early".',
    ]);
  });

  it('differ in the order of states, in answers, and in where they begin and end', () => {
    expect(
      says(
        played([0, 'a'], [400, 'b'], [800, 'c'], [1_200, 'd']),
        played([0, 'a'], [400, 'c'], [800, 'b'], [1_200, 'd']),
      ),
    ).toEqual(['shows the states in another order.']);
    const other = { ...played([0, 'a']), calls: [{ document: 'Do', answer: null, cost: null }] };
    expect(says(played([0, 'a']), other)).toEqual(['Do answers null instead of {"done":true}.']);
    expect(says(played([0, { a: [{ b: 1 }] }]), played([0, { a: [{ b: 2 }] }]))).toEqual([
      'at first, a.0.b is 2 instead of 1.',
      'in the end, a.0.b is 2 instead of 1.',
    ]);
  });
});

describe('a watch', () => {
  /** A platform on which the job is done after so long, and nothing else happens. */
  async function watched(doneAfter: number) {
    let now = 0;
    let looks = 0;
    const played = await playScene(
      {
        name: 'slow',
        asks: '?',
        steps: [{ do: 'watch', document: 'Look', variables: {}, until: 'job.done' }],
      },
      {},
      {
        documents: { Look: '{}' },
        now: () => now,
        async wait(ms) {
          now += ms;
        },
        async send() {
          looks += 1;
          return { data: { job: { done: now >= doneAfter } }, errors: [], cost: null };
        },
      },
    );
    return { ...played, looks, now };
  }

  it('lasts until what it waits for has come and stood for a while, however long nothing changes', async () => {
    const { states, settled, now } = await watched(20_000);
    expect(states.map(({ state }) => state)).toEqual([
      { job: { done: false } },
      { job: { done: true } },
    ]);
    expect(settled).toBe(true);
    expect(now).toBeGreaterThanOrEqual(23_000);
  });

  it('ends after a minute all the same, and says that it saw no rest', async () => {
    const { settled, looks } = await watched(Infinity);
    expect(settled).toBe(false);
    // Every 100 ms for a quarter of a minute, then every second.
    expect(looks).toBeLessThan(210);
  });
});

it('what differs from shop to shop is in no recording', () => {
  const first = { stock: { available: [{ quantity: 7 }] } };
  const later = {
    id: 'gid://shopify/Order/123',
    cancelledAt: '2026-11-30T12:00:00+01:00',
    message: 'Order #1042 cannot be cancelled',
    shopMoney: { amount: '10.0', currencyCode: 'EUR' },
    lineItems: { nodes: [{ quantity: 2 }] },
    stock: { available: [{ quantity: 9 }] },
  };
  expect(normalized(later, first)).toEqual({
    id: '<Order>',
    cancelledAt: '<time>',
    message: 'Order <order> cannot be cancelled',
    shopMoney: { amount: '10.0', currencyCode: '<currency>' },
    lineItems: { nodes: [{ quantity: 2 }] },
    stock: { available: [{ quantity: 2 }] },
  });
});

it('a recording of a shop names neither it nor anybody', () => {
  for (const [, recording] of RECORDINGS) {
    const text = JSON.stringify(recording.scenes.map(({ calls, states }) => ({ calls, states })));
    expect(text).not.toMatch(/gid:|myshopify|@|#\d|\d{4}-\d\d-\d\dT/);
  }
});
