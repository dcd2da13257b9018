import '@shopify/shopify-app-remix/adapters/node';
import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { ApiVersion, LogSeverity, shopifyApp } from '@shopify/shopify-app-remix/server';
import { afterEach, describe, expect, it } from 'vitest';
import { openTestSkin } from '../fixtures/open-test-skin.ts';
import type { Received, TestSkin, TestSkinOptions } from '../fixtures/open-test-skin.ts';
import { APP, SHOP } from '../fixtures/test-app.ts';

const PROXY = { prefix: 'apps', subpath: 'cancel', path: '/proxy' };

let test: TestSkin;
afterEach(() => test.close());

async function open(o: TestSkinOptions = {}): Promise<void> {
  test = await openTestSkin(undefined, { proxy: PROXY, ...o });
}

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Asks the storefront as a browser does, which `fetch` may not: with cookies, and from an address. */
function ask(
  path: string,
  o: { method?: string; headers?: Record<string, string>; body?: string; from?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      new URL(path, test.skin.origins.storefront),
      { method: o.method ?? 'GET', headers: o.headers ?? {}, localAddress: o.from ?? '127.0.0.1' },
      (response) => {
        text(response).then(
          (body) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
          reject,
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(o.body);
  });
}

function last(): Received {
  const call = test.received.at(-1);
  if (!call) throw new Error('Nothing reached the app.');
  return call;
}

/** Shopify's own library, as an app sets it up. It knows nothing of the devstore. */
const shopify = shopifyApp({
  apiKey: APP.clientId,
  apiSecretKey: APP.clientSecret,
  apiVersion: ApiVersion.October26,
  appUrl: 'https://app.example.com',
  scopes: ['read_orders'],
  logger: { level: LogSeverity.Error },
  sessionStorage: {
    storeSession: () => Promise.resolve(true),
    loadSession: () => Promise.resolve(undefined),
    deleteSession: () => Promise.resolve(true),
    deleteSessions: () => Promise.resolve(true),
    findSessionsByShop: () => Promise.resolve([]),
  },
});

/** The status the library throws for a request with this address; 200 when it takes it. */
async function judged(address: string): Promise<number> {
  try {
    await shopify.authenticate.public.appProxy(new Request(address));
    return 200;
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.status;
    throw thrown;
  }
}
const received = (): string => `https://app.example.com${last().url}`;

describe('a proxied request', () => {
  it('is one that Shopify’s own library takes for Shopify’s', async () => {
    await open();
    await ask('/apps/cancel/orders/find?order=1001&x=1&x=%C3%A9%20%26');
    const { pathname, searchParams } = new URL(received());
    expect(pathname).toBe('/proxy/orders/find');
    expect(searchParams.getAll('x')).toEqual(['1', 'é &']);
    expect(searchParams.get('shop')).toBe(SHOP);
    expect(searchParams.get('path_prefix')).toBe('/apps/cancel');
    expect(searchParams.get('logged_in_customer_id')).toBe('');
    expect(await judged(received())).toBe(200);
  });

  it.each([
    ['a changed parameter', (url: string) => url.replace('order=1001', 'order=1002')],
    ['an added parameter', (url: string) => `${url}&more=1`],
    ['a borrowed customer', (url: string) => url.replace('customer_id=', 'customer_id=7')],
    ['a second shop', (url: string) => `${url}&shop=oak.myshopify.com`],
  ])('is refused by the library with %s', async (_what, tamper) => {
    await open();
    await ask('/apps/cancel?order=1001');
    expect(await judged(tamper(received()))).toBe(400);
  });

  it('is signed for this moment of the real clock, wherever the world’s clock stands', async () => {
    await open();
    await test.skin.advanceBy(24 * 3600_000);
    const before = Math.floor(Date.now() / 1000);
    await ask('/apps/cancel');
    const timestamp = Number(new URL(received()).searchParams.get('timestamp'));
    expect(timestamp).toBeGreaterThanOrEqual(before);
    expect(timestamp).toBeLessThanOrEqual(Date.now() / 1000);
  });

  it('names the customer who is signed in at the shop, and no customer of the browser’s choice', async () => {
    await open();
    const customer = test.world.commerce.addCustomer(SHOP, {
      firstName: 'Ida',
      lastName: 'Example',
      email: 'ida@example.org',
    });
    const headers = { cookie: `devstore_customer=${customer.id}` };
    await ask('/apps/cancel?logged_in_customer_id=1', { headers });
    const { searchParams } = new URL(received());
    expect(searchParams.getAll('logged_in_customer_id')).toEqual([String(customer.id)]);
    expect(await judged(received())).toBe(200);
  });

  it('brings method and body, the client’s address and the shop’s name, and no cookie', async () => {
    await open();
    const { storefront } = test.skin.origins;
    await ask('/apps/cancel/request', {
      method: 'POST',
      body: 'order=1001&email=ida%40example.org',
      from: '127.0.0.7',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        cookie: 'session=1',
        connection: 'keep-alive, x-hop',
        origin: storefront,
        referer: `${storefront}/apps/cancel`,
        'x-forwarded-for': '203.0.113.9',
      },
    });
    expect(last()).toMatchObject({ method: 'POST', body: 'order=1001&email=ida%40example.org' });
    expect(last().headers).toMatchObject({
      'content-type': 'application/x-www-form-urlencoded',
      origin: `https://${SHOP}`,
      referer: `https://${SHOP}/apps/cancel`,
      'x-forwarded-for': '127.0.0.7',
      'x-forwarded-host': SHOP,
    });
    expect(last().headers).not.toHaveProperty('cookie');
  });

  it.each([
    ['/apps/cancel', '/proxy'],
    ['/apps/cancel/', '/proxy/'],
    ['/apps/cancel/a%2Fb/../c', '/proxy/c'],
    ['/de/apps/cancel/orders', '/proxy/orders'],
  ])('to %s asks the app for %s', async (asked, expected) => {
    await open();
    await ask(asked);
    const { pathname, searchParams } = new URL(received());
    expect(pathname).toBe(expected);
    expect(searchParams.get('path_prefix')).toBe('/apps/cancel');
  });

  it.each(['/apps/cancelled', '/apps/other', '/tools/cancel', '/apps/cancel/../../secret'])(
    'to %s never reaches the app',
    async (path) => {
      await open();
      const { status } = await ask(path);
      expect(status).toBe(404);
      expect(test.received).toEqual([]);
    },
  );

  it('never reaches an app that the shop has removed', async () => {
    await open();
    test.world.apps.uninstall(APP.clientId, SHOP);
    expect((await ask('/apps/cancel')).status).toBe(404);
    expect(test.received.filter(({ url }) => url.startsWith('/proxy'))).toEqual([]);
  });

  it('is told in so many words when the app has no proxy', async () => {
    test = await openTestSkin();
    const { status, body } = await ask('/apps/cancel');
    expect(status).toBe(404);
    expect(body).toContain('no [app_proxy] in its shopify.app.toml');
  });
});

