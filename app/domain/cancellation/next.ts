import { legacyNumberOf } from '../ids.ts';
import { unreachable } from '../result.ts';
import { type EpochMs, HOUR, MINUTE, SECOND } from '../time.ts';
import type { Effect } from './events.ts';
import { type Cancellation, isFinal } from './state.ts';

/** What has to be read from the platform before anything can be decided. */
export type Observation = 'fulfilment' | 'readiness' | 'recall' | 'cancel' | 'money' | 'own_holds';

/** What the machine decides by itself, without looking outside. */
export type OwnCommand = { readonly type: 'expire' } | { readonly type: 'finish' };

export type NextStep =
  /** Announce it (unless it is announced already: then read back first), do it, record what came of it. */
  | {
      readonly do: 'effect';
      readonly effect: Effect;
      readonly key: string;
      readonly announced: boolean;
    }
  | { readonly do: 'observe'; readonly what: Observation }
  | { readonly do: 'command'; readonly command: OwnCommand }
  /** Until an instant, or (null) until a person or a webhook moves it. */
  | { readonly do: 'wait'; readonly until: EpochMs | null }
  | { readonly do: 'nothing' };

/**
 * What to do now with a cancellation. Pure: worker, crash recovery and simulation all ask this and nothing
 * else. `nudged` says that the platform has just reported a change, so that looking again makes sense
 * before its time.
 */
export function next(state: Cancellation, now: EpochMs, nudged = false): NextStep {
  if (isFinal(state.status)) return { do: 'nothing' };
  if (state.status === 'needs_attention') return { do: 'wait', until: null };
  const step = nextInOrder(state, now, nudged);
  const early = state.notBefore !== null && now < state.notBefore;
  return early && !(nudged && step.do === 'observe')
    ? { do: 'wait', until: state.notBefore }
    : step;
}

function nextInOrder(state: Cancellation, now: EpochMs, nudged: boolean): NextStep {
  if (state.intent) {
    return mayBeAtWork(state, now)
      ? { do: 'observe', what: 'cancel' }
      : { do: 'effect', ...state.intent, announced: true };
  }
  switch (state.status) {
    case 'requested':
      return { do: 'observe', what: 'fulfilment' };
    case 'holding': {
      const wanted = state.holds.find((hold) => hold.state === 'wanted');
      return wanted
        ? effect(state, { kind: 'hold', fulfillmentOrderId: wanted.fulfillmentOrderId })
        : { do: 'observe', what: 'readiness' };
    }
    case 'in_review': {
      const { reviewDeadline } = state.request;
      if (reviewDeadline !== null && now >= reviewDeadline) return own('expire');
      return nudged ? { do: 'observe', what: 'readiness' } : { do: 'wait', until: reviewDeadline };
    }
    case 'recalling': {
      const wanted = state.recalls.find((recall) => recall.state === 'wanted');
      return wanted
        ? effect(state, { kind: 'recall', fulfillmentOrderId: wanted.fulfillmentOrderId })
        : { do: 'observe', what: 'recall' };
    }
    case 'cancelling':
      return state.cancel
        ? { do: 'observe', what: 'cancel' }
        : effect(state, { kind: 'cancel', plan: state.plan });
    case 'refunding':
      return state.refundDue
        ? effect(state, { kind: 'refund', ...state.refundDue })
        : { do: 'observe', what: 'money' };
    case 'verifying':
      return verifying(state);
    case 'releasing':
      return releasing(state);
    case 'needs_attention':
    case 'completed':
    case 'declined':
    case 'withdrawn':
    case 'expired':
    case 'superseded':
      return { do: 'nothing' };
    default:
      return unreachable(state.status);
  }
}

/**
 * `orderCancel` takes no idempotency key and works in the background: one whose answer was lost may not show
 * yet. So it gets a while before it is asked for again.
 */
const TIME_FOR_A_LOST_CANCEL = 5 * SECOND;

const mayBeAtWork = (state: Cancellation, now: EpochMs): boolean =>
  state.intent?.effect.kind === 'cancel' &&
  state.cancelAskedAt !== null &&
  now < state.cancelAskedAt + TIME_FOR_A_LOST_CANCEL;

function verifying(state: Cancellation): NextStep {
  if (!state.money) return { do: 'observe', what: 'money' };
  if (state.plan.teller === 'unorder' && state.told === null) {
    return effect(state, { kind: 'tell', template: 'cancelled' });
  }
  return state.money.outcome === 'settled' || state.settledByHand
    ? own('finish')
    : { do: 'observe', what: 'money' };
}

function releasing(state: Cancellation): NextStep {
  if (!state.ownHoldsChecked) return { do: 'observe', what: 'own_holds' };
  const placed = state.holds.find((hold) => hold.state === 'placed');
  if (placed?.holdId) {
    const { fulfillmentOrderId, holdId } = placed;
    return effect(state, { kind: 'release', fulfillmentOrderId, holdId });
  }
  return owesAnswer(state) ? effect(state, { kind: 'tell', template: 'declined' }) : own('finish');
}

/** A customer who asked gets an answer when it is no; one who withdrew has it already. */
function owesAnswer(state: Cancellation): boolean {
  const ending = state.turnedBack?.ending;
  return (
    state.request.actor.kind === 'shopper' &&
    (ending === 'declined' || ending === 'expired') &&
    state.plan.teller === 'unorder' &&
    state.told === null
  );
}

const own = (type: OwnCommand['type']): NextStep => ({ do: 'command', command: { type } });

const effect = (state: Cancellation, wanted: Effect): NextStep => ({
  do: 'effect',
  effect: wanted,
  key: keyOf(state, wanted),
  announced: false,
});

/**
 * The key of an action: the same for every attempt at it, another for every other action. It is the
 * platform's idempotency key, a hold's handle and the mark in notes, so it follows from the state alone.
 */
function keyOf(state: Cancellation, wanted: Effect): string {
  switch (wanted.kind) {
    case 'hold':
      return state.id;
    case 'recall':
    case 'release':
      return `${state.id}-${wanted.kind}-${legacyNumberOf(wanted.fulfillmentOrderId)}`;
    case 'cancel':
      return state.id;
    case 'refund':
      return `${state.id}-refund-${state.refundRound + 1}`;
    case 'tell':
      return `${state.id}-${wanted.template}`;
  }
}

/** First and longest pause between two looks at the same thing; webhooks usually come before. */
const PAUSE: Readonly<Record<Observation, readonly [number, number]>> = {
  fulfilment: [SECOND, MINUTE],
  readiness: [SECOND, MINUTE],
  recall: [30 * SECOND, 15 * MINUTE],
  cancel: [SECOND / 4, MINUTE],
  money: [2 * SECOND, 6 * HOUR],
  own_holds: [SECOND, MINUTE],
};

/** When to look again after an observation that changed nothing: later and later, within bounds. */
export function lookAgainAt(state: Cancellation, what: Observation, now: EpochMs): EpochMs {
  const [first, longest] = PAUSE[what];
  return now + Math.min(longest, Math.max(first, Math.floor((now - state.since) / 2)));
}
