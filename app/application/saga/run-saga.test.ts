import { describe, expect, test } from 'vitest';

import {
  Killed,
  VOUCHER,
  VoucherStage,
} from '../../../tests/support/voucher-saga/voucher-stage.ts';
import { HOUR, MINUTE, SECOND } from '../../domain/time.ts';
import type { PlatformError } from '../shared/platform.ts';

const problem = (
  kind: PlatformError['kind'],
  changes: Partial<PlatformError> = {},
): PlatformError => ({
  kind,
  code: null,
  message: 'made up',
  mayHaveApplied: false,
  retryAfter: null,
  ...changes,
});
const killed = () => {
  throw new Killed();
};

const WHOLE_STORY = [
  'promised',
  'paper_found',
  'effect_intended',
  'printed',
  'effect_intended',
  'posted',
];

describe('any saga', () => {
  test('announces each effect, does it, and records what came of it', async () => {
    const stage = new VoucherStage();
    await stage.settle();
    expect(stage.calls).toEqual([
      'look',
      'append paper_found',
      'append effect_intended',
      'perform print',
      'append printed',
      'append effect_intended',
      'perform post',
      'append posted',
    ]);
    expect(stage.story).toEqual(WHOLE_STORY);
    expect(stage.state).toMatchObject({ status: 'over', number: 'V1', done: [`${VOUCHER}-post`] });
    expect(stage.counted).toEqual(['print performed', 'post performed']);
  });

  test('stores with a decision what follows from it before anybody is asked', async () => {
    const stage = new VoucherStage();
    await stage.settle();
    // The paper with the print, the printed one with the post, and its end.
    expect(stage.appends).toBe(3);
  });

  test('looks again later where nothing can be decided yet', async () => {
    const stage = new VoucherStage();
    stage.sheets = 0;
    await stage.run();
    expect(stage.story).toEqual(['promised']);
    expect(stage.jobs).toMatchObject([{ at: stage.now + MINUTE }]);
    stage.sheets = 1;
    await stage.settle();
    expect(stage.story).toEqual(WHOLE_STORY);
  });

  test('finds what was done although its answer got lost, and does not do it again', async () => {
    const stage = new VoucherStage();
    stage.after.set('perform print', () => problem('timeout', { mayHaveApplied: true }));
    await stage.settle();
    expect(stage.times('perform print')).toBe(1);
    expect(stage.state).toMatchObject({ status: 'over', number: 'V1' });
    expect(stage.counted).toEqual(['print timeout', 'print found', 'post performed']);
  });

  test('asks again for what did not arrive, in the time that the table of retries says', async () => {
    const stage = new VoucherStage();
    stage.before.set('perform print', () => problem('unavailable'));
    await stage.run();
    expect(stage.state).toMatchObject({ attempts: 1, notBefore: stage.now + SECOND });
    expect(stage.jobs).toMatchObject([{ at: stage.now + SECOND }]);
    await stage.settle();
    // It was announced once, read back, and then done.
    expect(stage.times('read')).toBe(1);
    expect(stage.times('append effect_intended')).toBe(2);
    expect(stage.state.status).toBe('over');
  });

  test('a refusal that the facts explain is not asked about', async () => {
    const stage = new VoucherStage();
    stage.isShut = true;
    stage.before.set('perform print', () => problem('refused'));
    await stage.settle();
    expect(stage.story.at(-1)).toBe('called_off');
  });

  test('a refusal that nothing explains is a person’s, with the ways on of its effect', async () => {
    const stage = new VoucherStage();
    stage.before.set('perform print', () => problem('refused'));
    await stage.settle();
    expect(stage.events.at(-1)).toMatchObject({ type: 'asked', choices: ['retry', 'call_off'] });
    expect(stage.times('perform print')).toBe(1);
  });

  test('a refusal says nothing while nobody can read what it is about', async () => {
    const stage = new VoucherStage();
    stage.before.set('perform print', () => problem('refused'));
    stage.before.set('read', () => problem('unavailable'));
    await stage.settle();
    expect(stage.story).not.toContain('asked');
    expect(stage.times('perform print')).toBe(2);
  });

  test('what is not read back is refused without a look', async () => {
    const stage = new VoucherStage();
    stage.before.set('perform post', () => problem('refused'));
    await stage.settle();
    expect(stage.calls).not.toContain('read');
    expect(stage.events.at(-1)).toMatchObject({ type: 'asked', choices: ['call_off'] });
  });

  test('a last word is not asked for again, whatever kind of failure it comes as', async () => {
    const stage = new VoucherStage();
    stage.before.set('perform post', () => problem('mail_failed', { code: 'NO_SUCH_ADDRESS' }));
    await stage.settle();
    expect(stage.story.at(-1)).toBe('asked');
    const other = new VoucherStage();
    other.before.set('perform post', () => problem('mail_failed', { code: 'BUSY' }));
    await other.settle();
    expect(other.state.status).toBe('over');
  });

  test('being asked for patience is no failure', async () => {
    const stage = new VoucherStage();
    stage.before.set('perform print', () => problem('throttled', { retryAfter: 3 * SECOND }));
    await stage.run();
    expect(stage.story).not.toContain('attempt_failed');
    expect(stage.jobs).toMatchObject([{ at: stage.now + 3 * SECOND }]);
  });
});

