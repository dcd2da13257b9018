import { describe, expect, test } from 'vitest';
import { createScenarioShop, seedOrder, SKU, type ScenarioShop } from '../../seed/scenario.ts';
import { createWorld, kernelOf } from '../create-world.ts';
import { placeHold, releaseHolds, type HoldRequest } from './fulfillment-holds.ts';
import { submitCancellationRequest } from './fulfillment-requests.ts';
import type { Actor, FulfillmentOrder, Order } from '../model.ts';
import { trackedItemOf } from './inventory.ts';
import { displayFulfillmentStatus } from '../orders/order-status.ts';

const APP: Actor = { kind: 'app', appId: 1, title: 'One' };
const OTHER: Actor = { kind: 'app', appId: 2, title: 'Two' };

function work(order: Order, index = 0): FulfillmentOrder {
  const found = order.fulfillmentOrders[index];
  if (found === undefined) throw new Error('The order has no such work.');
  return found;
}

function hold(scene: ScenarioShop, order: Order, request: Partial<HoldRequest> = {}, by = APP) {
  return placeHold(
    kernelOf(scene.world),
    scene.shop,
    order,
    work(order),
    { handle: '', reason: 'OTHER', reasonNotes: null, externalId: null, lines: null, ...request },
    by,
  );
}

describe('holds', () => {
  test('end with their work, and nobody but the platform has released them', () => {
    const scene = createScenarioShop();
    const order = seedOrder(scene);
    const [line] = order.lines;
    hold(scene, order, { handle: 'theirs' }, OTHER);
    scene.world.commerce.refundInAdmin(scene.domain, order.id, {
      lines: [{ lineItemId: line?.id ?? 0, quantity: 2, restockType: 'CANCEL' }],
    });
    expect(work(order)).toMatchObject({ status: 'CLOSED', holds: [] });
    expect(
      scene.world.ledger.entries().filter((entry) => entry.kind === 'hold.released'),
    ).toMatchObject([{ heldBy: OTHER, actor: { kind: 'platform' } }]);
  });

  test('one app cannot use a handle twice on the same work, another app can', () => {
    const scene = createScenarioShop();
    const order = seedOrder(scene);
    expect(hold(scene, order, { handle: 'a' })).not.toHaveProperty('refused');
    expect(hold(scene, order, { handle: 'a' })).toEqual({
      refused: 'DUPLICATE_FULFILLMENT_HOLD_HANDLE',
    });
    expect(hold(scene, order, { handle: 'a' }, OTHER)).not.toHaveProperty('refused');
    expect(work(order).holds).toHaveLength(2);
  });

  test('an app can hold the same work ten times and no more', () => {
    const scene = createScenarioShop();
    const order = seedOrder(scene);
    for (let index = 0; index < 10; index += 1) hold(scene, order, { handle: `h${index}` });
    expect(hold(scene, order, { handle: 'h10' })).toEqual({
      refused: 'FULFILLMENT_ORDER_HOLD_LIMIT_REACHED',
    });
  });

  test('releasing one hold leaves the work held by the other', () => {
    const scene = createScenarioShop();
    const order = seedOrder(scene);
    const mine = hold(scene, order, { handle: 'mine' });
    hold(scene, order, { handle: 'theirs' }, OTHER);
    if ('refused' in mine) throw new Error(mine.refused);
    const kernel = kernelOf(scene.world);
    releaseHolds(kernel, scene.shop, order, work(order), [mine.hold.id], APP);
    expect(displayFulfillmentStatus(order)).toBe('ON_HOLD');
    releaseHolds(kernel, scene.shop, order, work(order), null, APP);
    expect(work(order).status).toBe('OPEN');
    expect(work(order).holds).toEqual([]);
  });

  test('holding some units splits the work, releasing joins it again', () => {
    const scene = createScenarioShop();
    const order = seedOrder(scene, { lines: [{ sku: SKU.mug, quantity: 3 }] });
    const line = work(order).lines[0];
    const placed = hold(scene, order, { lines: [{ id: line?.id ?? 0, quantity: 1 }] });
    if ('refused' in placed) throw new Error(placed.refused);
    expect(work(order).lines[0]?.remainingQuantity).toBe(1);
    expect(placed.remaining?.lines[0]?.remainingQuantity).toBe(2);
    expect(placed.remaining?.status).toBe('OPEN');
    releaseHolds(kernelOf(scene.world), scene.shop, order, work(order), null, APP);
    expect(work(order).lines[0]?.remainingQuantity).toBe(3);
    expect(placed.remaining?.status).toBe('CLOSED');
  });

  test('held work cannot be shipped', () => {
    const scene = createScenarioShop();
    const order = seedOrder(scene, { fulfillment: 'held_by_other_app' });
    expect(() =>
      scene.world.commerce.fulfill(scene.domain, order.id, { fulfillmentOrderId: work(order).id }),
    ).toThrow(/on_hold/);
  });

  test.each(['accepted', 'progress_reported'] as const)(
    'work that is %s cannot be held',
    (state) => {
      const scene = createScenarioShop();
      const sku = state === 'accepted' ? SKU.served : SKU.mug;
      const order = seedOrder(scene, { fulfillment: state, lines: [{ sku, quantity: 1 }] });
      expect(hold(scene, order)).toEqual({ refused: 'NOT_HOLDABLE' });
    },
  );
});

