import { describe, expect, it } from 'vitest';
import { eur, lineItem, order, transaction } from '../../../../tests/support/facts/order-facts.ts';
import { policy } from '../../../../tests/support/facts/policies.ts';
import type { GiftCardId } from '../../ids.ts';
import type { LineItemFacts, OrderFacts } from '../../order/facts.ts';
import { DEFAULT_POLICY } from '../../../messages/default-policy.ts';
import { evaluate, isExempt } from './evaluate.ts';
import type { Exclusion, Policy } from '../document/policy.ts';
import {
  KETTLE,
  TEA,
  asking,
  oneRule,
  against,
  part,
  judged,
  twoLines,
} from '../../../../tests/support/facts/evaluations.ts';

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
