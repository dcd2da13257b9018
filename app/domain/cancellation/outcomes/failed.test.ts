import { describe, expect, it } from 'vitest';

import {
  Case,
  acceptedWork,
  giftCard,
  half,
  twoLines,
  withGiftCard,
} from '../../../../tests/support/facts/cancellation-case.ts';
import {
  PLACED_AT,
  eur,
  fulfillmentOrder,
  order,
} from '../../../../tests/support/facts/order-facts.ts';
import type { FulfillmentHoldId, GiftCardId } from '../../ids.ts';
import type { OrderFacts } from '../../order/facts.ts';
import { DAY, SECOND } from '../../time.ts';
import type { AttentionChoice, CancellationEvent, Effect, MailTemplate } from '../events.ts';
import type { Problem } from '../../saga/problem.ts';
import { failed } from './failed.ts';
import type { Cancellation } from '../state.ts';

const NOW = PLACED_AT + DAY;
const HOLD = 'gid://shopify/FulfillmentHold/1' as FulfillmentHoldId;
const WORK = fulfillmentOrder().id;
const PROBLEM: Problem = { kind: 'refused', code: 'NO', message: 'made up' };
const { state } = new Case({ facts: order() });
const pastPivot: Cancellation = { ...state, cancelledAt: PLACED_AT };
const { refund } = state.plan;

const refused = (effect: Effect, facts: OrderFacts | null = order(), of = state) =>
  failed(of, { during: effect.kind, effect, problem: PROBLEM, mayHaveApplied: false, facts }, NOW);
const tried = (kind: Problem['kind'], effect: Effect | null, attempts = 0, of = state) =>
  failed(
    { ...of, attempts },
    {
      during: effect?.kind ?? 'money',
      effect,
      problem: { ...PROBLEM, kind },
      mayHaveApplied: true,
      facts: null,
    },
    NOW,
  );
const asked = (step: string, choices: readonly AttentionChoice[]) => [
  {
    type: 'attention_raised',
    attention: { what: 'platform_refused', step, problem: PROBLEM, choices },
  },
];

const hold: Effect = { kind: 'hold', fulfillmentOrderId: WORK };
const release: Effect = { kind: 'release', fulfillmentOrderId: WORK, holdId: HOLD };
const recall: Effect = { kind: 'recall', fulfillmentOrderId: acceptedWork.id };
const cancel: Effect = { kind: 'cancel', plan: state.plan };
const takeLines: Effect = { kind: 'refund_lines', refund, notify: false };
const editLines: Effect = { kind: 'edit_lines', refund, notify: false };
const giftCardOff: Effect = { kind: 'deactivate_gift_card', giftCardId: giftCard.id };
const correctStock: Effect = { kind: 'correct_stock', changes: [] };
const giveBonus: Effect = { kind: 'give_bonus', amount: eur(1), since: NOW };
const payBack: Effect = { kind: 'refund', method: 'original', amount: eur(1), shares: [] };
const tell = (template: MailTemplate): Effect => ({ kind: 'tell', template });

