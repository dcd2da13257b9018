import type { Actor, App, FlowSpec, ProtectedData, Shop, World } from 'devstore/world';

import { DAY, HOUR } from '../../app/domain/time.ts';

/** The scopes and webhooks of shopify.app.toml, as a deploy would register them. */
export interface Registration {
  readonly scopes: readonly string[];
  readonly webhookSubscriptions: readonly {
    readonly topic: string;
    readonly uri: string;
    readonly includeFields?: readonly string[];
  }[];
  /** The app's extensions of Flow; none when left out. */
  readonly flow?: FlowSpec;
  /** What Shopify has approved the app for; everything when left out. */
  readonly protectedData?: ProtectedData;
}

/** What only the fulfillment service has in stock. */
export const SERVICE_SKU = 'S-SERVICE';
export const SERVICE = 'northwind';
/** A product tag: what carries it is never put back on sale where the policy says so. */
export const NEVER_RESTOCKED = 'made-to-order';

/** A small shop with the app installed: two locations, a fulfillment service, three customers. */
export function openSimulatedShop(
  world: World,
  registration: Registration,
): { readonly shop: Shop; readonly app: App; readonly sender: Actor } {
  const { commerce } = world;
  const shop = commerce.openShop({
    handle: 'simulated',
    name: 'Simulated',
    email: 'shop@example.com',
    currency: 'EUR',
    timezone: 'Europe/Berlin',
    country: { code: 'DE', name: 'Germany' },
    city: 'Hamburg',
  });
  const [near, far] = ['Harbour', 'Hill'].map((name) =>
    commerce.addLocation(shop.domain, { name, city: name, countryCode: 'DE' }),
  );
  if (!near || !far) throw new Error('Two locations were added');
  commerce.addGateway(shop.domain, {
    name: 'shopify_payments',
    formattedName: 'Shopify Payments',
    behaviour: 'card',
    refundSettlesAfterMs: null,
    authorizationLastsMs: 7 * DAY,
  });
  commerce.addGateway(shop.domain, {
    name: 'paypal',
    formattedName: 'PayPal',
    behaviour: 'wallet',
    refundSettlesAfterMs: HOUR,
    authorizationLastsMs: null,
  });
  ['Kettle', 'Lamp', 'Blanket', 'Knife'].forEach((title, index) => {
    commerce.addProduct(shop.domain, {
      title,
      tags: index === 1 ? [NEVER_RESTOCKED] : [],
      variants: [
        {
          sku: `S-${index}`,
          priceInShopCurrency: 1_500 + index * 1_111,
          stock: { [index % 2 === 0 ? near.id : far.id]: 100 },
        },
      ],
    });
  });
  const service = commerce.addFulfillmentService(shop.domain, {
    name: 'Northwind Fulfillment',
    handle: SERVICE,
    city: 'Bremen',
    countryCode: 'DE',
  });
  commerce.addProduct(shop.domain, {
    title: 'Tent',
    variants: [
      { sku: SERVICE_SKU, priceInShopCurrency: 12_900, stock: { [service.locationId]: 100 } },
    ],
  });
  ['Ada', 'Ben', 'Cleo'].forEach((firstName) => {
    const email = `${firstName.toLowerCase()}@example.com`;
    commerce.addCustomer(shop.domain, { firstName, lastName: 'Example', email });
  });
  const app = world.apps.register({
    clientId: 'simulated-client',
    clientSecret: 'simulated-secret',
    title: 'Unorder',
    handle: 'unorder',
    applicationUrl: 'https://unorder.example.com',
    webhookApiVersion: '2026-10',
    ...registration,
  });
  world.apps.install(app.spec.clientId, shop.domain);
  return { shop, app, sender: { kind: 'app', appId: app.id, title: app.spec.title } };
}
