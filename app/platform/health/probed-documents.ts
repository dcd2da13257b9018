import type { AdminDocument } from '../client/document.ts';
import { PROBE_ADDRESS } from '../documents/health/probe-address.ts';
import { PROBE_EMAIL } from '../documents/health/probe-email.ts';
import { PROBE_NAME } from '../documents/health/probe-name.ts';
import { PROBE_ORDERS } from '../documents/health/probe-orders.ts';
import { PROBE_PHONE } from '../documents/health/probe-phone.ts';
import { READ_NEWEST_CHANGE } from '../documents/health/read-newest-change.ts';
import { READ_OWN_SUBSCRIPTIONS } from '../documents/health/read-own-subscriptions.ts';
import { READ_MORE_COLLECTIONS } from '../documents/next-pages/read-more-collections.ts';
import { READ_MORE_COMPANY_ROLES } from '../documents/next-pages/read-more-company-roles.ts';
import { READ_MORE_FULFILLMENT_ORDERS } from '../documents/next-pages/read-more-fulfillment-orders.ts';
import { READ_MORE_LINE_ITEMS } from '../documents/next-pages/read-more-line-items.ts';
import { READ_MORE_MARKETS } from '../documents/next-pages/read-more-markets.ts';
import { READ_MORE_REFUND_TRANSACTIONS } from '../documents/next-pages/read-more-refund-transactions.ts';
import { READ_MORE_REFUNDED_LINES } from '../documents/next-pages/read-more-refunded-lines.ts';
import { READ_MORE_REFUNDED_SHIPPING } from '../documents/next-pages/read-more-refunded-shipping.ts';
import { READ_MORE_SHIPPING_LINES } from '../documents/next-pages/read-more-shipping-lines.ts';
import { READ_MORE_WORK_LINES } from '../documents/next-pages/read-more-work-lines.ts';
import { READ_ORDER_EXPORT } from '../documents/order/export-orders.ts';
import { FIND_ORDERS_BY_NAME } from '../documents/order/find-orders-by-name.ts';
import { LIST_ORDERS } from '../documents/order/list-orders.ts';
import { READ_CANCEL_JOB } from '../documents/order/read-cancel-job.ts';
import { READ_GIFT_CARDS } from '../documents/order/read-gift-cards.ts';
import { READ_ORDER_DETAILS } from '../documents/order/read-order-details.ts';
import { READ_ORDER_FOR_REFUND } from '../documents/order/read-order-for-refund.ts';
import { READ_ORDER_HISTORY } from '../documents/order/read-order-history.ts';
import { READ_ORDER_ID_OF } from '../documents/order/read-order-id-of.ts';
import { READ_ORDER } from '../documents/order/read-order.ts';
import { READ_ORDERS } from '../documents/order/read-orders.ts';
import { READ_RECIPIENT } from '../documents/order/read-recipient.ts';
import { READ_SELLING_PLANS } from '../documents/order/read-selling-plans.ts';
import { READ_SNAPSHOTS } from '../documents/order/read-snapshots.ts';
import { READ_BILLING } from '../documents/shop/read-billing.ts';
import { READ_COLLECTION_TITLES } from '../documents/shop/read-collection-titles.ts';
import { READ_COLLECTIONS } from '../documents/shop/read-collections.ts';
import { READ_GATEWAYS } from '../documents/shop/read-gateways.ts';
import { READ_INSTALLATION } from '../documents/shop/read-installation.ts';
import { READ_SHOP } from '../documents/shop/read-shop.ts';
import { READ_STORE_CREDITS } from '../documents/shop/read-store-credits.ts';
import { SEARCH_COLLECTIONS } from '../documents/shop/search-collections.ts';

/** A query of the app, with what it is asked with to see what it costs. */
export interface ProbedDocument {
  readonly document: AdminDocument<unknown, unknown>;
  readonly variables: unknown;
}

const probed = <Variables>(
  document: AdminDocument<unknown, Variables>,
  variables: Variables,
): ProbedDocument => ({
  document,
  variables,
});

