import type { PlatformResult } from '../application/ports.ts';
import type { OrderId, ShopDomain } from '../domain/ids.ts';
import { ok } from '../domain/result.ts';
import type { AdminClient } from './admin-client.ts';
import type { OrderFieldsFragment } from './admin-api.generated.ts';
import { required } from './answer.ts';
import { READ_MORE_FULFILLMENT_ORDERS } from './documents/read-more-fulfillment-orders.ts';
import { READ_MORE_LINE_ITEMS } from './documents/read-more-line-items.ts';
import type { WholeOrder } from './order-facts.ts';
import { reading } from './platform-error.ts';

interface Connection<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Reads an order's connections to their ends: a decision on half an order is a wrong one. */
export async function readWhole(
  client: AdminClient,
  shop: ShopDomain,
  id: OrderId,
  order: OrderFieldsFragment,
): Promise<PlatformResult<WholeOrder>> {
  const lineItems = await readToEnd(order.lineItems, async (after) => {
    const page = await client.send(shop, READ_MORE_LINE_ITEMS, { id, after });
    return page.ok ? reading(false, () => required(page.value.order, 'Order').lineItems) : page;
  });
  if (!lineItems.ok) return lineItems;
  const fulfillmentOrders = await readToEnd(order.fulfillmentOrders, async (after) => {
    const page = await client.send(shop, READ_MORE_FULFILLMENT_ORDERS, { id, after });
    return page.ok
      ? reading(false, () => required(page.value.order, 'Order').fulfillmentOrders)
      : page;
  });
  if (!fulfillmentOrders.ok) return fulfillmentOrders;
  return ok({ ...order, lineItems: lineItems.value, fulfillmentOrders: fulfillmentOrders.value });
}

async function readToEnd<Node>(
  first: Connection<Node>,
  readAfter: (cursor: string) => Promise<PlatformResult<Connection<Node>>>,
): Promise<PlatformResult<readonly Node[]>> {
  const nodes = [...first.nodes];
  let { pageInfo } = first;
  while (pageInfo.hasNextPage) {
    const { endCursor } = pageInfo;
    const cursor = reading(false, () => required(endCursor, 'PageInfo.endCursor'));
    if (!cursor.ok) return cursor;
    const page = await readAfter(cursor.value);
    if (!page.ok) return page;
    nodes.push(...page.value.nodes);
    ({ pageInfo } = page.value);
  }
  return ok(nodes);
}
