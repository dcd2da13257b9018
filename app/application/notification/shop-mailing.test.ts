import { describe, expect, it } from 'vitest';

import {
  DEFAULT_NOTIFICATIONS,
  type NotificationSettings,
} from '../../domain/notification/notification-settings.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import { money } from '../../domain/money.ts';
import { mailingOf, whyNoStaffMail } from './shop-mailing.ts';

const SHOP = 'kettles.myshopify.com' as ShopDomain;
const bag = (minor: number) => ({ shop: money(minor, 'EUR'), presentment: money(minor, 'EUR') });
const staff = (changes: Partial<NotificationSettings['staff']>): NotificationSettings => ({
  ...DEFAULT_NOTIFICATIONS,
  staff: { ...DEFAULT_NOTIFICATIONS.staff, ...changes },
});

describe('staff', () => {
  it.each([
    ['are told of each', {}, 'request_waiting', null],
    ['are told together instead', { when: 'daily' }, 'request_waiting', 'IN_DIGEST'],
    ['are reminded all the same', { when: 'daily' }, 'deadline_near', null],
    [
      'are not told of what is too small',
      { fromAmount: '50.01' },
      'request_waiting',
      'SWITCHED_OFF',
    ],
    ['are told from the amount on', { fromAmount: '50.00' }, 'request_waiting', null],
    ['are told of nothing', { when: 'never' }, 'deadline_near', 'SWITCHED_OFF'],
  ] as const)('%s', (_how, changes, template, why) => {
    expect(whyNoStaffMail(staff(changes), template, bag(5_000))).toBe(why);
  });
});

describe('customers', () => {
  it.each([
    ['unorder', true],
    ['shopify', false],
  ] as const)('are written to by %s alone', async (by, ownMail) => {
    const settings = { ...DEFAULT_NOTIFICATIONS, customers: { by } };
    const notifications = { current: async () => ({ version: 1, settings }) };
    expect(await mailingOf({ ownMail: true, notifications }, SHOP)).toMatchObject({ ownMail });
    expect(await mailingOf({ ownMail: false, notifications }, SHOP)).toMatchObject({
      ownMail: false,
    });
  });
});
