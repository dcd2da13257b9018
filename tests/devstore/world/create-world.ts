/** Puts the world together. */
import type { World, WorldOptions } from './contracts/contract.ts';
import { createBillingBook } from './billing/app-billing.ts';
import { createBulkBook } from './bulk/bulk-operations.ts';
import { createFileStorage } from './bulk/file-storage.ts';
import { createApps } from './shop/apps.ts';
import { createClock } from './clock.ts';
import { createCommerce } from './orders/commerce.ts';
import { createFaults } from './faults.ts';
import { createFlowBook } from './flow/flow.ts';
import { createIdempotencyBook } from './idempotency.ts';
import { createJobBook } from './jobs.ts';
import type { Kernel } from './kernel.ts';
import { createLedger } from './ledger.ts';
import { found, shopOf } from './lookup.ts';
import type { ShopDomain, Shop } from './model.ts';
import { createEditBook } from './orders/edit-book.ts';
import { createRandom } from './random.ts';
import { createWebhookOutbox } from './delivery/webhook-outbox.ts';
import {
  privacyPayload,
  scopesUpdatePayload,
  shopPayload,
} from './delivery/webhook-payloads/app.ts';

/** Ids look like Shopify's: thirteen digits, apart from each other, well below 2^53. */
const FIRST_ID = 6_104_000_032_769;
const ID_STEP = 32_768;

const kernels = new WeakMap<World, Kernel>();

/** The inside of a world, for the Admin API that acts on it. */
export function kernelOf(world: World): Kernel {
  const kernel = kernels.get(world);
  if (kernel === undefined) throw new TypeError('Not a world made by createWorld.');
  return kernel;
}

/** A world without shops. The same options and the same calls make the same world. */
export function createWorld({ startAt, seed }: WorldOptions): World {
  const clock = createClock(startAt);
  const random = createRandom(seed);
  const faults = createFaults(clock.now);
  const shops = new Map<ShopDomain, Shop>();
  let lastId = FIRST_ID;
  const nextId = (): number => (lastId += ID_STEP);

  const outbox = createWebhookOutbox({
    clock,
    random,
    faults,
    shopOf: (domain) => found(shops.get(domain), `shop ${domain}`),
    appsOn: (domain) => apps.list().filter((app) => apps.installation(app.spec.clientId, domain)),
    appOf: (clientId) => found(apps.get(clientId) ?? undefined, `app ${clientId}`),
    privacyPayload,
  });
  const flowBook = createFlowBook({
    clock,
    random,
    nextId,
    shopOf: (domain) => found(shops.get(domain), `shop ${domain}`),
    appOf: (clientId) => found(apps.get(clientId) ?? undefined, `app ${clientId}`),
  });
  const apps = createApps({
    clock,
    random,
    nextId,
    shopOf: (domain) => shops.get(domain),
    listener: {
      onScopes: (installation, previous) =>
        outbox.events.emitTo(
          installation,
          shopOf(kernel, installation.shop),
          'app/scopes_update',
          scopesUpdatePayload(
            shopOf(kernel, installation.shop),
            installation,
            previous,
            clock.now(),
          ),
        ),
      onUninstalled: (installation) => {
        // "This could be caused by the app being uninstalled", says the schema of CANCELLED.
        for (const { id, status } of billingBook.billing.list(
          installation.shop,
          installation.app.spec.clientId,
        )) {
          if (status === 'ACTIVE' || status === 'FROZEN' || status === 'PENDING') {
            billingBook.cancel(installation, id);
          }
        }
        const shop = shopOf(kernel, installation.shop);
        outbox.events.emitTo(installation, shop, 'app/uninstalled', shopPayload(shop));
      },
      onShopRedact: (installation) => {
        const shop = shopOf(kernel, installation.shop);
        outbox.events.emitTo(
          installation,
          shop,
          'shop/redact',
          privacyPayload(shop, 'shop/redact', null),
        );
      },
    },
  });

  const billingBook = createBillingBook({
    clock,
    nextId,
    shopOf: (domain) => found(shops.get(domain), `shop ${domain}`),
    installationOf: (clientId, shop) => apps.installation(clientId, shop),
    emit: (...event) => outbox.events.emitTo(...event),
  });

  const kernel: Kernel = {
    clock,
    random,
    faults,
    apps,
    webhooks: outbox.webhooks,
    events: outbox.events,
    ledger: createLedger(clock.now, () => kernel.requestId),
    jobs: createJobBook(),
    bulk: createBulkBook(),
    billing: billingBook,
    storage: createFileStorage(clock.now, random),
    flow: flowBook,
    edits: createEditBook(),
    idempotency: createIdempotencyBook(clock.now),
    shops,
    nextId,
    now: clock.now,
    requestId: null,
  };

  const world: World = {
    now: clock.now,
    advanceTo: clock.advanceTo,
    nextHappeningAt() {
      const dues = [clock.nextDueAt(), outbox.nextDueAt(), flowBook.nextDueAt()].filter(
        (due) => due !== null,
      );
      return dues.length === 0 ? null : Math.min(...dues);
    },
    shops,
    ledger: kernel.ledger,
    apps,
    webhooks: outbox.webhooks,
    faults,
    flow: flowBook.flow,
    billing: billingBook.billing,
    storage: kernel.storage,
    commerce: createCommerce(kernel),
  };
  kernels.set(world, kernel);
  return world;
}
