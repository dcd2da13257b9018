import { beforeEach, describe, expect, test } from 'vitest';
import { loadOfficialSchema } from '../../fetched/official-schema.ts';
import { connectApp, type ConnectedApp } from '../../seed/connected-app.ts';
import { createScenarioShop, type ScenarioShop, seedOrder, SKU } from '../../seed/scenario.ts';
import type { Order } from '../../world/model.ts';
import { summarizeOrder } from '../../world/orders/summary.ts';
import { createAdminGraphql } from '../execute.ts';

const execute = createAdminGraphql(await loadOfficialSchema());
let scene: ScenarioShop;
let app: ConnectedApp;

beforeEach(() => {
  scene = createScenarioShop();
  app = connectApp(scene, execute);
});

const gid = (type: string, id: number | undefined): string => `gid://shopify/${type}/${id}`;
const summary = (order: Order) => summarizeOrder(scene.world, scene.domain, order.id);
const payload = <T>(body: { readonly data?: unknown }, field: string): T =>
  (body.data as Record<string, T>)[field] as T;

describe('fulfillment mutations', () => {
  const HOLD = `mutation Hold($id: ID!, $hold: FulfillmentOrderHoldInput!) {
    fulfillmentOrderHold(id: $id, fulfillmentHold: $hold) {
      fulfillmentHold { id handle heldByRequestingApp displayReason heldByApp { title } }
      fulfillmentOrder { status supportedActions { action } }
      remainingFulfillmentOrder { id }
      userErrors { code message }
    }
  }`;
  interface Held {
    readonly fulfillmentHold: { readonly id: string } | null;
    readonly userErrors: readonly { readonly code: string | null }[];
  }
  const hold = (order: Order, handle: string): Held =>
    payload(
      app.run(HOLD, {
        id: gid('FulfillmentOrder', order.fulfillmentOrders[0]?.id),
        hold: { reason: 'OTHER', handle },
      }),
      'fulfillmentOrderHold',
    );

  test("a hold is placed once per handle and released by its id, leaving the other app's alone", () => {
    const order = seedOrder(scene, { fulfillment: 'held_by_other_app' });
    const held = hold(order, 'cancel');
    expect(held).toMatchObject({
      fulfillmentHold: { handle: 'cancel', heldByRequestingApp: true },
      fulfillmentOrder: { status: 'ON_HOLD' },
      userErrors: [],
    });
    expect(hold(order, 'cancel').userErrors).toMatchObject([
      { code: 'DUPLICATE_FULFILLMENT_HOLD_HANDLE' },
    ]);
    expect(hold(order, 'x'.repeat(65)).fulfillmentHold).toBeNull();
    const release = (holdIds: readonly string[]): unknown =>
      app.run(
        `mutation Release($id: ID!, $holdIds: [ID!]) { fulfillmentOrderReleaseHold(id: $id, holdIds: $holdIds) { fulfillmentOrder { status fulfillmentHolds { heldByRequestingApp } } userErrors { code } } }`,
        { id: gid('FulfillmentOrder', order.fulfillmentOrders[0]?.id), holdIds },
      ).data;
    const foreign = order.fulfillmentOrders[0]?.holds[0];
    expect(release([gid('FulfillmentHold', foreign?.id)])).toMatchObject({
      fulfillmentOrderReleaseHold: { userErrors: [{ code: 'INVALID_ACCESS' }] },
    });
    expect(release([held.fulfillmentHold?.id ?? ''])).toMatchObject({
      fulfillmentOrderReleaseHold: {
        fulfillmentOrder: { status: 'ON_HOLD', fulfillmentHolds: [{ heldByRequestingApp: false }] },
      },
    });
    expect(summary(order).openHolds).toBe(1);
  });

  test('work at a 3PL is recalled by request', () => {
    const order = seedOrder(scene, {
      fulfillment: 'accepted',
      lines: [{ sku: SKU.served, quantity: 1 }],
    });
    const id = gid('FulfillmentOrder', order.fulfillmentOrders[0]?.id);
    const recall = (): unknown =>
      app.run(
        `mutation { fulfillmentOrderSubmitCancellationRequest(id: "${id}", message: "Stop") { fulfillmentOrder { requestStatus merchantRequests(first: 5) { nodes { kind message } } } userErrors { message } } }`,
      ).data;
    expect(recall()).toMatchObject({
      fulfillmentOrderSubmitCancellationRequest: {
        fulfillmentOrder: {
          requestStatus: 'CANCELLATION_REQUESTED',
          merchantRequests: {
            nodes: [
              { kind: 'FULFILLMENT_REQUEST' },
              { kind: 'CANCELLATION_REQUEST', message: 'Stop' },
            ],
          },
        },
        userErrors: [],
      },
    });
    expect(recall()).toMatchObject({
      fulfillmentOrderSubmitCancellationRequest: { fulfillmentOrder: null },
    });
  });
});
