import { staffAuthority } from '../../../domain/authority/authority.ts';
import type { BulkActing, BulkChoice, BulkPlan } from '../../../domain/bulk/bulk.ts';
import { offerOf } from '../../../domain/bulk/bulk.ts';
import { add, equals } from '../../../domain/money.ts';
import { allThatCanBeCancelled } from '../../../domain/policy/all-that-can-be-cancelled.ts';
import type { Policy } from '../../../domain/policy/document/policy.ts';
import { err, ok } from '../../../domain/result.ts';
import { EVERYTHING } from '../../bulk/plan-order.ts';
import { cancelling, judgeStaffOrder } from '../../order/read-staff-order.ts';
import type { Asker } from './open-cancellation.ts';
import { planStaffChoice } from './staff-choice.ts';

/**
 * A staff member cancels one of many orders as they confirmed it: by the authority that they had then, and only for
 * the amount that they were shown.
 */
export const askedByBulk = (
  { actor, channel, access }: BulkActing,
  choice: BulkChoice,
  plan: BulkPlan,
): Asker<Policy> => ({
  by: { actor, channel, authority: staffAuthority(access) },
  viewer: { kind: 'staff' },
  known: plan.known,
  faults: [],
  againstSeeing: () => null,
  readGrounds: ({ policies }, shop) => policies.current(shop),
  propose({ order, records, grounds: policy, mailing: { ownMail }, now }) {
    const view = judgeStaffOrder(ok(access), { order, records, policy, ownMail, now });
    const { forCustomer, before, offer } = view;
    if (!offer.available) return err(offer.refusals);
    const selection = allThatCanBeCancelled(order);
    const planned = planStaffChoice(
      { ...EVERYTHING, ...choice, selection },
      order,
      before,
      ownMail,
    );
    if (!planned.ok) return planned;
    const { plan: planNow, texts } = planned.value;
    const { refund } = planNow;
    const shown = offerOf(plan, choice.issueRefund);
    const back = add(refund.amount, refund.pendingPayment);
    if (shown.ok && !equalsSafely(shown.amount, back)) {
      return err([{ code: 'amount_changed', shown: shown.amount, now: back }]);
    }
    return ok({
      policy,
      action: cancelling(order, refund, forCustomer),
      opening: { handling: 'automatic', reasonId: null, plan: planNow },
      texts: { customerComment: null, proofOfPayment: null, ...texts },
      limit: null,
    });
  },
});

const equalsSafely = (a: Parameters<typeof equals>[0], b: Parameters<typeof equals>[1]): boolean =>
  a.currencyCode === b.currencyCode && equals(a, b);
