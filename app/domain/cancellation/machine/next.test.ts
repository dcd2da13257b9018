import { describe, expect, it } from 'vitest';
import {
  Case,
  acceptedWork,
  giftCard,
  half,
  oneUnit,
  twoLines,
  unpaid,
  withGiftCard,
  done,
} from '../../../../tests/support/facts/cancellation-case.ts';
import {
  PLACED_AT,
  eur,
  fulfillmentOrder,
  order,
} from '../../../../tests/support/facts/order-facts.ts';
import type { FulfillmentHoldId, LocationId } from '../../ids.ts';
import { HOUR } from '../../time.ts';
import type { Effect, Ending, MailTemplate } from '../events.ts';
import { type NextStep, next } from './next.ts';
import type { Observation } from '../observation.ts';
import { type Cancellation } from '../state.ts';

const NOW = PLACED_AT + HOUR;
const WORK = fulfillmentOrder().id;
const HOLD = 'gid://shopify/FulfillmentHold/1' as FulfillmentHoldId;
const { state } = new Case({ facts: order() });
const byStaff = new Case({ facts: order(), by: 'staff' }).state;
const halfBack = new Case({ facts: order(), choice: half, by: 'staff' }).state;
const ofPart = new Case({ facts: twoLines, selection: oneUnit }).state;
const ofEdit = new Case({ facts: unpaid, selection: oneUnit }).state;
const withCard = new Case({ facts: withGiftCard(twoLines, giftCard) }).state;
const settled = { outcome: 'settled', arrived: eur(10_000), onItsWay: eur(0) } as const;

const observe = (what: Observation): NextStep => ({ do: 'observe', what });
const doing = (effect: Effect, key: string): NextStep => ({
  do: 'effect',
  effect,
  key: `${state.id}${key}`,
  announced: false,
});
const tell = (template: MailTemplate, key: string = template): NextStep =>
  doing({ kind: 'tell', template }, `-${key}`);
const step = (of: Cancellation, changes: Partial<Cancellation>, nudged = false): NextStep =>
  next({ ...of, since: NOW, ...changes }, NOW, nudged);

describe('the way to the pivot', () => {
  it('begins with a look at the work, holds it, and reads the order again', () => {
    expect(step(state, {})).toEqual(observe('fulfillment'));
    const wanted = { fulfillmentOrderId: WORK, state: 'wanted', holdId: null } as const;
    const skipped = { ...wanted, state: 'skipped' } as const;
    expect(step(state, { status: 'holding', holds: [skipped, wanted] })).toEqual(
      doing({ kind: 'hold', fulfillmentOrderId: WORK }, ''),
    );
    expect(step(state, { status: 'holding', holds: [skipped] })).toEqual(observe('readiness'));
  });

  it('case 30: asks each fulfillment service once, and then for its answer', () => {
    const wanted = { fulfillmentOrderId: acceptedWork.id, state: 'wanted' } as const;
    const submitted = { ...wanted, state: 'submitted' } as const;
    expect(step(state, { status: 'recalling', recalls: [submitted, wanted] })).toEqual(
      doing({ kind: 'recall', fulfillmentOrderId: acceptedWork.id }, '-recall-1'),
    );
    expect(step(state, { status: 'recalling', recalls: [submitted] })).toEqual(observe('recall'));
  });

  it('case 23: tells the customer that the request arrived, while a bank has not answered', () => {
    expect(step(state, { status: 'awaiting_payment' })).toEqual(tell('received'));
    expect(step(state, { status: 'awaiting_payment', ...done('received') })).toEqual(
      observe('readiness'),
    );
    expect(step(byStaff, { status: 'awaiting_payment' })).toEqual(observe('readiness'));
  });

  it('is one call for the whole order, whose job is then looked at', () => {
    expect(step(state, { status: 'cancelling' })).toEqual(
      doing({ kind: 'cancel', plan: state.plan }, ''),
    );
    expect(step(state, { status: 'cancelling', cancel: { jobResultId: null } })).toEqual(
      observe('cancel'),
    );
  });

  it.each([
    ['unorder', false],
    ['shopify', true],
    ['nobody', false],
  ] as const)(
    'case 58: takes a part off, and has Shopify write where it is to: %s',
    (teller, notify) => {
      const plan = (of: Cancellation) => ({ ...of.plan, teller });
      expect(step(ofPart, { status: 'cancelling', plan: plan(ofPart) })).toEqual(
        doing({ kind: 'refund_lines', refund: ofPart.plan.refund, notify }, '-refund-1'),
      );
      const refund = { ...ofEdit.plan.refund, amount: eur(1_000) };
      expect(step(ofEdit, { status: 'cancelling', plan: { ...plan(ofEdit), refund } })).toEqual(
        doing({ kind: 'edit_lines', refund, notify }, ''),
      );
    },
  );

  it('case 58: never has Shopify write of an edit that leaves a balance: it would be an invoice', () => {
    const { refund } = ofEdit.plan;
    expect(refund.amount).toEqual(eur(0));
    for (const teller of ['unorder', 'shopify', 'nobody'] as const) {
      const plan = { ...ofEdit.plan, teller };
      expect(step(ofEdit, { status: 'cancelling', plan })).toEqual(
        doing({ kind: 'edit_lines', refund, notify: false }, ''),
      );
    }
  });

  it('case 13: makes gift cards useless before money goes: of a part before it leaves', () => {
    const off = doing({ kind: 'deactivate_gift_card', giftCardId: giftCard.id }, '-gift-card-1');
    const part = { ...ofPart, plan: { ...ofPart.plan, giftCards: [giftCard.id] } };
    expect(step(part, { status: 'cancelling' })).toEqual(off);
    expect(step(withCard, { status: 'cancelling' })).toMatchObject({ effect: { kind: 'cancel' } });
    expect(step(withCard, { status: 'refunding' })).toEqual(off);
    expect(step(withCard, { status: 'verifying' })).toEqual(off);
    expect(step(withCard, { status: 'refunding', ...done('gift-card-1') })).toEqual(
      observe('money'),
    );
  });
});