describe('what the platform refused', () => {
  it('a hold is not needed where it cannot be had: reading again decides', () => {
    expect(refused(hold)).toEqual([{ type: 'hold_skipped', fulfillmentOrderId: WORK }]);
  });

  it('a hold that is gone needs no letting go', () => {
    const held = fulfillmentOrder({ holds: [{ id: HOLD, handle: null, heldByThisApp: true }] });
    expect(refused(release)).toEqual([{ type: 'hold_released', fulfillmentOrderId: WORK }]);
    expect(refused(release, order({ fulfillmentOrders: [held] }))).toEqual(
      asked('release', ['retry', 'skip_step']),
    );
  });

  it('a hold stands while that one is there, whatever else is held', () => {
    const at = (holdId: string, number: number) =>
      fulfillmentOrder({
        id: `gid://shopify/FulfillmentOrder/${number}` as typeof WORK,
        holds: [{ id: holdId as FulfillmentHoldId, handle: null, heldByThisApp: true }],
      });
    const free = fulfillmentOrder({ id: 'gid://shopify/FulfillmentOrder/3' as typeof WORK });
    const other = 'gid://shopify/FulfillmentHold/2';
    expect(
      refused(release, order({ fulfillmentOrders: [free, at(other, 2), at(HOLD, 1)] })),
    ).toEqual(asked('release', ['retry', 'skip_step']));
    expect(refused(release, order({ fulfillmentOrders: [at(other, 1)] }))).toMatchObject([
      { type: 'hold_released' },
    ]);
  });

  it('a recall is not needed of work that was answered, sent or called off meanwhile', () => {
    expect(refused(recall, order({ fulfillmentOrders: [acceptedWork] }))).toEqual(
      asked('recall', ['retry', 'turn_back']),
    );
    const submitted = [{ type: 'recall_submitted', fulfillmentOrderId: acceptedWork.id }];
    expect(refused(recall, order({ fulfillmentOrders: [] }))).toEqual(submitted);
    const other = { ...acceptedWork, id: 'gid://shopify/FulfillmentOrder/9' as typeof WORK };
    expect(refused(recall, order({ fulfillmentOrders: [other] }))).toEqual(submitted);
  });

  it.each([cancel, takeLines, editLines])(
    'case 9: $kind is over once somebody else cancelled, and lost once it was sent',
    (effect) => {
      const gone = order({ cancelledAt: NOW - 1, cancellationStaffNote: 'in the admin' });
      expect(refused(effect, gone)).toMatchObject([
        { type: 'turned_back', ending: 'superseded', why: { code: 'cancelled_elsewhere' } },
      ]);
      expect(refused(effect, order({ fulfillmentStatus: 'FULFILLED' }))).toMatchObject([
        { type: 'turned_back', ending: 'declined', why: { code: 'already_shipped' } },
      ]);
      expect(refused(effect)).toEqual(asked(effect.kind, ['retry', 'turn_back']));
    },
  );

  it('is looked at again soon where the order does not show yet whose cancel it was', () => {
    const unknown = order({ cancelledAt: NOW - 1, cancellationStaffNote: null });
    expect(refused(cancel, unknown, { ...state, cancelAskedAt: NOW - 10 })).toEqual([
      {
        type: 'attempt_failed',
        during: 'cancel',
        problem: PROBLEM,
        mayHaveApplied: false,
        retryAt: NOW + 5 * SECOND,
      },
    ]);
  });

  it('case 13: a gift card that is off needs no switching off', () => {
    const off = withGiftCard(twoLines, { ...giftCard, isEnabled: false });
    expect(refused(giftCardOff, off)).toEqual([
      { type: 'gift_card_deactivated', giftCardId: giftCard.id },
    ]);
    const on = withGiftCard(twoLines, giftCard);
    expect(refused(giftCardOff, on)).toEqual(
      asked('deactivate_gift_card', ['retry', 'skip_step', 'turn_back']),
    );
    expect(refused(giftCardOff, on, pastPivot)).toEqual(
      asked('deactivate_gift_card', ['retry', 'skip_step']),
    );
    const other = { ...giftCard, id: 'gid://shopify/GiftCard/9' as GiftCardId };
    expect(refused(giftCardOff, withGiftCard(twoLines, other))).toMatchObject([
      { type: 'gift_card_deactivated' },
    ]);
    const two = { ...on, soldGiftCards: [{ ...other, isEnabled: false }, giftCard] };
    expect(refused(giftCardOff, two)).toMatchObject([{ type: 'attention_raised' }]);
  });

  it('case 63: a refund that others made in part is asked for as far as it lacks', () => {
    const refunding = new Case({ facts: order(), choice: half, by: 'staff' });
    while (refunding.state.status !== 'refunding') refunding.step();
    const { refundDue } = refunding.state;
    if (!refundDue) throw new Error('half of it is due');
    const effect: Effect = { kind: 'refund', ...refundDue };
    expect(refused(effect, refunding.facts, refunding.state)).toEqual(
      asked('refund', ['retry', 'settled_by_hand']),
    );
    refunding.refundByOthers(eur(2_000));
    expect(refused(effect, refunding.facts, refunding.state)).toMatchObject([
      { type: 'refund_recounted', due: { amount: eur(3_000) } },
    ]);
  });

  it.each([correctStock, giveBonus, payBack])(
    '$kind can be settled by hand, before the pivot and after it',
    (effect) => {
      expect(refused(effect)).toEqual(asked(effect.kind, ['retry', 'settled_by_hand']));
      expect(refused(effect, null, pastPivot)).toEqual(
        asked(effect.kind, ['retry', 'settled_by_hand']),
      );
    },
  );

  it('is asked about at once where nobody could read the order', () => {
    expect(refused(hold, null)).toEqual(asked('hold', ['retry', 'turn_back']));
    expect(refused(hold, null, pastPivot)).toEqual(asked('hold', ['retry', 'settled_by_hand']));
    expect(refused(release, null)).toEqual(asked('release', ['retry', 'skip_step']));
  });
});

