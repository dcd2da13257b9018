import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  PLACED_AT,
  bag,
  eur,
  fulfillmentOrder,
  lineItem,
  order,
  transaction,
} from '../../../../tests/support/order-facts.ts';
import { judged as judgedBy, policy, rule } from '../../../../tests/support/policies.ts';
import type { CustomerId, FulfillmentOrderId, GiftCardId, LineItemId } from '../../ids.ts';
import { money } from '../../money.ts';
import type { LineItemFacts, OrderFacts } from '../../order/facts.ts';
import type { Selection } from '../../refund/goods/selection.ts';
import { MINUTE } from '../../time.ts';
import { DEFAULT_POLICY } from '../document/default-policy.ts';
import { evaluate, isExempt, platformRefusals } from './evaluate.ts';
import { type Asking, againstSelection } from './evaluation.ts';
import type { Exclusion, Policy, Rule } from '../document/policy.ts';

const KETTLE = 'gid://shopify/LineItem/1' as LineItemId;
const TEA = 'gid://shopify/LineItem/2' as LineItemId;

const asking = (changes: Partial<Asking> = {}): Asking => ({
  buyer: 'customer',
  now: PLACED_AT,
  recentCancellations: 0,
  ...changes,
});
const oneRule = (changes: Partial<Rule>): Policy => policy({ rules: [rule(changes)] });
const codes = (refusals: readonly { readonly code: string }[]): string[] =>
  refusals.map(({ code }) => code);
const against = (policy: Policy, facts: OrderFacts, changes: Partial<Asking> = {}): string[] =>
  codes(evaluate(policy, facts, asking(changes)).refusals);
const part = (...lines: readonly (readonly [LineItemId, number])[]): Selection => ({
  kind: 'lines',
  lines: lines.map(([lineItemId, quantity]) => ({ lineItemId, quantity })),
});
const judged = (
  policy: Policy,
  facts: OrderFacts,
  selection: Selection,
  changes: Partial<Asking> = {},
) => judgedBy(evaluate(policy, facts, asking(changes)), facts, selection);

/** A kettle and three packs of tea, each on a fulfillment order of its own. */
const twoLines = (
  changes: Partial<OrderFacts> = {},
  tea: Partial<LineItemFacts> = {},
): OrderFacts =>
  order({
    lines: [
      lineItem({ total: eur(7_000) }),
      lineItem({ id: TEA, title: 'Tea', quantity: 3, total: eur(3_000), ...tea }),
    ],
    fulfillmentOrders: [
      workOn(KETTLE, {}),
      workOn(TEA, { id: 'gid://shopify/FulfillmentOrder/2' as FulfillmentOrderId }),
    ],
    ...changes,
  });
const workOn = (
  lineItemId: LineItemId,
  changes: Partial<OrderFacts['fulfillmentOrders'][number]>,
) => fulfillmentOrder({ lines: [{ lineItemId, remainingQuantity: 3 }], ...changes });

describe('what may be cancelled', () => {
  it('is a fresh order, whole or in parts, until the window ends', () => {
    expect(evaluate(DEFAULT_POLICY, twoLines(), asking())).toEqual({
      policyVersion: 0,
      rule: DEFAULT_POLICY.rules[0],
      allowed: true,
      refusals: [],
      againstWholeOrder: [],
      lines: [
        { lineItemId: KETTLE, cancellable: 1, refusals: [], reviewReasons: [] },
        { lineItemId: TEA, cancellable: 3, refusals: [], reviewReasons: [] },
      ],
      handling: 'automatic',
      reviewReasons: [],
      closesAt: PLACED_AT + 60 * MINUTE,
    });
  });

  it('is nothing while cancelling is switched off', () => {
    expect(against(policy({ enabled: false }), order())).toEqual(['policy_disabled']);
  });

  it('is nothing of an order that is cancelled, or of which every unit was taken off', () => {
    expect(against(policy(), order({ cancelledAt: PLACED_AT }))).toEqual(['already_cancelled']);
    const emptied = order({ lines: [lineItem({ currentQuantity: 0 })] });
    expect(against(policy(), emptied)).toEqual(['already_cancelled']);
  });

  it('names every reason against it, not only the first', () => {
    const facts = order({
      cancelledAt: PLACED_AT,
      isPointOfSale: true,
      returnStatus: 'IN_PROGRESS',
      fulfillmentStatus: 'FULFILLED',
      disputes: [{ initiatedAs: 'CHARGEBACK', status: 'UNDER_REVIEW' }],
      tags: ['wholesale'],
      fulfillmentOrders: [fulfillmentOrder({ status: 'IN_PROGRESS' })],
    });
    const strict = policy({
      enabled: false,
      rules: [
        rule({
          instant: { minutes: 60, cutOff: null, untilFulfillment: true },
          exclusions: [{ kind: 'order_tag', values: ['Wholesale'], then: 'refuse', wording: null }],
        }),
      ],
      limit: { cancellations: 2, days: 30, then: 'refuse', exemptTag: null },
    });
    const late = { now: PLACED_AT + 61 * MINUTE, recentCancellations: 2 };
    expect(against(strict, facts, late)).toEqual([
      'already_cancelled',
      'dispute_open',
      'point_of_sale',
      'policy_disabled',
      'excluded',
      'limit_reached',
      'window_closed',
      'already_fulfilled',
      'active_return',
      'fulfillment_started',
    ]);
  });

  it('is never allowed with a reason against it, nor refused without one', () => {
    fc.assert(
      fc.property(anyOrder(), anyPolicy(), anyAsking(), (facts, policy, ask) => {
        const evaluation = evaluate(policy, facts, ask);
        expect(evaluation.allowed).toBe(evaluation.refusals.length === 0);
        const parts = evaluation.lines.some((line) => line.cancellable > 0);
        expect(evaluation.allowed).toBe(evaluation.againstWholeOrder.length === 0 || parts);
        if (evaluation.allowed) {
          expect(evaluation.handling === 'review').toBe(evaluation.reviewReasons.length > 0);
        }
        for (const line of evaluation.lines) {
          const left = facts.lines.find(({ id }) => id === line.lineItemId)?.currentQuantity ?? 0;
          expect(line.cancellable < left).toBe(line.refusals.length > 0);
          const whole = judgedBy(evaluation, facts, part([line.lineItemId, line.cancellable + 1]));
          expect(whole.refusals).not.toEqual([]);
        }
      }),
    );
  });
});

