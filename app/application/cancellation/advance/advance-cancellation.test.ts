import { describe, expect, test } from 'vitest';

import { acceptedWork, pendingCard } from '../../../../tests/support/facts/cancellation-case.ts';
import {
  killed,
  recordOf,
  did,
  waitingForStaff,
  whole,
  withRefund,
  withdraw,
} from '../../../../tests/support/stages/engine-cases.ts';
import {
  type EngineStage,
  ID,
  Killed,
  SHOP,
  THROTTLED,
  TIMED_OUT,
  UNAVAILABLE,
  openEngine,
} from '../../../../tests/support/stages/engine-stage.ts';
import { order } from '../../../../tests/support/facts/order-facts.ts';
import type { CancellationId } from '../../../domain/ids.ts';
import { HOUR, MINUTE, SECOND } from '../../../domain/time.ts';
import { advanceCancellation } from './advance-cancellation.ts';
import { jobAt } from './cancellation-job.ts';

describe('a run', () => {
  test('announces each action before it and records what came of it', async () => {
    const stage = await whole();
    await stage.settle();
    expect(await stage.story()).toEqual([
      'requested',
      'fulfillment_inspected',
      'effect_intended',
      'hold_placed',
      'readiness_confirmed',
      'effect_intended',
      'cancel_accepted',
      'cancel_confirmed',
      'money_observed',
      'effect_intended',
      'told',
      'completed',
    ]);
    expect(stage.calls).toEqual([
      'readOrder',
      'append fulfillment_inspected',
      'announce hold',
      'perform hold',
      'append hold_placed',
      'readOrderForRefund',
      'append readiness_confirmed',
      'announce cancel',
      'perform cancel',
      'append cancel_accepted',
      'readCancelJob',
      'readOrder',
      // The money of a cancel that is over is seen in the reading that showed its end.
      'append cancel_confirmed',
      'append money_observed',
      'announce tell',
      'readRecipient',
      'send cancelled',
      'append told',
      'append completed',
    ]);
    expect(stage.jobs()).toEqual([]);
    expect(stage.loads()).toBe(1);
  });

  test('tells of each effect how it ended, once for each attempt', async () => {
    const stage = await whole();
    const effects: string[] = [];
    const metrics = {
      effectEnded: (kind: string, how: string) => void effects.push(`${kind} ${how}`),
    };
    Object.assign(stage.deps, { metrics });
    stage.fail('perform hold', UNAVAILABLE);
    await stage.settle();
    expect(effects).toEqual([
      'hold unavailable',
      'hold performed',
      'cancel performed',
      'tell performed',
    ]);
  });

  test('knows what to hold from what was decided on moments ago, and reads whatever moves money', async () => {
    const stage = await whole();
    const asked: unknown[] = [];
    const { platform } = stage.deps;
    const deps = {
      ...stage.deps,
      platform: {
        ...platform,
        readOrder: (...args: Parameters<typeof platform.readOrder>) => {
          asked.push(args[2]);
          return platform.readOrder(...args);
        },
      },
    };
    const requestedAt = deps.clock.now();
    await advanceCancellation(deps, SHOP, ID, false);
    expect(asked).toEqual([{ toShow: { since: requestedAt - 10 * SECOND } }, {}]);
  });

  test('of a cancellation that is not there fails with its name', async () => {
    const { deps } = await whole();
    const unknown = '019a0000-0000-7000-8000-00000000ffff' as CancellationId;
    await expect(advanceCancellation(deps, SHOP, unknown, false)).rejects.toThrow(
      `No cancellation ${unknown} in ${SHOP}`,
    );
  });

  test('of one that is over does nothing', async () => {
    const stage = await whole();
    await withdraw(stage);
    await stage.settle();
    stage.calls.length = 0;
    await stage.advance();
    await stage.advance(true);
    expect(stage.calls).toEqual([]);
  });

  test('that turns in a circle is ended after a hundred steps, and says so', async () => {
    const stage = await whole();
    let tries = 0;
    const store = {
      ...stage.deps.store,
      append: async () => {
        tries += 1;
        return 'conflict' as const;
      },
    };
    await expect(advanceCancellation({ ...stage.deps, store }, SHOP, ID, false)).rejects.toThrow(
      `The cancellation ${ID} took 100 steps without resting`,
    );
    expect(tries).toBe(100);
  });

  test('looks once at what the platform reported and then goes on at its own pace', async () => {
    const stage = await waitingForStaff();
    stage.calls.length = 0;
    await stage.advance(true);
    expect(stage.calls).toEqual(['readOrder', 'rest']);
    await stage.advance();
    expect(stage.calls).toEqual(['readOrder', 'rest', 'rest']);
  });
});

