import { describe, expect, test } from 'vitest';

import {
  did,
  killed,
  part,
  recordOf,
  waitingForStaff,
  whole,
  withRefund,
} from '../../../../tests/support/stages/engine-cases.ts';
import {
  type EngineStage,
  ID,
  Killed,
  RECIPIENT,
  REFUSED,
  SHOP,
  TIMED_OUT,
  UNAVAILABLE,
  openEngine,
} from '../../../../tests/support/stages/engine-stage.ts';
import { order } from '../../../../tests/support/facts/order-facts.ts';
import { MINUTE, SECOND } from '../../../domain/time.ts';

describe('an action that failed', () => {
  test('is logged with shop, cancellation and kind, and nothing of a person', async () => {
    const stage = await whole();
    stage.fail('perform hold', { ...TIMED_OUT, code: '502' });
    await stage.advance();
    expect(stage.lines).toEqual([
      {
        shop: SHOP,
        cancellation: ID,
        effect: 'hold',
        kind: 'timeout',
        code: '502',
        message: 'an effect failed',
      },
    ]);
  });

  test('without an answer stays announced and is looked for before it is tried again', async () => {
    const stage = await whole();
    stage.fail('perform hold', TIMED_OUT);
    await stage.advance();
    expect((await recordOf(stage)).events.at(-1)).toMatchObject({
      type: 'attempt_failed',
      during: 'hold',
      mayHaveApplied: true,
    });
    // Nobody said no, so there is nothing that the order could explain.
    expect(stage.calls.slice(-3)).toEqual(['perform hold', 'append attempt_failed', 'rest']);
    expect((await stage.state()).intent).toMatchObject({ effect: { kind: 'hold' } });
    const calls = stage.calls.length;
    await stage.settle();
    const since = stage.calls.slice(calls).filter((call) => call !== 'rest');
    expect(since.slice(0, 2)).toEqual(['readOrder', 'perform hold']);
    expect((await stage.state()).status).toBe('completed');
  });

  test('because the platform refused means what the order shows now', async () => {
    const stage = await withRefund();
    stage.before('perform refund', () =>
      stage.world.refundByOthers(stage.world.state.plan.refund.amount),
    );
    stage.fail('perform refund', REFUSED);
    await stage.settle();
    const [refused] = stage.calls.flatMap((call, at) => (call === 'perform refund' ? [at] : []));
    expect(stage.calls[(refused ?? 0) + 1]).toBe('readOrder');
    expect(await stage.story()).not.toContain('attention_raised');
    expect((await stage.state()).status).toBe('completed');
  });

  test('refused, and the order cannot be read: what it means stays open until it can', async () => {
    const stage = await whole();
    stage.fail('perform hold', REFUSED);
    stage.fail('readOrder', UNAVAILABLE, 0);
    stage.before('perform hold', () => stage.fail('readOrder', UNAVAILABLE));
    await stage.advance();
    const { events } = await recordOf(stage);
    expect(events.at(-1)).toMatchObject({
      type: 'attempt_failed',
      during: 'hold',
      problem: { kind: 'unavailable' },
    });
    expect((await stage.state()).intent).toMatchObject({ effect: { kind: 'hold' } });
  });

  test('refused, and the order is gone: it ends', async () => {
    const stage = await whole();
    stage.fail('perform hold', REFUSED);
    stage.before('perform hold', () => (stage.world.gone = true));
    await stage.settle();
    expect(await stage.state()).toMatchObject({
      status: 'superseded',
      turnedBack: { why: { code: 'order_gone' } },
    });
  });
});

