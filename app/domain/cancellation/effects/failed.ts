import type { OrderFacts } from '../../order/facts.ts';
import { needsRecall } from '../../order/fulfillment.ts';
import type { Failure } from '../../saga/machine.ts';
import { type EpochMs, SECOND } from '../../time.ts';
import {
  type AttentionChoice,
  type CancellationEvent,
  type Effect,
  type MailTemplate,
  REQUEST_MAILS,
} from '../events.ts';
import type { Problem } from '../../saga/problem.ts';
import { recounted } from '../refund-due.ts';
import { retryAfter } from '../../saga/retry.ts';
import { cancelled, lostRace } from '../seen/saw-cancel.ts';
import { truthOf } from '../seen/saw-money.ts';
import { type Cancellation, isBeforePivot } from '../state.ts';
import { attention } from '../choices/verdicts.ts';

/* What follows from a call that did not succeed. */

type CallFailure = Failure<Effect, OrderFacts>;

export function failed(
  state: Cancellation,
  failure: CallFailure,
  now: EpochMs,
): CancellationEvent[] {
  const { during, effect, problem, mayHaveApplied, facts } = failure;
  // A mail that nothing can be read for is a mail that cannot be sent.
  if (problem.kind === 'refused' && effect && effect.kind !== 'tell') {
    const moot = facts && whatRefusalMeans(state, effect, facts, now);
    if (!moot) return [refusedAttention(state, effect, problem)];
    // It does not show yet what came of it: look again, and do not ask again at once.
    return moot.length > 0 ? moot : [tried(failure, now + LOOK_AGAIN_AFTER)];
  }
  // Not to know whether the question still stands leaves it standing, with the ways on that fit it.
  if (state.status === 'needs_attention' && effect === null) return [];
  const delay = retryAfter(problem, state.attempts + 1);
  if (delay !== 'ask_a_person') return [tried(failure, now + delay)];
  // Nothing waits for these mails: the order page says the same.
  if (effect?.kind === 'tell' && NOTHING_WAITS_FOR.includes(effect.template)) {
    return [{ type: 'mail_given_up', template: effect.template, problem }];
  }
  return [
    attention(
      effect?.kind === 'tell'
        ? { what: 'mail_failed', problem, choices: ['retry', 'skip_mail'] }
        : {
            what: 'platform_unreachable',
            step: during,
            problem,
            choices: waysOnWithout(state, during),
          },
    ),
  ];

  function tried(of: CallFailure, retryAt: EpochMs): CancellationEvent {
    return {
      type: 'attempt_failed',
      during: of.during,
      problem,
      mayHaveApplied,
      retryAt,
    };
  }
}

const NOTHING_WAITS_FOR: readonly MailTemplate[] = [...REQUEST_MAILS, 'refund_failed'];

const LOOK_AGAIN_AFTER = 5 * SECOND;

/** A refusal that the order's present state explains, and what then follows; null when it does not. */
function whatRefusalMeans(
  state: Cancellation,
  effect: Effect,
  order: OrderFacts,
  now: EpochMs,
): CancellationEvent[] | null {
  switch (effect.kind) {
    case 'hold':
      // Work that cannot be held any more does not stand in the way by itself: reading again decides.
      return [{ type: 'hold_skipped', fulfillmentOrderId: effect.fulfillmentOrderId }];
    case 'release':
      return order.fulfillmentOrders.some((fo) => fo.holds.some((h) => h.id === effect.holdId))
        ? null
        : [
            {
              type: 'hold_released',
              fulfillmentOrderId: effect.fulfillmentOrderId,
            },
          ];
    case 'recall':
      // Answered, sent or called off meanwhile: reading again says which.
      return order.fulfillmentOrders.some(
        (fo) => fo.id === effect.fulfillmentOrderId && needsRecall(fo),
      )
        ? null
        : [
            {
              type: 'recall_submitted',
              fulfillmentOrderId: effect.fulfillmentOrderId,
            },
          ];
    case 'cancel':
    case 'refund_lines':
    case 'edit_lines':
      return order.cancelledAt !== null
        ? cancelled(state, order, order.cancelledAt, now)
        : lostRace(state, order);
    case 'deactivate_gift_card':
      return order.soldGiftCards.some((card) => card.id === effect.giftCardId && card.isEnabled)
        ? null
        : [{ type: 'gift_card_deactivated', giftCardId: effect.giftCardId }];
    case 'refund': {
      // Others gave back some of it meanwhile: what is left is asked for, without a person.
      const left = recounted(state, truthOf(state, order, now));
      return left.length > 0 ? left : null;
    }
    case 'correct_stock':
    case 'give_bonus':
    case 'tell':
      return null;
  }
}

function refusedAttention(
  state: Cancellation,
  effect: Effect,
  problem: Problem,
): CancellationEvent {
  return attention({
    what: 'platform_refused',
    step: effect.kind,
    problem,
    choices: waysOnWithout(state, effect.kind),
  });
}

/** Every way on leads to an end, also where the platform never does the step. */
function waysOnWithout(state: Cancellation, step: string): AttentionChoice[] {
  switch (step) {
    case 'refund':
    case 'money':
    case 'correct_stock':
    case 'give_bonus':
      return ['retry', 'settled_by_hand'];
    case 'release':
    case 'own_holds':
      return ['retry', 'skip_step'];
    case 'deactivate_gift_card':
      return isBeforePivot(state) ? ['retry', 'skip_step', 'turn_back'] : ['retry', 'skip_step'];
    default:
      return isBeforePivot(state) ? ['retry', 'turn_back'] : ['retry', 'settled_by_hand'];
  }
}
