import type { Actor, Channel } from '../../actor.ts';
import { isPositive } from '../../money.ts';
import type { OrderFacts, SuggestedRefundFacts } from '../../order/facts.ts';
import type { ReviewReason } from '../../policy/evaluation/evaluation.ts';
import { fulfillmentStarted } from '../../order/fulfillment.ts';
import { payBackByHand } from '../../refund/truth.ts';
import type { Refusal } from '../../refusal.ts';
import { type Result, err, ok, unreachable } from '../../result.ts';
import type { Report } from '../../saga/machine.ts';
import { type EpochMs, DAY } from '../../time.ts';
import type {
  AttentionChoice,
  CancellationEvent,
  Effect,
  EffectOutcome,
  NextStepForCustomer,
  RequestMail,
} from '../events.ts';
import type { OwnCommand } from './next.ts';
import type { CancellationPlan } from '../plan.ts';
import { effectNamed, isPivot, succeeded } from '../effects/effects.ts';
import { failed } from '../outcomes/failed.ts';
import { sawCancel, sawOutcome, sawOwnHolds } from '../seen/saw-cancel.ts';
import type { CancelJob } from '../seen/whose-cancel.ts';
import { sawAftermath, sawMoney } from '../seen/saw-money.ts';
import { sawGone, sawWaiting } from '../seen/saw-waiting.ts';
import { sawFulfillment, sawReadiness, sawRecall } from '../seen/saw-work.ts';
import { type Cancellation, isFinal, isOutcomeUnknown } from '../state.ts';
import { attention, concernedBy, turnBack } from '../choices/verdicts.ts';

/** What people ask of a cancellation, and what the engine reports to it. */
export type Command =
  | { readonly type: 'approve'; readonly actor: Actor; readonly plan: CancellationPlan }
  | { readonly type: 'decline'; readonly actor: Actor; readonly nextStep: NextStepForCustomer }
  | { readonly type: 'withdraw' }
  | { readonly type: 'resume'; readonly actor: Actor; readonly choice: AttentionChoice }
  | { readonly type: 'saw_fulfillment'; readonly order: OrderFacts }
  | {
      readonly type: 'saw_readiness';
      readonly order: OrderFacts;
      readonly suggested: SuggestedRefundFacts;
    }
  | { readonly type: 'saw_recall'; readonly order: OrderFacts }
  /** The order is read only once the job is over: null while it is at work. */
  | {
      readonly type: 'saw_cancel';
      readonly order: OrderFacts | null;
      readonly job: CancelJob | null;
    }
  | { readonly type: 'saw_money'; readonly order: OrderFacts }
  | { readonly type: 'saw_own_holds'; readonly order: OrderFacts }
  | { readonly type: 'saw_aftermath'; readonly order: OrderFacts }
  /** Whatever it waits for. `suggested` is given where the plan has to be held against the platform's. */
  | {
      readonly type: 'saw_waiting';
      readonly order: OrderFacts;
      readonly suggested: SuggestedRefundFacts | null;
    }
  | Report<Effect, EffectOutcome, OrderFacts>
  | OwnCommand;

/** What opens a cancellation. Eligibility and plan are settled by the caller, with facts just read. */
export interface Opening {
  readonly actor: Actor;
  readonly channel: Channel;
  readonly handling: 'automatic' | 'review';
  readonly reasonId: string | null;
  readonly policyVersion: number;
  readonly plan: CancellationPlan;
  readonly reviewDays: number;
  /** What is written about it while a person decides; none where nobody has to. */
  readonly mails?: readonly RequestMail[];
  /** Why a person has to decide. */
  readonly reviewReasons?: readonly ReviewReason[];
}

/** The first event of a cancellation. */
export function open(
  order: OrderFacts,
  opening: Opening,
  now: EpochMs,
): Extract<CancellationEvent, { type: 'requested' }> {
  const { reviewDays, mails = [], reviewReasons = [], ...request } = opening;
  return {
    type: 'requested',
    orderId: order.id,
    ...request,
    reviewDeadline: opening.handling === 'review' ? now + reviewDays * DAY : null,
    workUnderWay: fulfillmentStarted(concernedBy(opening.plan, order)),
    mails,
    reviewReasons: opening.handling === 'review' ? reviewReasons : [],
  };
}

