import type { CancellationEvent, Effect, EffectOutcome, WhyUntold } from '../events.ts';

/** What an effect that was done, now or before its answer got lost, means for the cancellation. */
export function succeeded(effect: Effect, outcome: EffectOutcome): CancellationEvent[] {
  if (effect.kind === 'hold' && outcome.kind === 'hold') {
    const { fulfillmentOrderId } = effect;
    return [{ type: 'hold_placed', fulfillmentOrderId, holdId: outcome.holdId }];
  }
  if (effect.kind === 'recall') {
    return [{ type: 'recall_submitted', fulfillmentOrderId: effect.fulfillmentOrderId }];
  }
  if (effect.kind === 'cancel' && outcome.kind === 'cancel') {
    return [{ type: 'cancel_accepted', jobResultId: outcome.jobResultId }];
  }
  if (effect.kind === 'refund' && outcome.kind === 'refund') {
    return [{ type: 'refund_accepted', refundId: outcome.refundId }];
  }
  if (effect.kind === 'refund_lines' && outcome.kind === 'refund_lines') {
    return [{ type: 'lines_removed', refundId: outcome.refundId }];
  }
  if (effect.kind === 'edit_lines') return [{ type: 'lines_removed', refundId: null }];
  if (effect.kind === 'deactivate_gift_card') {
    return [{ type: 'gift_card_deactivated', giftCardId: effect.giftCardId }];
  }
  if (effect.kind === 'correct_stock') return [{ type: 'stock_corrected' }];
  if (effect.kind === 'give_bonus') return [{ type: 'bonus_given', amount: effect.amount }];
  if (effect.kind === 'release') {
    return [{ type: 'hold_released', fulfillmentOrderId: effect.fulfillmentOrderId }];
  }
  if (effect.kind === 'tell' && outcome.kind === 'untold') {
    const { why: code } = outcome;
    const problem = { kind: 'mail_failed', code, message: NOBODY_THERE[code] } as const;
    return [{ type: 'mail_given_up', template: effect.template, problem }];
  }
  if (effect.kind === 'tell') return [{ type: 'told', template: effect.template }];
  throw new Error(`Outcome "${outcome.kind}" does not answer effect "${effect.kind}"`);
}

const NOBODY_THERE: Readonly<Record<WhyUntold, string>> = {
  NO_ADDRESS: 'The order has no e-mail address.',
  ORDER_GONE: 'Shopify does not show the order any more, and so no address.',
  SWITCHED_OFF: 'Mails to the shop are switched off.',
};
