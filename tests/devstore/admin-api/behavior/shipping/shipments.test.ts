import { beforeEach, describe, expect, test } from 'vitest';
import { loadOfficialSchema } from '../../../fetched/official-schema.ts';
import { connectApp, ORDER_APP_SCOPES, type ConnectedApp } from '../../../seed/connected-app.ts';
import { createScenarioShop, type ScenarioShop, seedOrder } from '../../../seed/scenario.ts';
import type { Fulfillment, Order } from '../../../world/model.ts';
import { createAdminGraphql } from '../../execute.ts';
import { gid } from '../fixtures/fact-reader.ts';

const execute = createAdminGraphql(await loadOfficialSchema());
let scene: ScenarioShop;
let app: ConnectedApp;

beforeEach(() => {
  scene = createScenarioShop();
  app = connectApp(scene, execute, {
    scopes: [...ORDER_APP_SCOPES, 'write_fulfillments'],
    webhookSubscriptions: [
      'fulfillment_events/create',
      'fulfillments/create',
      'fulfillments/update',
    ].map((topic) => ({ topic, uri: '/webhooks' })),
  });
});

const sent = (topic: string): unknown[] =>
  scene.world.webhooks.list({ topic }).map(({ body }) => JSON.parse(body) as unknown);

function shipped(): { order: Order; fulfillment: Fulfillment } {
  const order = seedOrder(scene, { fulfillment: 'fulfilled' });
  const [fulfillment] = order.fulfillments;
  if (fulfillment === undefined) throw new Error('Nothing was shipped.');
  return { order, fulfillment };
}

const READ = `query Shipment($id: ID!) { fulfillment(id: $id) {
  displayStatus inTransitAt estimatedDeliveryAt deliveredAt
  events(first: 10) { nodes { id status message happenedAt createdAt city latitude } }
} }`;

const read = ({ id }: Fulfillment): unknown =>
  app.run(READ, { id: gid('Fulfillment', id) }).data?.['fulfillment'];

const CREATE = `mutation Report($event: FulfillmentEventInput!) {
  fulfillmentEventCreate(fulfillmentEvent: $event) {
    fulfillmentEvent { status message estimatedDeliveryAt city latitude }
    userErrors { field message }
  }
}`;

describe('what becomes of a shipment', () => {
  test('a scan makes its status, dates and webhook, as recorded', () => {
    const { order, fulfillment } = shipped();
    const created = app.run(CREATE, {
      event: {
        fulfillmentId: gid('Fulfillment', fulfillment.id),
        status: 'IN_TRANSIT',
        message: 'package scanned in transit',
        happenedAt: '2026-04-25T22:29:38Z',
        estimatedDeliveryAt: '2026-04-27T22:28:38Z',
        city: 'Toronto',
        latitude: 43.6532,
      },
    });
    expect(created.data).toEqual({
      fulfillmentEventCreate: {
        fulfillmentEvent: {
          status: 'IN_TRANSIT',
          message: 'package scanned in transit',
          estimatedDeliveryAt: '2026-04-27T22:28:38Z',
          city: 'Toronto',
          latitude: 43.6532,
        },
        userErrors: [],
      },
    });
    expect(read(fulfillment)).toMatchObject({
      displayStatus: 'IN_TRANSIT',
      inTransitAt: '2026-04-25T22:29:38Z',
      estimatedDeliveryAt: '2026-04-27T22:28:38Z',
      deliveredAt: null,
      events: { nodes: [{ status: 'IN_TRANSIT', happenedAt: '2026-04-25T22:29:38Z' }] },
    });
    expect(sent('fulfillment_events/create')).toMatchObject([
      {
        fulfillment_id: fulfillment.id,
        order_id: order.id,
        status: 'in_transit',
        shop_id: scene.shop.id,
        latitude: 43.6532,
      },
    ]);
    expect(sent('fulfillments/update')).toMatchObject([{ shipment_status: 'in_transit' }]);
  });

  test('what happened last shows, whenever it was reported', () => {
    const { order, fulfillment } = shipped();
    const { commerce } = scene.world;
    const at = scene.world.now();
    commerce.reportShipment(scene.domain, order.id, fulfillment.id, {
      status: 'DELIVERED',
      happenedAt: at + 2_000,
    });
    commerce.reportShipment(scene.domain, order.id, fulfillment.id, {
      status: 'OUT_FOR_DELIVERY',
      happenedAt: at + 1_000,
    });
    expect(read(fulfillment)).toMatchObject({
      displayStatus: 'DELIVERED',
      deliveredAt: new Date(at + 2_000).toISOString().replace('.000', ''),
      events: { nodes: [{ status: 'OUT_FOR_DELIVERY' }, { status: 'DELIVERED' }] },
    });
  });

  test('a shipment that is not there is refused in the recorded words, and one that is cancelled loudly', () => {
    const { order, fulfillment } = shipped();
    const report = (id: number) =>
      app.run(CREATE, { event: { fulfillmentId: gid('Fulfillment', id), status: 'DELIVERED' } });
    expect(report(999).data).toMatchObject({
      fulfillmentEventCreate: {
        fulfillmentEvent: null,
        userErrors: [
          { field: ['fulfillmentEvent', 'fulfillmentId'], message: 'Fulfillment does not exist.' },
        ],
      },
    });
    scene.world.commerce.cancelFulfillment(scene.domain, order.id, fulfillment.id);
    expect(report(fulfillment.id).errors?.[0]?.message).toContain('NOT_SIMULATED');
  });

  test('an app without write_fulfillments may not report', () => {
    const { fulfillment } = shipped();
    const other = connectApp(scene, execute, { clientId: 'other-app', scopes: ['read_orders'] });
    const body = other.run(CREATE, {
      event: { fulfillmentId: gid('Fulfillment', fulfillment.id), status: 'DELIVERED' },
    });
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'ACCESS_DENIED' });
  });
});

