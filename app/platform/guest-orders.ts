import type { GuestOrders, OrderContact } from '../application/guest-ports.ts';
import { parseOrderId } from '../domain/ids.ts';
import type { AdminClient } from './admin-client.ts';
import type { FindOrdersByNameQuery } from './admin-api.generated.ts';
import { required } from './answer.ts';
import { FIND_ORDERS_BY_NAME } from './documents/find-orders-by-name.ts';
import { reading } from './platform-error.ts';

/** Finds orders for people who have nothing but the order's number. */
export function createGuestOrders(client: AdminClient): GuestOrders {
  return {
    async named(shop, orderName) {
      const answer = await client.send(shop, FIND_ORDERS_BY_NAME, {
        filter: `name:${quoted(orderName)}`,
      });
      if (!answer.ok) return answer;
      return reading(false, () => answer.value.orders.nodes.map(contactOf));
    },
  };
}

/** A text that cannot end its own quotes. Source: https://shopify.dev/docs/api/usage/search-syntax */
const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, '\\$&')}"`;

function contactOf(order: FindOrdersByNameQuery['orders']['nodes'][number]): OrderContact {
  const phones = [order.phone, order.shippingAddress?.phone, order.billingAddress?.phone];
  return {
    id: required(parseOrderId(order.id), 'Order.id'),
    name: order.name,
    email: order.email,
    phones: phones.filter((phone) => typeof phone === 'string'),
  };
}