/**
 * What happens when a command meets a state: the events to append (none when nothing new is known), or a
 * refusal. Pure.
 */
export function decide(
  state: Cancellation,
  command: Command,
  now: EpochMs,
): Result<readonly CancellationEvent[], Refusal> {
  switch (command.type) {
    case 'approve':
      return canBeAnswered(state)
        ? ok([{ type: 'approved', actor: command.actor, plan: command.plan }])
        : err({ code: 'not_waiting_for_review' });
    case 'decline':
      return canBeAnswered(state)
        ? ok([
            turnBack(
              'declined',
              { code: 'staff_declined', nextStep: command.nextStep },
              command.actor,
            ),
          ])
        : err({ code: 'not_waiting_for_review' });
    case 'withdraw':
      return canBeStopped(state)
        ? ok([turnBack('withdrawn', { code: 'customer_withdrew' }, { kind: 'shopper' })])
        : err({ code: 'too_late_to_stop' });
    case 'resume':
      return resume(state, command.actor, command.choice);
    case 'intend': {
      const { effect, key } = command;
      const isKnown = state.intent !== null && !effectNamed(effect.kind).isAnnouncedAgain;
      return ok(isFinal(state.status) || isKnown ? [] : [{ type: 'effect_intended', effect, key }]);
    }
    case 'succeeded':
      return ok(succeeded(command.effect, command.outcome));
    case 'failed':
      return ok(failed(state, command, now));
    case 'saw_fulfillment':
      return ok(sawFulfillment(state, command.order, now));
    case 'saw_readiness':
      return ok(sawReadiness(state, command.order, command.suggested, now));
    case 'saw_recall':
      return ok(sawRecall(state, command.order, now));
    case 'saw_cancel':
      return ok(sawCancel(state, command.order, command.job, now));
    case 'saw_money':
      return ok(sawMoney(state, command.order, now));
    case 'saw_aftermath':
      return ok(
        isOutcomeUnknown(state)
          ? sawOutcome(state, command.order, now)
          : sawAftermath(state, command.order, now),
      );
    case 'saw_own_holds':
      return ok(sawOwnHolds(state, command.order, now));
    case 'saw_waiting':
      return ok(sawWaiting(state, command.order, command.suggested, now));
    case 'saw_undone':
      return ok(
        (state.intent && effectNamed(state.intent.effect.kind).undone)?.(
          state,
          command.facts,
          now,
        ) ?? [],
      );
    case 'saw_gone':
      return ok(sawGone(state));
    case 'expire':
      return ok([turnBack('expired', { code: 'not_answered' }, { kind: 'system' })]);
    case 'finish':
      return ok(finish(state));
    default:
      return unreachable(command);
  }
}

/** A customer's request that no person has answered yet and that can still be answered either way. */
export const canBeAnswered = (state: Cancellation): boolean =>
  state.request.handling === 'review' &&
  !state.approved &&
  (state.status === 'requested' || state.status === 'holding' || state.status === 'in_review');

/** Before the platform is asked to cancel, everything can still go back. */
export const canBeStopped = (state: Cancellation): boolean =>
  (state.status === 'requested' ||
    state.status === 'holding' ||
    state.status === 'awaiting_payment' ||
    state.status === 'in_review' ||
    state.status === 'recalling') &&
  !(state.intent && isPivot(state.intent.effect));

function resume(
  state: Cancellation,
  actor: Actor,
  choice: AttentionChoice,
): Result<readonly CancellationEvent[], Refusal> {
  if (!state.attention?.choices.includes(choice)) return err({ code: 'choice_not_offered' });
  if (choice === 'turn_back') {
    const why = { code: 'staff_declined', nextStep: 'contact_shop' } as const;
    return ok([turnBack('declined', why, actor)]);
  }
  return ok([{ type: 'resumed', actor, choice }]);
}

function finish(state: Cancellation): CancellationEvent[] {
  if (state.turnedBack) return [{ type: 'ended', ending: state.turnedBack.ending }];
  const byHand = payBackByHand(state.plan.refund, state.settledShares);
  if (isPositive(byHand.amount) && !state.handedOver) {
    return [attention({ what: 'pay_back_by_hand', ...byHand, choices: ['settled_by_hand'] })];
  }
  return [{ type: 'completed' }];
}
