import type { BulkActing, BulkChoice, BulkPlan } from '../../../domain/bulk/bulk.ts';
import { offerOf } from '../../../domain/bulk/bulk.ts';
import { add, equals } from '../../../domain/money.ts';
import { allThatCanBeCancelled } from '../../../domain/policy/all-that-can-be-cancelled.ts';
import type { Policy } from '../../../domain/policy/document/policy.ts';
import { err } from '../../../domain/result.ts';
import { EVERYTHING } from '../../bulk/plan-order.ts';
import { askedByStaff } from './asked-by-staff.ts';
import type { Asker } from './open-cancellation.ts';

/**
 * A staff member cancels one of many orders as they confirmed it: by the authority that they had then, as they would
 * cancel it alone, and only for the amount that they were shown.
 */
export function askedByBulk(acting: BulkActing, choice: BulkChoice, plan: BulkPlan): Asker<Policy> {
  const asked = (selection: ReturnType<typeof allThatCanBeCancelled>) =>
    askedByStaff(acting, { ...EVERYTHING, ...choice, selection, known: plan.known });
  return {
    ...asked({ kind: 'order' }),
    propose(seen) {
      const proposed = asked(allThatCanBeCancelled(seen.order)).propose(seen);
      if (!proposed.ok) return proposed;
      const { refund } = proposed.value.opening.plan;
      const shown = offerOf(plan, choice.issueRefund);
      const back = add(refund.amount, refund.pendingPayment);
      if (shown.ok && !equalsSafely(shown.amount, back)) {
        return err([{ code: 'amount_changed', shown: shown.amount, now: back }]);
      }
      return proposed;
    },
  };
}

const equalsSafely = (a: Parameters<typeof equals>[0], b: Parameters<typeof equals>[1]): boolean =>
  a.currencyCode === b.currencyCode && equals(a, b);
