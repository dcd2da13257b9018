import { describe, expect, it } from 'vitest';

import { policy, rule } from '../../../tests/support/facts/policies.ts';
import { richPolicy } from '../../../tests/support/facts/policy-mutations.ts';
import { publishPolicy } from '../../domain/policy/published/publish.ts';
import { LANGUAGES } from '../../messages/keys.generated.ts';
import { messagesIn } from '../../messages/messages.ts';
import { textOfPolicy } from './published-text.ts';
import type { Policy, Rule, Window } from '../../domain/policy/document/policy.ts';

const shop = {
  timeZone: 'Europe/Berlin',
  collectionTitles: new Map([['gid://shopify/Collection/1', 'Candles']]),
};

/** All sentences of a policy, in one text. */
const textOf = (changes: Partial<Policy>, language = 'en'): string => {
  const { introduction, rules, sections } = textOfPolicy(
    publishPolicy(policy(changes)),
    messagesIn(language, 'policy'),
    shop,
  );
  return [
    ...introduction,
    ...[...rules.flatMap((each) => each.sections), ...sections].flatMap(
      ({ heading, sentences }) => [heading, ...sentences],
    ),
  ].join('\n');
};
const ofRule = (changes: Partial<Rule>): string => textOf({ rules: [rule(changes)] });
const window = (changes: Partial<Window>): Window => ({
  minutes: null,
  cutOff: null,
  untilFulfillment: false,
  ...changes,
});

