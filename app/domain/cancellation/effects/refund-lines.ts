import type { RefundId } from '../../ids.ts';
import type { RefundPlan } from '../../refund/plan/refund-plan.ts';
import { pastThePivot } from '../pivot.ts';
import { overtaken } from '../seen/whose-cancel.ts';
import type { CancellationEffect } from './definition.ts';
import { askedForRefund, refundKey, refundMarkedBy } from './marked-refund.ts';
import { stopOrSettle } from '../choices/standstill-choices.ts';

declare module '../events.ts' {
  interface EffectShapes {
    /** Takes the units off the order and gives the money for them back, in one refund. */
    refund_lines: {
      takes: { readonly refund: RefundPlan; readonly notify: boolean };
      brings: { readonly refundId: RefundId };
      records: {
        /** The pivot of a partial cancellation: the units are off the order; null when an edit took them. */
        lines_removed: { readonly refundId: RefundId | null };
      };
    };
  }
}

/** Takes units off the order and gives the money for them back. */
export const refundLines: CancellationEffect<'refund_lines'> = {
  isPivot: true,
  key: refundKey,
  isReadBack: true,
  recognise({ key }, order) {
    const refundId = refundMarkedBy(key, order);
    return refundId && { kind: 'refund_lines', refundId };
  },
  succeeded: (_effect, { refundId }) => [{ type: 'lines_removed', refundId }],
  refused: (state, _effect, order, now) => overtaken(state, order, now),
  choices: stopOrSettle,
  intended: askedForRefund,
  records: {
    lines_removed: (state, { refundId, at }) => ({
      ...pastThePivot(state, at),
      refundIds: refundId ? [...state.refundIds, refundId] : state.refundIds,
      refundRound: refundId ? state.refundRound + 1 : state.refundRound,
    }),
  },
  steps: ['cancelled'],
};
