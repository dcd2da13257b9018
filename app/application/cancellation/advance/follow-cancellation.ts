import { isFinal } from '../../../domain/cancellation/state.ts';
import type { CustomerId, OrderId, ShopDomain } from '../../../domain/ids.ts';
import type { Policy } from '../../../domain/policy/document/policy.ts';
import { type CancellationRecord, readAll } from '../cancellation-record.ts';
import type { CancellationStore } from '../ports.ts';
import type { OrderMirror } from '../../order/ports.ts';
import type { PolicyStore } from '../../policy/ports.ts';

export interface FollowDeps {
  readonly store: CancellationStore;
  readonly orders: OrderMirror;
  readonly policies: PolicyStore;
}

/** A cancellation that is under way, as far as the app knows by itself. */
export interface CancellationUnderWay {
  readonly shop: ShopDomain;
  readonly orderName: string;
  readonly policy: Policy;
  readonly cancellation: CancellationRecord;
  /** Those before it, newest first. */
  readonly earlier: readonly CancellationRecord[];
}

/**
 * Where a customer's cancellation stands, for the page that looks again and again: without asking the
 * platform, whose answers have a price. Null when none is under way, or when the app's own copy of the order
 * does not say that it is this customer's; then only the platform can tell.
 */
export async function followCancellation(
  { store, orders, policies }: FollowDeps,
  shop: ShopDomain,
  customerId: CustomerId,
  orderId: OrderId,
): Promise<CancellationUnderWay | null> {
  if ((await store.findLive(shop, orderId)) === null) return null;
  const order = await orders.get(shop, orderId);
  if (order?.customerId !== customerId) return null;
  const [cancellation, ...earlier] = await readAll(store, shop, orderId);
  if (!cancellation || isFinal(cancellation.state.status)) return null;
  const policy =
    (await policies.version(shop, cancellation.state.policyVersion)) ??
    (await policies.current(shop));
  return { shop, orderName: order.name, policy, cancellation, earlier };
}
