import { describe, expect, it } from 'vitest';

import {
  Case,
  STAFF,
  half,
  line,
  oneUnit,
  twoLines,
} from '../../../tests/support/facts/cancellation-case.ts';
import { bag, eur, order, transaction } from '../../../tests/support/facts/order-facts.ts';
import { MINUTE } from '../time.ts';

const most = { kind: 'amount', amount: eur(9_000) } as const;

/** A cancel whose refund follows it, from the moment the platform has taken it. */
function cancelling(setting: ConstructorParameters<typeof Case>[0]): Case {
  const at = new Case(setting);
  while (at.state.cancel === null) at.step();
  return at;
}

const given = (at: Case, share = eur(0)) =>
  at.facts.transactions
    .filter((t) => t.kind === 'REFUND' && t.status === 'SUCCESS')
    .reduce((total, t) => total + t.amount.presentment.minor, share.minor);

describe('case 63: others give money back while the cancel is at work', () => {
  it('asks for the rest of what was planned, without a person', () => {
    const at = cancelling({ facts: order(), choice: most, by: 'staff' });
    at.refundByOthers(eur(2_000));
    at.run();
    expect(at.state.status).toBe('completed');
    expect(given(at)).toBe(9_000);
    expect(at.events.filter(({ type }) => type === 'attention_raised')).toEqual([]);
  });

  it('counts it also where both would fit into what was paid', () => {
    const at = cancelling({ facts: order(), choice: half, by: 'staff' });
    at.refundByOthers(eur(2_000));
    expect(at.run().state.status).toBe('completed');
    expect(given(at)).toBe(5_000);
  });

  it('sends nothing where they gave back all of it', () => {
    const at = cancelling({ facts: order(), choice: half, by: 'staff' });
    at.refundByOthers(eur(5_000));
    expect(at.run().state.status).toBe('completed');
    expect(at.performed).not.toContain('refund');
    expect(given(at)).toBe(5_000);
  });

  it('leaves alone what was given back before it was planned', () => {
    const before = new Case({ facts: order(), choice: half, by: 'staff' });
    before.refundByOthers(eur(2_000));
    const at = cancelling({ facts: before.facts, choice: half, by: 'staff' });
    expect(at.run().state.status).toBe('completed');
    expect(given(at)).toBe(7_000);
  });

  it('asks for what is left where the refund was refused because of it', () => {
    const at = cancelling({ facts: order(), choice: most, by: 'staff' });
    while (at.state.refundDue === null) at.step();
    at.refundByOthers(eur(2_000));
    expect(at.run().state.status).toBe('completed');
    expect(at.events.filter(({ type }) => type === 'attention_raised')).toEqual([]);
    expect(given(at)).toBe(9_000);
  });

  it('does not send the old amount where nobody saw what became of it', () => {
    const at = cancelling({ facts: order(), choice: half, by: 'staff' });
    at.bend = (effect) => (effect.kind === 'refund' ? 'lose request' : 'do');
    while (!at.state.attention) at.step();
    expect(at.state.attention).toMatchObject({ what: 'platform_unreachable', step: 'refund' });
    at.refundByOthers(eur(2_000));
    at.bend = () => 'do';
    at.look();
    expect(at.run().state.status).toBe('completed');
    expect(given(at)).toBe(5_000);
  });

  it('counts it where the refund is announced and shows nowhere: what was announced is not asked for again', () => {
    const at = cancelling({ facts: order(), choice: half, by: 'staff' });
    at.bend = (effect) => (effect.kind === 'refund' ? 'lose request' : 'do');
    while (at.state.intent?.effect.kind !== 'refund') at.step();
    at.refundByOthers(eur(2_000));
    at.bend = () => 'do';
    expect(at.run().state.status).toBe('completed');
    expect(given(at)).toBe(5_000);
  });

  it('a refund of another line is no part of what a part of the order gets', () => {
    const at = new Case({ facts: twoLines, selection: oneUnit });
    at.refundByOthers(eur(4_000));
    at.command({ type: 'resume', actor: STAFF, choice: 'retry' });
    expect(at.run().state.status).toBe('completed');
    expect(given(at)).toBe(6_000);
  });
});

describe('case 63: others give money back of what an edit took off', () => {
  /** 90 of 100 are paid: a unit of 20 that leaves makes 10 due. */
  const partlyPaid = {
    ...twoLines,
    outstanding: eur(1_000),
    transactions: [transaction({ amount: bag(eur(9_000)) })],
  };
  const edited = (): Case => {
    const at = new Case({ facts: partlyPaid, selection: oneUnit });
    while (at.state.refundDue === null) at.step();
    expect(at.state.refundDue.amount).toEqual(eur(1_000));
    return at;
  };

  it('asks for the rest alone', () => {
    const at = edited();
    at.refundByOthers(eur(400));
    at.now += MINUTE;
    expect(at.run().state.status).toBe('completed');
    expect(given(at)).toBe(1_000);
  });

  it('asks for the rest alone where the refund was refused because of it, without a person', () => {
    const at = edited();
    while (!at.performed.includes('release')) at.step();
    at.refundByOthers(eur(400));
    at.now += MINUTE;
    at.bend = (effect) => (effect.kind === 'refund' && effect.amount.minor > 600 ? 'refuse' : 'do');
    expect(at.run().state.status).toBe('completed');
    expect(at.events.filter(({ type }) => type === 'attention_raised')).toEqual([]);
    expect(given(at)).toBe(1_000);
  });

  it('sends nothing where all of it went back', () => {
    const at = edited();
    at.refundByOthers(eur(1_000));
    at.now += MINUTE;
    at.bend = (effect) => (effect.kind === 'refund' ? 'refuse' : 'do');
    expect(at.run().state.status).toBe('completed');
    expect(given(at)).toBe(1_000);
  });

  it('does not take for it what they gave back of another line', () => {
    const at = edited();
    at.refundByOthers(eur(400));
    at.now += MINUTE;
    const [refund] = at.facts.refunds;
    if (!refund) throw new Error('Something was given back');
    const lines = [{ lineItemId: line(2), quantity: 1, restockType: 'CANCEL' as const }];
    at.facts = { ...at.facts, refunds: [{ ...refund, lines }] };
    expect(at.run().state.status).toBe('completed');
    expect(given(at)).toBe(1_400);
  });
});
