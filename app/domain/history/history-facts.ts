import type { Actor, Channel } from '../actor.ts';
import type { RecordedEvent } from '../cancellation/events.ts';
import { fold } from '../cancellation/machine/evolve.ts';
import {
  type Cancellation,
  type CancellationStatus,
  isFinal,
  isPartial,
} from '../cancellation/state.ts';
import type { CancellationId, OrderId } from '../ids.ts';
import { type Money, add, isPositive, subtract, sum, zero } from '../money.ts';
import type { EpochMs } from '../time.ts';

/** Who began a cancellation, as the history tells them apart. */
export const STARTERS = ['shopper', 'guest', 'staff', 'rule', 'flow', 'elsewhere'] as const;
export type Starter = (typeof STARTERS)[number];

/** How a cancellation stands, as the history is filtered by it. */
export const OUTCOMES = [
  'under_way',
  'needs_attention',
  'cancelled',
  'partly_cancelled',
  'declined',
  'withdrawn',
  'expired',
  'superseded',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A cancellation as the history lists and counts it. All of it follows from its events; names no person. */
export interface HistoryFacts {
  readonly id: CancellationId;
  readonly orderId: OrderId;
  readonly seq: number;
  readonly openedAt: EpochMs;
  readonly updatedAt: EpochMs;
  readonly who: Starter;
  /** Who of the staff began it; null when they did not. */
  readonly staffId: string | null;
  readonly outcome: Outcome;
  /** Takes a part of the order. */
  readonly isPartial: boolean;
  /** The id of the policy's reason that was chosen, or Shopify's own. */
  readonly reason: string;
  /** The types of its events, each once, in order. */
  readonly steps: readonly string[];
  readonly staffIds: readonly string[];
  /** What was to come back when it was planned last. */
  readonly planned: Money;
  /** What was seen to arrive, or what a person handed over; to payments or as store credit. */
  readonly back: Money;
  /** Of `back` what stayed in the shop as store credit, and credit given on top. */
  readonly credit: Money;
  /** What the shop kept of what was paid: the policy's fee, lost deals, and what staff withheld. */
  readonly kept: Money;
  /** What a request was worth that its customer withdrew. */
  readonly saved: Money;
  /** How much less was approved than asked for. */
  readonly changed: Money;
  /** Units that went back on sale. */
  readonly unitsBack: number;
  /** Somebody of the staff began it, answered it or led it on. */
  readonly byPerson: boolean;
  readonly cancelledAt: EpochMs | null;
  readonly moneyBackAt: EpochMs | null;
  readonly endedAt: EpochMs | null;
}

/** @throws Error for events that do not begin with a request */
export function historyFactsOf(events: readonly RecordedEvent[], id: CancellationId): HistoryFacts {
  const state = fold(events, id);
  const [first] = events;
  const last = events.at(-1);
  if (!first || !last) throw new Error(`Cancellation ${id} has no events`);
  const { actor, channel } = state.request;
  const { refund } = state.plan;
  const staffIds = [...new Set(events.flatMap(staffOf))];
  const none = zero(refund.amount.currencyCode);
  const isOver = isFinal(state.status);
  const isCancelled = state.cancelledAt !== null;
  const { back, at: moneyBackAt } = moneyBackOf(state, events);
  const deals = sum(
    refund.lostDeals.map((deal) => deal.amount),
    none.currencyCode,
  );
  return {
    ...{ id, orderId: state.orderId, seq: state.seq },
    openedAt: state.request.at,
    updatedAt: last.at,
    who: starterOf(actor, channel),
    staffId: actor.kind === 'staff' ? actor.staffId : null,
    outcome: outcomeOf(state),
    isPartial: isPartial(state),
    reason: state.request.reasonId ?? state.plan.reason,
    steps: [...new Set(events.map(({ type }) => type))],
    staffIds,
    planned: add(refund.amount, refund.bonus),
    back,
    credit: add(
      refund.method === 'store_credit' ? back : isCancelled ? state.creditInstead : none,
      events.some(({ type }) => type === 'bonus_given') ? refund.bonus : none,
    ),
    kept: isCancelled ? add(add(refund.fee, refund.withheld), deals) : none,
    saved: state.status === 'withdrawn' ? refund.amount : none,
    changed: changedOf(events),
    unitsBack: isCancelled && actor.kind !== 'outside' ? unitsBackOf(state) : 0,
    byPerson: staffIds.length > 0,
    cancelledAt: state.cancelledAt,
    moneyBackAt,
    endedAt: isOver ? (actor.kind === 'outside' ? state.request.at : state.since) : null,
  };
}

/** Tells guests from customers who signed in, and rules from what somebody else did. */
function starterOf({ kind }: Actor, channel: Channel): Starter {
  switch (kind) {
    case 'shopper':
      return channel === 'guest_page' ? 'guest' : 'shopper';
    case 'staff':
      return 'staff';
    case 'outside':
      return 'elsewhere';
    case 'flow':
      return 'flow';
    case 'system':
      return 'rule';
  }
}

function outcomeOf(state: Cancellation): Outcome {
  const status: CancellationStatus = state.status;
  switch (status) {
    case 'completed':
      return isPartial(state) ? 'partly_cancelled' : 'cancelled';
    case 'needs_attention':
    case 'declined':
    case 'withdrawn':
    case 'expired':
    case 'superseded':
      return status;
    default:
      return 'under_way';
  }
}

const staffOf = (event: RecordedEvent): readonly string[] =>
  'actor' in event && event.actor.kind === 'staff' ? [event.actor.staffId] : [];

/**
 * What came back and when. Of what others cancelled the platform's word is all there is; a refund that came back is
 * none until it is seen to arrive again.
 */
function moneyBackOf(
  state: Cancellation,
  events: readonly RecordedEvent[],
): { readonly back: Money; readonly at: EpochMs | null } {
  const { amount } = state.plan.refund;
  const none = zero(amount.currencyCode);
  if (state.request.actor.kind === 'outside') {
    return { back: amount, at: isPositive(amount) ? state.cancelledAt : null };
  }
  const seen = events.findLast((event) => event.type === 'money_observed');
  if (state.cancelledAt === null || seen?.type !== 'money_observed' || state.money === null) {
    return { back: none, at: null };
  }
  const failed = state.attention?.what === 'refund_failed' ? state.attention.amount : none;
  const back = subtract(seen.arrived, failed);
  const arrived = isPositive(back) ? back : none;
  const isThere = seen.outcome === 'settled' && isPositive(arrived);
  return { back: arrived, at: isThere ? seen.at : null };
}

function changedOf(events: readonly RecordedEvent[]): Money {
  const asked = events.find((event) => event.type === 'requested');
  const approved = events.findLast((event) => event.type === 'approved');
  if (asked?.type !== 'requested') return zeroOf(events);
  const none = zero(asked.plan.refund.amount.currencyCode);
  if (approved?.type !== 'approved') return none;
  const less = subtract(asked.plan.refund.amount, approved.plan.refund.amount);
  return isPositive(less) ? less : none;
}

function zeroOf([first]: readonly RecordedEvent[]): Money {
  const plan = first && 'plan' in first ? first.plan : null;
  if (!plan) throw new Error('A cancellation begins with its plan');
  return zero(plan.refund.amount.currencyCode);
}

const unitsBackOf = ({ plan }: Cancellation): number =>
  plan.refund.lines
    .flatMap(({ restock }) => restock)
    .reduce((units, { backOnSale, quantity }) => units + (backOnSale ? quantity : 0), 0);
