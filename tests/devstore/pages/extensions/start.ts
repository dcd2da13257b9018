import type {
  Address as ExtensionAddress,
  AuthenticationState,
  ExtensionStart,
  Money,
  OrderStatusData,
} from '../browser/extension-contract.ts';
import type { PagesDeps } from '../deps.ts';
import { formatFixed } from '../../world/money/money.ts';
import type { Address, Minor, Order, Shop } from '../../world/model.ts';
import {
  currentQuantity,
  currentShipping,
  currentSubtotal,
  currentTax,
  currentTotal,
  unitsWorth,
} from '../../world/orders/order-totals.ts';
import { preloadedMetafields } from '../../world/orders/annotations/metafields.ts';
import { translationsFor, type Extension } from './catalogue.ts';
import { scriptAddress } from './routes.ts';

/** Who looks at a customer page, and in which language. */
export interface Viewer {
  readonly customerId: number | null;
  readonly authenticationState: AuthenticationState;
  readonly language: string;
}

export function orderGid(order: Order): string {
  return `gid://shopify/Order/${String(order.id)}`;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}

function addressData(address: Address | null): ExtensionAddress | null {
  if (address === null) return null;
  return {
    name: `${address.firstName} ${address.lastName}`,
    firstName: address.firstName,
    lastName: address.lastName,
    address1: address.address1,
    city: address.city,
    zip: address.zip,
    countryCode: address.countryCode,
  };
}

/** The order as `OrderStatusApi` shows it. Before login the address and e-mail may be withheld:
 * https://shopify.dev/docs/api/customer-account-ui-extensions/latest/target-apis/account-apis/authentication-state-api */
function orderStatusData(
  order: Order,
  viewer: Viewer,
  metafields: OrderStatusData['appMetafields'],
): OrderStatusData {
  const money = (minor: Minor): Money => ({
    amount: Number(formatFixed(minor, order.presentmentCurrency)),
    currencyCode: order.presentmentCurrency,
  });
  const signedIn = viewer.authenticationState === 'fully_authenticated';
  const shippingAddress = signedIn ? addressData(order.shippingAddress) : null;
  const billingAddress = signedIn ? addressData(order.billingAddress) : null;
  return {
    appMetafields: metafields,
    order: {
      id: orderGid(order),
      name: order.name,
      confirmationNumber: order.confirmationNumber,
      processedAt: iso(order.processedAt),
      ...(order.cancelledAt === null ? {} : { cancelledAt: iso(order.cancelledAt) }),
    },
    lines: order.lines.map((line) => ({
      id: `gid://shopify/CartLine/${String(line.id)}`,
      quantity: currentQuantity(line),
      title: line.title,
      variantId: `gid://shopify/ProductVariant/${String(line.variantId ?? 0)}`,
      productId: `gid://shopify/Product/${String(line.productId ?? 0)}`,
      requiresShipping: line.requiresShipping,
      totalAmount: money(unitsWorth(line, line.removedQuantity, currentQuantity(line)).net),
      ...(line.variantTitle === null ? {} : { subtitle: line.variantTitle }),
      ...(line.sku === null ? {} : { sku: line.sku }),
      ...(line.imageUrl === null ? {} : { imageUrl: line.imageUrl }),
    })),
    subtotalAmount: money(currentSubtotal(order)),
    totalShippingAmount: money(currentShipping(order)),
    totalTaxAmount: money(currentTax(order)),
    totalAmount: money(currentTotal(order)),
    ...(order.note === null ? {} : { note: order.note }),
    ...(shippingAddress === null ? {} : { shippingAddress }),
    ...(billingAddress === null ? {} : { billingAddress }),
    ...(signedIn && order.email !== null ? { email: order.email } : {}),
  };
}

