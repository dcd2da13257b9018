import { beforeEach, describe, expect, test } from 'vitest';
import { loadOfficialSchema } from '../../fetched/official-schema.ts';
import { connectApp, ORDER_APP_SCOPES, type ConnectedApp } from '../../seed/connected-app.ts';
import { createScenarioShop, seedOrder, SKU, type ScenarioShop } from '../../seed/scenario.ts';
import type { FaultRule } from '../../world/contracts/contract.ts';
import { createAdminGraphql } from '../execute.ts';

const execute = createAdminGraphql(await loadOfficialSchema());
const FINISH = [{ topic: 'bulk_operations/finish', uri: '/webhooks' }];
let scene: ScenarioShop;
let app: ConnectedApp;

beforeEach(() => {
  scene = createScenarioShop();
  app = connectApp(scene, execute, { webhookSubscriptions: FINISH });
});

interface Operation {
  readonly id: string;
  readonly status: string;
  readonly url: string | null;
  readonly partialDataUrl: string | null;
  readonly [field: string]: unknown;
}
interface Started {
  readonly bulkOperation: Operation | null;
  readonly userErrors: readonly { readonly message: string; readonly code: string | null }[];
}

const FIELDS =
  'id status type errorCode createdAt completedAt objectCount rootObjectCount fileSize url partialDataUrl query';

function start(query: string, by: ConnectedApp = app, groupObjects = false): Started {
  const { data } = by.run(
    `mutation Start($query: String!, $groupObjects: Boolean!) {
      bulkOperationRunQuery(query: $query, groupObjects: $groupObjects) {
        bulkOperation { ${FIELDS} } userErrors { field message code }
      }
    }`,
    { query, groupObjects },
  );
  return (data as { bulkOperationRunQuery: Started }).bulkOperationRunQuery;
}

function look(id: string | undefined, by: ConnectedApp = app): Operation | null {
  const { data } = by.run(`query Look($id: ID!) { bulkOperation(id: $id) { ${FIELDS} } }`, { id });
  return (data as { bulkOperation: Operation | null }).bulkOperation;
}

const wait = (ms = 10_000): void => scene.world.advanceTo(scene.world.now() + ms);

