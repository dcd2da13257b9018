import type { FulfillmentOrderFacts, OrderFacts } from './facts.ts';

/** Work still to be done: neither finished nor called off. */
export const isOpenWork = (fo: FulfillmentOrderFacts): boolean =>
  fo.status !== 'CLOSED' && fo.status !== 'CANCELLED' && fo.status !== 'INCOMPLETE';

/** The platform would take a hold on it. */
export const isHoldable = (fo: FulfillmentOrderFacts): boolean =>
  isOpenWork(fo) && fo.supportedActions.includes('HOLD');

/** A fulfillment service has accepted the work: it has to be asked to stop, not told. */
export const needsRecall = (fo: FulfillmentOrderFacts): boolean =>
  isOpenWork(fo) &&
  (fo.requestStatus === 'ACCEPTED' || fo.requestStatus === 'CANCELLATION_REQUESTED');

/** A fulfillment service was asked to stop and said no. */
export const refusedRecall = (fo: FulfillmentOrderFacts): boolean =>
  isOpenWork(fo) && fo.requestStatus === 'CANCELLATION_REJECTED';

/** Somebody is picking or packing, here or at a fulfillment service. */
export const fulfilmentStarted = (order: OrderFacts): boolean =>
  order.fulfillmentOrders.some(
    (fo) => isOpenWork(fo) && (fo.status === 'IN_PROGRESS' || needsRecall(fo) || refusedRecall(fo)),
  );

/** Nothing is left that could be stopped: everything was sent. */
export const isFulfilled = (order: OrderFacts): boolean => order.fulfillmentStatus === 'FULFILLED';

/** A part was sent already; Shopify cancels only orders of which nothing was. */
export const isPartlyFulfilled = (order: OrderFacts): boolean =>
  order.fulfillmentStatus === 'PARTIALLY_FULFILLED';

/** A return is under way; Shopify refuses to cancel the order meanwhile. */
export const hasActiveReturn = (order: OrderFacts): boolean =>
  order.returnStatus === 'IN_PROGRESS' || order.returnStatus === 'RETURN_REQUESTED';
