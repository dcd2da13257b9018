import { describe, expect, test } from 'vitest';
import { createScenarioShop, seedOrder, SKU, type OrderTraits } from '../../seed/scenario.ts';
import * as totals from './order-totals.ts';
import { displayFinancialStatus } from './order-status.ts';

const shipping = { title: 'Standard', price: 490 };

describe('what an order costs', () => {
  test('prices that include tax hold it inside, prices that do not get it on top', () => {
    const inside = seedOrder(createScenarioShop({ taxesIncluded: true }), {
      lines: [{ sku: SKU.mug, quantity: 2 }],
      taxes: [{ title: 'VAT', ratePpm: 190_000 }],
      shipping,
    });
    expect(totals.totalPrice(inside)).toBe(2 * 1_250 + 490);
    expect(totals.totalTax(inside)).toBe(399 + 78);

    const onTop = seedOrder(createScenarioShop({ taxesIncluded: false }), {
      lines: [{ sku: SKU.mug, quantity: 2 }],
      taxes: [
        { title: 'State', ratePpm: 62_500 },
        { title: 'City', ratePpm: 12_500 },
      ],
      shipping,
    });
    expect(onTop.lines[0]?.taxLines.map((tax) => tax.amount)).toEqual([156, 31]);
    expect(totals.totalPrice(onTop)).toBe(2_500 + 490 + 156 + 31 + 31 + 6);
  });

  test('discounts on lines and on the order come off before tax, tips and duties come on', () => {
    const order = seedOrder(createScenarioShop(), {
      lines: [
        { sku: SKU.mug, quantity: 3, lineDiscount: 750, duty: 200 },
        { sku: SKU.bowl, quantity: 1 },
      ],
      orderDiscount: { title: 'TEN', percentPpm: 100_000 },
      tip: 300,
      shipping: { ...shipping, discount: 490 },
    });
    expect(totals.subtotal(order)).toBe(6_999 - 700);
    expect(totals.totalDiscounts(order)).toBe(750 + 700 + 490);
    expect(totals.cartDiscounts(order)).toBe(700);
    expect(totals.totalPrice(order)).toBe(6_299 + 0 + 200 + 300);
  });

  const mixed: [string, OrderTraits][] = [
    ['euro, tax inside', { taxes: [{ title: 'VAT', ratePpm: 190_000 }], shipping }],
    [
      'dollar, two taxes on top, discount',
      {
        taxesIncluded: false,
        presentmentCurrency: 'USD',
        shopPerPresentment: '0.9217',
        taxes: [
          { title: 'State', ratePpm: 62_500 },
          { title: 'City', ratePpm: 12_500 },
        ],
        orderDiscount: { title: 'THIRD', percentPpm: 333_333 },
        shipping,
      },
    ],
    [
      'yen',
      {
        presentmentCurrency: 'JPY',
        shopPerPresentment: '0.0061',
        taxes: [{ title: 'Tax', ratePpm: 100_000 }],
        shipping: { title: 'Air', price: 2_400 },
      },
    ],
    [
      'dinar with duty and tip',
      {
        presentmentCurrency: 'KWD',
        shopPerPresentment: '2.9815',
        tip: 750,
        lines: [{ sku: SKU.mug, quantity: 3, duty: 1_001 }],
        shipping: { title: 'Air', price: 6_500 },
      },
    ],
  ];

  test.each(mixed)('after a full cancel nothing is left, to the cent: %s', (_name, traits) => {
    const scene = createScenarioShop();
    const order = seedOrder(scene, { lines: [{ sku: SKU.bowl, quantity: 3 }], ...traits });
    const paid = totals.totalReceived(order);
    expect(paid).toBe(totals.totalPrice(order));
    scene.world.commerce.cancelInAdmin(scene.domain, order.id);
    scene.world.advanceTo(scene.world.now() + 5_000);
    expect(totals.currentTotal(order)).toBe(0);
    expect(totals.currentTax(order)).toBe(0);
    expect(totals.netPayment(order)).toBe(0);
    expect(totals.totalRefunded(order)).toBe(paid);
    expect(totals.refundDiscrepancy(order)).toBe(0);
    expect(totals.totalOutstanding(order)).toBe(0);
    expect(displayFinancialStatus(order)).toBe('REFUNDED');
  });

  test('units refunded one by one add up to what the line cost', () => {
    const scene = createScenarioShop();
    const order = seedOrder(scene, {
      lines: [{ sku: SKU.bowl, quantity: 3 }],
      orderDiscount: { title: 'ODD', fixed: 1_000 },
      taxes: [{ title: 'VAT', ratePpm: 190_000 }],
    });
    const line = order.lines[0];
    if (line === undefined) throw new Error('The order has no line.');
    for (let unit = 0; unit < 3; unit += 1) {
      scene.world.commerce.refundInAdmin(scene.domain, order.id, {
        lines: [{ lineItemId: line.id, quantity: 1, restockType: 'CANCEL' }],
      });
    }
    expect(totals.totalRefunded(order)).toBe(3 * 3_999 - 1_000);
    expect(totals.currentTotal(order)).toBe(0);
    expect(totals.maximumRefundable(order)).toBe(0);
  });

  test('an amount kept back as a fee leaves nothing owed and shows as a discrepancy', () => {
    const scene = createScenarioShop();
    const order = seedOrder(scene, { lines: [{ sku: SKU.mug, quantity: 2 }] });
    const line = order.lines[0];
    if (line === undefined) throw new Error('The order has no line.');
    scene.world.commerce.refundInAdmin(scene.domain, order.id, {
      lines: [{ lineItemId: line.id, quantity: 2, restockType: 'CANCEL' }],
      amount: 2_000,
    });
    expect(totals.refundDiscrepancy(order)).toBe(500);
    expect(totals.netPayment(order)).toBe(500);
    expect(totals.totalOutstanding(order)).toBe(0);
  });
});
