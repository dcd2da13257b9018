import { describe, expect, it } from 'vitest';

import { messagesIn } from '../../messages/messages.ts';
import { currencyName } from '../text/names.ts';
import { rule } from '../../../tests/support/facts/policies.ts';
import {
  amountsWords,
  calendarWords,
  durationWords,
  feeWords,
  limitWords,
  partialWords,
  refundWords,
  restockWords,
  ruleWords,
  staffWords,
  thresholdWords,
  whatWords,
  whenWords,
  whoWords,
} from './rule-words.ts';

const messages = messagesIn('en', 'staff');

it('names every currency, also those of which CLDR knows nothing', () => {
  expect(currencyName('EUR', 'en')).toBe('Euro');
  expect(currencyName('USDC', 'en')).toBe('USDC');
});

describe('the words of a rule', () => {
  it.each([
    [
      whoWords(rule({ who: ['customer', 'guest'], countries: ['DE'] }), messages),
      'Customers and guests in Germany',
    ],
    [whoWords(rule({ who: [] }), messages), 'No customers yet'],
    [
      whoWords(rule({ countries: ['DE', 'AT', 'CH', 'FR', 'IT', 'NL'] }), messages),
      'Everybody in Germany, Austria, Switzerland, and 3 more',
    ],
    [whenWords(rule({ instant: null }), messages), 'Never: no time window is set.'],
    [
      whenWords(
        rule({
          request: { minutes: 2880, cutOff: '14:00', untilFulfillment: true },
        }),
        messages,
      ),
      'Instant within 1 hour. By request within 2 days, until 14:00, and before fulfillment starts.',
    ],
    [
      whenWords(
        rule({ instant: null, request: { minutes: null, cutOff: null, untilFulfillment: false } }),
        messages,
      ),
      'By request until shipped, with manual review.',
    ],
    [
      refundWords(
        rule({ refund: { method: 'store_credit', storeCreditBonusPercent: 7.5 } }),
        messages,
      ),
      'As store credit with 7.5% on top',
    ],
    [
      feeWords(
        rule({ fee: { kind: 'fixed', amounts: { EUR: '4.5', JPY: '600' }, touches: 'goods' } }),
        messages,
      ),
      'Fee of €4.50 or ¥600, deducted from the refund for the goods',
    ],
    [
      restockWords(rule({ restock: { byDefault: true, neverTags: ['perishable'] } }), messages),
      'Items are restocked, except those tagged perishable',
    ],
    [
      partialWords(
        rule({ partial: { shipping: 'keep', tip: 'keep', duties: 'proportional' } }),
        messages,
      ),
      'Duties refunded in proportion to the items. Shipping and tip not refunded',
    ],
    [
      partialWords(
        rule({ partial: { shipping: 'proportional', tip: 'keep', duties: 'proportional' } }),
        messages,
      ),
      'Shipping and duties refunded in proportion to the items. Tip not refunded',
    ],
    [
      thresholdWords(
        rule({
          thresholds: {
            behaviour: 'recalculate',
            freeShipping: { minimum: { EUR: '50' }, price: { EUR: '5' } },
            discounts: [{ title: 'SUMMER', minimum: { EUR: '80' } }],
          },
        }),
        messages,
      ),
      'Deducted from the refund: free shipping below €50.00 and “SUMMER” below €80.00',
    ],
    [ruleWords(rule(), messages).join(' · '), 'Everybody · instant within 1 hour · full refund'],
  ])('%s', (words, expected) => {
    expect(words).toBe(expected);
  });

  it('tell what is refused apart from what a person decides', () => {
    expect(
      whatWords(
        rule({
          exclusions: [
            { kind: 'gift_card', then: 'review', wording: null },
            { kind: 'final_sale', values: ['final'], then: 'refuse', wording: null },
            { kind: 'collection', values: ['1', '2'], then: 'refuse', wording: null },
          ],
        }),
        messages,
      ),
    ).toBe(
      'Whole orders, single items, or some units of an item. Not possible: final sale (final) and products of a collection (2 collections). Manual review: gift cards.',
    );
  });

  it('stand for what is still being typed', () => {
    expect(durationWords(NaN, messages)).toBe('…');
    expect(amountsWords({ EUR: '', XYZ: '1' }, messages)).toBe('EUR … or XYZ …');
    expect(
      feeWords(rule({ fee: { kind: 'percent', percent: NaN, touches: 'goods' } }), messages),
    ).toContain('…%');
  });
});

it.each([
  [90, '1 hour 30 minutes'],
  [2880, '2 days'],
  [59, '59 minutes'],
  [1, '1 minute'],
])('says %i minutes as %s', (minutes, words) => {
  expect(durationWords(minutes, messages)).toBe(words);
});

it('puts what holds for all rules into words', () => {
  expect(limitWords({ limit: null }, messages)).toBe('No limit to how often one customer cancels.');
  expect(
    limitWords(
      { limit: { cancellations: 3, days: 30, then: 'review', exemptTag: 'vip' } },
      messages,
    ),
  ).toBe(
    '3 cancellations in 30 days by one customer; further requests need manual review. Customers tagged vip are exempt.',
  );
  expect(
    calendarWords({ calendar: { openingDays: [5, 1], closedOn: ['2026-12-25'] } }, messages),
  ).toBe('Open Monday and Friday, except on 1 closed date.');
  expect(
    staffWords(
      'member',
      {
        mayCancel: true,
        mayOverridePolicy: false,
        refundUpTo: { EUR: '100' },
        bulkRefundPerDay: null,
      },
      messages,
    ),
  ).toBe('Staff members can cancel orders, refunds up to €100.00, within the policy only.');
});
