/** The work of sending goods, and goods that come back. */
import type { Actor, EpochMs } from './values.ts';

export type FulfillmentOrderStatus =
  | 'OPEN'
  | 'IN_PROGRESS'
  | 'CANCELLED'
  | 'INCOMPLETE'
  | 'CLOSED'
  | 'SCHEDULED'
  | 'ON_HOLD';

export type FulfillmentOrderRequestStatus =
  | 'UNSUBMITTED'
  | 'SUBMITTED'
  | 'ACCEPTED'
  | 'REJECTED'
  | 'CANCELLATION_REQUESTED'
  | 'CANCELLATION_ACCEPTED'
  | 'CANCELLATION_REJECTED'
  | 'CLOSED';

export type DeliveryMethodType = 'SHIPPING' | 'PICK_UP' | 'LOCAL' | 'NONE' | 'RETAIL';

export interface FulfillmentHold {
  readonly id: number;
  readonly handle: string;
  /** `FulfillmentHoldReason` */
  readonly reason: string;
  readonly reasonNotes: string | null;
  readonly externalId: string | null;
  readonly heldBy: Actor;
  readonly createdAt: EpochMs;
}

export interface FulfillmentOrderLine {
  readonly id: number;
  readonly lineItemId: number;
  totalQuantity: number;
  remainingQuantity: number;
}

export interface MerchantRequest {
  readonly id: number;
  readonly kind: 'FULFILLMENT_REQUEST' | 'CANCELLATION_REQUEST';
  readonly message: string | null;
  readonly sentAt: EpochMs;
  responseMessage: string | null;
}

export interface FulfillmentOrder {
  readonly id: number;
  status: FulfillmentOrderStatus;
  requestStatus: FulfillmentOrderRequestStatus;
  readonly locationId: number;
  readonly fulfillmentServiceHandle: string | null;
  readonly deliveryMethod: DeliveryMethodType;
  readonly lines: FulfillmentOrderLine[];
  readonly holds: FulfillmentHold[];
  readonly merchantRequests: MerchantRequest[];
  /** Set when a person marked the work as in progress by hand. */
  progressReportedByHand: boolean;
  /** The fulfillment order that took the rest when a hold kept only some units here. */
  splitByHold: number | null;
  fulfillAt: EpochMs | null;
  readonly createdAt: EpochMs;
  updatedAt: EpochMs;
}

export interface Tracking {
  readonly company: string | null;
  readonly number: string | null;
  readonly url: string | null;
}

export interface Fulfillment {
  readonly id: number;
  readonly name: string;
  status: 'SUCCESS' | 'CANCELLED';
  /** `FulfillmentDisplayStatus` */
  displayStatus: string;
  readonly fulfillmentOrderId: number;
  readonly locationId: number;
  readonly lines: readonly {
    readonly id: number;
    readonly lineItemId: number;
    readonly quantity: number;
  }[];
  tracking: Tracking | null;
  readonly createdAt: EpochMs;
  updatedAt: EpochMs;
  deliveredAt: EpochMs | null;
}

export interface Return {
  readonly id: number;
  readonly name: string;
  status: 'REQUESTED' | 'OPEN' | 'CLOSED' | 'DECLINED' | 'CANCELED';
  readonly lines: readonly { readonly lineItemId: number; readonly quantity: number }[];
  readonly createdAt: EpochMs;
}
