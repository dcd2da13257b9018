import { describe, expect, test } from 'vitest';

import { isAbout, openAnother, whole } from '../../../../tests/support/stages/engine-cases.ts';
import { ID, SHOP } from '../../../../tests/support/stages/engine-stage.ts';
import { order } from '../../../../tests/support/facts/order-facts.ts';
import type { CancellationId, OrderId } from '../../../domain/ids.ts';
import { DAY, MINUTE, SECOND } from '../../../domain/time.ts';
import { jobAt } from '../advance/cancellation-job.ts';
import { nudgeCancellations } from './nudge-cancellations.ts';
import { sweepOverdue } from './sweep-overdue.ts';

const ORDER = order().id;

describe('a change of an order', () => {
  test('has its live cancellation look at once', async () => {
    const stage = await whole();
    await nudgeCancellations(stage.deps, SHOP, ORDER);
    expect(stage.jobs().at(-1)).toEqual(jobAt(SHOP, ID, stage.world.now, true));
  });

  test('has its completed one look a minute later, once for all that come together', async () => {
    const stage = await whole();
    await stage.settle();
    for (let webhooks = 0; webhooks < 4; webhooks += 1) {
      await nudgeCancellations(stage.deps, SHOP, ORDER);
    }
    expect(stage.jobs()).toEqual([
      { ...jobAt(SHOP, ID, stage.world.now + MINUTE, true), oncePer: MINUTE },
    ]);
  });

  test('has both look where one was completed and another is under way', async () => {
    const stage = await whole();
    await stage.settle();
    const other = '019a0000-0000-7000-8000-00000000000b' as CancellationId;
    await openAnother(stage, other);
    await nudgeCancellations(stage.deps, SHOP, ORDER);
    expect(stage.jobs().filter(isAbout(ID))).toHaveLength(1);
    expect(stage.jobs().filter(isAbout(other))).toHaveLength(2);
  });

  test.each([
    [180 * DAY, 1],
    [180 * DAY + 1, 0],
  ])('concerns what was asked for %i milliseconds ago: %i job', async (ago, jobs) => {
    const stage = await whole();
    const openedAt = stage.world.now;
    await stage.settle();
    stage.world.now = openedAt + ago;
    await nudgeCancellations(stage.deps, SHOP, ORDER);
    expect(stage.jobs()).toHaveLength(jobs);
  });

  test('does not concern other orders', async () => {
    const stage = await whole();
    await nudgeCancellations(stage.deps, SHOP, 'gid://shopify/Order/9' as OrderId);
    expect(stage.jobs()).toHaveLength(1);
  });
});

describe('the sweep', () => {
  test('takes up what is due for longer than a step can take, to look at it', async () => {
    const stage = await whole();
    const dueAt = stage.world.now;
    stage.world.now = dueAt + 15 * SECOND - 1;
    expect(await sweepOverdue(stage.deps)).toBe(0);
    stage.world.now = dueAt + 15 * SECOND;
    expect(await sweepOverdue(stage.deps)).toBe(1);
    expect(stage.jobs().at(-1)).toEqual(jobAt(SHOP, ID, stage.world.now, true));
  });

  test('of a worker that has just started takes up everything due', async () => {
    const stage = await whole();
    expect(await sweepOverdue(stage.deps, 0)).toBe(1);
    expect(stage.jobs()).toHaveLength(2);
  });

  test('leaves alone what is over', async () => {
    const stage = await whole();
    await stage.settle();
    stage.world.now += DAY;
    expect(await sweepOverdue(stage.deps)).toBe(0);
    expect(stage.jobs()).toEqual([]);
  });
});
