import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bag,
  eur,
  fulfillmentOrder,
  lineItem,
  order,
  transaction,
} from '../../../tests/support/order-facts.ts';
import type { DutyId, GiftCardId, LineItemId, TransactionId } from '../ids.ts';
import { type Money, money, sum, zero } from '../money.ts';
import type { LineItemFacts, OrderFacts } from '../order/facts.ts';
import { type RefundWish, planRefund, replan } from './plan.ts';
import type { RefundPlan } from './refund-plan.ts';
import type { Selection } from './selection.ts';
import { type RefundTerms, staffTerms } from './terms.ts';

const id = (number: number) => `gid://shopify/OrderTransaction/${number}` as TransactionId;
const lineId = (number: number) => `gid://shopify/LineItem/${number}` as LineItemId;
const TERMS = staffTerms('original', true);
const WHOLE: RefundWish = {
  selection: { kind: 'order' },
  terms: TERMS,
  choice: { kind: 'everything' },
};
const lines = (...quantities: readonly number[]): Selection => ({
  kind: 'lines',
  lines: quantities.flatMap((quantity, index) =>
    quantity > 0 ? [{ lineItemId: lineId(index + 1), quantity }] : [],
  ),
});
const part = (...quantities: readonly number[]): RefundWish => ({
  ...WHOLE,
  selection: lines(...quantities),
});
const withTerms = (wish: RefundWish, terms: Partial<RefundTerms>): RefundWish => ({
  ...wish,
  terms: { ...wish.terms, ...terms },
});

function planned(facts: OrderFacts, wish: RefundWish = WHOLE): RefundPlan {
  const plan = planRefund(facts, wish);
  if (!plan.ok) throw new Error(`refused: ${plan.error.map(({ code }) => code).join(', ')}`);
  return plan.value;
}

function refusals(facts: OrderFacts, wish: RefundWish = WHOLE): readonly string[] {
  const plan = planRefund(facts, wish);
  return plan.ok ? [] : plan.error.map(({ code }) => code);
}

/** An order of these lines, paid by one card. */
function paid(ordered: readonly Partial<LineItemFacts>[], changes: Partial<OrderFacts> = {}) {
  const made = ordered.map((line, index) => lineItem({ id: lineId(index + 1), ...line }));
  const shipping = changes.shipping ?? [];
  const code = changes.presentmentCurrencyCode ?? 'EUR';
  const taxed = (amount: Money, taxes: readonly Money[]): readonly Money[] =>
    changes.taxesIncluded === false ? [amount, ...taxes] : [amount];
  const total = sum(
    [
      ...made.flatMap((line) => taxed(line.total, line.taxes)),
      ...made.flatMap((line) => line.duties.flatMap((duty) => [duty.amount, duty.tax])),
      ...shipping.flatMap((line) => taxed(line.price, line.taxes)),
      changes.tip ?? zero(code),
      changes.additionalFees ?? zero(code),
    ],
    code,
  );
  return order({
    lines: made,
    total: bag(total),
    transactions: total.minor === 0 ? [] : [transaction({ amount: bag(total) })],
    fulfillmentOrders: [
      fulfillmentOrder({
        lines: made.map((line) => ({ lineItemId: line.id, remainingQuantity: line.quantity })),
      }),
    ],
    ...changes,
  });
}

const standardShipping = { title: 'Standard', price: eur(490), taxes: [] };

