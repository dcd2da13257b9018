import { setTimeout as sleep } from 'node:timers/promises';

import { Session } from '@shopify/shopify-api';
import { reroutedFetch } from 'devstore/http';
import { seedOrder, SKU } from 'devstore/seed';
import { type OrderSummary, summarizeOrder, type TokenAnswer } from 'devstore/world';
import pg from 'pg';

import { readConfig } from '../../../app/config.server.ts';
import { assemble, type Assembly, type Container } from '../../../app/container.server.ts';
import type { CancellationId, CustomerId, OrderId, ShopDomain } from '../../../app/domain/ids.ts';
import { ok } from '../../../app/domain/result.ts';
import { createAdminClient } from '../../../app/platform/client/admin-client.ts';
import { createShopifyPlatform } from '../../../app/platform/shopify-platform.ts';
import { startAppProcess } from '../../support/processes/app-process.ts';
import { type AppStage, openAppStage } from '../../support/processes/app-stage.ts';
import { createTestDatabase } from '../../support/database/postgres.ts';
import { openMailTrapProxy } from '../../support/processes/mail-trap-proxy.ts';
import { openTrapProxy } from '../../support/processes/trap-proxy.ts';
import type { Trap } from '../../support/processes/trap.ts';
import { OWNER } from '../../support/facts/staff-access.ts';

/** Opens the cancellation of a customer's order, as the endpoint does that takes the request in. */
export type Opening = (
  container: Container,
  shop: ShopDomain,
  customerId: CustomerId,
  orderId: OrderId,
) => Promise<CancellationId>;

/** What became of one cancellation. */
export interface Outcome {
  /** Whether its worker was killed; not, when the step that the trap was set for did not come. */
  readonly killed: boolean;
  /** How long the worker took to end, in milliseconds; 0 without an end. */
  readonly endedMs: number;
  /** The worker's requests to Shopify, until it was killed. */
  readonly steps: ReadonlySet<string>;
  /** The cancellation's status, as the app has stored it. */
  readonly status: string;
  /** The order's movements, as the devstore saw them. */
  readonly ledger: OrderSummary;
  /** From the moment the new worker was ready to its first request, in milliseconds; 0 without a kill. */
  readonly pickedUpMs: number;
}

export interface KillStage {
  /**
   * Has a worker carry out one cancellation of a fresh order. A trap stops one of its requests, to
   * Shopify or to the mail server: then the worker is killed, or asked to end, and another one started.
   */
  carryOut(
    trap?: Trap & { readonly of: 'shopify' | 'mail' },
    ending?: 'kill' | 'stop',
  ): Promise<Outcome>;
  close(): Promise<void>;
}

const PATIENCE_MS = 30_000;
const RENEWAL = '/admin/oauth/access_token';
const ENDS = new Set([
  'completed',
  'declined',
  'withdrawn',
  'expired',
  'superseded',
  'needs_attention',
]);

