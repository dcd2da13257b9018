import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bag, eur, order, suggestion, transaction } from '../../../tests/support/order-facts.ts';
import type { TransactionId } from '../ids.ts';
import { compare, money, sum } from '../money.ts';
import type { OrderFacts } from '../order/facts.ts';
import { type RefundChoice, planRefund, replan } from './plan.ts';
import { isSettled, moneyTruth, payBackByHand } from './truth.ts';

const plan = (facts: OrderFacts, choice: RefundChoice) => {
  const planned = planRefund(facts, suggestion(facts), choice);
  if (!planned.ok) throw new Error(`refused: ${planned.error.code}`);
  return planned.value;
};
const everything: RefundChoice = { kind: 'everything', method: 'original' };
const id = (number: number) => `gid://shopify/OrderTransaction/${number}` as TransactionId;

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

/** Orders of one to four captured payments with earlier refunds, in currencies of every exponent. */
const orders = fc
  .record({
    code: fc.constantFrom('EUR', 'JPY', 'KWD'),
    payments: fc.array(
      fc.tuple(fc.integer({ min: 1, max: 5_000_000 }), fc.nat(100), fc.boolean()),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
  })
  .map(({ code, payments }) =>
    order({
      presentmentCurrencyCode: code,
      transactions: payments.flatMap(([amount, refundedPercent, isManual], index) => {
        const sale = transaction({
          id: id(index * 2 + 1),
          isManual,
          amount: bag(money(amount, code)),
        });
        const refunded = Math.floor((amount * refundedPercent) / 100);
        return refunded === 0
          ? [sale]
          : [
              sale,
              transaction({
                id: id(index * 2 + 2),
                kind: 'REFUND',
                parentId: sale.id,
                amount: bag(money(refunded, code)),
              }),
            ];
      }),
    }),
  );

describe('a refund plan', () => {
  it('gives everything back by default, each payment to itself', () => {
    expect(plan(giftCardAndCard, everything)).toMatchObject({
      amount: eur(10_000),
      execution: 'with_cancel',
      shares: [
        { gatewayName: 'Gift card', amount: eur(3_000) },
        { gatewayName: 'Visa', amount: eur(7_000) },
      ],
    });
  });

  it('takes a smaller amount from the payments in the order the platform suggests', () => {
    const choice: RefundChoice = { kind: 'amount', method: 'original', amount: eur(4_000) };
    expect(plan(giftCardAndCard, choice)).toMatchObject({
      execution: 'after_cancel',
      shares: [
        { gatewayName: 'Gift card', amount: eur(3_000) },
        { gatewayName: 'Visa', amount: eur(1_000) },
      ],
    });
  });

  it('releases an authorization and refunds nothing of it', () => {
    const authorized = order({ transactions: [transaction({ kind: 'AUTHORIZATION' })] });
    expect(plan(authorized, everything)).toMatchObject({
      amount: eur(0),
      execution: 'none',
      shares: [],
      releases: [{ amount: eur(10_000), gatewayName: 'Visa' }],
    });
  });

  it('refunds what was captured and releases the rest of a partly captured payment', () => {
    const partly = order({
      transactions: [
        transaction({ id: id(1), kind: 'AUTHORIZATION' }),
        transaction({ id: id(2), kind: 'CAPTURE', parentId: id(1), amount: bag(eur(4_000)) }),
      ],
    });
    expect(plan(partly, everything)).toMatchObject({
      amount: eur(4_000),
      releases: [{ amount: eur(6_000) }],
    });
  });

  it('offers only what is left after an earlier refund', () => {
    const refunded = order({
      transactions: [
        transaction({ id: id(1) }),
        transaction({ id: id(2), kind: 'REFUND', parentId: id(1), amount: bag(eur(2_500)) }),
      ],
    });
    expect(plan(refunded, everything)).toMatchObject({
      amount: eur(7_500),
      refundsBefore: [id(2)],
    });
  });

  it('names money that came by hand: nobody but a person can give it back', () => {
    const manual = order({
      transactions: [transaction({ isManual: true, gatewayName: 'Bank Deposit' })],
    });
    expect(payBackByHand(plan(manual, everything))).toMatchObject({
      amount: eur(10_000),
      shares: [{ gatewayName: 'Bank Deposit' }],
    });
  });

  it.each([
    [eur(0), 'amount_not_positive'],
    [eur(-1), 'amount_not_positive'],
    [eur(10_001), 'amount_above_maximum'],
    [money(5, 'USD'), 'amount_malformed'],
  ])('refuses %j', (amount, code) => {
    const choice: RefundChoice = { kind: 'amount', method: 'original', amount };
    const refused = planRefund(order(), suggestion(order()), choice);
    expect(refused).toMatchObject({ ok: false, error: { code } });
  });

  it('gives store credit only to a customer who can hold it', () => {
    const choice: RefundChoice = { kind: 'everything', method: 'store_credit' };
    for (const facts of [order({ customerId: null }), order({ isCompanyPurchase: true })]) {
      expect(planRefund(facts, suggestion(facts), choice)).toMatchObject({
        ok: false,
        error: { code: 'store_credit_needs_customer' },
      });
    }
  });

  it('sums to what is given back and never exceeds what is refundable', () => {
    fc.assert(
      fc.property(orders, fc.nat(120), (facts, percent) => {
        const suggested = suggestion(facts);
        const maximum = suggested.maximumRefundable.presentment;
        const amount = money(Math.floor((maximum.minor * percent) / 100), maximum.currencyCode);
        const planned = planRefund(facts, suggested, {
          kind: 'amount',
          method: 'original',
          amount,
        });
        if (!planned.ok) {
          expect(amount.minor === 0 || amount.minor > maximum.minor).toBe(true);
          return;
        }
        const shares = planned.value.shares.map((share) => share.amount);
        expect(sum(shares, amount.currencyCode)).toEqual(amount);
        for (const share of planned.value.shares) {
          const limit = suggested.transactions.find((t) => t.parentId === share.parentId);
          expect(limit && compare(share.amount, limit.maximumRefundable) <= 0).toBe(true);
        }
      }),
    );
  });

  it('leaves nothing refundable when everything went back', () => {
    fc.assert(
      fc.property(orders, (facts) => {
        const planned = plan(facts, everything);
        const after = withRefunds(facts, planned.shares, 'SUCCESS');
        expect(suggestion(after).maximumRefundable.presentment.minor).toBe(0);
        expect(isSettled(moneyTruth(planned, after))).toBe(true);
      }),
    );
  });
});

describe('a plan read again before it is carried out', () => {
  const planned = plan(order(), everything);
  const less = order({
    transactions: [
      transaction({ id: id(1) }),
      transaction({ id: id(9), kind: 'REFUND', parentId: id(1), amount: bag(eur(1_000)) }),
    ],
  });

  it('stands when nothing changed', () => {
    expect(replan(planned, order(), suggestion(order()), false)).toEqual({
      ok: true,
      value: planned,
    });
  });

  it('stops when less can be refunded than was promised', () => {
    expect(replan(planned, less, suggestion(less), false)).toEqual({
      ok: false,
      error: { code: 'amount_changed', shown: eur(10_000), now: eur(9_000) },
    });
  });

  it('goes on with what is left once a person accepted that', () => {
    expect(replan(planned, less, suggestion(less), true)).toMatchObject({
      ok: true,
      value: { amount: eur(9_000) },
    });
  });

  it('keeps a chosen smaller amount while it can still be paid', () => {
    const choice: RefundChoice = { kind: 'amount', method: 'original', amount: eur(2_000) };
    expect(replan(plan(order(), choice), less, suggestion(less), false)).toMatchObject({
      ok: true,
      value: { amount: eur(2_000) },
    });
  });
});

describe('the truth about the money', () => {
  const planned = plan(giftCardAndCard, everything);

  it('is unsettled while nothing was sent', () => {
    const truth = moneyTruth(planned, giftCardAndCard);
    expect(truth.missing.map((share) => share.amount)).toEqual([eur(3_000), eur(7_000)]);
  });

  it('is on its way, not arrived, while the gateway has not answered', () => {
    const pending = withRefunds(giftCardAndCard, planned.shares, 'PENDING');
    expect(moneyTruth(planned, pending)).toMatchObject({
      arrived: eur(0),
      onItsWay: eur(10_000),
      missing: [],
    });
  });

  it('names the share that one of two gateways refused', () => {
    const [giftCard, card] = planned.shares;
    if (!giftCard || !card) throw new Error('two shares expected');
    const facts = withRefunds(
      withRefunds(giftCardAndCard, [giftCard], 'SUCCESS'),
      [card],
      'FAILURE',
    );
    expect(moneyTruth(planned, facts)).toMatchObject({
      arrived: eur(3_000),
      missing: [{ gatewayName: 'Visa', amount: eur(7_000) }],
    });
  });

  it('does not count refunds made before the cancellation', () => {
    const earlier = order({
      transactions: [
        transaction({ id: id(1) }),
        transaction({ id: id(5), kind: 'REFUND', parentId: id(1), amount: bag(eur(4_000)) }),
      ],
    });
    expect(moneyTruth(plan(earlier, everything), earlier).missing).toMatchObject([
      { amount: eur(6_000) },
    ]);
  });

  it('is unsettled while an authorization still holds money', () => {
    const authorized = order({ transactions: [transaction({ kind: 'AUTHORIZATION' })] });
    const truth = moneyTruth(plan(authorized, everything), authorized);
    expect(isSettled(truth)).toBe(false);
    expect(truth.stillHeld).toMatchObject([{ amount: eur(10_000) }]);
  });

  it('counts store credit as a whole: it has no payment of its own to go back to', () => {
    const credit = plan(giftCardAndCard, { kind: 'everything', method: 'store_credit' });
    const facts = order({
      transactions: [
        ...giftCardAndCard.transactions,
        transaction({
          id: id(8),
          kind: 'REFUND',
          gateway: 'shopify_store_credit',
          amount: bag(eur(10_000)),
        }),
      ],
    });
    expect(isSettled(moneyTruth(credit, facts))).toBe(true);
  });
});

function withRefunds(
  facts: OrderFacts,
  shares: ReturnType<typeof plan>['shares'],
  status: 'SUCCESS' | 'PENDING' | 'FAILURE',
): OrderFacts {
  const refunds = shares.map((share, index) =>
    transaction({
      id: id(1_000 + facts.transactions.length + index),
      kind: 'REFUND',
      status,
      parentId: share.parentId,
      amount: bag(share.amount),
    }),
  );
  return { ...facts, transactions: [...facts.transactions, ...refunds] };
}
