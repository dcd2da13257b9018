import { describe, expect, it } from 'vitest';

import {
  Case,
  half,
  oneUnit,
  twoLines,
  unpaid,
} from '../../../../tests/support/facts/cancellation-case.ts';
import {
  PLACED_AT,
  bag,
  eur,
  order,
  transaction,
} from '../../../../tests/support/facts/order-facts.ts';
import { id } from '../../../../tests/support/facts/refund-plans.ts';
import type { RefundId } from '../../ids.ts';
import type { OrderFacts, RefundFacts, TransactionFacts } from '../../order/facts.ts';
import { DAY, MINUTE } from '../../time.ts';
import { latePayment, sawAftermath, sawMoney, truthOf } from './saw-money.ts';
import type { Cancellation } from '../state.ts';

const NOW = PLACED_AT + 100 * DAY;
const refundId = (number: number) => `gid://shopify/Refund/${number}` as RefundId;
const OWN = refundId(1);

/** 30.00 by gift card, and 70.00 by card. */
const facts = order({
  transactions: [
    transaction({
      id: id(1),
      gateway: 'gift_card',
      gatewayName: 'Gift card',
      amount: bag(eur(3_000)),
    }),
    transaction({ id: id(2), amount: bag(eur(7_000)) }),
  ],
});
/** Half of it comes back by a refund of its own, which was asked for a second ago. */
const { state: opened } = new Case({ facts, choice: half, by: 'staff' });
const state: Cancellation = {
  ...opened,
  status: 'verifying',
  since: NOW,
  cancelledAt: NOW,
  refundAskedAt: NOW - 1_000,
  refundIds: [OWN],
};

/** The order after a refund of these amounts: of the first payment, the second, and as credit. */
function refunded(
  of: OrderFacts,
  amounts: readonly number[],
  changes: Partial<TransactionFacts> = {},
  refund: Partial<RefundFacts> = {},
): OrderFacts {
  const made = amounts.flatMap((minor, index) =>
    minor === 0
      ? []
      : [
          transaction({
            id: id(100 + 10 * of.transactions.length + index),
            kind: 'REFUND',
            parentId: index === 2 ? null : id(index + 1),
            amount: bag(eur(minor)),
            ...changes,
          }),
        ],
  );
  const given: RefundFacts = {
    id: OWN,
    createdAt: NOW,
    note: null,
    total: bag(eur(0)),
    lines: [],
    shipping: { amount: eur(0), tax: eur(0) },
    duties: [],
    transactionIds: made.map((t) => t.id),
    ...refund,
  };
  return {
    ...of,
    transactions: [...of.transactions, ...made],
    refunds: [...of.refunds, given],
  };
}
const later = (age: number): Cancellation => ({ ...state, since: NOW - age });
const asked = (attention: object) => [{ type: 'attention_raised', attention }];
const dispute = { disputes: [{ initiatedAs: 'CHARGEBACK', status: 'NEEDS_RESPONSE' }] } as const;