describe('what the platform reported', () => {
  test('is still looked at after a step that had to come first', async () => {
    const stage = await withRefund();
    stage.world.refundStatus = 'FAILURE';
    stage.before('readRecipient', killed);
    await expect(stage.settle()).rejects.toThrow(Killed);
    expect((await stage.state()).status).toBe('needs_attention');
    const calls = stage.calls.length;
    await stage.advance(true);
    expect(stage.calls.slice(calls)).toEqual([
      'readRecipient',
      'send refund_failed',
      'append told',
      'readOrder',
      'rest',
    ]);
  });

  test('is looked at once, also when the look changed something', async () => {
    const stage = await whole();
    await stage.settle();
    stage.world.now += MINUTE;
    stage.world.returnRefunds();
    stage.calls.length = 0;
    await stage.advance(true);
    expect(stage.calls).toEqual([
      'readOrder',
      'append attention_raised',
      'announce tell',
      'readRecipient',
      'send refund_failed',
      'append told',
      'rest',
    ]);
  });

  test('of a warehouse that was asked to let go is looked at until it answers', async () => {
    const stage = await openEngine({ facts: { ...order(), fulfillmentOrders: [acceptedWork] } });
    await stage.advance();
    expect((await stage.state()).status).toBe('recalling');
    expect(did(stage, 'perform recall')).toBe(1);
    stage.world.changeWork(acceptedWork.id, (fo) => ({
      ...fo,
      requestStatus: 'CANCELLATION_REJECTED',
    }));
    await stage.advance(true);
    expect(await stage.state()).toMatchObject({
      status: 'declined',
      turnedBack: { why: { code: 'warehouse_refused' } },
    });
  });

  test('that the order was deleted before anything was done ends it', async () => {
    const stage = await whole();
    stage.before('readOrderForRefund', () => (stage.world.gone = true));
    await stage.settle();
    expect(did(stage, 'perform cancel')).toBe(0);
    expect(await stage.state()).toMatchObject({
      status: 'superseded',
      turnedBack: { why: { code: 'order_gone' } },
    });
  });
});

describe('while another process is at work on it', () => {
  test.each([true, false])(
    'nothing is done, and its job comes back two seconds later with its news (%s)',
    async (nudged) => {
      const stage = await whole();
      const [first] = stage.jobs();
      await stage.database.cancellations.exclusively(SHOP, ID, () => stage.advance(nudged));
      expect(stage.calls).toEqual([]);
      const again = jobAt(SHOP, ID, stage.world.now + 2 * SECOND, nudged);
      expect(stage.jobs()).toEqual([first, { ...again, oncePer: 2 * SECOND }]);
    },
  );

  test('one job comes back for all the news that come meanwhile', async () => {
    const stage = await whole();
    await stage.database.cancellations.exclusively(SHOP, ID, async () => {
      for (let event = 0; event < 5; event += 1) await stage.advance(true);
    });
    expect(stage.jobs()).toHaveLength(2);
  });

  test('the lock is free again after a run, however it ended', async () => {
    const stage = await whole();
    const free = () => stage.database.cancellations.exclusively(SHOP, ID, async () => true);
    stage.before('perform hold', killed);
    await expect(stage.advance()).rejects.toThrow(Killed);
    expect(await free()).toEqual({ done: true });
    await stage.advance();
    expect(await free()).toEqual({ done: true });
  });
});

