import type { PlatformResult } from '../../../application/shared/platform.ts';
import type { ShopDomain } from '../../../domain/ids.ts';
import type { OrderFacts } from '../../../domain/order/facts.ts';
import type { AdminClient } from '../../client/admin-client.ts';
import type { OrderFieldsFragment } from '../../admin-api.generated.ts';
import { type Surroundings, orderFacts } from './order-facts.ts';
import type { Collections } from '../product-collections.ts';
import { reading } from '../../client/platform-error.ts';
import { readSellingPlans } from '../selling-plans.ts';
import { readSoldGiftCards } from './sold-gift-cards.ts';
import { readWhole } from './whole-order.ts';

/**
 * The facts of an order of which the first pages are known: reads what is missing.
 *
 * @param asked when the order was asked for, and where its shop is
 * @param collections of the products, as far as a rule asks for them
 */
export async function readFacts(
  client: AdminClient,
  shop: ShopDomain,
  order: OrderFieldsFragment,
  asked: Pick<Surroundings, 'readAt' | 'shopTimeZone'>,
  collections: Collections,
): Promise<PlatformResult<OrderFacts>> {
  const whole = await readWhole(client, shop, order, collections);
  if (!whole.ok) return whole;
  const sellingPlans = await readSellingPlans(client, shop, [whole.value]);
  if (!sellingPlans.ok) return sellingPlans;
  const soldGiftCards = await readSoldGiftCards(client, shop, whole.value);
  if (!soldGiftCards.ok) return soldGiftCards;
  return reading(false, () =>
    orderFacts(whole.value, {
      ...asked,
      sellingPlans: sellingPlans.value,
      soldGiftCards: soldGiftCards.value,
    }),
  );
}
