import type { OrderId, ShopDomain } from '../../domain/ids.ts';
import type { Clock } from '../shared/clock.ts';
import type { OrderMirror, UnreadableOrders } from './ports.ts';
import type { Platform, PlatformResult } from '../shared/platform.ts';

export interface RereadDeps {
  readonly clock: Clock;
  readonly platform: Platform;
  readonly orders: OrderMirror;
  readonly unreadable: UnreadableOrders;
}

/**
 * Reads orders anew: what can be read goes into the copy, what cannot is set aside with its reason, and what
 * the platform no longer shows is forgotten. Answers how many rows of the copy changed.
 */
export async function rereadOrders(
  { clock, platform, orders, unreadable }: RereadDeps,
  shop: ShopDomain,
  ids: readonly OrderId[],
): Promise<PlatformResult<number>> {
  if (ids.length === 0) return { ok: true, value: 0 };
  const read = await platform.readSnapshots(shop, ids);
  if (!read.ok) return read;
  const changed = await orders.upsert(shop, read.value.orders);
  await unreadable.setAside(shop, read.value.unreadable, clock.now());
  const stillAside = new Set(read.value.unreadable.map(({ id }) => id));
  await unreadable.takeBack(
    shop,
    ids.filter((id) => !stillAside.has(id)),
  );
  return { ok: true, value: changed };
}
