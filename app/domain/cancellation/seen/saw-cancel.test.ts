import { describe, expect, it } from 'vitest';

import {
  Case,
  half,
  oneUnit,
  twoLines,
} from '../../../../tests/support/facts/cancellation-case.ts';
import {
  PLACED_AT,
  fulfillmentOrder,
  lineItem,
  order,
} from '../../../../tests/support/facts/order-facts.ts';
import type { FulfillmentHoldId, LineItemId } from '../../ids.ts';
import type { OrderFacts } from '../../order/facts.ts';
import { DAY, MINUTE } from '../../time.ts';
import type { CancellationEvent } from '../events.ts';
import { sawCancel, sawOutcome, sawOwnHolds } from './saw-cancel.ts';
import { type CancelJob, cancelled, isCancelSettled, lostRace } from './whose-cancel.ts';
import type { Cancellation } from '../state.ts';

const NOW = PLACED_AT + DAY;
const { state: opened } = new Case({ facts: order() });
/** The platform was asked to cancel, just now. */
const state: Cancellation = { ...opened, status: 'cancelling', cancelAskedAt: NOW };
const OURS = `[unorder ${state.id}]`;
const gone = { currentQuantity: 0, unfulfilledQuantity: 0 };
const empty = { lines: [lineItem(gone)] };
const done: CancelJob = { done: true, errors: [] };
const atWork: CancelJob = { done: false, errors: [] };
const failed: CancelJob = { done: true, errors: [{ code: 'NO', message: 'made up' }] };

/** Cancelled just now; by whom, the note says. */
const cancelledOrder = (
  cancellationStaffNote: string | null,
  changes: Partial<OrderFacts> = {},
): OrderFacts => order({ cancelledAt: NOW, cancellationStaffNote, ...empty, ...changes });
const types = (events: readonly CancellationEvent[]) => events.map(({ type }) => type);
const superseded = [
  {
    type: 'turned_back',
    ending: 'superseded',
    why: { code: 'cancelled_elsewhere' },
    actor: { kind: 'system' },
  },
];
const shippedFirst = [
  {
    type: 'turned_back',
    ending: 'declined',
    why: { code: 'already_shipped' },
    actor: { kind: 'system' },
  },
];

describe('case 54: a cancel that is looked at', () => {
  it('is done once the order says so, by its note or by its job', () => {
    const confirmed = [{ type: 'cancel_confirmed', cancelledAt: NOW }];
    expect(sawCancel(state, cancelledOrder(OURS), null, NOW)).toEqual(confirmed);
    expect(sawCancel(state, cancelledOrder(null), done, NOW)).toEqual(confirmed);
    expect(sawCancel(state, cancelledOrder('by hand'), null, NOW)).toEqual(superseded);
  });

  it('whose job failed is asked about, with what the platform says', () => {
    const asked = (code: string | null, message: string) => [
      {
        type: 'attention_raised',
        attention: {
          what: 'platform_refused',
          step: 'cancel',
          problem: { kind: 'refused', code, message },
          choices: ['retry', 'turn_back'],
        },
      },
    ];
    expect(sawCancel(state, order(), failed, NOW)).toEqual(asked('NO', 'made up'));
    expect(sawCancel(state, order(), done, NOW)).toEqual(asked('CANCEL_WITHOUT_EFFECT', ''));
    expect(sawCancel(state, order({ fulfillmentStatus: 'FULFILLED' }), failed, NOW)).toEqual(
      shippedFirst,
    );
  });

  it('that others made of an order whose job failed is theirs', () => {
    expect(sawCancel(state, cancelledOrder('by hand'), failed, NOW)).toEqual(superseded);
  });

  it('is waited for an hour from when it was last asked for, and then a person is asked', () => {
    const at = (age: number, of: Cancellation = state) => sawCancel(of, null, atWork, NOW + age);
    expect(at(60 * MINUTE)).toEqual([]);
    const asked = [
      {
        type: 'attention_raised',
        attention: {
          what: 'platform_unreachable',
          step: 'cancel',
          problem: { kind: 'timeout', code: 'CANCEL_UNFINISHED', message: '' },
          choices: ['retry', 'turn_back'],
        },
      },
    ];
    expect(at(60 * MINUTE + 1)).toEqual(asked);
    const neverAsked = { ...state, cancelAskedAt: null, since: NOW - 1 };
    expect(at(60 * MINUTE - 1, neverAsked)).toEqual([]);
    expect(at(60 * MINUTE, neverAsked)).toEqual(asked);
    expect(at(60 * MINUTE, { ...state, since: NOW - DAY })).toEqual([]);
    // It shows as cancelled, and not yet by whom: patience is the same.
    const unclear = order({ cancelledAt: NOW + 60 * MINUTE, cancellationStaffNote: OURS });
    expect(sawCancel(state, unclear, atWork, NOW + 60 * MINUTE)).toEqual([]);
    expect(sawCancel(state, unclear, atWork, NOW + 60 * MINUTE + 1)).toEqual(asked);
  });
});

