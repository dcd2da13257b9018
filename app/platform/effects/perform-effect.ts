import type { CancellationTexts } from '../../application/cancellation/ports.ts';
import type { PlatformResult } from '../../application/shared/platform.ts';
import type { Effect, EffectOutcome } from '../../domain/cancellation/events.ts';
import { markedNote } from '../../domain/cancellation/plan.ts';
import type { FulfillmentHoldId, OrderId, RefundId, ShopDomain } from '../../domain/ids.ts';
import type { RefundPlan } from '../../domain/refund/plan/refund-plan.ts';
import { type StockChange, restocksWithCancel } from '../../domain/refund/goods/restock.ts';
import { ok, unreachable } from '../../domain/result.ts';
import type { AdminClient } from '../client/admin-client.ts';
import type { OrderCancelRefundMethodInput, RefundInput } from '../admin-api.generated.ts';
import { required } from '../client/answer.ts';
import { CANCEL_ORDER } from '../documents/effects/cancel.ts';
import { DEACTIVATE_GIFT_CARD } from '../documents/effects/deactivate-gift-card.ts';
import { HOLD_FULFILLMENT_ORDER } from '../documents/effects/hold.ts';
import { ADJUST_STOCK } from '../documents/effects/adjust-stock.ts';
import { REQUEST_FULFILLMENT_STOP } from '../documents/effects/recall.ts';
import { CREATE_REFUND } from '../documents/effects/refund.ts';
import { RELEASE_HOLD } from '../documents/effects/release.ts';
import { editLines } from './edit-lines.ts';
import { giveBonus } from './give-bonus.ts';
import { outcomeOf } from './effect-outcome.ts';
import { inParts } from '../client/list-limit.ts';
import { goodsInput, moneyInput } from './refund-input.ts';

type PlatformEffect = Exclude<Effect, { kind: 'tell' }>;
type EffectOf<Kind extends Effect['kind']> = Extract<Effect, { kind: Kind }>;

const HOLD_NOTE = 'Held by Unorder while a cancellation of this order is decided.';
const RECALL_MESSAGE = 'The order is being cancelled. Please stop fulfillment.';

/** Performs one effect, once, and says what came of it. */
export async function performEffect(
  client: AdminClient,
  shop: ShopDomain,
  orderId: OrderId,
  effect: PlatformEffect,
  key: string,
  texts: CancellationTexts,
): Promise<PlatformResult<EffectOutcome>> {
  const note = markedNote(texts.internalNote ?? '', key);
  switch (effect.kind) {
    case 'hold':
      return hold(client, shop, effect, key);
    case 'release':
      return release(client, shop, effect);
    case 'recall':
      return recall(client, shop, effect);
    case 'cancel':
      return cancel(client, shop, orderId, effect, note);
    case 'refund':
      return createRefund(client, shop, effect.kind, key, {
        orderId,
        note,
        notify: false,
        ...moneyInput(orderId, effect),
      });
    case 'refund_lines':
      return createRefund(client, shop, effect.kind, key, {
        orderId,
        note,
        notify: effect.notify,
        ...moneyInput(orderId, effect.refund),
        ...goodsInput(effect.refund),
      });
    case 'edit_lines':
      return editLines(client, shop, orderId, effect, note);
    case 'correct_stock':
      return correctStock(client, shop, orderId, effect, key);
    case 'deactivate_gift_card':
      return deactivateGiftCard(client, shop, effect);
    case 'give_bonus':
      return giveBonus(client, shop, orderId, effect);
    default:
      return unreachable(effect);
  }
}

async function hold(
  client: AdminClient,
  shop: ShopDomain,
  effect: EffectOf<'hold'>,
  key: string,
): Promise<PlatformResult<EffectOutcome>> {
  const answer = await client.mutate(shop, HOLD_FULFILLMENT_ORDER, {
    id: effect.fulfillmentOrderId,
    hold: { reason: 'OTHER', reasonNotes: HOLD_NOTE, handle: key, notifyMerchant: false },
  });
  return outcomeOf(answer, ({ fulfillmentOrderHold: payload }) => {
    const { userErrors, fulfillmentHold } = required(payload, 'fulfillmentOrderHold');
    return {
      userErrors,
      proof: fulfillmentHold,
      outcome: () => ({
        kind: 'hold',
        holdId: required(fulfillmentHold, 'The hold').id as FulfillmentHoldId,
      }),
    };
  });
}

async function release(
  client: AdminClient,
  shop: ShopDomain,
  effect: EffectOf<'release'>,
): Promise<PlatformResult<EffectOutcome>> {
  const answer = await client.mutate(shop, RELEASE_HOLD, {
    id: effect.fulfillmentOrderId,
    holdIds: [effect.holdId],
  });
  return outcomeOf(answer, ({ fulfillmentOrderReleaseHold: payload }) => ({
    userErrors: required(payload, 'fulfillmentOrderReleaseHold').userErrors,
    proof: null,
    outcome: () => ({ kind: 'release' }),
  }));
}

