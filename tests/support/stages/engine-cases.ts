import { type Call, type EngineStage, ID, Killed, SHOP, openEngine } from './engine-stage.ts';
import { expect } from 'vitest';

import { jobAt } from '../../../app/application/cancellation/advance/cancellation-job.ts';
import { changeCancellation } from '../../../app/application/cancellation/advance/change-cancellation.ts';
import type { ScheduledJob } from '../../../app/application/shared/queue.ts';
import type { CancellationId } from '../../../app/domain/ids.ts';
import { half, oneUnit, twoLines } from '../facts/cancellation-case.ts';
import { order } from '../facts/order-facts.ts';

/** A paid order, cancelled whole by its customer: held, cancelled, told. */
export const whole = () => openEngine({ facts: order() });
/** As staff cancel with half of the money: a refund of its own follows the cancel. */
export const withRefund = () => openEngine({ facts: order(), choice: half, by: 'staff' });
export const part = () => openEngine({ facts: twoLines, selection: oneUnit });

export const did = (stage: EngineStage, call: Call): number =>
  stage.calls.filter((each) => each === call).length;

export const withdraw = (stage: EngineStage) =>
  changeCancellation(stage.deps, SHOP, ID, { type: 'withdraw' });

/** The refund was declined: a person has to choose. */
export async function waitingForStaff(): Promise<EngineStage> {
  const stage = await withRefund();
  stage.world.refundStatus = 'FAILURE';
  await stage.settle();
  stage.world.refundStatus = 'SUCCESS';
  expect((await stage.state()).status).toBe('needs_attention');
  return stage;
}

export async function openAnother(stage: EngineStage, id: CancellationId): Promise<void> {
  const { at, events, texts } = { at: stage.world.now, ...(await recordOf(stage)) };
  const [first] = events;
  if (first?.type !== 'requested') throw new Error('It begins with a request');
  const opened = await stage.deps.store.open(SHOP, {
    id,
    orderName: '#1042',
    event: first,
    texts,
    at,
    next: jobAt(SHOP, id, at),
    after: ID,
    customerId: null,
    limit: null,
  });
  expect(opened.ok).toBe(true);
}

export async function recordOf({ deps }: EngineStage) {
  const stored = await deps.store.load(SHOP, ID);
  if (!stored) throw new Error('It is gone');
  return stored;
}

export const isAbout =
  (id: CancellationId) =>
  ({ job }: ScheduledJob): boolean =>
    job.name === 'advance-cancellation' && job.cancellationId === id;

/** What a test lets happen where a process is to die. */
export const killed = (): never => {
  throw new Killed();
};
