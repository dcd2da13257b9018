import type { OrderStateView } from '../../contract/staff/order-state-view.ts';
import {
  type OrderStateFacts,
  type OrderState,
  orderStateOf,
} from '../../domain/order/order-state.ts';

export const ORDER_STATE_WORDS = {
  pending: { label: 'Pending', tone: 'attention' },
  processing: { label: 'Processing', tone: 'info' },
  completed: { label: 'Completed', tone: 'success' },
  failed: { label: 'Failed', tone: 'critical' },
  cancelled: { label: 'Cancelled', tone: null },
  partly_cancelled: { label: 'Partly cancelled', tone: 'warning' },
} as const satisfies Readonly<Record<OrderState, Omit<OrderStateView, 'state'>>>;

export function presentOrderState(order: OrderStateFacts): OrderStateView {
  const state = orderStateOf(order);
  return { state, ...ORDER_STATE_WORDS[state] };
}