describe('a cancelled order', () => {
  it('shows all of it once its units are off, or a while later', () => {
    const settled = (units: readonly number[], age: number) =>
      isCancelSettled(
        order({
          cancelledAt: NOW,
          lines: units.map((currentQuantity) => lineItem({ currentQuantity })),
        }),
        NOW + age,
      );
    expect(settled([0, 0], 0)).toBe(true);
    expect(settled([0, 1], 0)).toBe(false);
    expect(settled([1], 15 * MINUTE)).toBe(false);
    expect(settled([1], 15 * MINUTE + 1)).toBe(true);
    expect(isCancelSettled(order(empty), NOW)).toBe(false);
  });

  const seen = (facts: OrderFacts, job: CancelJob | null, age = 0, of = state) =>
    types(cancelled(of, facts, NOW, NOW + age, job));
  const inStages = { lines: [lineItem()] };

  it('of our own is waited for until its job is over, or long over', () => {
    expect(seen(cancelledOrder(OURS), atWork)).toEqual([]);
    expect(seen(cancelledOrder(OURS), atWork, 15 * MINUTE)).toEqual([]);
    expect(seen(cancelledOrder(OURS), atWork, 15 * MINUTE + 1)).toEqual(['cancel_confirmed']);
    expect(seen(cancelledOrder(OURS, inStages), done)).toEqual(['cancel_confirmed']);
    expect(seen(cancelledOrder(OURS, inStages), null)).toEqual([]);
    expect(seen(cancelledOrder(OURS, inStages), null, 15 * MINUTE + 1)).toEqual([
      'cancel_confirmed',
    ]);
    expect(seen(cancelledOrder(null, inStages), failed)).toEqual([]);
  });

  it('says what is still due of it, less what others gave back meanwhile', () => {
    const paying = new Case({ facts: order(), choice: half, by: 'staff' });
    paying.refundByOthers({ minor: 2_000, currencyCode: 'EUR' });
    const facts = { ...paying.facts, ...cancelledOrder(OURS), refunds: paying.facts.refunds };
    const events = cancelled(
      paying.state,
      { ...facts, transactions: paying.facts.transactions },
      NOW,
      NOW,
      done,
    );
    expect(events).toMatchObject([
      { type: 'cancel_confirmed' },
      { type: 'refund_recounted', due: { amount: { minor: 3_000 } } },
    ]);
  });

  it.each<[string, Partial<Cancellation>, string | null, number, boolean]>([
    ['it was never asked for', { cancelAskedAt: null }, null, 0, false],
    ['it was asked for just before', {}, null, 0, true],
    ['the note is empty', {}, '', 0, true],
    ['the note is of others', {}, 'by hand', 0, false],
    ['it was asked for long before', { cancelAskedAt: NOW - 15 * MINUTE }, null, 0, false],
    ['it was asked for a while before', { cancelAskedAt: NOW - 15 * MINUTE + 1 }, null, 0, true],
    ['the note may still come', {}, null, 15 * MINUTE, true],
    ['the note would have come', {}, null, 15 * MINUTE + 1, false],
  ])('may be our own where nothing says whose it is: %s', (_what, changes, note, age, may) => {
    const events = cancelled({ ...state, ...changes }, cancelledOrder(note), NOW, NOW + age);
    expect(events).toEqual(may ? [] : superseded);
  });
});

