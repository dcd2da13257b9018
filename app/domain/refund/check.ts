import { type Money, add, compare, equals, smaller, subtract, sum, zero } from '../money.ts';
import type { SuggestedRefundFacts } from '../order/facts.ts';
import type { BreakdownPart, RefusalOf } from '../refusal.ts';
import { type Result, err, ok } from '../result.ts';
import type { PlannedLine, RefundPlan } from './plan/refund-plan.ts';

/**
 * A plan held against the platform's own breakdown of the same lines, part by part. The first difference
 * refuses it: money is sent only when both agree.
 */
export function checkAgainstPlatform(
  plan: RefundPlan,
  suggested: SuggestedRefundFacts,
): Result<RefundPlan, RefusalOf<'platform_disagrees'>> {
  for (const { where, ours, theirs, atMost } of comparisons(plan, suggested)) {
    const agrees = atMost ? compare(ours, theirs) <= 0 : equals(ours, theirs);
    if (!agrees) return err({ code: 'platform_disagrees', where, ours, theirs });
  }
  return ok(plan);
}

interface Comparison {
  readonly where: BreakdownPart;
  readonly ours: Money;
  readonly theirs: Money;
  /** Ours may be less: what they say is a limit. */
  readonly atMost?: boolean;
}

function* comparisons(plan: RefundPlan, suggested: SuggestedRefundFacts): Generator<Comparison> {
  for (const line of plan.lines) yield* lineComparisons(line, suggested);
  const { shipping } = plan;
  yield { where: 'shipping', ours: shipping.amount, theirs: suggested.shipping.amount };
  yield { where: 'shipping_tax', ours: shipping.tax, theirs: suggested.shipping.tax };
  const duties = plan.lines.flatMap((line) => line.duties.map((duty) => duty.amount));
  const currency = plan.amount.currencyCode;
  yield { where: 'duties', ours: sum(duties, currency), theirs: suggested.duties };
  yield {
    where: 'maximum',
    ours: plan.maximum,
    theirs: suggested.maximumRefundable.presentment,
    atMost: plan.selection.kind === 'lines',
  };
  yield* paymentComparisons(plan, suggested);
}

/**
 * The platform names the payments it would lay its own amount on. Where the plan gives more than that (a part
 * of the tip, which no line carries), a payment that it has no need of is not one it refuses.
 */
function* paymentComparisons(
  { shares, amount, worth, tip }: RefundPlan,
  { transactions, maximumRefundable }: SuggestedRefundFacts,
): Generator<Comparison> {
  const laid = sum(
    transactions.map((payment) => payment.amount.presentment),
    amount.currencyCode,
  );
  const itsOwn = smaller(subtract(worth, tip), maximumRefundable.presentment);
  const namesAll = compare(amount, laid) <= 0 || compare(laid, itsOwn) < 0;
  for (const { parentId, gatewayName, amount: ours } of shares) {
    const payment = transactions.find((candidate) => candidate.parentId === parentId);
    if (!payment && !namesAll) continue;
    const theirs = payment?.maximumRefundable ?? zero(amount.currencyCode);
    yield { where: `payment:${gatewayName}`, ours, theirs, atMost: true };
  }
}

/** The platform may show units of one line apart, by location. */
function* lineComparisons(
  line: PlannedLine,
  suggested: SuggestedRefundFacts,
): Generator<Comparison> {
  const same = suggested.lines.filter(({ lineItemId }) => lineItemId === line.lineItemId);
  const total = (of: (part: (typeof same)[number]) => Money): Money =>
    same.map(of).reduce(add, zero(line.goods.currencyCode));
  yield { where: `goods:${line.title}`, ours: line.goods, theirs: total((l) => l.subtotal) };
  yield { where: `goods_tax:${line.title}`, ours: line.tax, theirs: total((l) => l.tax) };
}
