import { describe, expect, it } from 'vitest';

import { rule } from '../../../tests/support/policies.ts';
import {
  amountsWords,
  calendarWords,
  currencyName,
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

it('names every currency, also those of which CLDR knows nothing', () => {
  expect(currencyName('EUR')).toBe('Euro');
  expect(currencyName('USDC')).toBe('USDC');
});

describe('the words of a rule', () => {
  it.each([
    [
      whoWords(rule({ who: ['customer', 'guest'], countries: ['DE'] })),
      'Customers and guests in Germany',
    ],
    [whoWords(rule({ who: [] })), 'No customers yet'],
    [
      whoWords(rule({ countries: ['DE', 'AT', 'CH', 'FR', 'IT', 'NL'] })),
      'Everybody in Germany, Austria, Switzerland, and 3 more',
    ],
    [whenWords(rule({ instant: null })), 'Never: no time window is set.'],
    [
      whenWords(
        rule({
          request: { minutes: 2880, cutOff: '14:00', untilFulfillment: true },
        }),
      ),
      'Instant within 1 hour. By request within 2 days, until 14:00, and before fulfillment starts.',
    ],
    [
      whenWords(
        rule({ instant: null, request: { minutes: null, cutOff: null, untilFulfillment: false } }),
      ),
      'By request until shipped, with manual review.',
    ],
    [
      refundWords(rule({ refund: { method: 'store_credit', storeCreditBonusPercent: 7.5 } })),
      'As store credit with 7.5% on top',
    ],
    [
      feeWords(
        rule({ fee: { kind: 'fixed', amounts: { EUR: '4.5', JPY: '600' }, touches: 'goods' } }),
      ),
      'Fee of €4.50 or ¥600, deducted from the refund for the goods',
    ],
    [
      restockWords(rule({ restock: { byDefault: true, neverTags: ['perishable'] } })),
      'Items are restocked, except those tagged perishable',
    ],
    [
      partialWords(rule({ partial: { shipping: 'keep', tip: 'keep', duties: 'proportional' } })),
      'Duties refunded in proportion to the items. Shipping and tip not refunded',
    ],
    [
      partialWords(
        rule({ partial: { shipping: 'proportional', tip: 'keep', duties: 'proportional' } }),
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
      ),
      'Deducted from the refund: free shipping below €50.00 and “SUMMER” below €80.00',
    ],
    [ruleWords(rule()).join(' · '), 'Everybody · instant within 1 hour · full refund'],
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
      ),
    ).toBe(
      'Whole orders, single items, or some units of an item. Not possible: final sale (final) and products of a collection (2 collections). Manual review: gift cards.',
    );
  });

  it('stand for what is still being typed', () => {
    expect(durationWords(NaN)).toBe('…');
    expect(amountsWords({ EUR: '', XYZ: '1' })).toBe('EUR … or XYZ …');
    expect(feeWords(rule({ fee: { kind: 'percent', percent: NaN, touches: 'goods' } }))).toContain(
      '… %',
    );
  });
});

it.each([
  [90, '1 hour 30 minutes'],
  [2880, '2 days'],
  [59, '59 minutes'],
  [1, '1 minute'],
])('says %i minutes as %s', (minutes, words) => {
  expect(durationWords(minutes)).toBe(words);
});

it('puts what holds for all rules into words', () => {
  expect(limitWords({ limit: null })).toBe('No limit to how often one customer cancels.');
  expect(
    limitWords({ limit: { cancellations: 3, days: 30, then: 'review', exemptTag: 'vip' } }),
  ).toBe(
    '3 cancellations in 30 days by one customer; further requests need manual review. Customers tagged vip are exempt.',
  );
  expect(calendarWords({ calendar: { openingDays: [5, 1], closedOn: ['2026-12-25'] } })).toBe(
    'Open Monday and Friday, except on 1 closed date.',
  );
  expect(
    staffWords({ mayCancel: true, mayOverridePolicy: false, refundUpTo: { EUR: '100' } }),
  ).toBe('can cancel orders, refunds up to €100.00, within the policy only');
});