describe('a race that is lost', () => {
  const line = (number: number) => `gid://shopify/LineItem/${number}` as LineItemId;
  const two = (first: Partial<OrderFacts['lines'][number]>): OrderFacts => ({
    ...twoLines,
    lines: twoLines.lines.map((each, index) => (index === 0 ? { ...each, ...first } : each)),
  });
  const part = (...lines: readonly [LineItemId, number][]): Cancellation => {
    const selection = {
      kind: 'lines',
      lines: lines.map(([lineItemId, quantity]) => ({ lineItemId, quantity })),
    } as const;
    return { ...opened, plan: { ...opened.plan, refund: { ...opened.plan.refund, selection } } };
  };

  it('is one for the whole order once anything of it was sent', () => {
    expect(lostRace(state, order())).toBeNull();
    expect(lostRace(state, order({ shipments: [{ stage: 'fulfilled' }] }))).toEqual(shippedFirst);
  });

  it('is one for a part once units of it were sent, and not when they went another way', () => {
    expect(lostRace(part([line(1), 1]), two({ unfulfilledQuantity: 0 }))).toEqual(shippedFirst);
    expect(lostRace(part([line(1), 2]), two({ unfulfilledQuantity: 2 }))).toBeNull();
    expect(lostRace(part([line(1), 3]), two({ unfulfilledQuantity: 2 }))).toEqual(shippedFirst);
    expect(lostRace(part([line(2), 1]), two({ unfulfilledQuantity: 0 }))).toBeNull();
    expect(lostRace(part([line(2), 1], [line(1), 1]), two({ unfulfilledQuantity: 0 }))).toEqual(
      shippedFirst,
    );
    expect(lostRace(part([line(1), 3]), two({ currentQuantity: 2, unfulfilledQuantity: 2 }))).toBe(
      null,
    );
    expect(lostRace(part([line(9), 1]), two({ unfulfilledQuantity: 0 }))).toBeNull();
  });
});

describe('an outcome that nobody saw', () => {
  const asked = { ...state, status: 'superseded' } as const;

  it('shows once the order is cancelled by what was asked for', () => {
    expect(types(sawOutcome(asked, cancelledOrder(OURS), NOW))).toEqual(['cancel_confirmed']);
    expect(sawOutcome(asked, cancelledOrder('by hand'), NOW)).toEqual([]);
    expect(sawOutcome(asked, cancelledOrder(null), NOW)).toEqual([]);
    expect(sawOutcome(asked, order(), NOW)).toEqual([]);
    const neverAsked = { ...asked, cancelAskedAt: null };
    expect(sawOutcome(neverAsked, cancelledOrder(OURS), NOW)).toEqual([]);
  });
});

