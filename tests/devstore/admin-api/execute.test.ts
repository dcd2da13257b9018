import { isEnumType } from 'graphql';
import { beforeEach, describe, expect, test } from 'vitest';
import { loadOfficialSchema } from '../fetched/official-schema.ts';
import { connectApp, type ConnectedApp } from '../seed/connected-app.ts';
import { createScenarioShop, seedOrder, type ScenarioShop } from '../seed/scenario.ts';
import type { Fault } from '../world/contracts/contract.ts';
import { createAdminGraphql } from './execute.ts';

const official = await loadOfficialSchema();
const execute = createAdminGraphql(official);
let scene: ScenarioShop;
let app: ConnectedApp;

beforeEach(() => {
  scene = createScenarioShop();
  app = connectApp(scene, execute);
});

const inject = (effect: Extract<Fault, { at: 'admin_api' }>['effect'], operation = '*'): void =>
  void scene.world.faults.inject({ fault: { at: 'admin_api', operation, effect } });

describe('who may call', () => {
  const call = (o: { accessToken?: string | null; apiVersion?: string }) =>
    execute(scene.world, {
      shop: scene.domain,
      accessToken: app.accessToken,
      apiVersion: '2026-10',
      query: '{ shop { name } }',
      ...o,
    });

  test('a token that is missing, made up or revoked is answered 401', () => {
    expect(call({ accessToken: null }).status).toBe(401);
    expect(call({ accessToken: 'shpat_made_up' }).status).toBe(401);
    scene.world.apps.uninstall('connected-app', scene.domain);
    expect(call({}).status).toBe(401);
  });

  test('another API version is refused rather than served', () => {
    expect(call({ apiVersion: '2026-07' }).status).toBe(404);
  });

  test('every answer carries a request id of its own', () => {
    const ids = [call({}), call({}), call({ accessToken: null })].map(
      (a) => a.headers['X-Request-Id'],
    );
    expect(new Set(ids).size).toBe(3);
  });
});

describe('what the schema decides', () => {
  test('an unknown field fails as on the platform', () => {
    const { data, errors } = app.run('{ shop { cancellable } }');
    expect(data).toBeUndefined();
    expect(errors?.[0]?.message).toContain('Cannot query field "cancellable" on type "Shop"');
  });

  test('a known field that is not simulated says so and invents nothing', () => {
    const { data, errors } = app.run('{ shop { description } }');
    expect(data).toEqual({ shop: { description: null } });
    expect(errors?.[0]).toMatchObject({
      message: 'NOT_SIMULATED Shop.description',
      extensions: { code: 'NOT_SIMULATED' },
    });
  });

  test('an input of one-of type with two fields is refused', () => {
    const order = seedOrder(scene);
    const { errors } = app.run(
      `mutation { orderCancel(orderId: "gid://shopify/Order/${order.id}", reason: OTHER, restock: true,
        refundMethod: { originalPaymentMethodsRefund: true, storeCreditRefund: {} }) { job { id } } }`,
    );
    expect(errors?.[0]?.message).toContain('OneOf');
  });

  test('an id of another type is an error, an id nobody has is null', () => {
    expect(app.run('{ order(id: "gid://shopify/Customer/1") { id } }').errors?.[0]).toMatchObject({
      extensions: { code: 'RESOURCE_NOT_FOUND' },
    });
    expect(app.run('{ order(id: "gid://shopify/Order/1") { id } }').data).toEqual({ order: null });
  });

  test('a connection without first or last is an error', () => {
    expect(app.run('{ orders { nodes { id } } }').errors?.[0]?.message).toBe(
      'you must provide one of first or last',
    );
  });
});

test('an order in any currency of the official enum can be placed and read', () => {
  const currency = official.schema.getType('CurrencyCode');
  if (!isEnumType(currency)) throw new Error('CurrencyCode is an enum');
  const codes = currency.getValues().map((value) => value.name);
  expect(codes.length).toBeGreaterThan(160);
  for (const code of codes) {
    const order = seedOrder(scene, { presentmentCurrency: code, shopPerPresentment: '0.5' });
    const query = `{ order(id: "gid://shopify/Order/${order.id}") { totalPriceSet { presentmentMoney { amount currencyCode } } } }`;
    expect(app.run(query)).toMatchObject({
      data: { order: { totalPriceSet: { presentmentMoney: { currencyCode: code } } } },
    });
  }
});

