import { describe, expect, it } from 'vitest';

import {
  Case,
  type Setting,
  acceptedWork,
  agreeing,
  giftCard,
  half,
  line,
  oneUnit,
  pendingCard,
  twoLines,
  withGiftCard,
} from '../../../../tests/support/facts/cancellation-case.ts';
import {
  PLACED_AT,
  bag,
  eur,
  fulfillmentOrder,
  order,
  transaction,
} from '../../../../tests/support/facts/order-facts.ts';
import { id } from '../../../../tests/support/facts/refund-plans.ts';
import type { FulfillmentOrderId } from '../../ids.ts';
import type { FulfillmentOrderFacts, OrderFacts } from '../../order/facts.ts';
import { DAY } from '../../time.ts';
import type { AttentionChoice, CancellationEvent, TurnBackReason } from '../events.ts';
import { sawFulfillment, sawReadiness, sawRecall, stoppedBy } from './saw-work.ts';
import type { Cancellation } from '../state.ts';

const NOW = PLACED_AT + 20 * DAY;
const work = (number: number) => `gid://shopify/FulfillmentOrder/${number}` as FulfillmentOrderId;
const holding = (setting: Setting, changes: Partial<Cancellation> = {}): Cancellation => ({
  ...new Case(setting).state,
  status: 'holding',
  since: NOW,
  holds: [{ fulfillmentOrderId: work(1), state: 'placed', holdId: null }],
  ...changes,
});
const ready = (state: Cancellation, facts: OrderFacts, now = NOW) =>
  sawReadiness(state, facts, agreeing(state.plan.refund, facts), now);
const declined = (why: TurnBackReason): CancellationEvent[] => [
  { type: 'turned_back', ending: 'declined', why, actor: { kind: 'system' } },
];
const asked = (what: string, choices: readonly AttentionChoice[], facts: object = {}) => [
  { type: 'attention_raised', attention: { what, ...facts, choices } },
];
const working = (...orders: readonly Partial<FulfillmentOrderFacts>[]) =>
  order({
    fulfillmentOrders: orders.map((changes, index) =>
      fulfillmentOrder({ id: work(index + 1), ...changes }),
    ),
  });

describe('the work that is to be held', () => {
  it('is what can be held, of what is to be taken back', () => {
    const { state } = new Case({ facts: order() });
    const many = working(
      {},
      { status: 'CLOSED' },
      { supportedActions: [] },
      { requestStatus: 'ACCEPTED' },
      {},
    );
    const unheld = { ...state, request: { ...state.request, workUnderWay: true } };
    expect(sawFulfillment(unheld, many, NOW)).toEqual([
      { type: 'fulfillment_inspected', toHold: [work(1), work(5)] },
    ]);
    const known = {
      ...unheld,
      holds: [{ fulfillmentOrderId: work(1), state: 'skipped', holdId: null } as const],
    };
    expect(sawFulfillment(known, many, NOW)).toMatchObject([{ toHold: [work(5)] }]);
  });

  it('is not the work on other lines', () => {
    const { state } = new Case({ facts: twoLines, selection: oneUnit });
    const both = {
      ...twoLines,
      fulfillmentOrders: [1, 2].map((number) =>
        fulfillmentOrder({
          id: work(number),
          lines: [{ lineItemId: line(number), remainingQuantity: 1 }],
        }),
      ),
    };
    expect(sawFulfillment(state, both, NOW)).toMatchObject([{ toHold: [work(1)] }]);
  });
});

