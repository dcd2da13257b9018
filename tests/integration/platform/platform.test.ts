import { type ScenarioShop, SKU } from 'devstore/seed';
import { beforeEach, describe, expect, test } from 'vitest';

import type { Platform } from '../../../app/application/shared/platform.ts';
import type { CancellationPlan } from '../../../app/domain/cancellation/plan.ts';
import { recognise } from '../../../app/domain/cancellation/effects/effects.ts';
import type {
  FulfillmentHoldId,
  FulfillmentOrderId,
  OrderId,
  ShopDomain,
} from '../../../app/domain/ids.ts';
import { money } from '../../../app/domain/money.ts';
import type { OrderFacts } from '../../../app/domain/order/facts.ts';
import { checkAndPlan } from '../../../app/domain/refund/plan/plan.ts';
import { staffTerms } from '../../../app/domain/refund/terms.ts';
import { ok } from '../../../app/domain/result.ts';
import type { AdminClient } from '../../../app/platform/client/admin-client.ts';
import { createShopifyPlatform } from '../../../app/platform/shopify-platform.ts';
import {
  numberOf,
  type PlatformStage,
  setPlatformStage,
} from '../../support/stages/platform-stage.ts';

const KEY = '00000000-0000-4000-8000-000000000001';
const NO_TEXTS = {
  customerComment: null,
  proofOfPayment: null,
  noteToCustomer: null,
  internalNote: null,
};

let stage: PlatformStage;
let scene: ScenarioShop;
let shop: ShopDomain;
let platform: Platform;
let place: PlatformStage['place'];
let read: PlatformStage['read'];
let wait: PlatformStage['wait'];
let summaryOf: PlatformStage['summaryOf'];

beforeEach(() => {
  stage = setPlatformStage();
  ({ scene, shop, platform, place, read, wait, summaryOf } = stage);
});

async function cancelPlan(id: OrderId): Promise<CancellationPlan> {
  const terms = staffTerms('original', true);
  const planned = checkAndPlan(await read(id), {
    selection: { kind: 'order' },
    terms,
    choice: { kind: 'everything' },
  });
  if (!planned.ok) throw new Error(JSON.stringify(planned.error));
  return { reason: 'CUSTOMER', refund: planned.value, terms, giftCards: [], teller: 'nobody' };
}

/** The platform's own answer for the whole order, or for what the plan takes. */
const WHOLE = { selection: { kind: 'order' }, lines: [], shipping: nothing() } as const;

function nothing() {
  const none = money(0, 'EUR');
  return { amount: none, tax: none };
}

const fulfillmentOrderOf = (order: OrderFacts): FulfillmentOrderId => {
  const [first] = order.fulfillmentOrders;
  if (!first) throw new Error('The order has no fulfillment order');
  return first.id;
};

const vat = (percent: number) => ({ title: 'VAT', ratePpm: percent * 10_000 });

