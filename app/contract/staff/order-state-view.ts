import * as z from 'zod/mini';

import { ORDER_STATES } from '../../domain/order/order-state.ts';
import type { Json } from '../json.ts';

/** How a state is coloured. */
export const tone = z.enum(['info', 'success', 'warning', 'critical', 'attention']);

/** An order's state as staff read it. */
export const orderStateView = z.object({
  state: z.enum(ORDER_STATES),
  label: z.string(),
  tone: z.nullable(tone),
});
export type OrderStateView = Json<typeof orderStateView>;