describe('the window', () => {
  const instant = { minutes: 60, cutOff: null, untilFulfillment: true };
  const request = { minutes: 240, cutOff: null, untilFulfillment: false };

  it('case 45: is open up to its last millisecond and closed with the next, by the server’s clock', () => {
    const last = PLACED_AT + 60 * MINUTE;
    expect(against(policy(), order(), { now: last })).toEqual([]);
    expect(evaluate(policy(), order(), asking({ now: last + 1 })).refusals).toEqual([
      { code: 'window_closed', closedAt: last, timeZone: 'Europe/Berlin' },
    ]);
  });

  it('case 45: counts from when the customer ordered, not from when the order was imported', () => {
    const imported = order({ createdAt: PLACED_AT + 600 * MINUTE });
    expect(against(policy(), imported, { now: PLACED_AT + 61 * MINUTE })).toEqual([
      'window_closed',
    ]);
    const backdated = order({ processedAt: PLACED_AT - 600 * MINUTE });
    expect(against(policy(), backdated)).toEqual(['window_closed']);
  });

  it('at once first, then by request, then not at all', () => {
    const both = oneRule({ instant, request });
    const at = (minutes: number) =>
      evaluate(both, order(), asking({ now: PLACED_AT + minutes * MINUTE }));
    expect(at(60)).toMatchObject({ handling: 'automatic', closesAt: PLACED_AT + 60 * MINUTE });
    expect(at(61)).toMatchObject({
      handling: 'review',
      reviewReasons: [{ code: 'by_request_only' }],
      closesAt: PLACED_AT + 240 * MINUTE,
    });
    expect(at(241).refusals).toEqual([
      { code: 'window_closed', closedAt: PLACED_AT + 240 * MINUTE, timeZone: 'Europe/Berlin' },
    ]);
  });

  it.each([
    ['the warehouse is picking', fulfillmentOrder({ status: 'IN_PROGRESS' })],
    ['a service accepted it', fulfillmentOrder({ requestStatus: 'ACCEPTED' })],
    ['a service refused to stop', fulfillmentOrder({ requestStatus: 'CANCELLATION_REJECTED' })],
  ])('closes when work on the goods begins, where the rule says so: %s', (_, work) => {
    const facts = order({ fulfillmentOrders: [work] });
    expect(against(oneRule({ instant }), facts)).toContain('fulfillment_started');
    expect(codes(evaluate(policy(), facts, asking()).againstWholeOrder)).toEqual([]);
    expect(evaluate(oneRule({ instant, request }), facts, asking())).toMatchObject({
      allowed: true,
      reviewReasons: [{ code: 'by_request_only' }],
    });
  });

  it('stays open for lines on which nobody has begun', () => {
    const facts = twoLines({
      fulfillmentOrders: [workOn(KETTLE, { status: 'IN_PROGRESS' }), workOn(TEA, {})],
    });
    const evaluation = evaluate(oneRule({ instant }), facts, asking());
    expect(codes(evaluation.againstWholeOrder)).toEqual(['fulfillment_started']);
    expect(evaluation.lines.map((line) => line.cancellable)).toEqual([0, 3]);
    expect(evaluation).toMatchObject({
      allowed: true,
      handling: 'automatic',
      closesAt: PLACED_AT + 60 * MINUTE,
    });
  });
});

