import { describe, expect, it } from 'vitest';

import { rule } from '../../../tests/support/facts/policies.ts';
import { methodsOf, staffTerms, termsOf } from './terms.ts';

describe('the terms of a refund', () => {
  it('case 14: are what the rule says, for the method that was chosen', () => {
    const generous = rule({
      refund: { method: 'customers_choice', storeCreditBonusPercent: 10 },
      fee: { kind: 'percent', percent: 5, touches: 'goods' },
    });
    const { restock, partial, thresholds, fee } = generous;
    expect(termsOf(generous, 'store_credit')).toEqual({
      method: 'store_credit',
      bonusPercent: 10,
      fee,
      restock,
      partial,
      thresholds,
    });
    expect(termsOf(generous, 'original').method).toBe('original');
  });

  it.each([
    ['original', ['original']],
    ['store_credit', ['store_credit']],
    ['customers_choice', ['original', 'store_credit']],
  ] as const)('offer for %s: %j', (method, offered) => {
    expect(methodsOf(rule({ refund: { method, storeCreditBonusPercent: null } }))).toEqual(offered);
  });

  it('of staff keep no fee and take back no deal: they choose an amount instead', () => {
    expect(staffTerms('store_credit', false)).toEqual({
      method: 'store_credit',
      bonusPercent: null,
      fee: { kind: 'none' },
      restock: { byDefault: false, neverTags: [] },
      partial: { shipping: 'keep', tip: 'keep', duties: 'proportional' },
      thresholds: { behaviour: 'keep_the_deal' },
    });
  });
});
