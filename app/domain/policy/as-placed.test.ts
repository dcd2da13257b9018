import { describe, expect, it } from 'vitest';

import {
  bag,
  eur,
  lineItem,
  order,
  transaction,
} from '../../../tests/support/facts/order-facts.ts';
import { id } from '../../../tests/support/facts/refund-plans.ts';
import { asPlaced } from './as-placed.ts';
import type { TransactionFacts } from '../order/facts.ts';

const paid = (...transactions: readonly Partial<TransactionFacts>[]) =>
  asPlaced(
    order({
      transactions: transactions.map((each, index) => transaction({ id: id(index + 1), ...each })),
    }),
  );

describe('an order as it was placed', () => {
  it.each([
    ['SALE', true],
    ['CAPTURE', true],
    ['CHANGE', true],
    ['AUTHORIZATION', true],
    ['EMV_AUTHORIZATION', true],
    ['REFUND', false],
    ['VOID', false],
  ] as const)('knows its payments, and not what went back: %s (%s)', (kind, stays) => {
    expect(paid({ kind }).transactions).toHaveLength(stays ? 1 : 0);
  });

  it('owes what no payment brought', () => {
    const owes = (...transactions: readonly Partial<TransactionFacts>[]) =>
      paid(...transactions).outstanding.minor;
    expect(owes()).toBe(10_000);
    expect(owes({})).toBe(0);
    expect(owes({ kind: 'AUTHORIZATION' })).toBe(10_000);
    expect(owes({ kind: 'AUTHORIZATION' }, { kind: 'CAPTURE', amount: bag(eur(4_000)) })).toBe(
      6_000,
    );
    expect(owes({ status: 'PENDING' })).toBe(10_000);
    expect(owes({ status: 'FAILURE' }, {})).toBe(0);
    expect(owes({ amount: bag(eur(12_000)) }, { kind: 'CHANGE', amount: bag(eur(2_000)) })).toBe(0);
    expect(owes({}, { kind: 'REFUND' })).toBe(0);
  });

  it('has all its units again', () => {
    const facts = order({ lines: [lineItem({ quantity: 3, currentQuantity: 1 })] });
    expect(asPlaced(facts).lines).toMatchObject([{ currentQuantity: 3, unfulfilledQuantity: 3 }]);
  });
});