describe('the money of a whole cancelled order', () => {
  it('case 1: is released, not refunded, while it is only authorized', () => {
    const authorized = order({
      transactions: [transaction({ kind: 'AUTHORIZATION' })],
      outstanding: eur(10_000),
    });
    expect(planned(authorized)).toMatchObject({
      worth: eur(10_000),
      notPaid: eur(10_000),
      amount: eur(0),
      shares: [],
      releases: [{ amount: eur(10_000) }],
      execution: 'cancel_only',
    });
  });

  it('case 2: is refunded as far as it was captured, and the rest is released', () => {
    const partly = order({
      transactions: [
        transaction({ id: id(1), kind: 'AUTHORIZATION' }),
        transaction({ id: id(2), kind: 'CAPTURE', parentId: id(1), amount: bag(eur(4_000)) }),
      ],
      outstanding: eur(6_000),
    });
    expect(planned(partly)).toMatchObject({
      amount: eur(4_000),
      shares: [{ parentId: id(2), amount: eur(4_000) }],
      releases: [{ transactionId: id(1), amount: eur(6_000) }],
    });
  });

  it('case 3: counts an expired authorization neither as paid nor as held', () => {
    const expired = order({
      financialStatus: 'EXPIRED',
      transactions: [transaction({ kind: 'AUTHORIZATION' })],
      outstanding: eur(10_000),
    });
    expect(planned(expired)).toMatchObject({ amount: eur(0), releases: [] });
  });

  it('case 10: is what is left after an earlier refund', () => {
    const refunded = order({
      lines: [lineItem({ quantity: 4, currentQuantity: 3 })],
      currentTotal: bag(eur(7_500)),
      transactions: [
        transaction({ id: id(1) }),
        transaction({ id: id(2), kind: 'REFUND', parentId: id(1), amount: bag(eur(2_500)) }),
      ],
    });
    expect(planned(refunded)).toMatchObject({
      worth: eur(7_500),
      amount: eur(7_500),
      maximum: eur(7_500),
      refundsBefore: [id(2)],
    });
  });

  it('case 10: leaves what an earlier cancellation kept as its fee where it is', () => {
    const keptFee = order({
      lines: [lineItem({ quantity: 2, currentQuantity: 1 })],
      currentTotal: bag(eur(5_500)),
      transactions: [
        transaction({ id: id(1) }),
        transaction({ id: id(2), kind: 'REFUND', parentId: id(1), amount: bag(eur(4_500)) }),
      ],
    });
    expect(planned(keptFee)).toMatchObject({
      amount: eur(5_000),
      maximum: eur(5_500),
      execution: 'after_cancel',
    });
  });

  it('case 12: goes back to each payment, gift card and card, in the order they were used', () => {
    const mixed = order({
      transactions: [
        transaction({ id: id(1), gateway: 'gift_card', amount: bag(eur(3_000)) }),
        transaction({ id: id(2), amount: bag(eur(7_000)) }),
      ],
    });
    expect(planned(mixed).shares).toMatchObject([
      { parentId: id(1), gateway: 'gift_card', amount: eur(3_000) },
      { parentId: id(2), amount: eur(7_000) },
    ]);
    const choice = { kind: 'amount', amount: eur(4_000) } as const;
    expect(planned(mixed, { ...WHOLE, choice })).toMatchObject({
      withheld: eur(6_000),
      shares: [{ amount: eur(3_000) }, { amount: eur(1_000) }],
      execution: 'after_cancel',
    });
  });

  it('case 13: waits for the gift cards that it sold to become useless', () => {
    const sold = order({
      lines: [lineItem({ isGiftCard: true })],
      soldGiftCards: [
        {
          id: 'gid://shopify/GiftCard/1' as GiftCardId,
          lineItemId: lineId(1),
          initialValue: eur(10_000),
          balance: eur(10_000),
          isEnabled: true,
        },
      ],
    });
    expect(planned(sold)).toMatchObject({ amount: eur(10_000), execution: 'after_cancel' });
    expect(planned(order()).execution).toBe('with_cancel');
  });

  it('case 15: takes shipping, tip, duties and additional fees along', () => {
    const duty = { id: 'gid://shopify/Duty/1' as DutyId, amount: eur(300), tax: eur(57) };
    const facts = paid([{ duties: [duty] }], {
      shipping: [standardShipping],
      tip: eur(200),
      additionalFees: eur(150),
    });
    expect(planned(facts)).toMatchObject({
      shipping: { amount: eur(490) },
      tip: eur(200),
      additionalFees: eur(150),
      amount: eur(10_000 + 300 + 57 + 490 + 200 + 150),
      execution: 'with_cancel',
    });
  });

  it('case 15: takes along the duties of units that an edit took before', () => {
    const duty = { id: 'gid://shopify/Duty/1' as DutyId, amount: eur(300), tax: eur(0) };
    const facts = paid([{ duties: [duty], currentQuantity: 0 }, {}], { outstanding: eur(-10_000) });
    expect(planned(facts)).toMatchObject({
      lines: [
        { quantity: 0, duties: [{ amount: eur(300) }] },
        { quantity: 1, duties: [] },
      ],
      amount: eur(20_300),
    });
  });

  it('case 16: is reckoned in the currency that the customer paid in', () => {
    const dollars = order({
      presentmentCurrencyCode: 'USD',
      total: { presentment: money(10_000, 'USD'), shop: eur(9_217) },
      outstanding: money(0, 'USD'),
      transactions: [
        transaction({ amount: { presentment: money(10_000, 'USD'), shop: eur(9_217) } }),
      ],
    });
    expect(planned(dollars)).toMatchObject({
      amount: money(10_000, 'USD'),
      amountInBoth: { shop: eur(9_217) },
    });
  });

  it('case 21: leaves exactly nothing, with taxes on goods and shipping inside or on top', () => {
    const taxes = [eur(63), eur(13)];
    for (const taxesIncluded of [true, false]) {
      const shipping = [{ title: 'Standard', price: eur(490), taxes: [eur(31), eur(6)] }];
      const facts = paid([{ quantity: 3, total: eur(1_000), taxes }], { taxesIncluded, shipping });
      const plan = planned(facts);
      expect(plan.amount).toEqual(facts.total.presentment);
      expect(plan).toMatchObject({ notPaid: eur(0), maximum: plan.amount });
    }
  });

  it('case 22: names a payment that a person took and has to give back', () => {
    const cash = order({ transactions: [transaction({ isManual: true })] });
    expect(planned(cash).shares).toMatchObject([{ isManual: true, amount: eur(10_000) }]);
    const promised = order({
      transactions: [transaction({ isManual: true, status: 'PENDING' })],
      outstanding: eur(10_000),
    });
    expect(planned(promised)).toMatchObject({ amount: eur(0), execution: 'cancel_only' });
  });

  it('case 23: promises back what a bank has still to confirm, and what is there already', () => {
    const pending = order({
      transactions: [
        transaction({ id: id(1), gateway: 'gift_card', amount: bag(eur(3_000)) }),
        transaction({ id: id(2), status: 'PENDING', amount: bag(eur(7_000)) }),
      ],
      outstanding: eur(7_000),
    });
    expect(planned(pending)).toMatchObject({ amount: eur(3_000), pendingPayment: eur(7_000) });
  });

  it.each<[string, RefundWish]>([
    ['a part of the order', part(1)],
    ['nothing back', { ...WHOLE, choice: { kind: 'nothing' } }],
    ['an amount', { ...WHOLE, choice: { kind: 'amount', amount: eur(1) } }],
  ])('case 23: is not decided with %s while a bank has not answered', (_what, wish) => {
    const pending = paid([{ quantity: 2 }], {
      transactions: [
        transaction({ id: id(1), amount: bag(eur(3_000)) }),
        transaction({ id: id(2), status: 'PENDING', amount: bag(eur(7_000)) }),
      ],
      outstanding: eur(7_000),
    });
    expect(refusals(pending, wish)).toEqual(['payment_pending']);
  });

  it.each(['NEEDS_RESPONSE', 'UNDER_REVIEW'] as const)(
    'case 25: stays while a chargeback is %s, or it would go back twice',
    (status) => {
      const disputed = order({ disputes: [{ initiatedAs: 'CHARGEBACK', status }] });
      expect(refusals(disputed)).toEqual(['dispute_open']);
      expect(planned(disputed, { ...WHOLE, choice: { kind: 'nothing' } })).toMatchObject({
        amount: eur(0),
        execution: 'cancel_only',
      });
    },
  );

  it('case 25: goes back once the chargeback was won', () => {
    const won = order({ disputes: [{ initiatedAs: 'CHARGEBACK', status: 'WON' }] });
    expect(planned(won).amount).toEqual(eur(10_000));
  });

  it("case 26: is not lessened by the payment provider's fee", () => {
    const facts = order({ transactions: [transaction({ providerFee: eur(320) })] });
    expect(planned(facts)).toMatchObject({ amount: eur(10_000), fee: eur(0) });
  });

  it('case 27: is nothing for a free order, and nothing is refunded', () => {
    const free = paid([{ total: eur(0) }], { tip: eur(0) });
    expect(planned(free)).toMatchObject({
      worth: eur(0),
      amount: eur(0),
      shares: [],
      execution: 'cancel_only',
    });
  });

  it('case 28: is what was paid of the order as it stands, owed by either side', () => {
    const edited = { lines: [lineItem({ quantity: 2, currentQuantity: 1 })] };
    const owed = order({ ...edited, currentTotal: bag(eur(5_000)), outstanding: eur(-5_000) });
    expect(planned(owed)).toMatchObject({
      worth: eur(5_000),
      notPaid: eur(-5_000),
      amount: eur(10_000),
    });
    const owing = order({ lines: [lineItem({ total: eur(12_000) })], outstanding: eur(2_000) });
    expect(planned(owing)).toMatchObject({ worth: eur(12_000), amount: eur(10_000) });
  });
});

