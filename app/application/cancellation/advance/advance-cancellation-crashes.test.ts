import { describe, expect, test } from 'vitest';

import {
  did,
  isAbout,
  killed,
  openAnother,
  part,
  whole,
  withRefund,
  withdraw,
} from '../../../../tests/support/stages/engine-cases.ts';
import {
  type Call,
  ID,
  Killed,
  SHOP,
  UNAVAILABLE,
} from '../../../../tests/support/stages/engine-stage.ts';
import { eur } from '../../../../tests/support/facts/order-facts.ts';
import type { CancellationId } from '../../../domain/ids.ts';
import { HOUR, MINUTE } from '../../../domain/time.ts';
import { advanceCancellation } from './advance-cancellation.ts';
import { jobAt } from './cancellation-job.ts';
import { changeCancellation } from './change-cancellation.ts';

describe('somebody else was faster', () => {
  test('what the customer took back before it was announced is not done', async () => {
    const stage = await whole();
    stage.before('announce hold', () => withdraw(stage));
    await stage.settle();
    expect(stage.calls.filter((call) => call.startsWith('perform'))).toEqual([]);
    expect((await stage.state()).status).toBe('withdrawn');
  });

  test('what was decided on a state of before is not stored', async () => {
    const stage = await whole();
    stage.before('append readiness_confirmed', () => withdraw(stage));
    await stage.settle();
    expect(await stage.story()).not.toContain('readiness_confirmed');
    expect((await stage.state()).status).toBe('withdrawn');
  });

  const actions = [
    ['hold', whole],
    ['cancel', whole],
    ['refund', withRefund],
    ['refund_lines', part],
    ['release', part],
  ] as const;

  test.each(actions)(
    'a process that lost its lock does not act on what another has announced: %s',
    async (kind, open) => {
      const stage = await open();
      stage.before(`announce ${kind}`, () => stage.advanceElsewhere());
      await stage.settle();
      expect(did(stage, `perform ${kind}`)).toBe(1);
      expect((await stage.state()).status).toBe('completed');
      expect(stage.mails).toHaveLength(1);
    },
  );

  test.each(actions)(
    'an action whose answer came after another process had found it is recorded once: %s',
    async (kind, open) => {
      const stage = await open();
      stage.after(`perform ${kind}`, () => stage.advanceElsewhere());
      await stage.settle();
      expect(did(stage, `perform ${kind}`)).toBe(1);
      const story = await stage.story();
      expect(story.filter((type) => type === RECORDED[kind])).toHaveLength(1);
      expect((await stage.state()).status).toBe('completed');
    },
  );

  const RECORDED = {
    hold: 'hold_placed',
    cancel: 'cancel_confirmed',
    refund: 'refund_accepted',
    refund_lines: 'lines_removed',
    release: 'hold_released',
  } as const;

  test('of two who opened one again beside another that is live it waits ten minutes and looks again', async () => {
    const stage = await whole();
    await stage.settle();
    stage.world.now += MINUTE;
    stage.world.returnRefunds();
    const other = '019a0000-0000-7000-8000-00000000000b' as CancellationId;
    await openAnother(stage, other);
    const before = await stage.story();
    await stage.advance(true);
    expect(await stage.story()).toEqual(before);
    const again = jobAt(SHOP, ID, stage.world.now + 10 * MINUTE, true);
    expect(stage.jobs().filter(isAbout(ID))).toEqual([again]);

    await changeCancellation(stage.deps, SHOP, other, { type: 'withdraw' });
    await advanceCancellation(stage.deps, SHOP, other, false);
    stage.world.now += 10 * MINUTE;
    await stage.advance(true);
    expect((await stage.state()).attention).toMatchObject({ what: 'refund_failed' });
  });
});

