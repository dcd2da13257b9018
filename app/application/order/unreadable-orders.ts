import type { OrderId, ShopDomain } from '../../domain/ids.ts';
import type { EpochMs } from '../../domain/time.ts';
import type { NudgeDeps } from '../cancellation/advance/nudge-cancellations.ts';
import type { OrderMirror } from './ports.ts';
import type { Platform, PlatformResult } from '../shared/platform.ts';

/** An order of which the platform answered what the app cannot read. */
export interface UnreadableOrder {
  readonly id: OrderId;
  readonly name: string;
  /** What of the answer could not be read; names no person. */
  readonly reason: string;
}

export interface SetAsideOrder extends UnreadableOrder {
  readonly foundAt: EpochMs;
  readonly triedAt: EpochMs;
}

/** Orders that cannot be read: kept by themselves, so that they stop no other. */
export interface UnreadableOrders {
  /** Sets orders aside, or notes that they were tried again in vain. */
  setAside(shop: ShopDomain, orders: readonly UnreadableOrder[], at: EpochMs): Promise<void>;
  /** Orders that can be read again, or that are gone. Unknown ones are no error. */
  takeBack(shop: ShopDomain, ids: readonly OrderId[]): Promise<void>;
  /** The longest untried first. */
  list(shop: ShopDomain, limit: number): Promise<readonly SetAsideOrder[]>;
}

export interface RereadDeps extends Pick<NudgeDeps, 'clock'> {
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
