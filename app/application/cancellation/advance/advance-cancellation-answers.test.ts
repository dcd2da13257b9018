import { describe, expect, test } from 'vitest';

import { STAFF } from '../../../../tests/support/facts/cancellation-case.ts';
import { did, killed, waitingForStaff } from '../../../../tests/support/stages/engine-cases.ts';
import {
  type EngineStage,
  ID,
  Killed,
  SHOP,
  TIMED_OUT,
  openEngine,
} from '../../../../tests/support/stages/engine-stage.ts';
import { eur, order } from '../../../../tests/support/facts/order-facts.ts';
import type { AttentionChoice } from '../../../domain/cancellation/events.ts';
import { HOUR, MINUTE } from '../../../domain/time.ts';
import { changeCancellation } from './change-cancellation.ts';

/* A person's answer holds for what it was given to, and for as long. */

async function answer(stage: EngineStage, choice: AttentionChoice): Promise<void> {
  const command = { type: 'resume', actor: STAFF, choice } as const;
  expect((await changeCancellation(stage.deps, SHOP, ID, command)).ok).toBe(true);
}

describe('a refund that a person settled by hand', () => {
  test('is not opened again by reports of the platform', async () => {
    const stage = await waitingForStaff();
    await answer(stage, 'settled_by_hand');
    await stage.settle();
    expect((await stage.state()).status).toBe('completed');
    const story = await stage.story();
    for (let reports = 0; reports < 3; reports += 1) {
      stage.world.now += HOUR;
      await stage.advance(true);
    }
    expect(await stage.story()).toEqual(story);
    expect(did(stage, 'perform refund')).toBe(1);
  });
});

describe('an amount that a person accepted', () => {
  test('is that amount: one that changes again is asked about again', async () => {
    const stage = await openEngine({ facts: order() });
    stage.before('readOrderForRefund', () => stage.world.refundByOthers(eur(1_000)));
    await stage.settle();
    expect((await stage.state()).attention).toMatchObject({ refundable: eur(9_000) });
    await answer(stage, 'accept_amount');
    stage.before('readOrderForRefund', () => stage.world.refundByOthers(eur(500)));
    await stage.settle();
    expect((await stage.state()).attention).toMatchObject({ refundable: eur(8_500) });
    expect(did(stage, 'perform cancel')).toBe(0);
    await answer(stage, 'accept_amount');
    await stage.settle();
    expect(await stage.state()).toMatchObject({
      status: 'completed',
      plan: { refund: { amount: eur(8_500) } },
    });
  });

  test('is accepted for the plan that was made with it, and for no later one', async () => {
    const stage = await openEngine({ facts: order() });
    stage.before('readOrderForRefund', () => stage.world.refundByOthers(eur(1_000)));
    await stage.settle();
    await answer(stage, 'accept_amount');

    stage.fail('perform cancel', { ...TIMED_OUT, kind: 'refused', mayHaveApplied: false });
    await stage.settle();
    expect((await stage.state()).attention).toMatchObject({ what: 'platform_refused' });
    expect((await stage.state()).acceptedAmount).toBeNull();
  });
});

describe('a bonus', () => {
  const withBonus = () =>
    openEngine({ facts: order(), method: 'store_credit', terms: { bonusPercent: 10 } });

  test('is given once, also when its answer was lost', async () => {
    const stage = await withBonus();
    stage.fail('perform give_bonus', TIMED_OUT);
    await stage.settle();
    const keys = stage.world.performed.filter((kind) => kind === 'give_bonus');
    expect(keys).toHaveLength(1);
    expect((await stage.story()).filter((type) => type === 'bonus_given')).toHaveLength(1);
    expect((await stage.state()).status).toBe('completed');
  });

  test('is given once, also when the process ended before it was recorded', async () => {
    const stage = await withBonus();
    stage.after('perform give_bonus', killed);
    await expect(stage.settle()).rejects.toThrow(Killed);
    await stage.settle();
    await stage.advance();
    await stage.settle();
    expect(stage.world.performed.filter((kind) => kind === 'give_bonus')).toHaveLength(1);
    expect((await stage.state()).status).toBe('completed');
  });

  test('that was given is not given again, whatever is tried after it', async () => {
    const stage = await withBonus();
    await stage.settle();
    const given = did(stage, 'perform give_bonus');
    stage.world.now += MINUTE;
    stage.world.returnRefunds();
    await stage.advance(true);
    await answer(stage, 'retry');
    await stage.settle(HOUR);
    expect((await stage.state()).status).toBe('completed');
    expect(did(stage, 'perform refund')).toBe(2);
    expect(did(stage, 'perform give_bonus')).toBe(given);
  });
});
