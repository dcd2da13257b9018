import { describe, expect, it } from 'vitest';

import { refundPlan } from '../../../tests/support/facts/cancellation-plan.ts';
import { PLACED_AT, eur, order } from '../../../tests/support/facts/order-facts.ts';
import { policy, rule } from '../../../tests/support/facts/policies.ts';
import { OWNER, member } from '../../../tests/support/facts/staff-access.ts';
import type { OrderFacts } from '../order/facts.ts';
import { type MoneyBag, money } from '../money.ts';
import { evaluate } from '../policy/evaluation/evaluate.ts';
import { type Evaluation, againstSelection } from '../policy/evaluation/evaluation.ts';
import type { Policy } from '../policy/document/policy.ts';
import type { RefundPlan } from '../refund/plan/refund-plan.ts';
import { err, ok } from '../result.ts';
import { MINUTE } from '../time.ts';
import { type Action, SHOPPER, against, againstActing, staffAuthority } from './authority.ts';
import { movedByPlan } from './money-moved.ts';
import type { StaffAccess } from './staff-access.ts';

const facts = order();
const plan = (changes: Partial<RefundPlan> = {}): RefundPlan => refundPlan(eur(10_000), changes);
const collaborator: StaffAccess = { ...OWNER, role: 'collaborator' };
const granting = (changes: Partial<Policy['staff']['member']>): Policy =>
  policy({
    staff: {
      member: {
        mayCancel: true,
        mayOverridePolicy: true,
        refundUpTo: null,
        bulkRefundPerDay: null,
        ...changes,
      },
      collaborator: {
        mayCancel: false,
        mayOverridePolicy: false,
        refundUpTo: null,
        bulkRefundPerDay: null,
      },
    },
  });
const cancel = (
  refund: RefundPlan,
  evaluation: Evaluation | null = null,
  rate: MoneyBag = facts.total,
): Action => ({
  do: 'cancel',
  money: movedByPlan(refund, rate),
  policySays: evaluation ? againstSelection(evaluation, refund.selection) : [],
  editsOrder: refund.execution === 'edit_lines',
});
const codes = (policy: Policy, access: StaffAccess, action: Action): string[] =>
  against(policy, staffAuthority(access), action).map(({ code }) => code);
const judged = (policy: Policy, now = PLACED_AT, facts: OrderFacts = order()) =>
  evaluate(policy, facts, { buyer: 'customer', now, recentCancellations: 0 });
const late = (policy: Policy) => judged(policy, PLACED_AT + 61 * MINUTE);

