import type { Actor } from '../domain/actor.ts';
import type { CancellationEvent } from '../domain/cancellation/events.ts';
import { type Money, formatMoney, isPositive } from '../domain/money.ts';
import { unreachable } from '../domain/result.ts';
import { explainTurnBack } from './turn-back-words.ts';

/** One event as a sentence of the history: who and what. Null for steps that say nothing by themselves. */
export function describeEvent(
  event: CancellationEvent,
  locale: string,
): { readonly who: string; readonly what: string } | null {
  const say = (what: string, actor: Actor = { kind: 'system' }) => ({ who: nameOf(actor), what });
  const amount = (value: Money) => formatMoney(value, locale);
  switch (event.type) {
    case 'requested':
      return say(
        event.actor.kind === 'shopper' ? 'Asked to cancel the order' : 'Cancelled the order',
        event.actor,
      );
    case 'fulfilment_inspected':
      return null;
    case 'effect_intended':
      return null;
    case 'attempt_failed':
      return say(
        `An attempt failed and is repeated by itself (${event.during}: ${event.problem.message})`,
      );
    case 'hold_placed':
      return say('Put fulfillment on hold');
    case 'hold_skipped':
      return say('Fulfillment could not be put on hold');
    case 'readiness_confirmed':
      return say('Checked the order again: it can be cancelled');
    case 'approved':
      return say('Approved the request', event.actor);
    case 'recall_submitted':
      return say('Asked the fulfillment service to stop');
    case 'recall_accepted':
      return say('The fulfillment service agreed to stop');
    case 'cancel_accepted':
      return say('Asked Shopify to cancel the order');
    case 'cancel_confirmed':
      return say('Shopify cancelled the order');
    case 'refund_accepted':
      return say('Sent the refund');
    case 'money_observed':
      return say(moneyWords(event, amount));
    case 'told':
      return say('Wrote to the customer');
    case 'attention_raised':
      return say('Needs a person to decide');
    case 'resumed':
      return say(RESUMED[event.choice], event.actor);
    case 'turned_back':
      return say(explainTurnBack(event.why).staff, event.actor);
    case 'own_holds_found':
      return null;
    case 'hold_released':
      return say('Released the hold');
    case 'completed':
      return say('Done');
    case 'ended':
      return null;
    default:
      return unreachable(event);
  }
}

function moneyWords(
  event: Extract<CancellationEvent, { type: 'money_observed' }>,
  amount: (value: Money) => string,
): string {
  if (event.outcome === 'on_its_way') {
    return `${amount(event.onItsWay)} is on its way, not confirmed by the payment provider yet`;
  }
  return isPositive(event.arrived)
    ? `The payment provider confirmed ${amount(event.arrived)}`
    : 'Confirmed that no money is held or owed';
}

const RESUMED = {
  retry: 'Chose to try again',
  turn_back: 'Chose to keep the order',
  accept_amount: 'Chose to refund what is possible now',
  settled_by_hand: 'Marked the money as settled by hand',
  skip_mail: 'Chose to go on without the mail',
} as const;

function nameOf(actor: Actor): string {
  switch (actor.kind) {
    case 'shopper':
      return 'Customer';
    case 'staff':
      return 'Staff';
    case 'system':
      return 'Unorder';
  }
}
