import type { OrderStateView } from '../../contract/staff/order-state-view.ts';
import {
  type OrderStateFacts,
  type OrderState,
  orderStateOf,
} from '../../domain/order/order-state.ts';
import type { Messages } from '../../messages/message-types.ts';

export const ORDER_STATE_TONES = {
  pending: 'attention',
  processing: 'info',
  completed: 'success',
  failed: 'critical',
  cancelled: null,
  partly_cancelled: 'warning',
} as const satisfies Readonly<Record<OrderState, OrderStateView['tone']>>;

export function presentOrderState(
  order: OrderStateFacts,
  { t }: Messages<'staff'>,
): OrderStateView {
  const state = orderStateOf(order);
  return { state, label: t(`orderState.${state}`), tone: ORDER_STATE_TONES[state] };
}
