import { describe, expect, it } from 'vitest';

import { policy, rule } from '../../../../tests/support/facts/policies.ts';
import { richPolicy } from '../../../../tests/support/facts/policy-mutations.ts';
import { fieldsOf } from './policy-fields.ts';
import type { Exclusion, PolicyDocument, Rule } from '../../../domain/policy/document/policy.ts';
import { messagesIn } from '../../../messages/messages.ts';

const messages = messagesIn('en', 'staff');

/** What stands beside a label in a document of one rule. */
const valueOf = (label: string, changes: Partial<PolicyDocument>): string | undefined =>
  fieldsOf(policy(changes), messages).find((field) => field.label === label)?.value;
const ofRule = (label: string, changes: Partial<Rule>): string | undefined =>
  valueOf(label, { rules: [rule(changes)] });

it('a policy is said to staff field by field, in the order of the policy page', () => {
  expect(
    fieldsOf(richPolicy(), messages).map(({ key, section, label, value }) => [
      key,
      section,
      label,
      value,
    ]),
  ).toEqual([
    ['enabled', 'Policy', 'Customers can cancel', 'yes'],
    ['rules', 'Rules', 'Order', 'Nearby (nearby), Companies (companies)'],
    ['rules.nearby.name', 'Rule “Nearby”', 'Name', 'Nearby'],
    ['rules.nearby.who', 'Rule “Nearby”', 'For', 'customers with an account, guests'],
    ['rules.nearby.countries', 'Rule “Nearby”', 'Countries', 'DE, AT'],
    ['rules.nearby.what', 'Rule “Nearby”', 'What', 'the whole order, lines or single units'],
    ['rules.nearby.exclusions.0', 'Rule “Nearby”', 'Exclusion 1', 'Gift cards: manual review'],
    [
      'rules.nearby.exclusions.1',
      'Rule “Nearby”',
      'Exclusion 2',
      'Final sale, tagged “final-sale”, “outlet”: refused; the customer reads “Ask us.”, de “Fragen Sie uns.”',
    ],
    [
      'rules.nearby.exclusions.2',
      'Rule “Nearby”',
      'Exclusion 3',
      'Products in collection “gid://shopify/Collection/1”: refused',
    ],
    [
      'rules.nearby.exclusions.3',
      'Rule “Nearby”',
      'Exclusion 4',
      'Fraud risk “HIGH”: manual review',
    ],
    [
      'rules.nearby.instant',
      'Rule “Nearby”',
      'Instant',
      'within 2 hours, until 14:00 on the next business day, before fulfillment starts',
    ],
    ['rules.nearby.request', 'Rule “Nearby”', 'By request', 'within 2 days, until shipped'],
    ['rules.nearby.reviewAbove', 'Rule “Nearby”', 'Manual review above', '500.00 EUR, 60000 JPY'],
    ['rules.nearby.method', 'Rule “Nearby”', 'Refund', 'as the customer chooses'],
    ['rules.nearby.bonus', 'Rule “Nearby”', 'Bonus on store credit', '7.5%'],
    ['rules.nearby.fee', 'Rule “Nearby”', 'Fee', '4.50 EUR, 5.00 USD, from the goods'],
    ['rules.nearby.restock', 'Rule “Nearby”', 'Restock items', 'yes'],
    ['rules.nearby.neverRestock', 'Rule “Nearby”', 'Never restock', '“perishable”'],
    ['rules.nearby.shipping', 'Rule “Nearby”', 'Shipping, of a part', 'kept'],
    ['rules.nearby.tip', 'Rule “Nearby”', 'Tip, of a part', 'kept'],
    ['rules.nearby.duties', 'Rule “Nearby”', 'Duties, of a part', 'refunded in proportion'],
    ['rules.nearby.deals', 'Rule “Nearby”', 'Deals', 'deducted below their minimum'],
    ['rules.nearby.freeShipping.minimum', 'Rule “Nearby”', 'Free shipping from', '50.00 EUR'],
    ['rules.nearby.freeShipping.price', 'Rule “Nearby”', 'Shipping below that', '4.95 EUR'],
    ['rules.nearby.discounts.0', 'Rule “Nearby”', 'Discount 1', '“WELCOME10” from 80.00 EUR'],
    ['rules.companies.name', 'Rule “Companies”', 'Name', 'Companies'],
    ['rules.companies.who', 'Rule “Companies”', 'For', 'company buyers'],
    ['rules.companies.countries', 'Rule “Companies”', 'Countries', 'everywhere'],
    ['rules.companies.what', 'Rule “Companies”', 'What', 'the whole order or whole lines'],
    ['rules.companies.instant', 'Rule “Companies”', 'Instant', 'within 1 hour, until shipped'],
    ['rules.companies.request', 'Rule “Companies”', 'By request', 'never'],
    ['rules.companies.reviewAbove', 'Rule “Companies”', 'Manual review above', 'no amount'],
    ['rules.companies.method', 'Rule “Companies”', 'Refund', 'to the original payment methods'],
    ['rules.companies.bonus', 'Rule “Companies”', 'Bonus on store credit', 'none'],
    ['rules.companies.fee', 'Rule “Companies”', 'Fee', '5% of the goods and shipping'],
    ['rules.companies.restock', 'Rule “Companies”', 'Restock items', 'yes'],
    ['rules.companies.neverRestock', 'Rule “Companies”', 'Never restock', 'none'],
    ['rules.companies.shipping', 'Rule “Companies”', 'Shipping, of a part', 'kept'],
    ['rules.companies.tip', 'Rule “Companies”', 'Tip, of a part', 'kept'],
    ['rules.companies.duties', 'Rule “Companies”', 'Duties, of a part', 'refunded in proportion'],
    ['rules.companies.deals', 'Rule “Companies”', 'Deals', 'kept'],
    ['openingDays', 'Calendar', 'Business days', 'Mon, Tue, Wed, Thu, Fri'],
    ['closedOn', 'Calendar', 'Closed on', '2026-12-25, 2026-12-28'],
    ['reviewDays', 'Requests', 'Answered within', '3 days'],
    ['requestsAfterDecline', 'Requests', 'Same request again after a decline', 'no'],
    ['reasons', 'Reasons', 'Order', 'too_slow, other'],
    ['reasons.too_slow.text', 'Reasons', 'Text of “too_slow”', '“Too slow”, de “Zu langsam”'],
    ['reasons.too_slow.comment', 'Reasons', '“Too slow” needs a comment', 'no'],
    ['reasons.other.text', 'Reasons', 'Text of “other”', '“Another reason”'],
    ['reasons.other.comment', 'Reasons', '“Another reason” needs a comment', 'yes'],
    ['limit', 'Limit', 'Cancellations of one customer', '3 in 30 days'],
    ['limit.then', 'Limit', 'Beyond it', 'manual review'],
    ['limit.exempt', 'Limit', 'Exempt', 'tag “vip”'],
    ['staff.member.cancel', 'Staff', 'Staff members can cancel', 'yes'],
    ['staff.member.override', 'Staff', 'Staff members can override the policy', 'no'],
    ['staff.member.refundUpTo', 'Staff', 'Staff members can refund', 'up to 200.00 EUR'],
    [
      'staff.member.bulkRefundPerDay',
      'Staff',
      'Staff members can refund in bulk a day',
      'up to 900.00 EUR',
    ],
    ['staff.collaborator.cancel', 'Staff', 'Collaborators can cancel', 'no'],
    ['staff.collaborator.override', 'Staff', 'Collaborators can override the policy', 'no'],
    ['staff.collaborator.refundUpTo', 'Staff', 'Collaborators can refund', 'any amount'],
    [
      'staff.collaborator.bulkRefundPerDay',
      'Staff',
      'Collaborators can refund in bulk a day',
      'any amount',
    ],
  ]);
});

