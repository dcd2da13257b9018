import { beforeEach, describe, expect, test } from 'vitest';

import {
  type WebhookStage,
  ID,
  ORDER,
  T,
  UNAUTHORIZED,
  openWebhooks,
  snapshot,
} from '../../../tests/support/stages/webhook-stage.ts';
import { Case } from '../../../tests/support/facts/cancellation-case.ts';
import { SHOP, THROTTLED, UNAVAILABLE } from '../../../tests/support/stages/engine-stage.ts';
import { order } from '../../../tests/support/facts/order-facts.ts';
import type { CancellationId, FulfillmentOrderId } from '../../domain/ids.ts';
import { DAY, SECOND } from '../../domain/time.ts';

let stage: WebhookStage;
beforeEach(() => {
  stage = openWebhooks();
});

describe('an order that changed', () => {
  test('is taken as reported where it is listed, and its cancellation looks', async () => {
    await stage.database.orders.upsert(SHOP, [snapshot()]);
    await stage.openCancellation();
    stage.platform.snapshots = UNAVAILABLE;
    await stage.apply({
      kind: 'order_changed',
      snapshot: snapshot({ updatedAt: T + 5, name: '#1042-A' }),
    });
    expect(await stage.listed()).toMatchObject({ name: '#1042-A' });
    expect(stage.looks()).toEqual([stage.look()]);
    expect(stage.refreshes()).toEqual([]);
    expect(await stage.recorded()).toBe('shopper');
  });

  test('is read where the report leaves it in doubt', async () => {
    await stage.database.orders.upsert(SHOP, [snapshot()]);
    await stage.apply({
      kind: 'order_changed',
      snapshot: snapshot({ financialStatus: 'REFUNDED' }),
    });
    expect(stage.refreshes()).toMatchObject([{ job: { shop: SHOP, orderId: ORDER } }]);
  });

  test('is read where it is new, and taken as it is read', async () => {
    await stage.apply({
      kind: 'order_changed',
      snapshot: snapshot({ name: 'forged', updatedAt: T - 1 }),
    });
    expect(await stage.listed()).toEqual(snapshot());
  });

  test('is not listed where this shop does not show it, and nobody looks', async () => {
    stage.platform.snapshots = [];
    await stage.openCancellation();
    await stage.apply({ kind: 'order_changed', snapshot: snapshot({ cancelledAt: T }) });
    expect(await stage.listed()).toBeNull();
    expect(stage.looks()).toEqual([]);
  });

  test('is not listed where the app is not installed', async () => {
    stage.platform.snapshots = UNAUTHORIZED;
    await stage.apply({ kind: 'order_changed', snapshot: snapshot() });
    expect(await stage.listed()).toBeNull();
  });

  test('comes again where the platform does not answer, at its own pace', async () => {
    stage.platform.snapshots = { ...THROTTLED, retryAfter: 7 * SECOND };
    const applied = stage.apply({ kind: 'order_changed', snapshot: snapshot() }, 'orders/create');
    await expect(applied).rejects.toMatchObject({
      name: 'WebhookNotApplied',
      message: 'Webhook orders/create could not be applied: throttled',
      retryAfter: 7 * SECOND,
    });
    stage.platform.snapshots = [snapshot()];
    await stage.applyAgain();
    expect(await stage.listed()).toEqual(snapshot());
  });
});

describe('an order that others cancelled', () => {
  const cancelled = () =>
    stage.apply({ kind: 'order_changed', snapshot: snapshot({ cancelledAt: T }) });
  const settled = () => {
    const world = new Case({ facts: order() });
    world.cancelByOthers();
    return world.facts;
  };
  beforeEach(async () => {
    await stage.database.orders.upsert(SHOP, [snapshot()]);
    stage.platform.facts = settled();
    stage.now = T + DAY;
  });

  test('is recorded', async () => {
    await cancelled();
    expect(await stage.recorded()).toBe('outside');
  });

  test('is not recorded while the app’s own cancellation is under way: that one finds out', async () => {
    await stage.openCancellation();
    await cancelled();
    expect(await stage.recorded()).toBe('shopper');
    expect(stage.looks()).toHaveLength(1);
  });

  test('is not recorded after the app cancelled the whole of it', async () => {
    await stage.openCancellation();
    await end('completed');
    await cancelled();
    expect(await stage.database.cancellations.findAll(SHOP, ORDER)).toHaveLength(1);
  });

  test('is recorded after a cancellation that came to nothing', async () => {
    await stage.openCancellation();
    await end('declined');
    await cancelled();
    expect(await stage.recorded()).toBe('outside');
  });

  async function end(status: 'completed' | 'declined'): Promise<void> {
    await stage.database.cancellations.append(SHOP, ID, {
      expectedSeq: 1,
      events: [status === 'completed' ? { type: 'completed' } : { type: 'ended', ending: status }],
      at: T,
      status,
      wakeAt: null,
      next: null,
    });
    stage.idOfNext = '019a0000-0000-7000-8000-000000000002' as CancellationId;
  }

  test('comes again while its cancel is not over', async () => {
    const { facts } = new Case({ facts: order() });
    stage.platform.facts = { ...facts, cancelledAt: stage.now };
    await expect(cancelled()).rejects.toThrow('the cancel is not over');
    expect(await stage.recorded()).toBeNull();
  });

  test('comes again while it cannot be read', async () => {
    stage.platform.facts = UNAVAILABLE;
    await expect(cancelled()).rejects.toThrow('unavailable');
  });

  test('of which nothing shows is not recorded', async () => {
    stage.platform.facts = order();
    await cancelled();
    expect(await stage.recorded()).toBeNull();
  });
});

