import { describe, expect, it } from 'vitest';

import { cancellationPlan, refundPlan } from '../../../../tests/support/facts/cancellation-plan.ts';
import { eur } from '../../../../tests/support/facts/order-facts.ts';
import type {
  CancellationId,
  FulfillmentHoldId,
  FulfillmentOrderId,
  OrderId,
  RefundId,
  TransactionId,
} from '../../ids.ts';
import type { RefundPlan, RefundShare } from '../../refund/plan/refund-plan.ts';
import type { Attention, CancellationEvent, RecordedEvent } from '../events.ts';
import type { CancellationPlan } from '../plan.ts';
import { progressOf } from './progress.ts';
import { fold } from '../machine/evolve.ts';

const ID = '00000000-0000-4000-8000-000000000001' as CancellationId;
const WORK = 'gid://shopify/FulfillmentOrder/1' as FulfillmentOrderId;
const HOLD = 'gid://shopify/FulfillmentHold/1' as FulfillmentHoldId;
const problem = { kind: 'refused', code: null, message: 'No.' } as const;

const share = (amount: number, changes: Partial<RefundShare> = {}): RefundShare => ({
  parentId: 'gid://shopify/OrderTransaction/1' as TransactionId,
  gateway: 'shopify_payments',
  gatewayName: 'Visa',
  isManual: false,
  amount: eur(amount),
  ...changes,
});
const PLAN = refundPlan(eur(10_000), { shares: [share(10_000)] });
const LATER = refundPlan(eur(10_000), { shares: [share(10_000)], execution: 'after_cancel' });

const requested = (
  refund: RefundPlan = PLAN,
  plan: Partial<CancellationPlan> = {},
): CancellationEvent => ({
  type: 'requested',
  orderId: 'gid://shopify/Order/1042' as OrderId,
  actor: { kind: 'shopper' },
  channel: 'order_page',
  handling: 'automatic',
  reasonId: null,
  policyVersion: 1,
  plan: cancellationPlan(refund, plan),
  reviewDeadline: null,
  workUnderWay: false,
  mails: [],
  reviewReasons: [],
});
const ready = (refund: RefundPlan = PLAN, recall = false): CancellationEvent => ({
  type: 'readiness_confirmed',
  toRecall: recall ? [WORK] : [],
  refund,
});
const inspected: CancellationEvent = { type: 'fulfillment_inspected', toHold: [] };
const cancelled: CancellationEvent = { type: 'cancel_confirmed', cancelledAt: 4_000 };
const accepted: CancellationEvent = {
  type: 'refund_accepted',
  refundId: 'gid://shopify/Refund/1' as RefundId,
};
const observed = (outcome: 'settled' | 'on_its_way'): CancellationEvent => ({
  type: 'money_observed',
  outcome,
  arrived: eur(0),
  onItsWay: eur(0),
});
const settled = observed('settled');
const told: CancellationEvent = { type: 'told', template: 'cancelled' };
const completed: CancellationEvent = { type: 'completed' };
const raised = (attention: Attention): CancellationEvent => ({
  type: 'attention_raised',
  attention,
});
const refundFailed = raised({
  what: 'refund_failed',
  missing: [share(10_000)],
  amount: eur(10_000),
  choices: ['retry', 'refund_as_store_credit', 'settled_by_hand'],
});
const resumed = (choice: Extract<CancellationEvent, { type: 'resumed' }>['choice']) =>
  ({ type: 'resumed', actor: { kind: 'staff', staffId: '1' }, choice }) as const;

/** "key: state" after these events, one a second. */
function progress(...events: readonly CancellationEvent[]): readonly string[] {
  const recorded = events.map((event, index): RecordedEvent => ({
    ...event,
    seq: index + 1,
    at: (index + 1) * 1_000,
  }));
  return progressOf(fold(recorded, ID), recorded).map(({ key, state }) => `${key}: ${state}`);
}