describe('the own holds on the way back', () => {
  const hold = (number: number, heldByThisApp: boolean, handle: string | null) => ({
    id: `gid://shopify/FulfillmentHold/${number}` as FulfillmentHoldId,
    heldByThisApp,
    handle,
  });
  const held = [
    hold(1, true, state.id),
    hold(2, false, state.id),
    hold(3, true, 'another cancellation'),
    hold(4, true, null),
  ];
  const facts = order({ fulfillmentOrders: [fulfillmentOrder({ holds: held })] });
  const turnedBack = { ending: 'withdrawn', why: { code: 'customer_withdrew' } } as const;
  const back: Cancellation = { ...opened, status: 'releasing', turnedBack };
  const found = [
    {
      type: 'own_holds_found',
      holds: [{ fulfillmentOrderId: fulfillmentOrder().id, holdId: held[0]?.id }],
    },
  ];

  it('case 39: are those that this cancellation placed, and no others', () => {
    expect(sawOwnHolds(back, facts, NOW)).toEqual(found);
    // Of a part that was taken off, the rest is freed the same way.
    expect(sawOwnHolds({ ...opened, cancelledAt: NOW }, facts, NOW)).toEqual(found);
  });

  it('stay while a cancel that was given up may still be carried out', () => {
    const asked = { ...back, cancelAskedAt: NOW };
    expect(sawOwnHolds(asked, facts, NOW)).toEqual([]);
    expect(sawOwnHolds(asked, facts, NOW + 15 * MINUTE - 1)).toEqual([]);
    expect(sawOwnHolds(asked, facts, NOW + 15 * MINUTE)).toEqual(found);
    const shipped = { ...turnedBack, why: { code: 'already_shipped' } } as const;
    expect(sawOwnHolds({ ...asked, turnedBack: shipped }, facts, NOW)).toEqual(found);
    expect(sawOwnHolds({ ...asked, turnedBack: null }, facts, NOW)).toEqual([]);
    const long = cancelledOrder('by hand', { fulfillmentOrders: facts.fulfillmentOrders });
    expect(
      sawOwnHolds({ ...asked, turnedBack: { ...turnedBack, ending: 'superseded' } }, long, NOW),
    ).toEqual(found);
  });

  it('nobody is told that an order goes on which is cancelled after all', () => {
    const asked = { ...back, cancelAskedAt: NOW };
    const withHolds = { fulfillmentOrders: facts.fulfillmentOrders };
    expect(types(sawOwnHolds(asked, cancelledOrder(OURS, withHolds), NOW))).toEqual([
      'cancel_confirmed',
    ]);
    expect(sawOwnHolds(asked, cancelledOrder('by hand', withHolds), NOW)).toEqual(superseded);
    expect(sawOwnHolds(asked, cancelledOrder(null, withHolds), NOW)).toEqual([]);
    const over = { ...asked, turnedBack: { ...turnedBack, ending: 'superseded' } } as const;
    expect(types(sawOwnHolds(over, cancelledOrder(OURS, withHolds), NOW))).toEqual([
      'cancel_confirmed',
    ]);
  });

  it('of a part that left after all are let go as if it had been seen at once', () => {
    const part = new Case({ facts: twoLines, selection: oneUnit });
    const { refund } = part.state.plan;
    const intent = (kind: 'refund_lines' | 'edit_lines') => ({
      effect: { kind, refund, notify: false } as const,
      key: `${part.state.id}-refund-1`,
    });
    const doubtful = (kind: 'refund_lines' | 'edit_lines'): Cancellation => ({
      ...part.state,
      status: 'releasing',
      turnedBack,
      partInDoubt: intent(kind),
    });
    expect(types(sawOwnHolds(doubtful('edit_lines'), twoLines, NOW))).toEqual(['own_holds_found']);
    const edited = {
      ...twoLines,
      lines: twoLines.lines.map((line) => ({ ...line, currentQuantity: 0 })),
    };
    expect(sawOwnHolds(doubtful('edit_lines'), edited, NOW)).toEqual([
      { type: 'lines_removed', refundId: null },
    ]);
    // Once the whole order is cancelled by others, nothing shows that an edit had happened before.
    const byOthers = { ...edited, cancelledAt: NOW, cancellationStaffNote: 'by hand' };
    expect(sawOwnHolds(doubtful('edit_lines'), byOthers, NOW)).toEqual(superseded);
    part.apply(intent('refund_lines').effect, intent('refund_lines').key);
    const refunded = { ...part.facts, cancelledAt: NOW, cancellationStaffNote: 'by hand' };
    expect(types(sawOwnHolds(doubtful('refund_lines'), refunded, NOW))).toEqual(['lines_removed']);
  });
});
