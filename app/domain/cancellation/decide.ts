import type { Actor, Channel } from '../actor.ts';
import { isPositive } from '../money.ts';
import type { OrderFacts, SuggestedRefundFacts } from '../order/facts.ts';
import { fulfilmentStarted } from '../order/fulfilment.ts';
import { payBackByHand } from '../refund/truth.ts';
import type { Refusal } from '../refusal.ts';
import { type Result, err, ok, unreachable } from '../result.ts';
import { type EpochMs, DAY } from '../time.ts';
import { REQUEST_MAILS } from './events.ts';
import type {
  Attention,
  AttentionChoice,
  CancellationEvent,
  Effect,
  EffectOutcome,
  MailTemplate,
  NextStepForCustomer,
  RequestMail,
  Problem,
} from './events.ts';
import type { OwnCommand } from './next.ts';
import type { CancellationPlan } from './plan.ts';
import { retryAfter } from './retry.ts';
import { type CancelJob, cancelled, lostRace, sawCancel, sawOwnHolds } from './saw-cancel.ts';
import { sawAftermath, sawMoney } from './saw-money.ts';
import { sawFulfilment, sawReadiness, sawRecall } from './saw-work.ts';
import { type Cancellation, isBeforePivot, isFinal } from './state.ts';
import { attention, concernedBy, turnBack } from './verdicts.ts';

/** What people ask of a cancellation, and what the engine reports to it. */
export type Command =
  | { readonly type: 'approve'; readonly actor: Actor; readonly plan: CancellationPlan }
  | { readonly type: 'decline'; readonly actor: Actor; readonly nextStep: NextStepForCustomer }
  | { readonly type: 'withdraw' }
  | { readonly type: 'resume'; readonly actor: Actor; readonly choice: AttentionChoice }
  | { readonly type: 'intend'; readonly effect: Effect; readonly key: string }
  | { readonly type: 'succeeded'; readonly effect: Effect; readonly outcome: EffectOutcome }
  /** `order` is given when the platform refused: what it shows now says whether the refusal still matters. */
  | {
      readonly type: 'failed';
      readonly during: string;
      readonly effect: Effect | null;
      readonly problem: Problem;
      readonly mayHaveApplied: boolean;
      readonly order: OrderFacts | null;
    }
  | { readonly type: 'saw_fulfilment'; readonly order: OrderFacts }
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
}