describe('past the pivot', () => {
  const due = { method: 'original', amount: eur(5_000), shares: [] } as const;
  const placed = { fulfillmentOrderId: WORK, state: 'placed', holdId: HOLD } as const;
  const letGo = doing({ kind: 'release', fulfillmentOrderId: WORK, holdId: HOLD }, '-release-1');

  it('sends what is due, each round under a key of its own', () => {
    const refund: Effect = { kind: 'refund', ...due };
    expect(step(halfBack, { status: 'refunding', refundDue: due })).toEqual(
      doing(refund, '-refund-1'),
    );
    expect(step(halfBack, { status: 'refunding', refundDue: due, refundRound: 2 })).toEqual(
      doing(refund, '-refund-3'),
    );
  });

  it('lets the rest of an order go before it looks at the money, and keeps a whole one held', () => {
    for (const status of ['refunding', 'verifying'] as const) {
      expect(step(ofPart, { status, holds: [placed] })).toEqual(observe('own_holds'));
      expect(step(ofPart, { status, holds: [placed], ownHoldsChecked: true })).toEqual(letGo);
      expect(step(ofPart, { status, ownHoldsChecked: true })).toEqual(observe('money'));
      expect(step(state, { status, holds: [placed] })).toEqual(observe('money'));
    }
  });

  it('case 37: corrects the stock once', () => {
    const { plan } = state;
    const [line] = plan.refund.lines;
    if (!line?.inventoryItemId) throw new Error('the line is counted in stock');
    const { inventoryItemId } = line;
    const locationId = 'gid://shopify/Location/1' as LocationId;
    const restock = [
      { locationId, quantity: 2, backOnSale: true },
      { locationId: null, quantity: 1, backOnSale: false },
    ];
    const mixed = {
      ...state,
      plan: { ...plan, refund: { ...plan.refund, lines: [{ ...line, restock }] } },
    };
    const changes = [{ inventoryItemId, locationId, delta: 2 }];
    expect(step(mixed, { status: 'verifying' })).toEqual(
      doing({ kind: 'correct_stock', changes }, '-stock'),
    );
    expect(step(mixed, { status: 'verifying', ...done('stock') })).toEqual(observe('money'));
  });

  it('case 14: gives the bonus once, and not what was credited since the cancel', () => {
    const { state: credit } = new Case({
      facts: order(),
      method: 'store_credit',
      terms: { bonusPercent: 10 },
    });
    const bonus = (since: number) =>
      doing({ kind: 'give_bonus', amount: eur(1_000), since }, '-bonus');
    expect(step(credit, { status: 'verifying', cancelledAt: NOW - 5 })).toEqual(bonus(NOW - 5));
    expect(step(credit, { status: 'verifying' })).toEqual(bonus(NOW));
    expect(step(credit, { status: 'verifying', ...done('bonus') })).toEqual(observe('money'));
  });

  it('tells the customer once the money was seen, and ends once it arrived', () => {
    const seen = { status: 'verifying', money: settled } as const;
    expect(step(state, { ...seen, moneyIsStale: true })).toEqual(observe('money'));
    expect(step(state, seen)).toEqual(tell('cancelled'));
    expect(step(state, { ...seen, ...done('cancelled') })).toEqual({
      do: 'command',
      command: { type: 'finish' },
    });
    expect(
      step(state, { ...seen, ...done('cancelled'), money: { ...settled, outcome: 'on_its_way' } }),
    ).toEqual(observe('money'));
    const shopifyTells = { ...state, plan: { ...state.plan, teller: 'shopify' } } as const;
    expect(step(shopifyTells, seen)).toMatchObject({ command: { type: 'finish' } });
  });
});

describe('the way back', () => {
  const back = (ending: Ending): Partial<Cancellation> => ({
    status: 'releasing',
    ownHoldsChecked: true,
    turnedBack: { ending, why: { code: 'not_answered' } },
  });
  const finish: NextStep = { do: 'command', command: { type: 'finish' } };

  it('looks for the own holds, lets each go, and answers the customer', () => {
    const placed = { fulfillmentOrderId: WORK, state: 'placed', holdId: HOLD } as const;
    const released = { ...placed, state: 'released' } as const;
    expect(step(state, { ...back('declined'), ownHoldsChecked: false })).toEqual(
      observe('own_holds'),
    );
    expect(step(state, { ...back('declined'), holds: [released, placed] })).toMatchObject({
      effect: { kind: 'release', holdId: HOLD },
    });
    expect(step(state, { ...back('declined'), holds: [released] })).toEqual(tell('declined'));
  });

  it.each<[Ending, boolean]>([
    ['declined', true],
    ['expired', true],
    ['withdrawn', false],
    ['superseded', false],
  ])('answers a customer who hears no: %s (%s)', (ending, answers) => {
    expect(step(state, back(ending))).toEqual(answers ? tell('declined') : finish);
    expect(step(state, { ...back(ending), ...done('declined') })).toEqual(finish);
    expect(step(byStaff, back(ending))).toEqual(finish);
  });
});
