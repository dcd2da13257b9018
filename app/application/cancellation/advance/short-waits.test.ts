import { expect, test } from 'vitest';

import { whole } from '../../../../tests/support/stages/engine-cases.ts';
import { ID, SHOP, UNAVAILABLE } from '../../../../tests/support/stages/engine-stage.ts';
import { SECOND } from '../../../domain/time.ts';
import { advanceCancellation } from './advance-cancellation.ts';

/* While Shopify is at work on a cancel its job is over within moments, and is looked at without ending the run. */

const opened = async (goesOn: (waits: number) => boolean = () => true) => {
  const stage = await whole();
  stage.world.job = { done: false, errors: [] };
  const waits: number[] = [];
  const pause = async (milliseconds: number) => {
    waits.push(milliseconds);
    stage.world.now += milliseconds;
    return goesOn(waits.length);
  };
  const advance = () => advanceCancellation(stage.deps, SHOP, ID, false, pause);
  return { stage, waits, advance };
};

test('a cancel that takes moments is carried out in one run', async () => {
  const { stage, waits, advance } = await opened((times) => {
    if (times === 3) stage.world.job = { done: true, errors: [] };
    return true;
  });
  await advance();
  expect((await stage.state()).status).toBe('completed');
  expect(waits.length).toBe(3);
  expect(stage.loads()).toBe(1);
});

test('one that takes longer ends the run after three seconds, and comes back by its job', async () => {
  const { stage, waits, advance } = await opened();
  const [first] = stage.jobs();
  await advance();
  const waited = waits.reduce((sum, wait) => sum + wait, 0);
  expect(waited).toBeGreaterThan(2 * SECOND);
  expect(waited).toBeLessThanOrEqual(3 * SECOND);
  expect(stage.calls.at(-1)).toBe('rest');
  expect(stage.jobs().filter((job) => job !== first)).toHaveLength(1);
});

test('a worker that ends waits for nothing: the run ends, and its job is there', async () => {
  const { stage, waits, advance } = await opened(() => false);
  const [first] = stage.jobs();
  await advance();
  expect(waits).toHaveLength(1);
  expect(stage.calls.at(-1)).toBe('rest');
  const [next] = stage.jobs().filter((job) => job !== first);
  expect(next?.at).toBeLessThanOrEqual(stage.world.now + SECOND);
});

test('what was decided while it waited is where it goes on', async () => {
  const { stage, advance } = await opened((times) => {
    if (times === 1) stage.world.job = { done: true, errors: [] };
    return true;
  });
  // Another process confirms the cancel in the midst of the first pause.
  stage.after('readCancelJob', () => stage.after('readCancelJob', () => stage.advanceElsewhere()));
  await advance();
  expect((await stage.state()).status).toBe('completed');
  expect(stage.calls.filter((call) => call === 'perform cancel')).toHaveLength(1);
});

test('what failed is tried again by its job, however soon', async () => {
  const { stage, waits, advance } = await opened();
  stage.fail('perform hold', UNAVAILABLE);
  await advance();
  expect(waits).toEqual([]);
});
