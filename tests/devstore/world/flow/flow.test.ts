import { beforeEach, describe, expect, test } from 'vitest';
import { createAdminGraphql } from '../../admin-api/execute.ts';
import { loadOfficialSchema } from '../../fetched/official-schema.ts';
import { connectApp, type ConnectedApp } from '../../seed/connected-app.ts';
import { createScenarioShop, type ScenarioShop } from '../../seed/scenario.ts';
import type { FlowSpec } from '../contracts/contract.ts';

const execute = createAdminGraphql(await loadOfficialSchema());
const field = (name: string, type: string, required = false) => ({
  name,
  type,
  required,
  label: name,
});
const SPEC: FlowSpec = {
  triggers: [
    {
      handle: 'order-blessed',
      title: 'Order blessed',
      description: '',
      fields: [
        field('order_id', 'order_reference'),
        field('Blessing', 'single_line_text_field'),
        field('Loudness', 'number_decimal'),
      ],
    },
  ],
  actions: [
    {
      handle: 'bless-order',
      title: 'Bless order',
      description: '',
      url: '/flow/bless',
      fields: [
        field('order_id', 'order_reference', true),
        field('words', 'single_line_text_field'),
      ],
    },
  ],
  lifecycleUrl: '/flow/lifecycle',
};

let scene: ScenarioShop;
let app: ConnectedApp;
beforeEach(() => {
  scene = createScenarioShop();
  app = connectApp(scene, execute, { flow: SPEC });
});

const HANDLE = 'order-blessed';
const send = (payload: unknown, handle = HANDLE): unknown =>
  app.run(
    'mutation T($handle: String, $payload: JSON) { flowTriggerReceive(handle: $handle, payload: $payload) { userErrors { field message } } }',
    { handle, payload },
  ).data?.['flowTriggerReceive'];
const wait = (ms: number): void => scene.world.advanceTo(scene.world.now() + ms);
/** Lets Flow ask what it has to ask, and the app answer. */
function answer(status: number, retryAfterSeconds?: number): number {
  const due = scene.world.flow.takeDue();
  for (const { id } of due) {
    scene.world.flow.report(id, {
      status,
      ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    });
  }
  return due.length;
}

describe('a trigger', () => {
  test('is taken and kept, and begins a workflow only where one is on', () => {
    const payload = { order_id: 7, Blessing: 'all', Loudness: 3 };
    expect(send(payload)).toEqual({ userErrors: [] });
    scene.world.flow.useTrigger(scene.domain, 'connected-app', HANDLE, true);
    wait(1_000);
    answer(200);
    send(payload);
    expect(scene.world.flow.received()).toMatchObject([
      { handle: HANDLE, payload, isUsed: false },
      { handle: HANDLE, payload, isUsed: true },
    ]);
  });

  test.each([
    ['an unknown handle', { order_id: 7 }, 'other', "Invalid handle 'other'."],
    ['an unknown field', { order_id: 7, more: 1 }, HANDLE, "Invalid field: 'more'."],
    ['no reference', { Blessing: 'all' }, HANDLE, "Required field missing: 'order_id'."],
    [
      'a number that is none',
      { order_id: 7, Loudness: 'loud' },
      HANDLE,
      'Type error for field \'Loudness\': "loud" is not a number.',
    ],
    [
      'more than 50,000 bytes',
      { order_id: 7, Blessing: 'x'.repeat(50_000) },
      HANDLE,
      'Properties size exceeds the limit of 50000 bytes.',
    ],
  ])('is refused with %s', (_what, payload, handle, fault) => {
    expect(send(payload, handle)).toEqual({
      userErrors: [{ field: ['body'], message: `Errors validating schema:\n  ${fault}\n` }],
    });
    expect(scene.world.flow.received()).toEqual([]);
  });

  test('costs one point', () => {
    const { extensions } = app.run(
      'mutation { flowTriggerReceive(handle: "order-blessed", payload: {order_id: 7}) { userErrors { message } } }',
    );
    expect(extensions).toMatchObject({ cost: { requestedQueryCost: 1 } });
  });
});

describe('a workflow', () => {
  const use = (): void => scene.world.flow.useTrigger(scene.domain, 'connected-app', HANDLE, true);
  const isUsed = (): boolean => scene.world.flow.isUsed(scene.domain, 'connected-app', HANDLE);

  test('is on once the app’s callback took it', () => {
    use();
    wait(1_000);
    expect(isUsed()).toBe(false);
    const [callback] = scene.world.flow.requests();
    expect(callback?.url).toBe('https://app.example.com/flow/lifecycle');
    expect(JSON.parse(callback?.body ?? '')).toEqual({
      flow_trigger_definition_id: 'Order blessed',
      has_enabled_flow: true,
      shop_id: scene.shop.id,
      shopify_domain: scene.domain,
      timestamp: expect.stringMatching(/Z$/) as string,
    });
    answer(204);
    expect(isUsed()).toBe(true);
  });

  test('cannot be turned on when the callback is answered otherwise, and is not tried again', () => {
    use();
    wait(1_000);
    answer(500);
    wait(3_600_000);
    expect(answer(200)).toBe(0);
    expect(isUsed()).toBe(false);
  });
});

describe('an action', () => {
  const run = () =>
    scene.world.flow.runAction(scene.domain, 'connected-app', 'bless-order', { order_id: '7' });

  test('is posted with its run’s id, the shop and what the merchant filled in', () => {
    const { id, url, body } = run();
    expect(url).toBe('https://app.example.com/flow/bless');
    expect(JSON.parse(body)).toMatchObject({
      shop_id: scene.shop.id,
      shopify_domain: scene.domain,
      action_run_id: id,
      handle: 'bless-order',
      properties: { order_id: '7' },
    });
  });

  test.each([
    [200, 'done'],
    [400, 'refused'],
    [404, 'refused'],
    [202, 'scheduled'],
    [201, 'scheduled'],
    [429, 'scheduled'],
    [503, 'scheduled'],
  ] as const)('that is answered with %i is %s', (status, state) => {
    run();
    wait(1_000);
    expect(answer(status)).toBe(1);
    expect(scene.world.flow.requests()[0]?.state).toBe(state);
  });

  test('is tried again under the same id, later each time, as told, and not for ever', () => {
    const { id } = run();
    wait(1_000);
    answer(503);
    wait(9_000);
    expect(answer(200)).toBe(0);
    wait(1_000);
    expect(answer(429, 60)).toBe(1);
    wait(59_000);
    expect(answer(200)).toBe(0);
    wait(1_000);
    for (let hours = 0; hours < 40; hours += 1) {
      answer(503);
      wait(3_600_000);
    }
    expect(scene.world.flow.requests()).toMatchObject([{ id, state: 'given_up' }]);
  });

  test('is not run without what it needs', () => {
    expect(() =>
      scene.world.flow.runAction(scene.domain, 'connected-app', 'bless-order', { words: 'x' }),
    ).toThrow('Bless order needs order_id.');
  });
});
