import { beforeEach, describe, expect, it } from 'vitest';

import type { ShopProfile } from '../application/shop/ports.ts';
import { DEFAULT_POLICY } from '../messages/default-policy.ts';
import type { Rule } from '../domain/policy/document/policy.ts';
import { err, ok } from '../domain/result.ts';
import { type Proxied, proxiedRequest } from '../../tests/support/stages/proxied-request.ts';
import { PLACED_AT } from '../../tests/support/facts/order-facts.ts';
import {
  createRouteContext,
  OTHER_SHOP,
  type RouteContext,
  SHOP,
} from '../../tests/support/stages/route-context.ts';
import { loader } from './proxy.policy.tsx';

const NOW = PLACED_AT + 60_000;
const locale = (code: string, changes = {}) => ({
  locale: code,
  name: code,
  primary: false,
  published: true,
  ...changes,
});

const PROFILE: ShopProfile = {
  name: 'Kettles',
  currencyCode: 'EUR',
  paymentCurrencyCodes: ['EUR'],
  countryCode: 'DE',
  timeZone: 'Europe/Berlin',
  storefrontUrl: 'https://kettles.example.com',
  contactEmail: 'hello@kettles.example.com',
  locales: [locale('de', { published: false }), locale('fr'), locale('en', { primary: true })],
  markets: [],
};

let route: RouteContext;
beforeEach(async () => {
  route = await createRouteContext({
    platform: {
      readShop: async () => ok(PROFILE),
      collectionTitles: async () => ok(new Map([['gid://shopify/Collection/1', 'Sale']])),
    },
  });
});

const read = (proxied: Partial<Proxied> = {}): Promise<Response> => {
  const request = proxiedRequest('/proxy/policy', { at: NOW, ...proxied });
  return loader({ request, context: route.context, params: {} });
};
const html = async (proxied: Partial<Proxied> = {}) => (await read(proxied)).text();

/** Saves a policy that differs in its first rule. */
async function save(changes: Partial<Rule>, shop = SHOP): Promise<void> {
  const [rule] = DEFAULT_POLICY.rules;
  if (!rule) throw new Error('The default policy has a rule.');
  const document = { ...DEFAULT_POLICY, rules: [{ ...rule, ...changes }] };
  await route.database.policies.save(shop, 0, document, { kind: 'system' }, PLACED_AT);
}

describe('the published policy', () => {
  it('says what holds, in the theme, to be kept for a minute', async () => {
    const response = await read();
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('application/liquid');
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=60');
    expect(response.headers.get('Vary')).toBe('Accept-Language');
    expect(await response.text()).toMatch(/<h1[^>]*>Cancellation policy<\/h1>.*up to 1 hour/s);
  });

  it('names its version and since when it holds, in the shop’s time zone', async () => {
    expect(await html()).toContain('have not changed this policy so far');
    await save({ fee: { kind: 'percent', percent: 10, touches: 'goods' } });
    const changed = await html();
    expect(changed).toContain('Version 1, in force since November 22, 2026.');
    expect(changed).toContain('10%');
    expect(changed).not.toContain('have not changed this policy so far');
  });

  it('is each shop’s own', async () => {
    await save({ fee: { kind: 'percent', percent: 10, touches: 'goods' } }, OTHER_SHOP);
    expect(await html()).not.toContain('10%');
    expect(await html({ shop: OTHER_SHOP })).toContain('10%');
  });

  it('calls collections by their names', async () => {
    const values = ['gid://shopify/Collection/1'];
    await save({ exclusions: [{ kind: 'collection', values, then: 'refuse', wording: null }] });
    expect(await html()).toContain('Sale');
  });

  it('is told in the asked language where the shop publishes it', async () => {
    expect(await html({ query: { locale: 'fr' } })).toContain('lang="fr"');
    expect(await html({ headers: { 'Accept-Language': 'fr-CA' } })).toContain('lang="fr"');
    expect(await html({ query: { locale: 'de' } })).toContain('lang="en"');
    const links = [...(await html()).matchAll(/href="([^"]*)" lang="(\w+)"/g)];
    expect(links.map(([, address, language]) => [address, language])).toEqual([
      ['/apps/unorder/policy?locale=en', 'en'],
      ['/apps/unorder/policy?locale=fr', 'fr'],
    ]);
  });

  it('leads to the page for guests', async () => {
    expect(await html()).toContain('href="/apps/unorder/cancel?locale=en"');
  });

  it('shows what the merchant wrote as text, whatever it looks like', async () => {
    const evil = '<script>alert(1)</script>{{ shop.secret }}{% layout none %}';
    const wording = { label: evil, translations: {} };
    await save({ exclusions: [{ kind: 'gift_card', then: 'refuse', wording }] });
    const page = await html();
    expect(page).not.toContain('<script');
    expect(page).not.toMatch(/\{[{%]/);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&#123;{ shop.secret }}');
  });

  it('is given to the theme’s block as the text alone, one heading lower', async () => {
    const response = await read({ query: { part: 'text' } });
    expect(response.headers.get('Content-Type')).toContain('text/html');
    const text = await response.text();
    expect(text).not.toContain('<h1');
    expect(text).not.toContain('<h2');
    expect(text).toContain('<h3');
    expect(text).toContain('up to 1 hour');
  });

  it('says that the shop cannot be reached when Shopify does not answer', async () => {
    const down = { kind: 'unavailable' as const, code: null, message: 'No answer.' };
    route = await createRouteContext({
      platform: {
        readShop: async () => err({ ...down, mayHaveApplied: false, retryAfter: null }),
        collectionTitles: async () => ok(new Map<string, string>()),
      },
    });
    const response = await read();
    expect(response.status).toBe(503);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(await response.text()).toContain('cannot be reached right now');
  });

  it('is not shown to whoever does not come through the storefront', async () => {
    const response = await read({ secret: 'another-secret' });
    expect(response.status).toBe(400);
    expect(await response.text()).toBe('');
  });
});
