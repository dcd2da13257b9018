import { GraphQLEnumType } from 'graphql';
import type { GraphQLSchema } from 'graphql';

/**
 * Topics as headers and `shopify.app.toml` write them (`orders/cancelled`), each with the scopes of
 * which an app needs at least one; none are needed where the list is empty.
 */
export type WebhookTopics = ReadonlyMap<string, readonly string[]>;

const TOPIC = /^The webhook topic for\s+`([^`]+)`\s+events\./;
const SCOPES = /Requires\s+(?:the\s+`(\w+)`\s+scope|at\s+least\s+one\s+of[^:]*:([\s\w,]+))\./;

/**
 * Topics of the released 2026-10 that the packed schema, made three days before, does not have. The first is
 * confirmed, the others are named after it; the scopes are those of orders.
 * Source: https://shopify.dev/changelog/new-apis-for-buyer-requested-order-edits ("three new webhook topics")
 */
const RELEASED_SINCE: WebhookTopics = new Map(
  ['created', 'resolved', 'declined'].map((event) => [
    `requested_order_edit/${event}`,
    ['read_orders', 'read_marketplace_orders'],
  ]),
);

/**
 * Every webhook topic of the Admin API, taken from the descriptions of the enum's own values: the
 * names alone do not tell where the slash goes (`CUSTOMER_TAGS_ADDED` is `customer.tags_added`).
 */
export function webhookTopics(schema: GraphQLSchema): WebhookTopics {
  const type = schema.getType('WebhookSubscriptionTopic');
  if (!(type instanceof GraphQLEnumType)) {
    throw new Error('The Admin API schema has no enum WebhookSubscriptionTopic.');
  }
  return new Map([
    ...RELEASED_SINCE,
    ...type.getValues().map(({ name, description }): [string, readonly string[]] => {
      const text = description ?? '';
      const topic = TOPIC.exec(text)?.[1];
      if (topic === undefined) throw new Error(`No topic in the description of ${name}.`);
      const [, one, several] = SCOPES.exec(text) ?? [];
      return [topic, (one ?? several ?? '').match(/\w+/g) ?? []];
    }),
  ]);
}
