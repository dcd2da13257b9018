import { isPositive } from '../../money.ts';
import { unreachable } from '../../result.ts';
import type { NextStep as SagaStep } from '../../saga/machine.ts';
import { type EpochMs, HOUR, MINUTE, SECOND } from '../../time.ts';
import type { Effect, MailTemplate } from '../events.ts';
import { dueAt, effectNamed, keyOf } from '../effects/effects.ts';
import { wasTold } from '../effects/tell.ts';
import { mailDue, nextMailAt } from '../choices/review.ts';
import type { Observation } from '../observation.ts';
import { type Cancellation, isFinal, isOutcomeUnknown, isPartial } from '../state.ts';

/** What the machine decides by itself, without looking outside. */
export type OwnCommand = { readonly type: 'expire' } | { readonly type: 'finish' };

export type NextStep = SagaStep<Effect, Observation, OwnCommand>;

/**
 * What to do now with a cancellation. Pure: worker, crash recovery and simulation all ask this and nothing
 * else. `nudged` says that the platform has just reported a change, so that looking again makes sense
 * before its time.
 */
export function next(state: Cancellation, now: EpochMs, nudged = false): NextStep {
  if (isFinal(state.status)) {
    return nudged && hasAftermath(state) ? { do: 'observe', what: 'aftermath' } : { do: 'nothing' };
  }
  const step = nextInOrder(state, now, nudged);
  const early = state.notBefore !== null && now < state.notBefore;
  return early && !(nudged && step.do === 'observe') && !isOverdue(state, now)
    ? { do: 'wait', until: state.notBefore, look: false }
    : step;
}