describe('the app’s answer to a proxied request', () => {
  const answering = (type: string, body: string, headers: Record<string, string> = {}) =>
    open({
      respond: (_call, response) => {
        response.writeHead(201, { 'content-type': type, ...headers });
        response.end(body);
      },
    });

  it('reaches the browser as it is, but for cookies and what else Shopify strips', async () => {
    await answering('application/json', '{"a":1}', {
      'set-cookie': 'session=1',
      server: 'app',
      'x-powered-by': 'app',
      'cache-control': 'no-store',
      'x-request-id': 'r-1',
    });
    const { status, headers, body } = await ask('/apps/cancel');
    expect({ status, body }).toEqual({ status: 201, body: '{"a":1}' });
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-request-id': 'r-1' });
    for (const name of ['set-cookie', 'server', 'x-powered-by']) {
      expect(headers).not.toHaveProperty(name);
    }
  });

  it('is drawn inside the theme when it is Liquid', async () => {
    await answering('application/liquid', '<p>{{ shop.name | escape }}, {{ 1 | plus: 1 }}</p>');
    const { status, headers, body } = await ask('/apps/cancel');
    expect(status).toBe(201);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(body).toContain('<p>Pine &lt;Test&gt;, 2</p>');
    expect(body).toContain('<footer');
  });

  it('is drawn in the language of its address', async () => {
    await answering('application/liquid', '{{ request.locale.iso_code }}: {{ request.path }}');
    const { body } = await ask('/de/apps/cancel?a=1');
    expect(body).toContain('<html lang="de">');
    expect(body).toContain('de: /de/apps/cancel');
  });

  it('stands alone when its Liquid wants no layout, as the library’s helper says it', async () => {
    await open({
      respond: (call, response) => {
        shopify.authenticate.public
          .appProxy(new Request(`https://app.example.com${call.url}`))
          .then(async ({ liquid }) => {
            const made = liquid('Hello {{ shop.name }}', { layout: false });
            response.writeHead(made.status, Object.fromEntries(made.headers));
            response.end(await made.text());
          })
          .catch((error: unknown) => response.destroy(error as Error));
      },
    });
    expect((await ask('/apps/cancel')).body.trim()).toBe('Hello Pine <Test>');
  });

  it.each([
    ['an unknown filter', '{{ 1 | no_such_filter }}', 'no_such_filter'],
    ['an unknown object', '{{ checkout.id }}', 'checkout'],
    ['an unknown property', '{{ shop.no_such_property }}', 'no_such_property'],
    ['an unknown tag', '{% section "footer" %}', 'section'],
    ['a filter that only other engines have', '{{ shop | jsonify }}', 'jsonify'],
    ['a text of its own', '{{ "a.b" | t }}', 'no texts'],
    ['a snippet', '{% render "card" %}', 'card'],
  ])('fails and says so when its Liquid names %s', async (_what, template, named) => {
    await answering('application/liquid', template);
    const { status, body } = await ask('/apps/cancel');
    expect(status).toBe(502);
    expect(body).toContain(named);
  });

  it('leads where its redirect says, the shop’s name to this storefront', async () => {
    await open({
      respond: (call, response) => {
        const to = call.url.includes('relative') ? '/proxy/next' : `https://${SHOP}/apps/cancel`;
        response.writeHead(302, { location: to });
        response.end();
      },
    });
    const { storefront } = test.skin.origins;
    expect((await ask('/apps/cancel')).headers.location).toBe(`${storefront}/apps/cancel`);
    expect((await ask('/apps/cancel?relative')).headers.location).toBe('/proxy/next');
  });

  it('is replaced by a page of the shop when it does not come in time, or the app is gone', async () => {
    await open({ proxyTimeoutMs: 60, respond: () => undefined });
    const late = await ask('/apps/cancel');
    expect(late.status).toBe(504);
    expect(late.body).toContain('did not answer in time');
    test.skin.attachApp('http://127.0.0.1:1');
    expect((await ask('/apps/cancel')).status).toBe(502);
    test.skin.attachApp(null);
    expect((await ask('/apps/cancel')).status).toBe(502);
  });
});
