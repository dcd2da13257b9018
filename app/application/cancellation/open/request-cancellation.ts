import { open } from '../../../domain/cancellation/machine/decide.ts';
import { isNews, readAll } from '../cancellation-record.ts';
import type { CancellationId, OrderId, ShopDomain } from '../../../domain/ids.ts';
import { type Money, add, equals } from '../../../domain/money.ts';
import type { OrderFacts } from '../../../domain/order/facts.ts';
import { giftCardsIn } from '../../../domain/order/gift-cards.ts';
import { isExempt } from '../../../domain/policy/evaluation/evaluate.ts';
import type { Evaluation } from '../../../domain/policy/evaluation/evaluation.ts';
import type { Policy } from '../../../domain/policy/document/policy.ts';
import { checkAgainstPlatform } from '../../../domain/refund/check.ts';
import type { RefundPlan } from '../../../domain/refund/plan/refund-plan.ts';
import type { Refusal } from '../../../domain/refusal.ts';
import { type Result, err, ok } from '../../../domain/result.ts';
import { DAY, type EpochMs } from '../../../domain/time.ts';
import { jobAt } from '../advance/advance-cancellation.ts';
import {
  type Quote,
  type Shopper,
  type ShopperDeps,
  type ShopperOrder,
  type WantedCancellation,
  judgeShopperOrder,
  quote,
  readShopperOrder,
} from '../../order/read-shopper-order.ts';
import { TEXT_LIMITS, tooLong } from '../../shared/text-limits.ts';
import type { CancellationStore, Ids, StaffMail } from '../../shared/ports.ts';
import type { RequestMail } from '../../../domain/cancellation/events.ts';
import { whyUnread } from '../../order/why-unread.ts';

export interface RequestDeps extends ShopperDeps {
  readonly ids: Ids;
  /** Whether the app writes to customers itself; otherwise Shopify does. */
  readonly ownMail: boolean;
  /** Where the shop is told of requests that wait for a person; null or missing for nowhere. */
  readonly staffMail?: StaffMail | null;
}

export interface ShopperRequest extends WantedCancellation {
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
  const decided = await decideAnew(deps, shop, shopper, orderId, request);
  if (!decided.ok) return decided;
  if (typeof decided.value === 'string') return ok(decided.value);
  const { view, wanted, refund } = decided.value;
  const { order, policy, evaluation } = view;
  const { terms, handling } = wanted;
  const comment = request.comment.trim();

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
        refund,
        terms,
        giftCards: giftCardsIn(refund.selection, order),
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

/** What is decided on: the order as it is now, and what the request comes to there. */
interface Decided {
  readonly view: ShopperOrder;
  readonly wanted: Quote;
  /** Held against what the platform itself would give back. */
  readonly refund: RefundPlan;
}

/**
 * Decides with facts read now, in one read with what the platform would give back. What to ask about is planned
 * first with the facts that the page showed; should the order have changed so that the question is another one, it
 * is asked again. Resolves to the id of the cancellation that came first, where there is one.
 */
async function decideAnew(
  deps: RequestDeps,
  shop: ShopDomain,
  shopper: Shopper,
  orderId: OrderId,
  request: ShopperRequest,
): Promise<Result<Decided | CancellationId, readonly Refusal[]>> {
  let view = await readShopperOrder(deps, shop, shopper, orderId, 'show');
  let wanted = quoteOf(view, request);
  if (!wanted.ok) {
    // Refused by what may be minutes old: only what is so now is said to anybody.
    view = await readShopperOrder(deps, shop, shopper, orderId);
    wanted = quoteOf(view, request);
  }
  for (let question = 0; question < MOST_QUESTIONS; question += 1) {
    if (!wanted.ok || typeof wanted.value === 'string')
      return wanted as Result<CancellationId, readonly Refusal[]>;
    const { plan } = wanted.value;
    const read = await deps.platform.readOrderForRefund(shop, orderId, plan);
    if (!read.ok) return err([whyUnread(read.error)]);
    if (!read.value) return err([{ code: 'platform_unavailable' }]);
    const { order, suggested } = read.value;
    const records = await readAll(deps.store, shop, orderId);
    view = await judgeShopperOrder(deps, shop, shopper, order, records);
    wanted = quoteOf(view, request);
    if (!view.ok || !wanted.ok || typeof wanted.value === 'string') continue;
    if (!asksTheSame(plan, wanted.value.plan)) continue;
    const refund = checkAgainstPlatform(wanted.value.plan, suggested);
    return refund.ok
      ? ok({ view: view.value, wanted: wanted.value, refund: refund.value })
      : err([refund.error]);
  }
  if (!wanted.ok) return wanted;
  return typeof wanted.value === 'string'
    ? ok(wanted.value)
    : err([{ code: 'platform_unavailable' }]);
}

/** An order that changes with every look is for later. */
const MOST_QUESTIONS = 3;

/** Whether two plans ask the platform the same: of which units, shipping and duties it would give back what. */
const asksTheSame = (one: RefundPlan, other: RefundPlan): boolean =>
  questionOf(one) === questionOf(other);

const questionOf = ({ selection, lines, shipping }: RefundPlan): string =>
  JSON.stringify([selection, lines, shipping]);

/** What the request would bring, everything against it, or the cancellation that came first. */
function quoteOf(
  read: Result<ShopperOrder, readonly Refusal[]>,
  request: ShopperRequest,
): Result<Quote | CancellationId, readonly Refusal[]> {
  if (!read.ok) return read;
  const { order, policy, evaluation, before, offer, cancellation, states } = read.value;
  if (cancellation && isNews(cancellation.state, request.known)) return ok(cancellation.state.id);
  if (!offer.available) return err(offer.refusals);
  const reason = policy.reasons.find((known) => known.id === request.reasonId);
  if (!reason) return err([{ code: 'unknown_reason' }]);
  if (reason.needsComment && request.comment.trim() === '')
    return err([{ code: 'comment_needed' }]);
  const quoted = quote(
    { policy, order, evaluation, before, rule: offer.rule, methods: offer.methods, states },
    request,
  );
  if (!quoted.ok) return quoted;
  const { plan } = quoted.value;
  const now = add(plan.amount, plan.bonus);
  if (request.shown.currencyCode !== now.currencyCode) return err([{ code: 'amount_malformed' }]);
  return equals(request.shown, now)
    ? quoted
    : err([{ code: 'amount_changed', shown: request.shown, now }]);
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