/** Those of the order that the extension's file names; of its other resources none are simulated. */
function appMetafields(
  deps: PagesDeps,
  shop: Shop,
  order: Order,
  { metafields }: Extension,
): OrderStatusData['appMetafields'] {
  const installation = deps.world.apps.installation(deps.app.clientId, shop.domain);
  if (!installation) return [];
  const { id } = installation.app;
  return preloadedMetafields(shop, order, metafields, id).map(({ type, value, ...name }) => ({
    target: { type: 'order' as const, id: orderGid(order) },
    metafield: { ...name, type, ...valueOf(type, value) },
  }));
}

type Preloaded = OrderStatusData['appMetafields'][number]['metafield'];

/** As `AppMetafield` has it: https://github.com/Shopify/ui-extensions, api/order-status/order-status.ts */
function valueOf(type: string, value: string): Pick<Preloaded, 'value' | 'valueType'> {
  if (type === 'boolean') return { valueType: 'boolean', value: value === 'true' };
  if (type === 'number_integer') return { valueType: 'integer', value: Number(value) };
  if (type === 'number_decimal') return { valueType: 'float', value: Number(value) };
  const isJson = type === 'json' || type.startsWith('list.');
  return { valueType: isJson ? 'json_string' : 'string', value };
}

function common(
  deps: PagesDeps,
  shop: Shop,
  extension: Extension,
  target: string,
  language: string,
  pageOrigin: string,
) {
  const { translations, language: extensionLanguage } = translationsFor(extension, language);
  const { declaredUrl } = deps.app;
  return {
    handle: extension.handle,
    target,
    apiVersion: extension.apiVersion,
    scriptUrl: scriptAddress(pageOrigin, extension.handle),
    capabilities: [...extension.capabilities],
    settings: {},
    translations,
    language,
    extensionLanguage,
    timezone: shop.timezone,
    shop: {
      id: `gid://shopify/Shop/${String(shop.id)}`,
      name: shop.name,
      myshopifyDomain: shop.domain,
      storefrontUrl: `https://${shop.domain}`,
    },
    app: {
      declaredOrigin: declaredUrl === undefined ? null : new URL(declaredUrl).origin,
      origin: deps.origins.tunnel,
    },
  };
}

/** The starts of one target, for every extension that names it and has been built. */
export function customerStarts(
  deps: PagesDeps,
  extensions: readonly Extension[],
  target: string,
  shop: Shop,
  order: Order,
  viewer: Viewer,
): ExtensionStart[] {
  return builtFor(extensions, target).map((extension) => ({
    ...common(deps, shop, extension, target, viewer.language, deps.origins.customer),
    surface: 'customer-account' as const,
    country: order.shippingAddress?.countryCode ?? shop.country.code,
    currency: order.presentmentCurrency,
    orderId: orderGid(order),
    selected: [],
    customerId:
      viewer.customerId === null ? null : `gid://shopify/Customer/${String(viewer.customerId)}`,
    authenticationState: viewer.authenticationState,
    orderStatus: target.startsWith('customer-account.order-status.')
      ? orderStatusData(order, viewer, appMetafields(deps, shop, order, extension))
      : null,
  }));
}

/** The starts of one admin target on an order's page. */
export function adminStarts(
  deps: PagesDeps,
  extensions: readonly Extension[],
  target: string,
  shop: Shop,
  order: Order,
): ExtensionStart[] {
  return builtFor(extensions, target).map((extension) => ({
    ...common(deps, shop, extension, target, 'en', deps.origins.platform),
    surface: 'admin' as const,
    country: shop.country.code,
    currency: shop.currency,
    orderId: orderGid(order),
    selected: [{ id: orderGid(order) }],
    customerId: null,
    authenticationState: 'fully_authenticated' as const,
    orderStatus: null,
  }));
}

function builtFor(extensions: readonly Extension[], target: string): readonly Extension[] {
  return extensions.filter(
    (extension) => extension.targets.includes(target) && extension.scriptFile !== null,
  );
}

/** Extensions that name a target but whose script is missing: the page says so. */
export function unbuiltFor(
  extensions: readonly Extension[],
  targets: readonly string[],
): readonly Extension[] {
  return extensions.filter(
    (extension) =>
      extension.scriptFile === null && targets.some((target) => extension.targets.includes(target)),
  );
}
