import { beforeEach, describe, expect, test } from 'vitest';
import { loadOfficialSchema } from '../../fetched/official-schema.ts';
import { connectApp, type ConnectedApp } from '../../seed/connected-app.ts';
import { createScenarioShop, type ScenarioShop, seedOrder, SKU } from '../../seed/scenario.ts';
import type { Order } from '../../world/model.ts';
import { createAdminGraphql } from '../execute.ts';

const execute = createAdminGraphql(await loadOfficialSchema());
let scene: ScenarioShop;
let app: ConnectedApp;

beforeEach(() => {
  scene = createScenarioShop();
  app = connectApp(scene, execute);
});

const gid = (type: string, id: number | undefined): string => `gid://shopify/${type}/${id}`;

describe('suggestedRefund', () => {
  const suggest = (order: Order, args: string): unknown =>
    app.run(
      `{ order(id: "${gid('Order', order.id)}") { suggestedRefund(${args}) {
        amountSet { presentmentMoney { amount } } maximumRefundableSet { presentmentMoney { amount } }
        totalTaxSet { presentmentMoney { amount } } shipping { amountSet { presentmentMoney { amount } } }
        refundLineItems { quantity restockType location { id } }
        suggestedTransactions { gateway kind amountSet { presentmentMoney { amount } } parentTransaction { kind } }
        suggestedRefundMethods { amount { presentmentMoney { amount } } } } } }`,
    ).data;

  test('a full suggestion is all that can still be given back, split over its payments', () => {
    const order = seedOrder(scene, {
      payment: 'gift_card_and_card',
      lines: [{ sku: SKU.bowl, quantity: 1 }],
      shipping: { title: 'Standard', price: 490 },
    });
    expect(suggest(order, 'suggestFullRefund: true')).toMatchObject({
      order: {
        suggestedRefund: {
          amountSet: { presentmentMoney: { amount: '44.89' } },
          shipping: { amountSet: { presentmentMoney: { amount: '4.9' } } },
          refundLineItems: [
            {
              quantity: 1,
              restockType: 'CANCEL',
              location: { id: gid('Location', scene.main.id) },
            },
          ],
          suggestedTransactions: [
            { gateway: 'gift_card', kind: 'SUGGESTED_REFUND', parentTransaction: { kind: 'SALE' } },
            { amountSet: { presentmentMoney: { amount: '34.89' } } },
          ],
        },
      },
    });
  });

  test('one unit of a discounted line is worth what it really cost', () => {
    const order = seedOrder(scene, {
      lines: [{ sku: SKU.bowl, quantity: 2 }],
      orderDiscount: { title: 'HALF', percentPpm: 500_000 },
    });
    const line = gid('LineItem', order.lines[0]?.id);
    expect(
      suggest(
        order,
        `refundLineItems: [{ lineItemId: "${line}", quantity: 1, restockType: CANCEL }]`,
      ),
    ).toMatchObject({
      order: {
        suggestedRefund: {
          amountSet: { presentmentMoney: { amount: '20.0' } },
          maximumRefundableSet: { presentmentMoney: { amount: '39.99' } },
        },
      },
    });
  });

  test('nothing is suggested for an order that was only authorised', () => {
    const order = seedOrder(scene, { payment: 'authorized' });
    expect(suggest(order, 'suggestFullRefund: true')).toMatchObject({
      order: {
        suggestedRefund: {
          amountSet: { presentmentMoney: { amount: '0.0' } },
          suggestedTransactions: [],
        },
      },
    });
  });
});