describe('the money of a part of an order', () => {
  const three = (changes: Partial<OrderFacts> = {}) =>
    paid([{ quantity: 3, total: eur(9_000) }, { total: eur(1_000) }], changes);

  it('is what the units cost, refunded with them', () => {
    expect(planned(three(), part(1))).toMatchObject({
      lines: [{ quantity: 1, remaining: 2, goods: eur(3_000) }],
      amount: eur(3_000),
      maximum: eur(3_000),
      execution: 'with_lines',
    });
  });

  it('case 65: stays a part when nothing else is left of the order', () => {
    expect(planned(three(), part(3, 1))).toMatchObject({
      selection: lines(3, 1),
      amount: eur(10_000),
      execution: 'with_lines',
    });
  });

  it('case 15: leaves shipping and tip where the policy keeps them', () => {
    const facts = three({ shipping: [standardShipping], tip: eur(200) });
    expect(planned(facts, part(1))).toMatchObject({
      shipping: { amount: eur(0) },
      tip: eur(0),
      amount: eur(3_000),
    });
  });

  it('case 15: takes its part of shipping and tip where the policy shares them', () => {
    const facts = three({ shipping: [standardShipping], tip: eur(200) });
    const shared = { shipping: 'proportional', tip: 'proportional', duties: 'keep' } as const;
    expect(planned(facts, withTerms(part(1), { partial: shared }))).toMatchObject({
      shipping: { amount: eur(147) },
      tip: eur(60),
      amount: eur(3_000 + 147 + 60),
    });
  });

  it('case 15: takes all of the shipping once nothing is left to be shipped', () => {
    const facts = paid([{}, { requiresShipping: false, total: eur(500) }], {
      shipping: [standardShipping],
    });
    expect(planned(facts, part(1)).shipping.amount).toEqual(eur(490));
    expect(planned(facts, part(0, 1)).shipping.amount).toEqual(eur(0));
  });

  it('case 18: leaves the price of what stays as it is', () => {
    const discount = (amount: number) => [
      { index: 0, title: 'TEN', amount: eur(amount), targetSelection: 'ALL' as const },
    ];
    const facts = paid([
      { total: eur(9_000), discounts: discount(1_000) },
      { total: eur(4_500), discounts: discount(500) },
    ]);
    expect(planned(facts, part(1))).toMatchObject({ amount: eur(9_000), lostDeals: [] });
  });

  it.each([
    ['only authorized', 'AUTHORIZATION', 10_000, 3_000, 0],
    ['half unpaid', 'SALE', 1_000, 1_000, 2_000],
  ] as const)('leaves by an edit while the order is %s', (_how, kind, owes, notPaid, amount) => {
    const facts = three({
      outstanding: eur(owes),
      transactions: [transaction({ kind, amount: bag(eur(kind === 'SALE' ? 9_000 : 10_000)) })],
    });
    expect(planned(facts, part(1))).toMatchObject({
      notPaid: eur(notPaid),
      amount: eur(amount),
      execution: 'edit_lines',
    });
  });

  it('pays no fee of money that the platform itself owes after an edit', () => {
    const facts = three({
      outstanding: eur(1_000),
      transactions: [transaction({ amount: bag(eur(9_000)) })],
    });
    const fee = { kind: 'percent', percent: 10, touches: 'goods' } as const;
    expect(planned(facts, withTerms(part(1), { fee }))).toMatchObject({
      fee: eur(0),
      amount: eur(2_000),
    });
  });

  it('case 44: is refused where nobody may edit and something is unpaid', () => {
    const facts = three({ outstanding: eur(10_000), isEditable: false, transactions: [] });
    expect(refusals(facts, part(1))).toEqual(['not_editable']);
  });

  it('case 20: asks about a free item that would stay without what it came for', () => {
    const free = {
      total: eur(0),
      discounts: [
        { index: 0, title: 'GIFT', amount: eur(900), targetSelection: 'ENTITLED' as const },
      ],
    };
    const facts = paid([{}, free, { total: eur(800) }]);
    expect(planRefund(facts, part(1))).toEqual({
      ok: false,
      error: [{ code: 'free_item_left', lineItemIds: [lineId(2)] }],
    });
    expect(planned(facts, part(1, 1)).lines).toHaveLength(2);
    expect(planned(facts, { ...part(1), keepFreeItems: true }).lines).toHaveLength(1);
    expect(planned(facts, part(0, 1)).amount).toEqual(eur(0));
  });

  it('case 20: asks about the free units that are left when everything paid for goes', () => {
    const discounts = [
      { index: 0, title: 'GIFT', amount: eur(900), targetSelection: 'ENTITLED' as const },
    ];
    const facts = paid([{ quantity: 2 }, { quantity: 2, total: eur(0), discounts }]);
    expect(refusals(facts, part(2, 1))).toEqual(['free_item_left']);
    expect(planned(facts, part(1, 1)).lines).toHaveLength(2);
  });

  it('case 41: takes the components of a bundle in one proportion, or none of them', () => {
    const group = { id: 'gid://shopify/LineItemGroup/1', title: 'Breakfast set' };
    const facts = paid([{ quantity: 4, group }, { quantity: 2, group }, {}]);
    expect(refusals(facts, part(1))).toEqual(['bundle_cancels_together']);
    expect(refusals(facts, part(1, 1))).toEqual(['bundle_cancels_together']);
    expect(planned(facts, part(2, 1)).lines).toHaveLength(2);
  });

  it('refuses units that are not there', () => {
    expect(refusals(three(), part(4))).toEqual(['too_many_units']);
    expect(refusals(three(), part())).toEqual(['nothing_selected']);
  });
});

