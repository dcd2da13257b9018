import { describe, expect, it } from 'vitest';

import { Case } from '../../../../tests/support/facts/cancellation-case.ts';
import { eur, order } from '../../../../tests/support/facts/order-facts.ts';
import type { FulfillmentHoldId, FulfillmentOrderId, GiftCardId, RefundId } from '../../ids.ts';
import type { CancellationEvent, Effect, EffectOutcome } from '../events.ts';
import { succeeded } from '../effects/effects.ts';
import type { WhyUntold } from '../effects/tell.ts';

const fulfillmentOrderId = 'gid://shopify/FulfillmentOrder/1' as FulfillmentOrderId;
const holdId = 'gid://shopify/FulfillmentHold/1' as FulfillmentHoldId;
const giftCardId = 'gid://shopify/GiftCard/1' as GiftCardId;
const refundId = 'gid://shopify/Refund/1' as RefundId;
const { plan } = new Case({ facts: order() }).state;

const HOLD: Effect = { kind: 'hold', fulfillmentOrderId };
const CANCEL: Effect = { kind: 'cancel', plan };
const REFUND: Effect = { kind: 'refund', method: 'original', amount: eur(1), shares: [] };
const LINES: Effect = { kind: 'refund_lines', refund: plan.refund, notify: false };
const TELL: Effect = { kind: 'tell', template: 'cancelled' };

describe('what an effect that was done means', () => {
  it.each<[Effect, EffectOutcome, CancellationEvent]>([
    [HOLD, { kind: 'hold', holdId }, { type: 'hold_placed', fulfillmentOrderId, holdId }],
    [
      { kind: 'recall', fulfillmentOrderId },
      { kind: 'recall' },
      { type: 'recall_submitted', fulfillmentOrderId },
    ],
    [
      CANCEL,
      { kind: 'cancel', jobResultId: 'job' },
      { type: 'cancel_accepted', jobResultId: 'job' },
    ],
    [REFUND, { kind: 'refund', refundId }, { type: 'refund_accepted', refundId }],
    [LINES, { kind: 'refund_lines', refundId }, { type: 'lines_removed', refundId }],
    [
      { kind: 'edit_lines', refund: plan.refund, notify: false },
      { kind: 'edit_lines' },
      { type: 'lines_removed', refundId: null },
    ],
    [
      { kind: 'deactivate_gift_card', giftCardId },
      { kind: 'deactivate_gift_card' },
      { type: 'gift_card_deactivated', giftCardId },
    ],
    [
      { kind: 'correct_stock', changes: [] },
      { kind: 'correct_stock' },
      { type: 'stock_corrected' },
    ],
    [
      { kind: 'give_bonus', amount: eur(5), since: 0 },
      { kind: 'give_bonus' },
      { type: 'bonus_given', amount: eur(5) },
    ],
    [
      { kind: 'release', fulfillmentOrderId, holdId },
      { kind: 'release' },
      { type: 'hold_released', fulfillmentOrderId },
    ],
    [TELL, { kind: 'tell' }, { type: 'told', template: 'cancelled' }],
  ])('%j', (effect, outcome, event) => {
    expect(succeeded(effect, outcome)).toEqual([event]);
  });

  it.each<WhyUntold>(['NO_ADDRESS', 'ORDER_GONE', 'SWITCHED_OFF'])(
    'a mail that nobody could be written is given up, and says why by a code: %s',
    (why) => {
      const problem = { kind: 'mail_failed', code: why, message: '' };
      expect(succeeded(TELL, { kind: 'tell', untold: why })).toEqual([
        { type: 'mail_given_up', template: 'cancelled', problem },
      ]);
    },
  );

  it.each<[Effect, EffectOutcome]>([
    [HOLD, { kind: 'tell' }],
    [CANCEL, { kind: 'hold', holdId }],
    [REFUND, { kind: 'refund_lines', refundId }],
    [LINES, { kind: 'refund', refundId }],
    [REFUND, { kind: 'cancel', jobResultId: null }],
    [LINES, { kind: 'tell', untold: 'NO_ADDRESS' }],
  ])('the outcome of another effect is a bug: %j, %j', (effect, outcome) => {
    expect(() => succeeded(effect, outcome)).toThrow(
      `Outcome "${outcome.kind}" does not answer effect "${effect.kind}"`,
    );
  });
});
