import { beforeEach, describe, expect, it } from 'vitest';
import { loadOfficialSchema } from '../../../../fetched/official-schema.ts';
import { connectApp, type ConnectedApp } from '../../../../seed/connected-app.ts';
import { createScenarioShop, type ScenarioShop } from '../../../../seed/scenario.ts';
import { gid } from '../../../../world/gid.ts';
import { createAdminGraphql } from '../../../execute.ts';

const execute = createAdminGraphql(await loadOfficialSchema());
const CREATE = `mutation ($order: OrderCreateOrderInput!, $options: OrderCreateOptionsInput) {
  orderCreate(order: $order, options: $options) {
    order { id test tags displayFinancialStatus totalPriceSet { shopMoney { amount } } fulfillmentOrders(first: 1) { nodes { status } } }
    userErrors { code field message }
  }
}`;
const DELETE = `mutation ($order: ID!) { orderDelete(orderId: $order) { deletedId userErrors { code } } }`;

let scene: ScenarioShop;
let app: ConnectedApp;
beforeEach(() => {
  scene = createScenarioShop({ developmentStore: true });
  app = connectApp(scene, execute);
});

const options = { inventoryBehaviour: 'DECREMENT_IGNORING_POLICY' };
const amount = (text: string) => ({
  shopMoney: { amount: text, currencyCode: scene.shop.currency },
});

function create(more: object = {}, how: object = options) {
  const variant = [...scene.shop.variants.values()].find((each) => each.requiresShipping);
  return app.run(CREATE, {
    order: {
      lineItems: [
        {
          variantId: gid('ProductVariant', variant?.id ?? 0),
          quantity: 2,
          priceSet: amount('10.00'),
          requiresShipping: true,
        },
      ],
      test: true,
      tags: ['made'],
      ...more,
    },
    options: how,
  });
}

type Created = { orderCreate: { order: { id: string } } };

describe('orderCreate', () => {
  it('takes prices and payments at the app’s word, by a gateway that the shop does not have', () => {
    const sale = { kind: 'SALE', gateway: 'bogus', test: true, amountSet: amount('20.00') };
    expect(create({ transactions: [sale], email: 'somebody@example.com' }).data).toMatchObject({
      orderCreate: {
        order: {
          test: true,
          tags: ['made'],
          displayFinancialStatus: 'PAID',
          totalPriceSet: { shopMoney: { amount: '20.0' } },
          fulfillmentOrders: { nodes: [{ status: 'OPEN' }] },
        },
        userErrors: [],
      },
    });
    const [order] = scene.shop.orders.values();
    const mails = scene.world.ledger.ofOrder(scene.domain, order?.id ?? 0);
    expect(mails.filter(({ kind }) => kind === 'mail.platform')).toEqual([]);
  });

  it('is loud about what it does not know', () => {
    expect(
      create({ note: 'x', discountCode: { freeShippingDiscountCode: { code: 'a' } } }).errors?.[0]
        ?.message,
    ).toContain('NOT_SIMULATED OrderCreateOrderInput.discountCode');
    expect(create({}, {}).errors?.[0]?.message).toContain('inventoryBehaviour: BYPASS');
  });

  it('refuses a variant that there is not', () => {
    const lineItems = [{ variantId: gid('ProductVariant', 1), quantity: 1 }];
    expect(create({ lineItems }).data).toMatchObject({
      orderCreate: { order: null, userErrors: [{ code: 'INVALID' }] },
    });
  });
});

describe('orderDelete', () => {
  it('takes a test order away, with its webhook, and finds it no more', () => {
    const { orderCreate } = create().data as Created;
    const order = orderCreate.order.id;
    expect(app.run(DELETE, { order }).data).toEqual({
      orderDelete: { deletedId: order, userErrors: [] },
    });
    expect(scene.shop.orders.size).toBe(0);
    expect(app.run(DELETE, { order }).data).toEqual({
      orderDelete: { deletedId: null, userErrors: [{ code: 'NOT_FOUND' }] },
    });
  });

  it('leaves an order that is neither a test, cancelled nor archived', () => {
    const { orderCreate } = create({ test: false }).data as Created;
    expect(app.run(DELETE, { order: orderCreate.order.id }).data).toMatchObject({
      orderDelete: { deletedId: null, userErrors: [{ code: 'INVALID' }] },
    });
    expect(scene.shop.orders.size).toBe(1);
  });
});

it('a development store says that it is one', () => {
  expect(app.run('{ shop { plan { partnerDevelopment publicDisplayName } } }').data).toEqual({
    shop: { plan: { partnerDevelopment: true, publicDisplayName: 'Development' } },
  });
});
