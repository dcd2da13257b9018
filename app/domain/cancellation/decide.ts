import type { Actor, Channel } from '../actor.ts';
import type { FulfillmentOrderId, RefundId } from '../ids.ts';
import { type Money, add, compare, isPositive, subtract, sum, zero } from '../money.ts';
import type { OrderFacts, SuggestedRefundFacts, TransactionFacts } from '../order/facts.ts';
import {
  concerns,
  fulfilmentStarted,
  isFulfilled,
  isHoldable,
  isPartlyFulfilled,
  needsRecall,
  refusedRecall,
  unfulfilledOf,
} from '../order/fulfilment.ts';
import { takesStoreCredit } from '../order/store-credit.ts';
import { platformRefusals } from '../policy/evaluate.ts';
import { checkAgainstPlatform } from '../refund/check.ts';
import { planRefund, replan } from '../refund/plan.ts';
import type { RefundPlan } from '../refund/refund-plan.ts';
import type { Selection } from '../refund/selection.ts';
import { isSettled, latePayment, moneyTruth, payBackByHand } from '../refund/truth.ts';
import type { Refusal } from '../refusal.ts';
import { type Result, err, ok, unreachable } from '../result.ts';
import { type EpochMs, DAY, MINUTE } from '../time.ts';
import type {
  Attention,
  AttentionChoice,
  CancellationEvent,
  Effect,
  EffectOutcome,
  Ending,
  NextStepForCustomer,
  Problem,
  TurnBackReason,
} from './events.ts';
import type { OwnCommand } from './next.ts';
import { type CancellationPlan, isMarkedBy } from './plan.ts';
import { retryDelay } from './retry.ts';
import { type Cancellation, isBeforePivot, isFinal, isPartial } from './state.ts';

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

/** `OrderCancelJobResult` as the platform gives it. */
export interface CancelJob {
  readonly done: boolean;
  readonly errors: readonly { readonly code: string | null; readonly message: string }[];
}

/** What opens a cancellation. Eligibility and plan are settled by the caller, with facts just read. */
export interface Opening {
  readonly actor: Actor;
  readonly channel: Channel;
  readonly handling: 'automatic' | 'review';
  readonly reasonId: string | null;
  readonly policyVersion: number;
  readonly plan: CancellationPlan;
  readonly reviewDays: number;
}