describe('after a crash', () => {
  const actions = [
    ['hold', whole],
    ['refund', withRefund],
    ['refund_lines', part],
    ['release', part],
  ] as const;

  test.each([...actions, ['cancel', whole] as const])(
    'what was done and not recorded is found by reading it back, and not done again: %s',
    async (kind, open) => {
      const stage = await open();
      stage.after(`perform ${kind}`, killed);
      await expect(stage.settle()).rejects.toThrow(Killed);
      const calls = stage.calls.length;
      stage.world.now += MINUTE;
      await stage.advance();
      expect(stage.calls[calls]).toBe('readOrder');
      await stage.settle();
      expect(did(stage, `perform ${kind}`)).toBe(1);
      expect((await stage.state()).status).toBe('completed');
    },
  );

  test.each(actions)(
    'what was announced and not done is looked for, and then done under the same announcement: %s',
    async (kind, open) => {
      const stage = await open();
      stage.before(`perform ${kind}`, killed);
      await expect(stage.settle()).rejects.toThrow(Killed);
      const calls = stage.calls.length;
      await stage.advance();
      expect(stage.calls.slice(calls, calls + 2)).toEqual(['readOrder', `perform ${kind}`]);
      expect(did(stage, `announce ${kind}`)).toBe(1);
      await stage.settle();
      expect((await stage.state()).status).toBe('completed');
    },
  );

  test('a cancel that was announced and does not show is waited for before it is asked for again', async () => {
    const stage = await whole();
    stage.before('perform cancel', killed);
    await expect(stage.settle()).rejects.toThrow(Killed);
    await stage.advance();
    expect(did(stage, 'perform cancel')).toBe(1);
    await stage.settle();
    expect(did(stage, 'perform cancel')).toBe(2);
    // How long it may be at work counts from the last time.
    expect(did(stage, 'announce cancel')).toBe(2);
    expect((await stage.state()).status).toBe('completed');
  });

  test('a refund that was announced and not sent is not sent any more once others have given it back', async () => {
    const stage = await withRefund();
    stage.before('perform refund', killed);
    await expect(stage.settle()).rejects.toThrow(Killed);
    stage.world.refundByOthers(eur(5_000));
    await stage.settle();
    await stage.advance();
    await stage.settle();
    expect(did(stage, 'perform refund')).toBe(1);
    expect((await stage.state()).status).toBe('completed');
  });

  test('a mail cannot be read back: it is sent again under the same key', async () => {
    const stage = await whole();
    stage.after('send cancelled', killed);
    await expect(stage.settle()).rejects.toThrow(Killed);
    const calls = stage.calls.length;
    await stage.advance();
    expect(stage.calls.slice(calls)).toEqual([
      'readRecipient',
      'send cancelled',
      'append told',
      'append completed',
    ]);
    const [first, second] = stage.mails;
    expect(first?.key).toBe(`${ID}-cancelled`);
    expect(second).toEqual(first);
  });

  test('while the order cannot be read what was announced is not done', async () => {
    const stage = await whole();
    stage.before('perform hold', killed);
    await expect(stage.advance()).rejects.toThrow(Killed);
    stage.fail('readOrder', UNAVAILABLE);
    await stage.advance();
    expect(did(stage, 'perform hold')).toBe(1);
    expect((await stage.story()).at(-1)).toBe('attempt_failed');
    await stage.settle();
    expect((await stage.state()).status).toBe('completed');
  });

  test('an order that was deleted meanwhile ends it: nothing is done', async () => {
    const stage = await whole();
    stage.before('perform hold', killed);
    await expect(stage.advance()).rejects.toThrow(Killed);
    stage.world.gone = true;
    await stage.settle();
    expect(did(stage, 'perform hold')).toBe(1);
    expect(await stage.state()).toMatchObject({
      status: 'superseded',
      turnedBack: { why: { code: 'order_gone' } },
    });
  });

  test.each<[string, Call]>([
    ['after the first look', 'append fulfillment_inspected'],
    ['after an announcement', 'announce hold'],
    ['after an outcome', 'append hold_placed'],
  ])('%s it is due at once, for whoever sweeps up', async (_when, call) => {
    const stage = await whole();
    stage.world.now += HOUR;
    stage.after(call, killed);
    await expect(stage.advance()).rejects.toThrow(Killed);
    expect(await stage.isOverdueAt(stage.world.now)).toBe(true);
    expect(await stage.isOverdueAt(stage.world.now - 1)).toBe(false);
  });

  test('what is over is never due again', async () => {
    const stage = await whole();
    stage.after('append completed', killed);
    await expect(stage.settle()).rejects.toThrow(Killed);
    expect(stage.wakeTimes.slice(-2)).toEqual([stage.world.now, null]);
    expect(await stage.isOverdueAt(Infinity)).toBe(false);
  });
});
