import { describe, expect, it } from 'vitest';
import { bag, eur, order, transaction } from '../../../../tests/support/facts/order-facts.ts';
import {
  TERMS,
  WHOLE,
  id,
  paid,
  part,
  planned,
} from '../../../../tests/support/facts/refund-plans.ts';
import { replan } from './replan.ts';

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

  it('case 19: still knows what earlier cancellations gave and took', () => {
    const before = { tip: eur(300), deals: [] };
    const tipped = paid([{}], { tip: eur(1_000) });
    const known = planned(tipped, { ...WHOLE, before });
    expect(known.tip).toEqual(eur(700));
    expect(replan(known, tipped, TERMS, false)).toEqual({ ok: true, value: known });
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
