import { describe, expect, it } from 'vitest';
import { Case, STAFF, half } from '../../../../tests/support/facts/cancellation-case.ts';
import { PLACED_AT, eur, order } from '../../../../tests/support/facts/order-facts.ts';
import type { CancellationId, FulfillmentHoldId, FulfillmentOrderId } from '../../ids.ts';
import type { CancellationEvent, Effect, MoneyBack } from '../events.ts';
import { evolve } from './evolve.ts';
import type { Cancellation } from '../state.ts';

const ID = '019a0000-0000-7000-8000-000000000009' as CancellationId;
const AT = PLACED_AT + 90_000;
const work = (number: number) => `gid://shopify/FulfillmentOrder/${number}` as FulfillmentOrderId;
const hold = (number: number) => `gid://shopify/FulfillmentHold/${number}` as FulfillmentHoldId;
/** A request by a shopper, of 100.00 by card, that goes on by itself. */
const opened = new Case({ facts: order() }).state;
/** The same with only half of it to come back, which the cancel does not give by itself. */
const halfBack = new Case({ facts: order(), choice: half, by: 'staff' }).state;
const { plan } = opened;
const due: MoneyBack = { method: 'original', amount: eur(5_000), shares: plan.refund.shares };
const tell: Effect = { kind: 'tell', template: 'request_waiting' };

const after = (state: Cancellation, event: CancellationEvent): Cancellation =>
  evolve(state, { ...event, seq: state.seq + 1, at: AT }, ID);

describe('what is held', () => {
  it('is added to what is held already, once', () => {
    const inspected = after(opened, { type: 'fulfillment_inspected', toHold: [work(1), work(2)] });
    expect(inspected.holds).toEqual([
      { fulfillmentOrderId: work(1), state: 'wanted', holdId: null },
      { fulfillmentOrderId: work(2), state: 'wanted', holdId: null },
    ]);
    const placed = after(inspected, {
      type: 'hold_placed',
      fulfillmentOrderId: work(1),
      holdId: hold(1),
    });
    expect(placed.holds).toEqual([
      { fulfillmentOrderId: work(2), state: 'wanted', holdId: null },
      { fulfillmentOrderId: work(1), state: 'placed', holdId: hold(1) },
    ]);
    const again = after(placed, { type: 'fulfillment_inspected', toHold: [work(1), work(3)] });
    expect(again.holds.map(({ state }) => state)).toEqual(['wanted', 'placed', 'wanted']);
    const skipped = after(placed, { type: 'hold_skipped', fulfillmentOrderId: work(2) });
    expect(skipped.holds).toContainEqual({
      fulfillmentOrderId: work(2),
      state: 'skipped',
      holdId: null,
    });
    const released = after(placed, { type: 'hold_released', fulfillmentOrderId: work(1) });
    expect(released.holds).toContainEqual({
      fulfillmentOrderId: work(1),
      state: 'released',
      holdId: null,
    });
  });

  it('is what the platform shows, whatever was recorded', () => {
    const holds = [{ fulfillmentOrderId: work(2), holdId: hold(2) }];
    const found = after(
      { ...opened, holds: [{ fulfillmentOrderId: work(1), state: 'wanted', holdId: null }] },
      { type: 'own_holds_found', holds },
    );
    expect(found).toMatchObject({
      ownHoldsChecked: true,
      holds: [{ fulfillmentOrderId: work(2), state: 'placed', holdId: hold(2) }],
    });
    expect(found.holds).toHaveLength(1);
  });
});

