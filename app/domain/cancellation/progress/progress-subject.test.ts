import { describe, expect, it } from 'vitest';

import { eur } from '../../../../tests/support/facts/order-facts.ts';
import type { Attention, AttentionChoice, Effect } from '../events.ts';
import type { ProgressKey } from './progress-step.ts';
import { isFailure, subjectOf } from './progress-subject.ts';

const problem = { kind: 'refused', code: null, message: 'made up' } as const;
const choices: readonly AttentionChoice[] = ['retry'];
const amount = eur(1);
const share = {
  parentId: 'gid://shopify/OrderTransaction/1' as never,
  gateway: 'shopify_payments',
  gatewayName: 'Visa',
  isManual: false,
  amount,
};
const REFUND: readonly ProgressKey[] = ['refund_sent', 'store_credit_given', 'paid_by_hand'];

describe('what a person is asked about', () => {
  it.each<[Attention, failure: boolean, subject: readonly ProgressKey[]]>([
    [
      { what: 'amount_changed', planned: amount, refundable: amount, choices },
      false,
      ['cancelled'],
    ],
    [{ what: 'dispute_open', choices }, false, ['cancelled']],
    [{ what: 'gift_card_redeemed', giftCardId: 'x' as never, choices }, false, ['cancelled']],
    [
      { what: 'platform_disagrees', where: 'tax', ours: amount, theirs: amount, choices },
      true,
      ['cancelled'],
    ],
    [{ what: 'late_payment', amount, shares: [], choices }, false, ['late_payment_returned']],
    [{ what: 'mail_failed', problem, choices }, true, ['told']],
    [{ what: 'pay_back_by_hand', amount, shares: [], choices }, false, ['paid_by_hand']],
    [{ what: 'payment_silent', amount, choices }, true, ['payment_answered']],
    [{ what: 'platform_unreachable', step: 'hold', problem, choices }, false, []],
    [{ what: 'order_gone', amount, choices }, false, ['refund_arrived', ...REFUND]],
    [
      { what: 'refund_failed', missing: [share], amount, choices },
      true,
      ['late_payment_returned', ...REFUND],
    ],
    [
      { what: 'refund_failed', missing: [], amount, choices },
      true,
      ['late_payment_returned', 'store_credit_given', ...REFUND],
    ],
    [
      { what: 'refund_unconfirmed', amount, shares: null, choices },
      true,
      ['refund_arrived', 'store_credit_given'],
    ],
    [{ what: 'release_unconfirmed', amount, choices }, true, ['payment_released']],
    [{ what: 'warehouse_silent', choices }, true, ['stopped']],
  ])('%j: whether it failed, and which step it is about', (asked, failure, subject) => {
    expect(isFailure(asked)).toBe(failure);
    expect(subjectOf(asked)).toEqual(subject);
  });

  it.each<[Effect['kind'], readonly ProgressKey[]]>([
    ['hold', ['stopped']],
    ['recall', ['warehouse_asked']],
    ['cancel', ['cancelled']],
    ['refund_lines', ['cancelled']],
    ['edit_lines', ['cancelled']],
    ['deactivate_gift_card', ['gift_cards_disabled']],
    ['correct_stock', ['stock_corrected']],
    ['refund', ['late_payment_returned', ...REFUND]],
    ['give_bonus', ['bonus_given']],
    ['release', ['turned_back']],
    ['tell', ['told']],
  ])('what the platform refused is about the step it belongs to: %s', (step, subject) => {
    const asked: Attention = { what: 'platform_refused', step, problem, choices };
    expect(subjectOf(asked)).toEqual(subject);
    expect(isFailure(asked)).toBe(true);
  });
});
