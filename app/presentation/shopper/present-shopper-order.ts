import type { CancellationRecord } from '../../application/cancellation/cancellation-record.ts';
import type { CancellationUnderWay } from '../../application/cancellation/advance/follow-cancellation.ts';
import type { ShopperOrder } from '../../application/order/read-shopper-order.ts';
import { TEXT_LIMITS } from '../../domain/text/text-limits.ts';
import { legacyNumberOf } from '../../domain/ids.ts';
import type { OrderFacts } from '../../domain/order/facts.ts';
import type { LineEvaluation } from '../../domain/policy/evaluation/evaluation.ts';
import { type Policy, type Rule, inLanguage } from '../../domain/policy/document/policy.ts';
import type { RefundMethod } from '../../domain/refund/plan/refund-plan.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { presentShopperRefusal } from '../refusal/shopper-refusal.ts';
import { presentShopperCancellation } from './present-shopper-cancellation.ts';
import { presentQuote } from './present-shopper-quote.ts';
import { publishedPolicyUrl } from '../policy/published-policy-url.ts';
import { type ShopContact, presentWayOn } from './present-way-on.ts';
import type {
  RefundMethodOffer,
  ShopperLine,
  ShopperOffer,
  ShopperRefusal,
  ShopperView,
} from '../../contract/shopper/shopper-view.ts';
import { percentText } from '../text/percent.ts';

/**
 * An order for its buyer's page, with amounts, reasons and the merchant's words in their language.
 *
 * @param shopContact how the shop is reached; null when that is not known
 */
export function presentShopperOrder(
  view: ShopperOrder,
  locale: string,
  shopContact: ShopContact | null,
): ShopperView {
  const { shop, order, policy, cancellation, earlier } = view;
  return {
    orderName: order.name,
    cancellation: cancellation && presentShopperCancellation(cancellation, policy, locale),
    earlier: presentEarlier(earlier, policy, locale),
    offer: presentOffer(view, locale),
    policyUrl: publishedPolicyUrl(shop),
    wayOn: shopContact && presentWayOn(view, shopContact),
  };
}

/** The same for a cancellation that is under way: meanwhile nothing else is offered. */
export function presentUnderWay(view: CancellationUnderWay, locale: string): ShopperView {
  const { shop, orderName, policy, cancellation, earlier } = view;
  const refusal = { code: 'already_open', cancellationId: cancellation.state.id } as const;
  return {
    orderName,
    cancellation: presentShopperCancellation(cancellation, policy, locale),
    earlier: presentEarlier(earlier, policy, locale),
    offer: { available: false, refusals: [presentShopperRefusal(refusal, locale)] },
    policyUrl: publishedPolicyUrl(shop),
    wayOn: null,
  };
}

const presentEarlier = (
  earlier: readonly CancellationRecord[],
  policy: Policy,
  locale: string,
): ShopperView['earlier'] =>
  earlier
    .filter(({ state }) => state.cancelledAt !== null)
    .map((record) => presentShopperCancellation(record, policy, locale))
    .map(({ id, items, amount }) => ({ id, items, amount }));

function presentOffer(
  { order, policy, evaluation, offer }: ShopperOrder,
  locale: string,
): ShopperOffer {
  const inWords = (refusals: readonly Refusal[]) =>
    refusals.map((refusal) => presentShopperRefusal(refusal, locale));
  if (!offer.available) return { available: false, refusals: inWords(offer.refusals) };
  const { handling, closesAt, againstWholeOrder } = evaluation;
  return {
    available: true,
    handling,
    closesAt: closesAt === null ? null : new Date(closesAt).toISOString(),
    reasons: policy.reasons.map((reason) => ({
      id: reason.id,
      label: inLanguage(reason, locale),
      needsComment: reason.needsComment,
    })),
    commentLimit: TEXT_LIMITS.customerComment,
    what: offer.rule.what,
    notWhole: againstWholeOrder.length === 0 ? null : inWords(againstWholeOrder),
    lines: evaluation.lines.flatMap((line) => presentLine(line, order, inWords)),
    methods: offer.methods.map((method) => presentMethod(method, offer.rule, locale)),
    quote: offer.quote && presentQuote(offer.quote, order, locale),
  };
}

function presentLine(
  { lineItemId, cancellable, refusals }: LineEvaluation,
  order: OrderFacts,
  inWords: (refusals: readonly Refusal[]) => readonly ShopperRefusal[],
): readonly ShopperLine[] {
  const line = order.lines.find((known) => known.id === lineItemId);
  if (!line) return [];
  const { title, variantTitle, imageUrl, currentQuantity, group } = line;
  return [
    {
      id: legacyNumberOf(lineItemId),
      title,
      variantTitle,
      imageUrl,
      quantity: currentQuantity,
      cancellable,
      refusals: inWords(refusals),
      bundle: group?.id ?? null,
    },
  ];
}

function presentMethod(method: RefundMethod, rule: Rule, locale: string): RefundMethodOffer {
  const percent = method === 'store_credit' ? rule.refund.storeCreditBonusPercent : null;
  return { method, bonus: percent === null ? null : percentText(percent, locale) };
}
