import { describe, expect, it } from 'vitest';

import { offer } from '../../../tests/support/staff-views.ts';
import { type CancelOffer, initialForm } from './cancel-form.ts';
import { type Consequence, reviewOf } from './review.ts';

const about = (kind: Consequence['about'], given: CancelOffer, change = {}): string[] =>
  reviewOf({ ...initialForm(given), ...change }, given, '#1042')
    .filter((consequence) => consequence.about === kind)
    .map(({ text }) => text);

const nothingTaken: CancelOffer = {
  ...offer,
  maximum: '0.00',
  maximumFormatted: '€0.00',
  refunds: [],
  releases: [{ method: 'Visa', amount: '€84.50' }],
};

describe('the review before a cancellation', () => {
  it('names what goes back to each payment when everything does', () => {
    expect(about('refund', offer)).toEqual([
      '€64.50 is refunded to Visa.',
      '€20.00 is refunded to Gift card.',
    ]);
    expect(about('kept', offer)).toEqual([]);
  });

  it('never calls released money a refund', () => {
    expect(about('release', nothingTaken)).toEqual([
      '€84.50 authorized on Visa is released. It was never taken, so it is not a refund.',
    ]);
    expect(about('refund', nothingTaken)).toEqual([]);
  });

  it('says that money paid by hand has to be handed back by the shop', () => {
    const byHand = {
      ...offer,
      refunds: [{ method: 'Cash on Delivery (COD)', amount: '€84.50', isManual: true }],
    };
    expect(about('refund', byHand)).toEqual([]);
    expect(about('by_hand', byHand)[0]).toMatch(/handed back by you/);
  });

  it('says what the shop keeps of a partial refund, and from which payments it is taken', () => {
    const change = { amount: '70' };
    expect(about('refund', offer, change)).toEqual([
      '€70.00 is refunded, taken from the payments in this order: Visa (up to €64.50), Gift card (up to €20.00).',
    ]);
    expect(about('kept', offer, change)).toEqual(['The shop keeps €14.50.']);
  });

  it('says by hand also for a part of a single payment that came by hand', () => {
    const byHand = {
      ...offer,
      refunds: [{ method: 'Bank Deposit', amount: '€84.50', isManual: true }],
    };
    expect(about('by_hand', byHand, { amount: '10' })[0]).toMatch(/^€10.00 paid by Bank Deposit/);
  });

  it('says that the shop keeps everything when no refund is issued', () => {
    expect(about('kept', offer, { issueRefund: false })).toEqual([
      'Nothing is refunded. The shop keeps €84.50.',
    ]);
    expect(about('refund', offer, { issueRefund: false })).toEqual([]);
  });

  it('does not promise a payment method what becomes store credit', () => {
    expect(about('refund', offer, { method: 'store_credit' })).toEqual([
      '€84.50 is given to the customer as store credit, not to their payment method.',
    ]);
  });

  it('says whether stock returns and whether the customer is told', () => {
    expect(about('stock', offer, { restock: false })).toEqual([
      'The items are not put back to stock.',
    ]);
    expect(about('mail', offer, { notify: false })).toEqual(['The customer is not told by mail.']);
    expect(about('mail', offer, { noteToCustomer: 'Sorry!' })[0]).toMatch(/with your note/);
  });
});
