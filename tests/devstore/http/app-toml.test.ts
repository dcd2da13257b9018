import { describe, expect, it } from 'vitest';
import { parseAppToml } from './app-toml.ts';

const TOPICS = new Map([
  ['orders/cancelled', ['read_orders', 'read_marketplace_orders']],
  ['orders/updated', ['read_orders']],
  ['inventory_levels/update', ['read_inventory']],
  ['app/uninstalled', []],
]);
const HEAD = `
client_id = "client-1"
name = "Unorder Test"
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
      handle: 'unorder-test',
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

  it('is refused without a client id', () => {
    expect(() => parseAppToml(HEAD.replace('client_id', 'clientid'), TOPICS)).toThrow('client_id');
  });
});
