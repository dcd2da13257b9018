import type { Channel } from '../../../domain/actor.ts';
import { SHOPPER } from '../../../domain/authority/authority.ts';
import type { RequestMail } from '../../../domain/cancellation/events.ts';
import type { CancellationId } from '../../../domain/ids.ts';
import { type Money, add, equals } from '../../../domain/money.ts';
import type { OrderFacts } from '../../../domain/order/facts.ts';
import { giftCardsIn } from '../../../domain/order/payment/gift-cards.ts';
import type { Policy } from '../../../domain/policy/document/policy.ts';
import { isExempt } from '../../../domain/policy/evaluation/evaluate.ts';
import type { Evaluation } from '../../../domain/policy/evaluation/evaluation.ts';
import type { Refusal } from '../../../domain/refusal.ts';
import { type Result, err, ok } from '../../../domain/result.ts';
import { DAY, type EpochMs } from '../../../domain/time.ts';
import {
  type Quote,
  type ShopperGrounds,
  type ShopperOrder,
  type WantedCancellation,
  againstSeeing,
  judgeShopperOrder,
  quote,
  readShopperGrounds,
} from '../../order/read-shopper-order.ts';
import type { Shopper } from '../../order/shopper.ts';
import { TEXT_LIMITS, tooLong } from '../../../domain/text/text-limits.ts';
import type { Asker, Mailing, Proposal } from './open-cancellation.ts';

export interface ShopperRequest extends WantedCancellation {
  /** The newest cancellation that the shopper's page knew of. */
  readonly known: CancellationId | null;
  readonly reasonId: string;
  readonly comment: string;
  /** What the customer was shown to get back; the request holds only for that amount. */
  readonly shown: Money;
}

/**
 * A shopper asks to cancel their order or a part of it: the policy says whether it is carried out, answered by a
 * person or refused.
 *
 * @param channel the page they ask on
 */
export function askedByShopper(
  shopper: Shopper,
  channel: Extract<Channel, 'order_page' | 'guest_page'>,
  request: ShopperRequest,
): Asker<ShopperGrounds> {
  const long = tooLong('comment', request.comment, TEXT_LIMITS.customerComment);
  return {
    by: { actor: { kind: 'shopper' }, channel, authority: SHOPPER },
    viewer: shopper,
    known: request.known,
    faults: long ? [long] : [],
    againstSeeing: (order) => againstSeeing(shopper, order),
    readGrounds: readShopperGrounds,
    propose({ mailing, now, ...seen }) {
      const view = judgeShopperOrder(shopper, { ...seen, now });
      if (!view.ok) return view;
      const quoted = quoteOf(view.value, request);
      return quoted.ok ? ok(proposalOf(view.value, quoted.value, request, mailing, now)) : quoted;
    },
  };
}

/** What the request would bring, or everything against it. */
function quoteOf(
  { order, policy, evaluation, before, offer, states }: ShopperOrder,
  request: ShopperRequest,
): Result<Quote, readonly Refusal[]> {
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

function proposalOf(
  { order, policy, evaluation }: ShopperOrder,
  { plan: refund, terms, handling, reviewReasons }: Quote,
  { reasonId, comment }: ShopperRequest,
  { ownMail, staffMail }: Mailing,
  now: EpochMs,
): Proposal {
  const mails: readonly RequestMail[] = staffMail
    ? ['received', 'request_waiting', 'deadline_near']
    : ['received'];
  return {
    policy,
    action: { do: 'request', policySays: [] },
    opening: {
      handling,
      reviewReasons,
      reasonId,
      mails: ownMail && handling === 'review' ? mails : [],
      plan: {
        reason: 'CUSTOMER',
        refund,
        terms,
        giftCards: giftCardsIn(refund, order),
        teller: ownMail ? 'unorder' : 'shopify',
      },
    },
    texts: {
      customerComment: comment.trim() || null,
      noteToCustomer: null,
      internalNote: null,
      proofOfPayment: null,
    },
    limit: limitFor(policy, order, evaluation, now),
  };
}

/** The customer's limit as it has to hold when the request is stored; null when it plays no part. */
function limitFor(
  policy: Policy,
  order: OrderFacts,
  { reviewReasons }: Evaluation,
  now: EpochMs,
): Proposal['limit'] {
  const { limit } = policy;
  if (!limit || isExempt(limit, order)) return null;
  if (reviewReasons.some(({ code }) => code === 'limit_reached')) return null;
  return { since: now - limit.days * DAY, cancellations: limit.cancellations };
}