describe('an order that is read again before the pivot', () => {
  it('is ready with its plan as it is now, and names whom to recall', () => {
    const state = holding({ facts: order() });
    expect(ready(state, order())).toEqual([
      { type: 'readiness_confirmed', refund: state.plan.refund, toRecall: [] },
    ]);
    const recalling = holding({ facts: order({ fulfillmentOrders: [acceptedWork] }) });
    expect(ready(recalling, order({ fulfillmentOrders: [acceptedWork] }))).toMatchObject([
      { toRecall: [acceptedWork.id] },
    ]);
  });

  it('has new work held first', () => {
    expect(ready(holding({ facts: order() }), working({}, {}))).toEqual([
      { type: 'fulfillment_inspected', toHold: [work(2)] },
    ]);
  });

  it('stays with the person who decides while they do, unless it cannot go on', () => {
    const reviewing = holding({ facts: order(), handling: 'review' }, { status: 'in_review' });
    expect(ready(reviewing, working({}, {}))).toEqual([]);
    expect(ready(reviewing, order({ shipments: [{ stage: 'fulfilled' }] }))).toEqual(
      declined({ code: 'already_shipped' }),
    );
  });

  const less = order({
    currentTotal: bag(eur(9_000)),
    transactions: [
      transaction({ id: id(1) }),
      transaction({ id: id(9), kind: 'REFUND', parentId: id(1), amount: bag(eur(1_000)) }),
    ],
  });

  it('case 63: gives back another amount only where a person accepted that one', () => {
    const changed = asked('amount_changed', ['accept_amount', 'turn_back'], {
      planned: eur(10_000),
      refundable: eur(9_000),
    });
    const confirmed = [{ type: 'readiness_confirmed', refund: { amount: eur(9_000) } }];
    expect(ready(holding({ facts: order() }), less)).toEqual(changed);
    const accepted = (minor: number) => holding({ facts: order() }, { acceptedAmount: eur(minor) });
    const suggested = agreeing(new Case({ facts: less }).state.plan.refund, {
      ...less,
      lines: less.lines,
    });
    const after = (state: Cancellation) => sawReadiness(state, less, suggested, NOW);
    expect(after(accepted(9_000))).toMatchObject(confirmed);
    expect(after(accepted(9_500))).toEqual(changed);
    // Nobody has approved anything yet: what is right then is shown to them.
    expect(after(holding({ facts: order(), handling: 'review' }))).toMatchObject(confirmed);
    const unapproved = holding({ facts: order(), handling: 'review' }, { acceptedAmount: eur(1) });
    expect(after(unapproved)).toMatchObject(confirmed);
  });

  it('case 23: gives back whatever a pending payment brought', () => {
    const pending = order({ transactions: [pendingCard], outstanding: eur(10_000) });
    expect(ready(holding({ facts: pending }), order())).toMatchObject([
      { type: 'readiness_confirmed', refund: { amount: eur(10_000) } },
    ]);
  });

  it('case 23: waits ten days for a bank, and then a person is asked', () => {
    const pending = order({ transactions: [pendingCard], outstanding: eur(10_000) });
    const first = holding({ facts: pending });
    expect(ready(first, pending)).toEqual([{ type: 'payment_awaited', pending: eur(10_000) }]);
    const waiting = { ...first, status: 'awaiting_payment' } as const;
    expect(ready(waiting, pending, NOW + 10 * DAY)).toEqual([]);
    expect(ready(waiting, pending, NOW + 10 * DAY + 1)).toEqual(
      asked('payment_silent', ['retry', 'turn_back'], { amount: eur(10_000) }),
    );
  });

  it.each<[string, Partial<Setting>, Partial<Cancellation>, boolean]>([
    ['a customer whose request goes on by itself', {}, {}, true],
    ['staff', { by: 'staff' }, {}, false],
    ['a request that a person looks at', { handling: 'review' }, {}, false],
    ['what a person accepted', {}, { usedGiftCardAccepted: true }, false],
  ])(
    'case 13: asks about a sold gift card that was used, for %s',
    (_whose, setting, changes, asks) => {
      const sold = withGiftCard(twoLines, giftCard);
      const used = withGiftCard(twoLines, { ...giftCard, balance: eur(3_999) });
      const state = holding({ facts: sold, ...setting }, changes);
      const question = asked('gift_card_redeemed', ['accept_amount', 'turn_back'], {
        giftCardId: giftCard.id,
      });
      expect(ready(state, sold)).toMatchObject([{ type: 'readiness_confirmed' }]);
      if (asks) expect(ready(state, used)).toEqual(question);
      else expect(ready(state, used)).toMatchObject([{ type: 'readiness_confirmed' }]);
    },
  );

  it('case 25: is asked about while a chargeback is open', () => {
    const disputed = order({
      disputes: [{ initiatedAs: 'CHARGEBACK', status: 'NEEDS_RESPONSE' }],
    });
    expect(ready(holding({ facts: order() }), disputed)).toEqual(
      asked('dispute_open', ['retry', 'go_on_without_refund', 'turn_back']),
    );
    const none = holding({ facts: order() }, { withoutRefund: true });
    const before = { tip: eur(100), deals: [] };
    const knowing = {
      ...none,
      plan: { ...none.plan, refund: { ...none.plan.refund, before } },
    };
    expect(ready(knowing, disputed)).toMatchObject([
      { type: 'readiness_confirmed', refund: { amount: eur(0), choice: 'nothing', before } },
    ]);
  });

  it('is asked about where the platform reckons otherwise', () => {
    const state = holding({ facts: order() });
    const suggested = {
      ...agreeing(state.plan.refund, order()),
      shipping: { amount: eur(1), tax: eur(0) },
    };
    expect(sawReadiness(state, order(), suggested, NOW)).toEqual(
      asked('platform_disagrees', ['retry', 'turn_back'], {
        where: 'shipping',
        ours: eur(0),
        theirs: eur(1),
      }),
    );
  });

  it('is declined where it is not possible any more, with the reason', () => {
    const { state: credit } = new Case({ facts: order(), method: 'store_credit', choice: half });
    const guest = order({ customerId: null });
    const holds = holding({ facts: order() }).holds;
    expect(ready({ ...credit, status: 'holding', holds }, guest)).toEqual(
      declined({ code: 'not_possible', refusal: 'store_credit_needs_customer' }),
    );
  });
});