describe('whose rule decides', () => {
  const german = rule({ id: 'german', countries: ['DE', 'AT'], what: 'whole_order' });
  const company = 'gid://shopify/Customer/7' as CustomerId;
  const byCompany = order({ company: { buyerIds: [company], hasPaymentTerms: true } });

  it('the first that speaks to the buyer and the country', () => {
    const rules = [rule({ id: 'guests', who: ['guest'] }), german, rule({ id: 'rest' })];
    const found = (facts: OrderFacts, buyer: Asking['buyer']) =>
      evaluate(policy({ rules }), facts, asking({ buyer })).rule?.id;
    expect(found(order(), 'guest')).toBe('guests');
    expect(found(order({ countryCode: 'AT' }), 'customer')).toBe('german');
    expect(found(order({ countryCode: 'FR' }), 'customer')).toBe('rest');
    expect(found(order({ countryCode: null }), 'customer')).toBe('rest');
  });

  it('no rule for the buyer or the country is a reason of its own', () => {
    expect(
      against(policy({ rules: [rule({ who: ['customer'] })] }), order(), { buyer: 'guest' }),
    ).toEqual(['no_rule_for_buyer']);
    const abroad = evaluate(policy({ rules: [german] }), order({ countryCode: 'FR' }), asking());
    expect(abroad.refusals).toEqual([{ code: 'no_rule_for_country', countryCode: 'FR' }]);
    expect(abroad.rule).toBeNull();
    expect(abroad.lines.map((line) => line.cancellable)).toEqual([0]);
  });

  it('case 49: a company’s order is for those with a role at the location that bought', () => {
    const everybody = policy();
    expect(against(everybody, byCompany, { buyer: 'company_buyer' })).toEqual([]);
    expect(against(everybody, byCompany, { buyer: 'customer' })).toEqual(['not_a_company_buyer']);
    expect(against(everybody, byCompany, { buyer: 'guest' })).toEqual(['company_purchase']);
    expect(against(DEFAULT_POLICY, byCompany, { buyer: 'company_buyer' })).toEqual([
      'company_purchase',
    ]);
    const abroad = { ...byCompany, countryCode: 'FR' };
    expect(against(policy({ rules: [german] }), abroad, { buyer: 'company_buyer' })).toEqual([
      'no_rule_for_country',
    ]);
  });
});

