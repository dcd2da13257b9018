import { brokenBundles } from '../../order/bundles.ts';
import { hasOpenDispute } from '../../order/payment/disputes.ts';
import type { OrderFacts } from '../../order/facts.ts';
import { fulfillmentStarted, isReadyForCustomer } from '../../order/fulfillment.ts';
import { paymentsWithoutWayBack } from '../../order/payment/payments.ts';
import { isAnythingSent } from '../../order/quantities.ts';
import { type CheckedSelection, type Selection, wholeOrder } from '../../refund/goods/selection.ts';
import type { Refusal } from '../../refusal.ts';
import { folded } from '../../text/text.ts';
import { type Access, type AccessTo, accessUnder } from './access.ts';
import { distinct } from '../document/distinct.ts';
import {
  type Asking,
  type Evaluation,
  type LineEvaluation,
  type ReviewReason,
  againstSelection,
} from './evaluation.ts';
import { asRefusal, asReviewReason, exclusionsOfOrder } from './exclusions.ts';
import { type JudgedLine, judgeLine, keepBundlesTogether } from './judge-line.ts';
import { againstAnyPart, againstPartOf, againstWhole } from './platform-refusals.ts';
import type { Policy, PolicyDocument, Rule } from '../document/policy.ts';
import { isAbove, limitFor } from './review-amount.ts';
import { ruleFor } from './rule-for.ts';

/**
 * What may this buyer cancel of the order now? The first rule that speaks to them decides; every reason
 * against anything is named, not only the first.
 *
 * An order of which a part was sent can still be cancelled in its other parts, and where work has begun on
 * some lines only, in the others.
 */
export function evaluate(policy: Policy, order: OrderFacts, asking: Asking): Evaluation {
  const found = ruleFor(policy, order, asking.buyer);
  const rule = found.ok ? found.value : null;
  const access: AccessTo = rule ? accessUnder(rule, policy, order, asking.now) : () => NO_ACCESS;
  const shared = sharedVerdict(policy, rule, order, asking);
  if (!found.ok) shared.refusals.push(found.error);
  shared.refusals.push(...access(false).refusals);

  const against = [...shared.refusals, ...againstAnyPart(order)];
  const lines = keepBundlesTogether(
    order,
    order.lines
      .filter((line) => line.currentQuantity > 0)
      .map((line) => judgeLine(line, { order, rule, access, against })),
  );
  const whole = wholeVerdict(order, rule, access, shared, lines);
  const offered = whole.refusals.length === 0 ? whole : partsVerdict(shared, lines);
  const allowed = offered === whole || lines.some((line) => line.cancellable > 0);
  return {
    policyVersion: policy.version,
    rule,
    allowed,
    refusals: allowed ? [] : allReasons(whole.refusals, lines),
    againstWholeOrder: whole.refusals,
    lines: lines.map(({ lineItemId, cancellable, refusals, reviewReasons }) => ({
      lineItemId,
      cancellable,
      refusals,
      reviewReasons,
    })),
    handling: offered.reviewReasons.length > 0 ? 'review' : 'automatic',
    reviewReasons: offered.reviewReasons,
    closesAt: offered.closesAt,
  };
}

/**
 * What a shopper's concrete request meets: everything against it, and whether a person has to agree. The
 * selection is in its normal form (`normalised`).
 */
export function judge(
  evaluation: Evaluation,
  order: OrderFacts,
  selection: CheckedSelection,
): {
  readonly refusals: readonly Refusal[];
  readonly handling: 'automatic' | 'review';
  readonly reviewReasons: readonly ReviewReason[];
} {
  if (selection.kind === 'order') {
    const { againstWholeOrder: refusals, handling, reviewReasons } = evaluation;
    return { refusals, handling, reviewReasons };
  }
  const units = new Map(selection.lines.map(({ lineItemId, quantity }) => [lineItemId, quantity]));
  const refusals = distinct([
    ...againstSelection(evaluation, selection),
    ...brokenBundles(order, units),
  ]);
  const reviewReasons = distinct([
    ...evaluation.reviewReasons.filter(concernsEveryPart),
    ...evaluation.lines.flatMap((line) => (units.has(line.lineItemId) ? line.reviewReasons : [])),
    ...aboveAmount(evaluation.rule, order, selection),
  ]);
  return {
    refusals,
    handling: reviewReasons.length > 0 ? 'review' : 'automatic',
    reviewReasons,
  };
}

/** What the platform itself would refuse, whoever asks: all that stands against staff. */
export function platformRefusals(order: OrderFacts, selection: Selection): readonly Refusal[] {
  return selection.kind === 'order' ? againstWhole(order) : againstPartOf(order, selection.lines);
}

interface Verdict {
  readonly refusals: Refusal[];
  readonly reviewReasons: ReviewReason[];
}

