import type { OrderState } from '../../domain/order/order-state.ts';
import type { ListCursor, ListSort } from '../shared/list-page.ts';

export type OrderSort = 'date' | 'number' | 'total';

/** Which of the shop's orders, in which order, from where on. */
export interface OrderSearch {
  /** Order number (with or without #), customer name or email; empty for all. */
  readonly text: string;
  /** Only orders in this state; null for all. */
  readonly state: OrderState | null;
  readonly sort: ListSort<OrderSort>;
  readonly cursor: ListCursor | null;
  readonly limit: number;
}

/** All orders, the newest first. */
export const NEWEST_ORDERS = {
  text: '',
  state: null,
  sort: { by: 'date', direction: 'descending' },
  cursor: null,
} as const satisfies Omit<OrderSearch, 'limit'>;
