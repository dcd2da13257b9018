import type {
  FulfillmentHoldId,
  FulfillmentOrderId,
  LineItemId,
  LocationId,
} from '../../../domain/ids.ts';
import type { FulfillmentOrderFacts } from '../../../domain/order/facts.ts';
import type { WholeFulfillmentOrder } from './whole-order.ts';

export function fulfillmentOrderFacts(work: WholeFulfillmentOrder): FulfillmentOrderFacts {
  return {
    id: work.id as FulfillmentOrderId,
    status: work.status,
    requestStatus: work.requestStatus,
    locationId: (work.assignedLocation.location?.id ?? null) as LocationId | null,
    locationName: work.assignedLocation.name,
    deliveryMethod: work.deliveryMethod?.methodType ?? null,
    lines: work.lineItems.map(({ lineItem, remainingQuantity }) => ({
      lineItemId: lineItem.id as LineItemId,
      remainingQuantity,
    })),
    supportedActions: work.supportedActions.map(({ action }) => action),
    holds: work.fulfillmentHolds.map(({ id, handle, heldByRequestingApp }) => ({
      id: id as FulfillmentHoldId,
      handle,
      heldByThisApp: heldByRequestingApp,
    })),
  };
}
