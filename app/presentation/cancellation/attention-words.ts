import type { Attention, AttentionChoice } from '../../domain/cancellation/events.ts';
import { formatMoney } from '../../domain/money.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { StaffCancellationView } from '../../contract/staff/staff-cancellation-view.ts';
import type { Messages } from '../../messages/message-types.ts';
import { disagreementText, staffRefusalTexts } from '../refusal/staff-refusal.ts';

/** What a person has to decide, in words, with each way on that is theirs and what it leads to. */
export function presentAttention(
  attention: Attention,
  offered: { readonly choices: readonly AttentionChoice[]; readonly refusals: readonly Refusal[] },
  messages: Messages<'staff'>,
): NonNullable<StaffCancellationView['attention']> {
  return {
    ...attentionWords(attention, messages),
    notOffered: staffRefusalTexts(offered.refusals, messages),
    choices: offered.choices.map((choice, index) => ({
      choice,
      label: labelOf(choice, attention),
      consequence: consequenceOf(choice, attention, messages),
      primary: index === 0,
      needsProof: choice === 'settled_by_hand',
    })),
  };
}

function labelOf(choice: AttentionChoice, attention: Attention): string {
  const { what } = attention;
  switch (choice) {
    case 'retry':
      return LOOKS_AGAIN.includes(what) ? 'Check again' : 'Try again';
    case 'turn_back':
      return 'Stop and keep the order';
    case 'accept_amount':
      return what === 'gift_card_redeemed'
        ? 'Cancel and refund anyway'
        : 'Refund the available amount';
    case 'settled_by_hand':
      return settledLabel(attention);
    case 'refund_as_store_credit':
      return 'Refund as store credit';
    case 'refund_late_payment':
      return what === 'late_payment' && attention.returned
        ? 'Send the refund again'
        : 'Refund the payment';
    case 'go_on_without_refund':
      return 'Cancel without a refund';
    case 'skip_mail':
      return 'Continue without sending the email';
    case 'skip_step':
      return 'Continue without this step';
  }
}

function settledLabel(attention: Attention): string {
  if (attention.what === 'release_unconfirmed') return 'The authorization is voided';
  return isAboutStock(attention) ? 'The stock is corrected' : 'It is settled';
}

const isAboutStock = (attention: Attention): boolean =>
  (attention.what === 'platform_refused' || attention.what === 'platform_unreachable') &&
  attention.step === 'correct_stock';

/** Nothing failed here: trying again means to read the order anew. */
const LOOKS_AGAIN: readonly Attention['what'][] = [
  'warehouse_silent',
  'payment_silent',
  'dispute_open',
  'platform_disagrees',
  'refund_unconfirmed',
  'release_unconfirmed',
];

/** What staff should know before they take a way on that cannot be taken back; null when it can. */
function consequenceOf(
  choice: AttentionChoice,
  attention: Attention,
  messages: Messages<'staff'>,
): string | null {
  switch (choice) {
    case 'retry':
      return null;
    case 'turn_back':
      return 'The cancellation ends here: the order stays as it is, the hold on its fulfillment is released, and a customer who requested it is notified that it was declined.';
    case 'accept_amount':
      return attention.what === 'amount_changed'
        ? `The cancellation continues and refunds ${formatMoney(attention.refundable, messages.locale)}.`
        : 'The cancellation continues and refunds the amount that Shopify allows now.';
    case 'settled_by_hand':
      if (isAboutStock(attention)) {
        return 'Unorder changes no stock for this cancellation. Confirm only when the quantities are right in Shopify.';
      }
      if (attention.what === 'platform_unreachable') {
        return 'Unorder sends no further refund. It may have sent one before Shopify stopped answering: check the order in Shopify first, and confirm only when the customer was refunded exactly once.';
      }
      return attention.what === 'release_unconfirmed'
        ? 'The cancellation continues. Confirm only when the payment provider has voided the authorization.'
        : 'No further refund is sent. Confirm only when the customer has been paid, or has agreed to something else.';
    case 'refund_as_store_credit':
      return `${'amount' in attention ? formatMoney(attention.amount, messages.locale) : 'The amount'} is added to the customer’s account as store credit instead of being refunded to their payment method. Ask the customer first: this cannot be undone here.`;
    case 'refund_late_payment':
      return `${'amount' in attention ? formatMoney(attention.amount, messages.locale) : 'The payment'} is refunded to the original payment method. The order stays cancelled.`;
    case 'go_on_without_refund':
      return 'The cancellation continues without a refund: the dispute decides whether the customer is paid. This cannot be undone.';
    case 'skip_step':
      return skipped(attention);
    case 'skip_mail':
      return 'Unorder sends the customer no email about this cancellation.';
  }
}

/** What stays undone when staff go on without a step, and where they can do it themselves. */
function skipped(attention: Attention): string {
  const step = 'step' in attention ? attention.step : '';
  return step === 'deactivate_gift_card'
    ? 'The gift card can still be used: the customer could spend it and be refunded for it as well. Disable it in Shopify under Gift cards.'
    : 'The fulfillment stays on hold, and nothing ships until the hold is released. Release it on the order in Shopify.';
}

