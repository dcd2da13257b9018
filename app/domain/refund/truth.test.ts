import { describe, expect, it } from 'vitest';
import {
  PLACED_AT,
  bag,
  eur,
  lineItem,
  order,
  transaction,
} from '../../../tests/support/facts/order-facts.ts';
import type { LineItemId, RefundId, TransactionId } from '../ids.ts';
import type { OrderFacts, TransactionFacts } from '../order/facts.ts';
import { checkAndPlan } from './plan/plan.ts';
import type { RefundPlan, RefundShare } from './plan/refund-plan.ts';
import { type RefundTerms, staffTerms } from './terms.ts';
import { isSettled, moneyTruth, payBackByHand } from './truth.ts';

const id = (number: number) => `gid://shopify/OrderTransaction/${number}` as TransactionId;
const OWN = 'gid://shopify/Refund/1' as RefundId;
const NOW = PLACED_AT + 60_000;

const giftCardAndCard = order({
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

function plan(facts: OrderFacts, terms: Partial<RefundTerms> = {}): RefundPlan {
  const planned = checkAndPlan(facts, {
    selection: { kind: 'order' },
    terms: { ...staffTerms('original', true), ...terms },
    choice: { kind: 'everything' },
  });
  if (!planned.ok) throw new Error('refused');
  return planned.value;
}

/** The order after a refund of these shares was tried. */
function after(
  facts: OrderFacts,
  shares: readonly Pick<RefundShare, 'parentId' | 'amount'>[],
  changes: Partial<TransactionFacts> = {},
  refund: RefundId = OWN,
): OrderFacts {
  const refunds = shares.map((share, index) =>
    transaction({
      id: id(1_000 + facts.transactions.length + index),
      kind: 'REFUND',
      parentId: share.parentId,
      amount: bag(share.amount),
      ...changes,
    }),
  );
  return {
    ...facts,
    transactions: [...facts.transactions, ...refunds],
    refunds: [
      ...facts.refunds,
      {
        id: refund,
        createdAt: NOW,
        note: null,
        total: bag(eur(0)),
        lines: [],
        shipping: { amount: eur(0), tax: eur(0) },
        duties: [],
        transactionIds: refunds.map((t) => t.id),
      },
    ],
  };
}

describe('the truth about the money', () => {
  const planned = plan(giftCardAndCard);

  it('is unsettled while nothing was sent', () => {
    const truth = moneyTruth(planned, giftCardAndCard, null, NOW);
    expect(truth.missing.map((share) => share.amount)).toEqual([eur(3_000), eur(7_000)]);
    expect(isSettled(truth)).toBe(false);
  });

  it('is settled when every payment has its share back', () => {
    const truth = moneyTruth(planned, after(giftCardAndCard, planned.shares), null, NOW);
    expect(truth).toMatchObject({ arrived: eur(10_000), missing: [] });
    expect(isSettled(truth)).toBe(true);
  });

  it.each(['PENDING', 'AWAITING_RESPONSE', 'UNKNOWN'] as const)(
    'is on its way, not arrived, while the gateway says %s',
    (status) => {
      const facts = after(giftCardAndCard, planned.shares, { status });
      const truth = moneyTruth(planned, facts, null, NOW);
      expect(truth).toMatchObject({ arrived: eur(0), onItsWay: eur(10_000), missing: [] });
      expect(isSettled(truth)).toBe(false);
    },
  );

  it('case 4: names the share that one of two gateways refused', () => {
    const [giftCard, card] = planned.shares;
    if (!giftCard || !card) throw new Error('two shares expected');
    const facts = after(after(giftCardAndCard, [giftCard]), [card], { status: 'FAILURE' });
    expect(moneyTruth(planned, facts, null, NOW)).toMatchObject({
      arrived: eur(3_000),
      missing: [{ gatewayName: 'Visa', amount: eur(7_000) }],
    });
  });

  it('case 5: misses again what had arrived and came back days later', () => {
    const done = after(giftCardAndCard, planned.shares);
    const returned: OrderFacts = {
      ...done,
      transactions: done.transactions.map((t) =>
        t.kind === 'REFUND' && t.parentId === id(2) ? { ...t, status: 'FAILURE' } : t,
      ),
    };
    const truth = moneyTruth(planned, returned, null, NOW);
    expect(truth.missing).toMatchObject([{ parentId: id(2), amount: eur(7_000) }]);
    expect(isSettled(truth)).toBe(false);
  });

  it('case 10: does not count refunds made before', () => {
    const earlier = after({ ...order(), currentTotal: bag(eur(6_000)) }, [
      { parentId: transaction().id, amount: eur(4_000) },
    ]);
    const later = plan({ ...earlier, lines: [lineItem({ total: eur(6_000) })] });
    expect(moneyTruth(later, earlier, null, NOW).missing).toMatchObject([{ amount: eur(6_000) }]);
  });

  it("case 9: does not take somebody else's refund for its own where it knows its own", () => {
    const byHand = after(giftCardAndCard, planned.shares, {}, 'gid://shopify/Refund/7' as RefundId);
    expect(moneyTruth(planned, byHand, [OWN], NOW).missing).toHaveLength(2);
    expect(moneyTruth(planned, after(giftCardAndCard, planned.shares), [OWN], NOW).missing).toEqual(
      [],
    );
  });

  it('counts no more than was planned: the rest belongs to another refund', () => {
    const facts = after(giftCardAndCard, [{ parentId: id(2), amount: eur(9_000) }]);
    expect(moneyTruth(planned, facts, null, NOW)).toMatchObject({
      arrived: eur(7_000),
      missing: [{ parentId: id(1) }],
    });
  });

  it('counts as given back only what was: not a void among its transactions, nor a later sale', () => {
    const voided = after(giftCardAndCard, planned.shares, { kind: 'VOID' });
    expect(moneyTruth(planned, voided, [OWN], NOW).arrived).toEqual(eur(0));
    const credit = plan(giftCardAndCard, { method: 'store_credit' });
    const sold = {
      ...giftCardAndCard,
      transactions: [...giftCardAndCard.transactions, transaction({ id: id(9) })],
    };
    expect(moneyTruth(credit, sold, null, NOW).arrived).toEqual(eur(0));
  });

  it('case 9: what somebody else sent to the payments stands for store credit too', () => {
    const credit = plan(giftCardAndCard, { method: 'store_credit' });
    const theirs = 'gid://shopify/Refund/7' as RefundId;
    const back = after(giftCardAndCard, [{ parentId: id(2), amount: eur(4_000) }], {}, theirs);
    const claims = { others: [theirs], settled: [], credit: eur(0) };
    expect(moneyTruth(credit, back, [OWN], NOW, claims)).toMatchObject({
      arrived: eur(4_000),
      missing: [{ amount: eur(3_000) }, { amount: eur(3_000) }],
    });
  });

  it('counts store credit as one sum: it has no payment of its own to go back to', () => {
    const credit = plan(giftCardAndCard, { method: 'store_credit', bonusPercent: 10 });
    const given = (minor: number) =>
      after(giftCardAndCard, [{ parentId: null as never, amount: eur(minor) }]);
    expect(isSettled(moneyTruth(credit, given(10_000), [OWN], NOW))).toBe(true);
    expect(moneyTruth(credit, given(9_000), [OWN], NOW).missing).toMatchObject([
      { amount: eur(1_000) },
    ]);
  });
});

describe('money that is held', () => {
  const authorization = transaction({
    id: id(1),
    kind: 'AUTHORIZATION',
    authorizationExpiresAt: NOW + 1,
  });
  const authorized = order({ transactions: [authorization], outstanding: eur(10_000) });

  it('case 1: is not settled until it is released', () => {
    const truth = moneyTruth(plan(authorized), authorized, null, NOW);
    expect(truth.stillHeld).toMatchObject([{ amount: eur(10_000) }]);
    expect(isSettled(truth)).toBe(false);
    const released = order({
      transactions: [authorization, transaction({ id: id(2), kind: 'VOID', parentId: id(1) })],
    });
    expect(isSettled(moneyTruth(plan(authorized), released, null, NOW))).toBe(true);
  });

  it('case 3: is free once its time is over, whatever became of the void', () => {
    expect(isSettled(moneyTruth(plan(authorized), authorized, null, NOW + 1))).toBe(true);
  });

  it('is meant to stay held for the rest of an order', () => {
    const lines = [
      lineItem({ quantity: 2 }),
      lineItem({ id: 'gid://shopify/LineItem/2' as LineItemId, total: eur(0) }),
    ];
    const facts = { ...authorized, lines };
    const part = checkAndPlan(facts, {
      selection: {
        kind: 'lines',
        lines: [{ lineItemId: lines[0]?.id as LineItemId, quantity: 1 }],
      },
      terms: staffTerms('original', true),
      choice: { kind: 'everything' },
    });
    expect(part.ok && moneyTruth(part.value, facts, [], NOW)).toMatchObject({
      stillHeld: [],
      missing: [],
    });
  });
});

describe('money to be paid back by hand', () => {
  it('case 22: is what came by hand, and only that', () => {
    const mixed = order({
      transactions: [
        transaction({ id: id(1), amount: bag(eur(4_000)) }),
        transaction({
          id: id(2),
          isManual: true,
          gatewayName: 'Bank Deposit',
          amount: bag(eur(6_000)),
        }),
      ],
    });
    expect(payBackByHand(plan(mixed))).toMatchObject({
      amount: eur(6_000),
      shares: [{ gatewayName: 'Bank Deposit' }],
    });
  });

  it('case 22: is nothing when it comes back as store credit', () => {
    const cash = order({ transactions: [transaction({ isManual: true })] });
    expect(payBackByHand(plan(cash, { method: 'store_credit' })).amount).toEqual(eur(0));
  });
});
