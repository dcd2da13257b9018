import { describe, expect, it } from 'vitest';
import { AppTomlError, parseAppToml } from './app-toml.ts';

const TOPICS = new Map([
  ['orders/cancelled', ['read_orders', 'read_marketplace_orders']],
  ['orders/updated', ['read_orders']],
  ['inventory_levels/update', ['read_inventory']],
  ['app/uninstalled', []],
]);
const HEAD = `
client_id = "client-1"
name = "Fixture Test"
application_url = "https://app.example.com"
embedded = true
[access_scopes]
scopes = "read_products, write_orders"
[webhooks]
api_version = "2026-10"
`;
const subscription = (text: string): string => `${HEAD}\n[[webhooks.subscriptions]]\n${text}`;

describe('shopify.app.toml', () => {
  it('becomes one subscription a topic, compliance topics among them', () => {
    const config = parseAppToml(
      `${HEAD}
      [[webhooks.subscriptions]]
      topics = ["orders/cancelled", "orders/updated"]
      uri = "/webhooks"
      include_fields = ["id"]
      name = "orders"
      [[webhooks.subscriptions]]
      compliance_topics = ["shop/redact"]
      uri = "/webhooks"`,
      TOPICS,
    );
    expect(config).toMatchObject({
      clientId: 'client-1',
      handle: 'fixture-test',
      scopes: ['read_products', 'write_orders'],
      webhooks: { apiVersion: '2026-10' },
    });
    const common = { uri: '/webhooks', filter: null };
    expect(config.webhooks.subscriptions).toEqual([
      {
        topic: 'orders/cancelled',
        compliance: false,
        includeFields: ['id'],
        name: 'orders',
        ...common,
      },
      {
        topic: 'orders/updated',
        compliance: false,
        includeFields: ['id'],
        name: 'orders',
        ...common,
      },
      { topic: 'shop/redact', compliance: true, includeFields: null, name: null, ...common },
    ]);
  });

  it.each([
    ['a topic that does not exist', 'topics = ["orders/bogus"]\nuri = "/w"', 'orders/bogus'],
    ['a compliance topic among the topics', 'topics = ["shop/redact"]\nuri = "/w"', 'shop/redact'],
    [
      'a topic among the compliance topics',
      'compliance_topics = ["orders/updated"]\nuri = "/w"',
      'orders/updated',
    ],
    [
      'a topic that its scopes do not open',
      'topics = ["inventory_levels/update"]\nuri = "/w"',
      'read_inventory',
    ],
    ['an entry without topics', 'uri = "/w"', 'names no topic'],
    [
      'a topic sent to the same address twice',
      'topics = ["orders/updated", "orders/updated"]\nuri = "/w"',
      'twice',
    ],
    ['an entry without an address', 'topics = ["orders/updated"]', 'uri'],
  ])('is refused with %s', (_what, text, message) => {
    expect(() => parseAppToml(subscription(text), TOPICS)).toThrow(message);
  });

  const PROXY = 'url = "/proxy/"\nprefix = "apps"\nsubpath = "cancel"';
  const withProxy = (entry: string, scopes = 'write_app_proxy'): string =>
    `${HEAD.replace('write_orders', scopes)}\n[app_proxy]\n${entry}`;

  it('says which of the storefront’s addresses are the app’s', () => {
    const proxy = { prefix: 'apps', subpath: 'cancel', path: '/proxy' };
    expect(parseAppToml(withProxy(PROXY), TOPICS).proxy).toEqual(proxy);
    const absolute = PROXY.replace('/proxy/', 'https://app.example.com/proxy');
    expect(parseAppToml(withProxy(absolute), TOPICS).proxy).toEqual(proxy);
    expect(parseAppToml(HEAD, TOPICS).proxy).toBeNull();
  });

  it.each([
    ['without the scope for it', withProxy(PROXY, 'read_orders'), 'write_app_proxy'],
    [
      'below a prefix that Shopify does not have',
      withProxy(PROXY.replace('"apps"', '"app"')),
      'prefix',
    ],
    ['below a reserved subpath', withProxy(PROXY.replace('"cancel"', '"admin"')), 'subpath'],
    ['below a subpath of two parts', withProxy(PROXY.replace('"cancel"', '"a/b"')), 'subpath'],
    [
      'on another machine',
      withProxy(PROXY.replace('/proxy/', 'https://example.org/in')),
      'leave this machine',
    ],
    ['with a key nobody knows', withProxy(`${PROXY}\nmethod = "GET"`), 'method'],
  ])('is refused with an app proxy %s', (_what, file, message) => {
    expect(() => parseAppToml(file, TOPICS)).toThrow(message);
  });

  it('is refused without a client id', () => {
    expect(() => parseAppToml(HEAD.replace('client_id', 'clientid'), TOPICS)).toThrow('client_id');
  });

  it('is not refused for what other apps have in it, but names what has no effect here', () => {
    const text = `${subscription('topics = ["app/uninstalled"]\nuri = "/w"\nsub_topic = "x"')}
      [access.admin]
      direct_api_mode = "online"
      [pos]
      embedded = false
      [build]
      include_config_on_deploy = true
      [auth]
      redirect_urls = ["https://app.example.com/auth"]`.replace(
      'scopes = "read_products, write_orders"',
      'scopes = "write_orders"\noptional_scopes = ["read_products"]',
    );
    expect(parseAppToml(text, TOPICS).notSimulated).toEqual([
      'access_scopes.optional_scopes',
      'webhooks.subscriptions.sub_topic',
      'access',
      'pos',
    ]);
    expect(parseAppToml(HEAD, TOPICS).notSimulated).toEqual([]);
    const outside = HEAD.replace('embedded = true', 'embedded = false');
    expect(parseAppToml(outside, TOPICS).notSimulated).toEqual(['embedded = false']);
  });

  it('says where the extensions lie', () => {
    expect(parseAppToml(HEAD, TOPICS).extensionsFolder).toBe('extensions');
    const elsewhere = `extension_directories = ["my/own/*"]\n${HEAD}`;
    expect(parseAppToml(elsewhere, TOPICS).extensionsFolder).toBe('my/own');
    for (const patterns of ['["a/*", "b/*"]', '["*/*"]', '["a"]', '[]']) {
      expect(() => parseAppToml(`extension_directories = ${patterns}\n${HEAD}`, TOPICS)).toThrow(
        /NOT_SIMULATED extension_directories/,
      );
    }
  });

  it('is named as its file is when it is refused, with the line that is no TOML', () => {
    expect(() => parseAppToml('name = ', TOPICS, 'shopify.app.staging.toml')).toThrow(AppTomlError);
    expect(() => parseAppToml('name = ', TOPICS, 'shopify.app.staging.toml')).toThrow(
      /^shopify\.app\.staging\.toml: .*\n\n1: {2}name = /s,
    );
  });
});