describe('what is left out', () => {
  const lineCases: readonly (readonly [string, Exclusion, Partial<LineItemFacts>])[] = [
    [
      'a product tag',
      { kind: 'product_tag', values: ['fragile'], then: 'refuse', wording: null },
      { productTags: ['Fragile '] },
    ],
    [
      'a product type',
      { kind: 'product_type', values: ['Candle'], then: 'refuse', wording: null },
      { productType: 'candle' },
    ],
    [
      'a collection',
      { kind: 'collection', values: ['gid://shopify/Collection/5'], then: 'refuse', wording: null },
      { collectionIds: ['gid://shopify/Collection/5' as never] },
    ],
    [
      'final sale',
      { kind: 'final_sale', values: ['final-sale'], then: 'refuse', wording: null },
      { productTags: ['final-sale'] },
    ],
    ['a gift card', { kind: 'gift_card', then: 'refuse', wording: null }, { isGiftCard: true }],
    [
      'a subscription',
      { kind: 'subscription', then: 'refuse', wording: null },
      { sellingPlan: 'SUBSCRIPTION' },
    ],
    [
      'a pre-order',
      { kind: 'pre_order', then: 'refuse', wording: null },
      { sellingPlan: 'PRE_ORDER' },
    ],
    [
      'an engraving',
      { kind: 'personalised', then: 'refuse', wording: null },
      { propertyNames: ['_gift_id', 'Engraving'] },
    ],
    ['a ticket', { kind: 'digital', then: 'refuse', wording: null }, { requiresShipping: false }],
  ];

  it.each(lineCases)(
    'case 38: %s refuses its line and the whole order, not the other lines',
    (_, exclusion, tea) => {
      const strict = oneRule({ exclusions: [exclusion] });
      const evaluation = evaluate(strict, twoLines({}, tea), asking());
      expect(evaluation.lines.map((line) => line.cancellable)).toEqual([1, 0]);
      const refusal = { code: 'excluded', exclusion: exclusion.kind, lineItemId: TEA };
      expect(evaluation.lines[1]?.refusals).toMatchObject([refusal]);
      expect(evaluation.againstWholeOrder).toMatchObject([refusal]);
      expect(evaluation.allowed).toBe(true);
      expect(evaluate(strict, twoLines(), asking()).againstWholeOrder).toEqual([]);
    },
  );

  it.each(lineCases)(
    'case 38: %s can send only its line to a person instead',
    (_, exclusion, tea) => {
      const careful = oneRule({ exclusions: [{ ...exclusion, then: 'review' }] });
      const facts = twoLines({}, tea);
      const reason = { code: 'excluded', exclusion: exclusion.kind, lineItemId: TEA };
      expect(judged(careful, facts, { kind: 'order' })).toEqual({
        refusals: [],
        handling: 'review',
        reviewReasons: [reason],
      });
      expect(judged(careful, facts, part([KETTLE, 1])).handling).toBe('automatic');
      expect(judged(careful, facts, part([TEA, 1])).reviewReasons).toEqual([reason]);
    },
  );

  it('a property that only apps read makes nothing personal, and a gift card is no download', () => {
    const strict = oneRule({
      exclusions: [
        { kind: 'personalised', then: 'refuse', wording: null },
        { kind: 'digital', then: 'refuse', wording: null },
      ],
    });
    const facts = twoLines(
      {},
      { propertyNames: ['_bundle'], isGiftCard: true, requiresShipping: false },
    );
    expect(evaluate(strict, facts, asking()).againstWholeOrder).toEqual([]);
  });

  it('says which value matched, and the merchant’s own words', () => {
    const wording = { label: 'Made for you.', translations: { de: 'Für Sie gefertigt.' } };
    const strict = oneRule({
      exclusions: [
        { kind: 'product_tag', values: ['engraved', 'custom'], then: 'refuse', wording },
      ],
    });
    const facts = order({ lines: [lineItem({ productTags: ['custom'] })] });
    expect(evaluate(strict, facts, asking()).refusals).toEqual([
      {
        code: 'excluded',
        exclusion: 'product_tag',
        matched: 'custom',
        wording,
        lineItemId: KETTLE,
      },
    ]);
  });

  it.each<readonly [string, Exclusion, Partial<OrderFacts>]>([
    [
      'a customer’s tag',
      { kind: 'customer_tag', values: ['reseller'], then: 'refuse', wording: null },
      { customerTags: ['Reseller'] },
    ],
    [
      'the order’s tag',
      { kind: 'order_tag', values: ['wholesale'], then: 'refuse', wording: null },
      { tags: ['wholesale'] },
    ],
    [
      'the sales channel',
      { kind: 'sales_channel', values: ['Marketplace'], then: 'refuse', wording: null },
      { salesChannel: 'Marketplace' },
    ],
    [
      'the payment method',
      { kind: 'payment_method', values: ['Cash on Delivery (COD)'], then: 'refuse', wording: null },
      {
        transactions: [
          transaction({ gatewayName: 'Cash on Delivery (COD)', status: 'PENDING', isManual: true }),
        ],
      },
    ],
    [
      'the fraud risk',
      { kind: 'risk_level', values: ['HIGH'], then: 'refuse', wording: null },
      { risk: { level: 'HIGH', recommendation: 'CANCEL' } },
    ],
  ])('%s leaves out the whole order, or sends all of it to a person', (_, exclusion, changes) => {
    const facts = twoLines(changes);
    expect(evaluate(oneRule({ exclusions: [exclusion] }), facts, asking())).toMatchObject({
      allowed: false,
      refusals: [{ code: 'excluded', exclusion: exclusion.kind, lineItemId: null }],
    });
    const careful = oneRule({ exclusions: [{ ...exclusion, then: 'review' }] });
    expect(judged(careful, facts, part([TEA, 1])).reviewReasons).toEqual([
      { code: 'excluded', exclusion: exclusion.kind, lineItemId: null },
    ]);
    expect(against(oneRule({ exclusions: [exclusion] }), twoLines())).toEqual([]);
  });

  it('a payment that failed says nothing about how the order was paid', () => {
    const strict = oneRule({
      exclusions: [{ kind: 'payment_method', values: ['Klarna'], then: 'refuse', wording: null }],
    });
    const facts = order({
      transactions: [transaction({ gatewayName: 'Klarna', status: 'FAILURE' }), transaction()],
    });
    expect(against(strict, facts)).toEqual([]);
  });

  it('case 51: an order with a high fraud risk waits for a person by default', () => {
    const risky = order({ risk: { level: 'HIGH', recommendation: 'CANCEL' } });
    expect(evaluate(DEFAULT_POLICY, risky, asking())).toMatchObject({
      allowed: true,
      handling: 'review',
      reviewReasons: [{ code: 'excluded', exclusion: 'risk_level', lineItemId: null }],
    });
  });

  it('case 50: a subscription waits for a person by default', () => {
    const first = order({ lines: [lineItem({ sellingPlan: 'SUBSCRIPTION' })] });
    expect(evaluate(DEFAULT_POLICY, first, asking())).toMatchObject({
      handling: 'review',
      reviewReasons: [{ code: 'excluded', exclusion: 'subscription', lineItemId: KETTLE }],
    });
  });

  it('case 13: a gift card that was spent from sends its line and the whole order to a person', () => {
    const card = (balance: number) => ({
      id: 'gid://shopify/GiftCard/1' as GiftCardId,
      lineItemId: TEA,
      initialValue: eur(3_000),
      balance: eur(balance),
      isEnabled: true,
    });
    const facts = (balance: number) =>
      twoLines({ soldGiftCards: [card(balance)] }, { isGiftCard: true });
    const reasons = [{ code: 'gift_card_redeemed', lineItemId: TEA }];
    expect(judged(policy(), facts(3_000), { kind: 'order' }).handling).toBe('automatic');
    expect(judged(policy(), facts(2_999), { kind: 'order' }).reviewReasons).toEqual(reasons);
    expect(judged(policy(), facts(2_999), part([TEA, 1])).reviewReasons).toEqual(reasons);
    expect(judged(policy(), facts(2_999), part([KETTLE, 1])).handling).toBe('automatic');
  });
});

describe('how many cancellations a customer has', () => {
  const limited = (then: 'refuse' | 'review', exemptTag: string | null = null): Policy =>
    policy({ limit: { cancellations: 3, days: 30, then, exemptTag } });

  it('case 51: from the limit on each further one is refused, or comes before a person', () => {
    expect(against(limited('refuse'), order(), { recentCancellations: 2 })).toEqual([]);
    expect(
      evaluate(limited('refuse'), order(), asking({ recentCancellations: 3 })).refusals,
    ).toEqual([{ code: 'limit_reached', cancellations: 3, days: 30 }]);
    expect(
      judged(limited('review'), twoLines(), part([TEA, 1]), { recentCancellations: 3 }),
    ).toEqual({ refusals: [], handling: 'review', reviewReasons: [{ code: 'limit_reached' }] });
  });

  it('case 51: a customer with the exempting tag has no limit', () => {
    const facts = order({ customerTags: ['VIP'] });
    expect(against(limited('refuse', 'vip'), facts, { recentCancellations: 9 })).toEqual([]);
  });
});