async function recall(
  client: AdminClient,
  shop: ShopDomain,
  effect: EffectOf<'recall'>,
): Promise<PlatformResult<EffectOutcome>> {
  const answer = await client.mutate(shop, REQUEST_FULFILLMENT_STOP, {
    id: effect.fulfillmentOrderId,
    message: RECALL_MESSAGE,
  });
  return outcomeOf(answer, ({ fulfillmentOrderSubmitCancellationRequest: payload }) => ({
    userErrors: required(payload, 'fulfillmentOrderSubmitCancellationRequest').userErrors,
    proof: null,
    outcome: () => ({ kind: 'recall' }),
  }));
}

async function cancel(
  client: AdminClient,
  shop: ShopDomain,
  orderId: OrderId,
  { plan }: EffectOf<'cancel'>,
  staffNote: string,
): Promise<PlatformResult<EffectOutcome>> {
  const answer = await client.mutate(shop, CANCEL_ORDER, {
    orderId,
    reason: plan.reason,
    restock: restocksWithCancel(plan.refund),
    refundMethod: refundMethod(plan.refund),
    notifyCustomer: plan.teller === 'shopify',
    staffNote,
  });
  return outcomeOf(answer, ({ orderCancel: payload }) => {
    const { orderCancelUserErrors, jobResult } = required(payload, 'orderCancel');
    return {
      userErrors: orderCancelUserErrors,
      proof: jobResult,
      outcome: () => ({ kind: 'cancel', jobResultId: jobResult?.id ?? null }),
    };
  });
}

/** Left out, the cancel moves no captured money: any other amount is refunded after it. */
function refundMethod(refund: RefundPlan): OrderCancelRefundMethodInput | null {
  if (refund.execution !== 'with_cancel') return null;
  return refund.method === 'store_credit'
    ? { storeCreditRefund: {} }
    : { originalPaymentMethodsRefund: true };
}

async function createRefund(
  client: AdminClient,
  shop: ShopDomain,
  kind: 'refund' | 'refund_lines',
  key: string,
  input: RefundInput,
): Promise<PlatformResult<EffectOutcome>> {
  const answer = await client.mutate(shop, CREATE_REFUND, { key, input });
  return outcomeOf(answer, ({ refundCreate: payload }) => {
    const { userErrors, refund } = required(payload, 'refundCreate');
    return {
      userErrors,
      proof: refund,
      outcome: () => ({ kind, refundId: required(refund, 'The refund').id as RefundId }),
    };
  });
}

/** Long corrections go in parts, each under a key of its own: repeated, the parts that were made stay as they are. */
async function correctStock(
  client: AdminClient,
  shop: ShopDomain,
  orderId: OrderId,
  { changes }: EffectOf<'correct_stock'>,
  key: string,
): Promise<PlatformResult<EffectOutcome>> {
  for (const [index, part] of inParts(changes).entries()) {
    const partKey = index === 0 ? key : `${key}-${index + 1}`;
    const made = await adjustStock(client, shop, orderId, part, partKey);
    if (!made.ok) return made;
  }
  return ok({ kind: 'correct_stock' });
}

async function adjustStock(
  client: AdminClient,
  shop: ShopDomain,
  orderId: OrderId,
  changes: readonly StockChange[],
  key: string,
): Promise<PlatformResult<EffectOutcome>> {
  const answer = await client.mutate(shop, ADJUST_STOCK, {
    key,
    input: {
      name: 'available',
      reason: 'correction',
      referenceDocumentUri: orderId,
      changes: changes.map(({ inventoryItemId, locationId, delta }) => ({
        inventoryItemId,
        locationId,
        delta,
        // Whatever is there: units come and go, nobody's count is replaced.
        changeFromQuantity: null,
      })),
    },
  });
  return outcomeOf(answer, ({ inventoryAdjustQuantities: payload }) => ({
    userErrors: required(payload, 'inventoryAdjustQuantities').userErrors,
    proof: null,
    outcome: () => ({ kind: 'correct_stock' }),
  }));
}

async function deactivateGiftCard(
  client: AdminClient,
  shop: ShopDomain,
  { giftCardId }: EffectOf<'deactivate_gift_card'>,
): Promise<PlatformResult<EffectOutcome>> {
  const answer = await client.mutate(shop, DEACTIVATE_GIFT_CARD, { id: giftCardId });
  return outcomeOf(answer, ({ giftCardDeactivate: payload }) => ({
    userErrors: required(payload, 'giftCardDeactivate').userErrors,
    proof: null,
    outcome: () => ({ kind: 'deactivate_gift_card' }),
  }));
}
