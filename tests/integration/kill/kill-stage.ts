import { setTimeout as sleep } from 'node:timers/promises';

import { Session } from '@shopify/shopify-api';
import { reroutedFetch } from 'devstore/http';
import { addScenarioShop, type ScenarioShop, seedOrder, SKU } from 'devstore/seed';
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
  /** Whether its worker was killed at its trap; not, when the step that the trap was set for did not come. */
  readonly killed: boolean;
  /** How long the worker took to end, in milliseconds; 0 without an end. */
  readonly endedMs: number;
  /** The worker's requests to Shopify, until it was killed. */
  readonly steps: ReadonlySet<string>;
  /** The cancellation's status, as the app has stored it. */
  readonly status: string;
  /** The order's movements, as the devstore saw them. */
  readonly ledger: OrderSummary;
  /** From the moment the new worker was ready to its first request about the order, in milliseconds; 0 without a kill. */
  readonly pickedUpMs: number;
}

/** Stops a request of the worker, to Shopify or to the mail server. */
export type KillTrap = Trap & { readonly of: 'shopify' | 'mail' };

export interface KillStage {
  /**
   * Has a worker carry out cancellations side by side, each of a fresh order in a shop of its own, and as many as
   * there are traps (null for none). Once each of them stands still in its trap or is over, the worker is killed,
   * or asked to end, and another one started; not when none was trapped.
   *
   * @param traps at most as many as a worker carries out at once; of the mail server's one at most
   * @returns what became of each, in the order of the traps
   */
  carryOut(
    open: Opening,
    traps: readonly (KillTrap | null)[],
    ending?: 'kill' | 'stop',
  ): Promise<readonly Outcome[]>;
  close(): Promise<void>;
}

/** So many cancellations a worker carries out at once, when nothing else is said. */
export const AT_ONCE = 8;
const PATIENCE_MS = 60_000;
const ENDS = new Set([
  'completed',
  'declined',
  'withdrawn',
  'expired',
  'superseded',
  'needs_attention',
]);

/** A world of shops, a database, and a worker process between two proxies that can stop any of its requests. */
export async function openKillStage(): Promise<KillStage> {
  const stage = await openAppStage(await createTestDatabase());
  const { devstore, database } = stage;
  const proxies = {
    shopify: await openTrapProxy(devstore.origins.platform),
    mail: await openMailTrapProxy(devstore.origins.smtp),
  };
  const environment = stage.environment({
    platform: proxies.shopify.origin,
    smtp: proxies.mail.origin,
  });
  const endpoints = await assemble(readConfig(environment), { process: 'endpoints', works: false });
  const client = new pg.Pool({ connectionString: database.url, max: 2 });
  let worker = await startAppProcess('worker', environment);
  let shops = 0;

  /** Opens the cancellation of a fresh order in a fresh shop, whose worker has to renew its access token first. */
  async function begin(open: Opening, trap: KillTrap | null) {
    const handle = `kill-${(shops += 1)}`;
    const opened = addScenarioShop(devstore.world, { handle, plan: 'Plus' });
    const shop = opened.domain as ShopDomain;
    devstore.world.apps.install(stage.clientId, shop);
    // Orders have the same names in all shops: by the customer's address a mail is known to be about one.
    const customer = devstore.world.commerce.addCustomer(shop, {
      firstName: 'Casey',
      lastName: 'Sample',
      email: `${handle}@example.com`,
      locale: 'en',
    });
    const scene = { ...opened, customer };
    const tokens = issueTokens(stage, scene);
    await keepTokens(endpoints, shop, tokens);
    await client.query(`UPDATE "Session" SET expires = now() - interval '1 hour' WHERE shop = $1`, [
      shop,
    ]);
    const order = seedOrder(scene, {
      lines: [
        { sku: SKU.mug, quantity: 2 },
        { sku: SKU.bowl, quantity: 1 },
      ],
    });
    const requests = proxies.shopify.of(shop);
    const shopify = requests.watch(trap?.of === 'shopify' ? trap : null);
    const watches = [
      shopify,
      ...(trap?.of === 'mail' ? [proxies.mail.traps.watch(trap)] : []),
    ] as const;
    const id = await open(
      withPlatform(endpoints.container, stage, tokens.accessToken),
      shop,
      `gid://shopify/Customer/${customer.id}` as CustomerId,
      `gid://shopify/Order/${order.id}` as OrderId,
    );
    const over = untilOver(client, id);
    const stopped = Promise.race([
      over.then(() => false),
      ...watches.map((watch) => watch.stopped.then(() => true)),
    ]);
    return { shop, order, requests, watches, steps: shopify.steps, over, stopped };
  }

  return {
    async carryOut(open, traps, ending = 'kill') {
      const begun = [];
      for (const trap of traps) begun.push(await begin(open, trap));
      const killed = await Promise.all(begun.map(({ stopped }) => stopped));
      for (const [index, { watches }] of begun.entries()) {
        if (killed[index] && !watches.some((watch) => watch.isHeld())) {
          throw new Error('The worker gave a request up before it could be killed.');
        }
      }
      let endedMs = 0;
      let pickedUp = begun.map(() => Promise.resolve(0));
      if (killed.includes(true)) {
        const askedToEndAt = Date.now();
        await worker[ending]();
        endedMs = Date.now() - askedToEndAt;
        const askedAt = begun.map(({ requests, over }) =>
          Promise.race([requests.next(), over]).then(() => Date.now()),
        );
        worker = await startAppProcess('worker', environment);
        const readyAt = Date.now();
        pickedUp = askedAt.map((at, index) => at.then((ms) => (killed[index] ? ms - readyAt : 0)));
      }
      return Promise.all(
        begun.map(async ({ shop, order, steps, over }, index) => {
          const status = await over.catch((error: unknown) => {
            throw new Error(`${String(error)}\n${worker.output()}`, { cause: error });
          });
          return {
            killed: killed[index] === true,
            endedMs,
            steps,
            status,
            ledger: summarizeOrder(devstore.world, shop, order.id),
            pickedUpMs: (await pickedUp[index]) ?? 0,
          };
        }),
      );
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

export function issueTokens(
  { devstore, clientId, scene: first }: AppStage,
  scene: ScenarioShop = first,
): TokenAnswer {
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
async function untilOver(pool: pg.Pool, id: CancellationId): Promise<string> {
  let status = 'unknown';
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(50)) {
    const { rows } = await pool.query<{ status: string }>(
      'SELECT status FROM cancellations WHERE id = $1',
      [id],
    );
    status = rows[0]?.status ?? status;
    if (ENDS.has(status)) return status;
  }
  throw new Error(`After ${PATIENCE_MS / 1_000} s the cancellation is still ${status}.`);
}
