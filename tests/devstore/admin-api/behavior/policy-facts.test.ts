/** What a cancellation policy can ask about an order, read as an app reads it. */
import { beforeEach, describe, expect, test } from 'vitest';
import { loadOfficialSchema } from '../../fetched/official-schema.ts';
import { connectApp, ORDER_APP_SCOPES, type ConnectedApp } from '../../seed/connected-app.ts';
import { createScenarioShop, seedOrder, SKU, type ScenarioShop } from '../../seed/scenario.ts';
import type { Order } from '../../world/model.ts';
import { createAdminGraphql } from '../execute.ts';

const execute = createAdminGraphql(await loadOfficialSchema());
let scene: ScenarioShop;
let app: ConnectedApp;

beforeEach(() => {
  scene = createScenarioShop();
  app = connectApp(scene, execute, {
    scopes: [
      ...ORDER_APP_SCOPES,
      'read_markets',
      'read_locales',
      'read_own_subscription_contracts',
      'read_payment_terms',
    ],
  });
});

const FRENCH_ADDRESS = {
  firstName: 'Casey',
  lastName: 'Sample',
  address1: '1 rue Exemple',
  city: 'Lyon',
  zip: '69002',
  country: 'France',
  countryCode: 'FR',
  phone: null,
};

const gid = (type: string, id: number | undefined): string => `gid://shopify/${type}/${id}`;

function ask(query: string, variables: Record<string, unknown> = {}): unknown {
  const body = app.run(query, variables);
  expect(body.errors).toBeUndefined();
  return body.data;
}

const ofOrder = (order: Order, fields: string): unknown =>
  ask(`query Facts($id: ID!) { order(id: $id) { ${fields} } }`, { id: gid('Order', order.id) });

const firstLine = (order: Order, fields: string): unknown => {
  const data = ofOrder(order, `lineItems(first: 1) { nodes { ${fields} } }`) as {
    order: { lineItems: { nodes: readonly unknown[] } };
  };
  return data.order.lineItems.nodes[0];
};

