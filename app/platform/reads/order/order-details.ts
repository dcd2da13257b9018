import type { OrderDetails } from '../../../application/order/ports.ts';
import type { FulfillmentOrderId } from '../../../domain/ids.ts';
import type { ReadOrderDetailsQuery } from '../../admin-api.generated.ts';
import { fullName, instant, instantOrNull } from '../../client/answer.ts';

/** What staff look at beside an order; what is denied to the app is null or left out. */
export function orderDetails(
  { order }: ReadOrderDetailsQuery,
  nativeRequests: OrderDetails['nativeRequests'],
): OrderDetails | null {
  if (!order) return null;
  const { customer, shippingAddress } = order;
  return {
    nativeRequests,
    contact: {
      name: customer && fullName(customer),
      email: order.email ?? null,
      phone: order.phone ?? shippingAddress?.phone ?? null,
      address: shippingAddress?.formatted ?? null,
    },
    ordersOfCustomer: customer ? Number(customer.numberOfOrders) : null,
    note: order.note ?? null,
    riskFindings: (order.risk?.assessments ?? []).flatMap(({ facts }) =>
      facts.map(({ description, sentiment }) => ({ text: description, sentiment })),
    ),
    parcels: (order.fulfillments ?? []).map((fulfillment) => ({
      createdAt: instant(fulfillment.createdAt),
      status: fulfillment.displayStatus,
      deliveredAt: instantOrNull(fulfillment.deliveredAt),
      locationName: fulfillment.location?.name ?? null,
      tracking: fulfillment.trackingInfo.map(({ company, number, url }) => ({
        company,
        number,
        url,
      })),
    })),
    holds: (order.fulfillmentOrders?.nodes ?? []).flatMap(({ id, fulfillmentHolds }) =>
      fulfillmentHolds.map((hold) => ({
        fulfillmentOrderId: id as FulfillmentOrderId,
        heldByThisApp: hold.heldByRequestingApp,
        reason: hold.displayReason,
        notes: hold.reasonNotes,
      })),
    ),
  };
}
