import type { Sources, TypeResolvers } from '../context.ts';
import type { Shop } from '../../world/model.ts';
import { gid } from '../../world/gid.ts';
import { iso } from '../../world/delivery/webhook-payloads/time.ts';

const PLAN_NAMES: Readonly<Record<Shop['plan'], string>> = {
  Basic: 'Basic',
  Advanced: 'Advanced',
  Plus: 'Shopify Plus',
};

function addressOf(shop: Shop): object {
  return {
    city: shop.city,
    country: shop.country.name,
    countryCodeV2: shop.country.code,
    countryCode: shop.country.code,
    company: shop.name,
  };
}

const shop: TypeResolvers<'Shop'> = {
  id: (shop) => gid('Shop', shop.id),
  name: (shop) => shop.name,
  email: (shop) => shop.email,
  contactEmail: (shop) => shop.email,
  currencyCode: (shop) => shop.currency,
  enabledPresentmentCurrencies: (shop) => [
    ...new Set([
      shop.currency,
      ...[...shop.orders.values()].map((order) => order.presentmentCurrency),
    ]),
  ],
  ianaTimezone: (shop) => shop.timezone,
  myshopifyDomain: (shop) => shop.domain,
  url: (shop) => `https://${shop.domain}`,
  primaryDomain: (shop) => ({
    id: gid('Domain', shop.id),
    host: shop.domain,
    url: `https://${shop.domain}`,
    sslEnabled: true,
  }),
  plan: (shop) => ({
    displayName: PLAN_NAMES[shop.plan],
    publicDisplayName: shop.developmentStore ? 'Development' : PLAN_NAMES[shop.plan],
    shopifyPlus: shop.plan === 'Plus',
    partnerDevelopment: shop.developmentStore,
  }),
  billingAddress: addressOf,
  shopAddress: addressOf,
  taxesIncluded: (shop) => shop.taxesIncluded,
  createdAt: (shop) => iso(shop.createdAt),
  fulfillmentServices: (shop) => [...shop.fulfillmentServices.values()],
  accountOwner: (shop) => staffMember(shop),
  customerAccountsV2: () => ({
    customerAccountsVersion: 'NEW_CUSTOMER_ACCOUNTS',
    loginRequiredAtCheckout: false,
    loginLinksVisibleOnStorefrontAndCheckout: true,
  }),
};

function staffMember(shop: Shop): object | null {
  const owner = shop.staff.find((member) => member.accountOwner) ?? shop.staff[0];
  if (owner === undefined) return null;
  return {
    id: gid('StaffMember', owner.id),
    firstName: owner.firstName,
    lastName: owner.lastName,
    name: `${owner.firstName} ${owner.lastName}`,
    email: owner.email,
    locale: owner.locale,
    active: true,
    isShopOwner: owner.accountOwner,
  };
}

export const shopResolvers = { Shop: shop } satisfies Partial<{
  [T in keyof Sources]: TypeResolvers<T>;
}>;
