import { describe, expect, test } from 'vitest';

import type { StaffMember } from '../../app/application/cancellation/open/asked-by-staff.ts';
import type { AttentionChoice } from '../../app/domain/cancellation/events.ts';
import type { ShopDomain } from '../../app/domain/ids.ts';
import { choicesFor } from '../../app/domain/authority/choices.ts';
import { DAY, HOUR } from '../../app/domain/time.ts';
import { member } from '../support/facts/staff-access.ts';
import { openStage, type Stage } from './stage.ts';

/* Who may lead a cancellation on that needs a person: the money that each way on moves decides. */

const limited: StaffMember = {
  actor: { kind: 'staff', staffId: '2' },
  channel: 'app',
  access: member(),
};
const mayNotRefund: StaffMember = {
  ...limited,
  access: member({ mayRefundOrders: false }),
};
const document = {
  staff: {
    member: {
      mayCancel: true,
      mayOverridePolicy: true,
      refundUpTo: { EUR: '1.00' },
      bulkRefundPerDay: null,
    },
    collaborator: {
      mayCancel: false,
      mayOverridePolicy: false,
      refundUpTo: null,
      bulkRefundPerDay: null,
    },
  },
} as const;

const codes = (result: { readonly ok: boolean; readonly error?: unknown }): string[] =>
  result.ok ? [] : (result.error as { code: string }[]).map(({ code }) => code);

async function refundCameBack(): Promise<Stage> {
  const stage = await openStage({ policy: { document } });
  stage.scene.world.faults.inject({
    fault: {
      at: 'gateway',
      gateway: '*',
      action: 'refund',
      effect: { kind: 'fail_later', afterMs: 3 * DAY },
    },
  });
  await stage.request();
  await stage.settle(4 * DAY);
  return stage;
}

async function paidLate(): Promise<Stage> {
  const stage = await openStage({ payment: 'cash_on_delivery', policy: { document } });
  await stage.cancel();
  await stage.settle();
  stage.scene.world.commerce.receivePayment(stage.scene.domain, stage.order.id, {
    gateway: 'shopify_payments',
    amount: 5_000,
  });
  await stage.settle(HOUR);
  return stage;
}

/** Cash that a person has to hand over. */
async function cashOwed(): Promise<Stage> {
  const stage = await openStage({ payment: 'cash_received', policy: { document } });
  await stage.cancel();
  await stage.settle();
  return stage;
}

/** Staff gave back 5.00 of 25.00 in the admin while the customer's request waited for its hold. */
async function amountChanged(): Promise<Stage> {
  const stage = await openStage({ policy: { document } });
  const { commerce } = stage.scene.world;
  await stage.request();
  commerce.refundInAdmin(stage.scene.domain, stage.order.id, { amount: 500 });
  await stage.settle();
  return stage;
}

/** The platform does not let the refund of a chosen amount happen. */
async function refundRefused(): Promise<Stage> {
  const stage = await openStage({ policy: { document } });
  stage.scene.world.faults.inject({
    fault: { at: 'admin_api', operation: 'refundCreate', effect: { kind: 'root_denied' } },
  });
  await stage.cancel({ amount: '10.00' });
  await stage.settle(HOUR);
  return stage;
}

describe('case 55: under "needs attention"', () => {
  test.each([
    ['retry', refundCameBack],
    ['refund_as_store_credit', refundCameBack],
    ['settled_by_hand', refundCameBack],
    ['refund_late_payment', paidLate],
    ['settled_by_hand', paidLate],
    ['settled_by_hand', cashOwed],
    ['accept_amount', amountChanged],
    ['retry', refundRefused],
    ['settled_by_hand', refundRefused],
  ] as const)(
    '%s is weighed with the money that it moves, against limit and permission',
    async (choice: AttentionChoice, open) => {
      const stage = await open();
      const before = await stage.record();
      expect(before.state.attention?.choices).toContain(choice);
      expect(codes(await stage.resume(choice, 'T-1', limited))).toEqual(['staff_refund_limit']);
      expect(codes(await stage.resume(choice, 'T-1', mayNotRefund))).toEqual([
        'staff_may_not_refund',
      ]);
      expect((await stage.record()).state.seq).toBe(before.state.seq);
      expect((await stage.resume(choice, 'T-1')).ok).toBe(true);
    },
  );

  test('ways on that move no money stay open to who may cancel and not refund', async () => {
    const stage = await openStage({ policy: { document } });
    await stage.request();
    stage.scene.world.commerce.openDispute(stage.scene.domain, stage.order.id, 'CHARGEBACK');
    await stage.settle(HOUR);
    const { state } = await stage.record();
    expect(state.attention?.what).toBe('dispute_open');
    const policy = await stage.deps.policies.current(stage.scene.domain as ShopDomain);
    expect(choicesFor(policy, mayNotRefund.access, state)).toEqual({
      choices: ['go_on_without_refund', 'turn_back'],
      refusals: [{ code: 'staff_may_not_refund' }],
    });
    expect((await stage.resume('go_on_without_refund', '', mayNotRefund)).ok).toBe(true);
    await stage.settle();
    expect(stage.ledger()).toMatchObject({ cancels: 1, refunded: {} });
  });
});
