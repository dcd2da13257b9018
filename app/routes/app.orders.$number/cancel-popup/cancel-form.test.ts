import { describe, expect, it } from 'vitest';

import { boots, offer, quote, socks } from '../../../../tests/support/pages/staff-views.ts';
import { cancelBodyOf, changed, faultsOf, initialForm, quoteBodyOf } from './cancel-form.ts';

const form = { ...initialForm(offer), reason: 'CUSTOMER' };
const sentInPart = {
  ...offer,
  quote: { ...quote, selection: { kind: 'lines', lines: [{ id: '12', quantity: 2 }] } } as const,
};

describe('the cancel form', () => {
  it('opens with everything going back the way it came, whatever that is when it is confirmed', () => {
    expect(quoteBodyOf(form, 'en')).toEqual({
      selection: { kind: 'order' },
      keepFreeItems: false,
      issueRefund: true,
      amount: null,
      locale: 'en',
      method: 'original',
      restock: true,
    });
    expect(initialForm(offer)).toMatchObject({ reason: '', notify: true });
  });

  it('case 34: opens with what was not sent of an order that was sent in part', () => {
    expect(quoteBodyOf(initialForm(sentInPart), 'en')?.selection).toEqual({
      kind: 'lines',
      lines: [{ id: '12', quantity: 2 }],
    });
  });

  it('case 25: opens without a refund while a dispute is open', () => {
    expect(initialForm({ ...offer, againstRefund: ['A dispute is open.'] }).issueRefund).toBe(
      false,
    );
  });

  it('asks nothing of the server while no item is chosen', () => {
    expect(quoteBodyOf(changed(form, { scope: 'lines' }), 'en')).toBeNull();
  });

  it('lets go of an amount that was entered for other goods, and asks about free items anew', () => {
    const entered = changed(changed(form, { keepFreeItems: true }), { amount: '12.50' });
    expect(entered).toMatchObject({ amount: '12.50', keepFreeItems: true });
    const other = changed(entered, { scope: 'lines', units: { [boots.id]: 1 } });
    expect(other).toMatchObject({ amount: null, keepFreeItems: false });
  });

  it('remembers chosen items while the whole order is chosen', () => {
    const chosen = changed(form, { scope: 'lines', units: { [socks.id]: 2 } });
    const back = changed(changed(chosen, { scope: 'order' }), { scope: 'lines' });
    expect(quoteBodyOf(back, 'en')?.selection).toEqual({
      kind: 'lines',
      lines: [{ id: '12', quantity: 2 }],
    });
  });

  it('sends no amount and no note that belong to an unticked box', () => {
    const unticked = changed(form, {
      issueRefund: false,
      amount: '12.50',
      notify: false,
      noteToCustomer: 'Sorry!',
    });
    const body = quoteBodyOf(unticked, 'en');
    expect(body?.amount).toBeNull();
    expect(body && cancelBodyOf(unticked, body, null).noteToCustomer).toBe('');
  });

  it('case 67: sends an emptied amount as it stands, for that is not everything', () => {
    expect(quoteBodyOf(changed(form, { amount: '' }), 'en')?.amount).toBe('');
    expect(quoteBodyOf(changed(form, { amount: '59,20' }), 'en')).toMatchObject({
      amount: '59,20',
      locale: 'en',
    });
  });

  it('case 7: names the cancellation that the page has shown', () => {
    const body = quoteBodyOf(form, 'en');
    expect(body && cancelBodyOf(form, body, 'a-cancellation').knownCancellationId).toBe(
      'a-cancellation',
    );
  });
});

describe('refusals of the server', () => {
  it('stand at the field that mends them, as a question about free items, or above the form', () => {
    const faults = faultsOf([
      { code: 'amount_above_maximum', message: 'Too much.' },
      { code: 'staff_refund_limit', message: 'Said second.' },
      { code: 'store_credit_needs_customer', message: 'No account.' },
      { code: 'free_item_left', message: 'A free item.', lineIds: ['12'] },
      { code: 'payment_pending', message: 'Pending.' },
    ]);
    expect(faults.fields).toEqual({ amount: 'Too much.', method: 'No account.' });
    expect(faults.freeItemsLeft).toEqual(['12']);
    expect(faults.other).toEqual([{ code: 'payment_pending', message: 'Pending.' }]);
  });
});
