import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { loadOfficialSchema } from '../../fetched/official-schema.ts';
import { webhookTopics } from './webhook-topics.ts';

describe('the webhook topics', () => {
  it('are those of the official schema and what was released since, written as Shopify’s headers write them', async () => {
    const topics = webhookTopics((await loadOfficialSchema()).schema);
    expect(topics.size).toBe(218 + 3);
    for (const topic of [
      'orders/cancelled',
      'app/uninstalled',
      'fulfillment_orders/cancellation_request_accepted',
      'customer.tags_added',
      'requested_order_edit/created',
    ]) {
      expect(topics.has(topic)).toBe(true);
    }
    expect(topics.has('shop/redact')).toBe(false);
  });

  it('come with the scopes of which an app needs one', async () => {
    const topics = webhookTopics((await loadOfficialSchema()).schema);
    expect(topics.get('app/uninstalled')).toEqual([]);
    expect(topics.get('inventory_levels/update')).toEqual(['read_inventory']);
    expect(topics.get('fulfillments/create')).toEqual([
      'read_fulfillments',
      'read_marketplace_orders',
    ]);
    expect([...topics.values()].filter((scopes) => scopes.length === 0)).toHaveLength(11);
  });

  it('cannot be guessed: a value that does not say its topic is an error', () => {
    const schema = buildSchema(`
      type Query { topic: WebhookSubscriptionTopic }
      enum WebhookSubscriptionTopic { "Something else." ORDERS_PAID }
    `);
    expect(() => webhookTopics(schema)).toThrow('ORDERS_PAID');
  });
});
