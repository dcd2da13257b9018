import { open } from '../domain/cancellation/decide.ts';
import type { CancellationId, CustomerId, OrderId, ShopDomain } from '../domain/ids.ts';
import { type Money, equals } from '../domain/money.ts';
import type { Refusal } from '../domain/refusal.ts';
import { type Result, err, ok } from '../domain/result.ts';
import { isFinal } from '../domain/cancellation/state.ts';
import { jobAt } from './advance-cancellation.ts';
import { type ShopperDeps, readShopperOrder } from './read-shopper-order.ts';
import { tooLong, TEXT_LIMITS } from './text-limits.ts';
import type { Ids } from './ports.ts';

export interface RequestDeps extends ShopperDeps {
  readonly ids: Ids;
  /** Whether the app writes to customers itself; otherwise Shopify does. */
  readonly ownMail: boolean;
}

export interface ShopperRequest {
  readonly reasonId: string;
  readonly comment: string;
  /** What the customer was shown to get back; the request holds only for that amount. */
  readonly shown: Money;
}

/**
 * A customer asks to cancel their order. Decided with facts read now, never with what their page said. Asked
 * twice, or by customer and staff together, everybody gets the one cancellation that came first.
 */
export async function requestCancellation(
  deps: RequestDeps,
  shop: ShopDomain,
  customerId: CustomerId,
  orderId: OrderId,
  request: ShopperRequest,
): Promise<Result<CancellationId, readonly Refusal[]>> {
  const long = tooLong('comment', request.comment, TEXT_LIMITS.customerComment);
  if (long) return err([long]);
  const read = await readShopperOrder(deps, shop, customerId, orderId);
  if (!read.ok) return read;
  const { order, policy, offer, cancellation } = read.value;
  if (cancellation && !isFinal(cancellation.state.status)) return ok(cancellation.state.id);
  if (!offer.available) return err(offer.refusals);
  if (!policy.reasons.some((reason) => reason.id === request.reasonId)) {
    return err([{ code: 'unknown_reason' }]);
  }
  const { amount } = offer.refund;
  if (request.shown.currencyCode !== amount.currencyCode)
    return err([{ code: 'amount_malformed' }]);
  if (!equals(request.shown, amount)) {
    return err([{ code: 'amount_changed', shown: request.shown, now: amount }]);
  }

  const now = deps.clock.now();
  const id = deps.ids.uuid() as CancellationId;
  const event = open(
    order,
    {
      actor: { kind: 'shopper' },
      channel: 'order_page',
      handling: offer.eligibility.handling,
      reasonId: request.reasonId,
      policyVersion: policy.version,
      reviewDays: policy.reviewDays,
      plan: {
        reason: 'CUSTOMER',
        refund: offer.refund,
        restock: policy.restock,
        teller: deps.ownMail ? 'unorder' : 'shopify',
      },
    },
    now,
  );
  const opened = await deps.store.open(shop, {
    id,
    orderName: order.name,
    event,
    texts: {
      customerComment: request.comment.trim() || null,
      noteToCustomer: null,
      internalNote: null,
    },
    at: now,
    next: jobAt(shop, id, now),
  });
  return ok(opened.ok ? id : opened.error.liveCancellationId);
}