/** Ids that nothing has: what a query costs is reckoned before anything is looked for. */
const NOTHING = {
  order: 'gid://shopify/Order/1',
  refund: 'gid://shopify/Refund/1',
  work: 'gid://shopify/FulfillmentOrder/1',
  product: 'gid://shopify/Product/1',
  collection: 'gid://shopify/Collection/1',
  plan: 'gid://shopify/SellingPlan/1',
  bulkOperation: 'gid://shopify/BulkOperation/1',
  companyLocation: 'gid://shopify/CompanyLocation/1',
  job: 'gid://shopify/OrderCancelJobResult/00000000-0000-4000-8000-000000000000',
} as const;
/** As many past orders as a simulation reads at once. */
const ORDERS_AT_ONCE = 7;
/** Of a page, as the platform writes it. */
const after = Buffer.from('{"last_id":1,"last_value":"1"}').toString('base64');

/** Every query of the app but those that a shop without a scope (themes) or an API without a field would refuse. */
export const PROBED_DOCUMENTS: readonly ProbedDocument[] = [
  probed(READ_ORDER, { id: NOTHING.order }),
  probed(READ_ORDERS, { ids: [NOTHING.order] }),
  probed(READ_ORDER_FOR_REFUND, { id: NOTHING.order, everything: true }),
  probed(READ_ORDER_DETAILS, { id: NOTHING.order }),
  probed(READ_ORDER_EXPORT, { id: NOTHING.bulkOperation }),
  probed(READ_ORDER_HISTORY, { first: ORDERS_AT_ONCE, filter: 'id:1' }),
  probed(READ_ORDER_ID_OF, { fulfillmentOrderId: NOTHING.work }),
  probed(READ_RECIPIENT, { id: NOTHING.order }),
  probed(READ_CANCEL_JOB, { id: NOTHING.job }),
  probed(READ_GIFT_CARDS, { filter: 'id:1' }),
  probed(READ_SELLING_PLANS, { ids: [NOTHING.plan] }),
  probed(READ_SNAPSHOTS, { ids: [NOTHING.order] }),
  probed(LIST_ORDERS, { filter: 'id:1' }),
  probed(FIND_ORDERS_BY_NAME, { filter: 'name:1' }),
  probed(READ_MORE_COLLECTIONS, { productId: NOTHING.product, after }),
  probed(READ_MORE_COMPANY_ROLES, { companyLocationId: NOTHING.companyLocation }),
  probed(READ_MORE_FULFILLMENT_ORDERS, { orderId: NOTHING.order, after }),
  probed(READ_MORE_LINE_ITEMS, { orderId: NOTHING.order, after }),
  probed(READ_MORE_MARKETS, { after }),
  probed(READ_MORE_REFUND_TRANSACTIONS, { refundId: NOTHING.refund, after }),
  probed(READ_MORE_REFUNDED_LINES, { refundId: NOTHING.refund, after }),
  probed(READ_MORE_REFUNDED_SHIPPING, { refundId: NOTHING.refund, after }),
  probed(READ_MORE_SHIPPING_LINES, { orderId: NOTHING.order, after }),
  probed(READ_MORE_WORK_LINES, { fulfillmentOrderId: NOTHING.work, after }),
  probed(READ_BILLING, {}),
  probed(READ_COLLECTION_TITLES, { ids: [NOTHING.collection] }),
  probed(READ_COLLECTIONS, { productIds: [NOTHING.product] }),
  probed(READ_GATEWAYS, {}),
  probed(READ_INSTALLATION, {}),
  probed(READ_SHOP, {}),
  probed(READ_STORE_CREDITS, { orderId: NOTHING.order }),
  probed(SEARCH_COLLECTIONS, { filter: null }),
  probed(PROBE_ORDERS, {}),
  probed(PROBE_NAME, {}),
  probed(PROBE_EMAIL, {}),
  probed(PROBE_PHONE, {}),
  probed(PROBE_ADDRESS, {}),
  probed(READ_NEWEST_CHANGE, {}),
  probed(READ_OWN_SUBSCRIPTIONS, {}),
];
