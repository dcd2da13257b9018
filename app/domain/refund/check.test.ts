import { describe, expect, it } from 'vitest';
import {
  bag,
  eur,
  lineItem,
  order,
  suggestion,
  transaction,
} from '../../../tests/support/facts/order-facts.ts';
import type { DutyId, LineItemId, TransactionId } from '../ids.ts';
import { type Money, sum } from '../money.ts';
import type { SuggestedRefundFacts } from '../order/facts.ts';
import { checkAgainstPlatform } from './check.ts';
import { checkAndPlan } from './plan/plan.ts';
import type { RefundPlan } from './plan/refund-plan.ts';
import { staffTerms } from './terms.ts';

const facts = order({
  lines: [
    lineItem({ quantity: 2, total: eur(8_000), taxes: [eur(1_277)] }),
    lineItem({ id: 'gid://shopify/LineItem/2' as LineItemId, total: eur(2_000) }),
  ],
});

const lineId = 'gid://shopify/LineItem/1' as LineItemId;

const KEEP = { shipping: 'keep', tip: 'keep', duties: 'keep' } as const;
const maximum = (minor: number) => ({ maximumRefundable: bag(eur(minor)) });

function planned(kind: 'order' | 'lines'): RefundPlan {
  const plan = checkAndPlan(facts, {
    selection: kind === 'order' ? { kind } : { kind, lines: [{ lineItemId: lineId, quantity: 1 }] },
    terms: staffTerms('original', true),
    choice: { kind: 'everything' },
  });
  if (!plan.ok) throw new Error('refused');
  return plan.value;
}

/** What a platform that agrees would answer. */
function agreeing(plan: RefundPlan): SuggestedRefundFacts {
  return {
    ...suggestion(facts),
    lines: plan.lines.map(({ lineItemId, quantity, goods, tax }) => ({
      lineItemId,
      quantity,
      subtotal: goods,
      tax,
    })),
    duties: sum(
      plan.lines.flatMap((line) => line.duties.map((duty) => duty.amount)),
      'EUR',
    ),
  };
}

function disagreement(
  kind: 'order' | 'lines',
  changes: (agreed: SuggestedRefundFacts) => Partial<SuggestedRefundFacts>,
) {
  const plan = planned(kind);
  const agreed = agreeing(plan);
  const checked = checkAgainstPlatform(plan, { ...agreed, ...changes(agreed) });
  return checked.ok ? null : checked.error;
}

const withLine =
  (changes: { readonly subtotal?: Money; readonly tax?: Money }) =>
  ({ lines: [first, ...rest] }: SuggestedRefundFacts) => {
    if (!first) throw new Error('a line expected');
    return { lines: [{ ...first, ...changes }, ...rest] };
  };