describe('what is kept and what is chosen', () => {
  const fee = { kind: 'fixed', amounts: { EUR: '4.50' }, touches: 'goods' } as const;

  it('case 11: a fee is taken from what comes back, and shown', () => {
    expect(planned(order(), withTerms(WHOLE, { fee }))).toMatchObject({
      fee: eur(450),
      amount: eur(9_550),
      execution: 'after_cancel',
    });
  });

  it('case 11: no fee is taken of an authorization that is released', () => {
    const authorized = order({
      transactions: [transaction({ kind: 'AUTHORIZATION' })],
      outstanding: eur(10_000),
    });
    expect(planned(authorized, withTerms(WHOLE, { fee }))).toMatchObject({
      fee: eur(0),
      amount: eur(0),
    });
  });

  it('case 11: a fee on the goods leaves the shipping alone', () => {
    const facts = paid([{ total: eur(200) }], { shipping: [standardShipping] });
    expect(planned(facts, withTerms(WHOLE, { fee }))).toMatchObject({
      fee: eur(200),
      amount: eur(490),
    });
  });

  it.each([
    [eur(0), 'amount_not_positive'],
    [eur(-1), 'amount_not_positive'],
    [eur(10_001), 'amount_above_maximum'],
    [money(5, 'USD'), 'amount_malformed'],
  ])('case 11: an amount of %j is refused', (amount, code) => {
    expect(refusals(order(), { ...WHOLE, choice: { kind: 'amount', amount } })).toEqual([code]);
  });

  it('case 14: store credit is refused before anything is asked of the platform', () => {
    const credit = withTerms(WHOLE, { method: 'store_credit' });
    expect(refusals(order({ customerId: null }), credit)).toEqual(['store_credit_needs_customer']);
    expect(planned(order(), credit)).toMatchObject({
      method: 'store_credit',
      execution: 'with_cancel',
    });
  });

  it('case 14: a bonus comes on top of store credit, and after the cancel', () => {
    const credit = withTerms(WHOLE, { method: 'store_credit', bonusPercent: 10 });
    expect(planned(order(), credit)).toMatchObject({
      amount: eur(10_000),
      bonus: eur(1_000),
      execution: 'after_cancel',
    });
  });

  it('names every reason against it, not only the first', () => {
    const facts = order({
      customerId: null,
      disputes: [{ initiatedAs: 'CHARGEBACK', status: 'NEEDS_RESPONSE' }],
    });
    expect(refusals(facts, withTerms(WHOLE, { method: 'store_credit' }))).toEqual([
      'dispute_open',
      'store_credit_needs_customer',
    ]);
  });
});