describe('asking a 3PL to stop', () => {
  function accepted() {
    const scene = createScenarioShop();
    const order = seedOrder(scene, {
      fulfillment: 'accepted',
      lines: [{ sku: SKU.served, quantity: 2 }],
    });
    return { scene, order, served: work(order) };
  }
  const recall = ({ scene, order, served }: ReturnType<typeof accepted>) => {
    const { world, domain } = scene;
    const kernel = kernelOf(world);
    return {
      submit: () =>
        submitCancellationRequest(kernel, scene.shop, order, served, 'Stop, please.', APP),
      answer: (decision: 'accept' | 'reject') =>
        world.commerce.answerCancellationRequest(domain, order.id, served.id, decision),
    };
  };

  test('an accepted request closes the work and leaves the units to new work', () => {
    const at = accepted();
    const { submit, answer } = recall(at);
    submit();
    expect(at.served.requestStatus).toBe('CANCELLATION_REQUESTED');
    answer('accept');
    expect(at.served).toMatchObject({ status: 'CLOSED', requestStatus: 'CANCELLATION_ACCEPTED' });
    expect(work(at.order, 1)).toMatchObject({
      status: 'OPEN',
      requestStatus: 'UNSUBMITTED',
      lines: [{ remainingQuantity: 2 }],
    });
    at.scene.world.commerce.cancelInAdmin(at.scene.domain, at.order.id);
    at.scene.world.advanceTo(at.scene.world.now() + 5_000);
    expect(at.order.cancelledAt).not.toBeNull();
  });

  test('a rejected request leaves the work in progress and the order uncancellable', () => {
    const at = accepted();
    const { submit, answer } = recall(at);
    submit();
    answer('reject');
    expect(at.served).toMatchObject({
      status: 'IN_PROGRESS',
      requestStatus: 'CANCELLATION_REJECTED',
    });
    expect(() => at.scene.world.commerce.cancelInAdmin(at.scene.domain, at.order.id)).toThrow(
      /outstanding fulfillments/,
    );
  });

  test('a 3PL with a habit answers by itself when its time has come', () => {
    const at = accepted();
    const { world, domain } = at.scene;
    world.commerce.setFulfillmentServiceHabit(domain, at.scene.service.handle, {
      onCancellationRequest: { decision: 'accept', afterMs: 60_000 },
    });
    recall(at).submit();
    world.advanceTo(world.now() + 59_999);
    expect(at.served.requestStatus).toBe('CANCELLATION_REQUESTED');
    world.advanceTo(world.now() + 1);
    expect(at.served.requestStatus).toBe('CANCELLATION_ACCEPTED');
  });
});

test('a cancelled shipment gives its units back to new work and to the committed stock', () => {
  const scene = createScenarioShop();
  const order = seedOrder(scene, { fulfillment: 'fulfilled' });
  const line = order.lines[0];
  const item = line === undefined ? null : trackedItemOf(scene.shop, line);
  expect(item?.levels.get(scene.main.id)).toMatchObject({ available: 98, committed: 0 });
  const [shipment] = order.fulfillments;
  scene.world.commerce.cancelFulfillment(scene.domain, order.id, shipment?.id ?? 0);
  expect(item?.levels.get(scene.main.id)).toMatchObject({ available: 98, committed: 2 });
  expect(displayFulfillmentStatus(order)).toBe('UNFULFILLED');
});

test('scheduled work opens at its time', () => {
  const scene = createScenarioShop();
  const order = seedOrder(scene, { fulfillment: 'scheduled' });
  expect(displayFulfillmentStatus(order)).toBe('SCHEDULED');
  scene.world.advanceTo(work(order).fulfillAt ?? 0);
  expect(work(order).status).toBe('OPEN');
});

test('a world that was not made here is refused', () => {
  const world = createWorld({ startAt: 0, seed: 1 });
  expect(() => kernelOf({ ...world })).toThrow(TypeError);
});
