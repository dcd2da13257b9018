import type { OrderId, ShopDomain } from '../../domain/ids.ts';
import type { Policy } from '../../domain/policy/document/policy.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, err, ok } from '../../domain/result.ts';
import { type EpochMs, MINUTE } from '../../domain/time.ts';
import type { PolicyStore } from './ports.ts';
import {
  type ShopperDeps,
  type ShopperOrder,
  readShopperOrder,
} from '../order/read-shopper-order.ts';
import { whyNotShown } from '../order/why-not-shown.ts';
import { whyUnread } from '../order/why-unread.ts';

/** What an order's buyer would be offered under a policy that is not saved. */
export interface PolicyPreview extends ShopperOrder {
  /** When they are taken to ask. */
  readonly askedAt: EpochMs;
}

/**
 * Shows an order as its own buyer would see it if a policy had been in force all along. Everything but the
 * policy and the time of asking is as it is now: an earlier state of the order is not known.
 *
 * @param minutesAfterOrder when the buyer asks; null = now
 */
export async function previewPolicy(
  deps: ShopperDeps,
  shop: ShopDomain,
  orderId: OrderId,
  policy: Policy,
  minutesAfterOrder: number | null,
): Promise<Result<PolicyPreview, readonly Refusal[]>> {
  const read = await deps.platform.readOrder(shop, orderId, { draft: policy });
  if (!read.ok) return err([whyUnread(read.error)]);
  const order = read.value;
  if (!order) return err([await whyNotShown(deps, shop, { kind: 'staff' }, orderId)]);

  const askedAt =
    minutesAfterOrder === null ? deps.clock.now() : order.processedAt + minutesAfterOrder * MINUTE;
  const imagined: ShopperDeps = {
    ...deps,
    clock: { now: () => askedAt },
    platform: { ...deps.platform, readOrder: async () => ok(order) },
    policies: alwaysInForce(deps.policies, policy),
  };
  const buyer =
    order.customerId === null
      ? { kind: 'guest' as const }
      : { kind: 'customer' as const, customerId: order.customerId };
  const seen = await readShopperOrder(imagined, shop, buyer, order.id);
  return seen.ok ? ok({ ...seen.value, askedAt }) : seen;
}

const alwaysInForce = (policies: PolicyStore, policy: Policy): PolicyStore => ({
  ...policies,
  current: async () => policy,
  inForceAt: async () => policy,
});
