import { SHOPPER, against } from '../../domain/authority/authority.ts';
import type { Cancellation } from '../../domain/cancellation/state.ts';
import type { OrderId, ShopDomain } from '../../domain/ids.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, err } from '../../domain/result.ts';
import { changeCancellation } from './advance/change-cancellation.ts';
import { type ShopperDeps, readShopperOrder } from '../order/read-shopper-order.ts';
import type { Shopper } from '../order/shopper.ts';

/** The shopper takes their request back, while nothing has been cancelled yet. */
export async function withdrawRequest(
  deps: ShopperDeps,
  shop: ShopDomain,
  shopper: Shopper,
  orderId: OrderId,
): Promise<Result<Cancellation, readonly Refusal[]>> {
  const read = await readShopperOrder(deps, shop, shopper, orderId);
  if (!read.ok) return read;
  const { cancellation } = read.value;
  if (!cancellation) return err([{ code: 'not_found' }]);
  const requestedBy = cancellation.state.request.actor;
  const refusals = against(read.value.policy, SHOPPER, { do: 'withdraw', requestedBy });
  if (refusals.length > 0) return err(refusals);
  const changed = await changeCancellation(deps, shop, cancellation.state.id, { type: 'withdraw' });
  return changed.ok ? changed : err([changed.error]);
}
