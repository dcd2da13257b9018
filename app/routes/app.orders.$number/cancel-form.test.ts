import { describe, expect, it } from 'vitest';

import { offer } from '../../../tests/support/staff-views.ts';
import { checkForm, faultsOf, hasFaults, initialForm } from './cancel-form.ts';

describe('the cancel form', () => {
  it('opens with everything refundable going back the way it came', () => {
    expect(initialForm(offer)).toMatchObject({
      issueRefund: true,
      amount: '84.50',
      method: 'original',
      restock: true,
      reason: 'CUSTOMER',
      notify: true,
    });
  });

  it('opens without a refund when nothing is refundable', () => {
    expect(initialForm({ ...offer, maximum: '0.00' }).issueRefund).toBe(false);
  });

  it.each([
    ['', /not a number/],
    ['12,50', /not a number/],
    ['1.005', /not a number/],
    ['0', /more than zero/],
    ['-1', /more than zero/],
    ['84.51', /At most €84.50/],
  ])('refuses the amount %j at its field, in the server’s words', (amount, words) => {
    expect(checkForm({ ...initialForm(offer), amount }, offer).fields.amount).toMatch(words);
  });

  it.each(['84.50', '84.5', ' 0.01 '])('accepts the amount %j', (amount) => {
    expect(hasFaults(checkForm({ ...initialForm(offer), amount }, offer))).toBe(false);
  });

  it('does not mind the amount when nothing is refunded', () => {
    const form = { ...initialForm(offer), issueRefund: false, amount: 'nonsense' };
    expect(hasFaults(checkForm(form, offer))).toBe(false);
  });

  it('refuses a reason that was not offered', () => {
    const faults = checkForm({ ...initialForm(offer), reason: 'WHIM' }, offer);
    expect(faults.fields.reason).toMatch(/Choose a reason/);
  });
});

describe('refusals of the server', () => {
  it('stand at the field that mends them, and else above the form', () => {
    const faults = faultsOf([
      { code: 'amount_above_maximum', message: 'Too much.' },
      { code: 'store_credit_needs_customer', message: 'No account.' },
      { code: 'payment_pending', message: 'Pending.' },
    ]);
    expect(faults.fields).toEqual({ amount: 'Too much.', method: 'No account.' });
    expect(faults.other).toEqual([{ code: 'payment_pending', message: 'Pending.' }]);
  });
});
