import { bundlesOf, wholeBundles } from '../../order/bundles.ts';
import type { LineItemFacts, OrderFacts } from '../../order/facts.ts';
import { fulfillmentStarted, isReadyForCustomer, openWorkOn } from '../../order/fulfillment.ts';
import { openUnits, sentUnits } from '../../order/quantities.ts';
import type { Refusal } from '../../refusal.ts';
import type { EpochMs } from '../../time.ts';
import type { AccessTo } from './access.ts';
import { distinct } from '../document/distinct.ts';
import type { LineEvaluation } from './evaluation.ts';
import { asRefusal, asReviewReason, exclusionsOfLine } from './exclusions.ts';
import { againstLine } from './platform-refusals.ts';
import type { Rule } from '../document/policy.ts';

/** A line as it is judged on its own, before its bundle is looked at. */
export interface JudgedLine extends LineEvaluation {
  /** What the rule leaves out of the line: stands against the whole order too. */
  readonly policyRefusals: readonly Refusal[];
  /** The end of the window that is open for it. */
  readonly closesAt: EpochMs | null;
}

/** What can be cancelled of one line on its own, and why not more. */
export function judgeLine(
  line: LineItemFacts,
  context: {
    readonly order: OrderFacts;
    readonly rule: Rule | null;
    readonly access: AccessTo;
    /** What stands against every part. */
    readonly against: readonly Refusal[];
  },
): JudgedLine {
  const { order, rule } = context;
  const work = openWorkOn(order, line.id);
  const access = context.access(fulfillmentStarted(work));
  const matches = rule ? exclusionsOfLine(rule, line) : [];
  const policyRefusals = matches
    .filter(({ exclusion }) => exclusion.then === 'refuse')
    .map((match) => asRefusal(match, line.id));
  const blocking = distinct([
    ...context.against,
    ...againstLine(order, { lineItemId: line.id, quantity: 0 }),
    ...(rule?.what === 'whole_order' ? [{ code: 'only_whole_order' } as const] : []),
    ...(work.some(isReadyForCustomer) ? [{ code: 'ready_for_pickup' } as const] : []),
    ...access.refusals,
    ...policyRefusals,
  ]);
  const sent = sentUnits(line);
  const isRedeemed = order.soldGiftCards.some(
    (card) => card.lineItemId === line.id && card.balance.minor < card.initialValue.minor,
  );
  return {
    lineItemId: line.id,
    cancellable: blocking.length > 0 ? 0 : openUnits(line),
    refusals:
      sent > 0
        ? [...blocking, { code: 'units_already_sent', lineItemId: line.id, sent }]
        : blocking,
    reviewReasons: [
      ...access.reviewReasons,
      ...matches
        .filter(({ exclusion }) => exclusion.then === 'review')
        .map((match) => asReviewReason(match, line.id)),
      ...(isRedeemed ? [{ code: 'gift_card_redeemed', lineItemId: line.id } as const] : []),
    ],
    policyRefusals,
    closesAt: access.closesAt,
  };
}

/** A component can be cancelled as often as every other component of its bundle. */
export function keepBundlesTogether(
  order: OrderFacts,
  lines: readonly JudgedLine[],
): readonly JudgedLine[] {
  const bundles = bundlesOf(order);
  if (bundles.length === 0) return lines;
  const judged = new Map(lines.map((line) => [line.lineItemId, line]));
  for (const bundle of bundles) {
    const whole = wholeBundles(bundle, (line) => judged.get(line.id)?.cancellable ?? 0);
    for (const { id, currentQuantity } of bundle.components) {
      const line = judged.get(id);
      const cancellable = (whole * currentQuantity) / bundle.count;
      if (!line || line.cancellable === cancellable) continue;
      const together: Refusal = { code: 'bundle_cancels_together', groupTitle: bundle.title };
      judged.set(id, { ...line, cancellable, refusals: [...line.refusals, together] });
    }
  }
  return [...judged.values()];
}
