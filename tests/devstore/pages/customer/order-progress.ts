import type { Order } from '../../world/model.ts';
import { displayFulfillmentStatus } from '../../world/orders/order-status.ts';

type ProgressState = 'confirmed' | 'on_its_way' | 'delivered' | 'cancelled';

export interface Progress {
  readonly state: ProgressState;
  readonly label: string;
  readonly at: number;
  /** The steps of a delivery and how far it is; empty for a cancelled order. */
  readonly steps: readonly { label: string; reached: boolean }[];
}

/** What a shopper reads at the head of an order. */
export function orderProgress(order: Order): Progress {
  if (order.cancelledAt !== null) {
    return { state: 'cancelled', label: 'Cancelled', at: order.cancelledAt, steps: [] };
  }
  const shipped = order.fulfillments.filter(({ status }) => status === 'SUCCESS');
  const last = shipped.at(-1);
  const delivered = shipped.length > 0 && shipped.every(({ deliveredAt }) => deliveredAt !== null);
  const complete = displayFulfillmentStatus(order) === 'FULFILLED';
  const steps = [
    { label: 'Confirmed', reached: true },
    { label: 'On its way', reached: shipped.length > 0 },
    { label: 'Delivered', reached: delivered && complete },
  ];
  if (delivered && complete && last?.deliveredAt) {
    return { state: 'delivered', label: 'Delivered', at: last.deliveredAt, steps };
  }
  if (last) {
    const label = complete ? 'On its way' : 'Partly on its way';
    return { state: 'on_its_way', label, at: last.createdAt, steps };
  }
  return { state: 'confirmed', label: 'Confirmed', at: order.processedAt, steps };
}
