/** What an app reads of what an order cost, and of what may be edited. */
import { beforeEach, describe, expect, test } from 'vitest';
import { loadOfficialSchema } from '../../fetched/official-schema.ts';
import { connectApp, type ConnectedApp, ORDER_APP_SCOPES } from '../../seed/connected-app.ts';
import { createScenarioShop, type ScenarioShop, seedOrder, SKU } from '../../seed/scenario.ts';
import { createAdminGraphql } from '../execute.ts';
import { factReader, gid } from './fixtures/fact-reader.ts';

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

const { ask, ofOrder, firstLine } = factReader(() => app);

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

  test('duties with their tax, fees and a tip are told one by one', () => {
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

  test('an order another app brought in cannot be edited, and says why', () => {
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
