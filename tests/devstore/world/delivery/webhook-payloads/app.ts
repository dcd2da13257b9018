/** App life-cycle and privacy topics: https://shopify.dev/docs/apps/build/privacy-law-compliance */
import type { Installation } from '../../contracts/contract.ts';
import { gid } from '../../gid.ts';
import type { EpochMs, Shop } from '../../model.ts';
import { iso } from './time.ts';

export function shopPayload(shop: Shop): object {
  return {
    id: shop.id,
    name: shop.name,
    email: shop.email,
    domain: shop.domain,
    myshopify_domain: shop.domain,
    currency: shop.currency,
    iana_timezone: shop.timezone,
    country_code: shop.country.code,
    country_name: shop.country.name,
    city: shop.city,
    plan_name: shop.plan.toLowerCase(),
    created_at: iso(shop.createdAt),
  };
}

export function scopesUpdatePayload(
  shop: Shop,
  installation: Installation,
  previous: readonly string[],
  now: EpochMs,
): object {
  return {
    id: installation.app.id,
    shop_id: gid('Shop', shop.id),
    previous,
    current: installation.scopes,
    updated_at: new Date(now).toISOString(),
  };
}

export function privacyPayload(shop: Shop, topic: string, customerId: number | null): object {
  const shopPart = { shop_id: shop.id, shop_domain: shop.domain };
  const customer = customerId === null ? undefined : shop.customers.get(customerId);
  if (topic === 'shop/redact' || customer === undefined) return shopPart;
  const orders = [...shop.orders.values()]
    .filter((order) => order.customerId === customer.id)
    .map((order) => order.id);
  const who = { id: customer.id, email: customer.email, phone: customer.phone };
  return topic === 'customers/data_request'
    ? { ...shopPart, customer: who, orders_requested: orders, data_request: { id: customer.id } }
    : { ...shopPart, customer: who, orders_to_redact: orders };
}
