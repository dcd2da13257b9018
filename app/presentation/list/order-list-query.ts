import type { OrderSort } from '../../application/order/order-search.ts';
import { ORDER_STATES, type OrderState } from '../../domain/order/order-state.ts';
import type { ListQuery, ListSpec } from './list-query.ts';

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

export type OrderListQuery = ListQuery<OrderSort, 'status'>;

/** The state that the list is filtered by; null for all. */
export const stateOf = ({ filters }: Pick<OrderListQuery, 'filters'>): OrderState | null =>
  ORDER_STATES.find((state) => state === filters.status) ?? null;
