import { describe, expect, it } from 'vitest';

import { messagesIn } from '../../../messages/messages.ts';
import { offer, quote } from '../../../../tests/support/pages/staff-views.ts';
import type { StaffQuote } from '../../../contract/staff/staff-view.ts';
import { type CancelForm, initialForm } from './cancel-form.ts';
import { type Consequence, needsReview, reviewOf } from './review.ts';

const messages = messagesIn('en', 'staff');

const about = (
  kind: Consequence['about'],
  given: Partial<StaffQuote> = {},
  change: Partial<CancelForm> = {},
): string[] =>
  reviewOf({ ...initialForm(offer), ...change }, { ...quote, ...given }, '#1042', messages)
    .filter((consequence) => consequence.about === kind)
    .map(({ text }) => text);

const nothingTaken: Partial<StaffQuote> = {
  amount: '€0.00',
  refunds: [],
  releases: [{ method: 'Visa', amount: '€84.50' }],
};
const someItems: Partial<StaffQuote> = {
  selection: { kind: 'lines', lines: [{ id: '12', quantity: 2 }] },
  lines: [{ title: 'Wool socks', quantity: 2, amount: '€10.00', restock: '2 back in stock' }],
};

describe('the review before a cancellation', () => {
  it('case 12: names what goes back to each payment', () => {
    expect(about('refund')).toEqual([
      '€64.50 is refunded to Visa.',
      '€20.00 is refunded to Gift card.',
    ]);
    expect(about('kept')).toEqual([]);
  });

  it('case 1: never calls released money a refund', () => {
    expect(about('release', nothingTaken)).toEqual([
      'The €84.50 authorization on Visa is voided. The customer was not charged, so there is no refund.',
    ]);
    expect(about('refund', nothingTaken)).toEqual([]);
    expect(about('kept', nothingTaken)).toEqual([]);
  });

  it('case 22: says that money paid by hand has to be handed back by the shop', () => {
    const byHand = { refunds: [{ method: 'Bank Deposit', amount: '€84.50', isManual: true }] };
    expect(about('refund', byHand)).toEqual([]);
    expect(about('by_hand', byHand)[0]).toMatch(
      /^€84.50 was paid by Bank Deposit: refund it to the customer yourself/,
    );
  });

  it('case 23: says that it waits for a payment that no bank has answered', () => {
    expect(about('waits', { refunds: [], pending: '€84.50' })[0]).toMatch(/payment of €84.50/);
    expect(about('kept', { refunds: [], pending: '€84.50' })).toEqual([]);
  });

  it('case 11: says what the shop keeps', () => {
    expect(about('kept', { withheld: '€14.50' })).toEqual(['You keep €14.50.']);
    expect(about('kept', { refunds: [], withheld: '€84.50' })).toEqual([
      'Nothing is refunded. You keep €84.50.',
    ]);
  });

  it('case 27: says so when there is nothing to refund', () => {
    expect(about('kept', { refunds: [] })).toEqual([
      'There is nothing to refund: no payment was captured.',
    ]);
  });

  it('does not promise a payment method what becomes store credit', () => {
    expect(about('refund', { refunds: [], storeCredit: '€84.50' })).toEqual([
      '€84.50 is refunded as store credit, not to the customer’s payment method.',
    ]);
  });

  it('case 34: names the items that leave, and that the rest goes on', () => {
    expect(about('order', someItems)).toEqual([
      '2 × Wool socks: removed from #1042 before fulfillment. The rest of the order is fulfilled as usual. This cannot be undone.',
    ]);
    expect(about('order')[0]).toMatch(/the order is cancelled in Shopify/);
  });

  it('case 20: says that free items stay where somebody wanted it so', () => {
    expect(about('free_item', someItems, { keepFreeItems: true })).toHaveLength(1);
    expect(about('free_item', someItems)).toEqual([]);
  });

  it('case 37: says where the goods go, one by one where they fare differently', () => {
    expect(about('stock')).toEqual([
      'The items are restocked at the location they were reserved at.',
    ]);
    const [boots, socks] = quote.lines;
    if (!boots || !socks) throw new Error('The quote has no lines');
    const off = { ...boots, restock: '1 not restocked' };
    expect(about('stock', { lines: [off] })).toEqual(['The items are not restocked.']);
    expect(about('stock', { lines: [off, socks] })).toEqual([
      'Walking boots: 1 not restocked.',
      'Wool socks: 3 back in stock.',
    ]);
  });

  it('says whether the customer is told, and with what', () => {
    expect(about('mail', {}, { notify: false })).toEqual(['The customer is not notified.']);
    expect(about('mail', {}, { noteToCustomer: 'Sorry!' })[0]).toMatch(/with your note/);
    expect(about('note', {}, { internalNote: 'By phone.' })).toHaveLength(1);
  });
});

describe('a choice is confirmed where it is made', () => {
  const isReviewed = (change: Partial<CancelForm> = {}, given: Partial<StaffQuote> = {}) =>
    needsReview({ ...initialForm(offer), ...change }, offer, { ...quote, ...given });

  it('when all of the order goes, with all of its money, and the customer is told', () => {
    expect(isReviewed()).toBe(false);
    expect(isReviewed({ internalNote: 'By phone.', reason: 'OTHER' })).toBe(false);
    expect(isReviewed({}, nothingTaken)).toBe(false);
  });

  it.each<[string, Partial<CancelForm>, Partial<StaffQuote>?]>([
    ['only some items go', { scope: 'lines' }],
    ['nothing is refunded', { issueRefund: false }],
    ['an amount was typed', { amount: '50' }],
    ['the shop keeps a part', {}, { withheld: '€34.50' }],
    ['store credit is given', { method: 'store_credit' }],
    ['the goods go elsewhere than by policy', { restock: false }],
    ['nobody is told', { notify: false }],
    ['the customer reads a note', { noteToCustomer: 'Sorry!' }],
    ['a payment is still open', {}, { pending: '€84.50' }],
    [
      'money is handed back by the shop',
      {},
      { refunds: [{ method: 'Cash', amount: '€1', isManual: true }] },
    ],
    ['the policy would not let the customer do it', {}, { policySays: ['The window is over.'] }],
    ['a provider will refuse the refund', {}, { withoutWayBack: ['PayPal is too late.'] }],
  ])('and looked over first when %s', (_what, change, given) => {
    expect(isReviewed(change, given)).toBe(true);
  });
});