describe('what staff may do', () => {
  it('case 55: is nothing without the platform’s own permission, not even for the owner', () => {
    const owner: StaffAccess = { ...OWNER, mayCancelOrders: false };
    expect(codes(policy(), owner, cancel(plan()))).toEqual(['staff_may_not_cancel']);
    for (const action of [
      { do: 'decline' },
      { do: 'resume', money: movedByPlan(plan(), facts.total) },
    ] as const) {
      expect(codes(policy(), owner, action)).toEqual(['staff_may_not_cancel']);
    }
  });

  it('case 55: is for members and collaborators what the policy grants them', () => {
    expect(codes(granting({}), member(), cancel(plan()))).toEqual([]);
    expect(codes(granting({}), collaborator, cancel(plan()))).toEqual(['staff_may_not_cancel']);
    expect(codes(granting({ mayCancel: false }), member(), cancel(plan()))).toEqual([
      'staff_may_not_cancel',
    ]);
  });

  it('case 55: is to look and not to act while nobody knows who they are', () => {
    expect(againstActing(policy(), err({ code: 'platform_unavailable' }))).toEqual({
      code: 'platform_unavailable',
    });
    expect(againstActing(granting({ mayCancel: false }), ok(member()))).toEqual({
      code: 'staff_may_not_cancel',
    });
    expect(againstActing(granting({}), ok(member()))).toBeNull();
  });

  it('case 55: includes a refund, in whatever it is wrapped, only with the permission to refund', () => {
    const mayNotRefund = member({ mayRefundOrders: false });
    const all = plan();
    const wrapped: readonly Action[] = [
      cancel(all),
      cancel(plan({ amount: eur(0), pendingPayment: eur(100) })),
      cancel(plan({ amount: eur(0), bonus: eur(100) })),
      { do: 'approve', money: movedByPlan(all, facts.total), policySays: [], editsOrder: false },
      { do: 'resume', money: movedByPlan(all, facts.total) },
    ];
    for (const action of wrapped) {
      expect(codes(granting({}), mayNotRefund, action)).toEqual(['staff_may_not_refund']);
      expect(codes(granting({}), member(), action)).toEqual([]);
    }
    expect(codes(granting({}), mayNotRefund, cancel(refundPlan(eur(0))))).toEqual([]);
    expect(codes(granting({}), mayNotRefund, { do: 'decline' })).toEqual([]);
  });

  it('takes items off an unpaid order only with the permission to edit orders', () => {
    const edit = cancel(refundPlan(eur(0), { execution: 'edit_lines' }));
    expect(codes(granting({}), member({ mayEditOrders: false }), edit)).toEqual([
      'staff_may_not_edit_orders',
    ]);
    expect(codes(granting({}), member({ mayEditOrders: false }), cancel(plan()))).toEqual([]);
    expect(codes(granting({}), member(), edit)).toEqual([]);
  });

  it('is to change the policy only where neither it nor Shopify sets them a limit', () => {
    const change = { do: 'change_policy' } as const;
    expect(codes(granting({}), member(), change)).toEqual([]);
    for (const limit of [
      { refundUpTo: { EUR: '20.00' }, bulkRefundPerDay: null },
      { mayCancel: false },
      { mayOverridePolicy: false },
    ]) {
      expect(codes(granting(limit), member(), change)).toEqual(['staff_may_not_change_policy']);
      expect(codes(granting(limit), OWNER, change)).toEqual([]);
    }
    for (const lacking of [{ mayCancelOrders: false }, { mayRefundOrders: false }]) {
      expect(codes(granting({}), member(lacking), change)).toEqual(['staff_may_not_change_policy']);
    }
  });

  it('case 60: is to hand over a customer’s data for the store’s own people only', () => {
    const handle = { do: 'handle_data_request' } as const;
    expect(codes(granting({}), OWNER, handle)).toEqual([]);
    expect(codes(granting({}), member(), handle)).toEqual([]);
    expect(codes(granting({}), collaborator, handle)).toEqual(['staff_may_not_see_customer_data']);
  });

  it('is everything for the owner', () => {
    const none = granting({
      mayCancel: false,
      mayOverridePolicy: false,
      refundUpTo: { EUR: '1' },
      bulkRefundPerDay: null,
    });
    expect(codes(none, OWNER, cancel(plan(), late(none)))).toEqual([]);
  });

  it('goes beyond the policy only with leave to', () => {
    const bound = granting({ mayOverridePolicy: false });
    expect(codes(bound, member(), cancel(plan(), late(bound)))).toEqual(['staff_may_not_override']);
    expect(codes(granting({}), member(), cancel(plan(), late(granting({}))))).toEqual([]);
    expect(codes(bound, member(), cancel(plan()))).toEqual([]);
  });

  it('is bound for a part by what the policy says of the part', () => {
    const wholeOnly = {
      ...granting({ mayOverridePolicy: false }),
      rules: [rule({ what: 'whole_order' })],
    };
    const [line] = facts.lines;
    const part = plan({
      selection: { kind: 'lines', lines: line ? [{ lineItemId: line.id, quantity: 1 }] : [] },
    });
    expect(codes(wholeOnly, member(), cancel(part, judged(wholeOnly)))).toEqual([
      'staff_may_not_override',
    ]);
    expect(codes(wholeOnly, member(), cancel(plan(), judged(wholeOnly)))).toEqual([]);
  });

  it('needs no leave for what only customers may not do, such as cancelling a counter sale', () => {
    const bound = granting({ mayOverridePolicy: false });
    const sold = judged(bound, PLACED_AT, order({ isPointOfSale: true }));
    expect(codes(bound, member(), cancel(plan(), sold))).toEqual([]);
  });
});