describe('case 4: the money of a cancellation that is looked at', () => {
  it('has arrived once every payment has its share', () => {
    expect(sawMoney(state, refunded(facts, [3_000, 2_000]), NOW)).toEqual([
      { type: 'money_observed', outcome: 'settled', arrived: eur(5_000), onItsWay: eur(0) },
    ]);
  });

  it('is on its way while a gateway has not answered, which is said once', () => {
    const pending = refunded(facts, [3_000, 2_000], { status: 'PENDING' });
    const events = [
      { type: 'money_observed', outcome: 'on_its_way', arrived: eur(0), onItsWay: eur(5_000) },
    ];
    expect(sawMoney(state, pending, NOW)).toEqual(events);
    const money = { outcome: 'on_its_way', arrived: eur(0), onItsWay: eur(5_000) } as const;
    expect(sawMoney({ ...state, money }, pending, NOW)).toEqual([]);
  });

  it('of which a refund is nowhere to be seen is waited for two minutes', () => {
    expect(sawMoney(later(2 * MINUTE), facts, NOW)).toEqual([]);
    expect(sawMoney(later(2 * MINUTE + 1), facts, NOW)).toMatchObject(
      asked({ what: 'refund_failed', amount: eur(5_000) }),
    );
  });

  it.each(['FAILURE', 'ERROR'] as const)('is asked about at once after a %s', (status) => {
    const failed = refunded(
      refunded(facts, [3_000, 0]),
      [0, 2_000],
      { status },
      { id: refundId(2) },
    );
    const twice = { ...state, refundIds: [OWN, refundId(2)] };
    expect(sawMoney(twice, failed, NOW)).toEqual(
      asked({
        what: 'refund_failed',
        missing: [{ ...state.plan.refund.shares[1], amount: eur(2_000) }],
        amount: eur(2_000),
        choices: ['retry', 'refund_as_store_credit', 'settled_by_hand'],
      }),
    );
    // Of this failure a person was asked before: the newest refund has not shown its end.
    const first = refunded(facts, [0, 2_000], { status });
    const again = refunded(first, [3_000, 0], {}, { id: refundId(2) });
    expect(sawMoney(twice, again, NOW)).toEqual([]);
    // The newest refund does not show at all: any failure counts.
    expect(sawMoney(twice, first, NOW)).toHaveLength(1);
  });

  it('is not asked about for failures of before, or of a payment', () => {
    const before = transaction({ id: id(50), kind: 'REFUND', status: 'FAILURE', parentId: id(2) });
    const old = { ...facts, transactions: [...facts.transactions, before] };
    const refund = { ...state.plan.refund, refundsBefore: [id(50)] };
    const knowing = { ...state, plan: { ...state.plan, refund } };
    expect(sawMoney(knowing, old, NOW)).toEqual([]);
    const failedSale = transaction({ id: id(51), status: 'FAILURE' });
    const tried = { ...facts, transactions: [...facts.transactions, failedSale] };
    expect(sawMoney(state, tried, NOW)).toEqual([]);
  });

  it('is asked about when a gateway has not answered for two weeks', () => {
    const pending = refunded(facts, [3_000, 2_000], { status: 'PENDING' });
    const waiting = (age: number) => ({
      ...later(age),
      money: { outcome: 'on_its_way', arrived: eur(0), onItsWay: eur(5_000) } as const,
    });
    expect(sawMoney(waiting(14 * DAY), pending, NOW)).toEqual([]);
    expect(sawMoney(waiting(14 * DAY + 1), pending, NOW)).toMatchObject(
      asked({
        what: 'refund_unconfirmed',
        amount: eur(5_000),
        shares: [{ parentId: id(1) }, { parentId: id(2), amount: eur(2_000) }],
        choices: ['retry', 'settled_by_hand'],
      }),
    );
  });

  it('case 1: is asked about when an authorization was not released for a day', () => {
    const authorized = order({
      transactions: [transaction({ id: id(1), kind: 'AUTHORIZATION' })],
      outstanding: eur(10_000),
    });
    const { state: held } = new Case({ facts: authorized });
    const at = (age: number, changes: Partial<Cancellation> = {}) =>
      sawMoney({ ...held, since: NOW - age, ...changes }, authorized, NOW);
    expect(at(DAY)).toEqual([]);
    expect(at(DAY + 1)).toEqual(
      asked({
        what: 'release_unconfirmed',
        amount: eur(10_000),
        choices: ['retry', 'settled_by_hand'],
      }),
    );
    expect(at(DAY + 1, { releasesSettled: true })).toMatchObject([{ outcome: 'settled' }]);
  });

  it('case 25: is only to be settled by hand while a bank looks into the payment', () => {
    const missing = sawMoney(later(DAY), { ...facts, ...dispute }, NOW);
    expect(missing).toMatchObject(
      asked({ what: 'refund_failed', disputed: true, choices: ['settled_by_hand'] }),
    );
  });

  it('case 14: is not offered as credit where it was to be credit, or where nobody can have any', () => {
    const { state: credit } = new Case({ facts, method: 'store_credit', choice: half });
    const choices = (of: Cancellation, on: OrderFacts) =>
      sawMoney({ ...of, since: NOW - DAY }, on, NOW);
    const plain = asked({ what: 'refund_failed', choices: ['retry', 'settled_by_hand'] });
    expect(choices(credit, facts)).toMatchObject(plain);
    expect(choices(state, { ...facts, customerId: null })).toMatchObject(plain);
    const onlyCredit = { ...state, creditInstead: eur(700) };
    const paid = refunded(facts, [3_000, 2_000]);
    expect(choices(onlyCredit, paid)).toMatchObject(
      asked({ missing: [], amount: eur(700), choices: ['retry', 'settled_by_hand'] }),
    );
    expect(choices({ ...onlyCredit, settledCredit: eur(700) }, paid)).toMatchObject([
      { outcome: 'settled' },
    ]);
  });
});

