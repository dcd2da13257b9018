import { describe, expect, it } from 'vitest';

import { Case, type Setting } from '../../../../tests/support/facts/cancellation-case.ts';
import { bag, eur, order, transaction } from '../../../../tests/support/facts/order-facts.ts';
import type { TransactionId } from '../../ids.ts';

const LATE = 'gid://shopify/OrderTransaction/90' as TransactionId;

/** Staff give back 10.00 of 100.00 in the admin, the rest is cancelled, and the 10.00 come back to the shop. */
function refundBeforeComesBack(setting: Omit<Setting, 'facts'>): Case {
  const before = new Case({ facts: order() });
  before.refundByOthers(eur(1_000));
  const c = new Case({ facts: before.facts, ...setting }).run();
  expect(c.state).toMatchObject({ status: 'completed', plan: { refund: { amount: eur(9_000) } } });
  const [first] = c.facts.transactions.filter((t) => t.kind === 'REFUND');
  c.facts = {
    ...c.facts,
    transactions: c.facts.transactions.map((t) => (t === first ? { ...t, status: 'FAILURE' } : t)),
  };
  return c.look();
}

const arrived = (c: Case, parentId: TransactionId | null): number =>
  c.facts.transactions
    .filter((t) => t.kind === 'REFUND' && t.status === 'SUCCESS' && t.parentId === parentId)
    .reduce((total, t) => total + t.amount.presentment.minor, 0);

describe('case 5: a refund of before the cancellation that comes back after it', () => {
  it.each([['original'], ['store_credit']] as const)(
    'is no late payment, and goes back once when staff say so (%s)',
    (method) => {
      const c = refundBeforeComesBack({ method });
      expect(c.state.attention).toMatchObject({
        what: 'late_payment',
        returned: true,
        amount: eur(1_000),
      });
      c.answer('refund_late_payment');
      expect(c.run().look().state.status).toBe('completed');
      const [payment] = c.facts.transactions;
      const onCard = arrived(c, payment?.id ?? LATE);
      expect([onCard, arrived(c, null)]).toEqual(
        method === 'original' ? [10_000, 0] : [1_000, 9_000],
      );
    },
  );
});

describe('case 24: a late payment of an order whose money became store credit', () => {
  const late = transaction({ id: LATE, amount: bag(eur(2_000)) });

  it('is called what it is', () => {
    const c = new Case({ facts: order(), method: 'store_credit' }).run();
    c.facts = { ...c.facts, transactions: [...c.facts.transactions, late] };
    c.look();
    expect(c.state.attention).toMatchObject({ what: 'late_payment', amount: eur(2_000) });
    expect(c.state.attention).not.toHaveProperty('returned');
  });

  it('goes back to where it came from, also when it has to be sent twice', () => {
    const c = new Case({ facts: order(), method: 'store_credit' }).run();
    c.facts = { ...c.facts, transactions: [...c.facts.transactions, late] };
    c.look();
    c.refundStatus = 'FAILURE';
    c.answer('refund_late_payment');
    c.run();
    expect(c.state.attention).toMatchObject({ what: 'refund_failed', amount: eur(2_000) });
    c.refundStatus = 'SUCCESS';
    c.answer('retry');
    expect(c.run().state.status).toBe('completed');
    expect([arrived(c, LATE), arrived(c, null)]).toEqual([2_000, 10_000]);
  });
});