describe('what a person looks at because of its worth', () => {
  const above = (
    amounts: Rule['reviewAbove'],
    facts: OrderFacts,
    selection: Selection = { kind: 'order' },
  ) => codes(judged(oneRule({ reviewAbove: amounts }), facts, selection).reviewReasons);

  it('is what is worth more than the amount, not as much', () => {
    expect(above({ EUR: '100.00' }, order())).toEqual([]);
    expect(above({ EUR: '99.99' }, order())).toEqual(['above_amount']);
  });

  it('is measured by what is selected', () => {
    expect(above({ EUR: '69.99' }, twoLines(), part([KETTLE, 1]))).toEqual(['above_amount']);
    expect(above({ EUR: '70.00' }, twoLines(), part([KETTLE, 1]))).toEqual([]);
    expect(above({ EUR: '20' }, twoLines(), part([TEA, 2]))).toEqual([]);
    const taxed = twoLines({ taxesIncluded: false }, { taxes: [eur(300)] });
    expect(above({ EUR: '20' }, taxed, part([TEA, 2]))).toEqual(['above_amount']);
  });

  it('case 28: is what the order costs now, not when it was placed', () => {
    expect(above({ EUR: '50' }, order({ currentTotal: bag(eur(4_000)) }))).toEqual([]);
  });

  it('case 16: goes by the customer’s currency, else by the shop’s, else always', () => {
    const yen = order({
      presentmentCurrencyCode: 'JPY',
      total: { presentment: money(16_000, 'JPY'), shop: eur(10_000) },
    });
    expect(above({ JPY: '16000', EUR: '1' }, yen)).toEqual([]);
    expect(above({ JPY: '15999', EUR: '1000' }, yen)).toEqual(['above_amount']);
    expect(above({ EUR: '100' }, yen)).toEqual([]);
    expect(above({ EUR: '99.99' }, yen)).toEqual(['above_amount']);
    expect(above({ USD: '1000' }, yen)).toEqual(['above_amount']);
  });
});

describe('a part of an order', () => {
  it('is refused where the rule offers whole orders only', () => {
    const whole = oneRule({ what: 'whole_order' });
    expect(codes(judged(whole, twoLines(), part([TEA, 3])).refusals)).toEqual(['only_whole_order']);
    expect(evaluate(whole, twoLines(), asking()).lines.map((line) => line.cancellable)).toEqual([
      0, 0,
    ]);
  });

  it('is whole lines where the rule says so', () => {
    const lines = oneRule({ what: 'lines' });
    expect(judged(lines, twoLines(), part([TEA, 2])).refusals).toEqual([
      { code: 'only_whole_lines', lineItemId: TEA },
    ]);
    expect(judged(lines, twoLines(), part([TEA, 3])).refusals).toEqual([]);
  });

  it('case 34: of a partly sent order is what was not sent; the order itself is not cancelled', () => {
    const facts = twoLines(
      { fulfillmentStatus: 'PARTIALLY_FULFILLED', returnStatus: 'IN_PROGRESS' },
      { unfulfilledQuantity: 2 },
    );
    const evaluation = evaluate(policy(), facts, asking());
    expect(codes(evaluation.againstWholeOrder)).toEqual(['partly_fulfilled', 'active_return']);
    expect(evaluation.lines[1]).toMatchObject({
      cancellable: 2,
      refusals: [{ code: 'units_already_sent', lineItemId: TEA, sent: 1 }],
    });
    expect(judged(policy(), facts, part([KETTLE, 1], [TEA, 2])).refusals).toEqual([]);
    expect(codes(againstSelection(evaluation, part([TEA, 3])))).toEqual(['units_already_sent']);
  });

  it('case 34: sent units count even when the platform’s summary does not tell', () => {
    const facts = twoLines({ fulfillmentStatus: 'IN_PROGRESS' }, { unfulfilledQuantity: 2 });
    expect(codes(evaluate(policy(), facts, asking()).againstWholeOrder)).toEqual([
      'partly_fulfilled',
    ]);
  });

  it('case 42: has nothing of units that were taken off before', () => {
    const facts = twoLines({}, { quantity: 3, currentQuantity: 1, unfulfilledQuantity: 1 });
    expect(evaluate(policy(), facts, asking()).lines[1]?.cancellable).toBe(1);
    expect(judged(policy(), facts, part([TEA, 2])).refusals).toEqual([
      { code: 'too_many_units', lineItemId: TEA, available: 1 },
    ]);
    const removed = twoLines({}, { quantity: 3, currentQuantity: 0, unfulfilledQuantity: 0 });
    expect(evaluate(policy(), removed, asking()).lines.map((line) => line.lineItemId)).toEqual([
      KETTLE,
    ]);
    expect(codes(againstSelection(evaluate(policy(), removed, asking()), part([TEA, 1])))).toEqual([
      'selection_malformed',
    ]);
  });

  it('case 42: a removed line does not hold the order back', () => {
    const strict = oneRule({ exclusions: [{ kind: 'gift_card', then: 'refuse', wording: null }] });
    const facts = twoLines({}, { currentQuantity: 0, unfulfilledQuantity: 0, isGiftCard: true });
    expect(evaluate(strict, facts, asking()).againstWholeOrder).toEqual([]);
  });

  it('case 23: waits until the bank has answered; the whole order need not', () => {
    const pending = twoLines({ transactions: [transaction({ status: 'PENDING' })] });
    const evaluation = evaluate(policy(), pending, asking());
    expect(evaluation.againstWholeOrder).toEqual([]);
    expect(evaluation.lines.map((line) => codes(line.refusals))).toEqual([
      ['payment_pending'],
      ['payment_pending'],
    ]);
    const onDelivery = twoLines({
      transactions: [transaction({ status: 'PENDING', isManual: true })],
    });
    expect(judged(policy(), onDelivery, part([TEA, 1])).refusals).toEqual([]);
  });

  it('case 44: of another app’s order that the platform does not edit needs it to be paid', () => {
    const unpaid = twoLines({ isEditable: false, outstanding: eur(10_000) });
    expect(codes(judged(policy(), unpaid, part([TEA, 1])).refusals)).toEqual(['not_editable']);
    expect(judged(policy(), unpaid, { kind: 'order' }).refusals).toEqual([]);
    const paid = twoLines({ isEditable: false });
    expect(judged(policy(), paid, part([TEA, 1])).refusals).toEqual([]);
  });

  it('case 30: that a fulfillment service has accepted comes back with the whole order only', () => {
    const facts = twoLines({
      fulfillmentOrders: [workOn(KETTLE, {}), workOn(TEA, { requestStatus: 'ACCEPTED' })],
    });
    expect(judged(policy(), facts, part([TEA, 1])).refusals).toEqual([
      { code: 'work_at_fulfillment_service', lineItemId: TEA },
    ]);
    expect(judged(policy(), facts, part([KETTLE, 1])).refusals).toEqual([]);
    expect(judged(policy(), facts, { kind: 'order' }).refusals).toEqual([]);
  });

  it('is nothing without a line', () => {
    expect(codes(judged(policy(), twoLines(), part()).refusals)).toEqual(['nothing_selected']);
  });
});

