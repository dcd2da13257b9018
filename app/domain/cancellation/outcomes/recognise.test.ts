import { describe, expect, it } from 'vitest';

import {
  Case,
  giftCard,
  twoLines,
  withGiftCard,
} from '../../../../tests/support/facts/cancellation-case.ts';
import { bag, eur, fulfillmentOrder, order } from '../../../../tests/support/facts/order-facts.ts';
import { planned, part } from '../../../../tests/support/facts/refund-plans.ts';
import type { FulfillmentHoldId, FulfillmentOrderId, GiftCardId, RefundId } from '../../ids.ts';
import type { FulfillmentOrderFacts, OrderFacts } from '../../order/facts.ts';
import type { Effect } from '../events.ts';
import { recognise } from '../effects/effects.ts';

const KEY = '019a-key';
const WORK = fulfillmentOrder().id;
const HOLD = 'gid://shopify/FulfillmentHold/1' as FulfillmentHoldId;
const { plan } = new Case({ facts: order() }).state;
const find = (effect: Effect, facts: OrderFacts) => recognise({ effect, key: KEY }, facts);
const working = (changes: Partial<FulfillmentOrderFacts>) =>
  order({
    fulfillmentOrders: [
      fulfillmentOrder({ id: 'gid://shopify/FulfillmentOrder/9' as FulfillmentOrderId }),
      fulfillmentOrder(changes),
    ],
  });
const refunded = (note: string | null) =>
  order({
    refunds: [
      {
        id: 'gid://shopify/Refund/1' as RefundId,
        createdAt: 0,
        note,
        total: bag(eur(0)),
        lines: [],
        shipping: { amount: eur(0), tax: eur(0) },
        duties: [],
        transactionIds: [],
      },
    ],
  });

describe('case 64: what an announced action left behind', () => {
  it('a hold is known by its handle, on its own work, and by who made it', () => {
    const hold: Effect = { kind: 'hold', fulfillmentOrderId: WORK };
    const held = (handle: string, heldByThisApp: boolean) =>
      working({ holds: [{ id: HOLD, handle, heldByThisApp }] });
    expect(find(hold, held(KEY, true))).toEqual({ kind: 'hold', holdId: HOLD });
    expect(find(hold, held('other', true))).toBeNull();
    expect(find(hold, held(KEY, false))).toBeNull();
    expect(find(hold, working({}))).toBeNull();
    expect(find(hold, order({ fulfillmentOrders: [] }))).toBeNull();
  });

  it('a hold that is let go is not there', () => {
    const release: Effect = { kind: 'release', fulfillmentOrderId: WORK, holdId: HOLD };
    const other = 'gid://shopify/FulfillmentHold/2' as FulfillmentHoldId;
    const held = (id: FulfillmentHoldId) =>
      working({ holds: [{ id, handle: KEY, heldByThisApp: true }] });
    expect(find(release, held(HOLD))).toBeNull();
    expect(find(release, held(other))).toEqual({ kind: 'release' });
    expect(find(release, order({ fulfillmentOrders: [] }))).toEqual({ kind: 'release' });
  });

  it.each([
    ['CANCELLATION_REQUESTED', true],
    ['CANCELLATION_ACCEPTED', true],
    ['CANCELLATION_REJECTED', true],
    ['CLOSED', true],
    ['ACCEPTED', false],
    ['SUBMITTED', false],
  ] as const)('a recall shows in the state of the request: %s', (requestStatus, is) => {
    const recall: Effect = { kind: 'recall', fulfillmentOrderId: WORK };
    expect(find(recall, working({ requestStatus }))).toEqual(is ? { kind: 'recall' } : null);
    expect(find(recall, order({ fulfillmentOrders: [] }))).toBeNull();
  });

  it('a cancel bears the mark in its note', () => {
    const cancel: Effect = { kind: 'cancel', plan };
    const cancelled = (cancelledAt: number | null, cancellationStaffNote: string | null) =>
      order({ cancelledAt, cancellationStaffNote });
    expect(find(cancel, cancelled(1, `gone [unorder ${KEY}]`))).toEqual({
      kind: 'cancel',
      jobResultId: null,
    });
    expect(find(cancel, cancelled(1, '[unorder other]'))).toBeNull();
    expect(find(cancel, cancelled(1, null))).toBeNull();
    expect(find(cancel, cancelled(null, `[unorder ${KEY}]`))).toBeNull();
  });

  it.each([
    ['refund', { kind: 'refund', method: 'original', amount: eur(1), shares: [] }],
    ['refund_lines', { kind: 'refund_lines', refund: plan.refund, notify: false }],
  ] as const)('a %s bears the mark in its note', (kind, effect) => {
    const refundId = 'gid://shopify/Refund/1';
    expect(find(effect, refunded(`[unorder ${KEY}]`))).toEqual({ kind, refundId });
    expect(find(effect, refunded('[unorder other]'))).toBeNull();
    expect(find(effect, refunded(null))).toBeNull();
  });

  it('an edit shows in the units that are left, of every line', () => {
    const refund = planned(twoLines, part(1, 1));
    const edit: Effect = { kind: 'edit_lines', refund, notify: false };
    const left = (...units: readonly number[]) => ({
      ...twoLines,
      lines: twoLines.lines.map((line, index) => ({
        ...line,
        currentQuantity: units[index] ?? 0,
      })),
    });
    expect(find(edit, left(2, 0))).toEqual({ kind: 'edit_lines' });
    expect(find(edit, left(1, 0))).toEqual({ kind: 'edit_lines' });
    expect(find(edit, left(3, 0))).toBeNull();
    expect(find(edit, left(2, 1))).toBeNull();
    expect(find(edit, { ...left(2, 0), lines: left(2, 0).lines.slice(0, 1) })).toBeNull();
    // Of a cancelled order every unit is gone, whoever took it off.
    expect(find(edit, { ...left(0, 0), cancelledAt: 1 })).toBeNull();
  });

  it('a gift card is switched off', () => {
    const off: Effect = { kind: 'deactivate_gift_card', giftCardId: giftCard.id };
    expect(find(off, withGiftCard(twoLines, giftCard))).toBeNull();
    expect(find(off, withGiftCard(twoLines, { ...giftCard, isEnabled: false }))).toEqual({
      kind: 'deactivate_gift_card',
    });
    const other = 'gid://shopify/GiftCard/2' as GiftCardId;
    expect(
      find(off, withGiftCard(twoLines, { ...giftCard, id: other, isEnabled: false })),
    ).toBeNull();
  });

  it.each<Effect>([
    { kind: 'tell', template: 'cancelled' },
    { kind: 'give_bonus', amount: eur(1), since: 0 },
    { kind: 'correct_stock', changes: [] },
  ])('$kind leaves nothing on the order', (effect) => {
    expect(find(effect, refunded(`[unorder ${KEY}]`))).toBeNull();
  });
});