describe('a refund limit', () => {
  const limited = granting({ refundUpTo: { EUR: '100.00' }, bulkRefundPerDay: null });
  const inDollars = (minor: number) => refundPlan(money(minor, 'USD'));
  /** 2.00 USD for 1.50 EUR. */
  const rate: MoneyBag = { presentment: money(20_000, 'USD'), shop: eur(15_000) };

  it('counts all that leaves the shop, bonus and awaited payments included', () => {
    expect(codes(limited, member(), cancel(plan()))).toEqual([]);
    for (const changes of [
      { amount: eur(10_001) },
      { bonus: eur(1) },
      { pendingPayment: eur(1) },
    ]) {
      const action = cancel(plan(changes));
      expect(against(limited, staffAuthority(member()), action)).toEqual([
        { code: 'staff_refund_limit', limit: eur(10_000) },
      ]);
    }
  });

  it('holds for approvals and for every way on as for cancelling', () => {
    const tooMuch = movedByPlan(plan({ amount: eur(10_001) }), facts.total);
    for (const action of [
      { do: 'approve', money: tooMuch, policySays: [], editsOrder: false },
      { do: 'resume', money: tooMuch },
    ] as const) {
      expect(codes(limited, member(), action)).toEqual(['staff_refund_limit']);
      expect(codes(limited, OWNER, action)).toEqual([]);
    }
  });

  it('case 74: is compared in the shop’s currency at the order’s own rate, rounded against who asks', () => {
    expect(codes(limited, member(), cancel(inDollars(13_333), null, rate))).toEqual([]);
    const action = cancel(inDollars(13_334), null, rate);
    expect(against(limited, staffAuthority(member()), action)).toEqual([
      { code: 'staff_refund_limit', limit: eur(10_000) },
    ]);
  });

  it('case 74: in the customer’s own currency goes before any comparison', () => {
    const both = granting({ refundUpTo: { EUR: '1.00', USD: '200.00' }, bulkRefundPerDay: null });
    expect(codes(both, member(), cancel(inDollars(20_000), null, rate))).toEqual([]);
    expect(codes(both, member(), cancel(inDollars(20_001), null, rate))).toEqual([
      'staff_refund_limit',
    ]);
  });

  it('case 74: that names neither currency is no free pass, and lets cancel without a refund', () => {
    const inYen = granting({ refundUpTo: { JPY: '5000' }, bulkRefundPerDay: null });
    const action = cancel(inDollars(1), null, rate);
    expect(against(inYen, staffAuthority(member()), action)).toEqual([
      { code: 'staff_refund_limit_unnamed', currencyCode: 'USD' },
    ]);
    expect(
      codes(granting({ refundUpTo: {}, bulkRefundPerDay: null }), member(), cancel(plan())),
    ).toEqual(['staff_refund_limit_unnamed']);
    expect(codes(inYen, member(), cancel(inDollars(0), null, rate))).toEqual([]);
  });

  it('case 74: cannot be compared without the order’s rate', () => {
    const unknown: MoneyBag = { presentment: money(0, 'USD'), shop: eur(0) };
    expect(codes(limited, member(), cancel(inDollars(1), null, unknown))).toEqual([
      'staff_refund_limit_unnamed',
    ]);
  });
});

describe('what a shopper may do', () => {
  it('is what the policy says, and to stop what they asked for themselves', () => {
    expect(against(policy(), SHOPPER, { do: 'request', policySays: [] })).toEqual([]);
    const refused = { do: 'request', policySays: [{ code: 'policy_disabled' }] } as const;
    expect(against(policy(), SHOPPER, refused)).toEqual([{ code: 'policy_disabled' }]);
    const withdraw = (kind: 'shopper' | 'system') =>
      against(policy(), SHOPPER, { do: 'withdraw', requestedBy: { kind } });
    expect(withdraw('shopper')).toEqual([]);
    expect(withdraw('system')).toEqual([{ code: 'not_found' }]);
  });

  it('is nothing that staff do', () => {
    for (const action of [
      cancel(refundPlan(eur(0))),
      { do: 'decline' },
      { do: 'change_policy' },
      { do: 'handle_data_request' },
      { do: 'resume', money: movedByPlan(refundPlan(eur(0)), facts.total) },
    ] as const) {
      expect(against(policy(), SHOPPER, action)).toEqual([{ code: 'not_found' }]);
    }
    expect(codes(policy(), OWNER, { do: 'request', policySays: [] })).toEqual(['not_found']);
  });
});
