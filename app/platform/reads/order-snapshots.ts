import type { OrderPage, OrderSnapshot } from '../../application/order/ports.ts';
import type { Platform } from '../../application/shared/platform.ts';
import type { UnreadableOrder } from '../../application/order/ports.ts';
import { parseCustomerId, parseOrderId } from '../../domain/ids.ts';
import type { AdminClient } from '../client/admin-client.ts';
import type {
  ReadSnapshotsQuery,
  SnapshotFieldsFragment,
  SnapshotPlacesFragment,
} from '../admin-api.generated.ts';
import { fullName, instant, instantOrNull, presentment, required } from '../client/answer.ts';
import { nextCursor } from '../client/connection.ts';
import { riskLevelOf } from './order/risk-level.ts';
import { LIST_ORDERS } from '../documents/order/list-orders.ts';
import { READ_SNAPSHOTS } from '../documents/order/read-snapshots.ts';
import { reading } from '../client/platform-error.ts';
import { since } from './search-syntax.ts';

/** Orders as the app's own lists show them, over the Admin API. */
export function createOrderSnapshots(
  client: AdminClient,
): Pick<Platform, 'listOrders' | 'readSnapshots'> {
  return {
    async listOrders(shop, { updatedSince, after }) {
      const answer = await client.send(shop, LIST_ORDERS, {
        filter: updatedSince === null ? null : since('updated_at', updatedSince),
        after,
      });
      if (!answer.ok) return answer;
      const { orders } = answer.value;
      return reading(false, () => ({ ...snapshotsOf(orders.nodes), next: nextCursor(orders) }));
    },

    async readSnapshots(shop, ids) {
      const answer = await client.send(shop, READ_SNAPSHOTS, { ids: [...ids] });
      if (!answer.ok) return answer;
      return reading(false, () => snapshotsOf(answer.value.nodes.filter(isOrder)));
    },
  };
}

type Node = ReadSnapshotsQuery['nodes'][number];

/** An id of something else, or of nothing, is answered without the order's fields. */
const isOrder = (node: Node): node is Extract<Node, { id: string }> =>
  node !== null && 'id' in node;

/** A file has no places. */
type Snapshot = SnapshotFieldsFragment & {
  readonly fulfillmentOrders?: SnapshotPlacesFragment['fulfillmentOrders'];
};

/** Each order is read by itself. Throws MalformedAnswer for one that does not even say which it is. */
export function snapshotsOf(nodes: readonly Snapshot[]): OrderPage {
  const orders: OrderSnapshot[] = [];
  const unreadable: UnreadableOrder[] = [];
  for (const node of nodes) {
    const read = reading(false, () => snapshot(node));
    if (read.ok) orders.push(read.value);
    else unreadable.push({ ...identityOf(node), reason: read.error.message });
  }
  return { orders, unreadable };
}

const identityOf = ({ id, name }: SnapshotFieldsFragment) => ({
  id: required(parseOrderId(id), 'Order.id'),
  name: required(name, 'Order.name'),
});

function snapshot(order: Snapshot): OrderSnapshot {
  const { customer } = order;
  return {
    ...identityOf(order),
    customerId: customer && required(parseCustomerId(customer.id), 'Customer.id'),
    customerName: customer && fullName(customer),
    email: order.email,
    createdAt: instant(order.createdAt),
    updatedAt: instant(order.updatedAt),
    cancelledAt: instantOrNull(order.cancelledAt),
    financialStatus: order.displayFinancialStatus,
    fulfillmentStatus: order.displayFulfillmentStatus,
    total: presentment(order.totalPriceSet),
    traits: {
      risk: riskLevelOf(order.risk),
      countryCode: order.displayAddress?.countryCodeV2 ?? null,
      locations: order.fulfillmentOrders
        ? [...new Set(order.fulfillmentOrders.nodes.map((work) => work.assignedLocation.name))]
        : null,
      tags: order.tags,
    },
  };
}
