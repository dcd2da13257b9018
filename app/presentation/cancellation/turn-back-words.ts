import type { TurnBackReason } from '../../domain/cancellation/events.ts';
import type { RefusalCode } from '../../domain/refusal.ts';
import type { Messages } from '../../messages/message-types.ts';
import { staffRefusalText } from '../refusal/staff-refusal.ts';

/** Why a cancellation went back, for staff, with what to do next. */
export function staffTurnBackText(why: TurnBackReason, messages: Messages<'staff'>): string {
  const { t } = messages;
  if (why.code !== 'not_possible') return t(`turnedBack.${why.code}`);
  return isPlainRefusal(why.refusal)
    ? staffRefusalText({ code: why.refusal }, messages)
    : t('turnedBack.not_possible', { code: why.refusal });
}

/** The same for the customer. */
export function shopperTurnBackText(why: TurnBackReason, { t }: Messages<'shopper'>): string {
  switch (why.code) {
    case 'staff_declined':
      return `${t('declines.staff_declined')} ${t(`nextStep.${why.nextStep}`)}`;
    case 'cancelled_elsewhere':
      return t('refusals.already_cancelled');
    default:
      return t(`declines.${why.code}`);
  }
}

/** Refusals that the platform's rules can lead to on the way; their words need no facts of the order. */
const PLAIN = [
  'already_cancelled',
  'already_fulfilled',
  'partly_fulfilled',
  'label_bought',
  'active_return',
  'payment_pending',
  'not_editable',
  'dispute_open',
  'store_credit_needs_customer',
] as const satisfies readonly RefusalCode[];

const isPlainRefusal = (code: string): code is (typeof PLAIN)[number] =>
  (PLAIN as readonly string[]).includes(code);
