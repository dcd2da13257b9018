import { expect, it } from 'vitest';

import { Case } from '../../../tests/support/facts/cancellation-case.ts';
import { bag, eur, order, transaction } from '../../../tests/support/facts/order-facts.ts';
import type { TransactionId } from '../ids.ts';
import { waysBackOf } from './ways-back.ts';

const { state } = new Case({
  facts: order({ transactions: [transaction({ id: id(1), amount: bag(eur(7_000)) })] }),
});
const [card] = state.plan.refund.shares;
if (!card) throw new Error('there is a payment');
/** What the order owes, and a late payment by the same card. */
const late = { ...card, amount: eur(3_000) };
const withLate = {
  ...state,
  plan: { ...state.plan, refund: { ...state.plan.refund, shares: [card, late] } },
};

function id(number: number): TransactionId {
  return `gid://shopify/OrderTransaction/${number}` as TransactionId;
}

it('what a person settled of one payment is by hand once, however many shares it has', () => {
  const settledShares = [{ ...card, amount: eur(8_000) }];
  const { payments, byHand } = waysBackOf({ ...withLate, settledShares });
  expect(byHand.map(({ amount }) => amount)).toEqual([eur(7_000), eur(1_000)]);
  expect(payments.map(({ amount }) => amount)).toEqual([eur(2_000)]);
});

it('nothing is by hand of a payment of which nothing was settled', () => {
  expect(waysBackOf(withLate)).toMatchObject({ payments: [card, late], byHand: [] });
});
