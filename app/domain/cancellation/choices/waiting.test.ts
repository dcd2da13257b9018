import { describe, expect, it } from 'vitest';
import {
  Case,
  half,
  oneUnit,
  twoLines,
} from '../../../../tests/support/facts/cancellation-case.ts';
import { bag, eur, order, transaction } from '../../../../tests/support/facts/order-facts.ts';
import type { TransactionId } from '../../ids.ts';
import { DAY, HOUR, MINUTE } from '../../time.ts';

const SECOND_PAYMENT = 'gid://shopify/OrderTransaction/2' as TransactionId;

/** Staff cancel with 50.00 of 100.00, and the gateway says no. */
function refusedHalf(): Case {
  const failing = new Case({ facts: order(), choice: half, by: 'staff' });
  failing.refundStatus = 'FAILURE';
  failing.run();
  expect(failing.state.attention).toMatchObject({ what: 'refund_failed', amount: eur(5_000) });
  failing.now += HOUR;
  return failing;
}

const givenBack = (of: Case): number =>
  of.facts.transactions
    .filter((t) => t.kind === 'REFUND' && t.status === 'SUCCESS')
    .reduce((total, t) => total + t.amount.presentment.minor, 0);

describe('case 63: a refund that the gateway refused', () => {
  it('ends by itself when staff give it back in the admin, and nothing is sent again', () => {
    const failing = refusedHalf();
    failing.refundByOthers(eur(5_000));
    expect(failing.look().run().state.status).toBe('completed');
    expect(failing.performed.filter((kind) => kind === 'refund')).toHaveLength(1);
    expect(givenBack(failing)).toBe(5_000);
    expect(failing.state.money?.arrived).toEqual(eur(5_000));
  });

  it('ends by itself from time to time, without any report of the change', () => {
    const failing = refusedHalf();
    failing.refundByOthers(eur(5_000));
    expect(failing.run().state.status).toBe('completed');
    expect(givenBack(failing)).toBe(5_000);
  });

  it('asks for the rest only, when staff gave back a part', () => {
    const failing = refusedHalf();
    failing.refundByOthers(eur(2_000));
    failing.look();
    expect(failing.state.attention).toMatchObject({
      what: 'refund_failed',
      amount: eur(3_000),
      missing: [{ amount: eur(3_000) }],
    });
    failing.refundStatus = 'SUCCESS';
    failing.choose('retry');
    expect(failing.run().state.status).toBe('completed');
    expect(givenBack(failing)).toBe(5_000);
  });

  it('is settled by store credit that staff gave in its place', () => {
    const failing = refusedHalf();
    failing.refundByOthers(eur(5_000), null);
    expect(failing.look().run().state.status).toBe('completed');
    expect(givenBack(failing)).toBe(5_000);
  });

  it('counts neither another payment, nor what was given back before it was planned', () => {
    const facts = order({
      transactions: [
        transaction({ amount: bag(eur(6_000)) }),
        transaction({ id: SECOND_PAYMENT, amount: bag(eur(4_000)) }),
      ],
    });
    const failing = new Case({
      facts,
      choice: { kind: 'amount', amount: eur(1_000) },
      by: 'staff',
    });
    failing.refundByOthers(eur(1_000));
    while (failing.state.status !== 'refunding') failing.step();
    failing.refundStatus = 'FAILURE';
    failing.run();
    const parentId = failing.state.plan.refund.shares[0]?.parentId;
    failing.refundByOthers(eur(1_000), parentId === SECOND_PAYMENT ? undefined : SECOND_PAYMENT);
    failing.look();
    expect(failing.state.attention).toMatchObject({ what: 'refund_failed', amount: eur(1_000) });
  });

  it('waits for the bank where what others sent is on its way, and says so', () => {
    const failing = refusedHalf();
    failing.refundByOthers(eur(5_000));
    failing.facts = {
      ...failing.facts,
      transactions: failing.facts.transactions.map((t) =>
        t.kind === 'REFUND' && t.status === 'SUCCESS' ? { ...t, status: 'PENDING' } : t,
      ),
    };
    failing.look();
    while (failing.state.money === null) failing.step();
    expect(failing.state).toMatchObject({ status: 'verifying', money: { outcome: 'on_its_way' } });
    failing.settleRefunds('SUCCESS');
    expect(failing.run().state.status).toBe('completed');
  });

  it('offers no refund while the customer’s bank looks into the payment, and offers it again after', () => {
    const failing = refusedHalf();
    failing.facts = {
      ...failing.facts,
      disputes: [{ initiatedAs: 'CHARGEBACK', status: 'NEEDS_RESPONSE' }],
    };
    failing.look();
    expect(failing.state.attention?.choices).toEqual(['settled_by_hand']);
    expect(failing.choose('retry').ok).toBe(false);
    failing.facts = { ...failing.facts, disputes: [] };
    failing.look();
    expect(failing.state.attention?.choices).toContain('retry');
  });

  it('is a question for a person again when the order is deleted, and theirs is the last word', () => {
    const failing = refusedHalf();
    failing.gone = true;
    failing.look();
    expect(failing.state.attention).toMatchObject({ what: 'order_gone', amount: eur(5_000) });
    failing.choose('settled_by_hand');
    expect(failing.run().state.status).toBe('completed');
  });

  it('was refused before it was sent: what others gave back is not sent on top', () => {
    const refusing = new Case({ facts: order(), choice: half, by: 'staff' });
    refusing.bend = (effect) => (effect.kind === 'refund' ? 'refuse' : 'do');
    refusing.run();
    expect(refusing.state.attention).toMatchObject({ what: 'platform_refused', step: 'refund' });
    refusing.now += MINUTE;
    refusing.refundByOthers(eur(2_000));
    refusing.look();
    expect(refusing.state.refundDue).toMatchObject({ amount: eur(3_000) });
    refusing.refundByOthers(eur(3_000));
    expect(refusing.look().run().state.status).toBe('completed');
    expect(refusing.performed).not.toContain('refund');
    expect(givenBack(refusing)).toBe(5_000);
  });
});

