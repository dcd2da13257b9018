import { expect, it } from 'vitest';

import type { WaitingSearch, WaitingSummary } from '../cancellation/ports.ts';
import type { Mail } from '../mail/ports.ts';
import type { CancellationId, OrderId, ShopDomain } from '../../domain/ids.ts';
import { money } from '../../domain/money.ts';
import {
  DEFAULT_NOTIFICATIONS,
  type NotificationSettings,
} from '../../domain/notification/notification-settings.ts';
import { ok } from '../../domain/result.ts';
import { type DigestDeps, sendDigest } from './send-digest.ts';

const SHOP = 'kettles.myshopify.com' as ShopDomain;
/** Nine in the morning in Copenhagen. */
const NOW = Date.parse('2026-11-30T08:02:00Z');

const waiting = (number: number, changes: Partial<WaitingSummary> = {}): WaitingSummary => ({
  id: `0b6f5c1e-58a7-4a39-9d2e-3c1f5a7b9d1${number}` as CancellationId,
  orderId: `gid://shopify/Order/${number}` as OrderId,
  orderName: `#${number}`,
  status: 'in_review',
  requestedBy: 'shopper',
  reasonId: null,
  amount: money(5_000, 'EUR'),
  openedAt: NOW,
  updatedAt: NOW,
  assignedTo: null,
  ...changes,
});

function stage(staff: Partial<NotificationSettings['staff']>, items: readonly WaitingSummary[]) {
  const mails: Mail[] = [];
  const sent = new Set<string>();
  const settings = {
    ...DEFAULT_NOTIFICATIONS,
    staff: { ...DEFAULT_NOTIFICATIONS.staff, ...staff },
  };
  const profile = {
    name: 'Kettles',
    contactEmail: 'hello@kettles.example',
    storefrontUrl: 'https://kettles.example',
    currencyCode: 'EUR',
    timeZone: 'Europe/Copenhagen',
    locales: [],
  };
  const deps = {
    clock: { now: () => NOW },
    store: {
      waiting: async (_: ShopDomain, { cursor, limit }: WaitingSearch) => {
        const from = Number(cursor?.key[0] ?? 0);
        const end = from + limit;
        const next = end < items.length ? [String(end)] : null;
        return { items: items.slice(from, end), previous: null, next };
      },
    },
    dataRequests: { list: async () => [] },
    notifications: { current: async () => ({ version: 1, settings }) },
    mailLog: { wasSent: async (_: string, key: string) => sent.has(key) },
    platform: { readShop: async () => ok(profile) },
    mailer: {
      async send(mail: Mail) {
        mails.push(mail);
        sent.add(mail.key);
        return ok(null);
      },
    },
    staffMail: { to: null, orderPage: () => 'https://order', requestsPage: () => 'https://all' },
  } as unknown as DigestDeps;
  return { deps, mails };
}

it('tells of all that waits, to everybody who is named, once', async () => {
  const to = ['ada@kettles.example', 'ben@kettles.example'];
  const { deps, mails } = stage({ when: 'hourly', to }, [
    waiting(1),
    waiting(2, { status: 'needs_attention' }),
  ]);
  await sendDigest(deps, SHOP);
  await sendDigest(deps, SHOP);
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({
    to: { email: to[0] },
    also: [to[1]],
    content: { waiting: [{ orderName: '#1' }, { orderName: '#2', needsAttention: true }] },
  });
});

it('writes nothing where nothing waits, or only what is too small', async () => {
  const none = stage({ when: 'hourly' }, []);
  await sendDigest(none.deps, SHOP);
  const small = stage({ when: 'hourly', fromAmount: '60' }, [waiting(1)]);
  await sendDigest(small.deps, SHOP);
  expect([...none.mails, ...small.mails]).toEqual([]);
});

it('case 141: holds an amount in another currency against no limit, for nobody knows its worth', async () => {
  const inYen = waiting(1, { amount: money(50, 'JPY') });
  const { deps, mails } = stage({ when: 'hourly', fromAmount: '60' }, [inYen, waiting(2)]);
  await sendDigest(deps, SHOP);
  expect(mails[0]?.content).toMatchObject({ waiting: [{ orderName: '#1' }] });
});

it('tells of what is large enough however much that is too small comes before it', async () => {
  const small = Array.from({ length: 70 }, () => waiting(1));
  const large = waiting(2, { amount: money(9_000, 'EUR') });
  const { deps, mails } = stage({ when: 'hourly', fromAmount: '60' }, [...small, large]);
  await sendDigest(deps, SHOP);
  expect(mails[0]?.content).toMatchObject({ waiting: [{ orderName: '#2' }], hasMore: false });
});

it('case 136: comes at the hour of the shop’s own day', async () => {
  const nine = stage({ when: 'daily', hour: 9 }, [waiting(1)]);
  await sendDigest(nine.deps, SHOP);
  const eight = stage({ when: 'daily', hour: 8 }, [waiting(1)]);
  await sendDigest(eight.deps, SHOP);
  expect([nine.mails.length, eight.mails.length]).toEqual([1, 0]);
});

it('leaves each to its own mail where that is wanted', async () => {
  const { deps, mails } = stage({ when: 'each' }, [waiting(1)]);
  await sendDigest(deps, SHOP);
  expect(mails).toEqual([]);
});
