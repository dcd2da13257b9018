import { problemWords } from './problem-words.ts';
import type { Attention, AttentionChoice } from '../../domain/cancellation/events.ts';
import { formatMoney } from '../../domain/money.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { StaffCancellationView } from '../../contract/staff/staff-cancellation-view.ts';
import type { Key, Messages } from '../../messages/message-types.ts';
import { listed } from '../text/listed.ts';
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
      label: labelOf(choice, attention, messages),
      consequence: consequenceOf(choice, attention, messages),
      primary: index === 0,
      needsProof: choice === 'settled_by_hand',
    })),
  };
}

function labelOf(
  choice: AttentionChoice,
  attention: Attention,
  { t, find }: Messages<'staff'>,
): string {
  const { what } = attention;
  switch (choice) {
    case 'retry':
      return t(
        LOOKS_AGAIN.includes(what) ? 'attention.choice.checkAgain' : 'attention.choice.retry',
      );
    case 'accept_amount':
      return t(
        what === 'gift_card_redeemed'
          ? 'attention.choice.refundAnyway'
          : 'attention.choice.accept_amount',
      );
    case 'settled_by_hand':
      if (what === 'release_unconfirmed') return t('attention.choice.voided');
      return (
        find(`attention.settled.${stepOf(attention)}.label`) ??
        t('attention.choice.settled_by_hand')
      );
    case 'refund_late_payment':
      return t(
        what === 'late_payment' && attention.returned
          ? 'attention.choice.refundAgain'
          : 'attention.choice.refund_late_payment',
      );
    default:
      return t(`attention.choice.${choice}`);
  }
}

/** The step that stands still, as its own texts are called; empty for a question about none. */
function stepOf(attention: Attention): string {
  if (!('step' in attention)) return '';
  // The holds are looked for to be released.
  return attention.step === 'own_holds' ? 'release' : attention.step;
}

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
  const { t, find, locale } = messages;
  const amount = 'amount' in attention ? formatMoney(attention.amount, locale) : null;
  switch (choice) {
    case 'retry':
      return null;
    case 'accept_amount':
      return attention.what === 'amount_changed'
        ? t('attention.consequence.refundsAmount', {
            amount: formatMoney(attention.refundable, locale),
          })
        : t('attention.consequence.refundsAllowed');
    case 'settled_by_hand':
      return (
        find(`attention.settled.${stepOf(attention)}.consequence`) ??
        t(settledConsequence(attention))
      );
    case 'refund_as_store_credit':
      return amount === null
        ? t('attention.consequence.allAsStoreCredit')
        : t('attention.consequence.asStoreCredit', { amount });
    case 'refund_late_payment':
      return amount === null
        ? t('attention.consequence.wholeLatePayment')
        : t('attention.consequence.latePayment', { amount });
    case 'skip_step':
      // What stays undone when staff go on without a step, and where they can do it themselves.
      return find(`attention.skipped.${stepOf(attention)}`) ?? t('attention.consequence.skip_step');
    case 'turn_back':
    case 'go_on_without_refund':
    case 'skip_mail':
      return t(`attention.consequence.${choice}`);
  }
}

function settledConsequence(attention: Attention) {
  if (attention.what === 'platform_unreachable') return 'attention.consequence.maybeRefunded';
  return attention.what === 'release_unconfirmed'
    ? 'attention.consequence.voided'
    : 'attention.consequence.settled';
}

/** What is the matter and what can be done about it. */
export function attentionWords(
  attention: Attention,
  messages: Messages<'staff'>,
): { readonly title: string; readonly explanation: string } {
  const { t, locale } = messages;
  const { what } = attention;
  const amount = 'amount' in attention ? formatMoney(attention.amount, locale) : '';
  switch (what) {
    case 'amount_changed':
      return {
        title: t('attention.amount_changed.title'),
        explanation: t('attention.amount_changed.text', {
          planned: formatMoney(attention.planned, locale),
          refundable: formatMoney(attention.refundable, locale),
        }),
      };
    case 'platform_refused':
      return {
        title: t(`attention.refused.${attention.step}` satisfies Key<'staff'>),
        explanation: t('attention.refused.text', {
          message: problemWords(attention.problem, messages),
        }),
      };
    case 'platform_unreachable':
      return {
        title: t('attention.unreachable.title'),
        explanation: t('attention.unreachable.text', {
          message: problemWords(attention.problem, messages),
        }),
      };
    case 'platform_disagrees':
      return {
        title: t('attention.platform_disagrees.title'),
        explanation: t('attention.platform_disagrees.text', {
          theirs: formatMoney(attention.theirs, locale),
          where: disagreementText(attention.where, messages),
          ours: formatMoney(attention.ours, locale),
        }),
      };
    case 'late_payment': {
      const kind = attention.returned ? 'returned_payment' : 'late_payment';
      const names = namesOf(attention.shares, locale);
      return {
        title: t(`attention.${kind}.title`),
        explanation: t(`attention.${kind}.text`, { amount, names }),
      };
    }
    case 'refund_failed': {
      const way = attention.disputed
        ? 'disputed'
        : attention.choices.includes('refund_as_store_credit')
          ? 'orCredit'
          : 'text';
      const names = namesOf(attention.missing, locale);
      return {
        title: t('attention.refund_failed.title'),
        explanation: t(`attention.refund_failed.${way}`, { amount, names }),
      };
    }
    case 'pay_back_by_hand':
      return {
        title: t('attention.pay_back_by_hand.title'),
        explanation: t('attention.pay_back_by_hand.text', {
          amount,
          names: namesOf(attention.shares, locale),
        }),
      };
    case 'mail_failed':
      return {
        title: t('attention.mail_failed.title'),
        explanation: t('attention.mail_failed.text', {
          message: problemWords(attention.problem, messages),
        }),
      };
    case 'payment_silent':
    case 'refund_unconfirmed':
    case 'release_unconfirmed':
    case 'order_gone':
      return {
        title: t(`attention.${what}.title`),
        explanation: t(`attention.${what}.text`, { amount }),
      };
    case 'warehouse_silent':
    case 'dispute_open':
    case 'gift_card_redeemed':
      return { title: t(`attention.${what}.title`), explanation: t(`attention.${what}.text`) };
  }
}

/** " (Visa, Gift card)": the payments concerned, each once. */
function namesOf(shares: readonly { readonly gatewayName: string }[], locale: string): string {
  const distinct = [...new Set(shares.map((share) => share.gatewayName))];
  return distinct.length === 0 ? '' : ` (${listed(distinct, locale)})`;
}
