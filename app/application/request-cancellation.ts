import { open } from '../domain/cancellation/decide.ts';
import { isNews } from './cancellation-record.ts';
import type { CancellationId, OrderId, ShopDomain } from '../domain/ids.ts';
import { type Money, add, equals } from '../domain/money.ts';
import type { OrderFacts } from '../domain/order/facts.ts';
import { giftCardsIn } from '../domain/order/gift-cards.ts';
import { isExempt } from '../domain/policy/evaluate.ts';
import type { Evaluation } from '../domain/policy/evaluation.ts';
import type { Policy } from '../domain/policy/policy.ts';
import { checkAgainstPlatform } from '../domain/refund/check.ts';
import type { Refusal } from '../domain/refusal.ts';
import { type Result, err, ok } from '../domain/result.ts';
import { DAY, type EpochMs } from '../domain/time.ts';
import { jobAt } from './advance-cancellation.ts';
import {
  type Shopper,
  type ShopperDeps,
  type ShopperWish,
  quote,
  readShopperOrder,
} from './read-shopper-order.ts';
import { TEXT_LIMITS, tooLong } from './text-limits.ts';
import type { CancellationStore, Ids, StaffMail } from './ports.ts';
import type { RequestMail } from '../domain/cancellation/events.ts';
import { whyUnread } from './why-unread.ts';

export interface RequestDeps extends ShopperDeps {
  readonly ids: Ids;
  /** Whether the app writes to customers itself; otherwise Shopify does. */
  readonly ownMail: boolean;
  /** Where the shop is told of requests that wait for a person; null or missing for nowhere. */
  readonly staffMail?: StaffMail | null;
}

export interface ShopperRequest extends ShopperWish {
  /** The newest cancellation that the shopper's page knew of. */
  readonly known: CancellationId | null;
  readonly reasonId: string;
  readonly comment: string;
  /** What the customer was shown to get back; the request holds only for that amount. */
  readonly shown: Money;
}

/**
 * A shopper asks to cancel their order or a part of it. Decided with facts read now, never with what their
 * page said. Asked twice, or by customer and staff together, everybody gets the one cancellation that came
 * first.
 */
export async function requestCancellation(
  ...asked: [
    deps: RequestDeps,
    shop: ShopDomain,
    shopper: Shopper,
    orderId: OrderId,
    request: ShopperRequest,
  ]
): Promise<Result<CancellationId, readonly Refusal[]>> {
  const first = await tryToRequest(...asked);
  if (first !== 'limit_reached') return first;
  // Other requests of theirs were stored meanwhile: with those in sight the policy refuses or has it reviewed.
  const second = await tryToRequest(...asked);
  return second === 'limit_reached' ? err([{ code: 'platform_unavailable' }]) : second;
}

async function tryToRequest(
  deps: RequestDeps,
  shop: ShopDomain,
  shopper: Shopper,
  orderId: OrderId,
  request: ShopperRequest,
): Promise<Result<CancellationId, readonly Refusal[]> | 'limit_reached'> {
  const long = tooLong('comment', request.comment, TEXT_LIMITS.customerComment);
  if (long) return err([long]);
  const read = await readShopperOrder(deps, shop, shopper, orderId);
  if (!read.ok) return read;
  const { order, policy, evaluation, before, offer, cancellation, states } = read.value;
  if (cancellation && isNews(cancellation.state, request.known)) return ok(cancellation.state.id);
  if (!offer.available) return err(offer.refusals);

  const reason = policy.reasons.find((known) => known.id === request.reasonId);
  if (!reason) return err([{ code: 'unknown_reason' }]);
  const comment = request.comment.trim();
  if (reason.needsComment && comment === '') return err([{ code: 'comment_needed' }]);

  const quoted = quote(
    { policy, order, evaluation, before, rule: offer.rule, methods: offer.methods, states },
    request,
  );
  if (!quoted.ok) return quoted;
  const { plan, terms, handling } = quoted.value;
  const now = add(plan.amount, plan.bonus);
  if (request.shown.currencyCode !== now.currencyCode) return err([{ code: 'amount_malformed' }]);
  if (!equals(request.shown, now)) {
    return err([{ code: 'amount_changed', shown: request.shown, now }]);
  }
  const suggested = await deps.platform.readOrderForRefund(shop, orderId, plan);
  if (!suggested.ok) return err([whyUnread(suggested.error)]);
  if (!suggested.value) return err([{ code: 'platform_unavailable' }]);
  const checked = checkAgainstPlatform(plan, suggested.value.suggested);
  if (!checked.ok) return err([checked.error]);

  const at = deps.clock.now();
  const id = deps.ids.uuid() as CancellationId;
  const event = open(
    order,
    {
      actor: { kind: 'shopper' },
      channel: shopper.kind === 'guest' ? 'guest_page' : 'order_page',
      handling,
      reasonId: request.reasonId,
      policyVersion: policy.version,
      reviewDays: policy.reviewDays,
      mails: deps.ownMail && handling === 'review' ? mailsOf(deps) : [],
      plan: {
        reason: 'CUSTOMER',
        refund: checked.value,
        terms,
        giftCards: giftCardsIn(checked.value.selection, order),
        teller: deps.ownMail ? 'unorder' : 'shopify',
      },
    },
    at,
  );
  const opened = await deps.store.open(shop, {
    id,
    orderName: order.name,
    event,
    after: request.known,
    customerId: order.customerId,
    limit: limitFor(policy, order, evaluation, at),
    texts: {
      customerComment: comment || null,
      noteToCustomer: null,
      internalNote: null,
      proofOfPayment: null,
    },
    at,
    next: jobAt(shop, id, at),
  });
  if (opened.ok) return ok(id);
  return 'limitReached' in opened.error ? 'limit_reached' : ok(opened.error.cancellationId);
}

/** The customer's limit as it has to hold when the request is stored; null when it plays no part. */
function limitFor(
  policy: Policy,
  order: OrderFacts,
  { reviewReasons }: Evaluation,
  now: EpochMs,
): Parameters<CancellationStore['open']>[1]['limit'] {
  const { limit } = policy;
  if (!limit || isExempt(limit, order)) return null;
  if (reviewReasons.some(({ code }) => code === 'limit_reached')) return null;
  return { since: now - limit.days * DAY, cancellations: limit.cancellations };
}

const mailsOf = ({ staffMail }: RequestDeps): readonly RequestMail[] =>
  staffMail ? ['received', 'request_waiting', 'deadline_near'] : ['received'];
