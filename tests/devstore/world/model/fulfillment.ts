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
  locationId: number;
  fulfillmentServiceHandle: string | null;
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

/** `FulfillmentEventStatus` */
export type FulfillmentEventStatus =
  | 'ATTEMPTED_DELIVERY'
  | 'CARRIER_PICKED_UP'
  | 'CONFIRMED'
  | 'DELAYED'
  | 'DELIVERED'
  | 'FAILURE'
  | 'IN_TRANSIT'
  | 'LABEL_PRINTED'
  | 'LABEL_PURCHASED'
  | 'OUT_FOR_DELIVERY'
  | 'READY_FOR_PICKUP';

/** What became of a shipment, as its carrier, the shop or an app reported it. */
export interface FulfillmentEvent {
  readonly id: number;
  readonly status: FulfillmentEventStatus;
  readonly message: string | null;
  readonly happenedAt: EpochMs;
  readonly createdAt: EpochMs;
  readonly estimatedDeliveryAt: EpochMs | null;
  readonly address1: string | null;
  readonly city: string | null;
  readonly province: string | null;
  readonly country: string | null;
  readonly zip: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** Postage bought for a shipment. */
export interface ShippingLabel {
  readonly id: number;
  printed: boolean;
  /** Until the carrier has the parcel, or the label is voided. */
  cancellable: boolean;
  voided: boolean;
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
  inTransitAt: EpochMs | null;
  estimatedDeliveryAt: EpochMs | null;
  deliveredAt: EpochMs | null;
  /** In the order in which they were reported. */
  readonly events: FulfillmentEvent[];
  label: ShippingLabel | null;
}

export interface Return {
  readonly id: number;
  readonly name: string;
  status: 'REQUESTED' | 'OPEN' | 'CLOSED' | 'DECLINED' | 'CANCELED';
  readonly lines: readonly { readonly lineItemId: number; readonly quantity: number }[];
  readonly createdAt: EpochMs;
}
