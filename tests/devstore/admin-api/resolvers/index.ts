/** Every simulated field, by `Type.field`. */
import type { Sources, TypeResolvers } from '../context.ts';
import { appResolvers } from './app.ts';
import { appSubscriptionResolvers } from './app-subscription.ts';
import { bulkOperationResolvers } from './bulk-operation.ts';
import { catalogResolvers } from './catalog.ts';
import { customerResolvers } from './customer.ts';
import { fulfillmentResolvers } from './fulfillment.ts';
import { giftCardResolvers } from './order/gift-card.ts';
import { jobResolvers } from './job.ts';
import { lineItemResolvers } from './order/line-item.ts';
import { marketResolvers } from './market.ts';
import { appSubscriptionMutations } from './mutations/app-subscriptions.ts';
import { bulkOperationMutations } from './mutations/bulk-operations.ts';
import { flowMutations } from './mutations/flow.ts';
import { fulfillmentMutations } from './mutations/fulfillment/fulfillment.ts';
import { fulfillmentEventMutations } from './mutations/fulfillment/fulfillment-event.ts';
import { fulfillmentMoveMutations } from './mutations/fulfillment/fulfillment-moves.ts';
import { giftCardMutations } from './mutations/gift-card.ts';
import { inventoryMutations } from './mutations/inventory.ts';
import { orderMutations } from './mutations/order.ts';
import { orderEditMutations } from './mutations/order-edit.ts';
import { paymentMutations } from './mutations/payment.ts';
import { refundCreate } from './mutations/refund-create.ts';
import { orderCancel } from './mutations/order-cancel.ts';
import { orderCreate } from './mutations/order-life/order-create.ts';
import { orderDelete } from './mutations/order-life/order-delete.ts';
import { metafieldMutations } from './mutations/order-life/metafields.ts';
import { requestedEditMutations } from './mutations/requested-edit.ts';
import { returnMutations } from './mutations/returns.ts';
import { riskMutations } from './mutations/risk-assessment.ts';
import { storeCreditMutations } from './mutations/store-credit.ts';
import { orderResolvers } from './order/order.ts';
import { orderEditResolvers } from './order/order-edit.ts';
import { paymentResolvers } from './order/payment.ts';
import { queryResolvers } from './query.ts';
import { requestedEditResolvers } from './order/requested-edit.ts';
import { shopResolvers } from './shop.ts';
import { storeCreditResolvers } from './order/store-credit.ts';

type AllResolvers = { readonly [T in keyof Sources]?: TypeResolvers<T> };

const TYPES: AllResolvers = {
  ...appResolvers,
  ...appSubscriptionResolvers,
  ...bulkOperationResolvers,
  ...catalogResolvers,
  ...customerResolvers,
  ...fulfillmentResolvers,
  ...giftCardResolvers,
  ...jobResolvers,
  ...lineItemResolvers,
  ...marketResolvers,
  ...orderResolvers,
  ...orderEditResolvers,
  ...paymentResolvers,
  ...requestedEditResolvers,
  ...shopResolvers,
  ...storeCreditResolvers,
  QueryRoot: queryResolvers,
  Mutation: {
    orderCancel,
    orderCreate,
    orderDelete,
    refundCreate,
    ...appSubscriptionMutations,
    ...bulkOperationMutations,
    ...flowMutations,
    ...fulfillmentMutations,
    ...fulfillmentEventMutations,
    ...fulfillmentMoveMutations,
    ...giftCardMutations,
    ...inventoryMutations,
    ...metafieldMutations,
    ...orderMutations,
    ...orderEditMutations,
    ...paymentMutations,
    ...requestedEditMutations,
    ...returnMutations,
    ...riskMutations,
    ...storeCreditMutations,
  },
};

/** Types whose values carry their name in `kind` and are never read as plain objects. */
export const RESOLVED_TYPES: ReadonlySet<string> = new Set(Object.keys(TYPES));

export const RESOLVERS: ReadonlyMap<string, unknown> = new Map(
  Object.entries(TYPES).flatMap(([type, fields]) =>
    Object.entries(fields).map(([field, resolver]) => [`${type}.${field}`, resolver] as const),
  ),
);
