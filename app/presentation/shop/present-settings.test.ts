import { describe, expect, it } from 'vitest';

import type { Billing } from '../../application/shop/ports.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import { err, ok } from '../../domain/result.ts';
import { DAY } from '../../domain/time.ts';
import { messagesIn } from '../../messages/messages.ts';
import { platformError } from '../../platform/client/platform-error.ts';
import { presentNotifications, presentPlan } from './present-settings.ts';

const SHOP = 'kettles.myshopify.com' as ShopDomain;
const english = messagesIn('en', 'staff');
const profile = ok({ contactEmail: 'hello@kettles.example' } as never);
const silent = err(platformError('unavailable', null, 'No.'));

describe('the plan', () => {
  const billing: Billing = {
    shopPlan: 'Basic',
    isDevelopmentStore: false,
    appHandle: 'unorder',
    subscriptions: [
      {
        name: 'Growth',
        status: 'FROZEN',
        isTest: false,
        createdAt: 0,
        trialDays: 7,
        periodEndsAt: 30 * DAY,
      },
    ],
  };
  const plan = (at: number, changes: Partial<Billing> = {}) =>
    presentPlan(SHOP, ok({ ...billing, ...changes }), at, english);

  it('has Shopify’s words for its state, and its trial as long as it lasts', () => {
    expect(plan(7 * DAY - 1).subscriptions).toMatchObject([
      { status: 'On hold', isActive: false, trialEndsAt: '1970-01-08T00:00:00.000Z' },
    ]);
    expect(plan(7 * DAY).subscriptions).toMatchObject([{ trialEndsAt: null }]);
  });

  it('is changed at Shopify, where there is one', () => {
    expect(plan(0).choosePlanUrl).toBe(
      'https://admin.shopify.com/store/kettles/charges/unorder/pricing_plans',
    );
    expect(plan(0, { subscriptions: [] }).choosePlanUrl).toBeNull();
  });

  it('that cannot be read is no free one', () => {
    expect(presentPlan(SHOP, silent, 0, english).unread).not.toBeNull();
  });
});

describe('who is told of requests', () => {
  const mail = (to: string | null) => ({ to, orderPage: () => '', requestsPage: () => '' });

  it.each([
    ['the shop’s contact address', mail(null), 'hello@kettles.example'],
    ['another address', mail('desk@kettles.example'), 'desk@kettles.example'],
    ['nobody', null, null],
  ] as const)('is %s', (_who, staffMail, requestsTo) => {
    expect(presentNotifications(null, staffMail, profile)).toMatchObject({ requestsTo });
  });

  it('is not known while the shop’s address cannot be read', () => {
    expect(presentNotifications(null, mail(null), silent)).toMatchObject({
      isAnybodyTold: true,
      requestsTo: null,
    });
  });
});