describe('what staff read of a rule', () => {
  it.each<[Partial<Exclusion>, string]>([
    [{ kind: 'product_tag', values: ['a', 'b'] }, 'Products tagged “a”, “b”: refused'],
    [{ kind: 'product_type', values: ['a'] }, 'Products of type “a”: refused'],
    [{ kind: 'subscription' }, 'Subscriptions: refused'],
    [{ kind: 'pre_order' }, 'Pre-orders: refused'],
    [{ kind: 'personalised' }, 'Personalized items: refused'],
    [{ kind: 'digital' }, 'Digital items: refused'],
    [{ kind: 'customer_tag', values: ['a'] }, 'Customers tagged “a”: refused'],
    [{ kind: 'order_tag', values: ['a'] }, 'Orders tagged “a”: refused'],
    [{ kind: 'sales_channel', values: ['a'] }, 'Orders from “a”: refused'],
    [{ kind: 'payment_method', values: ['a'] }, 'Orders paid with “a”: refused'],
  ])('an exclusion: %j', (exclusion, words) => {
    const whole = { then: 'refuse', wording: null, ...exclusion } as Exclusion;
    expect(ofRule('Exclusion 1', { exclusions: [whole] })).toBe(words);
  });

  it('the customer’s words for an exclusion, in the order of the languages', () => {
    const wording = { label: 'Ask.', translations: { fr: 'F', de: 'D', it: 'I' } };
    const exclusion: Exclusion = { kind: 'gift_card', then: 'review', wording };
    expect(ofRule('Exclusion 1', { exclusions: [exclusion] })).toBe(
      'Gift cards: manual review; the customer reads “Ask.”, de “D”, fr “F”, it “I”',
    );
  });

  it.each([
    [1, 'within 1 minute, until shipped'],
    [45, 'within 45 minutes, until shipped'],
    [60, 'within 1 hour, until shipped'],
    [90, 'within 90 minutes, until shipped'],
    [1_440, 'within 1 day, until shipped'],
    [2_880, 'within 2 days, until shipped'],
    [null, 'until shipped'],
  ])('a window of %s minutes', (minutes, words) => {
    const instant = { minutes, cutOff: null, untilFulfillment: false };
    expect(ofRule('Instant', { instant })).toBe(words);
  });

  it('a window that a time of day ends, or the work, or nothing but the shipment', () => {
    const instant = { minutes: null, cutOff: '09:30', untilFulfillment: true };
    expect(ofRule('Instant', { instant })).toBe(
      'until 09:30 on the next business day, before fulfillment starts',
    );
    expect(ofRule('Instant', { instant: null })).toBe('never');
  });

  it.each<[Rule['fee'], string]>([
    [{ kind: 'none' }, 'none'],
    [{ kind: 'percent', percent: 2.5, touches: 'goods' }, '2.5% of the goods'],
    [
      { kind: 'fixed', amounts: { EUR: '4.50' }, touches: 'goods_and_shipping' },
      '4.50 EUR, from the goods and shipping',
    ],
    [{ kind: 'fixed', amounts: {}, touches: 'goods' }, 'no amount, from the goods'],
  ])('a fee: %j', (fee, words) => {
    expect(ofRule('Fee', { fee })).toBe(words);
  });

  it('what it offers, whom it is for and what it keeps', () => {
    const refund = (method: Rule['refund']['method']) => ({
      refund: { method, storeCreditBonusPercent: null },
    });
    expect(ofRule('Refund', refund('store_credit'))).toBe('as store credit');
    expect(ofRule('What', { what: 'whole_order' })).toBe('the whole order only');
    expect(ofRule('For', { who: ['guest', 'company_buyer'] })).toBe('guests, company buyers');
    expect(ofRule('Restock items', { restock: { byDefault: false, neverTags: ['a', 'b'] } })).toBe(
      'no',
    );
    expect(ofRule('Never restock', { restock: { byDefault: false, neverTags: ['a', 'b'] } })).toBe(
      '“a”, “b”',
    );
    expect(ofRule('Manual review above', { reviewAbove: {} })).toBe('no amount');
    const partial = { shipping: 'proportional', tip: 'proportional', duties: 'keep' } as const;
    expect(ofRule('Shipping, of a part', { partial })).toBe('refunded in proportion');
    expect(ofRule('Tip, of a part', { partial })).toBe('refunded in proportion');
    expect(ofRule('Duties, of a part', { partial })).toBe('kept');
  });

  it('deals without an amount, and without free shipping', () => {
    const thresholds: Rule['thresholds'] = {
      behaviour: 'recalculate',
      freeShipping: null,
      discounts: [
        { title: 'A', minimum: {} },
        { title: 'B', minimum: { EUR: '1' } },
      ],
    };
    expect(ofRule('Discount 1', { thresholds })).toBe('“A” from no amount');
    expect(ofRule('Discount 2', { thresholds })).toBe('“B” from 1 EUR');
    expect(ofRule('Free shipping from', { thresholds })).toBeUndefined();
  });
});