describe('case 63: after the end', () => {
  const late = transaction({ id: 'gid://shopify/OrderTransaction/90' as TransactionId });

  it('case 24: a late payment that staff give back in the admin needs nobody any more', () => {
    const done = new Case({ facts: order({ transactions: [], outstanding: eur(10_000) }) }).run();
    done.facts = { ...done.facts, transactions: [...done.facts.transactions, late] };
    done.look();
    done.refundByOthers(eur(4_000), late.id);
    done.look();
    expect(done.state.attention).toMatchObject({ what: 'late_payment', amount: eur(6_000) });
    done.refundByOthers(eur(6_000), late.id);
    expect(done.look().run().state.status).toBe('completed');
    expect(done.performed).not.toContain('refund');
    done.look();
    expect(done.state.status).toBe('completed');
  });

  const cash = transaction({ isManual: true });
  const asWell = (of: Case, ...more: ReturnType<typeof transaction>[]): void => {
    of.facts = { ...of.facts, transactions: [...of.facts.transactions, ...more] };
  };

  it('case 24: a payment that came while a refund was on its way is asked about before the end', () => {
    const slow = new Case({ facts: order() });
    slow.refundStatus = 'PENDING';
    while (!slow.performed.includes('tell')) slow.step();
    asWell(slow, late);
    slow.look();
    slow.settleRefunds('SUCCESS');
    expect(slow.run().state.attention).toMatchObject({
      what: 'late_payment',
      amount: late.amount.presentment,
    });
  });

  it('case 24: so is one that came while a person was asked to hand over cash', () => {
    const owing = new Case({ facts: order({ transactions: [cash] }) }).run();
    expect(owing.state.attention?.what).toBe('pay_back_by_hand');
    asWell(owing, late);
    owing.look();
    owing.answer('settled_by_hand');
    expect(owing.run().state.attention?.what).toBe('late_payment');
    owing.answer('settled_by_hand');
    expect(owing.run().state.status).toBe('completed');
  });

  it('case 24: an authorization that is captured instead of let go is money to give back', () => {
    const authorization = transaction({ kind: 'AUTHORIZATION' });
    const facts = order({ transactions: [authorization], outstanding: eur(10_000) });
    const held = new Case({ facts });
    while (held.state.status !== 'verifying') held.step();
    held.facts = { ...held.facts, transactions: [authorization] };
    held.run();
    expect(held.state.attention?.what).toBe('release_unconfirmed');
    asWell(held, { ...late, kind: 'CAPTURE', parentId: authorization.id });
    expect(held.run().state.attention).toMatchObject({
      what: 'late_payment',
      amount: eur(10_000),
    });
    expect(held.performed).toContain('tell');
  });

  it.each<[string, () => Case, number]>([
    [
      'cash that nobody has handed over',
      () => new Case({ facts: order({ transactions: [cash] }) }).run(),
      10_000,
    ],
    [
      'a late payment',
      () => {
        const done = new Case({
          facts: order({ transactions: [], outstanding: eur(10_000) }),
        }).run();
        asWell(done, { ...late, amount: bag(eur(700)) });
        return done.look();
      },
      700,
    ],
  ])('%s is still to be settled when the order is deleted', (_what, open, minor) => {
    const asked = open();
    expect(asked.state.status).toBe('needs_attention');
    asked.gone = true;
    asked.look();
    expect(asked.state.attention).toMatchObject({ what: 'order_gone', amount: eur(minor) });
    asked.choose('settled_by_hand');
    expect(asked.run().state.status).toBe('completed');
  });

  it('case 25: a refund that the platform refused is not sent again while a chargeback is open', () => {
    const refusing = new Case({ facts: order(), choice: half, by: 'staff' });
    refusing.bend = (effect) => (effect.kind === 'refund' ? 'refuse' : 'do');
    refusing.run();
    expect(refusing.state.attention?.choices).toContain('retry');
    refusing.bend = () => 'do';
    const disputed = (open: boolean): void => {
      const disputes = [{ initiatedAs: 'CHARGEBACK', status: 'NEEDS_RESPONSE' }] as const;
      refusing.facts = { ...refusing.facts, disputes: open ? disputes : [] };
    };
    disputed(true);
    refusing.answer('retry');
    expect(refusing.run().performed).not.toContain('refund');
    expect(refusing.state.attention).toMatchObject({
      what: 'refund_failed',
      amount: eur(5_000),
      choices: ['settled_by_hand'],
    });
    disputed(false);
    refusing.look();
    refusing.answer('retry');
    expect(refusing.run().state.status).toBe('completed');
    expect(givenBack(refusing)).toBe(5_000);
  });

  it('case 5: a refund that came back and that staff sent again needs nobody any more', () => {
    const done = new Case({ facts: twoLines, selection: oneUnit }).run();
    done.returnRefunds();
    done.look();
    expect(done.state.attention?.what).toBe('refund_failed');
    done.now += MINUTE;
    done.refundByOthers(eur(2_000));
    expect(done.look().run().state.status).toBe('completed');
    expect(givenBack(done)).toBe(2_000);
  });

  it('a confirmation that comes after two weeks ends the question about it', () => {
    const slow = new Case({ facts: order() });
    slow.refundStatus = 'PENDING';
    slow.run();
    expect(slow.state.attention).toMatchObject({
      what: 'refund_unconfirmed',
      amount: eur(10_000),
      shares: [{ amount: eur(10_000) }],
    });
    slow.settleRefunds('SUCCESS');
    expect(slow.run().state.status).toBe('completed');
  });

  it('a bank that says no after two weeks changes the question', () => {
    const slow = new Case({ facts: order() });
    slow.refundStatus = 'PENDING';
    slow.run();
    slow.settleRefunds('FAILURE');
    slow.look();
    expect(slow.state.attention).toMatchObject({ what: 'refund_failed', amount: eur(10_000) });
  });

  it('an authorization that is let go late ends the question about it', () => {
    const facts = order({
      transactions: [transaction({ kind: 'AUTHORIZATION' })],
      outstanding: eur(10_000),
    });
    const held = new Case({ facts });
    while (held.state.status !== 'verifying') held.step();
    const voids = held.facts.transactions.filter((t) => t.kind === 'VOID');
    held.facts = {
      ...held.facts,
      transactions: held.facts.transactions.filter((t) => t.kind !== 'VOID'),
    };
    held.run();
    expect(held.state.attention?.what).toBe('release_unconfirmed');
    expect(held.now - held.state.request.at).toBeGreaterThan(DAY);
    held.facts = { ...held.facts, transactions: [...held.facts.transactions, ...voids] };
    expect(held.run().state.status).toBe('completed');
  });

  it('what is in doubt is found by looking, whoever waits for it', () => {
    const lossy = new Case({ facts: order(), choice: half, by: 'staff' });
    let lost = false;
    lossy.bend = (effect) => {
      if (effect.kind !== 'refund') return 'do';
      lost = true;
      return 'lose request';
    };
    while (lossy.state.status !== 'needs_attention') lossy.step();
    expect(lost && lossy.state.attention?.what).toBe('platform_unreachable');
    expect(lossy.state.intent?.effect.kind).toBe('refund');
    lossy.bend = () => 'do';
    expect(lossy.look().run().state.status).toBe('completed');
    expect(givenBack(lossy)).toBe(5_000);
  });
});
