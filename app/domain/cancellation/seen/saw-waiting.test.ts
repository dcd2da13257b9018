import { describe, expect, it } from 'vitest';
import { Case, agreeing } from '../../../../tests/support/facts/cancellation-case.ts';
import {
  PLACED_AT,
  bag,
  eur,
  fulfillmentOrder,
  order,
  transaction,
} from '../../../../tests/support/facts/order-facts.ts';
import { id } from '../../../../tests/support/facts/refund-plans.ts';
import type { FulfillmentHoldId } from '../../ids.ts';
import type { OrderFacts } from '../../order/facts.ts';
import { DAY } from '../../time.ts';
import type { Attention, AttentionChoice, CancellationEvent, Effect } from '../events.ts';
import type { Problem } from '../../saga/problem.ts';
import { asksAboutPlan, sawWaiting } from './saw-waiting.ts';
import { type Cancellation, FINAL_STATUSES } from '../state.ts';

const NOW = PLACED_AT + DAY;

const PROBLEM: Problem = { kind: 'refused', code: null, message: 'made up' };

const choices: readonly AttentionChoice[] = ['retry'];

const { state } = new Case({ facts: order() });

const WORK = fulfillmentOrder().id;

const HOLD = 'gid://shopify/FulfillmentHold/1' as FulfillmentHoldId;

const refused = (step: Effect['kind']): Attention => ({
  what: 'platform_refused',
  step,
  problem: PROBLEM,
  choices,
});

const unreachable = (step: string): Attention => ({
  what: 'platform_unreachable',
  step,
  problem: PROBLEM,
  choices,
});

const silent: Attention = { what: 'warehouse_silent', choices: ['retry', 'turn_back'] };

/** A person is asked, before the pivot. */
const asked = (attention: Attention, changes: Partial<Cancellation> = {}): Cancellation => ({
  ...state,
  status: 'needs_attention',
  resumeTo: 'holding',
  since: NOW - 1,
  attention,
  holds: [{ fulfillmentOrderId: WORK, state: 'skipped', holdId: null }],
  ...changes,
});

const afterwards = { cancelledAt: NOW - 5, resumeTo: 'verifying' } as const;

const turnedBack = { ending: 'withdrawn', why: { code: 'customer_withdrew' } } as const;

const goingBack = { resumeTo: 'releasing', turnedBack } as const;

const saw = (of: Cancellation, facts: OrderFacts, now = NOW): readonly CancellationEvent[] =>
  sawWaiting(of, facts, agreeing(of.plan.refund, facts), now);

const settled = (what: Attention['what'], ...events: readonly object[]) => [
  { type: 'attention_settled', what },
  ...events,
];

const elsewhere = order({ cancelledAt: NOW, cancellationStaffNote: 'by hand' });

const sent = order({ shipments: [{ stage: 'fulfilled' }] });

describe('while nobody is asked', () => {
  it('case 63: what stops it is seen as long as everything can still go back', () => {
    expect(saw({ ...state, status: 'in_review' }, sent)).toMatchObject([
      { why: { code: 'already_shipped' } },
    ]);
    expect(saw({ ...state, status: 'in_review' }, order())).toEqual([]);
  });

  it('it is left to find out by itself what became of it', () => {
    const quiet: readonly Partial<Cancellation>[] = [
      { status: 'releasing', turnedBack },
      { status: 'verifying', cancelledAt: NOW },
      { status: 'cancelling', cancelAskedAt: NOW },
      ...FINAL_STATUSES.map((status) => ({ status })),
    ];
    for (const changes of quiet) expect(saw({ ...state, ...changes }, sent)).toEqual([]);
  });
});

it.each<[Attention['what'], boolean]>([
  ['amount_changed', true],
  ['platform_disagrees', true],
  ['dispute_open', true],
  ['gift_card_redeemed', true],
  ['payment_silent', true],
  ['warehouse_silent', false],
  ['late_payment', false],
])('a question about %s is one about the plan: %s', (what, is) => {
  expect(asksAboutPlan({ ...state, attention: { what, choices } as unknown as Attention })).toBe(
    is,
  );
  expect(asksAboutPlan(state)).toBe(false);
});

