import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLACED_AT, eur, lineItem, order } from '../../../tests/support/facts/order-facts.ts';
import { policy, rule } from '../../../tests/support/facts/policies.ts';
import type { LineItemId } from '../ids.ts';
import { HOUR, MINUTE } from '../time.ts';
import { applicable, isKinder } from './applicable.ts';
import { evaluate } from './evaluation/evaluate.ts';
import type { Policy, Rule } from './document/policy.ts';

const GIFT = 'gid://shopify/LineItem/2' as LineItemId;
const facts = order({
  lines: [
    lineItem({ total: eur(7_000) }),
    lineItem({ id: GIFT, isGiftCard: true, total: eur(3_000) }),
  ],
});
const version = (number: number, changes: Partial<Rule>, rest: Partial<Policy> = {}): Policy =>
  policy({ version: number, rules: [rule(changes)], ...rest });
const asking = (now: number) => () => ({ buyer: 'customer', now, recentCancellations: 0 }) as const;
const chosen = (then: Partial<Rule>, now: Partial<Rule>, at = PLACED_AT): number =>
  applicable(version(1, then), version(2, now), facts, asking(at)).policy.version;

const minutes = (count: number) => ({ minutes: count, cutOff: null, untilFulfillment: false });

describe('case 46: the policy that an order is judged by', () => {
  it('takes nothing away that customers had, and grants what costs them nothing', () => {
    const methods = (method: Rule['refund']['method'], storeCreditBonusPercent: number | null) => ({
      refund: { method, storeCreditBonusPercent },
    });
    // Another method, fewer of them, or a smaller bonus is no gain.
    expect(chosen(methods('original', null), methods('store_credit', 50))).toBe(1);
    expect(chosen(methods('customers_choice', 5), methods('store_credit', 50))).toBe(1);
    expect(chosen(methods('customers_choice', 5), methods('original', null))).toBe(1);
    expect(chosen(methods('store_credit', 5), methods('customers_choice', 4))).toBe(1);
    expect(chosen(methods('store_credit', 5), methods('customers_choice', 5))).toBe(2);
    // A bonus on what nobody can choose is none.
    expect(chosen(methods('original', 5), methods('original', 9))).toBe(1);
    expect(chosen(methods('original', 5), methods('customers_choice', 1))).toBe(2);
  });

  it('a term that nobody says how to compare costs the customer nothing: it is the same, or worse', () => {
    const kinder = { instant: minutes(90) };
    const then = { instant: minutes(30), notYetKnown: 1 } as Partial<Rule>;
    expect(chosen(then, { ...kinder, notYetKnown: 1 } as Partial<Rule>)).toBe(2);
    expect(chosen(then, { ...kinder, notYetKnown: 2 } as Partial<Rule>)).toBe(1);
  });

  it('is no gain where only the whole order, or only a person, was in the way before', () => {
    const asks = { exclusions: [exclusion('review')] };
    // Kinder in time, and a person has to look now.
    expect(chosen({ instant: minutes(30) }, { ...asks, instant: minutes(90) })).toBe(1);
    expect(chosen({ ...asks, instant: minutes(90) }, { instant: minutes(30) })).toBe(1);
  });

  it('compares a fee with its like alone', () => {
    const fee = (fee_: Rule['fee']) => ({ fee: fee_ });
    expect(
      chosen(
        fee(percent(5)),
        fee({ ...fixed({ EUR: '0.01' }), touches: 'goods_and_shipping' } as Rule['fee']),
      ),
    ).toBe(1);
    expect(chosen(fee(fixed({ EUR: '5' })), fee({ ...percent(0.01), touches: 'goods' }))).toBe(1);
    expect(chosen(fee(fixed({ USD: '5' })), fee(fixed({ EUR: '0.01' })))).toBe(1);
    expect(chosen(fee(fixed({ EUR: '5' })), fee(fixed({ EUR: 'not an amount' })))).toBe(1);
    expect(chosen(fee(fixed({ EUR: 'not an amount' })), fee(fixed({ EUR: '5' })))).toBe(1);
    // Smaller, and on more than before: on some orders it is larger.
    const wider = { ...percent(4), touches: 'goods_and_shipping' } as const;
    expect(chosen(fee({ ...percent(5), touches: 'goods' }), fee(wider))).toBe(1);
  });

  it('counts what lines gain and lose one by one', () => {
    const leaving = (then: 'refuse' | 'review') => ({ exclusions: [exclusion(then)] });
    expect(chosen(leaving('refuse'), leaving('review'))).toBe(1);
    expect(chosen(leaving('review'), leaving('refuse'))).toBe(1);
    // The whole order is refused by either; one line more can be cancelled, or without a person.
    const tagged = (then: 'refuse' | 'review'): Rule['exclusions'][number] => ({
      kind: 'product_tag',
      values: ['sale'],
      then,
      wording: null,
    });
    const mixed = order({
      lines: [
        lineItem({ total: eur(7_000), productTags: ['sale'] }),
        lineItem({ id: GIFT, isGiftCard: true, total: eur(3_000) }),
      ],
    });
    const byLines = (then: Rule['exclusions'], now: Rule['exclusions']): number =>
      applicable(
        version(1, { exclusions: [exclusion('refuse'), ...then] }),
        version(2, { exclusions: [exclusion('refuse'), ...now] }),
        mixed,
        asking(PLACED_AT),
      ).policy.version;
    expect(byLines([tagged('review')], [])).toBe(2);
    expect(byLines([], [tagged('review')])).toBe(1);
    const three = order({
      lines: [
        ...mixed.lines,
        lineItem({ id: 'gid://shopify/LineItem/3' as LineItemId, total: eur(100) }),
      ],
    });
    const byThree = (then: Rule['exclusions'], now: Rule['exclusions']): number =>
      applicable(
        version(1, { exclusions: [exclusion('refuse'), ...then] }),
        version(2, { exclusions: [exclusion('refuse'), ...now] }),
        three,
        asking(PLACED_AT),
      ).policy.version;
    expect(byThree([tagged('refuse')], [])).toBe(2);
    expect(byThree([], [tagged('refuse')])).toBe(1);
    // No line of the order is spoken of: a longer window is a gain all the same.
    const other = { kind: 'pre_order', then: 'review', wording: null } as const;
    expect(chosen({}, { exclusions: [other], instant: minutes(90) })).toBe(2);
    expect(chosen({}, { ...leaving('review'), instant: minutes(90) })).toBe(1);
  });

  it('has no other that is worth asking where the version is the same', () => {
    const own = version(1, { instant: minutes(30) });
    const asked: number[] = [];
    const found = applicable(own, version(1, { instant: minutes(90) }), facts, (each) => {
      asked.push(each.version);
      return asking(PLACED_AT)();
    });
    expect(found.policy).toBe(own);
    expect(asked).toEqual([1]);
  });

  it('is the one it was placed under, when the present one is the same or harsher', () => {
    expect(chosen({}, {})).toBe(1);
    expect(chosen({ instant: minutes(120) }, { instant: minutes(30) })).toBe(1);
    expect(chosen({ what: 'quantities' }, { what: 'whole_order' })).toBe(1);
    expect(chosen({ fee: { kind: 'none' } }, { fee: percent(5) })).toBe(1);
  });

  it.each<readonly [string, Partial<Rule>, Partial<Rule>]>([
    ['it is carried out at once', { instant: null, request: minutes(60) }, {}],
    ['the window is longer', {}, { instant: minutes(90) }],
    ['no time ends it', {}, { instant: { minutes: null, cutOff: null, untilFulfillment: false } }],
    ['single units can be chosen', { what: 'lines' }, { what: 'quantities' }],
    ['parts can be chosen', { what: 'whole_order' }, { what: 'lines' }],
    ['a line is no longer left out', { exclusions: [exclusion('refuse')] }, {}],
    ['a line no longer needs a person', { exclusions: [exclusion('review')] }, {}],
    ['there is no fee', { fee: percent(5) }, {}],
    ['the fee is smaller', { fee: percent(5) }, { fee: percent(4.99) }],
    ['the fee touches less', { fee: percent(5) }, { fee: { ...percent(5), touches: 'goods' } }],
    ['the fixed fee is smaller', { fee: fixed({ EUR: '5' }) }, { fee: fixed({ EUR: '4.99' }) }],
    ['no fee is named in its currency', { fee: fixed({ EUR: '5' }) }, { fee: fixed({ USD: '5' }) }],
    [
      'the customer may choose',
      {},
      { refund: { method: 'customers_choice', storeCreditBonusPercent: null } },
    ],
    [
      'the bonus is larger',
      { refund: { method: 'store_credit', storeCreditBonusPercent: null } },
      { refund: { method: 'store_credit', storeCreditBonusPercent: 5 } },
    ],
    [
      'shipping comes back in part',
      {},
      { partial: { shipping: 'proportional', tip: 'keep', duties: 'proportional' } },
    ],
    [
      'deals are kept',
      { thresholds: { behaviour: 'recalculate', freeShipping: null, discounts: [] } },
      {},
    ],
    ['no amount needs a person', { reviewAbove: { EUR: '500' } }, {}],
  ])('is the present one when it is kinder and harsher in nothing: %s', (_, then, now) => {
    expect(chosen(then, now)).toBe(2);
    expect(chosen(now, then)).toBe(1);
  });

  it('is the present one when only that one still allows anything', () => {
    const now = { instant: minutes(240), fee: percent(10) };
    expect(chosen({}, now, PLACED_AT + 2 * HOUR)).toBe(2);
    expect(chosen({}, now, PLACED_AT + HOUR)).toBe(1);
    expect(
      applicable(version(1, {}), version(2, {}, { enabled: false }), facts, asking(PLACED_AT))
        .policy.version,
    ).toBe(1);
  });

  it('is the order’s own when the present one gives in one point and takes in another', () => {
    expect(chosen({}, { instant: minutes(120), fee: percent(1) })).toBe(1);
    expect(chosen({ fee: percent(5) }, { fee: fixed({ EUR: '0.01' }) })).toBe(1);
    expect(chosen({}, { refund: { method: 'store_credit', storeCreditBonusPercent: 10 } })).toBe(1);
  });

  it('is the order’s own when neither allows anything, so that its reasons are shown', () => {
    const late = applicable(
      version(1, { instant: minutes(30) }),
      version(2, { instant: minutes(60) }),
      facts,
      asking(PLACED_AT + 61 * MINUTE),
    );
    expect(late.evaluation.refusals).toEqual([
      { code: 'window_closed', closedAt: PLACED_AT + 30 * MINUTE, timeZone: 'Europe/Berlin' },
    ]);
  });

  it('asks about each policy with what belongs to it', () => {
    const limited = (cancellations: number, number: number) =>
      version(
        number,
        {},
        { limit: { cancellations, days: number, then: 'refuse', exemptTag: null } },
      );
    const found = applicable(limited(2, 1), limited(2, 90), facts, (asked) => ({
      buyer: 'customer',
      now: PLACED_AT,
      recentCancellations: asked.version === 1 ? 2 : 0,
    }));
    expect(found.policy.version).toBe(90);
  });

  it('is never worse for the customer than the one the order was placed under', () => {
    fc.assert(
      fc.property(anyRule(), anyRule(), fc.integer({ min: 0, max: 300 }), (then, now, late) => {
        const own = version(1, then);
        const at = PLACED_AT + late * MINUTE;
        const { evaluation } = applicable(own, version(2, now), facts, asking(at));
        const before = evaluate(own, facts, asking(at)());
        if (!before.allowed) return;
        expect(evaluation.allowed).toBe(true);
        expect(isKinder(before, evaluation, facts)).toBe(false);
        if (before.againstWholeOrder.length === 0) expect(evaluation.againstWholeOrder).toEqual([]);
        if (before.handling === 'automatic') expect(evaluation.handling).toBe('automatic');
        expect(evaluation.closesAt ?? Infinity).toBeGreaterThanOrEqual(before.closesAt ?? Infinity);
        evaluation.lines.forEach((line, index) => {
          expect(line.cancellable).toBeGreaterThanOrEqual(before.lines[index]?.cancellable ?? 0);
        });
        for (const goods of [1, 999, 10_000]) {
          expect(feeOn(goods, evaluation.rule)).toBeLessThanOrEqual(feeOn(goods, before.rule));
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

function percent(height: number): Extract<Rule['fee'], { kind: 'percent' }> {
  return { kind: 'percent', percent: height, touches: 'goods_and_shipping' };
}

function fixed(amounts: Record<string, string>): Rule['fee'] {
  return { kind: 'fixed', amounts, touches: 'goods' };
}

function exclusion(then: 'refuse' | 'review'): Rule['exclusions'][number] {
  return { kind: 'gift_card', then, wording: null };
}

/** What a rule takes of goods and as much shipping, in cents; written apart from the comparison it checks. */
function feeOn(goods: number, decided: Rule | null): number {
  const fee = decided?.fee ?? { kind: 'none' };
  if (fee.kind === 'none') return 0;
  const touched = fee.touches === 'goods' ? goods : 2 * goods;
  return fee.kind === 'percent'
    ? (touched * fee.percent) / 100
    : Math.min(touched, 100 * Number(fee.amounts['EUR'] ?? 0));
}

function anyRule(): fc.Arbitrary<Partial<Rule>> {
  const window = fc.record({
    minutes: fc.option(fc.constantFrom(30, 60, 240)),
    cutOff: fc.constantFrom(null, '10:30'),
    untilFulfillment: fc.boolean(),
  });
  return fc.record(
    {
      what: fc.constantFrom<Rule['what'][]>('whole_order', 'lines', 'quantities'),
      instant: fc.option(window),
      request: window,
      exclusions: fc.constantFrom([], [exclusion('refuse')], [exclusion('review')]),
      fee: fc.constantFrom<Rule['fee'][]>(
        { kind: 'none' },
        percent(1),
        percent(5),
        { ...percent(5), touches: 'goods' },
        fixed({ EUR: '1' }),
        fixed({ EUR: '5', USD: '1' }),
        fixed({ USD: '1' }),
      ),
      reviewAbove: fc.constantFrom(null, { EUR: '50' }, { EUR: '500' }),
    },
    { requiredKeys: ['request'] },
  );
}