describe('how much a call may carry', () => {
  const input = (orderId: number, lines: number) => ({
    orderId: `gid://shopify/Order/${orderId}`,
    refundLineItems: Array.from({ length: lines }, () => ({
      lineItemId: 'gid://shopify/LineItem/1',
      quantity: 1,
      restockType: 'NO_RESTOCK',
    })),
  });
  const REFUND =
    'mutation Refund($input: RefundInput!) { refundCreate(input: $input) @idempotent(key: "k") { userErrors { message } } }';

  test('a list of 251 in the input is refused, one of 250 is not', () => {
    const order = seedOrder(scene);
    const refused = app.run(REFUND, { input: input(order.id, 251) });
    expect(refused.data).toBeUndefined();
    expect(refused.errors).toMatchObject([
      {
        message: 'The input array size of 251 is greater than the maximum allowed of 250.',
        path: ['refundCreate', 'input', 'refundLineItems'],
        extensions: { code: 'MAX_INPUT_SIZE_EXCEEDED' },
      },
    ]);
    expect(app.run(REFUND, { input: input(order.id, 250) }).errors).toBeUndefined();
  });

  test('lists written into the document count too', () => {
    const ids = Array.from({ length: 251 }, (_none, i) => `"gid://shopify/Order/${i + 1}"`);
    expect(app.run(`{ nodes(ids: [${ids.join(', ')}]) { id } }`).errors).toMatchObject([
      { path: ['nodes', 'ids'], extensions: { code: 'MAX_INPUT_SIZE_EXCEEDED' } },
    ]);
  });
});

describe('scopes', () => {
  test('reading needs the read scope of the type, writing includes it', () => {
    const order = seedOrder(scene);
    const blind = connectApp(scene, execute, { clientId: 'blind', scopes: ['read_products'] });
    const query = `{ order(id: "gid://shopify/Order/${order.id}") { id } }`;
    expect(blind.run(query)).toMatchObject({
      data: { order: null },
      errors: [{ extensions: { code: 'ACCESS_DENIED' }, path: ['order'] }],
    });
    const writer = connectApp(scene, execute, { clientId: 'writer', scopes: ['write_orders'] });
    expect(writer.run(query).errors).toBeUndefined();
  });

  test('refundCreate needs write_orders though the table has no row for it', () => {
    const order = seedOrder(scene);
    const reader = connectApp(scene, execute, { clientId: 'reader', scopes: ['read_orders'] });
    const { errors } = reader.run(
      `mutation { refundCreate(input: { orderId: "gid://shopify/Order/${order.id}" }) @idempotent(key: "k") { userErrors { message } } }`,
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'ACCESS_DENIED' });
    expect(order.refunds).toEqual([]);
  });

  test('orders older than 60 days need read_all_orders', () => {
    const order = seedOrder(scene);
    scene.world.advanceTo(scene.world.now() + 61 * 24 * 3600_000);
    const query = `{ order(id: "gid://shopify/Order/${order.id}") { id } orders(first: 5) { nodes { id } } }`;
    expect(app.run(query).data).toEqual({ order: null, orders: { nodes: [] } });
    scene.world.apps.grant('connected-app', scene.domain, [
      ...app.installation.scopes,
      'read_all_orders',
    ]);
    expect(app.run(query).data).toMatchObject({ order: { id: `gid://shopify/Order/${order.id}` } });
  });
});

describe('cost', () => {
  const cost = (body: { readonly extensions?: Readonly<Record<string, unknown>> }) =>
    body.extensions?.['cost'] as {
      requestedQueryCost: number;
      actualQueryCost: number | null;
      throttleStatus: { currentlyAvailable: number };
    };

  test('what was asked for and did not come back is given back', () => {
    const first = cost(app.run('{ orders(first: 250) { nodes { id } } }'));
    expect(first.requestedQueryCost).toBeGreaterThan(first.actualQueryCost ?? 0);
    expect(first.throttleStatus.currentlyAvailable).toBe(2000 - (first.actualQueryCost ?? 0));
  });

  test('an empty bucket throttles with status 200, and refills with time', () => {
    const query = `{ ${Array.from({ length: 6 }, (_none, i) => `a${i}: orders(first: 250) { nodes { id lineItems(first: 250) { nodes { id } } } }`).join(' ')} }`;
    seedOrder(scene);
    let answer = app.call(query);
    for (let calls = 0; calls < 200; calls += 1) {
      answer = app.call(query);
      if (JSON.stringify(answer.body).includes('THROTTLED')) break;
    }
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }],
      extensions: { cost: { actualQueryCost: null } },
    });
    scene.world.advanceTo(scene.world.now() + 20_000);
    expect(app.run(query).errors).toBeUndefined();
  });

  test('a query above 1000 points is refused', () => {
    const query = `{ ${Array.from({ length: 120 }, (_none, i) => `a${i}: orders(first: 250) { nodes { id } }`).join(' ')} }`;
    expect(app.run(query).errors?.[0]?.extensions).toMatchObject({ code: 'MAX_COST_EXCEEDED' });
  });
});