function nextInOrder(state: Cancellation, now: EpochMs, nudged: boolean): NextStep {
  // A mail that cannot be sent keeps nobody from answering the request, nor the news from coming in.
  const isMoreUrgent = isOverdue(state, now) || nudged;
  if (state.status === 'in_review' && state.intent?.effect.kind === 'tell' && isMoreUrgent) {
    return reviewing(state, now, nudged);
  }
  if (state.intent && !isParked(state)) {
    const what = effectNamed(state.intent.effect.kind).showsLate?.(state, now) ?? null;
    return what ? { do: 'observe', what } : { do: 'effect', ...state.intent, announced: true };
  }
  switch (state.status) {
    case 'requested':
      return { do: 'observe', what: 'fulfillment' };
    case 'holding': {
      const wanted = state.holds.find((hold) => hold.state === 'wanted');
      return wanted
        ? effect(state, {
            kind: 'hold',
            fulfillmentOrderId: wanted.fulfillmentOrderId,
          })
        : { do: 'observe', what: 'readiness' };
    }
    case 'awaiting_payment':
      return owesReceipt(state)
        ? effect(state, { kind: 'tell', template: 'received' })
        : { do: 'observe', what: 'readiness' };
    case 'in_review':
      return reviewing(state, now, nudged);
    case 'recalling': {
      const wanted = state.recalls.find((recall) => recall.state === 'wanted');
      return wanted
        ? effect(state, {
            kind: 'recall',
            fulfillmentOrderId: wanted.fulfillmentOrderId,
          })
        : { do: 'observe', what: 'recall' };
    }
    case 'cancelling':
      return cancelling(state);
    case 'refunding':
      return refunding(state);
    case 'verifying':
      return verifying(state);
    case 'releasing':
      return releasing(state);
    case 'needs_attention':
      // Whether or not they were told that the money is on its way: the customer hears at once that it is not.
      if (state.attention?.what === 'refund_failed' && owes(state, 'refund_failed')) {
        return effect(state, { kind: 'tell', template: 'refund_failed' });
      }
      return nudged
        ? { do: 'observe', what: 'attention' }
        : { do: 'wait', until: lookAgainAt(state, 'attention', now), look: true };
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

/** A request that nobody answered in time. */
const isOverdue = ({ status, request: { reviewDeadline } }: Cancellation, now: EpochMs): boolean =>
  status === 'in_review' && reviewDeadline !== null && now >= reviewDeadline;

/** A person's turn: those concerned are written to, the order's news are looked at, and it ends by itself. */
function reviewing(state: Cancellation, now: EpochMs, nudged: boolean): NextStep {
  if (isOverdue(state, now)) return own('expire');
  if (nudged) return { do: 'observe', what: 'readiness' };
  const template = mailDue(state, now);
  if (template) return effect(state, { kind: 'tell', template });
  // A webhook that never came must not keep the request from what happened to its order.
  const again = lookAgainAt(state, 'readiness', now);
  const due = nextMailAt(state) ?? state.request.reviewDeadline ?? again;
  return { do: 'wait', until: Math.min(again, due), look: again <= due };
}

/** While a person decides, what is in doubt stays in doubt; only the bad news goes out meanwhile. */
const isParked = (state: Cancellation): boolean =>
  state.status === 'needs_attention' &&
  !(state.intent?.effect.kind === 'tell' && state.intent.effect.template === 'refund_failed');

/** The pivot: the whole order in one call, or the chosen units. */
function cancelling(state: Cancellation): NextStep {
  if (!isPartial(state)) {
    return state.cancel
      ? { do: 'observe', what: 'cancel' }
      : effect(state, { kind: 'cancel', plan: state.plan });
  }
  // Units and money leave together here: a gift card among them becomes useless before that.
  const { refund, teller } = state.plan;
  const kind = refund.execution === 'edit_lines' ? 'edit_lines' : 'refund_lines';
  return (
    due('before_money', state) ??
    effect(state, { kind, refund, notify: teller === 'shopify' && !mayLeaveBalance(refund) })
  );
}

/**
 * Shopify's mail about an edit is an invoice where the order is not paid in full afterwards: nobody who has cancelled
 * is asked for money. Where something goes back, everything was paid.
 * Recorded: "Order updated, Invoice sent", https://github.com/airhorns/shopify-draft-proxy (orderEditCommit)
 */
const mayLeaveBalance = ({ execution, amount }: Cancellation['plan']['refund']): boolean =>
  execution === 'edit_lines' && !isPositive(amount);

function refunding(state: Cancellation): NextStep {
  return (
    due('before_money', state) ??
    freeing(state) ??
    (state.refundDue
      ? effect(state, { kind: 'refund', ...state.refundDue })
      : { do: 'observe', what: 'money' })
  );
}

function verifying(state: Cancellation): NextStep {
  const before = due('before_money', state) ?? freeing(state) ?? due('after_money', state);
  if (before) return before;
  if (!state.money || state.moneyIsStale) return { do: 'observe', what: 'money' };
  if (owes(state, 'cancelled')) return effect(state, { kind: 'tell', template: 'cancelled' });
  return state.money.outcome === 'settled' ? own('finish') : { do: 'observe', what: 'money' };
}

function releasing(state: Cancellation): NextStep {
  return (
    release(state) ??
    (owesAnswer(state) ? effect(state, { kind: 'tell', template: 'declined' }) : own('finish'))
  );
}

/** The rest of an order of which a part was cancelled may be sent now. */
const freeing = (state: Cancellation): NextStep | null =>
  isPartial(state) ? release(state) : null;

/** Lets go of the app's own holds, as the platform shows them; null when none is left. */
function release(state: Cancellation): NextStep | null {
  if (!state.ownHoldsChecked) return { do: 'observe', what: 'own_holds' };
  const placed = state.holds.find((hold) => hold.state === 'placed');
  if (!placed?.holdId) return null;
  const { fulfillmentOrderId, holdId } = placed;
  return effect(state, { kind: 'release', fulfillmentOrderId, holdId });
}

function due(stage: Parameters<typeof dueAt>[0], state: Cancellation): NextStep | null {
  const wanted = dueAt(stage, state);
  return wanted && effect(state, wanted);
}

/** A customer who asked gets an answer when it is no; one who withdrew has it already. */
function owesAnswer(state: Cancellation): boolean {
  const ending = state.turnedBack?.ending;
  return (
    state.request.actor.kind === 'shopper' &&
    (ending === 'declined' || ending === 'expired') &&
    owes(state, 'declined')
  );
}

const owesReceipt = (state: Cancellation): boolean =>
  state.request.actor.kind === 'shopper' && owes(state, 'received');

const owes = (state: Cancellation, template: MailTemplate): boolean =>
  state.plan.teller === 'unorder' && !wasTold(state, template);

/**
 * Money moved, so that it can come back, or it may still show that the platform did what it was asked for; what others
 * cancelled is theirs to watch.
 */
const hasAftermath = (state: Cancellation): boolean =>
  isOutcomeUnknown(state) ||
  (state.status === 'completed' &&
    state.request.actor.kind !== 'outside' &&
    (!isPartial(state) || isPositive(state.plan.refund.amount)));

const own = (type: OwnCommand['type']): NextStep => ({
  do: 'command',
  command: { type },
});

const effect = (state: Cancellation, wanted: Effect): NextStep => ({
  do: 'effect',
  effect: wanted,
  key: keyOf(state, wanted),
  announced: false,
});

/** First and longest pause between two looks at the same thing; webhooks usually come before. */
const PAUSE: Readonly<Record<Observation, readonly [number, number]>> = {
  fulfillment: [SECOND, MINUTE],
  readiness: [SECOND, MINUTE],
  recall: [30 * SECOND, 15 * MINUTE],
  cancel: [SECOND / 4, MINUTE],
  money: [2 * SECOND, 6 * HOUR],
  own_holds: [SECOND, MINUTE],
  attention: [MINUTE, 6 * HOUR],
  aftermath: [MINUTE, HOUR],
};

/** Banks and people take their time; the platform reports what happens meanwhile, but a report can get lost. */
const PAUSE_WHILE: Readonly<Partial<Record<Cancellation['status'], readonly [number, number]>>> = {
  awaiting_payment: [MINUTE, HOUR],
  in_review: [15 * MINUTE, 6 * HOUR],
};

/**
 * By which part of the time that it has taken so far a pause grows. A cancel takes moments, its job is cheap to read,
 * and its customer waits for what comes after it.
 */
const growthOf = (what: Observation): number => (what === 'cancel' ? 1 / 8 : 1 / 2);

/** When to look again after an observation that changed nothing: later and later, within bounds. */
export function lookAgainAt(state: Cancellation, what: Observation, now: EpochMs): EpochMs {
  const [first, longest] = PAUSE_WHILE[state.status] ?? PAUSE[what];
  const grown = Math.floor((now - state.since) * growthOf(what));
  return now + Math.min(longest, Math.max(first, grown));
}
