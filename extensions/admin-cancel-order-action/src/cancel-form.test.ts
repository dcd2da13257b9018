import { describe, expect, it } from 'vitest';

import { offer, quote } from '../../shared/staff/testing/views.ts';
import { translator } from '../../shared/testing/translator.ts';
import english from '../locales/en.default.json';
import { notationOf } from '../../../app/contract/written-number.ts';
import {
  type Offer,
  type StaffCancelForm,
  bodyOf,
  canRefund,
  exampleOf,
  firstForm,
  isSameAmount,
  problemsOf as problemsIn,
} from './cancel-form.ts';
import { review } from './review.ts';

const t = translator(english);
const problemsOf = (form: StaffCancelForm, of: Offer, locale = 'en') =>
  problemsIn(form, of, notationOf(locale));

describe('the form a staff member begins with', () => {
  it('refunds everything refundable to the original methods, restocks by policy, tells the customer', () => {
    expect(firstForm(offer(), null)).toMatchObject({
      issueRefund: true,
      amount: '40.00',
      method: 'original',
      restock: true,
      reason: '',
      notify: true,
    });
    expect(firstForm(offer({ restockByDefault: false }), null).restock).toBe(false);
  });

  it('case 25: issues no refund while a dispute is open, and says nothing of an amount', () => {
    const disputed = offer({ againstRefund: ['A chargeback is open.'] });
    const form = firstForm(disputed, null);
    expect(form.issueRefund).toBe(false);
    expect(canRefund(disputed)).toBe(false);
    expect(review(form, disputed, '€40.00', t)).toContain('Nothing is refunded.');
  });

  it('case 34: takes what is left of an order that was sent in part', () => {
    const selection = { kind: 'lines', lines: [{ id: '11', quantity: 2 }] } as const;
    const left = offer({ quote: quote({ selection }) });
    expect(firstForm(left, null)).toMatchObject({ selection, keepFreeItems: true });
  });

  it('case 7: names the cancellation it has seen', () => {
    expect(firstForm(offer(), 'a-cancellation').knownCancellationId).toBe('a-cancellation');
  });
});

describe('a refund amount', () => {
  const problem = (amount: string, maximum = '40.00', locale = 'en') =>
    problemsOf(
      { ...firstForm(offer(), null), amount },
      offer({ quote: quote({ maximum }) }),
      locale,
    ).amount;

  it.each(['40.00', '40', '040.0', '0.01', '39.99', '9.99', '9,99', 'EUR 9.99'])(
    'may be %s of 40.00',
    (amount) => {
      expect(problem(amount)).toBeUndefined();
    },
  );

  it.each(['40.01', '41', '100', '1,250'])('may not be %s of 40.00', (amount) => {
    expect(problem(amount)).toBe('form.amountAboveMaximum');
  });

  it.each([
    ['', 'form.amountMissing'],
    ['  ', 'form.amountMissing'],
    ['ten', 'form.amountMalformed'],
    ['1.', 'form.amountMalformed'],
    ['1e2', 'form.amountMalformed'],
    ['1.2.3', 'form.amountMalformed'],
    ['-1', 'form.amountNegative'],
    ['1.250', 'form.amountAmbiguous'],
    ['39.9999', 'form.amountTooFine'],
  ])('case 67: may not be %j, and says why', (amount, expected) => {
    expect(problem(amount)).toBe(expected);
  });

  it('case 67: is read in the notation of the admin', () => {
    expect(problem('9,99', '40.00', 'de')).toBeUndefined();
    expect(problem('1.250', '40.00', 'de')).toBe('form.amountAboveMaximum');
    expect(problem('1.250', '2000.00', 'de')).toBeUndefined();
    expect(problem('5.000', '9000', 'en')).toBe('form.amountAmbiguous');
    expect(problem('5.000', '9000', 'de')).toBeUndefined();
  });

  it('case 67: has an example in the notation of the admin', () => {
    const german = (number: number, decimals: number) =>
      number.toLocaleString('de', { minimumFractionDigits: decimals });
    expect(exampleOf(offer(), german)).toBe('1.234,50');
    expect(exampleOf(offer({ quote: quote({ maximum: '9000' }) }), german)).toBe('12.345');
  });

  it('must be above zero', () => {
    for (const amount of ['0', '0.00', '000']) {
      expect(problem(amount), amount).toBe('form.amountNotPositive');
    }
  });

  it('is compared exactly where floating point would not', () => {
    expect(problem('900719925474993', '900719925474992')).toBe('form.amountAboveMaximum');
    expect(problem('9007199254740993', '9007199254740992')).toBe('form.amountAboveMaximum');
    expect(isSameAmount('12.5', '12.50')).toBe(true);
    expect(isSameAmount('12.5', '12.05')).toBe(false);
  });

  it('does not matter when nothing is refunded', () => {
    const form = { ...firstForm(offer(), null), issueRefund: false, amount: 'ten' };
    expect(problemsOf(form, offer())).toEqual({});
  });
});

