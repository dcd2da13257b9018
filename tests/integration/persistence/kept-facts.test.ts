import { SKU } from 'devstore/seed';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { KeptFacts } from '../../../app/application/order/ports.ts';
import type { OrderId, ShopDomain } from '../../../app/domain/ids.ts';
import { money } from '../../../app/domain/money.ts';
import { DEFAULT_POLICY } from '../../../app/messages/default-policy.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../../app/domain/time.ts';
import { FACTS_FORMAT } from '../../../app/persistence/order/kept-facts.ts';
import { type OpenStores, openStores } from '../../support/database/open-stores.ts';
import { order } from '../../support/facts/order-facts.ts';
import { setPlatformStage } from '../../support/stages/platform-stage.ts';
import { documentOf } from '../../support/facts/policies.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database/postgres.ts';

const SHOP = 'one.myshopify.com' as ShopDomain;
const OTHER_SHOP = 'two.myshopify.com' as ShopDomain;
const T = Date.UTC(2026, 10, 22, 9);
/** Read a while after its last change. */
const facts = order({ updatedAt: T - HOUR, readAt: T });
const { id } = facts;

let testDatabase: TestDatabase;
let opened: OpenStores;
let kept: KeptFacts;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  opened = await openStores(testDatabase.url);
  kept = opened.stores().keptFacts;
});

beforeEach(() => opened.empty());

afterAll(async () => {
  await opened.close();
  await testDatabase.drop();
});

const list = (updatedAt: number) =>
  opened.stores().orders.upsert(SHOP, [
    {
      id,
      name: facts.name,
      customerId: facts.customerId,
      customerName: null,
      email: null,
      createdAt: T - DAY,
      updatedAt,
      cancelledAt: null,
      financialStatus: 'PAID',
      fulfillmentStatus: 'UNFULFILLED',
      total: money(10_000, 'EUR'),
    },
  ]);

describe('facts that are kept to be shown', () => {
  test('come back as they were, for their shop alone', async () => {
    await kept.keep(SHOP, facts);
    expect(await kept.find(SHOP, id, T - MINUTE)).toEqual(facts);
    expect(await kept.find(OTHER_SHOP, id, T - MINUTE)).toBeNull();
    expect(await kept.find(SHOP, 'gid://shopify/Order/4' as OrderId, 0)).toBeNull();
  });

  test('are found only when they were read late enough', async () => {
    await kept.keep(SHOP, facts);
    expect(await kept.find(SHOP, id, T)).toEqual(facts);
    expect(await kept.find(SHOP, id, T + 1)).toBeNull();
  });

  test('are not shown once the order is listed in a newer state', async () => {
    await list(facts.updatedAt);
    await kept.keep(SHOP, facts);
    expect(await kept.find(SHOP, id, 0)).toEqual(facts);
    await list(facts.updatedAt + SECOND);
    expect(await kept.find(SHOP, id, 0)).toBeNull();
  });

  test('are not shown when a newer state was listed before they were stored', async () => {
    await list(facts.updatedAt + SECOND);
    await kept.keep(SHOP, facts);
    expect(await kept.find(SHOP, id, 0)).toBeNull();
  });

  test('read in the second of a change may miss another one in it, and are not shown', async () => {
    const changed = { ...facts, updatedAt: T, readAt: T + SECOND };
    await kept.keep(SHOP, changed);
    expect(await kept.find(SHOP, id, 0)).toBeNull();
    const later = { ...changed, readAt: T + 2 * SECOND };
    await kept.keep(SHOP, later);
    expect(await kept.find(SHOP, id, 0)).toEqual(later);
  });

  test('are read anew after a policy was saved, which may ask for more of them', async () => {
    await kept.keep(SHOP, facts);
    const { policies } = opened.stores();
    const by = { kind: 'system' } as const;
    await policies.save(SHOP, 0, documentOf(DEFAULT_POLICY), by, T + MINUTE);
    expect(await kept.find(SHOP, id, 0)).toBeNull();
    const anew = { ...facts, readAt: T + 2 * MINUTE };
    await kept.keep(SHOP, anew);
    expect(await kept.find(SHOP, id, 0)).toEqual(anew);
  });

  test('never give way to older ones', async () => {
    await kept.keep(SHOP, facts);
    await kept.keep(SHOP, { ...facts, tags: ['older'], readAt: T - 1 });
    expect(await kept.find(SHOP, id, 0)).toEqual(facts);
  });

  test('of another form are not read', async () => {
    await kept.keep(SHOP, facts);
    await opened.database.pool.query('UPDATE order_facts SET format = format + 1');
    expect(await kept.find(SHOP, id, 0)).toBeNull();
  });

  test('are forgotten when something of the order changed, and after their time', async () => {
    await kept.keep(SHOP, facts);
    await kept.forget(SHOP, id);
    expect(await kept.find(SHOP, id, 0)).toBeNull();
    await kept.keep(SHOP, facts);
    await kept.forgetBefore(T);
    expect(await kept.find(SHOP, id, 0)).toEqual(facts);
    await kept.forgetBefore(T + 1);
    expect(await kept.find(SHOP, id, 0)).toBeNull();
  });
});

