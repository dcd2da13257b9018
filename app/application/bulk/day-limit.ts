import type { BulkActing } from '../../domain/bulk/bulk.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import { type Money, add, compare, isPositive, parseMoney, sum } from '../../domain/money.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { DAY } from '../../domain/time.ts';
import type { PolicyStore } from '../policy/ports.ts';
import type { Clock } from '../shared/clock.ts';
import type { BulkStore } from './ports.ts';

/**
 * Why a staff member's bulks may not give this back today; null when they may. Counted is what bulks that they
 * confirmed opened within the last 24 hours, by the limit in force now; the owner has none.
 */
export async function againstDay(
  {
    bulks,
    policies,
    clock,
  }: { readonly bulks: BulkStore; readonly policies: PolicyStore; readonly clock: Clock },
  shop: ShopDomain,
  { actor, access }: BulkActing,
  amount: Money,
): Promise<Refusal | null> {
  if (access.role === 'owner' || actor.kind !== 'staff' || !isPositive(amount)) return null;
  const { bulkRefundPerDay: perDay } = (await policies.current(shop)).staff[access.role];
  if (perDay === null) return null;
  const { currencyCode } = amount;
  const named = perDay[currencyCode];
  const limit = named === undefined ? null : parseMoney(named, currencyCode);
  if (!limit) return { code: 'staff_refund_limit_unnamed', currencyCode };
  const opened = await bulks.openedSince(shop, actor.staffId, clock.now() - DAY);
  const before = sum(
    opened.filter((it) => it.currencyCode === currencyCode),
    currencyCode,
  );
  return compare(add(before, amount), limit) > 0 ? { code: 'bulk_day_limit', limit } : null;
}
