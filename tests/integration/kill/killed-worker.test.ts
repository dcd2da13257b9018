import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { askAsShopper } from './ask-as-shopper.ts';
import { askAsStaff } from './ask-as-staff.ts';
import { askForOneUnit } from './ask-for-one-unit.ts';
import { type KillStage, type KillTrap, openKillStage, type Outcome } from './kill-stage.ts';
import { killsAtEveryStep } from './kills-at-every-step.ts';

/** Process managers kill after ten; one second before that the test would. */
const BY_ITSELF_MS = 9_000;

let stage: KillStage;
beforeAll(async () => {
  stage = await openKillStage();
}, 60_000);
afterAll(() => stage.close(), 60_000);

describe('a cancellation that a shopper asked for', () => {
  killsAtEveryStep(() => stage, {
    open: askAsShopper,
    refunded: { shopify_payments: 2 * 1_250 + 3_999 },
    cancels: 1,
    restocked: [1, 2],
    requests: ['/admin/oauth/access_token', 'HoldFulfillmentOrder', 'CancelOrder', 'ReadRecipient'],
  });
});

describe('a cancellation by staff with a part of the money', () => {
  killsAtEveryStep(() => stage, {
    open: askAsStaff,
    refunded: { shopify_payments: 4_000 },
    cancels: 1,
    restocked: [1, 2],
    requests: ['HoldFulfillmentOrder', 'CancelOrder', 'CreateRefund', 'ReadRecipient'],
  });
});

describe('a cancellation of a part of an order', () => {
  killsAtEveryStep(() => stage, {
    open: askForOneUnit,
    refunded: { shopify_payments: 1_250 },
    cancels: 0,
    restocked: [1],
    requests: ['HoldFulfillmentOrder', 'CreateRefund', 'ReleaseHold', 'ReadRecipient'],
  });
});

/* A worker that is asked to end (SIGTERM) in the middle of a cancellation, and another one that is started then. */
describe('a worker that is asked to end', () => {
  let undisturbed: Outcome;
  const cancel = (): KillTrap => {
    const step = [...undisturbed.steps].find((each) => each.startsWith('CancelOrder '));
    if (!step) throw new Error('The order was not cancelled');
    return { of: 'shopify', step, moment: 'after_acting' };
  };
  const stopAt = async (trap: KillTrap): Promise<Outcome> => {
    const [outcome] = await stage.carryOut(askAsShopper, [trap], 'stop');
    if (!outcome) throw new Error('Nothing came of it.');
    return outcome;
  };
  const once = { cancels: 1, refunded: { shopify_payments: 2 * 1_250 + 3_999 } };

  beforeAll(async () => {
    [undisturbed] = (await stage.carryOut(askAsShopper, [null])) as [Outcome];
  }, 120_000);

  test('records the answer that it waits for, and nothing is asked for twice', async () => {
    const outcome = await stopAt({ ...cancel(), forMs: 2_000 });
    expect(outcome).toMatchObject({ killed: true, status: 'completed' });
    expect(outcome.endedMs).toBeGreaterThan(1_000);
    expect(outcome.endedMs).toBeLessThan(BY_ITSELF_MS);
    expect(outcome.ledger).toMatchObject({ ...once, cancelRequests: 1 });
    expect(outcome.ledger.mails.delivered).toBe(1);
  }, 120_000);

  test.each(['before_acting', 'after_acting'] as const)(
    'hands back what gets no answer in time, and the next one ends it once: %s',
    async (moment) => {
      const outcome = await stopAt({ ...cancel(), moment });
      expect(outcome).toMatchObject({ killed: true, status: 'completed' });
      expect(outcome.endedMs).toBeLessThan(BY_ITSELF_MS);
      expect(outcome.ledger).toMatchObject(once);
      expect(outcome.ledger.mails.delivered).toBe(1);
    },
    120_000,
  );
});