describe('what is sold', () => {
  test('a line leads to its product, with type, tags and collections', () => {
    const { commerce } = scene.world;
    const sale = commerce.addCollection(scene.domain, { title: 'Final sale' });
    commerce.addCollection(scene.domain, { title: 'Everything else', handle: 'else' });
    commerce.addProduct(scene.domain, {
      title: 'Engraved sign',
      productType: 'Decor',
      tags: ['personalised'],
      collections: ['final-sale'],
      variants: [{ sku: 'SIGN', priceInShopCurrency: 4_000, tracked: false }],
    });
    const order = seedOrder(scene, { lines: [{ sku: 'SIGN', quantity: 1 }] });
    expect(
      firstLine(
        order,
        `product { productType tags isGiftCard collections(first: 5) { nodes { id title handle } } }
         variant { inventoryItem { tracked } }`,
      ),
    ).toEqual({
      product: {
        productType: 'Decor',
        tags: ['personalised'],
        isGiftCard: false,
        collections: {
          nodes: [{ id: gid('Collection', sale.id), title: 'Final sale', handle: 'final-sale' }],
        },
      },
      variant: { inventoryItem: { tracked: false } },
    });
  });

  test('collections are found for a picker by title, handle and product, sorted as asked', () => {
    const { commerce } = scene.world;
    for (const title of ['Winter sale', 'Autumn', 'Sale']) {
      commerce.addCollection(scene.domain, { title });
    }
    const titles = (query: string | null, sortKey = 'TITLE'): unknown =>
      ask(
        `query Pick($query: String, $sortKey: CollectionSortKeys) {
          collections(first: 5, query: $query, sortKey: $sortKey) { nodes { title } }
        }`,
        { query, sortKey },
      );
    expect(titles(null)).toEqual({
      collections: { nodes: [{ title: 'Autumn' }, { title: 'Sale' }, { title: 'Winter sale' }] },
    });
    expect(titles(null, 'ID')).toMatchObject({
      collections: { nodes: [{ title: 'Winter sale' }, {}, {}] },
    });
    expect(titles('sale')).toEqual({
      collections: { nodes: [{ title: 'Sale' }, { title: 'Winter sale' }] },
    });
    expect(titles('ale')).toEqual({ collections: { nodes: [] } });
    expect(titles('handle:autumn')).toEqual({ collections: { nodes: [{ title: 'Autumn' }] } });
    const [mug] = scene.shop.products.keys();
    expect(titles(`product_id:${mug}`)).toEqual({ collections: { nodes: [] } });
  });

  test('a selling plan says by its category what kind of promise it is', () => {
    scene.world.commerce.addSellingPlan(scene.domain, {
      name: 'Ships in May',
      category: 'PRE_ORDER',
    });
    const order = seedOrder(scene, {
      lines: [
        { sku: SKU.mug, quantity: 1, sellingPlan: 'Ships in May', contract: true },
        { sku: SKU.bowl, quantity: 1, sellingPlan: 'Nobody knows' },
      ],
    });
    const line = firstLine(order, 'sellingPlan { name sellingPlanId } contract { id status }');
    expect(line).toMatchObject({
      sellingPlan: { name: 'Ships in May' },
      contract: { status: 'ACTIVE' },
    });
    const ids = order.lines.map(({ sellingPlan }) => gid('SellingPlan', sellingPlan?.id));
    expect(
      ask('query Plans($ids: [ID!]!) { nodes(ids: $ids) { ... on SellingPlan { id category } } }', {
        ids,
      }),
    ).toEqual({
      nodes: [
        { id: ids[0], category: 'PRE_ORDER' },
        { id: ids[1], category: null },
      ],
    });
  });

  test('a selling plan reached by its id still needs the scope of products', () => {
    const order = seedOrder(scene, {
      lines: [{ sku: SKU.mug, quantity: 1, sellingPlan: 'Monthly' }],
    });
    const blind = connectApp(scene, execute, { clientId: 'blind', scopes: ['write_orders'] });
    const answer = blind.run(
      'query Plan($id: ID!) { node(id: $id) { ... on SellingPlan { category } } }',
      {
        id: gid('SellingPlan', order.lines[0]?.sellingPlan?.id),
      },
    );
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'ACCESS_DENIED' });
  });

  test('case 41: the components of a bundle name one group, other bundles another', () => {
    const part = (sku: string, title: string) => ({
      sku,
      quantity: 1,
      group: { title, quantity: 1 },
    });
    const order = seedOrder(scene, {
      lines: [part(SKU.mug, 'Set'), part(SKU.bowl, 'Set'), part(SKU.untracked, 'Other set')],
    });
    const [mug, bowl, other] = order.lines.map((line) => line.group?.id);
    expect(mug).toBe(bowl);
    expect(other).not.toBe(mug);
    expect(firstLine(order, 'lineItemGroup { id title quantity }')).toEqual({
      lineItemGroup: { id: gid('LineItemGroup', mug), title: 'Set', quantity: 1 },
    });
  });
});

