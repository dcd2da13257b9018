import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { askAsShopper } from './ask-as-shopper.ts';
import { type KillStage, openKillStage, type Outcome } from './kill-stage.ts';

/** Process managers kill after ten; one second before that the test would. */
const BY_ITSELF_MS = 9_000;

/* A worker that is asked to end (SIGTERM) in the middle of a cancellation, and another one that is started then. */
describe('a worker that is asked to end', () => {
  let stage: KillStage;
  let undisturbed: Outcome;
  const cancel = () => {
    const step = [...undisturbed.steps].find((each) => each.startsWith('CancelOrder '));
    if (!step) throw new Error('The order was not cancelled');
    return { of: 'shopify', step, moment: 'after_acting' } as const;
  };
  const once = { cancels: 1, refunded: { shopify_payments: 2 * 1_250 + 3_999 } };

  beforeAll(async () => {
    stage = await openKillStage(askAsShopper);
    undisturbed = await stage.carryOut();
  }, 120_000);
  afterAll(() => stage.close(), 60_000);

  test('records the answer that it waits for, and nothing is asked for twice', async () => {
    const outcome = await stage.carryOut({ ...cancel(), forMs: 2_000 }, 'stop');
    expect(outcome).toMatchObject({ killed: true, status: 'completed' });
    expect(outcome.endedMs).toBeGreaterThan(1_000);
    expect(outcome.endedMs).toBeLessThan(BY_ITSELF_MS);
    expect(outcome.ledger).toMatchObject({ ...once, cancelRequests: 1 });
    expect(outcome.ledger.mails.delivered).toBe(1);
  }, 120_000);

  test.each(['before_acting', 'after_acting'] as const)(
    'hands back what gets no answer in time, and the next one ends it once: %s',
    async (moment) => {
      const outcome = await stage.carryOut({ ...cancel(), moment }, 'stop');
      expect(outcome).toMatchObject({ killed: true, status: 'completed' });
      expect(outcome.endedMs).toBeLessThan(BY_ITSELF_MS);
      expect(outcome.ledger).toMatchObject(once);
      expect(outcome.ledger.mails.delivered).toBe(1);
    },
    120_000,
  );
});