/** A shop, a database, and a worker process between two proxies that can stop any of its requests. */
export async function openKillStage(open: Opening): Promise<KillStage> {
  const stage = await openAppStage(await createTestDatabase());
  const { devstore, scene, database } = stage;
  const shop = scene.domain as ShopDomain;
  const proxies = {
    shopify: await openTrapProxy(devstore.origins.platform),
    mail: await openMailTrapProxy(devstore.origins.smtp),
  };
  const environment = stage.environment({
    platform: proxies.shopify.origin,
    smtp: proxies.mail.origin,
  });
  const endpoints = await assemble(readConfig(environment), { process: 'endpoints', works: false });
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const tokens = issueTokens(stage);
  await keepTokens(endpoints, shop, tokens);
  const container = withPlatform(endpoints.container, stage, tokens.accessToken);
  let worker = await startAppProcess('worker', environment);

  return {
    async carryOut(trap, ending = 'kill') {
      const order = seedOrder(scene, {
        lines: [
          { sku: SKU.mug, quantity: 2 },
          { sku: SKU.bowl, quantity: 1 },
        ],
      });
      const shopify = proxies.shopify.traps.watch(trap?.of === 'shopify' ? trap : null);
      const mail = proxies.mail.traps.watch(trap?.of === 'mail' ? trap : null);
      // Every cancellation begins with the renewal of the worker's access token; what the last one left to
      // do may take that on itself, so it is watched already.
      await client.query(`UPDATE "Session" SET expires = now() - interval '1 hour'`);
      if (trap?.step.startsWith(RENEWAL)) {
        // A worker uses a token that it has read for a minute; one that starts has none.
        await worker.stop();
        worker = await startAppProcess('worker', environment);
      }
      const id = await open(
        container,
        shop,
        `gid://shopify/Customer/${scene.customer.id}` as CustomerId,
        `gid://shopify/Order/${order.id}` as OrderId,
      );
      const over = untilOver(client, id);
      const killed = await Promise.race([
        over.then(() => false),
        ...[shopify, mail].map(({ stopped }) => stopped.then(() => true)),
      ]);
      let pickedUpMs = 0;
      let endedMs = 0;
      if (killed) {
        const askedToEndAt = Date.now();
        await worker[ending]();
        endedMs = Date.now() - askedToEndAt;
        const askedAt = proxies.shopify.traps.next().then(() => Date.now());
        worker = await startAppProcess('worker', environment);
        const readyAt = Date.now();
        pickedUpMs = (await Promise.race([askedAt, over.then(() => Date.now())])) - readyAt;
      }
      const status = await over.catch((error: unknown) => {
        throw new Error(`${String(error)}\n${worker.output()}`, { cause: error });
      });
      const ledger = summarizeOrder(scene.world, shop, order.id);
      return { killed, endedMs, steps: shopify.steps, status, ledger, pickedUpMs };
    },

    async close() {
      await worker.stop();
      await client.end();
      await endpoints.close();
      await proxies.mail.close();
      await proxies.shopify.close();
      await stage.close();
    },
  };
}

export function issueTokens({ devstore, scene, clientId }: AppStage): TokenAnswer {
  const tokens = devstore.world.apps.issueToken({ clientId, shop: scene.domain, expiring: true });
  if ('error' in tokens) throw new Error(tokens.error);
  return tokens;
}

/** As the app library keeps them when staff open the app. */
export async function keepTokens(
  { sessionStorage }: Assembly,
  shop: ShopDomain,
  { accessToken, refreshToken, refreshTokenExpiresIn, scope }: TokenAnswer,
): Promise<void> {
  if (refreshToken === null || refreshTokenExpiresIn === null) throw new Error('Expiring tokens');
  await sessionStorage.storeSession(
    new Session({
      id: `offline_${shop}`,
      shop,
      state: '',
      isOnline: false,
      scope,
      accessToken,
      refreshToken,
      refreshTokenExpires: new Date(Date.now() + refreshTokenExpiresIn * 1_000),
    }),
  );
}

/** The doors reach Shopify with a token of their own and past the proxy: only the worker is trapped. */
export function withPlatform(
  container: Container,
  { devstore }: AppStage,
  accessToken: string,
): Container {
  const platform = createShopifyPlatform({
    client: createAdminClient({
      fetch: reroutedFetch(devstore.origins.platform, fetch),
      tokens: { get: async () => ok(accessToken), rejected: async () => undefined },
    }),
    clock: container.clock,
    readStaffAccess: async () => ok(OWNER),
  });
  return { ...container, platform };
}

/** The status in which the cancellation came to rest. */
async function untilOver(client: pg.Client, id: CancellationId): Promise<string> {
  let status = 'unknown';
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(20)) {
    const { rows } = await client.query<{ status: string }>(
      'SELECT status FROM cancellations WHERE id = $1',
      [id],
    );
    status = rows[0]?.status ?? status;
    if (ENDS.has(status)) return status;
  }
  throw new Error(`After ${PATIENCE_MS / 1_000} s the cancellation is still ${status}.`);
}