describe('after a crash', () => {
  test('between an announcement and its record: what was done is found', async () => {
    const stage = new VoucherStage();
    stage.after.set('perform print', killed);
    await expect(stage.run()).rejects.toThrow(Killed);
    expect(stage.story.at(-1)).toBe('effect_intended');
    await stage.settle();
    expect(stage.times('perform print')).toBe(1);
    expect(stage.story).toEqual(WHOLE_STORY);
  });

  test('between an announcement and the call: what was not done is done, under the same announcement', async () => {
    const stage = new VoucherStage();
    stage.before.set('perform print', killed);
    await expect(stage.run()).rejects.toThrow(Killed);
    await stage.settle();
    expect(stage.story).toEqual(WHOLE_STORY);
    expect([...stage.printed.keys()]).toEqual([`${VOUCHER}-print`]);
  });

  test('what cannot be read back is repeated under its key', async () => {
    const stage = new VoucherStage();
    stage.after.set('perform post', killed);
    await expect(stage.run()).rejects.toThrow(Killed);
    await stage.settle();
    expect(stage.posted).toEqual([`${VOUCHER}-post`, `${VOUCHER}-post`]);
    expect(stage.story).toEqual(WHOLE_STORY);
  });

  test('what is gone meanwhile is not done', async () => {
    const stage = new VoucherStage();
    stage.before.set('perform print', killed);
    await expect(stage.run()).rejects.toThrow(Killed);
    stage.isGone = true;
    await stage.settle();
    expect(stage.story.at(-1)).toBe('called_off');
    expect(stage.printed.size).toBe(0);
  });
});

describe('beside others', () => {
  test('what somebody called off before it was announced is not done', async () => {
    const stage = new VoucherStage();
    stage.before.set('append effect_intended', () => stage.record([{ type: 'called_off' }]));
    await stage.settle();
    expect(stage.times('perform print')).toBe(0);
    expect(stage.state.status).toBe('over');
  });

  test('what was overtaken by as many events is not taken for announced', async () => {
    const stage = new VoucherStage();
    stage.before.set('append paper_found', () =>
      stage.record([{ type: 'paper_found' }, { type: 'called_off' }]),
    );
    await stage.settle();
    expect(stage.times('perform print')).toBe(0);
    expect(stage.story).toEqual(['promised', 'paper_found', 'called_off']);
  });

  test('while another process is at work it comes back, once for all', async () => {
    const stage = new VoucherStage();
    stage.isLocked = true;
    await stage.run(true);
    expect(stage.calls).toEqual([]);
    expect(stage.jobs).toEqual([
      { at: stage.now + 2 * SECOND, job: { name: 'voucher', nudged: true }, oncePer: 2 * SECOND },
    ]);
  });

  test('news of what has just ended are looked at once, when they are all there', async () => {
    const stage = new VoucherStage();
    await stage.settle();
    const calls = stage.calls.length;
    await stage.run(true);
    expect(stage.calls).toHaveLength(calls);
    expect(stage.jobs).toMatchObject([{ at: stage.now + MINUTE, oncePer: MINUTE }]);
    stage.now += HOUR;
    await stage.run(true);
    expect(stage.calls).toHaveLength(calls);
  });
});
