import { describe, expect, it } from 'vitest';

import { refundPlan } from '../../../tests/support/facts/cancellation-plan.ts';
import { eur, lineItem, order, transaction } from '../../../tests/support/facts/order-facts.ts';
import { rule } from '../../../tests/support/facts/policies.ts';
import type { LineItemId, TransactionId } from '../../domain/ids.ts';
import { plannedWaysBack } from '../../domain/cancellation/ways-back.ts';
import { money } from '../../domain/money.ts';
import type { OrderFacts } from '../../domain/order/facts.ts';
import type { Rule } from '../../domain/policy/document/policy.ts';
import { checkAndPlan } from '../../domain/refund/plan/plan.ts';
import type { RefundMethod, RefundPlan } from '../../domain/refund/plan/refund-plan.ts';
import type { Selection } from '../../domain/refund/goods/selection.ts';
import { termsOf } from '../../domain/refund/terms.ts';
import { presentMoney, presentQuote } from './present-shopper-quote.ts';
import type { ShopperQuote } from '../../contract/shopper/shopper-view.ts';

const MUG = 'gid://shopify/LineItem/2' as LineItemId;

/** A kettle for 60.00 EUR and two mugs for 20.00 EUR each. */
const KETTLE_AND_MUGS = [
  lineItem({ total: eur(6_000) }),
  lineItem({ id: MUG, title: 'Mug', quantity: 2, total: eur(4_000) }),
];
const ONE_MUG: Selection = { kind: 'lines', lines: [{ lineItemId: MUG, quantity: 1 }] };
const authorization = transaction({ kind: 'AUTHORIZATION' });

/** What the shopper reads of an order under a rule. */
function quoteOf(
  facts: OrderFacts,
  changes: Partial<Rule> = {},
  wanted: { readonly selection?: Selection; readonly method?: RefundMethod } = {},
): ShopperQuote {
  const { selection = { kind: 'order' }, method = 'original' } = wanted;
  const terms = termsOf(rule(changes), method);
  const plan = checkAndPlan(facts, { selection, terms, choice: { kind: 'everything' } });
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return presentQuote(
    { plan: plan.value, terms, handling: 'automatic', reviewReasons: [] },
    facts,
    'en',
  );
}

const rowsOf = ({ breakdown }: ShopperQuote) =>
  breakdown.map(({ kind, detail, amount }) => [kind, detail, amount].filter(Boolean).join(' '));

const presented = (changes: Partial<RefundPlan>) =>
  presentQuote(
    {
      plan: refundPlan(eur(1_000), changes),
      terms: termsOf(rule(), 'original'),
      handling: 'review',
      reviewReasons: [],
    },
    { taxesIncluded: true },
    'en',
  );