/** The first event of a cancellation. */
export function open(
  order: OrderFacts,
  opening: Opening,
  now: EpochMs,
): Extract<CancellationEvent, { type: 'requested' }> {
  const { reviewDays, ...request } = opening;
  return {
    type: 'requested',
    orderId: order.id,
    ...request,
    reviewDeadline: opening.handling === 'review' ? now + reviewDays * DAY : null,
    workUnderWay: fulfilmentStarted(concernedBy(opening.plan, order)),
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
  const delay = retryDelay(problem.kind, state.attempts + 1);
  if (delay !== 'ask_a_person') {
    return [{ type: 'attempt_failed', during, problem, mayHaveApplied, retryAt: now + delay }];
  }
  // Nothing waits for these mails: the order page says the same.
  if (
    effect?.kind === 'tell' &&
    (effect.template === 'received' || effect.template === 'refund_failed')
  ) {
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

function sawFulfilment(state: Cancellation, order: OrderFacts): CancellationEvent[] {
  return (
    stoppedBy(state, order) ?? [{ type: 'fulfilment_inspected', toHold: toHold(state, order) }]
  );
}

function sawReadiness(
  state: Cancellation,
  order: OrderFacts,
  suggested: SuggestedRefundFacts,
  now: EpochMs,
): CancellationEvent[] {
  const stopped = stoppedBy(state, order);
  if (stopped) return stopped;
  if (state.status === 'in_review') return [];
  const newWork = toHold(state, order);
  if (newWork.length > 0) return [{ type: 'fulfilment_inspected', toHold: newWork }];

  const redeemed = redeemedGiftCard(state, order);
  if (redeemed) return [attention(redeemed)];
  const planned = state.withoutRefund
    ? withoutRefund(state, order)
    : replan(
        state.plan.refund,
        order,
        state.plan.terms,
        state.acceptAnyAmount || !state.approved || isPositive(state.plan.refund.pendingPayment),
      );
  if (!planned.ok) return [notReady(planned.error)];
  if (isPositive(planned.value.pendingPayment)) return awaitPayment(state, planned.value, now);
  const refund = checkAgainstPlatform(planned.value, suggested);
  if (!refund.ok) return [notReady(refund.error)];
  return [
    {
      type: 'readiness_confirmed',
      refund: refund.value,
      toRecall: order.fulfillmentOrders.filter(needsRecall).map((fo) => fo.id),
    },
  ];
}

/** A gift card sold with it was used after the wish was made: its worth would come back twice. */
function redeemedGiftCard(state: Cancellation, order: OrderFacts): Attention | null {
  const personKnows = state.acceptAnyAmount || state.request.handling === 'review';
  if (personKnows || state.request.actor.kind !== 'shopper') return null;
  const used = order.soldGiftCards.find(
    (card) =>
      state.plan.giftCards.includes(card.id) && compare(card.balance, card.initialValue) < 0,
  );
  return used
    ? {
        what: 'gift_card_redeemed',
        giftCardId: used.id,
        choices: ['accept_amount', 'turn_back'],
      }
    : null;
}

function withoutRefund(state: Cancellation, order: OrderFacts): Result<RefundPlan, Refusal> {
  const { terms, refund } = state.plan;
  const { selection } = refund;
  const planned = planRefund(order, { selection, terms, choice: { kind: 'nothing' } });
  return planned.ok ? planned : err(first(planned.error));
}

/** Why it cannot go on as planned: a person chooses, or it turns back. */
function notReady(refusal: Refusal): CancellationEvent {
  switch (refusal.code) {
    case 'amount_changed': {
      const choices = ['accept_amount', 'turn_back'] as const;
      const { shown: planned, now: refundable } = refusal;
      return attention({ what: 'amount_changed', planned, refundable, choices });
    }
    case 'platform_disagrees': {
      const { where, ours, theirs } = refusal;
      const choices = ['retry', 'turn_back'] as const;
      return attention({ what: 'platform_disagrees', where, ours, theirs, choices });
    }
    case 'dispute_open':
      return attention({
        what: 'dispute_open',
        choices: ['retry', 'go_on_without_refund', 'turn_back'],
      });
    default:
      return notPossible(refusal);
  }
}

/** Slow banks answer within days; beyond this a person asks. */
const PATIENCE_WITH_BANK = 10 * DAY;

function awaitPayment(
  state: Cancellation,
  { pendingPayment: pending }: RefundPlan,
  now: EpochMs,
): CancellationEvent[] {
  if (state.status !== 'awaiting_payment') return [{ type: 'payment_awaited', pending }];
  return now - state.since > PATIENCE_WITH_BANK
    ? [attention({ what: 'payment_silent', amount: pending, choices: ['retry', 'turn_back'] })]
    : [];
}

function sawRecall(state: Cancellation, order: OrderFacts, now: EpochMs): CancellationEvent[] {
  const stopped = stoppedBy(state, order);
  if (stopped) return stopped;
  const accepted = state.recalls.filter(({ fulfillmentOrderId, state: recall }) => {
    const fo = order.fulfillmentOrders.find((f) => f.id === fulfillmentOrderId);
    return recall === 'submitted' && !(fo && needsRecall(fo));
  });
  if (accepted.length > 0) {
    return accepted.map(({ fulfillmentOrderId }) => ({
      type: 'recall_accepted',
      fulfillmentOrderId,
    }));
  }
  return now - state.since > DAY
    ? [attention({ what: 'warehouse_silent', choices: ['retry', 'turn_back'] })]
    : [];
}

function sawCancel(
  state: Cancellation,
  order: OrderFacts | null,
  job: CancelJob | null,
  now: EpochMs,
): CancellationEvent[] {
  if (order && order.cancelledAt !== null) return cancelled(state, order, order.cancelledAt);
  if (order && job?.done) {
    const [first] = job.errors;
    const problem: Problem = {
      kind: 'refused',
      code: first?.code ?? null,
      message:
        first?.message ?? 'Shopify finished the cancellation job, but the order is not cancelled.',
    };
    return (
      lostRace(state, order) ?? [
        attention({
          what: 'platform_refused',
          step: 'cancel',
          problem,
          choices: ['retry', 'turn_back'],
        }),
      ]
    );
  }
  if (now - state.since <= PATIENCE_WITH_JOB) return [];
  const problem: Problem = {
    kind: 'timeout',
    code: null,
    message: 'Shopify accepted the cancellation an hour ago and has not finished it.',
  };
  return [attention({ what: 'platform_unreachable', step: 'cancel', problem, choices: ['retry'] })];
}

const PATIENCE_WITH_JOB = 60 * MINUTE;

/** The order is cancelled: by us, which is the pivot, or by somebody else, which ends the case. */
function cancelled(
  state: Cancellation,
  order: OrderFacts,
  cancelledAt: EpochMs,
): CancellationEvent[] {
  return isMarkedBy(order.cancellationStaffNote, state.id)
    ? [{ type: 'cancel_confirmed', cancelledAt }]
    : [turnBack('superseded', { code: 'cancelled_elsewhere' }, { kind: 'system' })];
}

/** A refund that is nowhere to be seen gets this long to appear before it counts as failed. */
const PATIENCE_WITH_REFUND = 2 * MINUTE;

/** Gateways may take days to answer; beyond this a person asks them. */
const PATIENCE_WITH_GATEWAY = 14 * DAY;

function sawMoney(state: Cancellation, order: OrderFacts, now: EpochMs): CancellationEvent[] {
  const truth = moneyTruth(state.plan.refund, order, ownRefunds(state), now);
  const { arrived, onItsWay, missing, stillHeld } = truth;
  const currency = state.plan.refund.amount.currencyCode;
  const waited = now - state.since;
  const lackingCredit = creditStillMissing(state, order);
  if (missing.length > 0 || isPositive(lackingCredit)) {
    if (!refundWasRefused(state, order) && waited <= PATIENCE_WITH_REFUND) return [];
    return [refundFailed(state, order, missing, lackingCredit)];
  }
  if (isSettled(truth)) return [{ type: 'money_observed', outcome: 'settled', arrived, onItsWay }];
  if (stillHeld.length > 0 && waited > DAY) {
    const amount = sum(
      stillHeld.map((held) => held.amount),
      currency,
    );
    const choices = ['retry', 'settled_by_hand'] as const;
    return [attention({ what: 'release_unconfirmed', amount, choices })];
  }
  if (isPositive(onItsWay) && waited > PATIENCE_WITH_GATEWAY) {
    const choices = ['retry', 'settled_by_hand'] as const;
    return [attention({ what: 'refund_unconfirmed', amount: onItsWay, choices })];
  }
  return isPositive(onItsWay) && state.money === null
    ? [{ type: 'money_observed', outcome: 'on_its_way', arrived, onItsWay }]
    : [];
}

/**
 * After the end: a refund that was confirmed can come back days later (a closed account), and a payment can
 * arrive for an order that is cancelled. Either opens the case again.
 */
function sawAftermath(state: Cancellation, order: OrderFacts, now: EpochMs): CancellationEvent[] {
  const { refund } = state.plan;
  const { missing } = moneyTruth(refund, order, ownRefunds(state), now);
  if (missing.length > 0 && !state.settledByHand && refundWasRefused(state, order)) {
    return [refundFailed(state, order, missing, zero(refund.amount.currencyCode))];
  }
  if (isPartial(state)) return [];
  const late = latePayment(refund, order);
  const amount = subtract(late.amount, state.latePaymentsSettled);
  const choices = ['refund_late_payment', 'settled_by_hand'] as const;
  return isPositive(amount)
    ? [attention({ what: 'late_payment', amount, shares: late.shares, choices })]
    : [];
}

/** The refunds that are this cancellation's own; null where the cancel itself made them. */
const ownRefunds = (state: Cancellation): readonly RefundId[] | null =>
  state.plan.refund.execution === 'with_cancel' ? null : state.refundIds;

function refundFailed(
  state: Cancellation,
  order: OrderFacts,
  missing: RefundPlan['shares'],
  lackingCredit: Money,
): CancellationEvent {
  const amount = add(
    sum(
      missing.map((share) => share.amount),
      lackingCredit.currencyCode,
    ),
    lackingCredit,
  );
  const otherWay =
    missing.length > 0 && state.plan.refund.method === 'original' && takesStoreCredit(order)
      ? (['refund_as_store_credit'] as const)
      : [];
  const choices: readonly AttentionChoice[] = ['retry', ...otherWay, 'settled_by_hand'];
  return attention({ what: 'refund_failed', missing, amount, choices });
}

const refundWasRefused = (state: Cancellation, order: OrderFacts): boolean =>
  refundsSince(state, order).some((t) => t.status === 'FAILURE' || t.status === 'ERROR');

/** Credit given in place of a payment's refund has no parent payment; it is compared as one sum. */
function creditStillMissing(state: Cancellation, order: OrderFacts): Money {
  const { creditInstead } = state;
  const given = refundsSince(state, order).filter(
    (t) => t.parentId === null && t.status === 'SUCCESS',
  );
  const arrived = sum(
    given.map((t) => t.amount.presentment),
    creditInstead.currencyCode,
  );
  return compare(arrived, creditInstead) >= 0
    ? zero(creditInstead.currencyCode)
    : subtract(creditInstead, arrived);
}

const refundsSince = (state: Cancellation, order: OrderFacts): TransactionFacts[] =>
  order.transactions.filter(
    (t) => t.kind === 'REFUND' && !state.plan.refund.refundsBefore.includes(t.id),
  );

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

/** What makes going on impossible before the pivot, as events; null when nothing does. */
function stoppedBy(state: Cancellation, order: OrderFacts): CancellationEvent[] | null {
  if (order.cancelledAt !== null) return cancelled(state, order, order.cancelledAt);
  const race = lostRace(state, order);
  if (race) return race;
  const { selection } = state.plan.refund;
  const concerned = concernedBy(state.plan, order);
  if (concerned.some(refusedRecall)) {
    return [turnBack('declined', { code: 'warehouse_refused' }, { kind: 'system' })];
  }
  const [refusal] = platformRefusals(order, selection);
  if (refusal) return [notPossible(refusal)];
  // A customer's request stops for work begun since; staff may know better, and the platform decides.
  const underWay =
    fulfilmentStarted(concerned) && !state.request.workUnderWay && !concerned.some(needsRecall);
  const staffDecided = state.request.actor.kind === 'staff' || state.request.handling === 'review';
  return underWay && !(staffDecided && state.approved)
    ? [turnBack('declined', { code: 'fulfilment_started' }, { kind: 'system' })]
    : null;
}

/** The work that holds any of the units to be taken back. */
const concernedBy = ({ refund }: CancellationPlan, order: OrderFacts) =>
  order.fulfillmentOrders.filter((fo) => concerns(refund.selection, fo));

/** What was to be cancelled has been sent meanwhile, as events; null when it has not. */
const lostRace = (state: Cancellation, order: OrderFacts): CancellationEvent[] | null =>
  isSent(state.plan.refund.selection, order)
    ? [turnBack('declined', { code: 'already_shipped' }, { kind: 'system' })]
    : null;

function isSent(selection: Selection, order: OrderFacts): boolean {
  if (selection.kind === 'order') return isFulfilled(order) || isPartlyFulfilled(order);
  return selection.lines.some(({ lineItemId, quantity }) => {
    const line = order.lines.find((known) => known.id === lineItemId);
    return !line || (unfulfilledOf(line) < quantity && line.currentQuantity >= quantity);
  });
}

const notPossible = (refusal: Refusal): CancellationEvent =>
  turnBack('declined', { code: 'not_possible', refusal: refusal.code }, { kind: 'system' });

function toHold(state: Cancellation, order: OrderFacts): FulfillmentOrderId[] {
  const known = new Set(state.holds.map((hold) => hold.fulfillmentOrderId));
  return order.fulfillmentOrders
    .filter((fo) => concerns(state.plan.refund.selection, fo))
    .filter((fo) => isHoldable(fo) && !needsRecall(fo) && !known.has(fo.id))
    .map((fo) => fo.id);
}

/**
 * How long a cancel that was asked for and then given up may still be carried out by the platform: its answer
 * may have been lost, its job may wait. Until then the hold stays and nobody is told that the order goes on.
 */
const PATIENCE_WITH_GIVEN_UP_CANCEL = 15 * MINUTE;

function sawOwnHolds(state: Cancellation, order: OrderFacts, now: EpochMs): CancellationEvent[] {
  const { cancelAskedAt, turnedBack } = state;
  if (order.cancelledAt !== null && isMarkedBy(order.cancellationStaffNote, state.id)) {
    return [{ type: 'cancel_confirmed', cancelledAt: order.cancelledAt }];
  }
  const mayStillHappen =
    cancelAskedAt !== null &&
    now - cancelAskedAt < PATIENCE_WITH_GIVEN_UP_CANCEL &&
    order.cancelledAt === null &&
    turnedBack?.why.code !== 'already_shipped';
  return mayStillHappen ? [] : [{ type: 'own_holds_found', holds: ownHolds(state, order) }];
}

function ownHolds(state: Cancellation, order: OrderFacts) {
  return order.fulfillmentOrders.flatMap((fo) =>
    fo.holds
      .filter((hold) => hold.heldByThisApp && hold.handle === state.id)
      .map((hold) => ({ fulfillmentOrderId: fo.id, holdId: hold.id })),
  );
}

const turnBack = (ending: Ending, why: TurnBackReason, actor: Actor): CancellationEvent => ({
  type: 'turned_back',
  ending,
  why,
  actor,
});

const attention = (raised: Attention): CancellationEvent => ({
  type: 'attention_raised',
  attention: raised,
});

function first<T>(list: readonly T[]): T {
  const [item] = list;
  if (item === undefined) throw new Error('A refusal names at least one reason');
  return item;
}
