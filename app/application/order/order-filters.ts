import { parseMoney } from '../../domain/money.ts';
import { ORDER_STATES } from '../../domain/order/order-state.ts';
import { instantOf, wallTimeAt } from '../../domain/policy/windows/local-time.ts';
import { DAY, type EpochMs } from '../../domain/time.ts';
import {
  CANCELLATIONS,
  DATE_SPANS,
  FULFILLMENTS,
  type OrderFilter,
  type OrderFilters,
  PAYMENTS,
  RISKS,
} from './order-search.ts';

/** What filters in words depend on: the shop's days and its currency. */
export interface FilterTerms {
  readonly now: EpochMs;
  /** IANA name. */
  readonly timeZone: string;
  readonly currencyCode: string;
}

export type OrderFilterValues = Readonly<Partial<Record<OrderFilter, string>>>;

/** Whether the shop has to be asked for what the filters mean. */
export const needTerms = ({ date, amount }: OrderFilterValues): boolean =>
  date !== undefined || amount !== undefined;

/** Which orders the filters of an address mean, each of which has the form that the list asks for. */
export function filtersOf(values: OrderFilterValues, terms: FilterTerms): OrderFilters {
  const { status, payment, fulfillment, cancellation, risk, location, country, tag } = values;
  return {
    state: ORDER_STATES.find((state) => state === status) ?? null,
    payment: lookedUp(PAYMENTS, payment),
    fulfillment: lookedUp(FULFILLMENTS, fulfillment),
    cancellation: cancellation === 'possible' ? 'possible' : lookedUp(CANCELLATIONS, cancellation),
    risk: RISKS.find((level) => level.toLowerCase() === risk) ?? null,
    location: location ?? null,
    country: country ?? null,
    tag: tag ?? null,
    placed: values.date === undefined ? null : placedIn(values.date, terms),
    amount: values.amount === undefined ? null : amountsIn(values.amount, terms),
  };
}

const lookedUp = <Value>(table: Readonly<Record<string, Value>>, key: string | undefined) =>
  (key !== undefined && Object.hasOwn(table, key) && table[key]) || null;

/** Days of the shop's: today counts, and a span of seven days ends with it. */
function placedIn(text: string, { now, timeZone }: FilterTerms): OrderFilters['placed'] {
  const days = Object.entries(DATE_SPANS).find(([span]) => span === text)?.[1];
  if (days !== undefined) {
    const today = Math.floor(wallTimeAt(timeZone, now) / DAY) * DAY;
    return { from: midnight(timeZone, today - (days - 1) * DAY), until: null };
  }
  const [first = '', last = ''] = text.split('~');
  const from = first === '' ? null : midnight(timeZone, Date.parse(first));
  const until = last === '' ? null : midnight(timeZone, Date.parse(last) + DAY);
  return { from, until };
}

/** Null for a day that the calendar does not have. */
const midnight = (timeZone: string, day: number): EpochMs | null =>
  Number.isNaN(day) ? null : instantOf(timeZone, day);

function amountsIn(text: string, { currencyCode }: FilterTerms): OrderFilters['amount'] {
  const [from = '', to = ''] = text.split('~');
  const minor = (decimal: string): number | null =>
    parseMoney(decimal, currencyCode)?.minor ?? null;
  return { currencyCode, from: minor(from), to: minor(to) };
}
