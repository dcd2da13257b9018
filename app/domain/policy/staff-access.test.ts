import { describe, expect, it } from 'vitest';
import { refundPlan } from '../../../tests/support/cancellation-plan.ts';
import { PLACED_AT, eur, order } from '../../../tests/support/order-facts.ts';
import { policy, rule } from '../../../tests/support/policies.ts';
import { MINUTE } from '../time.ts';
import type { RefundPlan } from '../refund/refund-plan.ts';
import { money } from '../money.ts';
import { err, ok } from '../result.ts';
import { evaluate } from './evaluate.ts';
import type { Policy } from './policy.ts';
import {
  type StaffAccess,
  againstActing,
  staffMayChangePolicy,
  staffRefusals,
} from './staff-access.ts';

const facts = order();
const plan = (changes: Partial<RefundPlan> = {}): RefundPlan => refundPlan(eur(10_000), changes);
const member: StaffAccess = { role: 'member', mayCancelOrders: true };
const granting = (changes: Partial<Policy['staff']['member']>): Policy =>
  policy({
    staff: {
      member: { mayCancel: true, mayOverridePolicy: true, refundUpTo: null, ...changes },
      collaborator: { mayCancel: false, mayOverridePolicy: false, refundUpTo: null },
    },
  });
const codes = (...given: Parameters<typeof staffRefusals>): string[] =>
  staffRefusals(...given).map(({ code }) => code);
const late = (policy: Policy) =>
  evaluate(policy, facts, {
    buyer: 'customer',
    now: PLACED_AT + 61 * MINUTE,
    recentCancellations: 0,
  });

describe('what staff may do', () => {
  it('case 55: is nothing without the platform’s own permission, not even for the owner', () => {
    const owner: StaffAccess = { role: 'owner', mayCancelOrders: false };
    expect(codes(policy(), owner, null, plan())).toEqual(['staff_may_not_cancel']);
  });

  it('case 55: is for members and collaborators what the policy grants them', () => {
    const collaborator: StaffAccess = { role: 'collaborator', mayCancelOrders: true };
    expect(codes(granting({}), member, null, plan())).toEqual([]);
    expect(codes(granting({}), collaborator, null, plan())).toEqual(['staff_may_not_cancel']);
    expect(codes(granting({ mayCancel: false }), member, null, plan())).toEqual([
      'staff_may_not_cancel',
    ]);
  });

  it('case 55: is to look and not to act while nobody knows who they are', () => {
    expect(againstActing(policy(), err({ code: 'platform_unavailable' }))).toEqual({
      code: 'platform_unavailable',
    });
    expect(againstActing(granting({ mayCancel: false }), ok(member))).toEqual({
      code: 'staff_may_not_cancel',
    });
    expect(againstActing(granting({}), ok(member))).toBeNull();
  });

  it('is to change the policy only where it sets them no limit: nobody lifts their own', () => {
    const owner: StaffAccess = { role: 'owner', mayCancelOrders: true };
    expect(staffMayChangePolicy(granting({}), member)).toBe(true);
    for (const limit of [
      { refundUpTo: { EUR: '20.00' } },
      { mayCancel: false },
      { mayOverridePolicy: false },
    ]) {
      expect(staffMayChangePolicy(granting(limit), member)).toBe(false);
      expect(staffMayChangePolicy(granting(limit), owner)).toBe(true);
    }
    const readOnly: StaffAccess = { role: 'member', mayCancelOrders: false };
    expect(staffMayChangePolicy(granting({}), readOnly)).toBe(false);
  });

  it('is everything for the owner', () => {
    const none = granting({ mayCancel: false, mayOverridePolicy: false, refundUpTo: { EUR: '1' } });
    const owner: StaffAccess = { role: 'owner', mayCancelOrders: true };
    expect(codes(none, owner, late(none), plan())).toEqual([]);
  });

  it('goes beyond the policy only with leave to', () => {
    const bound = granting({ mayOverridePolicy: false });
    expect(codes(bound, member, late(bound), plan())).toEqual(['staff_may_not_override']);
    expect(codes(granting({}), member, late(granting({})), plan())).toEqual([]);
    expect(codes(bound, member, null, plan())).toEqual([]);
  });

  it('is bound for a part by what the policy says of the part', () => {
    const wholeOnly = {
      ...granting({ mayOverridePolicy: false }),
      rules: [rule({ what: 'whole_order' })],
    };
    const asked = { buyer: 'customer', now: PLACED_AT, recentCancellations: 0 } as const;
    const [line] = facts.lines;
    const part = plan({
      selection: { kind: 'lines', lines: line ? [{ lineItemId: line.id, quantity: 1 }] : [] },
    });
    expect(codes(wholeOnly, member, evaluate(wholeOnly, facts, asked), part)).toEqual([
      'staff_may_not_override',
    ]);
    expect(codes(wholeOnly, member, evaluate(wholeOnly, facts, asked), plan())).toEqual([]);
  });

  it('needs no leave for what only customers may not do, such as cancelling a counter sale', () => {
    const bound = granting({ mayOverridePolicy: false });
    const sold = evaluate(bound, order({ isPointOfSale: true }), {
      buyer: 'customer',
      now: PLACED_AT,
      recentCancellations: 0,
    });
    expect(codes(bound, member, sold, plan())).toEqual([]);
  });

  it('gives back up to the limit, bonus and awaited payments included', () => {
    const limited = granting({ refundUpTo: { EUR: '100.00' } });
    expect(codes(limited, member, null, plan())).toEqual([]);
    for (const changes of [
      { amount: eur(10_001) },
      { bonus: eur(1) },
      { pendingPayment: eur(1) },
    ]) {
      expect(staffRefusals(limited, member, null, plan(changes))).toEqual([
        { code: 'staff_refund_limit', limit: eur(10_000) },
      ]);
    }
    const inYen = refundPlan(money(99_999, 'JPY'));
    expect(codes(limited, member, null, inYen)).toEqual([]);
  });
});
