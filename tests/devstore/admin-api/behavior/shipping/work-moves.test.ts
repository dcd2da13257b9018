import { beforeEach, describe, expect, test } from 'vitest';
import { loadOfficialSchema } from '../../../fetched/official-schema.ts';
import { connectApp, type ConnectedApp } from '../../../seed/connected-app.ts';
import { createScenarioShop, type ScenarioShop, seedOrder, SKU } from '../../../seed/scenario.ts';
import type { FulfillmentOrder, Location, Order } from '../../../world/model.ts';
import { createAdminGraphql } from '../../execute.ts';
import { gid } from '../fixtures/fact-reader.ts';

const execute = createAdminGraphql(await loadOfficialSchema());
let scene: ScenarioShop;
let app: ConnectedApp;

beforeEach(() => {
  scene = createScenarioShop();
  app = connectApp(scene, execute, {
    webhookSubscriptions: ['fulfillment_orders/moved', 'fulfillment_orders/merged'].map(
      (topic) => ({ topic, uri: '/webhooks' }),
    ),
  });
});

const sent = (topic: string): unknown[] =>
  scene.world.webhooks.list({ topic }).map(({ body }) => JSON.parse(body) as unknown);

const FIELDS = `id status assignedLocation { location { name } }
  lineItems(first: 5) { nodes { id totalQuantity remainingQuantity lineItem { id } } }`;

const MOVE = `mutation Move($id: ID!, $to: ID!, $lines: [FulfillmentOrderLineItemInput!]) {
  fulfillmentOrderMove(id: $id, newLocationId: $to, fulfillmentOrderLineItems: $lines) {
    movedFulfillmentOrder { ${FIELDS} }
    originalFulfillmentOrder { ${FIELDS} }
    remainingFulfillmentOrder { ${FIELDS} }
    userErrors { code field message }
  }
}`;

const MERGE = `mutation Merge($inputs: [FulfillmentOrderMergeInput!]!) {
  fulfillmentOrderMerge(fulfillmentOrderMergeInputs: $inputs) {
    fulfillmentOrderMerges { fulfillmentOrder { ${FIELDS} } }
    userErrors { code field message }
  }
}`;

const firstWork = (order: Order): FulfillmentOrder => {
  const [work] = order.fulfillmentOrders;
  if (work === undefined) throw new Error('The order has no work.');
  return work;
};
const workId = ({ id }: FulfillmentOrder): string => gid('FulfillmentOrder', id);
const lineId = (work: FulfillmentOrder, index: number): string =>
  gid('FulfillmentOrderLineItem', work.lines[index]?.id);

const move = (work: FulfillmentOrder, to: Pick<Location, 'id'>, lines: unknown = null): unknown =>
  app.run(MOVE, { id: workId(work), to: gid('Location', to.id), lines }).data?.[
    'fulfillmentOrderMove'
  ];

const merge = (...intents: readonly object[]): unknown =>
  app.run(MERGE, { inputs: [{ mergeIntents: intents }] }).data?.['fulfillmentOrderMerge'];

const levelOf = (location: Location) =>
  [...scene.shop.inventoryItems.values()]
    .find(({ sku }) => sku === SKU.mug)
    ?.levels.get(location.id);

const refused = (error: object) => ({
  movedFulfillmentOrder: null,
  originalFulfillmentOrder: null,
  remainingFulfillmentOrder: null,
  userErrors: [error],
});

