import type { OrderSnapshot, Platform, PlatformResult, Recipient } from '../application/ports.ts';
import type { CancelJob } from '../domain/cancellation/decide.ts';
import { type OrderId, type ShopDomain, parseCustomerId, parseOrderId } from '../domain/ids.ts';
import type { OrderFacts } from '../domain/order/facts.ts';
import { ok } from '../domain/result.ts';
import type { EpochMs } from '../domain/time.ts';
import type { AdminClient } from './admin-client.ts';
import type {
  ListOrdersQuery,
  OrderFieldsFragment,
  ReadRecipientQuery,
} from './admin-api.generated.ts';
import { amountOf, answered, instant, instantOrNull, required } from './answer.ts';
import { LIST_ORDERS } from './documents/list-orders.ts';
import { READ_CANCEL_JOB } from './documents/read-cancel-job.ts';
import { READ_ORDER_FOR_REFUND } from './documents/read-order-for-refund.ts';
import { READ_ORDER_ID_OF } from './documents/read-order-id-of.ts';
import { READ_ORDER } from './documents/read-order.ts';
import { READ_RECIPIENT } from './documents/read-recipient.ts';
import { orderFacts, suggestedRefundFacts } from './order-facts.ts';
import { performEffect } from './perform-effect.ts';
import { reading } from './platform-error.ts';
import { readWhole } from './whole-order.ts';

/** The language of mails to customers of whom the platform knows none. */
const DEFAULT_LOCALE = 'en';

/** The platform as the use cases see it, over the Admin API. */
export function createShopifyPlatform(client: AdminClient): Platform {
  return {
    async readOrder(shop, id) {
      const answer = await client.send(shop, READ_ORDER, { id });
      if (!answer.ok) return answer;
      const order = reading(false, () => answered(answer.value.order, 'QueryRoot.order'));
      if (!order.ok) return order;
      return order.value ? factsOf(client, shop, id, order.value) : ok(null);
    },

    async readOrderForRefund(shop, id) {
      const answer = await client.send(shop, READ_ORDER_FOR_REFUND, { id });
      if (!answer.ok) return answer;
      const read = reading(false, () => {
        const order = answered(answer.value.order, 'QueryRoot.order');
        return order && { order, suggested: required(order.suggestedRefund, 'suggestedRefund') };
      });
      if (!read.ok) return read;
      if (!read.value) return ok(null);
      const { order, suggested } = read.value;
      const facts = await factsOf(client, shop, id, order);
      if (!facts.ok) return facts;
      return reading(false, () => ({
        order: facts.value,
        suggested: suggestedRefundFacts(suggested),
      }));
    },

    async readOrderIdOf(shop, fulfillmentOrderId) {
      const answer = await client.send(shop, READ_ORDER_ID_OF, { fulfillmentOrderId });
      if (!answer.ok) return answer;
      return reading(false, () => {
        const found = answered(answer.value.fulfillmentOrder, 'QueryRoot.fulfillmentOrder');
        return found && required(parseOrderId(found.orderId), 'FulfillmentOrder.orderId');
      });
    },

    async readCancelJob(shop, jobResultId) {
      const answer = await client.send(shop, READ_CANCEL_JOB, { id: jobResultId });
      if (!answer.ok) return answer;
      return reading(false, (): CancelJob | null => {
        const node = answered(answer.value.node, 'QueryRoot.node');
        return node && 'done' in node ? { done: node.done, errors: node.errors } : null;
      });
    },

    perform: (shop, orderId, effect, key, texts) =>
      performEffect(client, shop, orderId, effect, key, texts),

    async listOrders(shop, { updatedSince, after }) {
      const answer = await client.send(shop, LIST_ORDERS, {
        filter: updatedSince === null ? null : changedSince(updatedSince),
        after,
      });
      if (!answer.ok) return answer;
      return reading(false, () => {
        const { nodes, pageInfo } = answer.value.orders;
        return {
          orders: nodes.map(snapshot),
          next: pageInfo.hasNextPage ? required(pageInfo.endCursor, 'PageInfo.endCursor') : null,
        };
      });
    },

    async readRecipient(shop, orderId) {
      const answer = await client.send(shop, READ_RECIPIENT, { id: orderId });
      return answer.ok ? reading(false, () => recipient(answer.value)) : answer;
    },
  };
}

async function factsOf(
  client: AdminClient,
  shop: ShopDomain,
  id: OrderId,
  order: OrderFieldsFragment,
): Promise<PlatformResult<OrderFacts>> {
  const whole = await readWhole(client, shop, id, order);
  return whole.ok ? reading(false, () => orderFacts(whole.value)) : whole;
}

/** Source: https://shopify.dev/docs/api/usage/search-syntax */
const changedSince = (at: EpochMs): string => `updated_at:>='${new Date(at).toISOString()}'`;

function snapshot(order: ListOrdersQuery['orders']['nodes'][number]): OrderSnapshot {
  const { customer } = order;
  return {
    id: required(parseOrderId(order.id), 'Order.id'),
    name: order.name,
    customerId: customer && required(parseCustomerId(customer.id), 'Customer.id'),
    customerName: customer?.displayName ?? null,
    email: order.email,
    createdAt: instant(order.createdAt),
    updatedAt: instant(order.updatedAt),
    cancelledAt: instantOrNull(order.cancelledAt),
    financialStatus: order.displayFinancialStatus,
    fulfillmentStatus: order.displayFulfillmentStatus,
    total: amountOf(order.totalPriceSet.presentmentMoney),
  };
}

function recipient(answer: ReadRecipientQuery): Recipient | null {
  const order = answered(answer.order, 'QueryRoot.order');
  if (!order) return null;
  return {
    shopName: answer.shop.name,
    shopEmail: answer.shop.contactEmail,
    orderName: order.name,
    orderStatusUrl: order.statusPageUrl,
    email: order.email,
    firstName: order.customer?.firstName ?? null,
    locale: order.customerLocale ?? DEFAULT_LOCALE,
  };
}