describe('what staff read of the rest', () => {
  it('counts one as one, and nothing in words', () => {
    expect(valueOf('Answered within', { reviewDays: 1 })).toBe('1 day');
    const again = 'Same request again after a decline';
    expect(valueOf(again, { requestsAfterDecline: 1 })).toBe('up to 1 time');
    expect(valueOf(again, { requestsAfterDecline: 3 })).toBe('up to 3 times');
    expect(valueOf('Closed on', { calendar: { openingDays: [6, 7], closedOn: [] } })).toBe(
      'no day',
    );
    expect(valueOf('Business days', { calendar: { openingDays: [6, 7], closedOn: [] } })).toBe(
      'Sat, Sun',
    );
    expect(valueOf('Customers can cancel', { enabled: false })).toBe('no');
  });

  it('no limit, and a limit that exempts nobody', () => {
    const cancellations = 'Cancellations of one customer';
    expect(valueOf(cancellations, { limit: null })).toBe('no limit');
    expect(valueOf('Beyond it', { limit: null })).toBeUndefined();
    const limit = { cancellations: 2, days: 1, then: 'refuse', exemptTag: null } as const;
    expect(valueOf(cancellations, { limit })).toBe('2 in 1 day');
    expect(valueOf('Beyond it', { limit })).toBe('refused');
    expect(valueOf('Exempt', { limit })).toBe('nobody');
  });

  it('what staff may refund, also where no amount is named', () => {
    const granted = {
      mayCancel: true,
      mayOverridePolicy: true,
      refundUpTo: {},
      bulkRefundPerDay: null,
    };
    const { staff } = policy();
    expect(
      valueOf('Collaborators can refund', { staff: { ...staff, collaborator: granted } }),
    ).toBe('up to any amount');
  });
});
