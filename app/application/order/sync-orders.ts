import type { OrderId, ShopDomain } from '../../domain/ids.ts';
import { MINUTE } from '../../domain/time.ts';
import { readInstallation } from '../shop/installation.ts';
import { type NudgeDeps, nudgeCancellations } from '../cancellation/advance/nudge-cancellations.ts';
import type { PlatformError } from '../shared/platform.ts';
import type { Installations } from '../shop/ports.ts';
import { type RereadDeps, rereadOrders } from './unreadable-orders.ts';

export interface SyncDeps extends NudgeDeps, RereadDeps {
  readonly installations: Installations;
}

/** So many orders that were set aside are tried again at the end of a run, the longest untried first. */
const TRIED_AGAIN = 100;

/** Changes this close to the last run are read again: clocks differ and transactions end late. */
const OVERLAP = 5 * MINUTE;

/** A run that stopped because of the platform. Pages stored so far stay; the next run starts over. */
class SyncInterrupted extends Error {
  readonly retryAfter: number | null;

  constructor(error: PlatformError) {
    super(`Orders could not be read: ${error.kind}`);
    this.name = 'SyncInterrupted';
    this.retryAfter = error.retryAfter;
  }
}

/**
 * Copies every order changed since the last complete run, whatever webhooks brought or missed, and has their
 * cancellations look again. The first run of a shop copies all orders that Shopify shows to the app. An order
 * that cannot be read is set aside, stops no other, and is tried again with every run. A shop that has uninstalled
 * the app, of which the webhook may have got lost, is noted as such. Returns how many rows changed.
 */
export async function syncOrders(deps: SyncDeps, shop: ShopDomain): Promise<number> {
  const startedAt = deps.clock.now();
  const watermark = await deps.orders.watermark(shop);
  const updatedSince = watermark === null ? null : watermark - OVERLAP;
  let changed = 0;
  const setAside = await deps.unreadable.list(shop, TRIED_AGAIN);
  let after: string | null = null;
  do {
    const page = await deps.platform.listOrders(shop, { updatedSince, after });
    if (!page.ok) {
      if (await hasUninstalled(deps, shop, page.error)) {
        await deps.installations.uninstalled(shop, startedAt);
        return changed;
      }
      throw new SyncInterrupted(page.error);
    }
    const { orders, unreadable } = page.value;
    changed += await deps.orders.upsert(shop, orders);
    await deps.unreadable.setAside(shop, unreadable, deps.clock.now());
    const ids = [...orders, ...unreadable].map(({ id }) => id);
    // The first run of a shop meets orders that nobody has cancelled with the app yet.
    if (updatedSince !== null) await nudgeAll(deps, shop, ids);
    after = page.value.next;
  } while (after !== null);
  const again = await rereadOrders(
    deps,
    shop,
    setAside.map(({ id }) => id),
  );
  if (!again.ok) throw new SyncInterrupted(again.error);
  changed += again.value;
  await deps.orders.setWatermark(shop, startedAt);
  return changed;
}

async function hasUninstalled(
  { platform }: SyncDeps,
  shop: ShopDomain,
  error: PlatformError,
): Promise<boolean> {
  if (error.kind !== 'unauthorized') return false;
  const read = await readInstallation(platform, shop);
  return read.ok && !read.value.installed;
}

async function nudgeAll(deps: SyncDeps, shop: ShopDomain, ids: readonly OrderId[]): Promise<void> {
  const cancelled = await deps.store.latestStatuses(shop, ids);
  for (const id of cancelled.keys()) await nudgeCancellations(deps, shop, id);
}
