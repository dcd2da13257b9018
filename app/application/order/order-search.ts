import { LIVE_STATUSES, type CancellationStatus } from '../../domain/cancellation/state.ts';
import { ORDER_STATES, type OrderState } from '../../domain/order/order-state.ts';
import type { EpochMs } from '../../domain/time.ts';
import type { ListCursor, ListSort, ListSpec } from '../shared/list-page.ts';

export type OrderSort = 'date' | 'number' | 'total';

/**
 * Payments that staff look for: each status of Shopify's by its name in small letters, and what is not paid yet, as
 * the tab of Shopify's own list has it.
 * Source: https://shopify.dev/docs/api/admin-graphql/2026-10/enums/OrderDisplayFinancialStatus
 */
export const PAYMENTS = {
  unpaid: ['AUTHORIZED', 'EXPIRED', 'PARTIALLY_PAID', 'PENDING'],
  paid: ['PAID'],
  authorized: ['AUTHORIZED'],
  pending: ['PENDING'],
  partially_paid: ['PARTIALLY_PAID'],
  partially_refunded: ['PARTIALLY_REFUNDED'],
  refunded: ['REFUNDED'],
  expired: ['EXPIRED'],
  voided: ['VOIDED'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type PaymentFilter = keyof typeof PAYMENTS;

/** Source: https://shopify.dev/docs/api/admin-graphql/2026-10/enums/OrderDisplayFulfillmentStatus */
export const FULFILLMENTS = {
  unfulfilled: ['UNFULFILLED', 'OPEN'],
  on_hold: ['ON_HOLD'],
  scheduled: ['SCHEDULED'],
  in_progress: ['IN_PROGRESS', 'PENDING_FULFILLMENT'],
  partially_fulfilled: ['PARTIALLY_FULFILLED'],
  fulfilled: ['FULFILLED', 'FULFILLMENT_NOT_REQUIRED'],
  declined: ['REQUEST_DECLINED'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type FulfillmentFilter = keyof typeof FULFILLMENTS;

/** Where the app's newest cancellation of an order stands, as staff look for it. */
export const CANCELLATIONS = {
  possible: null,
  requested: ['in_review'],
  needs_attention: ['needs_attention'],
  under_way: LIVE_STATUSES.filter(
    (status) => status !== 'in_review' && status !== 'needs_attention',
  ),
  completed: ['completed'],
  turned_down: ['declined', 'withdrawn', 'expired', 'superseded'],
} as const satisfies Readonly<Record<string, readonly CancellationStatus[] | null>>;
export type CancellationFilter = keyof typeof CANCELLATIONS;

export const RISKS = ['HIGH', 'MEDIUM', 'LOW', 'NONE', 'PENDING'] as const;
export type RiskFilter = Lowercase<(typeof RISKS)[number]>;

/** Spans that are kept as words, so that a saved view means the same days tomorrow. */
export const DATE_SPANS = { today: 1, '7d': 7, '30d': 30, '90d': 90 } as const;
export type DateSpan = keyof typeof DATE_SPANS;

const keysOf = <Key extends string>(of: Readonly<Record<Key, unknown>>) =>
  Object.keys(of) as Key[] as readonly Key[];

export type OrderFilter =
  /** Which of the tabs it is: changes nothing of what is found. */
  | 'view'
  | 'status'
  | 'payment'
  | 'fulfillment'
  | 'cancellation'
  | 'risk'
  | 'location'
  | 'country'
  | 'tag'
  | 'date'
  | 'amount';

/** A text of any signs but those that control. */
const free = (longest: number) => new RegExp(`^[^\\p{Cc}]{1,${longest}}$`, 'u');
const DAY = String.raw`\d{4}-\d{2}-\d{2}`;
const AMOUNT = String.raw`\d{1,12}(?:\.\d{1,3})?`;

/** What the order list can be asked for. A key: milliseconds, number or minor units, then the order's number. */
export const ORDER_LIST: ListSpec<OrderSort, OrderFilter> = {
  sorts: {
    date: /^\d{1,14}~\d{1,20}$/,
    number: /^(-1|\d{1,30})~\d{1,20}$/,
    total: /^-?\d{1,18}~\d{1,20}$/,
  },
  defaultSort: { by: 'date', direction: 'descending' },
  filters: {
    view: /^[a-z0-9_-]{1,40}$/,
    status: ORDER_STATES,
    payment: keysOf(PAYMENTS),
    fulfillment: keysOf(FULFILLMENTS),
    cancellation: keysOf(CANCELLATIONS),
    risk: RISKS.map((risk) => risk.toLowerCase()),
    location: free(255),
    country: /^[A-Z]{2}$/,
    tag: free(255),
    /** A span in words, or days of the shop's from and to, each of which may be missing. */
    date: new RegExp(`^(?:${keysOf(DATE_SPANS).join('|')}|(?!~$)(?:${DAY})?~(?:${DAY})?)$`),
    /** Amounts in the shop's currency from and to, each of which may be missing. */
    amount: new RegExp(`^(?!~$)(?:${AMOUNT})?~(?:${AMOUNT})?$`),
  },
};

/** Which orders, each null for whichever. */
export interface OrderFilters {
  readonly state: OrderState | null;
  /** Shopify's statuses. */
  readonly payment: readonly string[] | null;
  readonly fulfillment: readonly string[] | null;
  /** Where their newest cancellation stands; `possible`: those that may be cancelled. */
  readonly cancellation: readonly CancellationStatus[] | 'possible' | null;
  readonly risk: string | null;
  readonly location: string | null;
  readonly country: string | null;
  readonly tag: string | null;
  /** From and up to but not with; null without an end. */
  readonly placed: { readonly from: EpochMs | null; readonly until: EpochMs | null } | null;
  /** Minor units, both included. */
  readonly amount: {
    readonly currencyCode: string;
    readonly from: number | null;
    readonly to: number | null;
  } | null;
}

/** Which of the shop's orders, in which order, from where on. */
export interface OrderSearch extends OrderFilters {
  /** Order number (with or without #), customer name or email; empty for all. */
  readonly text: string;
  readonly sort: ListSort<OrderSort>;
  readonly cursor: ListCursor | null;
  readonly limit: number;
}

const NO_FILTERS: OrderFilters = {
  state: null,
  payment: null,
  fulfillment: null,
  cancellation: null,
  risk: null,
  location: null,
  country: null,
  tag: null,
  placed: null,
  amount: null,
};

/** All orders, the newest first. */
export const NEWEST_ORDERS: Omit<OrderSearch, 'limit'> = {
  ...NO_FILTERS,
  text: '',
  sort: ORDER_LIST.defaultSort,
  cursor: null,
};
