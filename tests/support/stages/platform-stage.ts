import { readFileSync } from 'node:fs';

import { createAdminGraphql } from 'devstore/admin-api';
import { loadOfficialSchema } from 'devstore/official-schema';
import {
  createScenarioShop,
  type OrderTraits,
  type ScenarioShop,
  type ScenarioShopOptions,
  seedOrder,
} from 'devstore/seed';
import { type Order, type OrderSummary, type ProtectedData, summarizeOrder } from 'devstore/world';
import { parse } from 'smol-toml';

import type { Platform } from '../../../app/application/shared/platform.ts';
import type { OrderId, ShopDomain } from '../../../app/domain/ids.ts';
import type { OrderFacts } from '../../../app/domain/order/facts.ts';
import { ok } from '../../../app/domain/result.ts';
import {
  type AdminClient,
  type Fetch,
  createAdminClient,
} from '../../../app/platform/client/admin-client.ts';
import type { FetchFile } from '../../../app/platform/client/fetch-lines.ts';
import { createShopifyPlatform } from '../../../app/platform/shopify-platform.ts';

const execute = createAdminGraphql(await loadOfficialSchema());
const { access_scopes: access } = parse(readFileSync('shopify.app.toml', 'utf8')) as {
  access_scopes: { scopes: string };
};
const CLIENT_ID = 'platform-test';

/** Files as the local Shopify keeps them, in process. */
const fileFetch =
  ({ storage }: ScenarioShop['world']): FetchFile =>
  async (url) => {
    const { host, pathname: path } = new URL(url);
    const { status, contentType, body } = storage.answer({ host, method: 'GET', path });
    return new Response(body, { status, headers: { 'Content-Type': contentType } });
  };

/** What the app sent, and what the platform says it cost. */
interface SentRequest {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly requestedCost: number | null;
}

export interface PlatformStage {
  readonly scene: ScenarioShop;
  readonly shop: ShopDomain;
  readonly client: AdminClient;
  /** How the client reaches the platform. */
  readonly fetch: Fetch;
  readonly platform: Platform;
  /** Every request since the stage was set. */
  readonly sent: SentRequest[];
  readonly place: (traits?: OrderTraits) => OrderId;
  /** The order as the local Shopify keeps it. */
  readonly worldOrder: (id: OrderId) => Order;
  readonly read: (id: OrderId) => Promise<OrderFacts>;
  /** Lets the platform's own jobs run, and its buckets fill. */
  readonly wait: (seconds: number) => void;
  readonly summaryOf: (id: OrderId) => OrderSummary;
}

/**
 * The app's platform code against the local Shopify, in process: every document runs on the official schema,
 * with the scopes of shopify.app.toml and no others.
 *
 * @param options.protectedData what of customers' data the app is approved for; everything when left out
 */
export function setPlatformStage(
  options: ScenarioShopOptions & { readonly protectedData?: ProtectedData } = {},
): PlatformStage {
  const scene = createScenarioShop(options);
  const shop = scene.domain as ShopDomain;
  const sent: SentRequest[] = [];
  const { apps } = scene.world;
  apps.register({
    clientId: CLIENT_ID,
    clientSecret: 'secret',
    title: 'Unorder',
    handle: 'unorder',
    scopes: access.scopes.split(','),
    applicationUrl: 'https://unorder.example',
    webhookApiVersion: '2026-10',
    webhookSubscriptions: [],
    ...(options.protectedData && { protectedData: options.protectedData }),
  });
  apps.install(CLIENT_ID, scene.domain);
  const issued = apps.issueToken({ clientId: CLIENT_ID, shop: scene.domain, expiring: true });
  if ('error' in issued) throw new Error(issued.error);

  const client = createAdminClient({
    fetch: carry,
    tokens: { get: async () => ok(issued.accessToken), rejected: async () => undefined },
  });
  const platform = createShopifyPlatform({
    client,
    clock: scene.world,
    readStaffAccess: () => Promise.reject(new Error('Nobody works here')),
    fetchFile: fileFetch(scene.world),
  });

  async function carry(...[url, init]: Parameters<Fetch>): Promise<Response> {
    const { host, pathname } = new URL(url);
    const request = JSON.parse(init.body) as Omit<SentRequest, 'requestedCost'>;
    const answer = execute(scene.world, {
      shop: host,
      accessToken: new Headers(init.headers).get('x-shopify-access-token'),
      apiVersion: pathname.split('/')[3] ?? '',
      ...request,
    });
    sent.push({ ...request, requestedCost: costOf(answer.body) });
    if (answer.lost) throw new TypeError('fetch failed');
    const body = answer.malformedText ?? JSON.stringify(answer.body);
    return new Response(body, { status: answer.status, headers: { ...answer.headers } });
  }

  const worldOrder = (id: OrderId): Order => {
    const order = scene.shop.orders.get(numberOf(id));
    if (!order) throw new Error(`No order ${id}`);
    return order;
  };

  return {
    scene,
    shop,
    client,
    fetch: carry,
    platform,
    sent,
    worldOrder,
    place: (traits = {}) => `gid://shopify/Order/${seedOrder(scene, traits).id}` as OrderId,
    async read(id) {
      const answer = await platform.readOrder(shop, id);
      if (!answer.ok || !answer.value) throw new Error(JSON.stringify(answer));
      return answer.value;
    },
    wait: (seconds) => scene.world.advanceTo(scene.world.now() + seconds * 1000),
    summaryOf: (id) => summarizeOrder(scene.world, scene.domain, numberOf(id)),
  };
}

/** The number at the end of a global id. */
export const numberOf = (id: string): number => Number(id.slice(id.lastIndexOf('/') + 1));

function costOf(body: unknown): number | null {
  const answer = body as { extensions?: { cost?: { requestedQueryCost?: number } } } | null;
  return answer?.extensions?.cost?.requestedQueryCost ?? null;
}
