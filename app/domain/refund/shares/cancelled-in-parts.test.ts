import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bag, eur, transaction } from '../../../../tests/support/facts/order-facts.ts';
import {
  WHOLE,
  id,
  lines,
  paid,
  planned,
  withTerms,
  without,
} from '../../../../tests/support/facts/refund-plans.ts';
import { type Money, money, zero } from '../../money.ts';
import type { OrderFacts } from '../../order/facts.ts';
import { cancelledBefore } from './cancelled-before.ts';
import type { RefundPlan } from '../plan/refund-plan.ts';
import { type Selection, normalised } from '../goods/selection.ts';
import type { RefundTerms } from '../terms.ts';

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

describe('what was kept and given of an order before', () => {
  /** Plans and carries out one cancellation after the other, each knowing those before it. */
  function inTurn(
    facts: OrderFacts,
    terms: Partial<RefundTerms>,
    ...selections: readonly Selection[]
  ): readonly RefundPlan[] {
    const plans: RefundPlan[] = [];
    let now = facts;
    for (const wanted of selections) {
      const selection = normalised(wanted, now);
      if (!selection.ok) throw new Error('The units are there');
      const before = cancelledBefore(plans, facts.presentmentCurrencyCode);
      const plan = planned(now, {
        ...withTerms(WHOLE, terms),
        selection: selection.value,
        before,
      });
      expect(plan.before).toEqual(before);
      plans.push(plan);
      now = without(now, plan);
    }
    return plans;
  }
  const amounts = (plans: readonly RefundPlan[]) => plans.map(({ amount }) => amount.minor);

  it('case 15: the tip is counted once over all parts', () => {
    const halves = paid([{ quantity: 2, total: eur(10_000) }], { tip: eur(1_000) });
    const terms = {
      fee: { kind: 'percent', percent: 10, touches: 'goods' },
      partial: { shipping: 'keep', tip: 'proportional', duties: 'keep' },
    } as const;
    const plans = inTurn(halves, terms, lines(1), lines(1));
    expect(amounts(plans)).toEqual([5_000, 5_000]);
    expect(plans.map(({ tip }) => tip.minor)).toEqual([500, 500]);
    expect(plans.map(({ fee }) => fee.minor)).toEqual([500, 500]);
    expect(plans.map(({ worth }) => worth.minor)).toEqual([5_500, 5_500]);
  });

  it('case 15: a tip that was kept with a part comes back with the rest', () => {
    const halves = paid([{ quantity: 2, total: eur(10_000) }], { tip: eur(1_000) });
    expect(amounts(inTurn(halves, {}, lines(1), lines(1)))).toEqual([5_000, 6_000]);
  });

  it('case 10: what others kept of a part stays kept while their refund is on its way', () => {
    const whole = paid([{ total: eur(1_000) }, { total: eur(1_000) }]);
    const refund = transaction({
      id: id(9),
      kind: 'REFUND',
      status: 'PENDING',
      parentId: whole.transactions[0]?.id ?? null,
      amount: bag(eur(900)),
    });
    // Of a unit for 10.00 staff gave 9.00 back; the platform counts it once the gateway has confirmed it.
    const facts: OrderFacts = {
      ...whole,
      lines: whole.lines.map((line, index) =>
        index === 0 ? { ...line, currentQuantity: 0, unfulfilledQuantity: 0 } : line,
      ),
      currentTotal: bag(eur(1_100)),
      outstanding: eur(-900),
      transactions: [...whole.transactions, refund],
    };
    expect(planned(facts).amount).toEqual(eur(1_000));
    const confirmed = { ...refund, status: 'SUCCESS' as const };
    const later = {
      ...facts,
      outstanding: eur(0),
      transactions: [...whole.transactions, confirmed],
    };
    expect(planned(later).amount).toEqual(eur(1_000));
  });

  const abc = () =>
    paid([
      { total: eur(10_000) },
      { total: eur(1_000) },
      {
        total: eur(2_000),
        discounts: [{ index: 0, title: 'SIXTY', amount: eur(6_000), targetSelection: 'ALL' }],
      },
    ]);
  const recalculated = (minimum: string): Partial<RefundTerms> => ({
    fee: { kind: 'percent', percent: 50, touches: 'goods' },
    thresholds: {
      behaviour: 'recalculate',
      freeShipping: null,
      discounts: [{ title: 'sixty', minimum: { EUR: minimum } }],
    },
  });

  it('case 19: a deal regains at most what it took', () => {
    const plans = inTurn(abc(), recalculated('85.00'), lines(1), lines(0, 1), lines(0, 0, 1));
    expect(amounts(plans)).toEqual([5_000, 0, 2_000]);
    expect(plans.map(({ lostDeals }) => lostDeals)).toEqual([
      [],
      [{ kind: 'discount', title: 'sixty', amount: eur(1_000) }],
      [],
    ]);
    expect(plans.map(({ regainedDeals }) => regainedDeals)).toEqual([
      [],
      [],
      [{ kind: 'discount', title: 'sixty', amount: eur(1_000) }],
    ]);
    expect(plans.map(({ fee }) => fee.minor)).toEqual([5_000, 0, 1_000]);
  });

  it('case 19: free shipping that was charged for comes back with the last, once', () => {
    const free = paid([{ quantity: 3, total: eur(9_000) }], {
      shipping: [{ title: 'Standard', price: eur(0), taxes: [] }],
    });
    const terms: Partial<RefundTerms> = {
      fee: { kind: 'percent', percent: 10, touches: 'goods' },
      thresholds: {
        behaviour: 'recalculate',
        freeShipping: { minimum: { EUR: '70.00' }, price: { EUR: '5.00' } },
        discounts: [],
      },
    };
    const plans = inTurn(free, terms, lines(1), lines(1), lines(1));
    // 30.00 less 5.00 for shipping, and 10 % of what is left of the goods.
    expect(amounts(plans)).toEqual([2_250, 2_700, 3_200]);
    expect(plans.map(({ fee }) => fee.minor)).toEqual([250, 300, 300]);
  });

  it('case 17: all parts and what is shown as kept make what was paid, in whatever order', () => {
    const touches = fc.constantFrom('goods' as const, 'goods_and_shipping' as const);
    const rule = fc.constantFrom('keep' as const, 'proportional' as const);
    const generated = fc.record({
      lines: fc.array(
        fc.record({
          quantity: fc.integer({ min: 1, max: 4 }),
          total: fc.nat(20_000),
          discount: fc.nat(5_000),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      shipping: fc.constantFrom(0, 490, 1_299),
      tip: fc.nat(2_000),
      fee: fc.record({ percent: fc.integer({ min: 0, max: 100 }), touches }),
      partial: fc.record({ shipping: rule, tip: rule, duties: rule }),
      minimum: fc.nat(40_000),
      freeFrom: fc.nat(40_000),
      cuts: fc.array(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 4, maxLength: 4 }), {
        maxLength: 5,
      }),
    });
    fc.assert(
      fc.property(generated, ({ lines: ordered, shipping, tip, cuts, ...made }) => {
        const facts = paid(
          ordered.map(({ quantity, total, discount }) => ({
            quantity,
            total: eur(total),
            discounts: [
              { index: 0, title: 'DEAL', amount: eur(discount), targetSelection: 'ALL' as const },
            ],
          })),
          {
            shipping: [{ title: 'Standard', price: eur(shipping), taxes: [] }],
            tip: eur(tip),
          },
        );
        const terms: Partial<RefundTerms> = {
          fee: made.fee.percent === 0 ? { kind: 'none' } : { kind: 'percent', ...made.fee },
          partial: made.partial,
          thresholds: {
            behaviour: 'recalculate',
            freeShipping: { minimum: { EUR: String(made.freeFrom / 100) }, price: { EUR: '4.90' } },
            discounts: [{ title: 'DEAL', minimum: { EUR: String(made.minimum / 100) } }],
          },
        };
        const left = facts.lines.map((line) => line.quantity);
        const selections: Selection[] = [];
        for (const cut of [...cuts, left.map(() => 9)]) {
          const units = left.map((quantity, index) => Math.min(quantity, cut[index] ?? 0));
          if (units.every((quantity) => quantity === 0)) continue;
          units.forEach((quantity, index) => (left[index] = (left[index] ?? 0) - quantity));
          selections.push(lines(...units));
        }
        const plans = inTurn(facts, terms, ...selections);
        const sumOf = (of: (plan: RefundPlan) => number) =>
          plans.reduce((all, plan) => all + of(plan), 0);
        const dealsOf = (deals: readonly { readonly amount: Money }[] = []) =>
          deals.reduce((all, { amount }) => all + amount.minor, 0);
        const kept = sumOf(
          (plan) => plan.fee.minor + dealsOf(plan.lostDeals) - dealsOf(plan.regainedDeals),
        );
        expect(sumOf(({ amount }) => amount.minor) + kept).toBe(facts.total.presentment.minor);
        expect(
          dealsOf(plans.flatMap(({ regainedDeals = [] }) => regainedDeals)),
        ).toBeLessThanOrEqual(dealsOf(plans.flatMap(({ lostDeals }) => lostDeals)));
        for (const { amount, fee, maximum } of plans) {
          expect(amount.minor).toBeGreaterThanOrEqual(0);
          expect(fee.minor).toBeGreaterThanOrEqual(0);
          expect(amount.minor).toBeLessThanOrEqual(maximum.minor);
        }
      }),
    );
  });
});