describe('whatever is cancelled of whatever order', () => {
  const shares = fc.constantFrom('keep' as const, 'proportional' as const);
  const generated = fc.record({
    code: fc.constantFrom('EUR', 'JPY', 'KWD'),
    lines: fc.array(
      fc.record({ quantity: fc.integer({ min: 1, max: 6 }), total: fc.nat(100_000) }),
      { minLength: 1, maxLength: 4 },
    ),
    shipping: fc.nat(3_000),
    tip: fc.nat(2_000),
    cuts: fc.array(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 4, maxLength: 4 }), {
      maxLength: 3,
    }),
    partial: fc.record({ shipping: shares, tip: shares, duties: shares }),
  });

  it('case 17: parts and then the rest give back what the whole would, to the minor unit', () => {
    fc.assert(
      fc.property(generated, ({ code, lines: ordered, shipping, tip, cuts, partial }) => {
        let facts = paid(
          ordered.map(({ quantity, total }) => ({ quantity, total: money(total, code) })),
          {
            presentmentCurrencyCode: code,
            shopCurrencyCode: code,
            shipping: [{ title: 'Standard', price: money(shipping, code), taxes: [] }],
            tip: money(tip, code),
            additionalFees: zero(code),
            outstanding: zero(code),
          },
        );
        const total = facts.total.presentment.minor;
        let back = 0;
        for (const cut of [...cuts, null]) {
          const taken = facts.lines.flatMap((line, index) => {
            const quantity = Math.min(cut?.[index] ?? 0, line.currentQuantity);
            return quantity > 0 ? [{ lineItemId: line.id, quantity }] : [];
          });
          if (cut && taken.length === 0) continue;
          const selection = cut ? ({ kind: 'lines', lines: taken } as const) : WHOLE.selection;
          const plan = planned(facts, { ...withTerms(WHOLE, { partial }), selection });
          expect(plan.amount.minor).toBeGreaterThanOrEqual(0);
          back += plan.amount.minor;
          facts = without(facts, plan);
          if (plan.selection.kind === 'order') break;
        }
        expect(back).toBe(total);
      }),
    );
  });
});