function fetched(url: string | null | undefined): unknown[] {
  const { host, pathname } = new URL(url ?? '');
  const { status, body } = scene.world.storage.answer({ host, method: 'GET', path: pathname });
  expect(status).toBe(200);
  return body
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

const ORDERS = '{ orders { edges { node { id name } } } }';
const WITH_LINES = `#graphql
  query Everything {
    orders(first: 1, sortKey: CREATED_AT) {
      edges { node { id ...Named customer { id } lineItems { edges { node { sku quantity } } } } }
    }
  }
  fragment Named on Order { name }`;

describe('a bulk query', () => {
  test('is created, runs, is completed, and leads to its lines', () => {
    const orders = [seedOrder(scene, { payment: 'paid' }), seedOrder(scene, { payment: 'paid' })];
    const { bulkOperation, userErrors } = start(ORDERS);
    expect(userErrors).toEqual([]);
    expect(bulkOperation).toMatchObject({
      status: 'CREATED',
      type: 'QUERY',
      errorCode: null,
      completedAt: null,
      objectCount: '0',
      rootObjectCount: '0',
      fileSize: null,
      url: null,
      query: ORDERS,
    });
    wait(300);
    expect(look(bulkOperation?.id)?.status).toBe('RUNNING');
    wait();
    const done = look(bulkOperation?.id);
    expect(done).toMatchObject({ status: 'COMPLETED', objectCount: '2', rootObjectCount: '2' });
    expect(fetched(done?.url)).toEqual(
      orders.map(({ id, name }) => ({ id: `gid://shopify/Order/${id}`, name })),
    );
  });

  test('puts nested nodes on lines of their own, and heeds no page size', () => {
    const lines = [
      { sku: SKU.mug, quantity: 2 },
      { sku: SKU.bowl, quantity: 1 },
    ];
    const ids = [seedOrder(scene, { lines }), seedOrder(scene, { lines })].map(
      ({ id }) => `gid://shopify/Order/${id}`,
    );
    const read = (groupObjects: boolean): unknown[] => {
      const { bulkOperation } = start(WITH_LINES, app, groupObjects);
      wait();
      const done = look(bulkOperation?.id);
      expect(done).toMatchObject({ objectCount: '6', rootObjectCount: '2' });
      return fetched(done?.url).map((line) => {
        const { id, __parentId, sku } = line as Record<string, string | undefined>;
        return __parentId === undefined ? id : `${__parentId} ${sku}`;
      });
    };
    const [first = '', second = ''] = ids;
    const units = (id: string): string[] => [`${id} ${SKU.mug}`, `${id} ${SKU.bowl}`];
    expect(read(true)).toEqual([first, ...units(first), second, ...units(second)]);
    expect(read(false)).toEqual([first, second, ...units(first), ...units(second)]);
  });

  test('that finds nothing has no file', () => {
    const { bulkOperation } = start(ORDERS);
    wait();
    expect(look(bulkOperation?.id)).toMatchObject({
      status: 'COMPLETED',
      objectCount: '0',
      url: null,
      fileSize: null,
    });
  });

  test('costs ten points, and a look at it one, however much it finds', () => {
    for (let count = 0; count < 5; count += 1) seedOrder(scene, { payment: 'paid' });
    const started = app.run(
      `mutation { bulkOperationRunQuery(query: "${ORDERS}") { bulkOperation { id } userErrors { code } } }`,
    );
    expect(started.extensions).toMatchObject({
      cost: { requestedQueryCost: 10, actualQueryCost: 10 },
    });
    const looked = app.run('{ currentBulkOperation { id status } }');
    expect(looked.extensions).toMatchObject({ cost: { requestedQueryCost: 1 } });
  });

  test('tells its own app, and no other, that it has finished', () => {
    const other = connectApp(scene, execute, { clientId: 'other', webhookSubscriptions: FINISH });
    seedOrder(scene, { payment: 'paid' });
    const { bulkOperation } = start(ORDERS);
    wait();
    const sent = scene.world.webhooks.list({ topic: 'bulk_operations/finish' });
    expect(sent.map(({ clientId }) => clientId)).toEqual(['connected-app']);
    expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({
      admin_graphql_api_id: bulkOperation?.id,
      error_code: null,
      status: 'completed',
      type: 'query',
    });
    expect(look(bulkOperation?.id, other)).toBeNull();
  });

  test('is refused as the sixth at a time, and its address ends after seven days', () => {
    seedOrder(scene, { payment: 'paid' });
    const running = Array.from({ length: 5 }, () => start(ORDERS).bulkOperation?.id);
    expect(start(ORDERS)).toEqual({
      bulkOperation: null,
      userErrors: [
        {
          field: null,
          message: `A bulk query operation for this app and shop is already in progress: ${running.join(', ')}.`,
          code: 'OPERATION_IN_PROGRESS',
        },
      ],
    });
    wait();
    const url = look(running[0])?.url ?? '';
    expect(start(ORDERS).userErrors).toEqual([]);
    wait(7 * 24 * 3_600_000 + 1);
    expect(look(running[0])).toMatchObject({ status: 'EXPIRED', url: null });
    const { host, pathname: path } = new URL(url);
    expect(scene.world.storage.answer({ host, method: 'GET', path }).status).toBe(400);
  });

  test('can be canceled while it runs, and not after it', () => {
    const { bulkOperation } = start(ORDERS);
    const cancel = (id: string | undefined): unknown =>
      app.run(
        'mutation Stop($id: ID!) { bulkOperationCancel(id: $id) { bulkOperation { status } userErrors { field message } } }',
        { id },
      ).data?.['bulkOperationCancel'];
    expect(cancel(bulkOperation?.id)).toEqual({
      bulkOperation: { status: 'CANCELING' },
      userErrors: [],
    });
    wait();
    expect(look(bulkOperation?.id)).toMatchObject({ status: 'CANCELED', completedAt: null });
    expect(cancel(bulkOperation?.id)).toEqual({
      bulkOperation: { status: 'CANCELED' },
      userErrors: [
        { field: null, message: 'A bulk operation cannot be canceled when it is canceled' },
      ],
    });
    expect(cancel('gid://shopify/BulkOperation/1')).toEqual({
      bulkOperation: null,
      userErrors: [{ field: ['id'], message: 'Bulk operation does not exist' }],
    });
  });

  test('fails where the app has no access, and when a fault says so, keeping what it had', () => {
    seedOrder(scene, { payment: 'paid' });
    seedOrder(scene, { payment: 'paid' });
    const scopes = ORDER_APP_SCOPES.filter((scope) => scope !== 'read_customers');
    const denied = connectApp(scene, execute, { clientId: 'denied', scopes });
    const asked = start('{ orders { edges { node { id customer { id } } } } }', denied);
    wait();
    expect(look(asked.bulkOperation?.id, denied)).toMatchObject({
      status: 'FAILED',
      errorCode: 'ACCESS_DENIED',
      url: null,
    });
    const rule: FaultRule = {
      fault: {
        at: 'bulk_operation',
        type: 'QUERY',
        effect: { kind: 'fail', code: 'TIMEOUT', afterObjects: 1 },
      },
    };
    scene.world.faults.inject(rule);
    const { bulkOperation } = start(ORDERS);
    wait();
    const failed = look(bulkOperation?.id);
    expect(failed).toMatchObject({ status: 'FAILED', errorCode: 'TIMEOUT', url: null });
    expect(fetched(failed?.partialDataUrl)).toHaveLength(1);
  });

  test.each([
    ['no connection', '{ shop { id } }', 'Bulk queries must contain at least one connection.'],
    ['an empty text', '', 'Invalid bulk query: syntax error, unexpected end of file'],
    [
      'nodes in place of edges',
      '{ orders { nodes { id } } }',
      "All connection fields in a bulk query must select their contents using 'edges' > 'node', e.g: 'orders { edges { node {'. Selecting via 'nodes' is not supported. Invalid connection fields: 'orders'.",
    ],
    [
      'a mutation',
      'mutation { orderClose(input: {id: "gid://shopify/Order/1"}) { order { id } } }',
      'Invalid operation type. Only `query` operations are supported.',
    ],
    [
      'a connection in a list',
      '{ orders { edges { node { id refunds { refundLineItems { edges { node { quantity } } } } } } } }',
      'Queries that contain a connection field within a list field are not currently supported.',
    ],
    [
      'parents without an id',
      '{ orders { edges { node { name lineItems { edges { node { sku } } } } } } }',
      "The parent 'node' field for a nested connection must select the 'id' field without an alias and must be of 'ID' return type. Connection fields without 'id': orders.",
    ],
    [
      'connections four deep',
      '{ collections { edges { node { id products { edges { node { id variants { edges { node { id metafields { edges { node { id } } } } } } } } } } } } }',
      'Bulk queries cannot contain connections with a nesting depth greater than 2.',
    ],
    [
      'six connections',
      '{ products { edges { node { id variants { edges { node { id } } } metafields { edges { node { id } } } collections { edges { node { id } } } media { edges { node { id } } } sellingPlanGroups { edges { node { id } } } } } } }',
      'Bulk queries cannot contain more than 5 connections.',
    ],
  ])('is refused with %s', (_what, query, message) => {
    expect(start(query)).toEqual({
      bulkOperation: null,
      userErrors: [{ field: ['query'], message, code: 'INVALID' }],
    });
  });

  test('says loudly what is not simulated, at once', () => {
    seedOrder(scene, { payment: 'paid' });
    const { errors } = app.run(
      'mutation { bulkOperationRunQuery(query: "{ orders { edges { node { id registeredSourceUrl } } } }") { bulkOperation { id } userErrors { message } } }',
    );
    expect(errors?.[0]?.message).toContain('NOT_SIMULATED Order.registeredSourceUrl');
  });
});
