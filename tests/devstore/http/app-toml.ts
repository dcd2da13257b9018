import { parse } from 'smol-toml';
import { z } from 'zod';
import type { WebhookTopics } from './webhook-topics.ts';

/**
 * What the devstore takes from `shopify.app.toml`, as Shopify does on `shopify app deploy`.
 * Source of the keys: https://shopify.dev/docs/apps/build/cli-for-apps/app-configuration
 */
export interface AppConfig {
  clientId: string;
  name: string;
  handle: string;
  applicationUrl: string;
  scopes: readonly string[];
  webhooks: {
    apiVersion: string;
    subscriptions: readonly AppWebhookSubscription[];
  };
}

/** One topic delivered to one address; an entry of the file with three topics becomes three. */
export interface AppWebhookSubscription {
  /** As in headers and the file: `orders/cancelled`. */
  topic: string;
  /** Compliance topics exist only in the file, never in the Admin API. */
  compliance: boolean;
  /** Relative to the app's address, or an https address. */
  uri: string;
  includeFields: readonly string[] | null;
  filter: string | null;
  name: string | null;
}

const COMPLIANCE_TOPICS = new Set(['customers/data_request', 'customers/redact', 'shop/redact']);

const subscriptionSchema = z.object({
  topics: z.array(z.string()).default([]),
  compliance_topics: z.array(z.string()).default([]),
  uri: z.string().min(1),
  include_fields: z.array(z.string()).optional(),
  filter: z.string().optional(),
  name: z.string().max(50).optional(),
});

const fileSchema = z.object({
  client_id: z.string().min(1),
  name: z.string().min(1).max(30),
  handle: z.string().min(1).optional(),
  application_url: z.url(),
  access_scopes: z.object({ scopes: z.string().default('') }).default({ scopes: '' }),
  webhooks: z.object({
    api_version: z.string().regex(/^\d{4}-\d{2}$/),
    subscriptions: z.array(subscriptionSchema).default([]),
  }),
});

/**
 * Reads the text of a `shopify.app.toml`.
 * Throws, naming what is wrong, for anything Shopify would refuse: a missing key, a topic that does
 * not exist or that the scopes do not open, a compliance topic under `topics` (or the reverse), the
 * same topic and address twice.
 */
export function parseAppToml(text: string, topics: WebhookTopics): AppConfig {
  const parsed = fileSchema.safeParse(parse(text));
  if (!parsed.success) throw new Error(`shopify.app.toml: ${z.prettifyError(parsed.error)}`);
  const file = parsed.data;
  const scopes = file.access_scopes.scopes
    .split(',')
    .map((scope) => scope.trim())
    .filter((scope) => scope !== '');
  return {
    clientId: file.client_id,
    name: file.name,
    handle: file.handle ?? handleOf(file.name),
    applicationUrl: file.application_url,
    scopes,
    webhooks: {
      apiVersion: file.webhooks.api_version,
      subscriptions: subscriptionsOf(file.webhooks.subscriptions, topics, scopes),
    },
  };
}

function subscriptionsOf(
  entries: readonly z.infer<typeof subscriptionSchema>[],
  topics: WebhookTopics,
  scopes: readonly string[],
): AppWebhookSubscription[] {
  // `write_orders` includes `read_orders`.
  const granted = new Set(scopes.flatMap((scope) => [scope, scope.replace(/^write_/, 'read_')]));
  const subscriptions = entries.flatMap((entry) => {
    if (entry.topics.length + entry.compliance_topics.length === 0) {
      throw new Error(`shopify.app.toml: the subscription to ${entry.uri} names no topic.`);
    }
    const common = {
      uri: entry.uri,
      includeFields: entry.include_fields ?? null,
      filter: entry.filter ?? null,
      name: entry.name ?? null,
    };
    return [
      ...entry.topics.map((topic) => {
        const needed = topics.get(topic);
        if (needed === undefined) {
          throw new Error(`shopify.app.toml: there is no webhook topic ${topic}.`);
        }
        if (needed.length > 0 && !needed.some((scope) => granted.has(scope))) {
          throw new Error(`shopify.app.toml: ${topic} needs ${needed.join(' or ')}.`);
        }
        return { topic, compliance: false, ...common };
      }),
      ...entry.compliance_topics.map((topic) => {
        if (!COMPLIANCE_TOPICS.has(topic)) {
          throw new Error(`shopify.app.toml: ${topic} is not a compliance topic.`);
        }
        return { topic, compliance: true, ...common };
      }),
    ];
  });
  const seen = new Set<string>();
  for (const { topic, uri, filter } of subscriptions) {
    const key = JSON.stringify([topic, uri, filter]);
    if (seen.has(key)) throw new Error(`shopify.app.toml: ${topic} goes to ${uri} twice.`);
    seen.add(key);
  }
  return subscriptions;
}

function handleOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
