import type { NativeRequest } from '../../../application/order/ports.ts';
import type { Clock } from '../../../application/shared/clock.ts';
import type { OrderId, ShopDomain } from '../../../domain/ids.ts';
import { type EpochMs, HOUR } from '../../../domain/time.ts';
import type { ReadRequestedOrderEditsQuery } from '../../admin-api.generated.ts';
import type { AdminClient } from '../../client/admin-client.ts';
import { instant } from '../../client/answer.ts';
import { reading } from '../../client/platform-error.ts';
import { READ_REQUESTED_ORDER_EDITS } from '../../documents/order/read-requested-order-edits.ts';

/**
 * How long an API that did not know the field is not asked again: it came with the release of a version that had
 * been a candidate, so that the same version may lack it.
 * @see https://shopify.dev/changelog/new-apis-for-buyer-requested-order-edits
 */
const LACKING_FOR = HOUR;

export type ReadNativeRequests = (
  shop: ShopDomain,
  id: OrderId,
) => Promise<readonly NativeRequest[]>;

/**
 * What customers asked for by Shopify's own button, the newest first. It is merely shown: where it cannot be read,
 * or the API does not have it, there is none.
 */
export function createNativeRequests(client: AdminClient, clock: Clock): ReadNativeRequests {
  let lackingUntil: EpochMs = 0;
  return async (shop, id) => {
    if (clock.now() < lackingUntil) return [];
    const answer = await client.send(shop, READ_REQUESTED_ORDER_EDITS, { id });
    if (answer.ok) {
      const read = reading(false, () => nativeRequests(answer.value));
      return read.ok ? read.value : [];
    }
    if (answer.error.code === 'undefinedField') lackingUntil = clock.now() + LACKING_FOR;
    return [];
  };
}

function nativeRequests({ order }: ReadRequestedOrderEditsQuery): NativeRequest[] {
  return (order?.requestedOrderEdits.nodes ?? []).map(({ status, requestedAt, lineItems }) => ({
    status,
    requestedAt: instant(requestedAt),
    items: lineItems.removals.nodes.map(({ quantity, lineItem }) => ({
      quantity,
      title: lineItem.title,
    })),
  }));
}