/** The order once a plan was carried out. */
function without(facts: OrderFacts, plan: RefundPlan): OrderFacts {
  const taken = (line: LineItemFacts): number =>
    plan.lines.find(({ lineItemId }) => lineItemId === line.id)?.quantity ?? 0;
  const total = money(
    facts.currentTotal.presentment.minor - plan.amount.minor,
    facts.shopCurrencyCode,
  );
  const refunds = plan.shares.map((share, index) =>
    transaction({
      id: id(100 + facts.transactions.length + index),
      kind: 'REFUND',
      parentId: share.parentId,
      amount: bag(share.amount),
    }),
  );
  return {
    ...facts,
    currentTotal: bag(total),
    lines: facts.lines.map((line) => ({
      ...line,
      currentQuantity: line.currentQuantity - taken(line),
      unfulfilledQuantity: line.unfulfilledQuantity - taken(line),
    })),
    transactions: [...facts.transactions, ...refunds],
    refunds: [
      ...facts.refunds,
      {
        id: `gid://shopify/Refund/${facts.refunds.length}` as OrderFacts['refunds'][number]['id'],
        createdAt: 0,
        note: null,
        total: bag(plan.amount),
        lines: plan.lines.map(({ lineItemId, quantity }) => ({
          lineItemId,
          quantity,
          restockType: 'CANCEL',
        })),
        shipping: plan.shipping,
        duties: [],
        transactionIds: refunds.map((refund) => refund.id),
      },
    ],
  };
}