/** The first event of a cancellation. */
export function open(
  order: OrderFacts,
  opening: Opening,
  now: EpochMs,
): Extract<CancellationEvent, { type: 'requested' }> {
  const { reviewDays, mails = [], ...request } = opening;
  return {
    type: 'requested',
    orderId: order.id,
    ...request,
    reviewDeadline: opening.handling === 'review' ? now + reviewDays * DAY : null,
    workUnderWay: fulfilmentStarted(concernedBy(opening.plan, order)),
    ...(mails.length > 0 ? { mails } : {}),
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
    case 'intend':
      return ok(
        state.intent || isFinal(state.status)
          ? []
          : [{ type: 'effect_intended', effect: command.effect, key: command.key }],
      );
    case 'succeeded':
      return ok(succeeded(command.effect, command.outcome));
    case 'failed':
      return ok(failed(state, command, now));
    case 'saw_fulfilment':
      return ok(sawFulfilment(state, command.order));
    case 'saw_readiness':
      return ok(sawReadiness(state, command.order, command.suggested, now));
    case 'saw_recall':
      return ok(sawRecall(state, command.order, now));
    case 'saw_cancel':
      return ok(sawCancel(state, command.order, command.job, now));
    case 'saw_money':
      return ok(sawMoney(state, command.order, now));
    case 'saw_aftermath':
      return ok(sawAftermath(state, command.order, now));
    case 'saw_own_holds':
      return ok(sawOwnHolds(state, command.order, now));
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

/** The effect after which the way leads only forward. */
const isPivot = (effect: Effect): boolean =>
  effect.kind === 'cancel' || effect.kind === 'refund_lines' || effect.kind === 'edit_lines';

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

function succeeded(effect: Effect, outcome: EffectOutcome): CancellationEvent[] {
  if (effect.kind === 'hold' && outcome.kind === 'hold') {
    const { fulfillmentOrderId } = effect;
    return [{ type: 'hold_placed', fulfillmentOrderId, holdId: outcome.holdId }];
  }
  if (effect.kind === 'recall') {
    return [{ type: 'recall_submitted', fulfillmentOrderId: effect.fulfillmentOrderId }];
  }
  if (effect.kind === 'cancel' && outcome.kind === 'cancel') {
    return [{ type: 'cancel_accepted', jobResultId: outcome.jobResultId }];
  }
  if (effect.kind === 'refund' && outcome.kind === 'refund') {
    return [{ type: 'refund_accepted', refundId: outcome.refundId }];
  }
  if (effect.kind === 'refund_lines' && outcome.kind === 'refund_lines') {
    return [{ type: 'lines_removed', refundId: outcome.refundId }];
  }
  if (effect.kind === 'edit_lines') return [{ type: 'lines_removed', refundId: null }];
  if (effect.kind === 'deactivate_gift_card') {
    return [{ type: 'gift_card_deactivated', giftCardId: effect.giftCardId }];
  }
  if (effect.kind === 'correct_stock') return [{ type: 'stock_corrected' }];
  if (effect.kind === 'give_bonus') return [{ type: 'bonus_given', amount: effect.amount }];
  if (effect.kind === 'release') {
    return [{ type: 'hold_released', fulfillmentOrderId: effect.fulfillmentOrderId }];
  }
  if (effect.kind === 'tell') return [{ type: 'told', template: effect.template }];
  throw new Error(`Outcome "${outcome.kind}" does not answer effect "${effect.kind}"`);
}

function failed(
  state: Cancellation,
  command: Extract<Command, { type: 'failed' }>,
  now: EpochMs,
): CancellationEvent[] {
  const { during, effect, problem, mayHaveApplied, order } = command;
  if (problem.kind === 'refused' && effect) {
    const moot = order && whatRefusalMeans(state, effect, order);
    return moot ?? [attention(refusedAttention(state, effect, problem))];
  }
  const delay = retryAfter(problem, state.attempts + 1);
  if (delay !== 'ask_a_person') {
    return [{ type: 'attempt_failed', during, problem, mayHaveApplied, retryAt: now + delay }];
  }
  // Nothing waits for these mails: the order page says the same.
  if (effect?.kind === 'tell' && NOTHING_WAITS_FOR.includes(effect.template)) {
    return [{ type: 'mail_given_up', template: effect.template, problem }];
  }
  return [
    attention(
      effect?.kind === 'tell'
        ? { what: 'mail_failed', problem, choices: ['retry', 'skip_mail'] }
        : { what: 'platform_unreachable', step: during, problem, choices: ['retry'] },
    ),
  ];
}

const NOTHING_WAITS_FOR: readonly MailTemplate[] = [...REQUEST_MAILS, 'refund_failed'];

/** A refusal that the order's present state explains, and what then follows; null when it does not. */
function whatRefusalMeans(
  state: Cancellation,
  effect: Effect,
  order: OrderFacts,
): CancellationEvent[] | null {
  switch (effect.kind) {
    case 'hold':
      // Work that cannot be held any more does not stand in the way by itself: reading again decides.
      return [{ type: 'hold_skipped', fulfillmentOrderId: effect.fulfillmentOrderId }];
    case 'release':
      return order.fulfillmentOrders.some((fo) => fo.holds.some((h) => h.id === effect.holdId))
        ? null
        : [{ type: 'hold_released', fulfillmentOrderId: effect.fulfillmentOrderId }];
    case 'cancel':
      if (order.cancelledAt !== null) return cancelled(state, order, order.cancelledAt);
      return lostRace(state, order);
    case 'refund_lines':
    case 'edit_lines':
      if (order.cancelledAt !== null) return cancelled(state, order, order.cancelledAt);
      return lostRace(state, order);
    case 'deactivate_gift_card':
      return order.soldGiftCards.some((card) => card.id === effect.giftCardId && card.isEnabled)
        ? null
        : [{ type: 'gift_card_deactivated', giftCardId: effect.giftCardId }];
    case 'recall':
    case 'refund':
    case 'correct_stock':
    case 'give_bonus':
    case 'tell':
      return null;
  }
}

function refusedAttention(state: Cancellation, effect: Effect, problem: Problem): Attention {
  const choices: AttentionChoice[] =
    effect.kind === 'refund' || effect.kind === 'correct_stock' || effect.kind === 'give_bonus'
      ? ['retry', 'settled_by_hand']
      : isBeforePivot(state) && effect.kind !== 'release'
        ? ['retry', 'turn_back']
        : ['retry'];
  return { what: 'platform_refused', step: effect.kind, problem, choices };
}

function finish(state: Cancellation): CancellationEvent[] {
  if (state.status === 'releasing' && state.turnedBack) {
    return [{ type: 'ended', ending: state.turnedBack.ending }];
  }
  const byHand = payBackByHand(state.plan.refund);
  if (isPositive(byHand.amount) && !state.settledByHand) {
    return [attention({ what: 'pay_back_by_hand', ...byHand, choices: ['settled_by_hand'] })];
  }
  return [{ type: 'completed' }];
}