describe('case 63: a question before the pivot', () => {
  it('is over once somebody else cancelled, or it was sent', () => {
    expect(saw(asked(silent), elsewhere)).toMatchObject([{ ending: 'superseded' }]);
    expect(saw(asked(silent), sent)).toMatchObject([{ why: { code: 'already_shipped' } }]);
  });

  it('is answered by what was done after all', () => {
    const effect: Effect = { kind: 'cancel', plan: state.plan };
    const doubtful = asked(unreachable('cancel'), { intent: { effect, key: state.id } });
    const ours = order({ cancelledAt: NOW, cancellationStaffNote: `[unorder ${state.id}]` });
    expect(saw(doubtful, ours)).toEqual(
      settled('platform_unreachable', { type: 'cancel_accepted', jobResultId: null }),
    );
  });

  it('is over once the platform answers again', () => {
    expect(saw(asked(unreachable('readiness')), order())).toEqual(settled('platform_unreachable'));
  });

  it('to a warehouse is over once it answered, or turns back', () => {
    const recall = { recalls: [{ fulfillmentOrderId: WORK, state: 'submitted' }] } as const;
    const at = (requestStatus: 'CANCELLATION_REQUESTED' | 'CANCELLATION_REJECTED') =>
      order({ fulfillmentOrders: [fulfillmentOrder({ status: 'IN_PROGRESS', requestStatus })] });
    const waiting = asked(silent, { ...recall, resumeTo: 'recalling', since: NOW - 2 * DAY });
    expect(saw(waiting, at('CANCELLATION_REQUESTED'))).toEqual([]);
    expect(saw(waiting, order({ fulfillmentOrders: [] }))).toEqual(
      settled('warehouse_silent', { type: 'recall_accepted', fulfillmentOrderId: WORK }),
    );
    expect(saw(waiting, at('CANCELLATION_REJECTED'))).toEqual([
      {
        type: 'turned_back',
        ending: 'declined',
        why: { code: 'warehouse_refused' },
        actor: { kind: 'system' },
      },
    ]);
  });

  const less = (minor: number) =>
    order({
      currentTotal: bag(eur(10_000 - minor)),
      transactions: [
        transaction({ id: id(1) }),
        transaction({ id: id(9), kind: 'REFUND', parentId: id(1), amount: bag(eur(minor)) }),
      ],
    });
  const changed = (refundable: number): Attention => ({
    what: 'amount_changed',
    planned: eur(10_000),
    refundable: eur(refundable),
    choices: ['accept_amount', 'turn_back'],
  });

  it('about an amount stays as it is, changes with the amount, and is over when it is as planned', () => {
    expect(saw(asked(changed(9_000)), less(1_000))).toEqual([]);
    expect(saw(asked(changed(9_000)), less(2_000))).toEqual([
      { type: 'attention_raised', attention: changed(8_000) },
    ]);
    expect(saw(asked(changed(9_000)), order())).toMatchObject(
      settled('amount_changed', { type: 'readiness_confirmed' }),
    );
  });

  it('is the same however its fields were stored', () => {
    const { choices: offered, ...rest } = changed(9_000);
    const stored = { choices: offered, ...rest };
    const reversed = Object.fromEntries(
      Object.entries(stored)
        .toReversed()
        .map(([name, value]) => [
          name,
          name === 'refundable' ? { minor: 9_000, currencyCode: 'EUR' } : value,
        ]),
    );
    expect(saw(asked(reversed as unknown as Attention), less(1_000))).toEqual([]);
    const backwards = { ...changed(9_000), refundable: { currencyCode: 'EUR', minor: 9_000 } };
    expect(saw(asked(backwards), less(1_000))).toEqual([]);
    const otherwise = { ...changed(9_000), choices: ['turn_back', 'accept_amount'] } as const;
    expect(saw(asked(otherwise), less(1_000))).toHaveLength(1);
  });

  it('is left alone where nobody reckoned, or where it is no question about the plan', () => {
    expect(sawWaiting(asked(changed(9_000)), less(2_000), null, NOW)).toEqual([]);
    expect(saw(asked(refused('cancel')), less(2_000))).toEqual([]);
  });
});

describe('case 63: a question on the way back', () => {
  it('is over once the order is cancelled, by whomever', () => {
    const back = asked(unreachable('own_holds'), goingBack);
    expect(saw(back, elsewhere)).toMatchObject([{ ending: 'superseded' }]);
    const ours = order({
      cancelledAt: NOW,
      cancellationStaffNote: `[unorder ${state.id}]`,
      lines: [],
    });
    expect(saw(back, ours)).toMatchObject([{ type: 'cancel_confirmed' }]);
    const over = { ...goingBack, turnedBack: { ...turnedBack, ending: 'superseded' } } as const;
    expect(saw(asked(unreachable('own_holds'), over), elsewhere)).toEqual(
      settled('platform_unreachable'),
    );
  });

  it('is over once the platform answers again, and stays where it refused', () => {
    expect(saw(asked(unreachable('own_holds'), goingBack), order())).toEqual(
      settled('platform_unreachable'),
    );
    expect(saw(asked(refused('tell'), goingBack), order())).toEqual([]);
  });

  it('about a hold is over once the hold is gone', () => {
    const other = 'gid://shopify/FulfillmentHold/2' as FulfillmentHoldId;
    const held = (...ids: readonly FulfillmentHoldId[]) =>
      order({
        fulfillmentOrders: [
          fulfillmentOrder({ id: 'gid://shopify/FulfillmentOrder/2' as typeof WORK }),
          fulfillmentOrder({
            holds: ids.map((each) => ({ id: each, handle: null, heldByThisApp: true })),
          }),
        ],
      });
    const holds = [
      { fulfillmentOrderId: WORK, state: 'released', holdId: null },
      { fulfillmentOrderId: WORK, state: 'placed', holdId: HOLD },
    ] as const;
    const gone = settled('platform_refused', { type: 'hold_released', fulfillmentOrderId: WORK });
    for (const changes of [goingBack, afterwards]) {
      const question = asked(refused('release'), { ...changes, holds });
      expect(saw(question, held(other, HOLD))).toEqual([]);
      expect(saw(question, held(other))).toEqual(gone);
      expect(saw({ ...question, holds: [] }, held())).toEqual([]);
      expect(saw(asked(refused('correct_stock'), { ...changes, holds }), held())).toEqual([]);
    }
  });
});