describe('who buys, where and how', () => {
  test('an order tells the addresses’ countries, its source, app, locale and customer apart', () => {
    const order = seedOrder(scene, {
      tags: ['gift', 'vip'],
      customerLocale: 'fr-CA',
      channelName: 'Buy Button',
      billingAddress: FRENCH_ADDRESS,
    });
    expect(
      ofOrder(
        order,
        `tags sourceName app { name } customerLocale retailLocation { id } paymentGatewayNames
         shippingAddress { countryCodeV2 } billingAddress { countryCodeV2 }
         customer { tags numberOfOrders } paymentTerms { id } disputes { id }`,
      ),
    ).toEqual({
      order: {
        tags: ['gift', 'vip'],
        sourceName: 'web',
        app: { name: 'Buy Button' },
        customerLocale: 'fr-CA',
        retailLocation: null,
        paymentGatewayNames: ['shopify_payments'],
        shippingAddress: { countryCodeV2: 'DE' },
        billingAddress: { countryCodeV2: 'FR' },
        customer: { tags: [], numberOfOrders: '1' },
        paymentTerms: null,
        disputes: [],
      },
    });
  });

  test('case 40: an order of the Point of Sale names the shop that rang it up', () => {
    const order = seedOrder(scene, { retailLocationId: scene.second.id });
    expect(ofOrder(order, 'sourceName app { name } retailLocation { id }')).toEqual({
      order: {
        sourceName: 'pos',
        app: { name: 'Point of Sale' },
        retailLocation: { id: gid('Location', scene.second.id) },
      },
    });
  });

  test('case 49: a B2B order names company, location and contact, and what it owes by when', () => {
    const { commerce } = scene.world;
    const company = commerce.addCompany(scene.domain, {
      name: 'Example Interiors',
      locationName: 'Berlin office',
      contacts: [{ customerId: scene.customer.id, title: 'Buyer' }],
    });
    const order = seedOrder(scene, {
      payment: 'unpaid',
      companyId: company.id,
      paymentTerms: { dueInDays: 30 },
    });
    const b2b = `displayFinancialStatus
      purchasingEntity { __typename ... on PurchasingCompany {
        company { id } location { id } contact { id title customer { id } } } }
      paymentTerms { paymentTermsName paymentTermsType dueInDays due overdue
        paymentSchedules(first: 1) { nodes { dueAt balanceDue { amount } } } }`;
    expect(ofOrder(order, b2b)).toEqual({
      order: {
        displayFinancialStatus: 'PENDING',
        purchasingEntity: {
          __typename: 'PurchasingCompany',
          company: { id: gid('Company', company.id) },
          location: { id: gid('CompanyLocation', company.locationId) },
          contact: {
            id: gid('CompanyContact', company.contacts[0]?.id),
            title: 'Buyer',
            customer: { id: gid('Customer', scene.customer.id) },
          },
        },
        paymentTerms: {
          paymentTermsName: 'Net 30',
          paymentTermsType: 'NET',
          dueInDays: 30,
          due: false,
          overdue: false,
          paymentSchedules: {
            nodes: [{ dueAt: '2026-11-14T09:00:00Z', balanceDue: { amount: '25.0' } }],
          },
        },
      },
    });
    scene.world.advanceTo(scene.world.now() + 31 * 24 * 3600 * 1000);
    expect(ofOrder(order, 'paymentTerms { due overdue }')).toEqual({
      order: { paymentTerms: { due: true, overdue: true } },
    });
  });

  test('case 25: a dispute is told with its status, whichever way it goes', () => {
    const order = seedOrder(scene);
    scene.world.commerce.openDispute(scene.domain, order.id, 'CHARGEBACK');
    const disputes = (): unknown => ofOrder(order, 'disputes { initiatedAs status }');
    expect(disputes()).toEqual({
      order: { disputes: [{ initiatedAs: 'CHARGEBACK', status: 'NEEDS_RESPONSE' }] },
    });
    for (const status of [
      'UNDER_REVIEW',
      'ACCEPTED',
      'LOST',
      'PREVENTED',
      'CHARGE_REFUNDED',
      'WON',
    ] as const) {
      scene.world.commerce.moveDispute(scene.domain, order.id, status);
      expect(disputes()).toMatchObject({ order: { disputes: [{ status }] } });
    }
  });

  test('markets tell their countries and whether they are active', () => {
    const { commerce } = scene.world;
    commerce.addMarket(scene.domain, {
      name: 'Home',
      countries: [{ code: 'DE', name: 'Germany' }],
    });
    commerce.addMarket(scene.domain, {
      name: 'Abroad',
      status: 'DRAFT',
      countries: [
        { code: 'US', name: 'United States' },
        { code: 'JP', name: 'Japan' },
      ],
    });
    expect(
      ask(`{ markets(first: 5) { nodes { name handle status conditions { regionsCondition {
        regions(first: 5) { nodes { name ... on MarketRegionCountry { code } } } } } } } }`),
    ).toEqual({
      markets: {
        nodes: [
          {
            name: 'Abroad',
            handle: 'abroad',
            status: 'DRAFT',
            conditions: {
              regionsCondition: {
                regions: {
                  nodes: [
                    { name: 'United States', code: 'US' },
                    { name: 'Japan', code: 'JP' },
                  ],
                },
              },
            },
          },
          {
            name: 'Home',
            handle: 'home',
            status: 'ACTIVE',
            conditions: {
              regionsCondition: { regions: { nodes: [{ name: 'Germany', code: 'DE' }] } },
            },
          },
        ],
      },
    });
    expect(ask('{ markets(first: 5, query: "status:ACTIVE") { nodes { name } } }')).toEqual({
      markets: { nodes: [{ name: 'Home' }] },
    });
  });

  test('languages that buyers do not see are left out on request', () => {
    const two = createScenarioShop({
      locales: [
        { locale: 'en', name: 'English', primary: true, published: true },
        { locale: 'de', name: 'German', primary: false, published: false },
      ],
    });
    const reader = connectApp(two, execute, { scopes: ['read_locales'] });
    expect(
      reader.run('{ all: shopLocales { locale } seen: shopLocales(published: true) { locale } }')
        .data,
    ).toEqual({ all: [{ locale: 'en' }, { locale: 'de' }], seen: [{ locale: 'en' }] });
  });

  test('the shop tells its zone, currency, address, languages and domain', () => {
    expect(
      ask(`{ shop { ianaTimezone currencyCode url primaryDomain { host }
        billingAddress { countryCodeV2 } } shopLocales { locale primary published } }`),
    ).toEqual({
      shop: {
        ianaTimezone: 'Europe/Berlin',
        currencyCode: 'EUR',
        url: 'https://scenario.myshopify.com',
        primaryDomain: { host: 'scenario.myshopify.com' },
        billingAddress: { countryCodeV2: 'DE' },
      },
      shopLocales: [{ locale: 'en', primary: true, published: true }],
    });
  });
});