describe('a bundle', () => {
  const group = { id: 'gid://shopify/LineItemGroup/1', title: 'Tea for two' };
  const bundled = (
    kettle: Partial<LineItemFacts> = {},
    tea: Partial<LineItemFacts> = {},
  ): OrderFacts =>
    order({
      lines: [
        lineItem({ quantity: 2, group, ...kettle }),
        lineItem({ id: TEA, quantity: 6, group, ...tea }),
      ],
    });

  it('case 41: is cancelled in whole bundles', () => {
    expect(judged(policy(), bundled(), part([KETTLE, 1], [TEA, 3])).refusals).toEqual([]);
    for (const broken of [part([KETTLE, 1]), part([KETTLE, 1], [TEA, 2]), part([TEA, 3])]) {
      expect(judged(policy(), bundled(), broken).refusals).toEqual([
        { code: 'bundle_cancels_together', groupTitle: 'Tea for two' },
      ]);
    }
  });

  it('case 41: is as many bundles as all its components tell, not as the rarest of them', () => {
    const twoAndThree = bundled({ quantity: 4 }, { unfulfilledQuantity: 5 });
    expect(evaluate(policy(), twoAndThree, asking()).lines.map((line) => line.cancellable)).toEqual(
      [2, 3],
    );
    expect(judged(policy(), twoAndThree, part([KETTLE, 2], [TEA, 3])).refusals).toEqual([]);
  });

  it('case 41: goes only as far as every component of it', () => {
    const sent = bundled({}, { unfulfilledQuantity: 4 });
    expect(evaluate(policy(), sent, asking()).lines).toMatchObject([
      { cancellable: 1, refusals: [{ code: 'bundle_cancels_together' }] },
      {
        cancellable: 3,
        refusals: [{ code: 'units_already_sent' }, { code: 'bundle_cancels_together' }],
      },
    ]);
    const strict = oneRule({
      exclusions: [{ kind: 'product_tag', values: ['custom'], then: 'refuse', wording: null }],
    });
    const custom = bundled({ productTags: ['custom'] });
    expect(evaluate(strict, custom, asking())).toMatchObject({ allowed: false });
    expect(against(strict, custom)).toEqual(['excluded', 'bundle_cancels_together']);
  });
});

describe('an order that only the shop can take back', () => {
  it.each(['NEEDS_RESPONSE', 'UNDER_REVIEW'] as const)(
    'case 25: is one in dispute: %s',
    (status) => {
      const facts = twoLines({ disputes: [{ initiatedAs: 'INQUIRY', status }] });
      expect(against(policy(), facts)).toEqual(['dispute_open']);
      expect(judged(policy(), facts, part([TEA, 1])).refusals).toEqual([{ code: 'dispute_open' }]);
      expect(platformRefusals(facts, { kind: 'order' })).toEqual([]);
    },
  );

  it('case 25: is not one whose dispute is over', () => {
    expect(
      against(policy(), order({ disputes: [{ initiatedAs: 'CHARGEBACK', status: 'WON' }] })),
    ).toEqual([]);
  });

  it('case 40: is one that was sold over the counter', () => {
    const sold = order({ isPointOfSale: true });
    expect(against(policy(), sold)).toEqual(['point_of_sale']);
    expect(platformRefusals(sold, { kind: 'order' })).toEqual([]);
  });

  it.each(['PICK_UP', 'LOCAL'] as const)(
    'case 40: is one that is ready for the customer: %s',
    (deliveryMethod) => {
      const ready = twoLines({
        fulfillmentOrders: [
          workOn(KETTLE, { deliveryMethod, status: 'IN_PROGRESS' }),
          workOn(TEA, {}),
        ],
      });
      const evaluation = evaluate(policy(), ready, asking());
      expect(codes(evaluation.againstWholeOrder)).toEqual(['ready_for_pickup']);
      expect(evaluation.lines.map((line) => line.cancellable)).toEqual([0, 3]);
      const waiting = order({ fulfillmentOrders: [fulfillmentOrder({ deliveryMethod })] });
      expect(against(policy(), waiting)).toEqual([]);
      const shipped = order({ fulfillmentOrders: [fulfillmentOrder({ status: 'IN_PROGRESS' })] });
      expect(against(policy(), shipped)).toEqual([]);
    },
  );
});

