import type { OrderSummary } from 'devstore/world';
import { beforeAll, expect, test } from 'vitest';

import { MAIL } from '../../support/processes/mail-trap-proxy.ts';
import type { Moment } from '../../support/processes/trap.ts';
import { AT_ONCE, type KillStage, type Opening, type Outcome } from './kill-stage.ts';

const START_MS = 60_000;
const ALL_STEPS_MS = 300_000;
/** The queue gives a dead worker's job away after ten seconds; a worker that starts must not need that. */
const PICKED_UP_MS = 8_000;

/** A way to open a cancellation, and what it comes to. */
export interface Flow {
  readonly open: Opening;
  /** What its customer gets back, by gateway, in minor units. */
  readonly refunded: Readonly<Record<string, number>>;
  /** Requests that must be among those its worker was killed at. */
  readonly requests: readonly string[];
  /** Whether the whole order is cancelled; otherwise a part of it is. */
  readonly cancels: 0 | 1;
  /** Units back on sale, a number a stock level, in ascending order. */
  readonly restocked: readonly number[];
}

/** Declares the tests that a cancellation comes to one and the same end wherever its worker is killed. */
export function killsAtEveryStep(stage: () => KillStage, { open, ...expected }: Flow): void {
  let undisturbed: Outcome;

  beforeAll(async () => {
    [undisturbed] = (await stage().carryOut(open, [null])) as [Outcome];
  }, START_MS);

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
      const tried = new Set<string>();
      const killedAt: string[] = [];
      // Steps that come up on the way join the end.
      for (;;) {
        const now = [...steps].filter((step) => !tried.has(step)).slice(0, AT_ONCE);
        if (now.length === 0) break;
        const traps = now.map((step) => ({ of: 'shopify', step, moment }) as const);
        for (const [index, outcome] of (await stage().carryOut(open, traps)).entries()) {
          const step = now[index] ?? '';
          expectSameEnd(outcome, `killed at ${step}`);
          tried.add(step);
          if (outcome.killed) killedAt.push(step);
          for (const seen of outcome.steps) steps.add(seen);
        }
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
      const trap = { of: 'mail', step: MAIL, moment } as const;
      const [outcome] = (await stage().carryOut(open, [trap])) as [Outcome];
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
 * What reached the customer, the shop's money and its stock, whichever shop it is. A cancel whose answer was lost
 * may be asked for again, and a mail handed in again: what matters is that neither happens twice.
 */
function effects({ cancelRequests: _, mails, restocked, ...ledger }: OrderSummary): object {
  const { platform, delivered } = mails;
  return { ...ledger, restocked: inOrder(restocked), mails: { platform, delivered } };
}

/** Units by stock level; the levels of a shop have ids that rise in the order of its products. */
const inOrder = (restocked: OrderSummary['restocked']): readonly number[] =>
  Object.entries(restocked)
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([, units]) => units);
