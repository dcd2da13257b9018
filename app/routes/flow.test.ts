import { createHmac } from 'node:crypto';

import type { AppLoadContext } from '@remix-run/node';
import { beforeEach, describe, expect, it } from 'vitest';

import {
  createMemoryFlowRuns,
  createMemoryFlowTriggers,
} from '../../tests/simulation/adapters/memory-flow.ts';
import { API_SECRET, createRouteContext, SHOP } from '../../tests/support/stages/route-context.ts';
import { action as act } from './flow.actions.$action.tsx';
import { action as noteUse } from './flow.use.tsx';

let context: AppLoadContext;
let flowRuns: ReturnType<typeof createMemoryFlowRuns>;
let flowTriggers: ReturnType<typeof createMemoryFlowTriggers>;
beforeEach(async () => {
  flowRuns = createMemoryFlowRuns();
  flowTriggers = createMemoryFlowTriggers();
  const route = await createRouteContext();
  context = {
    ...route.context,
    container: { ...route.context.container, flowRuns, flowTriggers },
  };
});

const RUN = 'bdb15e45-4f9d-4c80-88c8-7b43a24edd30-30892-cc8eb62a-14db-43fc-bb4f-d8ea0d3b2ed2';
const ASKED = {
  shop_id: 690_933_842,
  shopify_domain: SHOP,
  action_run_id: RUN,
  handle: 'cancel-whole-order',
  properties: {
    order_id: 'gid://shopify/Order/1042',
    refund: true,
    reason: 'fraud',
    workflow: 'Risky orders',
  },
};

function request(body: unknown, secret = API_SECRET): Request {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return new Request('https://unorder.example.com/flow', {
    method: 'POST',
    body: text,
    headers: {
      'X-Shopify-Hmac-Sha256': createHmac('sha256', secret).update(text).digest('base64'),
    },
  });
}
const asked = (body: unknown, secret?: string, action = 'cancel-whole-order') =>
  act({ request: request(body, secret), params: { action }, context });

describe('what a workflow of Flow asks for', () => {
  it('is noted once and answered at once, and again until it is done', async () => {
    expect((await asked(ASKED)).status).toBe(202);
    expect((await asked(ASKED)).status).toBe(202);
    expect(flowRuns.jobs).toEqual([RUN]);
    expect(await flowRuns.waiting(SHOP, RUN)).toMatchObject({
      action: 'cancel-whole-order',
      orderId: 'gid://shopify/Order/1042',
      wishes: { refund: true, restock: false, notify: false, reason: 'fraud', note: '' },
      workflow: 'Risky orders',
    });
    await flowRuns.settle(SHOP, RUN, { state: 'done' }, 0);
    expect((await asked(ASKED)).status).toBe(200);
  });

  it('that is refused is told why in words, and is not asked for again', async () => {
    await asked(ASKED);
    const refusals = [{ code: 'already_cancelled' } as const];
    await flowRuns.settle(SHOP, RUN, { state: 'refused', refusals }, 0);
    const answer = await asked(ASKED);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({
      message: expect.stringMatching(/cancelled/) as string,
    });
  });

  it('counts only when Shopify signed it: nothing is noted otherwise', async () => {
    expect((await asked(ASKED, 'another secret')).status).toBe(401);
    const unsigned = new Request('https://unorder.example.com/flow', {
      method: 'POST',
      body: JSON.stringify(ASKED),
    });
    const answer = await act({
      request: unsigned,
      params: { action: 'cancel-whole-order' },
      context,
    });
    expect(answer.status).toBe(401);
    expect(flowRuns.jobs).toEqual([]);
  });

  it.each([
    ['no JSON', '{'],
    ['no shop', { ...ASKED, shopify_domain: 'elsewhere.example' }],
    ['no run', { ...ASKED, action_run_id: '' }],
  ])('is refused with %s', async (_what, body) => {
    expect((await asked(body)).status).toBe(400);
    expect(flowRuns.jobs).toEqual([]);
  });

  it('is not found for an action that the app does not have', async () => {
    expect((await asked(ASKED, API_SECRET, 'delete-shop')).status).toBe(404);
  });

  it('may name the order by its number alone, and tick boxes in words', async () => {
    await asked({ ...ASKED, properties: { order_id: 1042, refund: 'true', note: 7 } });
    expect(await flowRuns.waiting(SHOP, RUN)).toMatchObject({
      orderId: 'gid://shopify/Order/1042',
      wishes: { refund: true, note: '7' },
      workflow: null,
    });
  });
});

describe('whether a trigger is used', () => {
  const USED = {
    flow_trigger_definition_id: 'Cancellation requested',
    has_enabled_flow: true,
    shop_id: 690_933_842,
    shopify_domain: SHOP,
    timestamp: '2026-11-30T10:00:00.000Z',
  };
  const told = (body: unknown, secret?: string) =>
    noteUse({ request: request(body, secret), params: {}, context });

  it('is answered with 2xx, kept, and the later of two counts', async () => {
    expect((await told(USED)).status).toBe(200);
    expect(await flowTriggers.used(SHOP)).toEqual(['Cancellation requested']);
    const earlier = { ...USED, has_enabled_flow: false, timestamp: '2026-11-30T09:00:00.000Z' };
    expect((await told(earlier)).status).toBe(200);
    expect(await flowTriggers.used(SHOP)).toEqual(['Cancellation requested']);
  });

  it('is kept of a trigger that this release does not know, too', async () => {
    const unknown = { ...USED, flow_trigger_definition_id: 'gid://shopify/FlowTrigger/1' };
    expect((await told(unknown)).status).toBe(200);
    expect(await flowTriggers.used(SHOP)).toEqual(['gid://shopify/FlowTrigger/1']);
  });

  it('counts only when Shopify signed it', async () => {
    expect((await told(USED, 'another secret')).status).toBe(401);
    expect(await flowTriggers.used(SHOP)).toEqual([]);
  });
});
