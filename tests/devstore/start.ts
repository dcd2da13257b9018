import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { loadOfficialSchema } from './fetched/official-schema.ts';
import { createAdminGraphql } from './admin-api/execute.ts';
import { readFlowExtensions } from './http/app/flow-extensions.ts';
import { AppTomlError, parseAppToml } from './http/app/app-toml.ts';
import type { AppConfig, AppWebhookSubscription } from './http/app/app-toml.ts';
import { openSkin } from './http/pages/skin.ts';
import type { Ports, Skin } from './http/pages/skin.ts';
import type { AppCredentials } from './http/tokens/session-token.ts';
import { webhookTopics } from './http/webhooks/webhook-topics.ts';
import { adminPages, customerPages, storefrontPages } from './pages/index.ts';
import { createDemoWorld } from './seed/demo.ts';
import type {
  AdminRequest,
  AdminResponse,
  ExecuteAdminGraphql,
  FlowSpec,
  ProtectedData,
  WebhookSubscriptionSpec,
  World,
} from './world/contracts/contract.ts';
import { createWorld } from './world/create-world.ts';

export interface DevstoreOptions {
  /** Where the app listens, or null to attach it later. */
  appUrl: string | null;
  /** The file's own `client_id` when left out. */
  clientId?: string;
  clientSecret: string;
  /** The app's `shopify.app.toml`, or the folder it lies in. */
  appTomlPath: string;
  /**
   * What the world holds when the app is installed in its shops: `demo` is a believable shop,
   * `empty` nothing, and a function opens what its caller needs.
   */
  seed: 'demo' | 'empty' | ((world: World) => void);
  /** What the world's clock shows at the start, UTC ms; the present when left out. */
  startAt?: number;
  /** The seed of everything the world leaves to chance; 1 when left out. */
  chance?: number;
  ports?: Ports;
  /** Where the app's extensions lie; where its file says when left out. */
  extensionsDir?: string;
  /**
   * What of customers' data the app is approved for; everything when left out, as for a custom app. `none` has
   * a file refused that subscribes to webhooks about orders or customers, as a deploy is.
   */
  approval?: ProtectedData;
  /** Hears of every Admin API request and its answer. */
  onAdminCall?: (request: AdminRequest, answer: AdminResponse) => void;
}

/** A running devstore. `world` may be acted on directly by whoever runs in the same process. */
export interface Devstore extends Skin {
  world: World;
  clientId: string;
  /** What the app's file says. */
  config: AppConfig;
}

/**
 * Starts a local Shopify with one app deployed to it, and installed in every seeded shop.
 * Rejects when a port is taken, or when the app's file is one that Shopify would refuse.
 */
export async function startDevstore(options: DevstoreOptions): Promise<Devstore> {
  const official = await loadOfficialSchema();
  const file = await appToml(options.appTomlPath);
  const config = parseAppToml(file.text, webhookTopics(official.schema), path.basename(file.path));
  const app = { clientId: options.clientId ?? config.clientId, clientSecret: options.clientSecret };
  const world = seededWorld(options);
  const extensionsDir =
    options.extensionsDir ?? path.resolve(path.dirname(file.path), config.extensionsFolder);
  const flow = await readFlowExtensions(extensionsDir);
  const skin = await openSkin({
    world,
    executeAdminGraphql: heardBy(options.onAdminCall, createAdminGraphql(official)),
    app: {
      ...app,
      handle: config.handle,
      declaredUrl: config.applicationUrl,
      proxy: config.proxy,
    },
    appUrl: options.appUrl,
    extensionsDir,
    ports: options.ports ?? {},
    adminPages,
    customerPages,
    storefrontPages,
    onOrigins: ({ tunnel }) => deploy(world, config, app, tunnel, flow, options.approval),
  });
  return { ...skin, world, clientId: app.clientId, config };
}

