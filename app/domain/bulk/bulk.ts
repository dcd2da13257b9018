import type { Actor, Channel } from '../actor.ts';
import type { StaffAccess } from '../authority/staff-access.ts';
import type { CancellationId, OrderId } from '../ids.ts';
import { type Money, add } from '../money.ts';
import type { Refusal } from '../refusal.ts';
import type { EpochMs } from '../time.ts';

/*
 * Many orders cancelled by one decision. Which orders is fixed before anything is decided; each is planned, and what a
 * staff member confirms are these plans; each order is then cancelled by itself, under the authority that they had
 * when they confirmed. A bulk is confirmed once, whoever confirms it how often, and an order is opened under an id
 * that was given to it beforehand: so nothing is done twice, whatever dies in between.
 */

/** Orders of one bulk; more are several. */
export const MOST_BULK_ORDERS = 1_000;

export type BulkState =
  /** Its orders are being planned. */
  | 'reviewing'
  /** All are planned; nothing is decided. */
  | 'reviewed'
  | 'running'
  | 'stopped'
  | 'finished'
  /** Given up before it was confirmed. */
  | 'discarded';

/** What is done to each order, as a staff member chose. */
export interface BulkChoice {
  readonly issueRefund: boolean;
  readonly restock: boolean;
  /** Shopify's `OrderCancelReason`. */
  readonly reason: string;
  readonly notify: boolean;
  readonly noteToCustomer: string;
  readonly internalNote: string;
}

/** Who acts, with what the platform let them do at that moment: a value that later changes of it do not reach. */
export interface BulkActing {
  readonly actor: Actor;
  readonly channel: Channel;
  readonly access: StaffAccess;
}

export interface Bulk {
  /** A UUID of the app's. */
  readonly id: string;
  /** By which people speak of it; counted within the shop. */
  readonly number: number;
  readonly state: BulkState;
  readonly created: BulkActing & { readonly at: EpochMs };
  readonly confirmed: (BulkActing & { readonly at: EpochMs; readonly choice: BulkChoice }) | null;
  readonly stopped: { readonly actor: Actor; readonly at: EpochMs } | null;
  /** Why and until when it waits; null while it does not. */
  readonly paused: { readonly until: EpochMs; readonly tries: number } | null;
  readonly finishedAt: EpochMs | null;
}

/** What would become of an order: what goes back to its customer, or everything against it. */
export type BulkOffer =
  | { readonly ok: true; readonly amount: Money }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** An order as it was planned. */
export interface BulkPlan {
  readonly withRefund: BulkOffer;
  readonly withoutRefund: BulkOffer;
  /** The order's newest cancellation then; null for none. */
  readonly known: CancellationId | null;
}

export type BulkOrderStatus =
  | 'waiting'
  | 'planned'
  /** Its cancellation was opened: how far that has come is its own. */
  | 'opened'
  /** Somebody else's cancellation of it came first, or it was cancelled already: as was wished. */
  | 'already'
  | 'refused'
  /** Stopped before its turn. */
  | 'not_reached';

export interface BulkOrder {
  /** As the orders were chosen, from 0. */
  readonly position: number;
  readonly orderId: OrderId;
  /** As people say it; null for one that the shop does not have. */
  readonly orderName: string | null;
  /** Under which it is opened; of `already` the one that came first. */
  readonly cancellationId: CancellationId;
  readonly status: BulkOrderStatus;
  readonly plan: BulkPlan | null;
  /** Everything against it, where it was refused. */
  readonly refusals: readonly Refusal[];
}

export const isBulkLive = ({ state }: Pick<Bulk, 'state'>): boolean =>
  state === 'reviewing' || state === 'running';

/** What a plan offers under a choice. */
export const offerOf = (plan: BulkPlan, issueRefund: boolean): BulkOffer =>
  issueRefund ? plan.withRefund : plan.withoutRefund;

/** What would be done, or was: how many orders, and what goes back, never added across currencies. */
export interface BulkTotals {
  readonly orders: number;
  readonly amounts: readonly Money[];
}

/** Of the orders that are planned or opened. */
export function totalsOf(orders: readonly BulkOrder[], issueRefund: boolean): BulkTotals {
  const amounts = new Map<string, Money>();
  let count = 0;
  for (const { status, plan } of orders) {
    if (!plan || (status !== 'planned' && status !== 'opened')) continue;
    const offer = offerOf(plan, issueRefund);
    if (!offer.ok) continue;
    count += 1;
    const { amount } = offer;
    const before = amounts.get(amount.currencyCode);
    amounts.set(amount.currencyCode, before ? add(before, amount) : amount);
  }
  return {
    orders: count,
    amounts: [...amounts.values()].sort((a, b) => (a.currencyCode < b.currencyCode ? -1 : 1)),
  };
}

/** So that what is pressed is what was read: the totals that a page showed. */
export const isSameTotals = (one: BulkTotals, other: BulkTotals): boolean =>
  one.orders === other.orders &&
  one.amounts.length === other.amounts.length &&
  one.amounts.every(({ minor, currencyCode }) =>
    other.amounts.some((it) => it.currencyCode === currencyCode && it.minor === minor),
  );

const MINUTE = 60_000;
const LONGEST_PAUSE = 15 * MINUTE;

/** How long to wait when the platform does not answer for the how-manieth time in a row: a minute at least. */
export const pauseAfter = (tries: number): number =>
  Math.min(LONGEST_PAUSE, MINUTE * 2 ** Math.min(tries, 10));

/** Refusals that say nothing of the order: the platform did not answer, and may do so later. */
export const isForLater = (refusals: readonly Refusal[]): boolean =>
  refusals.some(({ code }) => code === 'platform_unavailable');

/** Refusals of what is done already, as was wished. */
export const isDoneAlready = (refusals: readonly Refusal[]): boolean =>
  refusals.length > 0 && refusals.every(({ code }) => code === 'already_cancelled');
