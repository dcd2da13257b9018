import { normalOrderName } from '../../application/guest/guest-contact.ts';
import type { GuestOrders, OrderContact } from '../../application/guest/ports.ts';
import { parseOrderId } from '../../domain/ids.ts';
import type { AdminClient } from '../client/admin-client.ts';
import type { FindOrdersByNameQuery } from '../admin-api.generated.ts';
import { required } from '../client/answer.ts';
import { readToEnd } from '../client/connection.ts';
import { FIND_ORDERS_BY_NAME } from '../documents/order/find-orders-by-name.ts';
import { reading } from '../client/platform-error.ts';

/** Finds orders for people who have nothing but the order's number. */
export function createGuestOrders(client: AdminClient): GuestOrders {
  return {
    async named(shop, orderName) {
      const filter = `name:${quoted(orderName)}`;
      const readAfter = async (after: string | null) => {
        const answer = await client.send(shop, FIND_ORDERS_BY_NAME, { filter, after });
        return answer.ok ? reading(false, () => answer.value.orders) : answer;
      };
      const isNamed = ({ name }: OrderNode) => normalOrderName(name) === normalOrderName(orderName);
      const first = await readAfter(null);
      if (!first.ok) return first;
      // The search also finds orders whose names are merely like it, in any number.
      const found = await readToEnd(first.value, readAfter, (soFar) => soFar.some(isNamed));
      return found.ok ? reading(false, () => found.value.filter(isNamed).map(contactOf)) : found;
    },
  };
}

type OrderNode = FindOrdersByNameQuery['orders']['nodes'][number];

/** A text that cannot end its own quotes. Source: https://shopify.dev/docs/api/usage/search-syntax */
const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, '\\$&')}"`;

function contactOf(order: OrderNode): OrderContact {
  const phones = [order.phone, order.shippingAddress?.phone, order.billingAddress?.phone];
  return {
    id: required(parseOrderId(order.id), 'Order.id'),
    name: order.name,
    email: order.email,
    phones: phones.filter((phone) => typeof phone === 'string'),
  };
}
