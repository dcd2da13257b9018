import { describe, expect, test } from 'vitest';

import { STAFF } from '../../../../tests/support/facts/cancellation-case.ts';
import {
  recordOf,
  waitingForStaff,
  whole,
  withdraw,
} from '../../../../tests/support/stages/engine-cases.ts';
import { ID, SHOP } from '../../../../tests/support/stages/engine-stage.ts';
import type { CancellationId } from '../../../domain/ids.ts';
import { MINUTE } from '../../../domain/time.ts';
import { jobAt } from './cancellation-job.ts';
import { changeCancellation } from './change-cancellation.ts';

const retry = { type: 'resume', actor: STAFF, choice: 'retry' } as const;

describe('a person’s decision', () => {
  test('is stored with its texts and the job that carries it out, due now', async () => {
    const stage = await waitingForStaff();
    stage.world.now += MINUTE;
    const changed = await changeCancellation(stage.deps, SHOP, ID, retry, { internalNote: 'ok' });
    expect(changed).toMatchObject({ ok: true, value: { status: 'refunding' } });
    const { events, texts } = await recordOf(stage);
    expect(events.at(-1)).toMatchObject({ type: 'resumed', at: stage.world.now });
    expect(texts.internalNote).toBe('ok');
    expect(stage.wakeTimes.at(-1)).toBe(stage.world.now);
    expect(stage.jobs().at(-1)).toEqual(jobAt(SHOP, ID, stage.world.now));
  });

  test('leaves the texts alone when it brings none', async () => {
    const stage = await waitingForStaff();
    await changeCancellation(stage.deps, SHOP, ID, retry, { internalNote: 'before' });
    const { texts } = await recordOf(stage);
    stage.world.gone = true;
    await changeCancellation(stage.deps, SHOP, ID, { type: 'saw_gone' });
    expect((await recordOf(stage)).texts).toEqual(texts);
  });

  test('about a cancellation that is not there is refused', async () => {
    const { deps } = await whole();
    const unknown = '019a0000-0000-7000-8000-00000000ffff' as CancellationId;
    expect(await changeCancellation(deps, SHOP, unknown, retry)).toEqual({
      ok: false,
      error: { code: 'not_found' },
    });
  });

  test('that the state does not allow is refused and stores nothing', async () => {
    const stage = await whole();
    const story = await stage.story();
    expect(await changeCancellation(stage.deps, SHOP, ID, retry)).toMatchObject({
      ok: false,
      error: { code: 'choice_not_offered' },
    });
    expect(await stage.story()).toEqual(story);
  });

  test('that something else stands against is refused and stores nothing', async () => {
    const stage = await waitingForStaff();
    const story = await stage.story();
    const asked: string[] = [];
    const refused = await changeCancellation(stage.deps, SHOP, ID, retry, {}, ({ status }) => {
      asked.push(status);
      return { code: 'not_found' };
    });
    expect(refused).toEqual({ ok: false, error: { code: 'not_found' } });
    expect(asked).toEqual(['needs_attention']);
    expect(await stage.story()).toEqual(story);
  });

  test('is made again on the newer state when something came between', async () => {
    const stage = await whole();
    stage.before('append turned_back', () => stage.advance());
    // By then the order is cancelled: too late, and said so.
    expect(await withdraw(stage)).toEqual({ ok: false, error: { code: 'too_late_to_stop' } });
    expect((await stage.state()).status).toBe('completed');
  });

  test('that is overtaken five times is given up loudly', async () => {
    const stage = await whole();
    let tries = 0;
    const store = {
      ...stage.deps.store,
      append: async () => {
        tries += 1;
        return 'conflict' as const;
      },
    };
    const change = changeCancellation({ ...stage.deps, store }, SHOP, ID, { type: 'withdraw' });
    await expect(change).rejects.toThrow(
      `Cancellation ${ID} changed 5 times while one decision was being stored`,
    );
    expect(tries).toBe(5);
  });

  test('that finds it over leaves it without a time to wake', async () => {
    const stage = await whole();
    await stage.settle();
    const changed = await changeCancellation(stage.deps, SHOP, ID, { type: 'saw_gone' });
    expect(changed).toMatchObject({ ok: true, value: { status: 'completed' } });
    expect(stage.wakeTimes.at(-1)).toBeNull();
  });
});
