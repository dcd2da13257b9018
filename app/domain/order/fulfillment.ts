import type { LineItemId } from '../ids.ts';
import type { Selection } from '../refund/goods/selection.ts';
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

/** Somebody is picking or packing it, here or at a fulfillment service. */
const hasStarted = (fo: FulfillmentOrderFacts): boolean =>
  isOpenWork(fo) && (fo.status === 'IN_PROGRESS' || needsRecall(fo) || refusedRecall(fo));

/** Somebody is picking or packing any of it. */
export const fulfillmentStarted = (fulfillmentOrders: readonly FulfillmentOrderFacts[]): boolean =>
  fulfillmentOrders.some(hasStarted);

/**
 * It waits on the counter or is on its way with the shop's own courier. The platform has no status of its own
 * for that: such work is in progress once its items are prepared.
 */
export const isReadyForCustomer = (fo: FulfillmentOrderFacts): boolean =>
  (fo.deliveryMethod === 'PICK_UP' || fo.deliveryMethod === 'LOCAL') && fo.status === 'IN_PROGRESS';

/** Where units of a line are still to be sent from. */
export const openWorkOn = (order: OrderFacts, lineItemId: LineItemId): FulfillmentOrderFacts[] =>
  order.fulfillmentOrders.filter(
    (fo) =>
      isOpenWork(fo) &&
      fo.lines.some((line) => line.lineItemId === lineItemId && line.remainingQuantity > 0),
  );

/** A return is under way; Shopify refuses to cancel the order meanwhile. */
export const hasActiveReturn = (order: OrderFacts): boolean =>
  order.returnStatus === 'IN_PROGRESS' || order.returnStatus === 'RETURN_REQUESTED';

/** Whether a fulfillment order holds any of the units that are to be taken back. */
export const concerns = (selection: Selection, fo: FulfillmentOrderFacts): boolean =>
  selection.kind === 'order' ||
  fo.lines.some(
    ({ lineItemId, remainingQuantity }) =>
      remainingQuantity > 0 && selection.lines.some((line) => line.lineItemId === lineItemId),
  );
