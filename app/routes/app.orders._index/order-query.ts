/** What an order list shows, as its address says it: `?q=1042&page=2`. */
export interface OrderQuery {
  readonly text: string;
  /** From 1. */
  readonly page: number;
}

const MOST_PAGES = 100_000;

/** Reads a query from an address; anything unreadable means the first page. */
export function orderQueryOf(params: URLSearchParams): OrderQuery {
  const page = Number(params.get('page') ?? '1');
  return {
    text: params.get('q')?.trim() ?? '',
    page: Number.isInteger(page) && page >= 1 && page <= MOST_PAGES ? page : 1,
  };
}

/** The address parameters of a query; defaults are left out. */
export function orderParams({ text, page }: OrderQuery): URLSearchParams {
  const params = new URLSearchParams();
  if (text !== '') params.set('q', text);
  if (page > 1) params.set('page', String(page));
  return params;
}