describe('mails', () => {
  const toStaff = {
    to: null,
    orderPage: (_shop: string, number: string) => `/orders/${number}`,
    requestsPage: () => '/requests',
  };
  const review = (changes: Parameters<typeof openEngine>[1] = {}) =>
    openEngine(
      { facts: order(), handling: 'review', mails: ['received', 'request_waiting'] },
      changes,
    );

  const untold = async ({ store }: EngineStage['deps']) => {
    const events = (await store.load(SHOP, ID))?.events ?? [];
    return events.flatMap((event) =>
      event.type === 'mail_given_up' ? [[event.template, event.problem.code]] : [],
    );
  };

  test.each([
    ['to a customer without an address', { ...RECIPIENT, email: null }, 'NO_ADDRESS'],
    ['about an order that the platform does not show', null, 'ORDER_GONE'],
  ])('%s are passed over, and nobody counts as told', async (_what, recipient, why) => {
    const stage = await whole();
    stage.deps.recipient = recipient;
    await stage.settle();
    expect(stage.mails).toEqual([]);
    expect(await stage.story()).not.toContain('told');
    expect(await untold(stage.deps)).toEqual([['cancelled', why]]);
    expect((await stage.state()).status).toBe('completed');
  });

  test.each(['readRecipient', 'send cancelled'] as const)(
    'that failed at %s are not taken for sent, and the order is not read for them',
    async (call) => {
      const stage = await whole();
      stage.fail(call, { ...REFUSED, kind: call === 'readRecipient' ? 'refused' : 'mail_failed' });
      await stage.advance();
      const [then, ...rest] = stage.calls.slice(stage.calls.lastIndexOf(call) + 1);
      expect(then).toMatch(/^append (attention_raised|attempt_failed)$/);
      expect(rest).toEqual(['rest']);
      expect(await stage.story()).not.toContain('told');
      expect(stage.mails).toEqual([]);
    },
  );

  test('go to the shop’s own address, in its language, when staff are written to', async () => {
    const stage = await review({ staffMail: toStaff });
    await stage.settle(SECOND);
    expect(stage.mails.map(({ content }) => content.template)).toEqual([
      'received',
      'request_waiting',
    ]);
    expect(stage.mails[1]).toMatchObject({
      to: { email: RECIPIENT.shopEmail },
      locale: 'de',
      content: { url: '/orders/1042', timeZone: 'Europe/Berlin' },
    });
    expect(did(stage, 'readShop')).toBe(1);
  });

  test.each([[null], [undefined]])(
    'to staff are passed over where nobody wants them',
    async (none) => {
      const stage = await review(none === null ? { staffMail: null } : {});
      await stage.settle(SECOND);
      expect(stage.mails.map(({ content }) => content.template)).toEqual(['received']);
      expect(did(stage, 'readShop')).toBe(0);
      expect(await untold(stage.deps)).toEqual([['request_waiting', 'SWITCHED_OFF']]);
    },
  );

  test('to staff wait until the shop can be read', async () => {
    const stage = await review({ staffMail: toStaff });
    stage.fail('readShop', UNAVAILABLE);
    await stage.settle(SECOND / 2);
    expect(stage.mails).toHaveLength(1);
    await stage.settle();
    expect(stage.mails).toHaveLength(2);
  });
});

describe('the copy of the order that lists show', () => {
  test.each([
    ['of a whole order', whole],
    ['with a refund of its own', withRefund],
    ['of a part', part],
  ])('is renewed within seconds, once for all that was done: %s', async (_what, open) => {
    const stage = await open();
    await stage.settle();
    const copies = stage.database.waitingJobs().filter(({ job }) => job.name === 'refresh-order');
    expect(copies).toEqual([
      {
        job: { name: 'refresh-order', shop: SHOP, orderId: order().id },
        at: stage.world.now + 2 * SECOND,
        oncePer: 2 * SECOND,
      },
    ]);
  });

  test('is left alone by what changes nothing of it', async () => {
    const stage = await waitingForStaff();
    await stage.advance(true);
    expect(stage.database.waitingJobs().map(({ job }) => job.name)).not.toContain('refresh-order');
  });
});

describe('the job of a cancel', () => {
  const asked = async () => {
    const stage = await whole();
    stage.world.job = { done: false, errors: [] };
    await stage.advance();
    expect(stage.calls.at(-2)).toBe('readCancelJob');
    stage.calls.length = 0;
    return stage;
  };

  test('is read instead of the order while it is at work, for a minute', async () => {
    const stage = await asked();
    stage.world.now += MINUTE - 1;
    await stage.advance();
    expect(stage.calls).toEqual(['readCancelJob', 'rest']);
    expect((await stage.state()).status).toBe('cancelling');
  });

  test('at work for longer may be overtaken: the order is read', async () => {
    const stage = await asked();
    stage.world.now += MINUTE;
    await stage.advance();
    expect(stage.calls.slice(0, 2)).toEqual(['readCancelJob', 'readOrder']);
  });

  test('that is over is followed by a look at the order', async () => {
    const stage = await asked();
    stage.world.job = { done: true, errors: [] };
    await stage.settle();
    expect(stage.calls.slice(0, 2)).toEqual(['readCancelJob', 'readOrder']);
    expect((await stage.state()).status).toBe('completed');
  });

  test('that cannot be read is a failed look', async () => {
    const stage = await whole();
    stage.fail('readCancelJob', UNAVAILABLE);
    await stage.advance();
    const { events } = await recordOf(stage);
    expect(events.at(-1)).toMatchObject({ type: 'attempt_failed', during: 'cancel' });
    expect(stage.calls.slice(-2)[0]).toBe('append attempt_failed');
  });

  test('whose name was lost with the answer is not asked for', async () => {
    const stage = await whole();
    stage.after('perform cancel', killed);
    await expect(stage.advance()).rejects.toThrow(Killed);
    stage.world.now += MINUTE;
    await stage.settle();
    expect(did(stage, 'readCancelJob')).toBe(0);
    expect((await stage.state()).status).toBe('completed');
  });
});