describe('a plan held against the platform', () => {
  it.each(['order', 'lines'] as const)('passes when every part agrees (%s)', (kind) => {
    const plan = planned(kind);
    expect(checkAgainstPlatform(plan, agreeing(plan))).toEqual({ ok: true, value: plan });
  });

  it('adds up units of one line that the platform shows apart', () => {
    const plan = planned('lines');
    const agreed = agreeing(plan);
    const halves = agreed.lines.flatMap((line) => [
      { ...line, subtotal: eur(1_000), tax: eur(600) },
      { ...line, subtotal: eur(3_000), tax: eur(39) },
    ]);
    expect(checkAgainstPlatform(plan, { ...agreed, lines: halves }).ok).toBe(true);
  });

  it('names the first part that differs, with both amounts', () => {
    expect(disagreement('lines', withLine({ subtotal: eur(3_999) }))).toEqual({
      code: 'platform_disagrees',
      where: 'goods:Enamel kettle – Sage',
      ours: eur(4_000),
      theirs: eur(3_999),
    });
    expect(disagreement('lines', withLine({ tax: eur(640) }))).toMatchObject({
      where: 'goods_tax:Enamel kettle – Sage',
      ours: eur(639),
      theirs: eur(640),
    });
  });

  it.each<[string, Partial<SuggestedRefundFacts>]>([
    ['shipping', { shipping: { amount: eur(490), tax: eur(0) } }],
    ['shipping_tax', { shipping: { amount: eur(0), tax: eur(78) } }],
    ['duties', { duties: eur(1) }],
    ['maximum', { maximumRefundable: bag(eur(10_001)) }],
    ['payment:Visa', { transactions: [] }],
  ])('compares %s', (where, changes) => {
    expect(disagreement('order', () => changes)).toMatchObject({ where });
  });

  it('asks of a part only that the platform can give so much', () => {
    expect(disagreement('lines', () => maximum(4_000))).toBeNull();
    expect(disagreement('lines', () => maximum(3_999))).toMatchObject({
      where: 'maximum',
    });
  });

  it('takes no offence at a payment that the platform has no need of for its own amount', () => {
    const [first, second] = [8_000, 4_000].map((minor, index) =>
      transaction({
        id: `gid://shopify/OrderTransaction/${index + 1}` as TransactionId,
        amount: bag(eur(minor)),
      }),
    );
    if (!first || !second) throw new Error('two payments expected');
    const tipped = { ...facts, tip: eur(2_000), transactions: [first, second] };
    const plan = checkAndPlan(tipped, {
      selection: { kind: 'lines', lines: [{ lineItemId: lineId, quantity: 2 }] },
      terms: { ...staffTerms('original', true), partial: { ...KEEP, tip: 'proportional' } },
      choice: { kind: 'everything' },
    });
    if (!plan.ok) throw new Error('refused');
    expect(plan.value.shares.map((share) => share.amount)).toEqual([eur(8_000), eur(1_600)]);
    const answer = { ...agreeing(plan.value), ...maximum(12_000) };
    const named = (minor: number) => ({
      ...answer,
      transactions: [
        {
          parentId: first.id,
          gateway: first.gateway,
          gatewayName: first.gatewayName,
          amount: bag(eur(minor)),
          maximumRefundable: eur(8_000),
        },
      ],
    });
    expect(checkAgainstPlatform(plan.value, named(8_000)).ok).toBe(true);
    expect(checkAgainstPlatform(plan.value, named(7_999))).toMatchObject({
      error: { where: 'payment:Visa', ours: eur(1_600), theirs: eur(0) },
    });
  });

  it('does not lay on a payment what the platform lays on another one', () => {
    const disagreed = disagreement('order', ({ transactions }) => ({
      transactions: transactions.map((payment) => ({
        ...payment,
        parentId: 'gid://shopify/OrderTransaction/2' as TransactionId,
      })),
    }));
    expect(disagreed).toEqual({
      code: 'platform_disagrees',
      where: 'payment:Visa',
      ours: eur(10_000),
      theirs: eur(0),
    });
  });

  it('case 15: compares the duties of all lines as one sum', () => {
    const duties = [{ id: 'gid://shopify/Duty/1' as DutyId, amount: eur(300), tax: eur(57) }];
    const plan = planned('order');
    const withDuties = { ...plan, lines: plan.lines.map((line) => ({ ...line, duties })) };
    expect(checkAgainstPlatform(withDuties, agreeing(withDuties)).ok).toBe(true);
    expect(
      checkAgainstPlatform(withDuties, { ...agreeing(withDuties), duties: eur(599) }),
    ).toMatchObject({ error: { where: 'duties', ours: eur(600), theirs: eur(599) } });
  });

  it("keeps to what each payment can still give, by the platform's word", () => {
    expect(
      disagreement('lines', ({ transactions }) => ({
        transactions: transactions.map((payment) => ({
          ...payment,
          maximumRefundable: eur(3_999),
        })),
      })),
    ).toMatchObject({ where: 'payment:Visa', ours: eur(4_000), theirs: eur(3_999) });
  });
});