it('a policy with everything in it is published as it is read here, word by word', () => {
  expect(
    textOfPolicy(publishPolicy({ ...richPolicy(), version: 3 }), messagesIn('en', 'policy'), shop),
  ).toEqual({
    version: 3,
    language: 'en',
    title: 'Cancellation policy',
    introduction: [
      'This is when and how you can cancel an order with us online. It does not limit your statutory rights, including any right to cancel (UK) or right of withdrawal (EU).',
      'If more than one of these sections fits your order, the first of them applies.',
      'For all other orders, please contact us.',
      'The policy that applied when you ordered stays valid for your order, unless the present one is better for you.',
    ],
    rules: [
      {
        heading:
          'Customers with an account and customers who ordered without an account (Germany and Austria)',
        sections: [
          {
            heading: 'Who can cancel',
            sentences: [
              'This is for customers with an account and customers who ordered without an account, for delivery to: Germany and Austria.',
              'You can cancel the whole order, single items or a smaller quantity of them.',
            ],
          },
          {
            heading: 'Until when',
            sentences: [
              'You can cancel immediately up to 2 hours after ordering, until 2:00 PM (Central European Time) on the first of our business days on which that time comes after your order, or until we start preparing your order, whichever comes first. Our approval is not needed.',
              'You can ask us to cancel up to 2 days after ordering or until your order is sent, whichever comes first. We then decide on your request.',
              'What is worth more than €500.00 or ¥60,000 is cancelled only after we have agreed.',
            ],
          },
          {
            heading: 'Exclusions',
            sentences: [
              'Only with our approval: gift cards.',
              'You cannot cancel final sale items here. Ask us.',
              'You cannot cancel items of the collection “Candles” here.',
              'Only with our approval: orders that need an extra check.',
              'What was already sent, is ready to be collected or is out for delivery cannot be cancelled here. For returns, see our return policy.',
              'Purchases in our store, and orders with an open payment dispute, cannot be cancelled here. Please contact us.',
              'If a gift card from your order has been used, the cancellation needs our approval.',
              'Items that were sold as a bundle can only be cancelled together.',
            ],
          },
          {
            heading: 'Your refund',
            sentences: [
              'You choose: a refund to the payment methods you paid with, or store credit.',
              'With store credit you get 7.5% extra.',
              'A hold on your card for an amount that was never charged is removed.',
              'With the whole order we also refund shipping, tips, duties and import fees in full.',
              'We keep a cancellation fee of €4.50 or $5.00.',
              'It is taken from what you paid for the goods only.',
              'It is shown before you confirm, and it is never more than your refund. There is no fee on amounts that were only authorized, and none where you exercise a statutory right of withdrawal or cancellation.',
            ],
          },
          {
            heading: 'If you cancel part of an order',
            sentences: [
              'We refund shipping once no items are left to ship.',
              'Tips are not refunded.',
              'We refund the duties on the cancelled items.',
              'If the rest is worth less than €50.00, free shipping no longer applies and €4.95 for shipping is deducted from your refund.',
              'If the rest is worth less than €80.00, the discount “WELCOME10” no longer applies and the discount given on the remaining items is deducted from your refund.',
              'All other discounts stay. What is deducted from your refund is shown before you confirm.',
            ],
          },
        ],
      },
      {
        heading: 'People who order on behalf of a company',
        sections: [
          {
            heading: 'Who can cancel',
            sentences: [
              'This is for people who order on behalf of a company, wherever the order goes.',
              'You can cancel the whole order or single items, each in its full quantity.',
            ],
          },
          {
            heading: 'Until when',
            sentences: [
              'You can cancel immediately up to 1 hour after ordering or until your order is sent, whichever comes first. Our approval is not needed.',
              'After that you can no longer request it online.',
            ],
          },
          {
            heading: 'Exclusions',
            sentences: [
              'No item is excluded.',
              'What was already sent, is ready to be collected or is out for delivery cannot be cancelled here. For returns, see our return policy.',
              'Purchases in our store, and orders with an open payment dispute, cannot be cancelled here. Please contact us.',
              'If a gift card from your order has been used, the cancellation needs our approval.',
              'Items that were sold as a bundle can only be cancelled together.',
            ],
          },
          {
            heading: 'Your refund',
            sentences: [
              'We refund you to the payment methods you paid with.',
              'A hold on your card for an amount that was never charged is removed.',
              'With the whole order we also refund shipping, tips, duties and import fees in full.',
              'We keep a cancellation fee of 5%.',
              'It is taken from what you paid for the goods and for shipping.',
              'It is shown before you confirm, and it is never more than your refund. There is no fee on amounts that were only authorized, and none where you exercise a statutory right of withdrawal or cancellation.',
            ],
          },
          {
            heading: 'If you cancel part of an order',
            sentences: [
              'We refund shipping once no items are left to ship.',
              'Tips are not refunded.',
              'We refund the duties on the cancelled items.',
              'Discounts and free shipping that your order was given stay, even if the rest of it is worth less.',
            ],
          },
        ],
      },
    ],
    sections: [
      {
        heading: 'Our business days',
        sentences: [
          'Our business days are Monday, Tuesday, Wednesday, Thursday, and Friday.',
          'We are closed on December 25, 2026 and December 28, 2026.',
        ],
      },
      {
        heading: 'How to cancel',
        sentences: [
          'Open your order in your customer account, choose “Cancel order”, and confirm what you see. You get a message once it is done.',
          'Without an account, use our cancellation page with your order number and the email address or phone number of the order.',
          'You choose a reason: “Too slow” or “Another reason” (with a comment).',
          'If your request needs our approval, we answer within 3 days. If we do not, it ends and your order is processed as usual.',
          'If we decline a request, you cannot request the same items again, unless your order or this policy has changed.',
          'After 3 cancellations in 30 days, anything else you want to cancel needs our approval.',
        ],
      },
    ],
  });
});

