import { parse, TomlError } from 'smol-toml';
import { z } from 'zod';
import type { WebhookTopics } from '../webhooks/webhook-topics.ts';

/**
 * What the devstore takes from `shopify.app.toml`, as Shopify does on `shopify app deploy`.
 * Source of the keys: https://shopify.dev/docs/apps/build/cli-for-apps/app-configuration
 */
export interface AppConfig {
  /** The file's own name: `shopify.app.toml`, `shopify.app.staging.toml`. */
  file: string;
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
  /** Where the app's extensions lie, one folder each, relative to the file. */
  extensionsFolder: string;
  /** What the file asks for that has no effect here, by its keys: `access.admin`. */
  notSimulated: readonly string[];
}

/** The app's file is not one that Shopify, or this devstore, would take; the message names what and where. */
export class AppTomlError extends Error {
  override readonly name = 'AppTomlError';
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
  embedded: z.boolean().default(true),
  extension_directories: z.array(z.string()).default(['extensions/*']),
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

const flags = (shape: object): Readonly<Record<string, true>> =>
  Object.fromEntries(Object.keys(shape).map((key) => [key, true as const]));

/** The keys that `fileSchema` reads, by table. */
const READ: Readonly<Record<string, unknown>> = {
  ...flags(fileSchema.shape),
  access_scopes: { scopes: true },
  webhooks: { api_version: true, subscriptions: flags(subscriptionSchema.shape) },
};

/**
 * Keys that say nothing about a shop the app is in: what Shopify CLI does on a developer's machine, and
 * what only a sign-in by code grant would use.
 */
const WITHOUT_EFFECT = new Set(['build', 'web_directories', 'auth', 'organization_id']);

/**
 * Reads the text of a `shopify.app.toml`.
 * Throws an `AppTomlError`, naming what is wrong, for anything Shopify would refuse: a missing key, a topic
 * that does not exist or that the scopes do not open, a compliance topic under `topics` (or the reverse),
 * the same topic and address twice. What is fine with Shopify and not simulated here is named in the result.
 */
export function parseAppToml(
  text: string,
  topics: WebhookTopics,
  name = 'shopify.app.toml',
): AppConfig {
  try {
    return read(text, topics, name);
  } catch (error) {
    if (error instanceof Refusal) throw new AppTomlError(`${name}: ${error.message}`);
    throw error;
  }
}

/** What is wrong with the file, without its name. */
class Refusal extends Error {}

function read(text: string, topics: WebhookTopics, name: string): AppConfig {
  const content = contentOf(text);
  const parsed = fileSchema.safeParse(content);
  if (!parsed.success) throw new Refusal(z.prettifyError(parsed.error));
  const file = parsed.data;
  const scopes = file.access_scopes.scopes
    .split(',')
    .map((scope) => scope.trim())
    .filter((scope) => scope !== '');
  return {
    file: name,
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
    extensionsFolder: extensionsFolderOf(file.extension_directories),
    notSimulated: [...unreadIn(content), ...(file.embedded ? [] : ['embedded = false'])],
  };
}

function contentOf(text: string): Readonly<Record<string, unknown>> {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof TomlError) throw new Refusal(error.message);
    throw error;
  }
}

function extensionsFolderOf(patterns: readonly string[]): string {
  const [pattern, ...others] = patterns;
  const folder = /^([^*?{}[\]]+)\/\*\*?$/.exec(pattern ?? '')?.[1];
  if (folder === undefined || others.length > 0) {
    throw new Refusal(
      `NOT_SIMULATED extension_directories ${JSON.stringify(patterns)}: one folder of extensions, such as "extensions/*".`,
    );
  }
  return folder;
}

/** Every key of the file that is neither read nor without effect on a shop, as its path. */
function unreadIn(
  content: Readonly<Record<string, unknown>>,
  read: Readonly<Record<string, unknown>> = READ,
  above = '',
): readonly string[] {
  return Object.entries(content).flatMap(([key, value]) => {
    const place = above + key;
    if (WITHOUT_EFFECT.has(place)) return [];
    if (!Object.hasOwn(read, key)) return [place];
    const inside = read[key];
    if (!isTable(inside)) return [];
    const tables: readonly unknown[] = Array.isArray(value) ? value : [value];
    return [
      ...new Set(tables.filter(isTable).flatMap((table) => unreadIn(table, inside, `${place}.`))),
    ];
  });
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function proxyOf(
  { app_proxy: entry, application_url: applicationUrl }: z.infer<typeof fileSchema>,
  scopes: readonly string[],
): AppProxyConfig | null {
  if (entry === undefined) return null;
  if (!scopes.includes('write_app_proxy')) {
    throw new Refusal('[app_proxy] needs the scope write_app_proxy.');
  }
  const url = URL.canParse(entry.url, applicationUrl) ? new URL(entry.url, applicationUrl) : null;
  if (url?.origin !== new URL(applicationUrl).origin) {
    throw new Refusal(`an app proxy at ${entry.url} would leave this machine.`);
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
      throw new Refusal(`the subscription to ${entry.uri} names no topic.`);
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
          throw new Refusal(`there is no webhook topic ${topic}.`);
        }
        if (needed.length > 0 && !needed.some((scope) => granted.has(scope))) {
          throw new Refusal(`${topic} needs ${needed.join(' or ')}.`);
        }
        return { topic, compliance: false, ...common };
      }),
      ...entry.compliance_topics.map((topic) => {
        if (!COMPLIANCE_TOPICS.has(topic)) {
          throw new Refusal(`${topic} is not a compliance topic.`);
        }
        return { topic, compliance: true, ...common };
      }),
    ];
  });
  const seen = new Set<string>();
  for (const { topic, uri, filter } of subscriptions) {
    const key = JSON.stringify([topic, uri, filter]);
    if (seen.has(key)) throw new Refusal(`${topic} goes to ${uri} twice.`);
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