/** What holds for the order and for every part of it. */
function sharedVerdict(
  policy: PolicyDocument,
  rule: Rule | null,
  order: OrderFacts,
  asking: Asking,
): Verdict {
  const refusals: Refusal[] = [];
  const reviewReasons: ReviewReason[] = [];
  if (order.cancelledAt !== null || isNothingLeft(order)) {
    refusals.push({ code: 'already_cancelled' });
  }
  if (hasOpenDispute(order)) refusals.push({ code: 'dispute_open' });
  if (order.isPointOfSale) refusals.push({ code: 'point_of_sale' });
  if (!policy.enabled) refusals.push({ code: 'policy_disabled' });
  for (const match of rule ? exclusionsOfOrder(rule, order) : []) {
    if (match.exclusion.then === 'refuse') refusals.push(asRefusal(match, null));
    else reviewReasons.push(asReviewReason(match, null));
  }
  const { limit } = policy;
  if (limit && asking.recentCancellations >= limit.cancellations && !isExempt(limit, order)) {
    const { cancellations, days } = limit;
    if (limit.then === 'refuse') refusals.push({ code: 'limit_reached', cancellations, days });
    else reviewReasons.push({ code: 'limit_reached' });
  }
  for (const { gatewayName } of paymentsWithoutWayBack(order, asking.now)) {
    reviewReasons.push({ code: 'no_way_back', gatewayName });
  }
  return { refusals, reviewReasons };
}

/**
 * Every unit was taken off the order before it was sent: to its customer it is cancelled, whatever the platform
 * calls it.
 */
const isNothingLeft = (order: OrderFacts): boolean =>
  order.lines.length > 0 &&
  order.lines.every((line) => line.currentQuantity === 0) &&
  !isAnythingSent(order);

/** Whether the policy's limit on a customer's cancellations leaves this one out. */
export const isExempt = (
  { exemptTag }: NonNullable<PolicyDocument['limit']>,
  order: OrderFacts,
): boolean =>
  exemptTag !== null && order.customerTags.some((tag) => folded(tag) === folded(exemptTag));

/** The order as a whole: what holds for every part, what the platform says, and what a line brings in. */
function wholeVerdict(
  order: OrderFacts,
  rule: Rule | null,
  access: AccessTo,
  shared: Verdict,
  lines: readonly JudgedLine[],
): Access {
  const isReady = order.fulfillmentOrders.some(isReadyForCustomer);
  const { refusals, reviewReasons, closesAt } = access(fulfillmentStarted(order.fulfillmentOrders));
  return {
    refusals: distinct([
      ...shared.refusals,
      ...againstWhole(order),
      ...(isReady ? [{ code: 'ready_for_pickup' } as const] : []),
      ...refusals,
      ...lines.flatMap((line) => line.policyRefusals),
    ]),
    reviewReasons: distinct([
      ...shared.reviewReasons,
      ...reviewReasons,
      ...aboveAmount(rule, order, wholeOrder(order)),
      ...lines.flatMap((line) => line.reviewReasons),
    ]),
    closesAt,
  };
}

/** Where only parts can be cancelled: as easily as the easiest of them. */
function partsVerdict(shared: Verdict, lines: readonly JudgedLine[]): Access {
  const cancellable = lines.filter((line) => line.cancellable > 0);
  const easiest = cancellable.find((line) => line.reviewReasons.length === 0);
  const byRequest = easiest ? [] : cancellable.flatMap((line) => line.reviewReasons);
  return {
    refusals: [],
    reviewReasons: distinct([...shared.reviewReasons, ...byRequest]),
    closesAt: (easiest ?? cancellable[0])?.closesAt ?? null,
  };
}

const NO_ACCESS: Access = { refusals: [], reviewReasons: [], closesAt: null };

const aboveAmount = (
  rule: Rule | null,
  order: OrderFacts,
  selection: CheckedSelection,
): readonly ReviewReason[] =>
  rule?.reviewAbove && isAbove(rule.reviewAbove, order, selection)
    ? [{ code: 'above_amount', ...limitFor(rule.reviewAbove, order) }]
    : [];

/** Reasons of the order itself, which hold whatever is taken of it; lines bring their own. */
const concernsEveryPart = (reason: ReviewReason): boolean =>
  reason.code === 'limit_reached' ||
  reason.code === 'no_way_back' ||
  (reason.code === 'excluded' && reason.lineItemId === null);

/** Why nothing can be cancelled: what stands against the whole, and what against each line on its own. */
const allReasons = (
  againstWholeOrder: readonly Refusal[],
  lines: readonly LineEvaluation[],
): readonly Refusal[] =>
  distinct([...againstWholeOrder, ...lines.flatMap((line) => line.refusals)]).filter(
    ({ code }) => code !== 'only_whole_order' && code !== 'units_already_sent',
  );