describe('a plan read again before it is carried out', () => {
  const plan = planned(order());
  const less = order({
    currentTotal: bag(eur(9_000)),
    transactions: [
      transaction({ id: id(1) }),
      transaction({ id: id(9), kind: 'REFUND', parentId: id(1), amount: bag(eur(1_000)) }),
    ],
  });

  it('stands when nothing changed', () => {
    expect(replan(plan, order(), TERMS, false)).toEqual({ ok: true, value: plan });
  });

  it('stops when another amount would come back than was promised', () => {
    expect(replan(plan, less, TERMS, false)).toEqual({
      ok: false,
      error: { code: 'amount_changed', shown: eur(10_000), now: eur(9_000) },
    });
    const more = order({
      outstanding: eur(-500),
      transactions: [transaction({ amount: bag(eur(10_500)) })],
    });
    expect(replan(plan, more, TERMS, false)).toMatchObject({
      error: { code: 'amount_changed', now: eur(10_500) },
    });
  });

  it('goes on with what is right now once a person accepted that', () => {
    expect(replan(plan, less, TERMS, true)).toMatchObject({ value: { amount: eur(9_000) } });
  });

  it('keeps a chosen smaller amount while it can still be paid', () => {
    const choose = (minor: number) =>
      planned(order(), { ...WHOLE, choice: { kind: 'amount', amount: eur(minor) } });
    expect(replan(choose(2_000), less, TERMS, false)).toMatchObject({
      value: { amount: eur(2_000) },
    });
    expect(replan(choose(9_500), less, TERMS, false)).toMatchObject({
      error: { code: 'amount_changed', shown: eur(9_500), now: eur(9_000) },
    });
    expect(replan(choose(9_500), less, TERMS, true)).toMatchObject({
      value: { amount: eur(9_000) },
    });
  });

  it('goes on giving nothing back where nothing was chosen', () => {
    const none = planned(order(), { ...WHOLE, choice: { kind: 'nothing' } });
    expect(replan(none, less, TERMS, false)).toMatchObject({ value: { amount: eur(0) } });
  });

  it('does not take units twice that somebody else took meanwhile', () => {
    const two = paid([{ quantity: 2 }, {}]);
    const [line, other] = two.lines;
    if (!line || !other) throw new Error('two lines expected');
    const gone = { ...line, currentQuantity: 1, unfulfilledQuantity: 1 };
    expect(
      replan(planned(two, part(2)), { ...two, lines: [gone, other] }, TERMS, false),
    ).toMatchObject({
      error: { code: 'too_many_units', available: 1 },
    });
  });

  it('does not ask again about free items that were left on purpose', () => {
    const discounts = [
      { index: 0, title: 'GIFT', amount: eur(900), targetSelection: 'ENTITLED' as const },
    ];
    const facts = paid([{}, { total: eur(0), discounts }, { total: eur(1) }]);
    const kept = planned(facts, { ...part(1), keepFreeItems: true });
    expect(replan(kept, facts, TERMS, false)).toEqual({ ok: true, value: kept });
  });

  describe('case 23: after a pending payment', () => {
    const half = (status: 'PENDING' | 'SUCCESS' | 'FAILURE') =>
      order({
        transactions: [
          transaction({ id: id(1), gateway: 'gift_card', amount: bag(eur(3_000)) }),
          transaction({ id: id(2), status, amount: bag(eur(7_000)) }),
        ],
        outstanding: eur(status === 'SUCCESS' ? 0 : 7_000),
      });
    const fee = { kind: 'percent', percent: 10, touches: 'goods' } as const;
    const terms = { ...TERMS, fee };
    const promised = planned(half('PENDING'), { ...WHOLE, terms });

    it('gives back all that came, with the fee that was shown and no other', () => {
      expect(promised).toMatchObject({ fee: eur(300), amount: eur(2_700) });
      expect(replan(promised, half('SUCCESS'), terms, false)).toMatchObject({
        value: { amount: eur(9_700), fee: eur(300), pendingPayment: eur(0) },
      });
    });

    it('gives back the rest when it failed', () => {
      expect(replan(promised, half('FAILURE'), terms, false)).toMatchObject({
        value: { amount: eur(2_700), pendingPayment: eur(0) },
      });
    });
  });
});
