import type { OrderSummary } from 'devstore/world';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { MAIL } from '../../support/processes/mail-trap-proxy.ts';
import type { Moment } from '../../support/processes/trap.ts';
import { type KillStage, type Opening, openKillStage, type Outcome } from './kill-stage.ts';

const START_MS = 60_000;
const ALL_STEPS_MS = 300_000;
/** The queue gives a dead worker's job away after ten seconds; a worker that starts must not need that. */
const PICKED_UP_MS = 8_000;

/**
 * Declares the tests that a cancellation opened by `open` comes to one and the same end wherever
 * its worker is killed.
 *
 * @param expected.refunded what its customer gets back, by gateway, in minor units
 * @param expected.requests requests that must be among those its worker was killed at
 */
export function killsAtEveryStep(
  open: Opening,
  expected: {
    readonly refunded: Readonly<Record<string, number>>;
    readonly requests: readonly string[];
    /** Whether the whole order is cancelled; otherwise a part of it is. */
    readonly cancels: 0 | 1;
    /** Units back on sale, a number a stock level, in ascending order. */
    readonly restocked: readonly number[];
  },
): void {
  let stage: KillStage;
  let undisturbed: Outcome;

  beforeAll(async () => {
    stage = await openKillStage(open);
    undisturbed = await stage.carryOut();
  }, START_MS);

  afterAll(() => stage.close(), START_MS);

  test('a worker that lives carries it out once', () => {
    expect(undisturbed).toMatchObject({
      status: 'completed',
      ledger: {
        cancels: expected.cancels,
        refunded: expected.refunded,
        mails: { submitted: 1, delivered: 1 },
      },
    });
    expect(Object.values(undisturbed.ledger.restocked).toSorted()).toEqual(expected.restocked);
  });

  test.each<[string, Moment]>([
    ['has been sent and Shopify has not acted', 'before_acting'],
    ['has been acted on and the answer is not back', 'after_acting'],
  ])(
    'it is carried out once, whichever request to Shopify its worker is killed at when that %s',
    async (_when, moment) => {
      const steps = new Set(undisturbed.steps);
      const killedAt: string[] = [];
      // Steps that come up on the way join the end.
      for (const step of steps) {
        const outcome = await stage.carryOut({ of: 'shopify', step, moment });
        expectSameEnd(outcome, `killed at ${step}`);
        if (outcome.killed) killedAt.push(step);
        for (const seen of outcome.steps) steps.add(seen);
      }
      const requests = killedAt.map((step) => step.split(' ')[0]);
      expect(requests).toEqual(expect.arrayContaining([...expected.requests]));
    },
    ALL_STEPS_MS,
  );

  test.each<[string, Moment, number]>([
    ['connects to the mail server', 'before_acting', 1],
    ['does not know yet that its mail was taken', 'after_acting', 2],
  ])(
    'the customer gets one mail when the worker is killed while it %s',
    async (_when, moment, submitted) => {
      const outcome = await stage.carryOut({ of: 'mail', step: MAIL, moment });
      expect(outcome.killed).toBe(true);
      expectSameEnd(outcome, 'killed at the mail');
      expect(outcome.ledger.mails.submitted).toBe(submitted);
    },
    START_MS,
  );

  function expectSameEnd({ status, ledger, pickedUpMs }: Outcome, how: string): void {
    expect(status, how).toBe('completed');
    expect(effects(ledger), how).toEqual(effects(undisturbed.ledger));
    expect(pickedUpMs, how).toBeLessThan(PICKED_UP_MS);
  }
}

/**
 * What reached the customer, the shop's money and its stock. A cancel whose answer was lost may be
 * asked for again, and a mail handed in again: what matters is that neither happens twice.
 */
function effects({ cancelRequests: _, mails, ...ledger }: OrderSummary): object {
  const { platform, delivered } = mails;
  return { ...ledger, mails: { platform, delivered } };
}