describe('what the platform refuses, whoever asks', () => {
  it('is nothing of a fresh order, whatever the policy says', () => {
    expect(platformRefusals(order(), { kind: 'order' })).toEqual([]);
    expect(platformRefusals(twoLines(), part([TEA, 3]))).toEqual([]);
  });

  it.each<readonly [string, Partial<OrderFacts>, string]>([
    ['cancelled', { cancelledAt: PLACED_AT }, 'already_cancelled'],
    ['sent', { fulfillmentStatus: 'FULFILLED' }, 'already_fulfilled'],
    ['partly sent', { fulfillmentStatus: 'PARTIALLY_FULFILLED' }, 'partly_fulfilled'],
    ['being returned (case 43)', { returnStatus: 'IN_PROGRESS' }, 'active_return'],
    ['asked to be returned (case 43)', { returnStatus: 'RETURN_REQUESTED' }, 'active_return'],
  ])('is the cancel of an order that is %s', (_, changes, code) => {
    expect(codes(platformRefusals(order(changes), { kind: 'order' }))).toEqual([code]);
  });

  it('case 43: a return is shown before the click, and the parts that were not sent stay open', () => {
    const facts = twoLines({ returnStatus: 'IN_PROGRESS' });
    expect(codes(evaluate(policy(), facts, asking()).againstWholeOrder)).toEqual(['active_return']);
    expect(platformRefusals(facts, part([TEA, 1]))).toEqual([]);
  });

  it('case 23: is a part while a payment is pending, and not the whole', () => {
    const pending = twoLines({ transactions: [transaction({ status: 'PENDING' })] });
    expect(codes(platformRefusals(pending, part([TEA, 1])))).toEqual(['payment_pending']);
    expect(platformRefusals(pending, { kind: 'order' })).toEqual([]);
  });

  it('is units that are not there, and lines of other orders', () => {
    expect(platformRefusals(twoLines(), part([TEA, 4]))).toEqual([
      { code: 'too_many_units', lineItemId: TEA, available: 3 },
    ]);
    const unknown = 'gid://shopify/LineItem/9' as LineItemId;
    expect(codes(platformRefusals(twoLines(), part([unknown, 1])))).toEqual([
      'selection_malformed',
    ]);
  });
});

/** Orders in every state that the rules look at. */
function anyOrder(): fc.Arbitrary<OrderFacts> {
  return fc
    .record({
      sent: fc.integer({ min: 0, max: 3 }),
      removed: fc.integer({ min: 0, max: 3 }),
      isGiftCard: fc.boolean(),
      balance: fc.integer({ min: 0, max: 3_000 }),
      status: fc.constantFrom('OPEN', 'IN_PROGRESS', 'CLOSED'),
      requestStatus: fc.constantFrom('UNSUBMITTED', 'ACCEPTED', 'CANCELLATION_REJECTED'),
      deliveryMethod: fc.constantFrom('SHIPPING', 'PICK_UP'),
      returnStatus: fc.constantFrom('NO_RETURN', 'IN_PROGRESS'),
      countryCode: fc.constantFrom('DE', 'FR', null),
      isPointOfSale: fc.boolean(),
      isCompany: fc.boolean(),
      isPending: fc.boolean(),
      isBundle: fc.boolean(),
      isEditable: fc.boolean(),
      owed: fc.constantFrom(0, 10_000),
    })
    .map(({ status, requestStatus, deliveryMethod, ...made }) => {
      const group = made.isBundle ? { id: 'g', title: 'Set' } : null;
      const currentQuantity = 3 - made.removed;
      return twoLines(
        {
          lines: [
            lineItem({ total: eur(7_000), group }),
            lineItem({
              id: TEA,
              quantity: 3,
              currentQuantity,
              unfulfilledQuantity: Math.max(0, currentQuantity - made.sent),
              total: eur(3_000),
              isGiftCard: made.isGiftCard,
              group,
            }),
          ],
          fulfillmentOrders: [
            workOn(KETTLE, {}),
            workOn(TEA, { status, requestStatus, deliveryMethod }),
          ],
          returnStatus: made.returnStatus,
          countryCode: made.countryCode,
          isPointOfSale: made.isPointOfSale,
          company: made.isCompany ? { buyerIds: [], hasPaymentTerms: false } : null,
          transactions: [transaction({ status: made.isPending ? 'PENDING' : 'SUCCESS' })],
          isEditable: made.isEditable,
          outstanding: eur(made.owed),
          soldGiftCards: made.isGiftCard
            ? [
                {
                  id: 'gid://shopify/GiftCard/1' as GiftCardId,
                  lineItemId: TEA,
                  initialValue: eur(3_000),
                  balance: eur(made.balance),
                  isEnabled: true,
                },
              ]
            : [],
        },
        {},
      );
    });
}

