/** What an app reads of who bought, where and how. */
import { beforeEach, describe, expect, test } from 'vitest';
import { loadOfficialSchema } from '../../fetched/official-schema.ts';
import { connectApp, type ConnectedApp, ORDER_APP_SCOPES } from '../../seed/connected-app.ts';
import { createScenarioShop, type ScenarioShop, seedOrder } from '../../seed/scenario.ts';
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

const { ask, ofOrder } = factReader(() => app);

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

  test('an order of the Point of Sale names the shop that rang it up', () => {
    const order = seedOrder(scene, { retailLocationId: scene.second.id });
    expect(ofOrder(order, 'sourceName app { name } retailLocation { id }')).toEqual({
      order: {
        sourceName: 'pos',
        app: { name: 'Point of Sale' },
        retailLocation: { id: gid('Location', scene.second.id) },
      },
    });
  });

  test('a B2B order names company, location and contact, and what it owes by when', () => {
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

  test('a dispute is told with its status, whichever way it goes', () => {
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