describe('the amount that is sent', () => {
  const sent = (amount: string, locale = 'en') =>
    bodyOf({ ...firstForm(offer(), null), amount }, offer(), notationOf(locale)).amount;

  it('is left out for everything, so that what is right then is given back', () => {
    expect(sent('40.00')).toBeNull();
    expect(sent('40')).toBeNull();
    expect(sent('40,00', 'de')).toBeNull();
  });

  it('is the one that was entered for less', () => {
    expect(sent('12.50')).toBe('12.50');
    expect(sent('12,5', 'de')).toBe('12.50');
  });

  it('case 67: is never everything because the field was emptied', () => {
    expect(sent('')).toBe('');
    expect(bodyOf(firstForm(offer(), null), offer(), notationOf('en')).locale).toBe('en');
  });
});

describe('notes', () => {
  it('are kept to their own limits', () => {
    const form = {
      ...firstForm(offer(), null),
      noteToCustomer: 'x'.repeat(11),
      internalNote: 'x'.repeat(20),
    };
    expect(problemsOf(form, offer())).toEqual({ noteToCustomer: 'form.tooLong' });
    expect(problemsOf({ ...form, internalNote: 'x'.repeat(21) }, offer())).toHaveProperty(
      'internalNote',
    );
  });

  it('to the customer are not sent when the customer is not told', () => {
    const form = { ...firstForm(offer(), null), notify: false, noteToCustomer: 'x'.repeat(11) };
    expect(problemsOf(form, offer())).toEqual({});
    expect(bodyOf(form, offer(), notationOf('en')).noteToCustomer).toBe('');
  });
});

describe('the review', () => {
  const form = firstForm(offer(), null);

  it('names each payment, and tells a refund from money to pay back by hand', () => {
    expect(review(form, offer(), '€40.00', t)).toEqual([
      'Fulfillment is stopped and the order is cancelled.',
      '€30.00 is refunded to Visa.',
      '€10.00 was paid by Bank deposit: refund it to the customer yourself.',
      'The items are restocked.',
      'The customer is notified by email once it is done.',
    ]);
  });

  it('names a part of the refund as a part', () => {
    const part = review({ ...form, amount: '12.5' }, offer(), '€12.50', t);
    expect(part).toContain('€12.50 of €40.00 is refunded to the original payment methods.');
    expect(part.join(' ')).not.toContain('Visa');
  });

  it('case 34: names the items that leave an order of which the rest goes on', () => {
    const selection = { kind: 'lines', lines: [{ id: '11', quantity: 2 }] } as const;
    const lines = [{ title: 'Kettle', quantity: 2, amount: '€40.00', restock: '2 back in stock' }];
    expect(review(form, offer({ quote: quote({ selection, lines }) }), '€40.00', t)[0]).toBe(
      '2 × Kettle: removed from the order before fulfillment. The rest of the order is fulfilled as usual.',
    );
  });

  it('case 23: says that it waits for a payment that is pending', () => {
    const waiting = offer({ quote: quote({ pending: '€40.00' }) });
    expect(review(form, waiting, '€40.00', t).join(' ')).toContain(
      'has not confirmed the payment of',
    );
  });

  it('warns of a refund that its provider will not take, and only when it is asked for', () => {
    const late = offer({ quote: quote({ withoutWayBack: ['PayPal is too late.'] }) });
    const credit = { ...form, method: 'store_credit' as const };
    const none = { ...form, issueRefund: false };
    expect(review(form, late, '€40.00', t)).toContain('PayPal is too late.');
    expect(review({ ...form, amount: '12.5' }, late, '€12.50', t)).toContain('PayPal is too late.');
    expect(review(credit, late, '€40.00', t)).not.toContain('PayPal is too late.');
    expect(review(none, late, '€0.00', t)).not.toContain('PayPal is too late.');
  });

  it('says what is released also when nothing is refunded', () => {
    const released = offer({
      quote: quote({ maximum: '0.00', releases: [{ method: 'Visa', amount: '€40.00' }] }),
    });
    const sentences = review(form, released, '€0.00', t);
    expect(sentences).toContain('Nothing is refunded.');
    expect(sentences).toContain(
      'The €40.00 authorization on Visa is voided. The customer was not charged.',
    );
  });

  it('says store credit, no restock and no mail as they are', () => {
    const other = { ...form, method: 'store_credit' as const, restock: false, notify: false };
    expect(review(other, offer(), '€40.00', t).slice(1)).toEqual([
      '€40.00 is refunded as store credit.',
      'The items are not restocked.',
      'The customer is not notified.',
    ]);
  });
});
