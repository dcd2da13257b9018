import { describe, expect, it } from 'vitest';
import { eur, lineItem, order, transaction } from '../../../../tests/support/facts/order-facts.ts';
import { policy } from '../../../../tests/support/facts/policies.ts';
import type { LineItemId } from '../../ids.ts';
import type { LineItemFacts, OrderFacts } from '../../order/facts.ts';
import { evaluate } from './evaluate.ts';
import { againstSelection } from './evaluation.ts';
import type { Exclusion } from '../document/policy.ts';
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
} from '../../../../tests/support/facts/evaluations.ts';

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
      shipments: [{ stage: 'fulfilled' }],
      fulfillmentStatus: 'FULFILLED',
    });
    expect(against(oneRule({}), sent)).toEqual(['already_fulfilled']);
  });
});