describe('case 9: what others gave back', () => {
  const theirs = (changes: Partial<RefundFacts> = {}, of = facts) =>
    refunded(of, [3_000, 2_000], {}, { id: refundId(7), ...changes });
  const missing = (of: Cancellation, on: OrderFacts) => truthOf(of, on, NOW).missing.length;

  it('stands for a refund of its own, and not what this app gave for another cancellation', () => {
    expect(missing(state, theirs())).toBe(0);
    expect(missing(state, theirs({ note: '[unorder another]' }))).toBe(2);
  });

  it('after a cancel of the whole counts from the plan on, whenever it was', () => {
    expect(missing({ ...state, refundAskedAt: null }, theirs({ createdAt: 0 }))).toBe(0);
    const on = theirs();
    const refundsBefore = on.refunds.flatMap((refund) => refund.transactionIds);
    const plan = { ...state.plan, refund: { ...state.plan.refund, refundsBefore } };
    expect(missing({ ...state, plan }, on)).toBe(2);
    const one = { ...state.plan.refund, refundsBefore: refundsBefore.slice(0, 1) };
    expect(missing({ ...state, plan: { ...state.plan, refund: one } }, on)).toBe(0);
  });

  it('while a part was taken off counts from when the refund was asked for', () => {
    const { state: opening } = new Case({ facts: twoLines, selection: oneUnit });
    const part = (refundAskedAt: number | null): Cancellation => ({ ...opening, refundAskedAt });
    const on = refunded(twoLines, [2_000], {}, { id: refundId(7), createdAt: NOW });
    expect(missing(part(NOW), on)).toBe(0);
    expect(missing(part(NOW + 1), on)).toBe(1);
    expect(missing(part(null), on)).toBe(1);
  });

  it('while a part was edited off counts where it is of the same lines', () => {
    const half_ = {
      ...unpaid,
      outstanding: eur(1_000),
      transactions: [transaction({ id: id(1), amount: bag(eur(9_000)) })],
    };
    const { state: edit } = new Case({ facts: half_, selection: oneUnit });
    const [line, other] = half_.lines;
    if (!line || !other) throw new Error('there are two lines');
    const unit = (of: typeof line) => ({
      lineItemId: of.id,
      quantity: 1,
      restockType: 'NO_RESTOCK' as const,
    });
    const on = (lines: RefundFacts['lines']) =>
      refunded(half_, [1_000], {}, { id: refundId(7), lines });
    expect(missing(edit, on([]))).toBe(0);
    expect(missing(edit, on([unit(line)]))).toBe(0);
    expect(missing(edit, on([unit(line), unit(other)]))).toBe(1);
    const ofTwo = {
      kind: 'lines',
      lines: [line, other].map(({ id: lineItemId }) => ({ lineItemId, quantity: 1 })),
    } as const;
    const refund = { ...edit.plan.refund, selection: ofTwo };
    expect(missing({ ...edit, plan: { ...edit.plan, refund } }, on([unit(line)]))).toBe(0);
  });
});

describe('after the end', () => {
  const done: Cancellation = { ...state, status: 'completed' };
  const paid = refunded(facts, [3_000, 2_000]);

  it('case 5: a refund that came back opens the case again', () => {
    const came = refunded(facts, [3_000, 2_000], { status: 'FAILURE' });
    expect(sawAftermath(done, came, NOW)).toMatchObject(
      asked({ what: 'refund_failed', amount: eur(5_000) }),
    );
    expect(sawAftermath(done, paid, NOW)).toEqual([]);
    // Nothing failed, and what is not seen any more is no reason to ask.
    expect(sawAftermath(done, facts, NOW)).toEqual([]);
  });

  const another = (changes: Partial<OrderFacts> = {}): OrderFacts => ({
    ...paid,
    transactions: [...paid.transactions, transaction({ id: id(9), amount: bag(eur(2_500)) })],
    ...changes,
  });

  it('case 24: a payment that came late is asked about, until somebody dealt with it', () => {
    const late = {
      what: 'late_payment',
      amount: eur(2_500),
      shares: [{ parentId: id(9) }],
      choices: ['refund_late_payment', 'settled_by_hand'],
    };
    expect(sawAftermath(done, another(), NOW)).toMatchObject(asked(late));
    expect(latePayment(done, another())).not.toHaveProperty('returned');
    expect(sawAftermath({ ...done, latePaymentsSettled: eur(2_500) }, another(), NOW)).toEqual([]);
    expect(latePayment(done, another(dispute))).toMatchObject({ choices: ['settled_by_hand'] });
    const { state: part } = new Case({ facts: twoLines, selection: oneUnit });
    expect(latePayment(part, { ...another(), lines: twoLines.lines })).toBeNull();
  });

  it('case 24: a refund of before that did not reach the customer says so', () => {
    const before = transaction({
      id: id(50),
      kind: 'REFUND',
      parentId: id(2),
      amount: bag(eur(1_000)),
    });
    const refundsBefore = [id(50)];
    const plan = { ...state.plan, refund: { ...state.plan.refund, refundsBefore } };
    const of = (changes: Partial<TransactionFacts>): OrderFacts => ({
      ...another(),
      transactions: [...another().transactions, { ...before, ...changes }],
    });
    expect(latePayment({ ...done, plan }, of({ status: 'FAILURE' }))).toMatchObject({
      returned: true,
    });
    expect(latePayment({ ...done, plan }, of({}))).not.toHaveProperty('returned');
    expect(latePayment(done, of({ status: 'FAILURE' }))).not.toHaveProperty('returned');
    const sale = of({ status: 'FAILURE', kind: 'SALE' });
    expect(latePayment({ ...done, plan }, sale)).not.toHaveProperty('returned');
  });
});