describe('what an order cost', () => {
  const TAX = [{ title: 'VAT', ratePpm: 190_000 }];

  test('a line’s totals leave order discounts out, and code discounts unless asked for', () => {
    const order = seedOrder(scene, {
      lines: [{ sku: SKU.bowl, quantity: 2 }],
      discounts: [
        { title: 'SPRING', on: 'lines', skus: [SKU.bowl], off: { fixed: 100 } },
        { title: 'Auto', kind: 'automatic', on: 'lines', skus: [SKU.bowl], off: { fixed: 50 } },
        { title: 'TEN', on: 'order', off: { percentPpm: 100_000 } },
      ],
    });
    const amount = 'presentmentMoney { amount }';
    expect(
      firstLine(
        order,
        `discountedTotalSet { ${amount} }
         withCodes: discountedTotalSet(withCodeDiscounts: true) { ${amount} }
         discountedUnitPriceSet { ${amount} } totalDiscountSet { ${amount} }
         discountedUnitPriceAfterAllDiscountsSet { ${amount} }`,
      ),
    ).toEqual({
      discountedTotalSet: { presentmentMoney: { amount: '78.98' } },
      withCodes: { presentmentMoney: { amount: '76.98' } },
      discountedUnitPriceSet: { presentmentMoney: { amount: '39.49' } },
      totalDiscountSet: { presentmentMoney: { amount: '3.0' } },
      discountedUnitPriceAfterAllDiscountsSet: { presentmentMoney: { amount: '34.64' } },
    });
  });

  test('every allocation names its application, with method, selection, target and value', () => {
    const order = seedOrder(scene, {
      lines: [
        { sku: SKU.mug, quantity: 2 },
        { sku: SKU.bowl, quantity: 1 },
      ],
      shipping: { title: 'Standard', price: 490 },
      discounts: [
        {
          title: 'Mugs bring a bowl',
          kind: 'automatic',
          on: 'buy_x_get_y',
          buys: { sku: SKU.mug, quantity: 2 },
          gets: { sku: SKU.bowl, quantity: 1 },
        },
        { title: 'Script', kind: 'script', on: 'order', off: { percentPpm: 200_000 } },
        { title: 'SHIPFREE', on: 'shipping', off: { percentPpm: 1_000_000 } },
      ],
    });
    expect(
      ofOrder(
        order,
        `discountApplications(first: 5) { nodes { __typename index allocationMethod targetSelection
           targetType value { __typename ... on PricingPercentageValue { percentage } }
           ... on AutomaticDiscountApplication { title }
           ... on ScriptDiscountApplication { title }
           ... on DiscountCodeApplication { code } } }
         lineItems(first: 2) { nodes { discountAllocations {
           allocatedAmountSet { presentmentMoney { amount } } discountApplication { index } } } }
         shippingLines(first: 1) { nodes { isRemoved
           discountedPriceSet { presentmentMoney { amount } }
           currentDiscountedPriceSet { presentmentMoney { amount } } } }`,
      ),
    ).toEqual({
      order: {
        discountApplications: {
          nodes: [
            {
              __typename: 'AutomaticDiscountApplication',
              title: 'Mugs bring a bowl',
              index: 0,
              allocationMethod: 'EACH',
              targetSelection: 'ENTITLED',
              targetType: 'LINE_ITEM',
              value: { __typename: 'PricingPercentageValue', percentage: 100 },
            },
            {
              __typename: 'ScriptDiscountApplication',
              title: 'Script',
              index: 1,
              allocationMethod: 'ACROSS',
              targetSelection: 'ALL',
              targetType: 'LINE_ITEM',
              value: { __typename: 'PricingPercentageValue', percentage: 20 },
            },
            {
              __typename: 'DiscountCodeApplication',
              code: 'SHIPFREE',
              index: 2,
              allocationMethod: 'EACH',
              targetSelection: 'ALL',
              targetType: 'SHIPPING_LINE',
              value: { __typename: 'PricingPercentageValue', percentage: 100 },
            },
          ],
        },
        lineItems: {
          nodes: [
            {
              discountAllocations: [
                {
                  allocatedAmountSet: { presentmentMoney: { amount: '5.0' } },
                  discountApplication: { index: 1 },
                },
              ],
            },
            {
              discountAllocations: [
                {
                  allocatedAmountSet: { presentmentMoney: { amount: '39.99' } },
                  discountApplication: { index: 0 },
                },
              ],
            },
          ],
        },
        shippingLines: {
          nodes: [
            {
              isRemoved: false,
              discountedPriceSet: { presentmentMoney: { amount: '0.0' } },
              currentDiscountedPriceSet: { presentmentMoney: { amount: '0.0' } },
            },
          ],
        },
      },
    });
  });

  test('case 15: duties with their tax, fees and a tip are told one by one', () => {
    const order = seedOrder(scene, {
      lines: [{ sku: SKU.mug, quantity: 2, duty: 400, dutyTaxes: TAX }],
      taxes: TAX,
      tip: 150,
      additionalFees: [{ name: 'Import fee', price: 300, taxes: TAX }],
    });
    const amount = 'presentmentMoney { amount }';
    expect(
      ofOrder(
        order,
        `dutiesIncluded totalPriceSet { ${amount} } totalTaxSet { ${amount} }
         totalTipReceivedSet { ${amount} } currentTotalAdditionalFeesSet { ${amount} }
         additionalFees { name price { ${amount} } taxLines { rate priceSet { ${amount} } } }
         lineItems(first: 1) { nodes { duties { price { ${amount} }
           taxLines { title rate priceSet { ${amount} } } } } }`,
      ),
    ).toEqual({
      order: {
        dutiesIncluded: false,
        totalPriceSet: { presentmentMoney: { amount: '34.83' } },
        totalTaxSet: { presentmentMoney: { amount: '5.32' } },
        totalTipReceivedSet: { presentmentMoney: { amount: '1.5' } },
        currentTotalAdditionalFeesSet: { presentmentMoney: { amount: '3.0' } },
        additionalFees: [
          {
            name: 'Import fee',
            price: { presentmentMoney: { amount: '3.0' } },
            taxLines: [{ rate: 0.19, priceSet: { presentmentMoney: { amount: '0.57' } } }],
          },
        ],
        lineItems: {
          nodes: [
            {
              duties: [
                {
                  price: { presentmentMoney: { amount: '4.0' } },
                  taxLines: [
                    {
                      title: 'VAT',
                      rate: 0.19,
                      priceSet: { presentmentMoney: { amount: '0.76' } },
                    },
                  ],
                },
              ],
            },
          ],
        },
      },
    });
  });
});

