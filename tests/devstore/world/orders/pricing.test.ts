import { describe, expect, test } from 'vitest';
import { createScenarioShop, seedOrder, SKU, type OrderTraits } from '../../seed/scenario.ts';
import type { DiscountSpec } from '../contracts/contract.ts';
import type { Order } from '../model.ts';
import { sum } from '../money/money.ts';
import * as totals from './order-totals.ts';
import { valueOf } from '../money/valuation.ts';

const VAT = [{ title: 'VAT', ratePpm: 190_000 }];
const place = (traits: OrderTraits): Order => seedOrder(createScenarioShop(), traits);
const off = (order: Order): number[][] =>
  order.lines.map((line) => line.discountAllocations.map(({ amount }) => amount));

const TWO_KINDS = [
  { sku: SKU.mug, quantity: 2 },
  { sku: SKU.bowl, quantity: 1 },
];

describe('discounts', () => {
  test('those on lines come off first, those on the order off what they leave, each in turn', () => {
    const order = place({
      lines: TWO_KINDS,
      discounts: [
        { title: 'A', on: 'order', off: { percentPpm: 100_000 } },
        { title: 'B', on: 'order', off: { fixed: 500 } },
        { title: 'MUGS', on: 'lines', skus: [SKU.mug], off: { percentPpm: 200_000 } },
      ],
    });
    expect(order.discountApplications.map(({ title }) => title)).toEqual(['MUGS', 'A', 'B']);
    // 2000 and 3999 after MUGS; 10 % of 5999 is 600; then 500 off 5399.
    expect(off(order)).toEqual([
      [500, 200, 167],
      [400, 333],
    ]);
    expect(totals.subtotal(order)).toBe(2_500 + 3_999 - 500 - 600 - 500);
  });

  test('a fixed value comes off every unit, or once across the lines it is for', () => {
    const fixed = (across: boolean): DiscountSpec => ({
      title: 'TAKE',
      on: 'lines',
      skus: [SKU.mug, SKU.bowl],
      off: { fixed: 300 },
      across,
    });
    expect(off(place({ lines: TWO_KINDS, discounts: [fixed(false)] }))).toEqual([[600], [300]]);
    expect(off(place({ lines: TWO_KINDS, discounts: [fixed(true)] }))).toEqual([[115], [185]]);
  });

  test('what units cannot share evenly is shared all the same, and the odd cent stays', () => {
    const [line] = place({
      lines: [{ sku: SKU.mug, quantity: 3, lineDiscount: 4 }],
    }).lines;
    if (line === undefined) throw new Error('The order has no line.');
    const parts = [0, 1, 2].map((unit) => totals.unitsWorth(line, unit, 1).discount);
    expect([...parts].sort()).toEqual([1, 1, 2]);
  });

  test.each([
    [4_000, 0],
    [3_999, 490],
  ])('free shipping from %i costs %i on a basket of 39.99', (minimumSubtotal, charged) => {
    const order = place({
      lines: [{ sku: SKU.bowl, quantity: 1 }],
      shipping: { title: 'Standard', price: 490 },
      discounts: [
        { title: 'FREE', on: 'shipping', off: { percentPpm: 1_000_000 }, minimumSubtotal },
      ],
    });
    expect(totals.shippingNet(order)).toBe(490 - charged);
    expect(order.discountApplications).toHaveLength(charged === 0 ? 0 : 1);
  });

  test('a threshold counts what line discounts have left', () => {
    const order = place({
      lines: [{ sku: SKU.bowl, quantity: 1 }],
      shipping: { title: 'Standard', price: 490 },
      discounts: [
        { title: 'CENT', on: 'lines', skus: [SKU.bowl], off: { fixed: 1 } },
        { title: 'FREE', on: 'shipping', off: { fixed: 490 }, minimumSubtotal: 3_999 },
      ],
    });
    expect(totals.shippingNet(order)).toBe(490);
  });

  test.each([
    [3_999, 400],
    [4_000, 0],
  ])('an order discount from %i takes %i off a basket of 39.99', (minimumSubtotal, taken) => {
    const order = place({
      lines: [{ sku: SKU.bowl, quantity: 1 }],
      discounts: [{ title: 'TEN', on: 'order', off: { percentPpm: 100_000 }, minimumSubtotal }],
    });
    expect(totals.totalDiscounts(order)).toBe(taken);
  });

  const bogo = (buys: string, gets: string, percentPpm?: number): DiscountSpec => ({
    title: 'Bring a friend',
    kind: 'automatic',
    on: 'buy_x_get_y',
    buys: { sku: buys, quantity: 2 },
    gets: { sku: gets, quantity: 1, ...(percentPpm === undefined ? {} : { percentPpm }) },
  });

  test.each([
    ['another product', SKU.mug, SKU.bowl, undefined, 4, 3, [[], [7_998]]],
    ['another product at half price', SKU.mug, SKU.bowl, 500_000, 2, 1, [[], [2_000]]],
    ['nothing without the quantity', SKU.mug, SKU.bowl, undefined, 1, 1, [[], []]],
    ['one of five of the same', SKU.mug, SKU.mug, undefined, 5, 1, [[1_250], []]],
  ] as const)('buying brings %s', (_what, buys, gets, percent, mugs, bowls, expected) => {
    const order = place({
      lines: [
        { sku: SKU.mug, quantity: mugs },
        { sku: SKU.bowl, quantity: bowls },
      ],
      discounts: [bogo(buys, gets, percent)],
    });
    expect(off(order)).toEqual(expected);
  });

  test('no discount takes more than there is', () => {
    const order = place({
      lines: TWO_KINDS,
      discounts: [
        { title: 'BIG', on: 'lines', skus: [SKU.mug], off: { fixed: 99_999 } },
        { title: 'BIGGER', on: 'order', off: { fixed: 99_999 } },
        { title: 'BIGGEST', on: 'order', off: { percentPpm: 1_000_000 } },
      ],
    });
    expect(totals.totalPrice(order)).toBe(0);
    expect(order.discountApplications.map(({ title }) => title)).toEqual(['BIG', 'BIGGER']);
  });
});