async function appToml(place: string): Promise<{ readonly path: string; readonly text: string }> {
  const found = await stat(place).catch(() => null);
  const file = found?.isDirectory() ? path.join(place, 'shopify.app.toml') : place;
  try {
    return { path: file, text: await readFile(file, 'utf8') };
  } catch (cause) {
    throw new AppTomlError(
      `There is no app's file at ${path.resolve(file)}. Name it with --app path/to/shopify.app.toml.`,
      { cause },
    );
  }
}

function heardBy(
  listener: DevstoreOptions['onAdminCall'],
  execute: ExecuteAdminGraphql,
): ExecuteAdminGraphql {
  return (world, request) => {
    const answer = execute(world, request);
    listener?.(request, answer);
    return answer;
  };
}

function seededWorld({ seed, startAt = Date.now(), chance = 1 }: DevstoreOptions): World {
  if (seed === 'demo') return createDemoWorld({ now: startAt, seed: chance });
  const world = createWorld({ startAt, seed: chance });
  if (seed !== 'empty') seed(world);
  return world;
}

/** What `shopify app deploy` and a managed installation come to. */
function deploy(
  world: World,
  config: AppConfig,
  { clientId, clientSecret }: AppCredentials,
  tunnelOrigin: string,
  flow: FlowSpec,
  approval: ProtectedData | undefined,
): void {
  if (approval === 'none') refuseTopics(config);
  world.apps.register({
    clientId,
    clientSecret,
    title: config.name,
    handle: config.handle,
    scopes: config.scopes,
    applicationUrl: tunnelOrigin,
    webhookApiVersion: config.webhooks.apiVersion,
    webhookSubscriptions: config.webhooks.subscriptions.map((subscription) =>
      worldSubscription(subscription, config.applicationUrl),
    ),
    flow: {
      triggers: flow.triggers,
      actions: flow.actions.map((action) => ({
        ...action,
        url: relativeUri(action.url, config.applicationUrl),
      })),
      lifecycleUrl: flow.lifecycleUrl && relativeUri(flow.lifecycleUrl, config.applicationUrl),
    },
    ...(approval === undefined ? {} : { protectedData: approval }),
  });
  for (const shop of world.shops.keys()) world.apps.install(clientId, shop);
}

/**
 * Topics whose payload is about a customer's order. The words are reported:
 * https://github.com/Shopify/cli/issues/3443
 */
const CUSTOMER_TOPICS =
  /^(orders|order_transactions|refunds|returns|fulfillments|fulfillment_orders|fulfillment_holds|fulfillment_events|customers|draft_orders|checkouts|disputes)\//;

function refuseTopics({ webhooks }: AppConfig): void {
  const topics = webhooks.subscriptions
    .filter(({ topic, compliance }) => !compliance && CUSTOMER_TOPICS.test(topic))
    .map(({ topic }) => topic);
  if (topics.length === 0) return;
  throw new AppTomlError(
    `This app is not approved to subscribe to webhook topics containing protected customer data. (${topics.join(', ')})`,
  );
}

function worldSubscription(
  { topic, uri, name, includeFields, filter }: AppWebhookSubscription,
  applicationUrl: string,
): WebhookSubscriptionSpec {
  if (filter !== null) {
    throw new AppTomlError(`NOT_SIMULATED webhook filter "${filter}" on ${topic}.`);
  }
  return {
    topic,
    uri: relativeUri(uri, applicationUrl),
    ...(name === null ? {} : { name }),
    ...(includeFields === null ? {} : { includeFields }),
  };
}

/** An address of the app, without the part that the tunnel stands for. */
function relativeUri(uri: string, applicationUrl: string): string {
  if (uri.startsWith('/')) return uri;
  const absolute = URL.canParse(uri) ? new URL(uri) : null;
  if (absolute?.origin !== new URL(applicationUrl).origin) {
    throw new AppTomlError(`shopify.app.toml: requests to ${uri} would leave this machine.`);
  }
  return absolute.pathname + absolute.search;
}