describe('what may be edited', () => {
  const BEGIN = `mutation Begin($id: ID!) { orderEditBegin(id: $id) {
    calculatedOrder { id } userErrors { field message } } }`;
  const editable = `merchantEditable merchantEditableErrors
    lineItems(first: 1) { nodes { merchantEditable } }`;

  test('case 44: an order another app brought in cannot be edited, and says why', () => {
    const order = seedOrder(scene, { importedBy: 'Market Bridge' });
    const why = "Orders imported by another app can't be edited.";
    expect(ofOrder(order, `app { name } ${editable}`)).toEqual({
      order: {
        app: { name: 'Market Bridge' },
        merchantEditable: false,
        merchantEditableErrors: [why],
        lineItems: { nodes: [{ merchantEditable: false }] },
      },
    });
    expect(ask(BEGIN, { id: gid('Order', order.id) })).toEqual({
      orderEditBegin: { calculatedOrder: null, userErrors: [{ field: ['id'], message: why }] },
    });
  });

  test('a canceled order cannot be edited, an ordinary one can', () => {
    const order = seedOrder(scene);
    expect(ofOrder(order, editable)).toEqual({
      order: {
        merchantEditable: true,
        merchantEditableErrors: [],
        lineItems: { nodes: [{ merchantEditable: true }] },
      },
    });
    scene.world.commerce.cancelInAdmin(scene.domain, order.id);
    scene.world.advanceTo(scene.world.now() + 5_000);
    expect(ofOrder(order, editable)).toMatchObject({
      order: {
        merchantEditable: false,
        merchantEditableErrors: ["Canceled orders can't be edited."],
      },
    });
  });
});
