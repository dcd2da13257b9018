import { effectNamed } from '../effects/effects.ts';
import type { Attention } from '../events.ts';
import type { ProgressKey } from './progress-step.ts';

/** Something did not succeed, as against a decision that is a person's, or an answer nobody has. */
export const isFailure = ({ what }: Attention): boolean => FAILS[what];

const FAILS: Readonly<Record<Attention['what'], boolean>> = {
  amount_changed: false,
  dispute_open: false,
  gift_card_redeemed: false,
  late_payment: false,
  mail_failed: true,
  // Whether it arrived cannot be seen any more.
  order_gone: false,
  pay_back_by_hand: false,
  payment_silent: true,
  platform_disagrees: true,
  platform_refused: true,
  // It may have happened: nobody knows yet.
  platform_unreachable: false,
  refund_failed: true,
  refund_unconfirmed: true,
  release_unconfirmed: true,
  warehouse_silent: true,
};

const REFUND: readonly ProgressKey[] = ['refund_sent', 'store_credit_given', 'paid_by_hand'];

/** The steps that a person may be asked about: the first of them that is on the way is meant. */
export function subjectOf(asked: Attention): readonly ProgressKey[] {
  switch (asked.what) {
    case 'amount_changed':
    case 'dispute_open':
    case 'gift_card_redeemed':
    case 'platform_disagrees':
      return ['cancelled'];
    case 'late_payment':
      return ['late_payment_returned'];
    case 'mail_failed':
      return ['told'];
    case 'pay_back_by_hand':
      return ['paid_by_hand'];
    case 'payment_silent':
      return ['payment_answered'];
    case 'platform_refused':
      return effectNamed(asked.step).steps;
    case 'platform_unreachable':
      return [];
    case 'order_gone':
      return ['refund_arrived', ...REFUND];
    case 'refund_failed':
      // Credit in place of a payment's refund has no payment that it could be missing from.
      return asked.missing.length === 0
        ? ['late_payment_returned', 'store_credit_given', ...REFUND]
        : ['late_payment_returned', ...REFUND];
    case 'refund_unconfirmed':
      return ['refund_arrived', 'store_credit_given'];
    case 'release_unconfirmed':
      return ['payment_released'];
    case 'warehouse_silent':
      return ['stopped'];
  }
}
