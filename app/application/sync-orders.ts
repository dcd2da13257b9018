import type { ShopDomain } from '../domain/ids.ts';
import { MINUTE } from '../domain/time.ts';
import { type NudgeDeps, nudgeCancellations } from './nudge-cancellations.ts';
import type { OrderMirror, OrderSnapshot, Platform, PlatformError } from './ports.ts';

export interface SyncDeps extends NudgeDeps {
  readonly platform: Platform;
  readonly orders: OrderMirror;
}

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
 * cancellations look again. The first run of a shop copies all orders that Shopify shows to the app. Returns
 * how many rows changed.
 */
export async function syncOrders(deps: SyncDeps, shop: ShopDomain): Promise<number> {
  const startedAt = deps.clock.now();
  const watermark = await deps.orders.watermark(shop);
  const updatedSince = watermark === null ? null : watermark - OVERLAP;
  let changed = 0;
  let after: string | null = null;
  do {
    const page = await deps.platform.listOrders(shop, { updatedSince, after });
    if (!page.ok) throw new SyncInterrupted(page.error);
    changed += await deps.orders.upsert(shop, page.value.orders);
    // The first run of a shop meets orders that nobody has cancelled with the app yet.
    if (updatedSince !== null) await nudgeAll(deps, shop, page.value.orders);
    after = page.value.next;
  } while (after !== null);
  await deps.orders.setWatermark(shop, startedAt);
  return changed;
}

async function nudgeAll(
  deps: SyncDeps,
  shop: ShopDomain,
  orders: readonly OrderSnapshot[],
): Promise<void> {
  const ids = orders.map((order) => order.id);
  const cancelled = await deps.store.latestStatuses(shop, ids);
  for (const id of cancelled.keys()) await nudgeCancellations(deps, shop, id);
}