function anyPolicy(): fc.Arbitrary<Policy> {
  const anyWindow = fc.option(
    fc.record({
      minutes: fc.option(fc.integer({ min: 1, max: 300 })),
      cutOff: fc.constantFrom(null, '10:00', '14:30'),
      untilFulfillment: fc.boolean(),
    }),
  );
  return fc
    .record({
      enabled: fc.boolean(),
      what: fc.constantFrom('whole_order', 'lines', 'quantities'),
      countries: fc.constantFrom<string[]>([], ['DE']),
      instant: anyWindow,
      request: anyWindow,
      giftCards: fc.constantFrom(null, 'refuse', 'review'),
      reviewAbove: fc.constantFrom(null, { EUR: '50' }),
      limited: fc.constantFrom(null, 'refuse', 'review'),
    })
    .map(({ enabled, giftCards, limited, ...changes }) =>
      policy({
        enabled,
        rules: [
          rule({
            ...changes,
            exclusions: giftCards ? [{ kind: 'gift_card', then: giftCards, wording: null }] : [],
          }),
        ],
        limit: limited ? { cancellations: 2, days: 30, then: limited, exemptTag: null } : null,
      }),
    );
}

function anyAsking(): fc.Arbitrary<Asking> {
  return fc.record({
    buyer: fc.constantFrom('customer', 'guest', 'company_buyer'),
    now: fc.integer({ min: 0, max: 400 }).map((minutes) => PLACED_AT + minutes * MINUTE),
    recentCancellations: fc.integer({ min: 0, max: 3 }),
  });
}

describe('a customer whom the limit leaves alone', () => {
  const limit = { cancellations: 2, days: 90, then: 'refuse', exemptTag: ' VIP' } as const;

  it.each<[readonly string[], string | null, boolean]>([
    [['vip'], ' VIP', true],
    [['wholesale', 'Vip '], ' VIP', true],
    [['wholesale'], ' VIP', false],
    [[], ' VIP', false],
    [['vip'], null, false],
  ])('bears the tag that the policy names: %j, %j: %s', (customerTags, exemptTag, exempt) => {
    const facts = order({ customerTags });
    expect(isExempt({ ...limit, exemptTag }, facts)).toBe(exempt);
    const limited = policy({ limit: { ...limit, exemptTag } });
    expect(against(limited, facts, { recentCancellations: 2 })).toEqual(
      exempt ? [] : ['limit_reached'],
    );
    expect(against(limited, facts, { recentCancellations: 1 })).toEqual([]);
  });
});

it('an order without lines is not one whose lines were all cancelled', () => {
  expect(against(oneRule({}), order({ lines: [] }))).not.toContain('already_cancelled');
});

describe('where only parts can be cancelled', () => {
  const tagged = { productTags: ['sale'] };
  const leaving = (then: 'refuse' | 'review'): Exclusion => ({
    kind: 'product_tag',
    values: ['sale'],
    then,
    wording: null,
  });
  const giftCards: Exclusion = { kind: 'gift_card', then: 'refuse', wording: null };
  /** A gift card that the rule leaves out, and lines of kettles. */
  const beside = (...lines: readonly Partial<LineItemFacts>[]): OrderFacts => {
    const made = [{ isGiftCard: true }, ...lines].map((line, index) =>
      lineItem({ id: `gid://shopify/LineItem/${index + 1}` as LineItemId, ...line }),
    );
    return order({ lines: made, fulfillmentOrders: [] });
  };
  const of = (facts: OrderFacts, ...exclusions: readonly Exclusion[]) =>
    evaluate(oneRule({ exclusions: [giftCards, ...exclusions] }), facts, asking());

  it('it goes by itself as soon as one of them does', () => {
    expect(of(beside({}, tagged), leaving('review'))).toMatchObject({
      allowed: true,
      handling: 'automatic',
      reviewReasons: [],
    });
  });

  it('a person looks where they look at each of them', () => {
    expect(of(beside(tagged, tagged), leaving('review'))).toMatchObject({
      allowed: true,
      handling: 'review',
      reviewReasons: [
        { code: 'excluded', exclusion: 'product_tag', lineItemId: TEA },
        { code: 'excluded', exclusion: 'product_tag', lineItemId: 'gid://shopify/LineItem/3' },
      ],
    });
  });

  it('what is refused is no reason for a person to look', () => {
    const { lines } = of(beside(tagged, {}), leaving('refuse'));
    expect(lines.map(({ reviewReasons }) => reviewReasons)).toEqual([[], [], []]);
    expect(lines.map(({ cancellable }) => cancellable)).toEqual([0, 0, 1]);
  });

  it('and none can, the reasons are those that stand against the goods themselves', () => {
    const whole = oneRule({ what: 'whole_order', exclusions: [giftCards] });
    expect(against(whole, beside({}))).toEqual(['excluded']);
    const sent = order({
      lines: [lineItem({ quantity: 2, unfulfilledQuantity: 0 })],
      hasFulfillments: true,
      fulfillmentStatus: 'FULFILLED',
    });
    expect(against(oneRule({}), sent)).toEqual(['already_fulfilled']);
  });
});