/** What is the matter and what can be done about it. */
export function attentionWords(
  attention: Attention,
  messages: Messages<'staff'>,
): { readonly title: string; readonly explanation: string } {
  switch (attention.what) {
    case 'amount_changed':
      return {
        title: 'The refundable amount has changed',
        explanation: `${formatMoney(attention.planned, messages.locale)} was confirmed, but ${formatMoney(attention.refundable, messages.locale)} can be refunded now. Nothing has been cancelled. Refund the available amount, or stop and keep the order.`,
      };
    case 'platform_refused':
      return {
        title: `Shopify refused to ${STEP_WORDS[attention.step]}`,
        explanation: `Shopify says: ${attention.problem.message} Correct this on the order, then try again.`,
      };
    case 'platform_unreachable':
      return {
        title: 'Shopify did not answer',
        explanation: `Several attempts failed (${attention.problem.message}). Check that Unorder is still installed and has access, then try again. The cancellation also continues automatically once Shopify answers. Nothing is done twice.`,
      };
    case 'warehouse_silent':
      return {
        title: 'The warehouse has not answered',
        explanation:
          'The fulfillment service was asked a day ago to stop and has not replied. Call the service, then check again, or stop and keep the order. Nothing has been cancelled or refunded.',
      };
    case 'payment_silent':
      return {
        title: 'The payment is still pending',
        explanation: `The customer's bank has not confirmed the payment of ${formatMoney(attention.amount, messages.locale)} for days, and Shopify cancels only once it has. Ask the payment provider, then check again, or stop and keep the order.`,
      };
    case 'dispute_open':
      return {
        title: 'A dispute was opened',
        explanation:
          'The customer has disputed this payment. A refund now could pay the customer twice. Cancel without a refund and answer the dispute, or stop and keep the order.',
      };
    case 'platform_disagrees':
      return {
        title: 'Shopify calculates a different amount',
        explanation: `Shopify calculates ${formatMoney(attention.theirs, messages.locale)} for ${disagreementText(attention.where, messages)}, not ${formatMoney(attention.ours, messages.locale)}. Nothing was cancelled or refunded. Check again. If this remains, stop and keep the order, and refund it in Shopify.`,
      };
    case 'gift_card_redeemed':
      return {
        title: 'A gift card from this order was used',
        explanation:
          'The customer has used a gift card sold with this order. Nothing has been cancelled. Cancel and refund anyway, or stop and keep the order.',
      };
    case 'late_payment':
      if (attention.returned) {
        return {
          title: 'A refund from before the cancellation came back',
          explanation: `${formatMoney(attention.amount, messages.locale)} that was refunded before the order was cancelled did not reach the customer${names(attention.shares)}: the payment provider refused it. The order is cancelled, and nothing will be shipped. Refund it again, or settle it with the customer another way.`,
        };
      }
      return {
        title: 'Payment received for a cancelled order',
        explanation: `${formatMoney(attention.amount, messages.locale)} arrived after the order was cancelled${names(attention.shares)}. Nothing will be shipped. Refund it, or settle it with the customer, for example with a new order.`,
      };
    case 'refund_failed':
      return {
        title: 'The refund did not go through',
        explanation: attention.disputed
          ? `The order is cancelled, but ${formatMoney(attention.amount, messages.locale)} did not reach the customer${names(attention.missing)}, and the customer has disputed the payment: a refund now could pay them twice. Answer the dispute in Shopify. If the customer was paid, note how; once the dispute is over, the refund can be sent again.`
          : `The order is cancelled, but ${formatMoney(attention.amount, messages.locale)} did not reach the customer${names(attention.missing)}: the payment provider refused it. ${attention.choices.includes('refund_as_store_credit') ? 'Try again, refund as store credit, or pay the customer another way and note how.' : 'Try again, or pay the customer another way and note how.'}`,
      };
    case 'refund_unconfirmed':
      return {
        title: 'The refund is not confirmed',
        explanation: `The payment provider has not confirmed ${formatMoney(attention.amount, messages.locale)} for two weeks. Ask the provider, then check again or mark it as settled.`,
      };
    case 'release_unconfirmed':
      return {
        title: 'The payment is still authorized',
        explanation: `${formatMoney(attention.amount, messages.locale)} is still authorized a day after the cancellation. Void the authorization at the payment provider, then check again or mark it as settled.`,
      };
    case 'pay_back_by_hand':
      return {
        title: 'Refund the customer manually',
        explanation: `${formatMoney(attention.amount, messages.locale)} was paid outside Shopify${names(attention.shares)}, so Shopify cannot refund it. Pay the customer yourself, then note how and when.`,
      };
    case 'order_gone':
      return {
        title: 'The order no longer exists',
        explanation: `Unorder can no longer find this order in Shopify: it was deleted, or is older than Unorder may read. Whether ${formatMoney(attention.amount, messages.locale)} reached the customer cannot be checked here. Ask the payment provider, then note how it was settled.`,
      };
    case 'mail_failed':
      return {
        title: 'The email could not be sent',
        explanation: `${attention.problem.message} Correct the customer’s email address on the order in Shopify and try again: the email then goes to the new address. Or continue without sending the email and write to the customer yourself.`,
      };
  }
}

const STEP_WORDS = {
  hold: 'hold the fulfillment',
  recall: 'ask the warehouse to stop',
  cancel: 'cancel the order',
  refund: 'refund the customer',
  refund_lines: 'remove the items from the order and refund them',
  edit_lines: 'remove the items from the order',
  deactivate_gift_card: 'disable the gift card',
  correct_stock: 'correct the stock of the items',
  give_bonus: 'credit the bonus',
  release: 'release the hold',
  tell: 'email the customer',
} as const;

/** " (Visa, Gift card)": the payments concerned, each once. */
function names(shares: readonly { readonly gatewayName: string }[]): string {
  const distinct = [...new Set(shares.map((share) => share.gatewayName))];
  return distinct.length === 0 ? '' : ` (${distinct.join(', ')})`;
}
