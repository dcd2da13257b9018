import { ORDER_STATES, type OrderState } from '../../domain/order/order-state.ts';

/** What an order list shows, as its address says it: `?q=1042&status=failed&page=2`. */
export interface OrderQuery {
  readonly text: string;
  /** From 1. */
  readonly page: number;
  /** Left out for all. */
  readonly state?: OrderState;
}

const MOST_PAGES = 100_000;

/** Reads a query from an address; anything unreadable means the first page. */
export function orderQueryOf(params: URLSearchParams): OrderQuery {
  const page = Number(params.get('page') ?? '1');
  const state = ORDER_STATES.find((known) => known === params.get('status'));
  return {
    text: params.get('q')?.trim() ?? '',
    page: Number.isInteger(page) && page >= 1 && page <= MOST_PAGES ? page : 1,
    ...(state ? { state } : {}),
  };
}

/** The address parameters of a query; defaults are left out. */
export function orderParams({ text, page, state }: OrderQuery): URLSearchParams {
  const params = new URLSearchParams();
  if (text !== '') params.set('q', text);
  if (state) params.set('status', state);
  if (page > 1) params.set('page', String(page));
  return params;
}