describe('moving work', () => {
  test('all of it keeps its id, and its units are reserved at the new place', () => {
    const work = firstWork(seedOrder(scene));
    const moved = { id: workId(work), assignedLocation: { location: { name: 'Second' } } };
    expect(move(work, scene.second)).toMatchObject({
      movedFulfillmentOrder: moved,
      originalFulfillmentOrder: moved,
      remainingFulfillmentOrder: null,
      userErrors: [],
    });
    expect(levelOf(scene.main)).toMatchObject({ available: 100, committed: 0 });
    expect(levelOf(scene.second)).toMatchObject({ available: 98, committed: 2 });
    expect(sent('fulfillment_orders/moved')).toMatchObject([
      {
        original_fulfillment_order: { id: workId(work), status: 'open' },
        destination_location_id: gid('Location', scene.second.id),
        source_location: { id: gid('Location', scene.main.id) },
        fulfillment_order_line_items_requested: [{ id: lineId(work, 0), quantity: 2 }],
      },
    ]);
  });

  test('a part of it becomes new work and the rest stays, as recorded', () => {
    const order = seedOrder(scene, {
      lines: [
        { sku: SKU.mug, quantity: 2 },
        { sku: SKU.bowl, quantity: 3 },
      ],
    });
    const work = firstWork(order);
    const stays = { id: workId(work), lineItems: { nodes: [{ totalQuantity: 2 }] } };
    const answer = move(work, scene.second, [
      { id: lineId(work, 0), quantity: 2 },
      { id: lineId(work, 1), quantity: 1 },
    ]) as { movedFulfillmentOrder: { id: string } };
    expect(answer).toMatchObject({
      movedFulfillmentOrder: {
        status: 'OPEN',
        lineItems: { nodes: [{ totalQuantity: 2 }, { totalQuantity: 1 }] },
      },
      originalFulfillmentOrder: stays,
      remainingFulfillmentOrder: stays,
      userErrors: [],
    });
    expect(answer.movedFulfillmentOrder.id).not.toBe(workId(work));
  });

  test('joins what already waits there in new work', () => {
    const order = seedOrder(scene, {
      lines: [
        { sku: SKU.mug, quantity: 2 },
        { sku: SKU.bowl, quantity: 1, locationId: scene.second.id },
      ],
    });
    const [here, there] = order.fulfillmentOrders;
    if (here === undefined || there === undefined) throw new Error('One place is missing.');
    move(here, scene.second, [{ id: lineId(here, 0), quantity: 1 }]);
    expect(there.status).toBe('CLOSED');
    expect(order.fulfillmentOrders.at(-1)).toMatchObject({
      status: 'OPEN',
      lines: [{ remainingQuantity: 1 }, { remainingQuantity: 1 }],
    });
  });

  test('is refused in the recorded words, with nothing moved', () => {
    const closed = firstWork(seedOrder(scene, { fulfillment: 'fulfilled' }));
    expect(move(closed, scene.second)).toEqual(
      refused({ code: null, field: null, message: 'Cannot change location.' }),
    );
    const begun = firstWork(seedOrder(scene, { fulfillment: 'progress_reported' }));
    expect(move(begun, scene.second)).toMatchObject({
      userErrors: [{ code: 'CANNOT_MOVE_FULFILLMENT_ORDER_WITH_REPORTED_PROGRESS', field: ['id'] }],
    });
    const served = seedOrder(scene, {
      fulfillment: 'requested',
      lines: [{ sku: SKU.served, quantity: 1 }],
    });
    expect(move(firstWork(served), scene.main)).toEqual(
      refused({
        code: null,
        field: null,
        message: 'Cannot move submitted fulfillment order that is at a 3PL fulfillment service.',
      }),
    );
    const open = firstWork(seedOrder(scene));
    expect(move(open, { id: 999_999_999 })).toEqual(
      refused({ code: null, field: ['id'], message: 'Location not found.' }),
    );
    expect(move(open, { id: scene.service.locationId })).toMatchObject({
      movedFulfillmentOrder: null,
    });
    expect(open.locationId).toBe(scene.main.id);
    expect(sent('fulfillment_orders/moved')).toEqual([]);
  });
});

describe('merging work', () => {
  function splitOrder(): { order: Order; first: FulfillmentOrder; second: FulfillmentOrder } {
    const order = seedOrder(scene, {
      lines: [
        { sku: SKU.mug, quantity: 1 },
        { sku: SKU.bowl, quantity: 1, locationId: scene.second.id },
      ],
    });
    const [first, second] = order.fulfillmentOrders;
    if (first === undefined || second === undefined) throw new Error('One place is missing.');
    move(second, scene.main);
    return { order, first, second };
  }

  test('the first keeps its id and takes the others, which are closed', () => {
    const { first, second } = splitOrder();
    expect(
      merge({ fulfillmentOrderId: workId(first) }, { fulfillmentOrderId: workId(second) }),
    ).toMatchObject({
      fulfillmentOrderMerges: [
        {
          fulfillmentOrder: {
            id: workId(first),
            status: 'OPEN',
            lineItems: { nodes: [{ remainingQuantity: 1 }, { remainingQuantity: 1 }] },
          },
        },
      ],
      userErrors: [],
    });
    expect(second.status).toBe('CLOSED');
    expect(sent('fulfillment_orders/merged')).toMatchObject([
      {
        merge_intents: [{ fulfillment_order_id: first.id }, { fulfillment_order_id: second.id }],
        fulfillment_order_merges: { fulfillment_order: { id: workId(first), status: 'open' } },
      },
    ]);
  });

  test('is refused in the recorded words', () => {
    const { first, second, order } = splitOrder();
    const one = { fulfillmentOrderId: workId(first) };
    expect(merge(one, { fulfillmentOrderId: gid('FulfillmentOrder', 999_999) })).toEqual({
      fulfillmentOrderMerges: null,
      userErrors: [
        {
          code: 'FULFILLMENT_ORDER_NOT_FOUND',
          field: null,
          message: 'Fulfillment order does not exist.',
        },
      ],
    });
    const lines = (id: string, quantity: number) => ({
      ...one,
      fulfillmentOrderLineItems: [{ id, quantity }],
    });
    expect(merge(lines(lineId(first, 0), 0))).toMatchObject({
      userErrors: [
        {
          code: 'GREATER_THAN',
          field: [
            ...['fulfillmentOrderMergeInputs', '0', 'mergeIntents', '0'],
            ...['fulfillmentOrderLineItems', '0', 'quantity'],
          ],
          message: 'You must select at least one item to merge into a new fulfillment order.',
        },
      ],
    });
    expect(merge(lines(gid('FulfillmentOrderLineItem', 999), 1))).toMatchObject({
      userErrors: [{ code: null, message: 'Fulfillment order line item does not exist.' }],
    });
    expect(merge(lines(lineId(first, 0), 999))).toMatchObject({
      userErrors: [
        { code: null, message: 'Invalid fulfillment order line item quantity requested.' },
      ],
    });
    scene.world.commerce.fulfill(scene.domain, order.id, { fulfillmentOrderId: second.id });
    expect(merge(one, { fulfillmentOrderId: workId(second) })).toMatchObject({
      userErrors: [
        {
          code: null,
          message: `Fulfillment order: ${second.id} is currently not in a mergeable state.`,
        },
      ],
    });
  });
});
