import type { CancellationTexts, PlatformResult } from '../application/ports.ts';
import type { Effect, EffectOutcome } from '../domain/cancellation/events.ts';
import { markedNote } from '../domain/cancellation/plan.ts';
import type { FulfillmentHoldId, OrderId, RefundId, ShopDomain } from '../domain/ids.ts';
import { toDecimal } from '../domain/money.ts';
import type { RefundPlan } from '../domain/refund/plan.ts';
import { unreachable } from '../domain/result.ts';
import type { AdminClient } from './admin-client.ts';
import type { CurrencyCode, OrderCancelRefundMethodInput } from './admin-api.generated.ts';
import { required } from './answer.ts';
import { CANCEL_ORDER } from './documents/cancel.ts';
import { HOLD_FULFILLMENT_ORDER } from './documents/hold.ts';
import { REQUEST_FULFILLMENT_STOP } from './documents/recall.ts';
import { CREATE_REFUND } from './documents/refund.ts';
import { RELEASE_HOLD } from './documents/release.ts';
import { reading, refused } from './platform-error.ts';

type PlatformEffect = Exclude<Effect, { kind: 'tell' }>;
type EffectOf<Kind extends Effect['kind']> = Extract<Effect, { kind: Kind }>;

const HOLD_NOTE = 'Held by Unorder while a cancellation of this order is decided.';
const RECALL_MESSAGE = 'The order is being cancelled. Please stop fulfilment.';

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
      return refund(client, shop, orderId, effect, key, note);
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
  const answer = await client.send(shop, HOLD_FULFILLMENT_ORDER, {
    id: effect.fulfillmentOrderId,
    hold: { reason: 'OTHER', reasonNotes: HOLD_NOTE, handle: key, notifyMerchant: false },
  });
  return outcome(answer, ({ fulfillmentOrderHold: payload }) => {
    const { userErrors, fulfillmentHold } = required(payload, 'fulfillmentOrderHold');
    return {
      userErrors,
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
  const answer = await client.send(shop, RELEASE_HOLD, {
    id: effect.fulfillmentOrderId,
    holdIds: [effect.holdId],
  });
  return outcome(answer, ({ fulfillmentOrderReleaseHold: payload }) => ({
    userErrors: required(payload, 'fulfillmentOrderReleaseHold').userErrors,
    outcome: () => ({ kind: 'release' }),
  }));
}

async function recall(
  client: AdminClient,
  shop: ShopDomain,
  effect: EffectOf<'recall'>,
): Promise<PlatformResult<EffectOutcome>> {
  const answer = await client.send(shop, REQUEST_FULFILLMENT_STOP, {
    id: effect.fulfillmentOrderId,
    message: RECALL_MESSAGE,
  });
  return outcome(answer, ({ fulfillmentOrderSubmitCancellationRequest: payload }) => ({
    userErrors: required(payload, 'fulfillmentOrderSubmitCancellationRequest').userErrors,
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
  const answer = await client.send(shop, CANCEL_ORDER, {
    orderId,
    reason: plan.reason,
    restock: plan.restock,
    refundMethod: refundMethod(plan.refund),
    notifyCustomer: plan.teller === 'shopify',
    staffNote,
  });
  return outcome(answer, ({ orderCancel: payload }) => {
    const { orderCancelUserErrors, jobResult } = required(payload, 'orderCancel');
    return {
      userErrors: orderCancelUserErrors,
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

async function refund(
  client: AdminClient,
  shop: ShopDomain,
  orderId: OrderId,
  { method, amount, shares }: EffectOf<'refund'>,
  key: string,
  note: string,
): Promise<PlatformResult<EffectOutcome>> {
  const currency = amount.currencyCode as CurrencyCode;
  const inCredit = method === 'store_credit';
  const answer = await client.send(shop, CREATE_REFUND, {
    key,
    input: {
      orderId,
      note,
      notify: false,
      currency,
      transactions: inCredit
        ? []
        : shares.map((share) => ({
            orderId,
            parentId: share.parentId,
            kind: 'REFUND' as const,
            gateway: share.gateway,
            amount: toDecimal(share.amount),
          })),
      refundMethods: inCredit
        ? [{ storeCreditRefund: { amount: { amount: toDecimal(amount), currencyCode: currency } } }]
        : [],
    },
  });
  return outcome(answer, ({ refundCreate: payload }) => {
    const { userErrors, refund: created } = required(payload, 'refundCreate');
    return {
      userErrors,
      outcome: () => ({ kind: 'refund', refundId: required(created, 'The refund').id as RefundId }),
    };
  });
}

interface Payload {
  readonly userErrors: readonly { readonly code?: string | null; readonly message: string }[];
  readonly outcome: () => EffectOutcome;
}

/** A mutation's user errors are its "no"; without any it has to have brought what it was for. */
function outcome<Data>(
  answer: PlatformResult<Data>,
  read: (data: Data) => Payload,
): PlatformResult<EffectOutcome> {
  if (!answer.ok) return answer;
  const payload = reading(true, () => read(answer.value));
  if (!payload.ok) return payload;
  const [first] = payload.value.userErrors;
  return first ? refused(first.code ?? null, first.message) : reading(true, payload.value.outcome);
}
