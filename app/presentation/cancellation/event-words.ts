import type { Actor } from '../../domain/actor.ts';
import type {
  AttentionChoice,
  CancellationEvent,
  MailTemplate,
  TurnBackReason,
} from '../../domain/cancellation/events.ts';
import { type Money, formatMoney, isPositive } from '../../domain/money.ts';
import type { RefundPlan } from '../../domain/refund/plan/refund-plan.ts';
import { unreachable } from '../../domain/result.ts';
import { attentionWords } from './attention-words.ts';
import { NEXT_STEP_LABELS } from './next-step-words.ts';
import { staffTurnBackText } from './turn-back-words.ts';
import type { Messages } from '../../messages/message-types.ts';

/** One event as a sentence of the history: who and what. Null for steps that say nothing by themselves. */
export function describeEvent(
  event: CancellationEvent,
  messages: Messages<'staff'>,
): { readonly who: string; readonly what: string } | null {
  const say = (what: string, actor: Actor = { kind: 'system' }) => ({ who: nameOf(actor), what });
  const amount = (value: Money) => formatMoney(value, messages.locale);
  switch (event.type) {
    case 'requested':
      return say(
        `${event.actor.kind === 'shopper' ? 'Asked to cancel' : 'Began to cancel'} ${extentOf(event.plan.refund)}, under ${policyNamed(event.policyVersion)}`,
        event.actor,
      );
    case 'recorded_outside':
      return say('The order was cancelled in Shopify or by another app', { kind: 'outside' });
    case 'fulfillment_inspected':
      return null;
    case 'effect_intended':
      return null;
    case 'attempt_failed':
      return say(
        `An attempt failed and is repeated automatically (${event.during}: ${event.problem.message})`,
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
    case 'payment_awaited':
      return say(`Waiting for the bank to confirm the payment of ${amount(event.pending)}`);
    case 'lines_removed':
      return say(
        event.refundId
          ? 'Removed the items from the order and sent their refund'
          : 'Removed the items from the order',
      );
    case 'gift_card_deactivated':
      return say('Disabled a gift card sold with the order');
    case 'stock_corrected':
      return say('Corrected the stock: only some of the items are for sale again');
    case 'bonus_given':
      return say(`Credited the bonus of ${amount(event.amount)}`);
    case 'refund_accepted':
      return say('Sent the refund');
    case 'money_observed':
      return say(moneyWords(event, amount));
    case 'told':
      return say(TOLD[event.template]);
    case 'mail_given_up':
      return say(
        `An email to ${isToShop(event.template) ? 'the store' : 'the customer'} could not be sent (${event.problem.message})`,
      );
    case 'attention_raised':
      return say(`Needs attention: ${attentionWords(event.attention, messages).title}`);
    case 'attention_settled':
      return say('What needed attention was settled in Shopify');
    case 'refund_recounted':
      return say(
        event.due
          ? `Part of it was refunded in Shopify: ${amount(event.due.amount)} is still to be refunded`
          : 'It was refunded in Shopify: nothing is left to be refunded',
      );
    case 'resumed':
      return say(RESUMED[event.choice], event.actor);
    case 'turned_back':
      return say(turnBackSentence(event.why, messages), event.actor);
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

const isToShop = (template: MailTemplate): boolean =>
  template === 'request_waiting' || template === 'deadline_near';

/** "the order", or how much of it. */
function extentOf({ selection }: RefundPlan): string {
  if (selection.kind === 'order') return 'the order';
  const units = selection.lines.reduce((count, line) => count + line.quantity, 0);
  return units === 1 ? 'one item' : `${units} items`;
}

/** Version 0 is the policy of a shop that never saved one. */
const policyNamed = (version: number): string =>
  version === 0 ? 'the default policy' : `version ${version} of the policy`;

const turnBackSentence = (why: TurnBackReason, messages: Messages<'staff'>): string =>
  why.code === 'staff_declined'
    ? `Declined. Next step for the customer: ${NEXT_STEP_LABELS[why.nextStep]}`
    : staffTurnBackText(why, messages);

function moneyWords(
  event: Extract<CancellationEvent, { type: 'money_observed' }>,
  amount: (value: Money) => string,
): string {
  if (event.outcome === 'on_its_way') {
    return `${amount(event.onItsWay)} is on its way, not confirmed by the payment provider yet`;
  }
  return isPositive(event.arrived)
    ? `The payment provider confirmed ${amount(event.arrived)}`
    : 'Confirmed: no authorization is open and no refund is due';
}

const TOLD: Readonly<Record<MailTemplate, string>> = {
  received: 'Emailed the customer: request received',
  cancelled: 'Emailed the customer: cancellation and refund details',
  declined: 'Emailed the customer: request declined',
  refund_failed: 'Emailed the customer: refund delayed',
  request_waiting: 'Emailed the store: request waiting for a response',
  deadline_near: 'Emailed the store: request ends soon without a response',
};

const RESUMED: Readonly<Record<AttentionChoice, string>> = {
  retry: 'Chose to try again',
  turn_back: 'Chose to keep the order',
  accept_amount: 'Chose to refund the available amount',
  settled_by_hand: 'Marked the refund as settled manually',
  refund_as_store_credit: 'Chose to refund as store credit',
  refund_late_payment: 'Chose to refund the late payment',
  go_on_without_refund: 'Chose to cancel without a refund',
  skip_mail: 'Chose to continue without sending the email',
  skip_step: 'Chose to continue without this step',
};

function nameOf(actor: Actor): string {
  switch (actor.kind) {
    case 'shopper':
      return 'Customer';
    case 'staff':
      return 'Staff';
    case 'system':
      return 'Unorder';
    case 'outside':
      return 'Outside Unorder';
  }
}