describe('case 30: a recall that is looked at', () => {
  const state = holding(
    { facts: order({ fulfillmentOrders: [acceptedWork] }), by: 'staff' },
    {
      status: 'recalling',
      recalls: [
        { fulfillmentOrderId: work(1), state: 'submitted' },
        { fulfillmentOrderId: work(2), state: 'wanted' },
        { fulfillmentOrderId: work(3), state: 'accepted' },
      ],
    },
  );
  const atWork = { status: 'IN_PROGRESS', requestStatus: 'CANCELLATION_REQUESTED' } as const;

  it('is accepted once the work is not theirs any more', () => {
    const accepted = [{ type: 'recall_accepted', fulfillmentOrderId: work(1) }];
    expect(sawRecall(state, working(atWork, atWork, atWork), NOW)).toEqual([]);
    expect(sawRecall(state, working({ status: 'CLOSED' }, atWork, atWork), NOW)).toEqual(accepted);
    expect(sawRecall(state, order({ fulfillmentOrders: [] }), NOW)).toEqual(accepted);
  });

  it('is refused as one of several', () => {
    const refused = { ...atWork, requestStatus: 'CANCELLATION_REJECTED' } as const;
    expect(sawRecall(state, working(atWork, refused), NOW)).toEqual(
      declined({ code: 'warehouse_refused' }),
    );
  });

  it('is asked about after a day of silence', () => {
    const silent = working(atWork, atWork);
    expect(sawRecall(state, silent, NOW + DAY)).toEqual([]);
    expect(sawRecall(state, silent, NOW + DAY + 1)).toEqual(
      asked('warehouse_silent', ['retry', 'turn_back']),
    );
  });
});

describe('what stops a cancellation before the pivot', () => {
  const { state } = new Case({ facts: order() });
  const { state: byStaff } = new Case({ facts: order(), by: 'staff' });
  const { state: inReview } = new Case({ facts: order(), handling: 'review' });

  it('nothing of an order that is as it was', () => {
    expect(stoppedBy(state, order(), NOW)).toBeNull();
  });

  it('that somebody else cancelled it, or that it was sent', () => {
    const elsewhere = order({ cancelledAt: NOW, cancellationStaffNote: 'by hand' });
    expect(stoppedBy(state, elsewhere, NOW)).toMatchObject([{ ending: 'superseded' }]);
    const unclear = { ...state, cancelAskedAt: NOW };
    expect(stoppedBy(unclear, order({ cancelledAt: NOW }), NOW)).toEqual([]);
    expect(stoppedBy(state, order({ shipments: [{ stage: 'fulfilled' }] }), NOW)).toEqual(
      declined({ code: 'already_shipped' }),
    );
  });

  it('case 43: what the platform refuses anyway, by its name', () => {
    expect(stoppedBy(state, order({ returnStatus: 'IN_PROGRESS' }), NOW)).toEqual(
      declined({ code: 'not_possible', refusal: 'active_return' }),
    );
  });

  const packing = { status: 'IN_PROGRESS' } as const;
  const stopped = declined({ code: 'fulfillment_started' });

  it.each<[string, Cancellation, OrderFacts, boolean]>([
    ["a customer's own", state, working(packing), true],
    ['one that staff made', byStaff, working(packing), false],
    ['one that a person has to approve', inReview, working(packing), true],
    ['one that a person approved', { ...inReview, approved: true }, working(packing), false],
    [
      'one that was made while it had begun',
      { ...state, request: { ...state.request, workUnderWay: true } },
      working(packing),
      false,
    ],
    [
      'one whose work has to be recalled',
      state,
      working(packing, { status: 'IN_PROGRESS', requestStatus: 'ACCEPTED' }),
      false,
    ],
  ])('case 29: work that began since stops %s: %4$s', (_whose, of, facts, stops) => {
    expect(stoppedBy(of, facts, NOW)).toEqual(stops ? stopped : null);
  });

  it('case 29: work on other lines stops no part', () => {
    const { state: part } = new Case({ facts: twoLines, selection: oneUnit });
    const elsewhere = (number: number) => ({
      ...twoLines,
      fulfillmentOrders: [
        fulfillmentOrder({
          ...packing,
          lines: [{ lineItemId: line(number), remainingQuantity: 1 }],
        }),
      ],
    });
    expect(stoppedBy(part, elsewhere(2), NOW)).toBeNull();
    expect(stoppedBy(part, elsewhere(1), NOW)).toEqual(stopped);
  });
});
