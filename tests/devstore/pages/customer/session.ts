import type { Request, Response } from 'express';
import { cookie } from '../cookie.ts';
import { customerShop, type PagesDeps } from '../deps.ts';
import type { Customer, Order, Shop } from '../../world/model.ts';
import type { Viewer } from '../extensions/start.ts';

const CUSTOMER_COOKIE = 'devstore_customer';
const LANGUAGE_COOKIE = 'devstore_language';
const KEYS_COOKIE = 'devstore_order_keys';

/** Languages the customer pages offer to extensions. */
export const LANGUAGES: readonly { code: string; label: string }[] = [
  { code: 'en', label: 'English' },
  { code: 'de', label: 'Deutsch' },
  { code: 'fr', label: 'Français' },
  { code: 'es', label: 'Español' },
  { code: 'it', label: 'Italiano' },
  { code: 'nl', label: 'Nederlands' },
  { code: 'ja', label: '日本語' },
];

/** The signed-in customer, or null. */
export function signedInCustomer(deps: PagesDeps, request: Request): Customer | null {
  const id = Number(cookie(request, CUSTOMER_COOKIE));
  return customerShop(deps.world).customers.get(id) ?? null;
}

export function signIn(response: Response, customer: Customer): void {
  response.cookie(CUSTOMER_COOKIE, String(customer.id), { httpOnly: true, sameSite: 'lax' });
}

export function signOut(response: Response): void {
  response.clearCookie(CUSTOMER_COOKIE);
  response.clearCookie(KEYS_COOKIE);
}

export function pageLanguage(request: Request): string {
  const wanted = cookie(request, LANGUAGE_COOKIE);
  return LANGUAGES.some(({ code }) => code === wanted) ? (wanted ?? 'en') : 'en';
}

export function rememberLanguage(response: Response, language: string): void {
  if (LANGUAGES.some(({ code }) => code === language)) response.cookie(LANGUAGE_COOKIE, language);
}

/**
 * Who looks at one order's page: its signed-in customer; somebody who came by the link in a mail
 * (pre-authenticated); or anyone else, who sees only what is public. Source:
 * https://shopify.dev/docs/apps/build/customer-accounts/order-status-page (authentication states)
 */
export function orderViewer(
  deps: PagesDeps,
  request: Request,
  order: Order,
): Viewer | 'unauthenticated' {
  const language = pageLanguage(request);
  const customer = signedInCustomer(deps, request);
  if (customer && customer.id === order.customerId) {
    return { customerId: customer.id, authenticationState: 'fully_authenticated', language };
  }
  const keys = (cookie(request, KEYS_COOKIE) ?? '').split('.');
  const given = request.query['key'];
  if (given === order.statusPageKey || keys.includes(order.statusPageKey)) {
    return { customerId: null, authenticationState: 'pre_authenticated', language };
  }
  return 'unauthenticated';
}

/** The order whose status page a mail's link opens; null for a wrong key. */
export function orderByKey(shop: Shop, key: string): Order | null {
  for (const order of shop.orders.values()) if (order.statusPageKey === key) return order;
  return null;
}

/** Keeps the link's key for the page's later requests, out of its address. */
export function rememberKey(request: Request, response: Response, order: Order): void {
  const keys = new Set((cookie(request, KEYS_COOKIE) ?? '').split('.').filter((key) => key !== ''));
  keys.add(order.statusPageKey);
  response.cookie(KEYS_COOKIE, [...keys].join('.'), { httpOnly: true, sameSite: 'lax' });
}
