import { beforeEach, describe, expect, test } from 'vitest';
import { loadOfficialSchema } from '../../../fetched/official-schema.ts';
import { connectApp, type ConnectedApp } from '../../../seed/connected-app.ts';
import { createScenarioShop, type ScenarioShop, seedOrder, SKU } from '../../../seed/scenario.ts';
import type { Order } from '../../../world/model.ts';
import { summarizeOrder } from '../../../world/orders/summary.ts';
import { createAdminGraphql } from '../../execute.ts';
import { gid } from '../fixtures/fact-reader.ts';

const execute = createAdminGraphql(await loadOfficialSchema());
const EVENTS = ['created', 'resolved', 'declined'] as const;
let scene: ScenarioShop;
let app: ConnectedApp;

beforeEach(() => {
  scene = createScenarioShop();
  app = connectApp(scene, execute, {
    webhookSubscriptions: EVENTS.map((event) => ({
      topic: `requested_order_edit/${event}`,
      uri: '/webhooks',
    })),
  });
});

/** As a client of the released API asks for it. */
const EDIT = `id status requestedAt requestDeclinedAt requestResolvedAt createdAt updatedAt
  order { id name displayRequestedEditStatus }
  lineItems { removals(first: 50) { pageInfo { hasNextPage } nodes {
    id quantity resolvedQuantity lineItem { id unfulfilledQuantity }
  } } }`;

const CREATE = `mutation Create($input: RequestedOrderEditCreateInput!) {
  requestedOrderEditCreate(input: $input) {
    requestedOrderEdit { ${EDIT} } userErrors { field message code }
  }
}`;

interface Created {
  readonly requestedOrderEdit: { readonly id: string } | null;
  readonly userErrors: readonly { readonly field: readonly string[] }[];
}

const create = (order: Order, quantity: number, lineItemId = order.lines[0]?.id): Created =>
  app.run(CREATE, {
    input: {
      orderId: gid('Order', order.id),
      lineItems: { removals: [{ lineItemId: gid('LineItem', lineItemId), quantity }] },
    },
  }).data?.['requestedOrderEditCreate'] as Created;

const answer = (verb: 'Resolve' | 'Decline', input: object): unknown =>
  app.run(
    `mutation Answer($input: RequestedOrderEdit${verb}Input!) {
      requestedOrderEdit${verb}(input: $input) {
        requestedOrderEdit { ${EDIT} } userErrors { field message code }
      }
    }`,
    { input },
  ).data?.[`requestedOrderEdit${verb}`];

const statusOf = (order: Order): unknown =>
  app.run(
    `query Status($id: ID!) { order(id: $id) {
      displayRequestedEditStatus requestedOrderEdits(first: 5) { nodes { status } }
    } }`,
    { id: gid('Order', order.id) },
  ).data?.['order'];

const sent = (event: (typeof EVENTS)[number]): unknown[] =>
  scene.world.webhooks
    .list({ topic: `requested_order_edit/${event}` })
    .map(({ body }) => JSON.parse(body) as unknown);

