/** What can be done with a fulfillment order as it stands. */
import { MAX_HOLDS_PER_APP } from './fulfillment-holds.ts';
import { canRequestCancellation } from './fulfillment-requests.ts';
import type { FulfillmentOrder } from '../model.ts';

export type FulfillmentOrderAction =
  | 'CREATE_FULFILLMENT'
  | 'REQUEST_FULFILLMENT'
  | 'CANCEL_FULFILLMENT_ORDER'
  | 'REQUEST_CANCELLATION'
  | 'REPORT_PROGRESS'
  | 'MARK_AS_OPEN'
  | 'MOVE'
  | 'HOLD'
  | 'RELEASE_HOLD'
  | 'SPLIT';

export function supportedActions(fulfillmentOrder: FulfillmentOrder): FulfillmentOrderAction[] {
  const served = fulfillmentOrder.fulfillmentServiceHandle !== null;
  const several = fulfillmentOrder.lines.reduce((n, line) => n + line.remainingQuantity, 0) > 1;
  const split: FulfillmentOrderAction[] = several ? ['SPLIT'] : [];
  switch (fulfillmentOrder.status) {
    case 'OPEN':
      if (fulfillmentOrder.requestStatus === 'SUBMITTED') return ['CANCEL_FULFILLMENT_ORDER'];
      return served
        ? ['REQUEST_FULFILLMENT', 'CREATE_FULFILLMENT', 'MOVE', 'HOLD', ...split]
        : ['CREATE_FULFILLMENT', 'REPORT_PROGRESS', 'MOVE', 'HOLD', ...split];
    case 'ON_HOLD': {
      const full = fulfillmentOrder.holds.length >= MAX_HOLDS_PER_APP;
      return full ? ['RELEASE_HOLD', 'MOVE'] : ['RELEASE_HOLD', 'HOLD', 'MOVE'];
    }
    case 'SCHEDULED':
      return ['MARK_AS_OPEN', 'HOLD'];
    case 'IN_PROGRESS':
      if (canRequestCancellation(fulfillmentOrder)) {
        return ['CREATE_FULFILLMENT', 'REQUEST_CANCELLATION'];
      }
      return fulfillmentOrder.progressReportedByHand
        ? ['CREATE_FULFILLMENT', 'REPORT_PROGRESS', 'MARK_AS_OPEN']
        : ['CREATE_FULFILLMENT'];
    case 'CLOSED':
    case 'CANCELLED':
    case 'INCOMPLETE':
      return [];
  }
}
