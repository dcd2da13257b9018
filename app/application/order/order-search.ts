import { ORDER_STATES, type OrderState } from '../../domain/order/order-state.ts';
import type { ListCursor, ListSort, ListSpec } from '../shared/list-page.ts';

export type OrderSort = 'date' | 'number' | 'total';

/** What the order list can be asked for. A key: milliseconds, number or minor units, then the order's number. */
export const ORDER_LIST: ListSpec<OrderSort, 'status'> = {
  sorts: {
    date: /^\d{1,14}~\d{1,20}$/,
    number: /^(-1|\d{1,30})~\d{1,20}$/,
    total: /^-?\d{1,18}~\d{1,20}$/,
  },
  defaultSort: { by: 'date', direction: 'descending' },
  filters: { status: ORDER_STATES },
};

/** The state that the list is filtered by; null for all. */
export const stateOf = (filters: { readonly status?: string }): OrderState | null =>
  ORDER_STATES.find((state) => state === filters.status) ?? null;

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
export const NEWEST_ORDERS: Omit<OrderSearch, 'limit'> = {
  text: '',
  state: null,
  sort: ORDER_LIST.defaultSort,
  cursor: null,
};