describe('the way to the pivot', () => {
  const ready = (toRecall: readonly FulfillmentOrderId[]): CancellationEvent => ({
    type: 'readiness_confirmed',
    toRecall,
    refund: halfBack.plan.refund,
  });

  it('case 63: uses up what a person accepted: it held for the plan that was made with it', () => {
    const accepted: Cancellation = {
      ...opened,
      status: 'holding',
      acceptedAmount: eur(5_000),
      usedGiftCardAccepted: true,
      withoutRefund: true,
    };
    expect(after(accepted, ready([]))).toMatchObject({
      status: 'cancelling',
      plan: { ...plan, refund: halfBack.plan.refund },
      acceptedAmount: null,
      usedGiftCardAccepted: false,
      withoutRefund: false,
    });
  });

  it('leads over a recall, and over a person where one has to approve', () => {
    expect(after(opened, ready([work(1)]))).toMatchObject({
      status: 'recalling',
      recalls: [{ fulfillmentOrderId: work(1), state: 'wanted' }],
    });
    const unapproved = { ...opened, approved: false };
    expect(after(unapproved, ready([])).status).toBe('in_review');
    expect(after(unapproved, ready([work(1)])).status).toBe('in_review');
  });

  it('asks for no recall twice, and goes on to hold once all of them were answered', () => {
    const recalling = after(opened, ready([work(1), work(2)]));
    const submitted = after(recalling, { type: 'recall_submitted', fulfillmentOrderId: work(1) });
    expect(submitted.recalls.map(({ state }) => state)).toEqual(['submitted', 'wanted']);
    expect(after(submitted, ready([work(1), work(2)])).recalls).toEqual(submitted.recalls);
    const one = after(submitted, { type: 'recall_accepted', fulfillmentOrderId: work(1) });
    expect(one).toMatchObject({ status: 'recalling' });
    expect(one.recalls.map(({ state }) => state)).toEqual(['accepted', 'wanted']);
    const both = after(one, { type: 'recall_accepted', fulfillmentOrderId: work(2) });
    expect(both.status).toBe('holding');
  });

  it('waits for a bank', () => {
    expect(after(opened, { type: 'payment_awaited', pending: eur(1) }).status).toBe(
      'awaiting_payment',
    );
  });

  it('is open once a person approved, with the plan they approved, and starts with the order', () => {
    const approve = { type: 'approved', actor: STAFF, plan: halfBack.plan } as const;
    const waiting: Cancellation = {
      ...opened,
      approved: false,
      status: 'in_review',
      intent: { effect: tell, key: 'key' },
      attempts: 2,
      notBefore: AT + 5_000,
    };
    expect(after(waiting, approve)).toMatchObject({
      approved: true,
      status: 'holding',
      plan: halfBack.plan,
      intent: null,
      attempts: 0,
      notBefore: null,
    });
    const held = { kind: 'hold', fulfillmentOrderId: work(1) } as const;
    const holding = {
      ...waiting,
      status: 'holding',
      intent: { effect: held, key: 'key' },
    } as const;
    expect(after(holding, approve)).toMatchObject({
      status: 'holding',
      intent: { effect: held, key: 'key' },
    });
    expect(after({ ...waiting, status: 'requested' }, approve).status).toBe('requested');
  });

  it('remembers when the platform was asked to cancel, the last time', () => {
    const intend = (effect: Effect) => ({ type: 'effect_intended', effect, key: 'key' }) as const;
    const asked = after(opened, intend({ kind: 'cancel', plan }));
    expect(asked).toMatchObject({
      intent: { effect: { kind: 'cancel' }, key: 'key' },
      cancelAskedAt: AT,
      refundAskedAt: null,
    });
    const again = evolve(asked, { ...intend({ kind: 'cancel', plan }), seq: 3, at: AT + 9 }, ID);
    expect(again.cancelAskedAt).toBe(AT + 9);
    const mailed = evolve(asked, { ...intend(tell), seq: 3, at: AT + 9 }, ID);
    expect(mailed).toMatchObject({ cancelAskedAt: AT, refundAskedAt: null });
    expect(after(opened, { type: 'cancel_accepted', jobResultId: 'job' })).toMatchObject({
      status: 'cancelling',
      cancel: { jobResultId: 'job' },
      cancelAskedAt: AT,
    });
  });

  it.each<[string, Effect]>([
    ['a refund', { kind: 'refund', ...due }],
    ['a part', { kind: 'refund_lines', refund: plan.refund, notify: false }],
  ])('remembers when money was asked for first, with %s', (_what, effect) => {
    const asked = after(opened, { type: 'effect_intended', effect, key: 'key' });
    expect(asked).toMatchObject({ refundAskedAt: AT, cancelAskedAt: null });
    const again = evolve(
      asked,
      { type: 'effect_intended', effect, key: 'key', seq: 3, at: AT + 9 },
      ID,
    );
    expect(again.refundAskedAt).toBe(AT);
  });
});
