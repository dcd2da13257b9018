import type { RefundId } from '../../ids.ts';
import { zero } from '../../money.ts';
import { hasOpenDispute } from '../../order/payment/disputes.ts';
import { isLacking } from '../../refund/truth.ts';
import { moved } from '../../saga/underway.ts';
import { moneySettled } from '../choices/money-settled.ts';
import { attention } from '../choices/verdicts.ts';
import { recounted } from '../refund-due.ts';
import { refundFailed, truthOf } from '../seen/saw-money.ts';
import type { CancellationEffect } from './definition.ts';
import { askedForRefund, refundKey, refundMarkedBy } from './marked-refund.ts';
import { SETTLE } from '../choices/standstill-choices.ts';

declare module '../events.ts' {
  interface EffectShapes {
    refund: {
      takes: MoneyBack;
      brings: { readonly refundId: RefundId };
      records: { refund_accepted: { readonly refundId: RefundId } };
    };
  }
}

/** Gives money back that the pivot itself has not given back. */
export const refund: CancellationEffect<'refund'> = {
  key: refundKey,
  isReadBack: true,
  recognise({ key }, order) {
    const refundId = refundMarkedBy(key, order);
    return refundId && { kind: 'refund', refundId };
  },
  succeeded: (_effect, { refundId }) => [{ type: 'refund_accepted', refundId }],
  refused(state, _effect, order, now) {
    // Others gave back some of it meanwhile: what is left is asked for, without a person.
    const left = recounted(state, truthOf(state, order, now));
    return left.length > 0 ? left : null;
  },
  choices: () => SETTLE,
  intended: askedForRefund,
  records: {
    refund_accepted: (state, { refundId }) => ({
      ...state,
      ...moved,
      status: 'verifying',
      refundDue: null,
      refundSent: state.refundDue,
      refundRound: state.refundRound + 1,
      refundIds: [...state.refundIds, refundId],
    }),
  },
  undone: (state, order, now) => recounted(state, truthOf(state, order, now)),
  whileAsked(state, order, now) {
    const truth = truthOf(state, order, now);
    // Sent while the customer's bank looks into the payment, it could pay them twice.
    if (isLacking(truth) && hasOpenDispute(order)) {
      return { settles: false, events: [attention(refundFailed(state, order, truth))] };
    }
    const events = recounted(state, truth);
    const [count] = events;
    return { settles: count?.type === 'refund_recounted' && count.due === null, events };
  },
  closedBy: {
    settled_by_hand({ refundDue, plan }, on) {
      if (!refundDue) return on;
      return refundDue.method === 'original' || plan.refund.method === 'store_credit'
        ? moneySettled(on, refundDue.shares, zero(refundDue.amount.currencyCode))
        : moneySettled(on, [], refundDue.amount);
    },
  },
  steps: ['late_payment_returned', 'refund_sent', 'store_credit_given', 'paid_by_hand'],
};
