import { describe, expect, test } from 'vitest';

import { waitingForStaff, whole } from '../../../tests/support/stages/engine-cases.ts';
import { ID, SHOP, UNAVAILABLE, openEngine } from '../../../tests/support/stages/engine-stage.ts';
import { eur, order } from '../../../tests/support/facts/order-facts.ts';
import type { CancellationId } from '../../domain/ids.ts';
import { lookBeforeAnswer } from './look-before-answer.ts';

const inReview = async () => {
  const stage = await openEngine({ facts: order(), handling: 'review' });
  await stage.settle(0);
  expect((await stage.state()).status).toBe('in_review');
  return stage;
};

describe('right before a person’s answer is carried out', () => {
  test('the order is read once more; unchanged, it is handed on with what is stored', async () => {
    const stage = await waitingForStaff();
    stage.calls.length = 0;
    const looked = await lookBeforeAnswer(stage.deps, SHOP, ID, 'resume');
    expect(stage.calls).toEqual(['readOrder']);
    expect(looked).toMatchObject({
      ok: true,
      value: { is: 'unchanged', order: stage.world.facts, record: { state: { id: ID } } },
    });
  });

  test('what others settled meanwhile is stored, and the answer has no object any more', async () => {
    const stage = await waitingForStaff();
    stage.world.refundByOthers(eur(5_000));
    expect(await lookBeforeAnswer(stage.deps, SHOP, ID, 'resume')).toMatchObject({
      ok: true,
      value: { is: 'changed', state: { status: 'verifying' } },
    });
    expect(await stage.story()).toContain('attention_settled');
  });

  test('a question about the plan is held against the platform’s own sums', async () => {
    const stage = await openEngine({ facts: order() });
    stage.before('readOrderForRefund', () => stage.world.refundByOthers(eur(1_000)));
    await stage.settle();
    expect((await stage.state()).attention?.what).toBe('amount_changed');
    stage.calls.length = 0;
    expect(await lookBeforeAnswer(stage.deps, SHOP, ID, 'resume')).toMatchObject({
      ok: true,
      value: { is: 'unchanged', order: stage.world.facts },
    });
    expect(stage.calls).toEqual(['readOrderForRefund']);
    stage.world.gone = true;
    expect(await lookBeforeAnswer(stage.deps, SHOP, ID, 'resume')).toMatchObject({
      ok: true,
      value: { is: 'changed', state: { turnedBack: { why: { code: 'order_gone' } } } },
    });
  });

  test.each(['readOrder', 'readOrderForRefund'] as const)(
    'an order that cannot be read is a refusal, and nothing is stored: %s',
    async (call) => {
      const stage =
        call === 'readOrder' ? await waitingForStaff() : await openEngine({ facts: order() });
      if (call === 'readOrderForRefund') {
        stage.before(call, () => stage.world.refundByOthers(eur(1_000)));
        await stage.settle();
      }
      const story = await stage.story();
      stage.fail(call, UNAVAILABLE);
      expect(await lookBeforeAnswer(stage.deps, SHOP, ID, 'resume')).toEqual({
        ok: false,
        error: { code: 'platform_unavailable' },
      });
      expect(await stage.story()).toEqual(story);
    },
  );

  test('a cancellation that is not there is a refusal', async () => {
    const { deps, calls } = await whole();
    const unknown = '019a0000-0000-7000-8000-00000000ffff' as CancellationId;
    expect(await lookBeforeAnswer(deps, SHOP, unknown, 'decline')).toEqual({
      ok: false,
      error: { code: 'not_found' },
    });
    expect(calls).toEqual([]);
  });

  test('an order deleted while its request waits ends the request', async () => {
    const stage = await inReview();
    stage.world.gone = true;
    expect(await lookBeforeAnswer(stage.deps, SHOP, ID, 'approve')).toMatchObject({
      ok: true,
      value: { is: 'changed', state: { turnedBack: { why: { code: 'order_gone' } } } },
    });
  });

  test('what stops a customer’s request by itself does not stop a person who approves it', async () => {
    // The warehouse began to work on it after the customer had asked.
    const started = async () => {
      const stage = await inReview();
      stage.world.facts = {
        ...stage.world.facts,
        fulfillmentOrders: stage.world.facts.fulfillmentOrders.map((fo) => ({
          ...fo,
          status: 'IN_PROGRESS',
        })),
      };
      return stage;
    };
    const approving = await started();
    expect(await lookBeforeAnswer(approving.deps, SHOP, ID, 'approve')).toMatchObject({
      ok: true,
      value: { is: 'unchanged' },
    });
    const declining = await started();
    expect(await lookBeforeAnswer(declining.deps, SHOP, ID, 'decline')).toMatchObject({
      ok: true,
      value: { is: 'changed', state: { turnedBack: { why: { code: 'fulfillment_started' } } } },
    });
  });
});