describe('a shipping label', () => {
  const LABEL = `query Label($id: ID!) { shippingLabel(id: $id) {
    cancellable printed location { name } trackingInfo { company number }
  } }`;

  function bought(): { order: Order; fulfillment: Fulfillment; label: () => unknown } {
    const order = seedOrder(scene);
    const { commerce } = scene.world;
    const work = order.fulfillmentOrders[0]?.id ?? 0;
    const fulfillment = commerce.buyLabel(scene.domain, order.id, work, {
      company: 'DHL',
      number: 'JD01',
    });
    const id = gid('ShippingLabel', fulfillment.label?.id);
    return { order, fulfillment, label: () => app.run(LABEL, { id }).data?.['shippingLabel'] };
  }

  test('that is bought fulfills its work, is told of, and can still be voided', () => {
    const { order, fulfillment, label } = bought();
    expect(order.fulfillmentOrders[0]?.status).toBe('CLOSED');
    expect(read(fulfillment)).toMatchObject({
      displayStatus: 'LABEL_PURCHASED',
      inTransitAt: null,
      events: { nodes: [{ status: 'LABEL_PURCHASED' }] },
    });
    expect(label()).toEqual({
      cancellable: true,
      printed: false,
      location: { name: 'Main' },
      trackingInfo: { company: 'DHL', number: 'JD01' },
    });
    expect(sent('fulfillment_events/create')).toMatchObject([{ status: 'label_purchased' }]);
    scene.world.commerce.voidLabel(scene.domain, order.id, fulfillment.id);
    expect(read(fulfillment)).toMatchObject({ displayStatus: 'LABEL_VOIDED' });
    expect(label()).toMatchObject({ cancellable: false });
  });

  test('cannot be voided once the carrier has the parcel', () => {
    const { order, fulfillment, label } = bought();
    const { commerce } = scene.world;
    commerce.reportShipment(scene.domain, order.id, fulfillment.id, { status: 'LABEL_PRINTED' });
    expect(label()).toMatchObject({ printed: true, cancellable: true });
    commerce.reportShipment(scene.domain, order.id, fulfillment.id, {
      status: 'CARRIER_PICKED_UP',
    });
    expect(label()).toMatchObject({ cancellable: false });
    expect(() => commerce.voidLabel(scene.domain, order.id, fulfillment.id)).toThrow(
      'cannot be voided any more',
    );
  });
});
