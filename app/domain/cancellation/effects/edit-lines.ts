import type { OrderFacts } from '../../order/facts.ts';
import type { RefundPlan } from '../../refund/plan/refund-plan.ts';
import { overtaken } from '../seen/whose-cancel.ts';
import type { CancellationEffect } from './definition.ts';
import { stopOrSettle } from '../choices/standstill-choices.ts';

declare module '../events.ts' {
  interface EffectShapes {
    /** Takes the units off the order by an edit: their price was not paid yet. */
    edit_lines: {
      takes: { readonly refund: RefundPlan; readonly notify: boolean };
      brings: object;
      records: object;
    };
  }
}

/** Takes units off the order by an edit. */
export const editLines: CancellationEffect<'edit_lines'> = {
  isPivot: true,
  key: ({ id }) => id,
  isReadBack: true,
  // An edit bears no mark: of a cancelled order every unit is gone, and nothing shows that one was made.
  recognise: ({ effect: { refund } }, order) =>
    order.cancelledAt === null && areOff(refund.lines, order) ? { kind: 'edit_lines' } : null,
  succeeded: () => [{ type: 'lines_removed', refundId: null }],
  refused: (state, _effect, order, now) => overtaken(state, order, now),
  choices: stopOrSettle,
  records: {},
  steps: ['cancelled'],
};

/** Whether no more of the lines is left on the order than an edit leaves. */
const areOff = (lines: RefundPlan['lines'], order: OrderFacts): boolean =>
  lines.every(({ lineItemId, remaining }) => {
    const line = order.lines.find(({ id }) => id === lineItemId);
    return line !== undefined && line.currentQuantity <= remaining;
  });