describe('a published policy', () => {
  it('speaks of an order of rules only where there are several', () => {
    expect(textOf({})).not.toContain('the first of them applies');
    expect(textOf({ rules: [rule(), rule({ id: 'other' })] })).toContain(
      'the first of them applies',
    );
  });

  it.each([
    [1, 'up to 1 minute after'],
    [90, 'up to 90 minutes after'],
    [60, 'up to 1 hour after'],
    [180, 'up to 3 hours after'],
    [2_880, 'up to 2 days after'],
  ])('says a time of %i minutes as people do', (minutes, words) => {
    expect(ofRule({ instant: window({ minutes }) })).toContain(words);
  });

  it('says no time where there is none', () => {
    expect(ofRule({ instant: window({}) })).toContain(
      'You can cancel immediately until your order is sent. Our',
    );
    expect(ofRule({ instant: null, request: window({ cutOff: '09:05' }) })).toContain(
      'until 9:05 AM (Central European Time)',
    );
  });

  it('names business days, in their order, where a time of day of any window needs them', () => {
    const calendar = { openingDays: [7, 2, 1], closedOn: ['2026-12-28', '2026-01-02'] };
    const of = (changes: Partial<Rule>, days = calendar) =>
      textOf({ rules: [rule(changes)], calendar: days });
    const sentence = 'Our business days are Monday, Tuesday, and Sunday.';
    expect(of({ instant: window({ cutOff: '14:00' }) })).toContain(sentence);
    expect(of({ request: window({ cutOff: '14:00' }) })).toContain(sentence);
    expect(of({ instant: window({}) })).not.toContain('Our business days');
    expect(of({ instant: window({ cutOff: '14:00' }) })).toContain(
      'We are closed on January 2, 2026 and December 28, 2026.',
    );
    const open = of({ instant: window({ cutOff: '14:00' }) }, { ...calendar, closedOn: [] });
    expect(open).not.toContain('We are closed');
  });

  it('tells guests how they cancel only where some rule is for them', () => {
    const how = 'Without an account, use our cancellation page';
    expect(ofRule({ who: ['customer'] })).not.toContain(how);
    expect(ofRule({ who: ['customer', 'guest'] })).toContain(how);
    expect(
      textOf({ rules: [rule({ who: ['customer'] }), rule({ id: 'g', who: ['guest'] })] }),
    ).toContain(how);
  });

  it('says how often a declined request may be sent again', () => {
    expect(textOf({ requestsAfterDecline: 0 })).toContain(
      'you cannot request the same items again',
    );
    expect(textOf({ requestsAfterDecline: 1 })).toContain(
      'If we decline a request, you can send 1 more request for the same items.',
    );
    expect(textOf({ requestsAfterDecline: 2 })).toContain('you can send 2 more requests for');
  });

  it('keeps silent about what it has not: bonus, limit, free shipping, exclusions', () => {
    expect(ofRule({})).not.toContain('extra');
    expect(ofRule({})).toContain('No item is excluded.');
    expect(textOf({ limit: null })).not.toContain('any further');
    const thresholds: Rule['thresholds'] = {
      behaviour: 'recalculate',
      freeShipping: null,
      discounts: [],
    };
    const without = ofRule({ thresholds });
    expect(without).not.toContain('free shipping no longer');
    expect(without).toContain('All other discounts stay.');
    expect(ofRule({})).toContain('Discounts and free shipping that your order was given stay');
    const exclusions = [{ kind: 'gift_card', then: 'refuse', wording: null }] as const;
    expect(ofRule({ exclusions: [...exclusions] })).toContain(
      'You cannot cancel gift cards here.\n',
    );
    expect(ofRule({ exclusions: [...exclusions] })).not.toContain('No item is excluded.');
  });

  it('names a collection without a title by its id, and no tag and no judgement of the shop’s own', () => {
    const leaving = (kind: string, ...values: string[]) =>
      ofRule({ exclusions: [{ kind, values, then: 'refuse', wording: null }] as never });
    expect(leaving('collection', 'gid://shopify/Collection/9')).toContain(
      '“gid://shopify/Collection/9”',
    );
    for (const kind of ['customer_tag', 'order_tag', 'product_tag', 'final_sale']) {
      expect(leaving(kind, 'blocked')).not.toContain('blocked');
    }
    expect(leaving('risk_level', 'MEDIUM', 'HIGH')).not.toMatch(/risk|medium|high|fraud/i);
  });

  it('writes percentages with up to two decimals', () => {
    const fee = { kind: 'percent', percent: 12.25, touches: 'goods' } as const;
    expect(ofRule({ fee })).toContain('a cancellation fee of 12.25%.');
  });

  it.each(LANGUAGES)('has words of its own for every turn, in %s', (language) => {
    const texts = [
      textOf({ requestsAfterDecline: 0 }, language),
      textOf({ requestsAfterDecline: 2 }, language),
      textOf({ rules: [rule({ countries: ['DE'] })] }, language),
      textOf({ rules: [rule({ instant: window({ untilFulfillment: true }) })] }, language),
      textOf({ rules: [rule({ instant: window({}) })] }, language),
      textOf({ rules: [rule({ request: window({}), instant: null })] }, language),
      textOf({ limit: { cancellations: 2, days: 3, then: 'refuse', exemptTag: null } }, language),
      textOf({ limit: { cancellations: 2, days: 3, then: 'review', exemptTag: null } }, language),
    ];
    expect(new Set(texts).size).toBe(texts.length);
    for (const text of texts) {
      for (const sentence of text.split('\n')) expect(sentence.length).toBeGreaterThan(1);
    }
  });
});