describe('what a choice would bring', () => {
  it('names a paid order’s parts and where each payment goes', () => {
    const quote = quoteOf(
      order({
        lines: KETTLE_AND_MUGS,
        transactions: [
          transaction({ amount: { presentment: eur(9_000), shop: eur(9_000) } }),
          transaction({
            id: 'gid://shopify/OrderTransaction/2' as TransactionId,
            gateway: 'gift_card',
            gatewayName: 'Gift card',
            amount: { presentment: eur(1_500), shop: eur(1_500) },
          }),
        ],
        total: { presentment: eur(10_500), shop: eur(10_500) },
        shipping: [{ title: 'Standard', price: eur(500), taxes: [] }] as never,
      }),
    );
    expect(rowsOf(quote)).toEqual(['items €100.00', 'shipping €5.00']);
    expect(quote).toMatchObject({ total: '€105.00', shown: { amount: '105.00' } });
    expect(quote.refunds).toEqual(
      expect.arrayContaining([
        { method: 'Visa', amount: '€90.00' },
        { method: 'Gift card', amount: '€15.00' },
      ]),
    );
  });

  it('case 1: never calls money that was only reserved a refund', () => {
    const quote = quoteOf(order({ transactions: [authorization], outstanding: eur(10_000) }));
    expect(quote).toMatchObject({
      total: '€0.00',
      refunds: [],
      released: [{ method: 'Visa', amount: '€100.00' }],
    });
    expect(rowsOf(quote)).toEqual(['items €100.00', 'not_paid -€100.00']);
  });

  it('case 1: of a part of an order, releases no more than the part was worth', () => {
    const facts = order({
      lines: KETTLE_AND_MUGS,
      transactions: [authorization],
      outstanding: eur(10_000),
    });
    expect(quoteOf(facts, {}, { selection: ONE_MUG }).released).toEqual([
      { method: 'Visa', amount: '€20.00' },
    ]);
  });

  it('case 11: takes the fee off in sight', () => {
    const fee = { kind: 'percent', percent: 10, touches: 'goods' } as const;
    const quote = quoteOf(order(), { fee });
    expect(rowsOf(quote)).toEqual(['items €100.00', 'fee -€10.00']);
    expect(quote.total).toBe('€90.00');
  });

  it('case 14: adds the bonus to store credit, and gives it as one sum', () => {
    const refund = { method: 'store_credit', storeCreditBonusPercent: 5 } as const;
    const quote = quoteOf(order(), { refund }, { method: 'store_credit' });
    expect(rowsOf(quote)).toEqual(['items €100.00', 'bonus €5.00']);
    expect(quote).toMatchObject({
      refunds: [],
      storeCredit: '€105.00',
      shown: { amount: '105.00', currencyCode: 'EUR' },
    });
  });

  it('case 21: shows taxes only where they come on top', () => {
    const lines = [lineItem({ total: eur(10_000), taxes: [eur(1_900)] })];
    const included = quoteOf(order({ lines }));
    expect(rowsOf(included)).toEqual(['items €100.00']);
    const onTop = quoteOf(
      order({
        lines,
        taxesIncluded: false,
        total: { presentment: eur(11_900), shop: eur(11_900) },
        transactions: [transaction({ amount: { presentment: eur(11_900), shop: eur(11_900) } })],
      }),
    );
    expect(rowsOf(onTop)).toEqual(['items €100.00', 'tax €19.00']);
  });

  it('case 22: keeps apart what the shop hands back itself', () => {
    const cash = transaction({ gateway: 'manual', gatewayName: 'Bank deposit', isManual: true });
    expect(quoteOf(order({ transactions: [cash] }))).toMatchObject({
      refunds: [],
      byHand: [{ method: 'Bank deposit', amount: '€100.00' }],
    });
  });

  it('case 23: names a payment that no bank has answered yet', () => {
    expect(presented({ pendingPayment: eur(1_000) }).pending).toBe('€10.00');
    expect(presented({}).pending).toBeNull();
  });

  it('case 27: shows an order that cost nothing without a refund', () => {
    const free = order({
      total: { presentment: eur(0), shop: eur(0) },
      lines: [lineItem({ total: eur(0) })],
      transactions: [],
    });
    expect(quoteOf(free)).toMatchObject({ total: '€0.00', refunds: [], storeCredit: null });
  });

  it('names every other part by its kind, and leaves out what is nothing', () => {
    const lines = checkAndPlan(order(), {
      selection: { kind: 'order' },
      terms: termsOf(rule(), 'original'),
      choice: { kind: 'everything' },
    });
    if (!lines.ok) throw new Error('The order can be refunded.');
    const duty = { id: 'gid://shopify/Duty/1' as never, amount: eur(300), tax: eur(30) };
    const quote = presented({
      lines: lines.value.lines.map((line) => ({ ...line, duties: [duty] })),
      tip: eur(200),
      additionalFees: eur(100),
      notPaid: eur(-50),
      lostDeals: [
        { kind: 'free_shipping', amount: eur(490) },
        { kind: 'discount', title: 'SPRING', amount: eur(700) },
      ],
    });
    expect(rowsOf(quote)).toEqual([
      'items €100.00',
      'duties €3.30',
      'tip €2.00',
      'additional_fees €1.00',
      'overpaid €0.50',
      'lost_deal -€4.90',
      'lost_deal SPRING -€7.00',
    ]);
  });

  it.each([
    ['JPY', 1_050, '¥1,050', '1050'],
    ['KWD', 1_050, 'KWD\u00a01.050', '1.050'],
  ])('case 17: writes %s with its own decimals', (code, minor, total, amount) => {
    const plan = refundPlan(money(minor, code));
    const quote = presentQuote(
      { plan, terms: termsOf(rule(), 'original'), handling: 'automatic', reviewReasons: [] },
      { taxesIncluded: true },
      'en',
    );
    expect(quote).toMatchObject({ total, shown: { amount, currencyCode: code } });
  });
});

describe('where the money of a cancellation goes', () => {
  it('case 5: shows as store credit what a payment would not take back', () => {
    const plan = refundPlan(eur(1_000));
    const shown = presentMoney(plan, 'en', { ...plannedWaysBack(plan), credit: eur(400) });
    expect(shown.storeCredit).toBe('€4.00');
  });
});