describe('an order of which the webhook cannot be read', () => {
  const event = { kind: 'order_unreadable', orderId: ORDER } as const;

  test('is read at the source, and its cancellation looks', async () => {
    await stage.openCancellation();
    await stage.apply(event);
    expect(await stage.listed()).toEqual(snapshot());
    expect(stage.looks()).toEqual([stage.look()]);
  });

  test('is set aside where the source cannot be read either', async () => {
    stage.platform.snapshots = [];
    stage.platform.unreadable = [{ id: ORDER, name: '#1042', reason: 'Not an amount' }];
    await stage.apply(event);
    expect(await stage.database.unreadable.list(SHOP, 5)).toMatchObject([{ id: ORDER }]);
  });

  test('comes again while the platform does not answer', async () => {
    stage.platform.snapshots = UNAVAILABLE;
    await expect(stage.apply(event)).rejects.toThrow('unavailable');
  });
});

describe('an order that was deleted', () => {
  const event = { kind: 'order_deleted', orderId: ORDER } as const;
  beforeEach(() => stage.database.orders.upsert(SHOP, [snapshot()]));

  test('leaves the lists once the platform shows it no more, and its cancellation looks', async () => {
    await stage.openCancellation();
    await stage.database.unreadable.setAside(SHOP, [{ id: ORDER, name: '#1042', reason: 'x' }], T);
    stage.platform.snapshots = [];
    await stage.apply(event);
    expect(await stage.listed()).toBeNull();
    expect(await stage.database.unreadable.list(SHOP, 5)).toEqual([]);
    expect(stage.looks()).toEqual([stage.look()]);
  });

  test('stays while the platform shows it, as it shows it', async () => {
    stage.platform.snapshots = [snapshot({ updatedAt: T + 9, name: '#1042-B' })];
    await stage.apply(event);
    expect(await stage.listed()).toMatchObject({ name: '#1042-B' });
  });

  test('stays while the platform shows it, even if it cannot be read', async () => {
    stage.platform.snapshots = [];
    stage.platform.unreadable = [{ id: ORDER, name: '#1042', reason: 'Not an amount' }];
    await stage.apply(event);
    expect(await stage.listed()).toEqual(snapshot());
  });

  test.each([
    [60 * DAY, false],
    [60 * DAY + 1, true],
  ])('that was placed %i milliseconds ago stays: %s', async (ago, stays) => {
    stage.platform.snapshots = [];
    stage.now = T + ago;
    await stage.apply(event);
    expect((await stage.listed()) !== null).toBe(stays);
  });

  test('stays where the app is not installed', async () => {
    stage.platform.snapshots = UNAUTHORIZED;
    await stage.apply(event);
    expect(await stage.listed()).toEqual(snapshot());
  });

  test('comes again while the platform does not answer', async () => {
    stage.platform.snapshots = UNAVAILABLE;
    await expect(stage.apply(event)).rejects.toThrow('unavailable');
    expect(await stage.listed()).toEqual(snapshot());
  });
});

describe('something of an order', () => {
  const work = {
    kind: 'fulfillment_order_touched',
    fulfillmentOrderId: 'gid://shopify/FulfillmentOrder/1' as FulfillmentOrderId,
  } as const;

  test.each([[{ kind: 'order_touched', orderId: ORDER } as const], [work]])(
    'has its cancellation look and its copy read: %o',
    async (event) => {
      await stage.openCancellation();
      await stage.apply(event);
      expect(stage.looks()).toEqual([stage.look()]);
      expect(stage.refreshes()).toMatchObject([{ job: { shop: SHOP, orderId: ORDER } }]);
    },
  );

  test('that the platform does not know leads to nothing', async () => {
    stage.platform.orderOfWork = null;
    await stage.apply(work);
    expect(stage.database.waitingJobs()).toEqual([]);
  });

  test('comes again while the platform does not say of which', async () => {
    stage.platform.orderOfWork = UNAVAILABLE;
    await expect(stage.apply(work, 'fulfillment_orders/moved')).rejects.toThrow(
      'Webhook fulfillment_orders/moved could not be applied: unavailable',
    );
  });
});
