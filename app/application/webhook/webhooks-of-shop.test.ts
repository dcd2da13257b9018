import { beforeEach, describe, expect, test } from 'vitest';

import {
  type WebhookStage,
  CUSTOMER,
  ID,
  ORDER,
  T,
  UNAUTHORIZED,
  openWebhooks,
  snapshot,
} from '../../../tests/support/stages/webhook-stage.ts';
import { SHOP, UNAVAILABLE } from '../../../tests/support/stages/engine-stage.ts';

let stage: WebhookStage;
beforeEach(() => {
  stage = openWebhooks();
});

describe('the app’s installation', () => {
  test('is over once the platform refuses twice, from when it was asked', async () => {
    stage.platform.installation = [UNAUTHORIZED, UNAUTHORIZED];
    await stage.apply({ kind: 'app_uninstalled' });
    expect(stage.uninstalled).toEqual([stage.now]);
    expect(stage.lines).toEqual([]);
  });

  test('is not over while the platform knows it, and that is noted', async () => {
    await stage.apply({ kind: 'app_uninstalled' }, 'app/uninstalled');
    expect(stage.uninstalled).toEqual([]);
    expect(stage.lines).toEqual([
      {
        shop: SHOP,
        topic: 'app/uninstalled',
        message: 'a webhook says that the app is gone, and it is not',
      },
    ]);
  });

  test('has the scopes that the platform names', async () => {
    await stage.apply({ kind: 'scopes_changed' });
    expect(stage.scopes).toEqual([['read_orders']]);
    stage.platform.installation = [UNAUTHORIZED];
    await stage.apply({ kind: 'scopes_changed' });
    expect(stage.scopes).toHaveLength(1);
  });

  test.each(['app_uninstalled', 'scopes_changed', 'shop_to_redact'] as const)(
    'is asked for again where the platform does not answer: %s',
    async (kind) => {
      await stage.database.orders.upsert(SHOP, [snapshot()]);
      stage.platform.installation = [UNAVAILABLE];
      await expect(stage.apply({ kind })).rejects.toThrow('unavailable');
      expect([stage.uninstalled, stage.scopes]).toEqual([[], []]);
      expect(await stage.listed()).not.toBeNull();
    },
  );
});

describe('the law’s requests', () => {
  test('for a customer’s data are kept with the orders they name, and when they were made', async () => {
    const event = {
      kind: 'customer_data_requested',
      requestId: '5',
      customerId: CUSTOMER,
    } as const;
    await stage.apply({ ...event, orderIds: [ORDER] });
    expect(await stage.database.dataRequests.get(SHOP, '5')).toEqual({
      id: '5',
      customerId: CUSTOMER,
      orderIds: [ORDER],
      requestedAt: T,
      handedOver: null,
    });
  });

  test('to forget a customer are obeyed', async () => {
    await stage.database.orders.upsert(SHOP, [snapshot()]);
    await stage.openCancellation();
    await stage.apply({ kind: 'customer_to_redact', customerId: CUSTOMER, orderIds: [ORDER] });
    expect(await stage.listed()).toMatchObject({ customerName: null, email: null });
    expect((await stage.database.cancellations.load(SHOP, ID))?.texts.customerComment).toBeNull();
  });

  test('to forget a shop are obeyed once the app is gone from it, and noted otherwise', async () => {
    await stage.database.orders.upsert(SHOP, [snapshot()]);
    await stage.apply({ kind: 'shop_to_redact' }, 'shop/redact');
    expect(await stage.listed()).not.toBeNull();
    expect(stage.lines).toEqual([
      {
        shop: SHOP,
        topic: 'shop/redact',
        message: 'a webhook asks to erase a shop that has the app',
      },
    ]);
    stage.platform.installation = [UNAUTHORIZED];
    await stage.apply({ kind: 'shop_to_redact' }, 'shop/redact');
    expect(await stage.listed()).toBeNull();
  });
});

test('a webhook that is unknown or applied does nothing', async () => {
  await stage.apply({ kind: 'order_touched', orderId: ORDER });
  stage.database.takeJobs(Infinity, 50);
  await stage.applyAgain();
  await stage.applyAgain('w-unknown');
  expect(stage.database.waitingJobs()).toEqual([]);
});

test('stock that changed is nothing that the app keeps', async () => {
  await stage.openCancellation();
  await stage.apply({ kind: 'stock_changed' });
  expect(stage.database.waitingJobs()).toEqual([]);
});