describe('a buyer’s request to take items off an order', () => {
  test('is made, told of and shown, and changes nothing', () => {
    const order = seedOrder(scene);
    expect(statusOf(order)).toMatchObject({ displayRequestedEditStatus: 'NONE' });
    const before = JSON.stringify(order.lines);
    expect(create(order, 1)).toMatchObject({
      requestedOrderEdit: {
        status: 'REQUESTED',
        requestResolvedAt: null,
        requestDeclinedAt: null,
        order: { name: order.name, displayRequestedEditStatus: 'REQUESTED' },
        lineItems: {
          removals: {
            nodes: [{ quantity: 1, resolvedQuantity: 0, lineItem: { unfulfilledQuantity: 2 } }],
          },
        },
      },
      userErrors: [],
    });
    expect(sent('created')).toMatchObject([
      { status: 'requested', order: { admin_graphql_api_id: gid('Order', order.id) } },
    ]);
    expect(JSON.stringify(order.lines)).toBe(before);
    expect(summarizeOrder(scene.world, scene.domain, order.id)).toMatchObject({
      cancels: 0,
      refunded: {},
    });
  });

  test('is found by its status; one that waits shows before one that was answered', () => {
    const order = seedOrder(scene);
    seedOrder(scene);
    const { requestedOrderEdit: first } = create(order, 1);
    create(order, 2);
    answer('Decline', { id: first?.id });
    expect(statusOf(order)).toEqual({
      displayRequestedEditStatus: 'REQUESTED',
      requestedOrderEdits: { nodes: [{ status: 'DECLINED' }, { status: 'REQUESTED' }] },
    });
    expect(
      app.run(
        '{ orders(first: 5, query: "requested_order_edit_status:requested") { nodes { name } } }',
      ).data,
    ).toEqual({ orders: { nodes: [{ name: order.name }] } });
  });

  test('that is resolved says how much of it was done, once', () => {
    const order = seedOrder(scene);
    const { requestedOrderEdit: made } = create(order, 2);
    const id = order.lines[0]?.id ?? 0;
    scene.world.commerce.editOrder(scene.domain, order.id, [
      { lineItemId: id, quantity: 1, restock: true },
    ]);
    expect(answer('Resolve', { id: made?.id })).toMatchObject({
      requestedOrderEdit: {
        status: 'RESOLVED',
        lineItems: { removals: { nodes: [{ quantity: 2, resolvedQuantity: 1 }] } },
      },
      userErrors: [],
    });
    expect(sent('resolved')).toHaveLength(1);
    expect(answer('Resolve', { id: made?.id })).toMatchObject({
      requestedOrderEdit: null,
      userErrors: [{ field: ['input', 'id'] }],
    });
    expect(answer('Decline', { id: made?.id })).toMatchObject({
      userErrors: [{ field: ['input', 'id'] }],
    });
    expect(sent('declined')).toEqual([]);
  });

  test('that is declined sends its note to the buyer', () => {
    const order = seedOrder(scene);
    const { requestedOrderEdit: made } = create(order, 1);
    expect(answer('Decline', { id: made?.id, declineNote: 'x'.repeat(501) })).toMatchObject({
      userErrors: [{ field: ['input', 'declineNote'] }],
    });
    answer('Decline', { id: made?.id, declineNote: 'It is on its way.' });
    expect(sent('declined')).toHaveLength(1);
    expect(scene.world.ledger.ofOrder(scene.domain, order.id).at(-1)).toMatchObject({
      kind: 'mail.platform',
      template: 'requested_edit_declined',
      text: 'It is on its way.',
    });
  });

  test('is refused for what was sent, is not there, or was canceled', () => {
    const order = seedOrder(scene, { fulfillment: 'partly_fulfilled' });
    const field = ['input', 'lineItems', 'removals'];
    expect(create(order, 2).userErrors).toMatchObject([{ field }]);
    expect(create(order, 0).userErrors).toMatchObject([{ field }]);
    expect(create(order, 1, 999).userErrors).toMatchObject([{ field }]);
    expect(create(order, 1).userErrors).toEqual([]);
    const cancelled = seedOrder(scene);
    scene.world.commerce.cancelInAdmin(scene.domain, cancelled.id);
    scene.world.advanceTo(scene.world.now() + 5_000);
    expect(create(cancelled, 1).userErrors).toMatchObject([{ field }]);
  });

  test('is calculated beforehand as a refund of the units is', () => {
    const order = seedOrder(scene, {
      lines: [
        { sku: SKU.mug, quantity: 2 },
        { sku: SKU.bowl, quantity: 1 },
      ],
      orderDiscount: { title: 'TEN', percentPpm: 100_000 },
    });
    const bag = '{ presentmentMoney { amount } }';
    const data = app.run(
      `query Calculate($input: CalculateRequestedOrderEditInput!) {
        requestedOrderEditCalculate(input: $input) {
          financialSummary {
            editSubtotalBeforeTargetAllDiscountsSet ${bag} editOrderLevelDiscountSubtotalSet ${bag}
            editSubtotalSet ${bag} editSubtotalWithCartDiscountSet ${bag}
            editTotalTaxSet ${bag} editTotalSet ${bag}
          }
          lineItems { removals(first: 50) { nodes { quantity subtotalSet ${bag} lineItem { id } } } }
        }
      }`,
      {
        input: {
          orderId: gid('Order', order.id),
          lineItems: {
            removals: [{ lineItemId: gid('LineItem', order.lines[0]?.id), quantity: 1 }],
          },
        },
      },
    ).data;
    const money = (amount: string) => ({ presentmentMoney: { amount } });
    expect(data).toMatchObject({
      requestedOrderEditCalculate: {
        financialSummary: {
          editSubtotalBeforeTargetAllDiscountsSet: money('12.5'),
          editOrderLevelDiscountSubtotalSet: money('1.25'),
          editSubtotalWithCartDiscountSet: money('11.25'),
          editTotalTaxSet: money('0.0'),
          editTotalSet: money('11.25'),
        },
        lineItems: { removals: { nodes: [{ quantity: 1, subtotalSet: money('11.25') }] } },
      },
    });
    expect(order.requestedEdits).toEqual([]);
  });

  test('needs write_orders', () => {
    const order = seedOrder(scene);
    const reader = connectApp(scene, execute, { clientId: 'reader', scopes: ['read_orders'] });
    const input = { orderId: gid('Order', order.id), lineItems: { removals: [] } };
    expect(reader.run(CREATE, { input }).errors?.[0]?.extensions).toMatchObject({
      code: 'ACCESS_DENIED',
    });
  });
});
