import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  PLACED_AT,
  bag,
  eur,
  fulfillmentOrder,
  lineItem,
  order,
} from '../../../../tests/support/facts/order-facts.ts';
import { judged as judgedBy, policy, rule } from '../../../../tests/support/facts/policies.ts';
import type { CustomerId } from '../../ids.ts';
import { money } from '../../money.ts';
import type { OrderFacts } from '../../order/facts.ts';
import type { Selection } from '../../refund/goods/selection.ts';
import { MINUTE } from '../../time.ts';
import { DEFAULT_POLICY } from '../../../messages/default-policy.ts';
import { evaluate } from './evaluate.ts';
import { type Asking } from './evaluation.ts';
import type { Rule } from '../document/policy.ts';
import {
  KETTLE,
  TEA,
  asking,
  oneRule,
  codes,
  against,
  part,
  judged,
  twoLines,
  workOn,
  anyOrder,
  anyPolicy,
  anyAsking,
} from '../../../../tests/support/facts/evaluations.ts';

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

it('an order without lines is not one whose lines were all cancelled', () => {
  expect(against(oneRule({}), order({ lines: [] }))).not.toContain('already_cancelled');
});