describe('how long it rests', () => {
  const dueAt = async (stage: EngineStage, at: number) => {
    expect(await stage.isOverdueAt(at)).toBe(true);
    expect(await stage.isOverdueAt(at - 1)).toBe(false);
  };

  test('a look that brought nothing new is repeated later, and the net below knows when', async () => {
    const stage = await openEngine({ facts: { ...order(), transactions: [pendingCard] } });
    await stage.advance();
    expect((await stage.state()).status).toBe('awaiting_payment');
    const [, next] = stage.jobs();
    expect(next).toEqual(jobAt(SHOP, ID, stage.world.now + MINUTE));
    await dueAt(stage, stage.world.now + MINUTE);
  });

  test('what a person decides is looked at again as if the platform had reported it', async () => {
    const stage = await waitingForStaff();
    await stage.advance();
    const next = stage.jobs().at(-1);
    expect(next).toMatchObject({ job: { nudged: true } });
    await dueAt(stage, next?.at ?? 0);
    stage.calls.length = 0;
    await stage.advance(true);
    // A look that changed nothing leads to the same.
    expect(stage.jobs().at(-1)).toMatchObject({ job: { nudged: true } });
  });

  test.each([
    ['as long as it says', 7 * SECOND, 7 * SECOND],
    ['a second', null, SECOND],
  ])(
    'a platform that asks for patience is left alone for %s, and nothing is held against it',
    async (_how, retryAfter, pause) => {
      for (const call of ['readOrder', 'readOrderForRefund', 'perform hold'] as const) {
        const stage = await whole();
        stage.fail(call, { ...THROTTLED, retryAfter });
        await stage.advance();
        expect(await stage.story(), call).not.toContain('attempt_failed');
        expect(stage.jobs().at(-1), call).toEqual(jobAt(SHOP, ID, stage.world.now + pause));
        await dueAt(stage, stage.world.now + pause);
        await stage.settle();
        expect((await stage.state()).status, call).toBe('completed');
      }
    },
  );

  test('a look that failed is an event, and is repeated', async () => {
    const stage = await whole();
    stage.fail('readOrderForRefund', TIMED_OUT);
    await stage.advance();
    const { events } = await recordOf(stage);
    expect(events.at(-1)).toMatchObject({
      type: 'attempt_failed',
      during: 'readiness',
      problem: { kind: 'timeout', code: null, message: 'made up' },
      mayHaveApplied: true,
    });
    await stage.settle();
    expect((await stage.state()).status).toBe('completed');
  });
});

describe('after the end', () => {
  test('a report that changes nothing leaves no event and no job', async () => {
    const stage = await whole();
    await stage.settle();
    stage.world.now += MINUTE;
    stage.calls.length = 0;
    const before = await stage.story();
    await stage.advance(true);
    expect(stage.calls).toEqual(['readOrder', 'rest']);
    expect(await stage.story()).toEqual(before);
    expect(stage.jobs()).toEqual([]);
  });

  test('one look, a minute later, does for all the reports of what it did itself', async () => {
    const stage = await whole();
    await stage.settle();
    stage.calls.length = 0;
    for (let report = 0; report < 5; report += 1) await stage.advance(true);
    expect(stage.calls).toEqual([]);
    const later = jobAt(SHOP, ID, stage.world.now + MINUTE, true);
    expect(stage.jobs()).toEqual([{ ...later, oncePer: MINUTE }]);
    stage.world.returnRefunds();
    await stage.settle();
    expect((await stage.state()).status).toBe('needs_attention');
  });

  test('a refund that came back opens it again', async () => {
    const stage = await whole();
    await stage.settle();
    stage.world.now += MINUTE;
    stage.world.returnRefunds();
    await stage.advance(true);
    expect((await stage.state()).status).toBe('needs_attention');
  });

  test.each([
    ['unavailable', UNAVAILABLE, MINUTE],
    ['a locked shop', { ...UNAVAILABLE, kind: 'shop_gone' as const }, HOUR],
    ['throttled', THROTTLED, MINUTE],
    ['throttled, with its own pace', { ...THROTTLED, retryAfter: 3 * SECOND }, 3 * SECOND],
  ])('a look that failed (%s) is no event: its job comes again', async (_why, error, pause) => {
    const stage = await whole();
    await stage.settle();
    stage.world.now += MINUTE;
    const before = await stage.story();
    stage.fail('readOrder', error);
    await stage.advance(true);
    expect(await stage.story()).toEqual(before);
    // Once for all that ask for it meanwhile.
    const again = { ...jobAt(SHOP, ID, stage.world.now + pause, true), oncePer: pause };
    expect(stage.jobs()).toEqual([again]);
  });
});
