import { describe, expect, it } from 'vitest';

import { lineItem, order, transaction } from '../../../../tests/support/facts/order-facts.ts';
import { rule } from '../../../../tests/support/facts/policies.ts';
import type { OrderFacts, TransactionFacts } from '../../order/facts.ts';
import { exclusionsOfLine, exclusionsOfOrder } from './exclusions.ts';
import type { Exclusion } from '../document/policy.ts';

const BANK = 'Bank Deposit';
const paidBy: Exclusion = {
  kind: 'payment_method',
  values: [BANK],
  then: 'refuse',
  wording: null,
};
const leavesOut = (exclusion: Exclusion, facts: OrderFacts): boolean =>
  exclusionsOfOrder(rule({ exclusions: [exclusion] }), facts).length > 0;
const paid = (...transactions: readonly Partial<TransactionFacts>[]) =>
  order({ transactions: transactions.map((each) => transaction({ gatewayName: BANK, ...each })) });

describe('an order is left out for its payment method', () => {
  it.each([
    ['SALE', true],
    ['CAPTURE', true],
    ['AUTHORIZATION', true],
    ['EMV_AUTHORIZATION', true],
    ['REFUND', false],
    ['VOID', false],
    ['CHANGE', false],
  ] as const)('by what took, reserved or awaits money: %s (%s)', (kind, counts) => {
    expect(leavesOut(paidBy, paid({ kind }))).toBe(counts);
    expect(leavesOut(paidBy, paid({ kind, status: 'PENDING' }))).toBe(counts);
  });

  it.each(['ERROR', 'FAILURE'] as const)('and not by an attempt that ended with %s', (status) => {
    expect(leavesOut(paidBy, paid({ status }))).toBe(false);
    expect(leavesOut(paidBy, paid({ status }, {}))).toBe(true);
  });

  it('by any of several', () => {
    expect(leavesOut(paidBy, paid({ gatewayName: 'Visa' }))).toBe(false);
    expect(leavesOut(paidBy, paid({ gatewayName: 'Visa' }, { gatewayName: ' bank deposit' }))).toBe(
      true,
    );
  });
});

it('an order without a channel, and a line without a type, are left out for none', () => {
  const from: Exclusion = {
    kind: 'sales_channel',
    values: ['null', ''],
    then: 'refuse',
    wording: null,
  };
  expect(leavesOut(from, order({ salesChannel: null }))).toBe(false);
  expect(leavesOut({ ...from, values: ['POS'] }, order({ salesChannel: 'POS' }))).toBe(true);
  const ofType: Exclusion = { ...from, kind: 'product_type' };
  const exclusions = [ofType];
  expect(exclusionsOfLine(rule({ exclusions }), lineItem({ productType: null }))).toEqual([]);
});