describe('faults', () => {
  const TAG = (id: number): string =>
    `mutation Tag { tagsAdd(id: "gid://shopify/Order/${id}", tags: ["x"]) { userErrors { message } } }`;

  test('an answer lost after acting has acted, one lost before has not', () => {
    const order = seedOrder(scene);
    inject({ kind: 'answer_lost_before_acting' }, 'tagsAdd');
    expect(app.call(TAG(order.id)).lost).toBe('answer');
    expect(order.tags).toEqual([]);
    inject({ kind: 'answer_lost_after_acting' }, 'Tag');
    expect(app.call(TAG(order.id)).lost).toBe('answer');
    expect(order.tags).toEqual(['x']);
  });

  test('HTTP errors carry their status and Retry-After', () => {
    inject({ kind: 'http', status: 429, retryAfterSeconds: 2 });
    expect(app.call('{ shop { name } }')).toMatchObject({
      status: 429,
      headers: { 'Retry-After': '2.0' },
    });
  });

  test.each([408, 430, 500, 503])('an HTTP %i may come after acting', (status) => {
    const order = seedOrder(scene);
    inject({ kind: 'http', status, acted: true }, 'tagsAdd');
    expect(app.call(TAG(order.id))).toMatchObject({ status, body: { errors: `HTTP ${status}` } });
    expect(order.tags).toEqual(['x']);
  });

  test.each([402, 423])('a shop answering %i is unavailable until the time is over', (status) => {
    const order = seedOrder(scene);
    scene.world.faults.inject({
      fault: { at: 'admin_api', operation: '*', effect: { kind: 'http', status } },
      forMs: 2 * 24 * 3600_000,
    });
    expect(app.call(TAG(order.id))).toMatchObject({
      status,
      body: { errors: 'Unavailable Shop' },
    });
    scene.world.advanceTo(scene.world.now() + 2 * 24 * 3600_000 - 1);
    expect(app.call('{ shop { name } }').status).toBe(status);
    scene.world.advanceTo(scene.world.now() + 1);
    expect(app.call('{ shop { name } }').status).toBe(200);
    expect(order.tags).toEqual([]);
  });

  test('errors without a code and without data may come after acting', () => {
    const order = seedOrder(scene);
    inject({ kind: 'errors_after_acting' }, 'tagsAdd');
    expect(app.run(TAG(order.id))).toMatchObject({ errors: [{ message: 'Something went wrong' }] });
    expect(order.tags).toEqual(['x']);
    inject({ kind: 'errors_after_acting', message: 'No', code: 'TIMEOUT' });
    const { data, errors } = app.run(TAG(order.id));
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ message: 'No', extensions: { code: 'TIMEOUT' } }]);
  });

  test('a field below the root may be denied beside the data of a mutation that acted', () => {
    const order = seedOrder(scene);
    const cancel = `mutation { orderCancel(orderId: "gid://shopify/Order/${order.id}", reason: OTHER, restock: true) { job { id done } orderCancelUserErrors { code } } }`;
    inject({ kind: 'field_denied' }, 'orderCancel');
    expect(app.run(cancel)).toMatchObject({
      data: { orderCancel: { job: null, orderCancelUserErrors: [] } },
      errors: [{ extensions: { code: 'ACCESS_DENIED' }, path: ['orderCancel', 'job'] }],
    });
    scene.world.advanceTo(scene.world.now() + 5_000);
    expect(order.cancelledAt).not.toBeNull();
    inject({ kind: 'field_denied', field: 'email' });
    expect(
      app.run(`{ order(id: "gid://shopify/Order/${order.id}") { name email } }`),
    ).toMatchObject({
      data: { order: { name: order.name, email: null } },
      errors: [{ path: ['order', 'email'] }],
    });
  });

  test('a root field may be denied, and then nothing was done', () => {
    const order = seedOrder(scene);
    inject({ kind: 'root_denied' }, 'tagsAdd');
    expect(app.run(TAG(order.id))).toMatchObject({
      data: { tagsAdd: null },
      errors: [{ path: ['tagsAdd'], extensions: { code: 'ACCESS_DENIED' } }],
    });
    expect(order.tags).toEqual([]);
  });

  test('a slow answer has acted and names its delay', () => {
    const order = seedOrder(scene);
    inject({ kind: 'slow', ms: 9_000 });
    expect(app.call(TAG(order.id))).toMatchObject({ status: 200, delayMs: 9_000 });
    expect(order.tags).toEqual(['x']);
  });

  test('a malformed body is not JSON', () => {
    inject({ kind: 'malformed_body' });
    const { malformedText } = app.call('{ shop { name } }');
    expect(() => JSON.parse(malformedText ?? '{}') as unknown).toThrow(SyntaxError);
  });

  test('a throttled or internal error is a GraphQL error in a 200', () => {
    inject({ kind: 'throttled' });
    expect(app.run('{ shop { name } }').errors?.[0]?.extensions).toMatchObject({
      code: 'THROTTLED',
    });
    inject({ kind: 'internal_error' });
    expect(app.run('{ shop { name } }').errors?.[0]?.extensions).toMatchObject({
      code: 'INTERNAL_SERVER_ERROR',
    });
  });
});

test('the same calls on the same seed give the same ledger, ids and answers', () => {
  const live = (): string => {
    const again = createScenarioShop({ seed: 9 });
    const caller = connectApp(again, execute);
    const order = seedOrder(again, { payment: 'partly_captured' });
    const answers = [
      caller.call(
        `mutation { orderCancel(orderId: "gid://shopify/Order/${order.id}", reason: CUSTOMER, restock: true) { job { id } jobResult { id status } } }`,
      ),
    ];
    again.world.advanceTo(again.world.now() + 60_000);
    return JSON.stringify([answers, again.world.ledger.entries()]);
  };
  expect(live()).toBe(live());
});