describe('taxes', () => {
  test('a line can have rates of its own, or none; shipping too', () => {
    const order = place({
      taxesIncluded: false,
      taxes: VAT,
      lines: [
        { sku: SKU.mug, quantity: 1 },
        { sku: SKU.bowl, quantity: 1, taxes: [{ title: 'Reduced', ratePpm: 70_000 }] },
        { sku: SKU.untracked, quantity: 1, taxes: [] },
        { sku: SKU.giftCard, quantity: 1 },
      ],
      shipping: { title: 'Standard', price: 500, taxes: [{ title: 'Freight', ratePpm: 50_000 }] },
    });
    expect(order.lines.map(totals.lineTax)).toEqual([238, 280, 0, 0]);
    expect(totals.shippingTax(order)).toBe(25);
  });

  test('duties and fees are taxed on top even where prices include tax', () => {
    const order = place({
      taxesIncluded: true,
      taxes: VAT,
      lines: [{ sku: SKU.mug, quantity: 2, duty: 400, dutyTaxes: VAT }],
      additionalFees: [{ name: 'Import fee', price: 300, taxes: VAT }],
      tip: 150,
    });
    expect(totals.totalPrice(order)).toBe(2_500 + 400 + 76 + 300 + 57 + 150);
    expect(totals.totalTax(order)).toBe(399 + 76 + 57);
  });

  test.each([
    [true, 1_250 + 38],
    [false, 1_250 + 200 + 38],
  ])(
    'a unit given back with its duty is worth it once: included is %s',
    (dutiesIncluded, worth) => {
      const order = place({
        lines: [{ sku: SKU.mug, quantity: 2, duty: 400, dutyTaxes: VAT }],
        dutiesIncluded,
      });
      const [line] = order.lines;
      const request = { quantity: 1, restockType: 'NO_RESTOCK', locationId: null } as const;
      const { total, duties } = valueOf(order, {
        lines: [{ ...request, lineItemId: line?.id ?? 0 }],
        shipping: null,
        duties: [{ dutyId: line?.duties[0]?.id ?? 0, refundType: 'PROPORTIONAL' }],
      });
      expect(duties).toMatchObject([{ amount: 200, tax: 38 }]);
      expect(total).toBe(worth);
    },
  );

  test('duties inside the prices are shown and not charged again', () => {
    const order = place({
      lines: [{ sku: SKU.mug, quantity: 2, duty: 400 }],
      dutiesIncluded: true,
    });
    expect(totals.totalDuties(order)).toBe(400);
    expect(totals.totalPrice(order)).toBe(2_500);
  });
});

