import { expect, test } from 'vitest';

import type { ShopDomain } from '../../domain/ids.ts';
import { type WebhookDeps, applyWebhooks } from './apply-webhook.ts';
import type { StoredWebhook } from './ports.ts';

const SHOP = 'unit-test.myshopify.com' as ShopDomain;
const T = Date.UTC(2026, 10, 30, 9);

const webhook = (webhookId: string): StoredWebhook => ({
  webhookId,
  eventId: webhookId,
  topic: 'customers/data_request',
  triggeredAt: T,
  receivedAt: T,
  event: { kind: 'customer_data_requested', requestId: webhookId, customerId: null, orderIds: [] },
});

/** An inbox of which webhooks named "odd" cannot be read, and what is done with the others. */
function inboxOf(...webhooks: readonly StoredWebhook[]) {
  const stored: string[] = [];
  const applied: string[] = [];
  const deps = {
    clock: { now: () => T },
    inbox: {
      async load(_shop: ShopDomain, ids: readonly string[]) {
        if (ids.some((id) => id.startsWith('odd'))) throw new Error('of an unknown format');
        return webhooks.filter(({ webhookId }) => ids.includes(webhookId));
      },
      async markApplied(_shop: ShopDomain, ids: readonly string[]) {
        applied.push(...ids);
      },
    },
    dataRequests: {
      async record(_shop: ShopDomain, { id }: { readonly id: string }) {
        stored.push(id);
      },
    },
  } as unknown as WebhookDeps;
  return { deps, stored, applied };
}

test('webhooks that cannot be read stop no other', async () => {
  const { deps, stored, applied } = inboxOf(webhook('one'), webhook('two'));
  const failed = await applyWebhooks(deps, SHOP, ['one', 'odd-1', 'two', 'odd-2']);
  expect([...failed.keys()]).toEqual(['odd-1', 'odd-2']);
  expect(stored).toEqual(['one', 'two']);
  expect(applied).toEqual(['one', 'two']);
});

test('one that is applied already, or forgotten, is nothing to do', async () => {
  const { deps, stored, applied } = inboxOf();
  expect(await applyWebhooks(deps, SHOP, ['gone'])).toEqual(new Map());
  expect([stored, applied]).toEqual([[], []]);
});