describe('reading an order', () => {
  test('names a payment as the customer would, by the brand of the card and without its digits', async () => {
    const id = place({ payment: 'paid' });
    const order = await read(id);
    const suggested = await platform.readOrderForRefund(shop, id, WHOLE);
    expect(order.transactions.map((t) => t.gatewayName)).toEqual(['Visa']);
    expect(suggested.ok && suggested.value?.suggested.transactions).toMatchObject([
      { gatewayName: 'Visa' },
    ]);
    expect(JSON.stringify({ order, suggested })).not.toContain('4242');
  });

  test('brings every fact that decisions need', async () => {
    const id = place({
      payment: 'paid',
      lines: [{ sku: SKU.mug, quantity: 2 }],
      tags: ['wholesale'],
    });
    const order = await read(id);
    expect(order).toMatchObject({
      id,
      name: expect.stringMatching(/^#\d+$/) as string,
      createdAt: scene.world.now(),
      cancelledAt: null,
      cancellationStaffNote: null,
      customerId: `gid://shopify/Customer/${scene.customer.id}`,
      company: null,
      tags: ['wholesale'],
      countryCode: 'DE',
      salesChannel: 'Online Store',
      isPointOfSale: false,
      disputes: [],
      isEditable: true,
      financialStatus: 'PAID',
      fulfillmentStatus: 'UNFULFILLED',
      returnStatus: 'NO_RETURN',
      shopTimeZone: 'Europe/Berlin',
      shopCurrencyCode: 'EUR',
      presentmentCurrencyCode: 'EUR',
      taxesIncluded: true,
      currentTotal: order.total,
      outstanding: money(0, 'EUR'),
      tip: money(0, 'EUR'),
      additionalFees: money(0, 'EUR'),
      refunds: [],
      soldGiftCards: [],
    });
    expect(order.lines).toMatchObject([
      {
        title: 'Mug',
        currentQuantity: 2,
        unfulfilledQuantity: 2,
        total: money(2_500, 'EUR'),
        isRestockable: true,
        requiresShipping: true,
      },
    ]);
    expect(order.fulfillmentOrders).toMatchObject([
      {
        status: 'OPEN',
        requestStatus: 'UNSUBMITTED',
        locationName: 'Main',
        deliveryMethod: 'SHIPPING',
        lines: [{ lineItemId: order.lines[0]?.id, remainingQuantity: 2 }],
        holds: [],
      },
    ]);
    expect(order.fulfillmentOrders[0]?.supportedActions).toContain('HOLD');
    expect(order.transactions).toMatchObject([
      {
        kind: 'SALE',
        status: 'SUCCESS',
        isManual: false,
        parentId: null,
        amount: order.total,
      },
    ]);
  });

  test('what a line cost is after every discount, of the line and of the order', async () => {
    const order = await read(
      place({
        lines: [
          { sku: SKU.mug, quantity: 3, lineDiscount: 250 },
          { sku: SKU.bowl, quantity: 1 },
        ],
        orderDiscount: { title: 'TENOFF', kind: 'code', percentPpm: 100_000 },
      }),
    );
    const [mugs] = order.lines;
    expect(
      mugs?.discounts.map(({ title, index, targetSelection }) => [title, index, targetSelection]),
    ).toEqual([
      [expect.any(String), expect.any(Number), expect.any(String)],
      ['TENOFF', expect.any(Number), 'ALL'],
    ]);
    const taken = mugs?.discounts.reduce((sum, { amount }) => sum + amount.minor, 0) ?? 0;
    expect(mugs?.total).toEqual(money(3 * 1_250 - taken, 'EUR'));
    expect(taken).toBeGreaterThan(250);
    const goods = order.lines.reduce((sum, line) => sum + line.total.minor, 0);
    expect(money(goods, 'EUR')).toEqual(order.total.presentment);
  });

  test('shipping, taxes, duties, tip and fees are what the order adds up to', async () => {
    const order = await read(
      place({
        taxesIncluded: false,
        taxes: [vat(19), vat(2)],
        lines: [{ sku: SKU.bowl, quantity: 2, duty: 400, dutyTaxes: [vat(19)] }],
        shipping: { title: 'Parcel', price: 499 },
        tip: 300,
        additionalFees: [{ name: 'Import fee', price: 150, taxes: [vat(19)] }],
      }),
    );
    const [bowls] = order.lines;
    if (!bowls) throw new Error('The order has no line');
    expect(order.taxesIncluded).toBe(false);
    expect(bowls.taxes).toHaveLength(2);
    expect(bowls.duties).toMatchObject([{ amount: money(400, 'EUR'), tax: money(76, 'EUR') }]);
    expect(order.shipping).toMatchObject([{ title: 'Parcel', price: money(499, 'EUR') }]);
    expect(order.tip).toEqual(money(300, 'EUR'));
    expect(order.additionalFees).toEqual(money(150 + 29, 'EUR'));
    const parts = [
      bowls.total,
      ...bowls.taxes,
      ...bowls.duties.flatMap(({ amount, tax }) => [amount, tax]),
      ...order.shipping.flatMap(({ price, taxes }) => [price, ...taxes]),
      order.tip,
      order.additionalFees,
    ];
    const sum = parts.reduce((total, { minor }) => total + minor, 0);
    expect(money(sum, 'EUR')).toEqual(order.total.presentment);
  });

  test('duties inside the prices add nothing to them', async () => {
    const order = await read(
      place({ dutiesIncluded: true, lines: [{ sku: SKU.bowl, quantity: 1, duty: 400 }] }),
    );
    expect(order.lines[0]?.duties).toMatchObject([{ amount: money(0, 'EUR') }]);
    expect(order.lines[0]?.total).toEqual(order.total.presentment);
  });

  test('a line says what policies ask of it, and of its properties only their names', async () => {
    const { commerce } = scene.world;
    const sale = commerce.addCollection(scene.domain, { title: 'Final sale' });
    commerce.addSellingPlan(scene.domain, { name: 'Monthly', category: 'SUBSCRIPTION' });
    commerce.addProduct(scene.domain, {
      title: 'Engraved spoon',
      productType: 'Cutlery',
      tags: ['final-sale'],
      collections: [sale.handle],
      variants: [{ sku: 'SPOON', priceInShopCurrency: 900, tracked: false }],
    });
    const order = await read(
      place({
        lines: [
          {
            sku: 'SPOON',
            quantity: 1,
            sellingPlan: 'Monthly',
            group: { title: 'Gift set', quantity: 1 },
            customAttributes: { Engraving: 'For Casey' },
          },
          { sku: SKU.digital, quantity: 1 },
        ],
      }),
    );
    expect(order.lines).toMatchObject([
      {
        productTags: ['final-sale'],
        productType: 'Cutlery',
        collectionIds: [`gid://shopify/Collection/${sale.id}`],
        propertyNames: ['Engraving'],
        sellingPlan: 'SUBSCRIPTION',
        group: { title: 'Gift set' },
        isRestockable: false,
        inventoryItemId: null,
      },
      { requiresShipping: false, sellingPlan: null, group: null },
    ]);
    expect(JSON.stringify(order)).not.toContain('For Casey');
  });

  test('a product in more collections than one page is read to its last one', async () => {
    const { commerce } = scene.world;
    const handles = Array.from(
      { length: 40 },
      (_, index) => commerce.addCollection(scene.domain, { title: `Shelf ${index}` }).handle,
    );
    commerce.addProduct(scene.domain, {
      title: 'Popular jug',
      collections: handles,
      variants: [{ sku: 'JUG', priceInShopCurrency: 900 }],
    });
    const order = await read(place({ lines: [{ sku: 'JUG', quantity: 1 }] }));
    expect(new Set(order.lines[0]?.collectionIds).size).toBe(40);
  });

  test('collections are read only where a rule names one', async () => {
    const { commerce } = scene.world;
    const sale = commerce.addCollection(scene.domain, { title: 'Sale' });
    commerce.addProduct(scene.domain, {
      title: 'Jug',
      collections: [sale.handle],
      variants: [{ sku: 'SALE-JUG', priceInShopCurrency: 900 }],
    });
    const id = place({ lines: [{ sku: 'SALE-JUG', quantity: 1 }] });
    const collectionsFor = async (isNamed: boolean) => {
      const reader = createShopifyPlatform({
        client: stage.client,
        clock: scene.world,
        readStaffAccess: (...asked) => platform.readStaffAccess(...asked),
        namesCollections: () => Promise.resolve(isNamed),
      });
      const order = await reader.readOrder(shop, id);
      return order.ok && order.value?.lines[0]?.collectionIds;
    };
    expect(await collectionsFor(true)).toEqual([`gid://shopify/Collection/${sale.id}`]);
    const asked = stage.sent.length;
    expect(await collectionsFor(false)).toEqual([]);
    expect(stage.sent).toHaveLength(asked + 1);
  });

  test('case 13: a gift card that the order sold comes with its balance, another order’s does not', async () => {
    place({ lines: [{ sku: SKU.giftCard, quantity: 3 }] });
    const id = place({ lines: [{ sku: SKU.giftCard, quantity: 2 }] });
    place({ lines: [{ sku: SKU.giftCard, quantity: 1 }] });
    const order = await read(id);
    expect(order.soldGiftCards).toHaveLength(2);
    expect(order.soldGiftCards).toMatchObject([
      {
        lineItemId: order.lines[0]?.id,
        initialValue: money(5_000, 'EUR'),
        balance: money(5_000, 'EUR'),
        isEnabled: true,
      },
      { isEnabled: true },
    ]);
  });

  test('case 13: a gift card is found behind all that were made between the order and its payment', async () => {
    const { commerce } = scene.world;
    const id = place({ payment: 'bank_deposit', lines: [{ sku: SKU.giftCard, quantity: 1 }] });
    for (let card = 0; card < 120; card += 1) {
      commerce.issueGiftCard(scene.domain, { currency: 'EUR', value: 1_000 });
    }
    expect((await read(id)).soldGiftCards).toEqual([]);
    wait(60);
    commerce.markAsPaid(scene.domain, numberOf(id));
    expect((await read(id)).soldGiftCards).toHaveLength(1);
  });

  test('case 49: the buyers of a company are those with a role at the location that bought', async () => {
    const { commerce } = scene.world;
    const people = Array.from({ length: 60 }, (_, index) =>
      commerce.addCustomer(scene.domain, {
        firstName: 'Buyer',
        lastName: `Sample ${index}`,
        email: `buyer${index}@example.com`,
      }),
    );
    const company = commerce.addCompany(scene.domain, {
      name: 'Sample Traders',
      locationName: 'Harbour office',
      contacts: people.map(({ id }) => ({ customerId: id })),
    });
    const order = await read(
      place({ companyId: company.id, payment: 'unpaid', paymentTerms: { dueInDays: 30 } }),
    );
    expect(order.company?.hasPaymentTerms).toBe(true);
    expect(new Set(order.company?.buyerIds)).toEqual(
      new Set(people.map(({ id }) => `gid://shopify/Customer/${id}`)),
    );
  });

  test('case 25: an open dispute, and case 51: the highest risk anybody saw, are facts', async () => {
    const id = place({
      risk: [
        { level: 'LOW', provider: null },
        { level: 'HIGH', provider: null },
        { level: 'MEDIUM', provider: null },
      ] as never,
    });
    scene.world.commerce.openDispute(scene.domain, numberOf(id), 'CHARGEBACK');
    expect(await read(id)).toMatchObject({
      risk: { level: 'HIGH' },
      disputes: [{ initiatedAs: 'CHARGEBACK', status: 'NEEDS_RESPONSE' }],
    });
  });

  test('case 40: an order of the Point of Sale is known by where it was rung up', async () => {
    const order = await read(place({ retailLocationId: scene.main.id }));
    expect(order.isPointOfSale).toBe(true);
  });

  test('case 44: whether anybody may edit the order is the platform’s word', async () => {
    const order = await read(place({ importedBy: 'Marketplace Bridge' }));
    expect(order.isEditable).toBe(false);
  });

  test('case 28: an edited order shows what it costs and owes now', async () => {
    const id = place({ lines: [{ sku: SKU.mug, quantity: 3 }] });
    const [line] = stage.worldOrder(id).lines;
    if (!line) throw new Error('The order has no line');
    scene.world.commerce.editOrder(scene.domain, numberOf(id), [
      { lineItemId: line.id, quantity: 1, restock: true },
    ]);
    expect(await read(id)).toMatchObject({
      total: { presentment: money(3_750, 'EUR') },
      currentTotal: { presentment: money(1_250, 'EUR') },
      outstanding: money(-2_500, 'EUR'),
      lines: [
        { quantity: 3, currentQuantity: 1, unfulfilledQuantity: 1, total: money(3_750, 'EUR') },
      ],
    });
  });

  test('a refund shows the units, shipping and duties that it gave back', async () => {
    const id = place({
      lines: [{ sku: SKU.bowl, quantity: 2, duty: 400 }],
      shipping: { title: 'Parcel', price: 500 },
    });
    const before = await read(id);
    scene.world.commerce.cancelInAdmin(scene.domain, numberOf(id));
    wait(60);
    const [refund] = (await read(id)).refunds;
    expect(refund).toMatchObject({
      lines: [{ lineItemId: before.lines[0]?.id, quantity: 2 }],
      shipping: { amount: money(500, 'EUR') },
      duties: [{ id: before.lines[0]?.duties[0]?.id, amount: money(400, 'EUR') }],
      total: before.total,
    });
  });

  test('an order of more lines and deliveries than one page is read to its end', async () => {
    const lines = Array.from({ length: 175 }, () => ({ sku: SKU.mug, quantity: 1 }));
    const order = await read(place({ lines }));
    expect(order.lines).toHaveLength(175);
    expect(new Set(order.lines.map(({ id }) => id)).size).toBe(175);
    const work = order.fulfillmentOrders.flatMap((one) => one.lines);
    expect(new Set(work.map(({ lineItemId }) => lineItemId)).size).toBe(175);
  });

  test('case 66: an order of eleven shipping lines is read to the last one', async () => {
    const id = place({ shipping: { title: 'Parcel', price: 500 } });
    const { shippingLines } = stage.worldOrder(id);
    const [parcel] = shippingLines;
    if (!parcel) throw new Error('The order has no shipping line');
    for (let more = 2; more <= 11; more += 1) {
      shippingLines.push({ ...parcel, id: parcel.id + more, title: `Parcel ${more}` });
    }
    const { shipping } = await read(id);
    expect(shipping.map(({ title }) => title).at(-1)).toBe('Parcel 11');
    expect(shipping).toHaveLength(11);
  });

  test('no reading costs more than the platform lets one query cost', async () => {
    const id = place();
    await platform.readOrderForRefund(shop, id, WHOLE);
    await platform.readShop(shop);
    await platform.readGateways(shop);
    const costs = stage.sent.map(({ requestedCost }) => requestedCost ?? Infinity);
    expect(costs).toHaveLength(4);
    expect(Math.max(...costs)).toBeLessThan(250);
  });

  test('an order that the platform does not know is null, not an error', async () => {
    const unknown = 'gid://shopify/Order/999999999' as OrderId;
    expect(await platform.readOrder(shop, unknown)).toEqual({ ok: true, value: null });
    expect(await platform.readOrderForRefund(shop, unknown, WHOLE)).toEqual({
      ok: true,
      value: null,
    });
    expect(await platform.readRecipient(shop, unknown)).toEqual({ ok: true, value: null });
  });

  test('case 12: what each payment could give back is the platform’s own suggestion', async () => {
    const answer = await platform.readOrderForRefund(
      shop,
      place({ payment: 'gift_card_and_card' }),
      WHOLE,
    );
    if (!answer.ok || !answer.value) throw new Error(JSON.stringify(answer));
    const { order, suggested } = answer.value;
    expect(suggested.transactions.map(({ gateway }) => gateway).sort()).toEqual([
      'gift_card',
      'shopify_payments',
    ]);
    expect(suggested.maximumRefundable).toEqual(order.total);
  });

  test('what single units would give back is asked with their share of shipping and duties', async () => {
    const id = place({
      taxesIncluded: false,
      taxes: [vat(19)],
      lines: [
        { sku: SKU.bowl, quantity: 3, duty: 300 },
        { sku: SKU.mug, quantity: 1 },
      ],
      shipping: { title: 'Parcel', price: 600 },
    });
    const order = await read(id);
    const [bowls] = order.lines;
    if (!bowls) throw new Error('The order has no line');
    const planned = checkAndPlan(order, {
      selection: { kind: 'lines', lines: [{ lineItemId: bowls.id, quantity: 2 }] },
      terms: {
        ...staffTerms('original', true),
        partial: { shipping: 'proportional', tip: 'keep', duties: 'proportional' },
      },
      choice: { kind: 'everything' },
    });
    if (!planned.ok) throw new Error(JSON.stringify(planned.error));
    const answer = await platform.readOrderForRefund(shop, id, planned.value);
    if (!answer.ok || !answer.value) throw new Error(JSON.stringify(answer));
    const { suggested } = answer.value;
    expect(suggested.lines).toEqual([
      {
        lineItemId: bowls.id,
        quantity: 2,
        subtotal: planned.value.lines[0]?.goods,
        tax: planned.value.lines[0]?.tax,
      },
    ]);
    expect(suggested.shipping).toEqual(planned.value.shipping);
    expect(suggested.duties).toEqual(money(200, 'EUR'));
  });

  test('case 1: money that was only reserved can be released, not refunded', async () => {
    const answer = await platform.readOrderForRefund(shop, place({ payment: 'authorized' }), WHOLE);
    expect(answer.ok && answer.value?.suggested).toMatchObject({
      transactions: [],
      maximumRefundable: { presentment: money(0, 'EUR') },
    });
  });

  test('case 22: cash that was handed over is known to be manual', async () => {
    const { transactions } = await read(place({ payment: 'cash_received' }));
    expect(transactions.map(({ isManual }) => isManual)).not.toContain(false);
  });

  test('case 26: what the provider kept of a payment is known', async () => {
    const { transactions } = await read(place({ payment: 'paid' }));
    expect(transactions[0]?.providerFee?.minor).toBeGreaterThan(0);
  });

  test('case 16: both currencies of an order sold in another one are kept apart', async () => {
    const id = place({ presentmentCurrency: 'JPY', shopPerPresentment: '0.0062' });
    const order = await read(id);
    const { total, presentmentCurrencyCode, shopCurrencyCode } = order;
    expect([presentmentCurrencyCode, shopCurrencyCode]).toEqual(['JPY', 'EUR']);
    expect(total.presentment.currencyCode).toBe('JPY');
    expect(total.shop.currencyCode).toBe('EUR');
    expect(order.lines[0]?.total).toEqual(total.presentment);
  });

  test('a fulfillment order leads to its order', async () => {
    const id = place();
    const order = await read(id);
    expect(await platform.readOrderIdOf(shop, fulfillmentOrderOf(order))).toEqual(ok(id));
    const unknown = 'gid://shopify/FulfillmentOrder/999999999' as FulfillmentOrderId;
    expect(await platform.readOrderIdOf(shop, unknown)).toEqual(ok(null));
  });

  test('the recipient of a mail is read with what the mail needs', async () => {
    expect(await platform.readRecipient(shop, place())).toEqual(
      ok({
        shopName: 'Scenario Goods',
        shopEmail: 'owner@example.com',
        storefrontUrl: 'https://scenario.myshopify.com',
        orderName: expect.stringMatching(/^#/) as string,
        orderStatusUrl: expect.stringMatching(/^http/) as string,
        email: 'casey.sample@example.com',
        firstName: 'Casey',
        locale: 'en',
      }),
    );
  });
});

describe('reading the shop', () => {
  test('brings time zone, currencies, languages and the countries of its markets', async () => {
    const { commerce } = scene.world;
    commerce.addMarket(scene.domain, {
      name: 'Europe',
      countries: [
        { code: 'DE', name: 'Germany' },
        { code: 'FR', name: 'France' },
      ],
    });
    commerce.addMarket(scene.domain, { name: 'Later', status: 'DRAFT', countries: [] });
    const answer = await platform.readShop(shop);
    expect(answer.ok && answer.value).toMatchObject({
      name: 'Scenario Goods',
      currencyCode: 'EUR',
      countryCode: 'DE',
      timeZone: 'Europe/Berlin',
      storefrontUrl: expect.stringMatching(/^https:\/\/.*[^/]$/) as string,
      locales: [{ locale: 'en', primary: true, published: true }],
      markets: [
        {
          name: 'Europe',
          countries: [
            { code: 'DE', name: 'Germany' },
            { code: 'FR', name: 'France' },
          ],
        },
      ],
    });
  });

  test('asks the platform once a minute at most', async () => {
    await platform.readShop(shop);
    await platform.readShop(shop);
    expect(stage.sent).toHaveLength(1);
    wait(61);
    await platform.readShop(shop);
    expect(stage.sent).toHaveLength(2);
  });

  test('names each payment method of recent orders once, as exclusions compare it', async () => {
    place({ payment: 'paid' });
    place({ payment: 'paid' });
    const id = place({ payment: 'cash_on_delivery' });
    const [cash] = (await read(id)).transactions;
    expect(await platform.readGateways(shop)).toEqual(ok([cash?.gatewayName, 'Visa'].sort()));
  });

  test('finds collections by the beginning of a word, and their titles by id', async () => {
    const { commerce } = scene.world;
    const sale = commerce.addCollection(scene.domain, { title: 'Summer sale' });
    commerce.addCollection(scene.domain, { title: 'Winter wares' });
    const id = `gid://shopify/Collection/${sale.id}`;
    expect(await platform.searchCollections(shop, ' sal SUM')).toEqual(
      ok([{ id, title: 'Summer sale' }]),
    );
    expect(await platform.searchCollections(shop, 'summer) OR title:"W*')).toEqual(ok([]));
    const all = await platform.searchCollections(shop, '');
    expect(all.ok && all.value).toHaveLength(2);
    const gone = 'gid://shopify/Collection/999999999';
    expect(await platform.collectionTitles(shop, [id, gone])).toEqual(
      ok(new Map([[id, 'Summer sale']])),
    );
  });
});

describe('listing orders', () => {
  test('every order comes once, the oldest change first, through all pages', async () => {
    const placed = Array.from({ length: 120 }, () => {
      wait(1);
      return place();
    });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await platform.listOrders(shop, { updatedSince: null, after });
      if (!page.ok) throw new Error(JSON.stringify(page.error));
      seen.push(...page.value.orders.map(({ id }) => id));
      after = page.value.next;
      wait(30); // the bucket fills again
    } while (after !== null);
    expect(seen).toEqual(placed);
  });

  test('only what changed since an instant, that instant included', async () => {
    place();
    wait(60);
    const since = scene.world.now();
    const id = place();
    const page = await platform.listOrders(shop, { updatedSince: since, after: null });
    expect(page.ok && page.value.orders).toMatchObject([
      { id, customerName: 'Casey Sample', email: 'casey.sample@example.com', updatedAt: since },
    ]);
  });
});

describe('an order that cannot be read (case 66)', () => {
  /** A platform that answers for one order in a currency that no version of the app has heard of. */
  function spoiling(id: OrderId): Platform {
    const client: AdminClient = {
      ...stage.client,
      async send(...asked) {
        const answer = await stage.client.send(...asked);
        return answer.ok ? { ...answer, value: spoilt(answer.value, id) } : answer;
      },
    };
    const readStaffAccess = () => Promise.reject(new Error('Nobody works here'));
    return createShopifyPlatform({ client, clock: scene.world, readStaffAccess });
  }

  const spoilt = <Data>(data: Data, id: OrderId): Data =>
    JSON.parse(
      JSON.stringify(data, (_key, value: unknown) =>
        typeof value === 'object' && value !== null && 'id' in value && value.id === id
          ? {
              ...value,
              totalPriceSet: { presentmentMoney: { amount: '1.5', currencyCode: 'QQQ' } },
            }
          : value,
      ),
    ) as Data;

  test('is named beside the others of its page, with the reason', async () => {
    const [first, second, third] = [place(), place(), place()] as const;
    const { name } = stage.worldOrder(second);
    const page = await spoiling(second).listOrders(shop, { updatedSince: null, after: null });
    if (!page.ok) throw new Error(JSON.stringify(page.error));
    expect(page.value.orders.map(({ id }) => id).sort()).toEqual([first, third].sort());
    expect(page.value.unreadable).toEqual([{ id: second, name, reason: 'Not an amount: 1.5 QQQ' }]);
  });

  test('is told from one that is gone when orders are read by their ids', async () => {
    const [first, second] = [place(), place()] as const;
    const gone = 'gid://shopify/Order/999999999' as OrderId;
    const page = await spoiling(second).readSnapshots(shop, [first, second, gone]);
    expect(page).toMatchObject(ok({ orders: [{ id: first }], unreadable: [{ id: second }] }));
  });

  test('is no reason to think that the platform is away', async () => {
    const id = place();
    expect(await spoiling(id).readOrder(shop, id)).toMatchObject({
      ok: false,
      error: { kind: 'malformed', mayHaveApplied: false },
    });
  });
});

describe('holds', () => {
  test('a hold is placed under its key and found again by it', async () => {
    const id = place();
    const fulfillmentOrderId = fulfillmentOrderOf(await read(id));
    const effect = { kind: 'hold', fulfillmentOrderId } as const;
    const placed = await platform.perform(shop, id, effect, KEY, NO_TEXTS);
    expect(placed).toMatchObject({ ok: true, value: { kind: 'hold' } });
    expect(recognise({ effect, key: KEY }, await read(id))).toEqual(placed.ok && placed.value);
  });

  test('the same hold again is refused by the platform, and there is still one', async () => {
    const id = place();
    const fulfillmentOrderId = fulfillmentOrderOf(await read(id));
    const effect = { kind: 'hold', fulfillmentOrderId } as const;
    await platform.perform(shop, id, effect, KEY, NO_TEXTS);
    expect(await platform.perform(shop, id, effect, KEY, NO_TEXTS)).toMatchObject({
      ok: false,
      error: { kind: 'refused', code: 'DUPLICATE_FULFILLMENT_HOLD_HANDLE', mayHaveApplied: false },
    });
    expect((await read(id)).fulfillmentOrders[0]?.holds).toHaveLength(1);
  });

  test('releasing our own hold leaves another app’s hold in place', async () => {
    const id = place({ fulfillment: 'held_by_other_app' });
    const fulfillmentOrderId = fulfillmentOrderOf(await read(id));
    const placed = await platform.perform(
      shop,
      id,
      { kind: 'hold', fulfillmentOrderId },
      KEY,
      NO_TEXTS,
    );
    if (!placed.ok || placed.value.kind !== 'hold') throw new Error(JSON.stringify(placed));
    const holdId: FulfillmentHoldId = placed.value.holdId;
    const effect = { kind: 'release', fulfillmentOrderId, holdId } as const;
    expect(await platform.perform(shop, id, effect, KEY, NO_TEXTS)).toEqual(
      ok({ kind: 'release' }),
    );
    expect((await read(id)).fulfillmentOrders[0]?.holds).toMatchObject([{ heldByThisApp: false }]);
  });

  test('a fulfillment service that accepted the work is asked to stop', async () => {
    const id = place({ fulfillment: 'accepted', lines: [{ sku: SKU.served, quantity: 1 }] });
    const effect = {
      kind: 'recall',
      fulfillmentOrderId: fulfillmentOrderOf(await read(id)),
    } as const;
    expect(await platform.perform(shop, id, effect, KEY, NO_TEXTS)).toEqual(ok({ kind: 'recall' }));
    const after = await read(id);
    expect(after.fulfillmentOrders[0]?.requestStatus).toBe('CANCELLATION_REQUESTED');
    expect(recognise({ effect, key: KEY }, after)).toEqual({ kind: 'recall' });
  });
});

describe('when the platform fails', () => {
  const strike = (operation: string, effect: object) =>
    scene.world.faults.inject({
      fault: { at: 'admin_api', operation, effect } as never,
    });
  const cancel = async (id: OrderId) => {
    const plan = await cancelPlan(id);
    return () => platform.perform(shop, id, { kind: 'cancel', plan }, KEY, NO_TEXTS);
  };

  test.each([
    [{ kind: 'answer_lost_after_acting' }, 'unavailable', true],
    [{ kind: 'answer_lost_before_acting' }, 'unavailable', true],
    [{ kind: 'malformed_body' }, 'malformed', true],
    [{ kind: 'http', status: 503 }, 'unavailable', true],
    [{ kind: 'internal_error' }, 'unavailable', true],
    [{ kind: 'throttled' }, 'throttled', false],
    [{ kind: 'http', status: 429, retryAfterSeconds: 2 }, 'throttled', false],
    [{ kind: 'http', status: 402 }, 'shop_gone', false],
    [{ kind: 'http', status: 423 }, 'shop_gone', false],
  ])('a cancel struck by %o is %s, and may have happened: %s', async (effect, kind, mayHave) => {
    const id = place();
    const act = await cancel(id);
    strike('orderCancel', effect);
    expect(await act()).toMatchObject({ ok: false, error: { kind, mayHaveApplied: mayHave } });
  });

  test('a cancel whose answer was lost is found by reading back, not done again', async () => {
    const id = place();
    const plan = await cancelPlan(id);
    strike('orderCancel', { kind: 'answer_lost_after_acting' });
    const effect = { kind: 'cancel', plan } as const;
    await platform.perform(shop, id, effect, KEY, NO_TEXTS);
    wait(60);
    expect(recognise({ effect, key: KEY }, await read(id))).toEqual({
      kind: 'cancel',
      jobResultId: null,
    });
    expect(summaryOf(id).cancelRequests).toBe(1);
  });

  test('a throttled call says when the bucket will hold what it costs', async () => {
    const id = place();
    let throttled: unknown = null;
    for (let call = 0; call < 200 && throttled === null; call += 1) {
      const answer = await platform.readOrderForRefund(shop, id, WHOLE);
      if (!answer.ok) throttled = answer.error;
    }
    expect(throttled).toMatchObject({
      kind: 'throttled',
      retryAfter: expect.any(Number) as number,
    });
    wait((throttled as { retryAfter: number }).retryAfter / 1000);
    expect(await platform.readOrderForRefund(shop, id, WHOLE)).toMatchObject({ ok: true });
  });

  test('nothing is ever tried twice by itself', async () => {
    const id = place();
    const act = await cancel(id);
    stage.sent.length = 0;
    strike('orderCancel', { kind: 'http', status: 503 });
    await act();
    expect(stage.sent).toHaveLength(1);
  });
});
