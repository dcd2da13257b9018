import type { OrderFilters } from '../../../app/application/order/order-search.ts';
import type { ListedOrder } from '../../../app/application/order/ports.ts';
import { whyNotCancellable } from '../../../app/domain/order/cancellable.ts';
import { orderStateOf } from '../../../app/domain/order/order-state.ts';

/** Whether an order is one of those that a list is filtered to. */
export function meetsFilters(order: ListedOrder, filters: OrderFilters): boolean {
  const { state, payment, fulfillment, cancellation, risk, location, country, tag } = filters;
  const { placed, amount } = filters;
  const { traits } = order;
  const meets: readonly boolean[] = [
    state === null || orderStateOf(order) === state,
    isOneOf(payment, order.financialStatus),
    isOneOf(fulfillment, order.fulfillmentStatus),
    cancellation === 'possible'
      ? whyNotCancellable(order) === null
      : isOneOf(cancellation, order.cancellationStatus),
    risk === null || traits?.risk === risk,
    location === null || (traits?.locations?.includes(location) ?? false),
    country === null || traits?.countryCode === country,
    tag === null || (traits?.tags.includes(tag) ?? false),
    placed === null ||
      (order.createdAt >= (placed.from ?? -Infinity) &&
        order.createdAt < (placed.until ?? Infinity)),
    amount === null ||
      (order.total.currencyCode === amount.currencyCode &&
        order.total.minor >= (amount.from ?? -Infinity) &&
        order.total.minor <= (amount.to ?? Infinity)),
  ];
  return meets.every(Boolean);
}

const isOneOf = (wanted: readonly string[] | null, status: string | null): boolean =>
  wanted === null || (status !== null && wanted.includes(status));

const words = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** Whether each word of a text begins a word of the order's number, customer or email; names in signs from any on. */
export function isFoundBy(order: ListedOrder, text: string): boolean {
  const known = words([order.name, order.customerName, order.email].join(' '));
  const asked = words(text);
  if (asked.length === 0 && text.trim() !== '') return false;
  return asked.every((wanted) =>
    known.some((word) =>
      /\p{Script=Han}/u.test(word) ? word.includes(wanted) : word.startsWith(wanted),
    ),
  );
}
