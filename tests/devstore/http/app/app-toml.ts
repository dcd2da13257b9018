import { parse } from 'smol-toml';
import { z } from 'zod';
import type { WebhookTopics } from '../webhooks/webhook-topics.ts';

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
  /** Null when the file has no `[app_proxy]`. */
  proxy: AppProxyConfig | null;
  webhooks: {
    apiVersion: string;
    subscriptions: readonly AppWebhookSubscription[];
  };
}

/**
 * Which of the storefront's addresses are the app's: `/{prefix}/{subpath}` and all below it.
 * Source: https://shopify.dev/docs/apps/build/online-store/app-proxies
 */
export interface AppProxyConfig {
  prefix: string;
  subpath: string;
  /** The path at the app's own address that stands for it, without a trailing slash. */
  path: string;
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
  app_proxy: z
    .strictObject({
      url: z.string().min(1),
      prefix: z.enum(['apps', 'a', 'community', 'tools']),
      subpath: z
        .string()
        .regex(/^[A-Za-z0-9_-]{1,30}$/)
        .refine((subpath) => !['admin', 'services', 'password', 'login'].includes(subpath)),
    })
    .optional(),
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
    proxy: proxyOf(file, scopes),
    webhooks: {
      apiVersion: file.webhooks.api_version,
      subscriptions: subscriptionsOf(file.webhooks.subscriptions, topics, scopes),
    },
  };
}

function proxyOf(
  { app_proxy: entry, application_url: applicationUrl }: z.infer<typeof fileSchema>,
  scopes: readonly string[],
): AppProxyConfig | null {
  if (entry === undefined) return null;
  if (!scopes.includes('write_app_proxy')) {
    throw new Error('shopify.app.toml: [app_proxy] needs the scope write_app_proxy.');
  }
  const url = URL.canParse(entry.url, applicationUrl) ? new URL(entry.url, applicationUrl) : null;
  if (url?.origin !== new URL(applicationUrl).origin) {
    throw new Error(`shopify.app.toml: an app proxy at ${entry.url} would leave this machine.`);
  }
  return {
    prefix: entry.prefix,
    subpath: entry.subpath,
    path: url.pathname.replace(/\/$/, ''),
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