describe('a refund that was refused', () => {
  it.each<[string, readonly CancellationEvent[]]>([
    ['asked for with the cancel', [requested(), inspected, ready(), cancelled, refundFailed]],
    [
      'of its own, after Shopify had accepted it',
      [requested(LATER), inspected, ready(LATER), cancelled, accepted, refundFailed],
    ],
    [
      'that had been on its way',
      [requested(), inspected, ready(), cancelled, observed('on_its_way'), told, refundFailed],
    ],
    [
      'that had arrived and came back after the end (case 5)',
      [requested(), inspected, ready(), cancelled, settled, told, completed, refundFailed],
    ],
    [
      'by Shopify itself',
      [
        requested(LATER),
        inspected,
        ready(LATER),
        cancelled,
        raised({ what: 'platform_refused', step: 'refund', problem, choices: ['retry'] }),
      ],
    ],
  ])('is never shown as sent: %s', (_what, events) => {
    const shown = progress(...events);
    expect(shown).toContain('refund_sent: failed');
    expect(shown).toContain('refund_arrived: todo');
    expect(shown.filter((step) => step.endsWith('failed'))).toEqual(['refund_sent: failed']);
    expect(shown).toContain('cancelled: done');
  });

  it('is under way again while it is tried again, and sent once that was accepted', () => {
    const again = [requested(), inspected, ready(), cancelled, refundFailed, resumed('retry')];
    expect(progress(...again)).toContain('refund_sent: current');
    expect(progress(...again, accepted)).toContain('refund_sent: done');
  });

  it('becomes store credit where a person chose so, and no refund is left on the way', () => {
    const credit = [
      requested(),
      inspected,
      ready(),
      cancelled,
      refundFailed,
      resumed('refund_as_store_credit'),
    ];
    expect(progress(...credit)).toEqual([
      'requested: done',
      'stopped: done',
      'cancelled: done',
      'store_credit_given: current',
      'told: todo',
    ]);
    expect(progress(...credit, accepted, settled)).toContain('store_credit_given: done');
  });

  it('and was paid back by hand says that, and not that it was sent', () => {
    const byHand = [requested(), inspected, ready(), cancelled, refundFailed];
    expect(progress(...byHand, resumed('settled_by_hand'), told, completed)).toEqual([
      'requested: done',
      'stopped: done',
      'cancelled: done',
      'paid_by_hand: done',
      'told: done',
    ]);
  });
});

describe('a warehouse that is asked to stop', () => {
  const recalling = [requested(), inspected, ready(PLAN, true)];
  const submitted: CancellationEvent = { type: 'recall_submitted', fulfillmentOrderId: WORK };
  const agreed: CancellationEvent = { type: 'recall_accepted', fulfillmentOrderId: WORK };

  it('case 30: has not stopped before it has agreed', () => {
    expect(progress(...recalling)).toEqual([
      'requested: done',
      'warehouse_asked: current',
      'stopped: todo',
      'cancelled: todo',
      'refund_sent: todo',
      'told: todo',
      'refund_arrived: todo',
    ]);
    expect(progress(...recalling, submitted)).toContain('stopped: current');
    expect(progress(...recalling, submitted, agreed)).toContain('stopped: current');
    expect(progress(...recalling, submitted, agreed, ready())).toContain('stopped: done');
  });

  it('is where it stands still when the warehouse does not answer', () => {
    const silent = raised({ what: 'warehouse_silent', choices: ['retry', 'turn_back'] });
    expect(progress(...recalling, submitted, silent)).toEqual([
      'requested: done',
      'warehouse_asked: done',
      'stopped: failed',
      'cancelled: todo',
      'refund_sent: todo',
      'told: todo',
      'refund_arrived: todo',
    ]);
  });

  it('that says no leaves nothing stopped', () => {
    const refused: CancellationEvent = {
      type: 'turned_back',
      ending: 'declined',
      why: { code: 'warehouse_refused' },
      actor: { kind: 'system' },
    };
    expect(progress(...recalling, submitted, refused)).toEqual([
      'requested: done',
      'warehouse_asked: done',
      'turned_back: current',
    ]);
    const answered: CancellationEvent = { type: 'told', template: 'declined' };
    const ended: CancellationEvent = { type: 'ended', ending: 'declined' };
    expect(progress(...recalling, submitted, refused, answered, ended).slice(2)).toEqual([
      'turned_back: failed',
      'told: done',
    ]);
  });
});