describe('what did not succeed', () => {
  it('is tried again, later with each failure', () => {
    const attempt = (retryAt: number) => [
      {
        type: 'attempt_failed',
        during: 'hold',
        problem: { ...PROBLEM, kind: 'timeout' },
        mayHaveApplied: true,
        retryAt,
      },
    ];
    expect(tried('timeout', hold)).toEqual(attempt(NOW + 2 * SECOND));
    expect(tried('timeout', hold, 1)).toEqual(attempt(NOW + 4 * SECOND));
  });

  it.each<[string, readonly AttentionChoice[], Cancellation]>([
    ['hold', ['retry', 'turn_back'], state],
    ['hold', ['retry', 'settled_by_hand'], pastPivot],
    ['money', ['retry', 'settled_by_hand'], state],
    ['own_holds', ['retry', 'skip_step'], state],
    ['own_holds', ['retry', 'skip_step'], pastPivot],
  ])('is a question at last: %s, with %j', (during, choices, of) => {
    const problem = { ...PROBLEM, kind: 'malformed' } as const;
    expect(
      failed(
        { ...of, attempts: 5 },
        { during, effect: null, problem, mayHaveApplied: true, facts: null },
        NOW,
      ),
    ).toEqual([
      {
        type: 'attention_raised',
        attention: { what: 'platform_unreachable', step: during, problem, choices },
      },
    ]);
  });

  it('changes no question that stands already, where it was only looked at', () => {
    const standing: Cancellation = { ...state, status: 'needs_attention' };
    expect(tried('malformed', null, 0, standing)).toEqual([]);
    expect(tried('malformed', hold, 0, standing)).toHaveLength(1);
  });

  it.each<[MailTemplate, boolean]>([
    ['received', true],
    ['request_waiting', true],
    ['deadline_near', true],
    ['refund_failed', true],
    ['cancelled', false],
    ['declined', false],
  ])('a mail that nothing waits for is given up: %s (%s)', (template, isGivenUp) => {
    const problem = { ...PROBLEM, kind: 'mail_failed' } as const;
    const events: readonly CancellationEvent[] = tried('mail_failed', tell(template), 11);
    expect(events).toEqual(
      isGivenUp
        ? [{ type: 'mail_given_up', template, problem }]
        : [
            {
              type: 'attention_raised',
              attention: { what: 'mail_failed', problem, choices: ['retry', 'skip_mail'] },
            },
          ],
    );
    expect(refused(tell(template))).toMatchObject(
      isGivenUp ? [{ type: 'mail_given_up' }] : [{ attention: { what: 'mail_failed' } }],
    );
  });
});
