import type { PlatformResult } from '../../application/shared/platform.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import { ok } from '../../domain/result.ts';
import type { AdminClient } from '../client/admin-client.ts';
import type { SellingPlanCategory } from '../admin-api.generated.ts';
import { READ_SELLING_PLANS } from '../documents/order/read-selling-plans.ts';
import { inParts } from '../client/list-limit.ts';
import { reading } from '../client/platform-error.ts';
import type { WholeOrder } from './order/whole-order.ts';

/** Categories by the plan's id; a plan that was deleted is missing. */
export type SellingPlans = ReadonlyMap<string, SellingPlanCategory | null>;

/** Of what kind the plans are by which lines were sold; asks nothing when none was. */
export async function readSellingPlans(
  client: AdminClient,
  shop: ShopDomain,
  orders: readonly Pick<WholeOrder, 'lineItems'>[],
): Promise<PlatformResult<SellingPlans>> {
  const named = orders.flatMap(({ lineItems }) =>
    lineItems.flatMap(({ sellingPlan }) => sellingPlan?.sellingPlanId ?? []),
  );
  const plans = new Map<string, SellingPlanCategory | null>();
  for (const ids of inParts([...new Set(named)])) {
    const answer = await client.send(shop, READ_SELLING_PLANS, { ids });
    if (!answer.ok) return answer;
    const read = reading(false, () => answer.value.nodes);
    if (!read.ok) return read;
    for (const node of read.value) if (node && 'id' in node) plans.set(node.id, node.category);
  }
  return ok(plans);
}