describe('after everything is given back', () => {
  const stacked: readonly DiscountSpec[] = [
    { title: 'SEVENTH', on: 'lines', skus: [SKU.bowl], off: { percentPpm: 142_857 } },
    { title: 'THIRD', on: 'order', off: { percentPpm: 333_333 } },
    { title: 'SHIP', on: 'shipping', off: { percentPpm: 500_000 } },
  ];
  const orders: [string, OrderTraits][] = [
    ['stacked discounts, tax inside', { taxes: VAT, discounts: stacked }],
    [
      'several rates on top, a fee and a duty with tax',
      {
        taxesIncluded: false,
        taxes: [
          { title: 'State', ratePpm: 62_500 },
          { title: 'City', ratePpm: 12_345 },
        ],
        lines: [{ sku: SKU.bowl, quantity: 3, duty: 1_001, dutyTaxes: VAT }],
        additionalFees: [{ name: 'Import fee', price: 777, taxes: VAT }],
        discounts: stacked,
        tip: 333,
      },
    ],
    [
      'duties inside the prices',
      {
        lines: [{ sku: SKU.bowl, quantity: 3, duty: 1_001, dutyTaxes: VAT }],
        dutiesIncluded: true,
      },
    ],
    [
      'yen, stacked discounts',
      { presentmentCurrency: 'JPY', shopPerPresentment: '0.0061', taxes: VAT, discounts: stacked },
    ],
    [
      'dinar, stacked discounts and a fee',
      {
        presentmentCurrency: 'KWD',
        shopPerPresentment: '2.9815',
        taxes: VAT,
        discounts: stacked,
        additionalFees: [{ name: 'Import fee', price: 1_001 }],
      },
    ],
  ];
  const SHIPPING = { title: 'Standard', price: 491 };

  test.each(orders)('a full cancel leaves nothing, to the last unit: %s', (_name, traits) => {
    const scene = createScenarioShop();
    const order = seedOrder(scene, {
      lines: [{ sku: SKU.bowl, quantity: 3 }],
      shipping: SHIPPING,
      ...traits,
    });
    const paid = totals.totalReceived(order);
    scene.world.commerce.cancelInAdmin(scene.domain, order.id);
    scene.world.advanceTo(scene.world.now() + 5_000);
    expect(totals.totalRefunded(order)).toBe(paid);
    expect(totals.currentTotal(order)).toBe(0);
    expect(totals.currentTax(order)).toBe(0);
    expect(totals.refundDiscrepancy(order)).toBe(0);
  });

  test.each(orders)('units given back one by one add up to their line: %s', (_name, traits) => {
    const scene = createScenarioShop();
    const order = seedOrder(scene, { lines: [{ sku: SKU.bowl, quantity: 3 }], ...traits });
    const [line] = order.lines;
    if (line === undefined) throw new Error('The order has no line.');
    for (let unit = 0; unit < 3; unit += 1) {
      scene.world.commerce.refundInAdmin(scene.domain, order.id, {
        lines: [{ lineItemId: line.id, quantity: 1, restockType: 'NO_RESTOCK' }],
      });
    }
    const tax = order.taxesIncluded ? 0 : totals.lineTax(line);
    expect(totals.totalRefunded(order)).toBe(totals.lineNet(line) + tax);
    expect(sum(order.refunds.flatMap((r) => r.lines.map((l) => l.tax)))).toBe(totals.lineTax(line));
  });
});