/** Every name in a value with the kinds of what it holds, however deep. */
function formOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => formOf(one, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, inside]) => formOf(inside, `${path}.${name}`));
}

test('whoever changes what facts are made of raises the number of their form', async () => {
  const stage = setPlatformStage();
  const read = await stage.read(stage.place({ lines: [{ sku: SKU.mug, quantity: 1 }] }));
  const form = [...new Set(formOf(read))].sort();
  expect({ FACTS_FORMAT, form }).toMatchInlineSnapshot(`
    {
      "FACTS_FORMAT": 3,
      "form": [
        ".additionalFees.currencyCode",
        ".additionalFees.minor",
        ".cancellationStaffNote",
        ".cancelledAt",
        ".cashRounding.currencyCode",
        ".cashRounding.minor",
        ".company",
        ".countryCode",
        ".createdAt",
        ".currentTotal.presentment.currencyCode",
        ".currentTotal.presentment.minor",
        ".currentTotal.shop.currencyCode",
        ".currentTotal.shop.minor",
        ".customerId",
        ".financialStatus",
        ".fulfillmentOrders[].deliveryMethod",
        ".fulfillmentOrders[].id",
        ".fulfillmentOrders[].lines[].lineItemId",
        ".fulfillmentOrders[].lines[].remainingQuantity",
        ".fulfillmentOrders[].locationId",
        ".fulfillmentOrders[].locationName",
        ".fulfillmentOrders[].requestStatus",
        ".fulfillmentOrders[].status",
        ".fulfillmentOrders[].supportedActions[]",
        ".fulfillmentStatus",
        ".id",
        ".isEditable",
        ".isPointOfSale",
        ".lines[].currentQuantity",
        ".lines[].group",
        ".lines[].id",
        ".lines[].imageUrl",
        ".lines[].inventoryItemId",
        ".lines[].isGiftCard",
        ".lines[].isRestockable",
        ".lines[].productId",
        ".lines[].productType",
        ".lines[].quantity",
        ".lines[].requiresShipping",
        ".lines[].sellingPlan",
        ".lines[].title",
        ".lines[].total.currencyCode",
        ".lines[].total.minor",
        ".lines[].unfulfilledQuantity",
        ".lines[].variantTitle",
        ".name",
        ".outstanding.currencyCode",
        ".outstanding.minor",
        ".presentmentCurrencyCode",
        ".processedAt",
        ".readAt",
        ".returnStatus",
        ".risk.level",
        ".risk.recommendation",
        ".salesChannel",
        ".shopCurrencyCode",
        ".shopTimeZone",
        ".taxesIncluded",
        ".tip.currencyCode",
        ".tip.minor",
        ".total.presentment.currencyCode",
        ".total.presentment.minor",
        ".total.shop.currencyCode",
        ".total.shop.minor",
        ".transactions[].amount.presentment.currencyCode",
        ".transactions[].amount.presentment.minor",
        ".transactions[].amount.shop.currencyCode",
        ".transactions[].amount.shop.minor",
        ".transactions[].authorizationExpiresAt",
        ".transactions[].createdAt",
        ".transactions[].errorCode",
        ".transactions[].gateway",
        ".transactions[].gatewayName",
        ".transactions[].id",
        ".transactions[].isManual",
        ".transactions[].kind",
        ".transactions[].parentId",
        ".transactions[].providerFee.currencyCode",
        ".transactions[].providerFee.minor",
        ".transactions[].status",
        ".updatedAt",
      ],
    }
  `);
});
