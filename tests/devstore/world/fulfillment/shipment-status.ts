import type { Fulfillment } from '../model.ts';

/** `shipment_status` of a REST fulfillment: what its events say; null where there are none, or its label is void. */
export function shipmentStatus({ displayStatus, events }: Fulfillment): string | null {
  return events.some(({ status }) => status === displayStatus) ? displayStatus.toLowerCase() : null;
}