describe('the mark of what did not succeed stands at its own step', () => {
  const beforeCancel = [requested(), inspected, ready()];
  const afterCancel = [...beforeCancel, cancelled];
  it.each<[Attention, readonly CancellationEvent[], string]>([
    [
      { what: 'platform_refused', step: 'cancel', problem, choices: ['retry'] },
      beforeCancel,
      'cancelled: failed',
    ],
    [
      { what: 'mail_failed', problem, choices: ['retry', 'skip_mail'] },
      [...afterCancel, settled],
      'told: failed',
    ],
    [
      { what: 'refund_unconfirmed', amount: eur(10_000), shares: null, choices: ['retry'] },
      [...afterCancel, observed('on_its_way'), told],
      'refund_arrived: failed',
    ],
    [
      { what: 'payment_silent', amount: eur(10_000), choices: ['retry'] },
      [requested(), inspected, { type: 'payment_awaited', pending: eur(10_000) }],
      'payment_answered: failed',
    ],
  ])('%o', (attention, events, step) => {
    const shown = progress(...events, raised(attention));
    expect(shown.filter((line) => line.endsWith('failed'))).toEqual([step]);
    expect(shown.some((line) => line.endsWith('current'))).toBe(false);
  });

  it('and what is a person’s to decide has not failed', () => {
    const hold: CancellationEvent = {
      type: 'hold_placed',
      fulfillmentOrderId: WORK,
      holdId: HOLD,
    };
    const decide = raised({
      what: 'amount_changed',
      planned: eur(10_000),
      refundable: eur(9_000),
      choices: ['accept_amount', 'turn_back'],
    });
    const events = [requested(), { ...inspected, toHold: [WORK] }, hold, decide];
    expect(progress(...events).slice(0, 3)).toEqual([
      'requested: done',
      'stopped: done',
      'cancelled: current',
    ]);
  });
});

describe('money', () => {
  it('case 22: handed over outside any gateway is paid back by hand, never sent', () => {
    const cash = refundPlan(eur(10_000), { shares: [share(10_000, { isManual: true })] });
    const waits = raised({
      what: 'pay_back_by_hand',
      shares: cash.shares,
      amount: eur(10_000),
      choices: ['settled_by_hand'],
    });
    const events = [requested(cash), inspected, ready(cash), cancelled, settled, told, waits];
    expect(progress(...events)).toEqual([
      'requested: done',
      'stopped: done',
      'cancelled: done',
      'paid_by_hand: current',
      'told: done',
    ]);
    expect(progress(...events, resumed('settled_by_hand'), completed)).toContain(
      'paid_by_hand: done',
    );
  });

  it('case 24: that came late is a matter of its own: what was refunded stays refunded', () => {
    const late = raised({
      what: 'late_payment',
      amount: eur(500),
      shares: [share(500)],
      choices: ['refund_late_payment', 'settled_by_hand'],
    });
    const events = [requested(), inspected, ready(), cancelled, settled, told, completed, late];
    const before = ['refund_sent: done', 'told: done', 'refund_arrived: done'];
    expect(progress(...events).slice(3)).toEqual([...before, 'late_payment_returned: current']);
    const back = [...events, resumed('refund_late_payment')];
    expect(progress(...back).slice(3)).toEqual([...before, 'late_payment_returned: current']);
    expect(progress(...back, accepted, settled, completed).slice(3)).toEqual([
      ...before,
      'late_payment_returned: done',
    ]);
  });

  it('case 1: that was only reserved is released', () => {
    const authorized = refundPlan(eur(0), {
      releases: [
        {
          transactionId: 'gid://shopify/OrderTransaction/1' as TransactionId,
          gateway: 'shopify_payments',
          gatewayName: 'Visa',
          amount: eur(10_000),
        },
      ] as never,
    });
    const events = [requested(authorized), inspected, ready(authorized), cancelled];
    expect(progress(...events)).toContain('payment_released: todo');
    expect(progress(...events, settled)).toContain('payment_released: done');
    expect(progress(...events, settled).some((step) => step.startsWith('refund'))).toBe(false);
  });
});

describe('telling the customer', () => {
  it('is not done by the mail that only says that the request has arrived', () => {
    const receipt: CancellationEvent = { type: 'told', template: 'received' };
    const events = [
      requested(),
      inspected,
      { type: 'payment_awaited', pending: eur(10_000) } as const,
      receipt,
    ];
    expect(progress(...events)).toContain('told: todo');
  });

  it('did not succeed where a person went on without the mail', () => {
    const refused = raised({ what: 'mail_failed', problem, choices: ['retry', 'skip_mail'] });
    const intended: CancellationEvent = {
      type: 'effect_intended',
      effect: { kind: 'tell', template: 'cancelled' },
      key: `${ID}-cancelled`,
    };
    expect(
      progress(
        requested(),
        inspected,
        ready(),
        cancelled,
        settled,
        intended,
        refused,
        resumed('skip_mail'),
        completed,
      ).slice(-2),
    ).toEqual(['told: failed', 'refund_arrived: done']);
  });
});
