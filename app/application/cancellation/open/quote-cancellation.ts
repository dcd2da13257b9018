import type { OrderId, ShopDomain } from '../../../domain/ids.ts';
import type { Refusal } from '../../../domain/refusal.ts';
import { type Result, err } from '../../../domain/result.ts';
import {
  type Quote,
  type ShopperDeps,
  type ShopperOrder,
  type WantedCancellation,
  quote,
  readShopperOrder,
} from '../../order/read-shopper-order.ts';
import type { Shopper } from '../../order/shopper.ts';

/** What a shopper's choice would bring now; changes nothing. */
export async function quoteCancellation(
  deps: ShopperDeps,
  shop: ShopDomain,
  shopper: Shopper,
  orderId: OrderId,
  wanted: WantedCancellation,
): Promise<
  Result<{ readonly order: ShopperOrder['order']; readonly quote: Quote }, readonly Refusal[]>
> {
  const read = await readShopperOrder(deps, shop, shopper, orderId, 'show');
  if (!read.ok) return read;
  const { policy, order, evaluation, before, offer, states } = read.value;
  if (!offer.available) return err(offer.refusals);
  const quoted = quote(
    { policy, order, evaluation, before, rule: offer.rule, methods: offer.methods, states },
    wanted,
  );
  return quoted.ok ? { ok: true, value: { order, quote: quoted.value } } : quoted;
}
