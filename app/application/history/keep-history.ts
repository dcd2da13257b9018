import type { ShopDomain } from '../../domain/ids.ts';
import { type EpochMs, HOUR } from '../../domain/time.ts';
import type { Clock } from '../shared/clock.ts';
import type { Platform } from '../shared/platform.ts';
import type { History } from './ports.ts';

export interface KeepHistoryDeps {
  readonly records: Pick<History, 'state' | 'setTimeZone' | 'countOrders' | 'mend'>;
  readonly platform: Pick<Platform, 'readShop'>;
  readonly clock: Clock;
}

/** Shops move to another time zone hardly ever; every hour is soon enough to count their days anew. */
const ZONE_AGE = HOUR;
/** A day's orders are counted with each of its cancellations; all days, for what else changed, so often. */
const ORDERS_AGE = HOUR;

/**
 * Keeps what is counted of a shop's history right where it does not follow from its events: the time zone of its days,
 * how many orders there were, and what a release before wrote.
 *
 * @param until what is left then is for the next time
 */
export async function keepHistory(
  { records, platform, clock }: KeepHistoryDeps,
  shop: ShopDomain,
  until: EpochMs,
): Promise<void> {
  const { isOld, zoneReadAt, ordersCountedAt } = await records.state(shop);
  const now = clock.now();
  if (isOld) while (clock.now() < until && (await records.mend(shop)) > 0);
  if (zoneReadAt === null || zoneReadAt < now - ZONE_AGE) {
    const profile = await platform.readShop(shop);
    // Where the platform does not say, the zone stays what it was.
    if (profile.ok) await records.setTimeZone(shop, profile.value.timeZone, now);
  }
  if (ordersCountedAt === null || ordersCountedAt < now - ORDERS_AGE) {
    await records.countOrders(shop, now);
  }
}
