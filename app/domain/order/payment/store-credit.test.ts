import { describe, expect, it } from 'vitest';
import { order } from '../../../../tests/support/facts/order-facts.ts';
import { takesStoreCredit } from './store-credit.ts';

describe('store credit', () => {
  it('can be given to a known customer who bought for themselves', () => {
    expect(takesStoreCredit(order())).toBe(true);
  });

  it.each([
    ['without a customer', order({ customerId: null })],
    ['for a company', order({ company: { buyerIds: [], hasPaymentTerms: false } })],
    ['under suspicion of fraud', order({ risk: { level: 'HIGH', recommendation: 'CANCEL' } })],
  ])('case 14: is not given for an order %s', (_name, facts) => {
    expect(takesStoreCredit(facts)).toBe(false);
  });
});
