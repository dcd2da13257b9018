import { suggestRefund } from 'devstore/rules';
import { connectApp, type ScenarioShop } from 'devstore/seed';
import { gid } from 'devstore/world';
import fc from 'fast-check';
import { expect, it } from 'vitest';

import type { OrderId } from '../../app/domain/ids.ts';
import { parseShopDomain } from '../../app/domain/ids.ts';
import { checkAndPlan } from '../../app/domain/refund/plan/plan.ts';
import { staffTerms } from '../../app/domain/refund/terms.ts';
import { ok } from '../../app/domain/result.ts';
import { type Fetch, createAdminClient } from '../../app/platform/client/admin-client.ts';
import { createShopifyPlatform } from '../../app/platform/shopify-platform.ts';
import { loadStage } from '../simulation/stage.ts';
import { worldOrderFacts, worldSuggestionFacts } from '../support/facts/world-order-facts.ts';
import { wantedOf } from './carry-out.ts';
import { openShop, placeShape } from './place.ts';
import { shapes } from './shape.ts';
import { OWNER } from '../support/facts/staff-access.ts';

const SEED = 7;
const ORDERS = 200;

const { execute, registration } = await loadStage();

/** The app's own platform code, on the Admin API of a shop. */
function platformOf(scene: ScenarioShop) {
  const { accessToken } = connectApp(scene, execute, { scopes: registration.scopes });
  const fetch: Fetch = async (_url, init) => {
    const { query, variables } = JSON.parse(init.body) as {
      query: string;
      variables: Record<string, unknown>;
    };
    const request = { shop: scene.domain, accessToken, apiVersion: '2026-10', query, variables };
    const { status, body, headers } = execute(scene.world, request);
    // The bucket of query points fills up again in between.
    scene.world.advanceTo(scene.world.now() + 20_000);
    return new Response(JSON.stringify(body), { status, headers: { ...headers } });
  };
  return createShopifyPlatform({
    client: createAdminClient({
      fetch,
      tokens: { get: async () => ok(accessToken), rejected: async () => {} },
    }),
    clock: scene.world,
    readStaffAccess: async () => ok(OWNER),
  });
}

it(`sees ${ORDERS} orders as the app reads them from the Admin API, from seed ${SEED}`, async () => {
  const scene = openShop(SEED);
  const platform = platformOf(scene);
  const shop = parseShopDomain(scene.domain);
  if (!shop) throw new Error('a shop domain expected');
  for (const shape of fc.sample(shapes, { numRuns: ORDERS, seed: SEED })) {
    const order = placeShape(scene, shape);
    const id = gid('Order', order.id) as OrderId;
    const askedAt = scene.world.now();
    const read = await platform.readOrder(shop, id);
    const seen = worldOrderFacts(scene.shop, order, askedAt);
    expect(read).toEqual(ok(seen));

    const part = seen.lines.find((line) => line.unfulfilledQuantity > 0);
    const wanted = {
      terms: staffTerms('original', true),
      choice: { kind: 'everything' },
      keepFreeItems: true,
    } as const;
    const lines = part ? [{ lineItemId: part.id, quantity: 1 }] : [];
    for (const selection of [{ kind: 'order' }, { kind: 'lines', lines }] as const) {
      const plan = checkAndPlan(seen, { ...wanted, selection });
      if (!plan.ok) continue;
      const readAt = scene.world.now();
      const answer = await platform.readOrderForRefund(shop, id, plan.value);
      const suggestion = suggestRefund(order, wantedOf(order, plan.value), {
        full: plan.value.selection.kind === 'order',
        allocation: 'ORIGINAL_PAYMENT_METHODS',
      });
      expect(answer).toEqual(
        ok({
          order: { ...seen, readAt },
          suggested: worldSuggestionFacts(scene.shop, order, suggestion),
        }),
      );
    }
  }
});
