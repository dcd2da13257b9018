import { compare, parseMoney } from '../money.ts';
import type { OrderFacts } from '../order/facts.ts';
import { methodsOf } from '../refund/terms.ts';
import { evaluate } from './evaluation/evaluate.ts';
import type { Asking, Evaluation, LineEvaluation } from './evaluation/evaluation.ts';
import type { Fee, Policy, Rule } from './document/policy.ts';

export interface Applied {
  readonly policy: Policy;
  readonly evaluation: Evaluation;
}

/**
 * The policy by which an order is judged: the one it was placed under, unless the present one is kinder to
 * this buyer now. Kinder is what allows something where the other allows nothing; or what is better in one
 * point that a customer can notice and worse in none. With a draw the order's own stands: nobody loses by a
 * change made after they bought.
 */
export function applicable(
  atOrderTime: Policy,
  present: Policy,
  order: OrderFacts,
  asking: (policy: Policy) => Asking,
): Applied {
  const own: Applied = {
    policy: atOrderTime,
    evaluation: evaluate(atOrderTime, order, asking(atOrderTime)),
  };
  if (present.version === atOrderTime.version) return own;
  const now: Applied = { policy: present, evaluation: evaluate(present, order, asking(present)) };
  return isKinder(now.evaluation, own.evaluation, order) ? now : own;
}

/** Whether one evaluation of an order is better for the customer than another, and worse in nothing. */
export function isKinder(one: Evaluation, other: Evaluation, order: OrderFacts): boolean {
  if (!one.allowed) return false;
  if (!other.allowed) return true;
  const points = comparisons(one, other, order);
  return !points.includes('worse') && points.includes('better');
}

type Comparison = 'better' | 'same' | 'worse';

/** Every point that a customer can notice. What cannot be compared counts as worse. */
function comparisons(one: Evaluation, other: Evaluation, order: OrderFacts): Comparison[] {
  const points = [
    more(Number(one.againstWholeOrder.length === 0), Number(other.againstWholeOrder.length === 0)),
    more(Number(one.handling === 'automatic'), Number(other.handling === 'automatic')),
    more(one.closesAt ?? Infinity, other.closesAt ?? Infinity),
    ...one.lines.flatMap((line, index) => lineComparisons(line, other.lines[index])),
  ];
  return one.rule && other.rule
    ? [...points, ...termComparisons(one.rule, other.rule, order)]
    : points;
}

function lineComparisons(one: LineEvaluation, other: LineEvaluation | undefined): Comparison[] {
  if (!other) return ['better'];
  const isAutomatic = (line: LineEvaluation): number => Number(line.reviewReasons.length === 0);
  return [more(one.cancellable, other.cancellable), more(isAutomatic(one), isAutomatic(other))];
}

type Compare = (one: Rule, other: Rule, order: OrderFacts) => Comparison;

/** Terms that can be better than others. */
const TERMS: Readonly<Partial<Record<keyof Rule, Compare>>> = {
  what: (one, other) => more(CHOICE[one.what], CHOICE[other.what]),
  fee: (one, other, { presentmentCurrencyCode }) =>
    compareFees(one.fee, other.fee, presentmentCurrencyCode),
  refund: compareMethods,
  partial: (one, other) =>
    together(
      (['shipping', 'tip', 'duties'] as const).map((part) =>
        more(Number(one.partial[part] !== 'keep'), Number(other.partial[part] !== 'keep')),
      ),
    ),
  thresholds: (one, other) =>
    orWorse(one.thresholds, other.thresholds, ({ behaviour }) => behaviour === 'keep_the_deal'),
  reviewAbove: (one, other) =>
    orWorse(one.reviewAbove, other.reviewAbove, (amounts) => amounts === null),
};

/** What the evaluation shows already, or no customer notices. */
const NO_TERMS: readonly (keyof Rule)[] = [
  'id',
  'name',
  'who',
  'countries',
  'exclusions',
  'instant',
  'request',
  'restock',
];

/** A term that nobody says how to compare is the same, or worse. */
const termComparisons = (one: Rule, other: Rule, order: OrderFacts): readonly Comparison[] =>
  (Object.keys(one) as (keyof Rule)[])
    .filter((term) => !NO_TERMS.includes(term))
    .map(
      (term) =>
        TERMS[term]?.(one, other, order) ?? orWorse<unknown>(one[term], other[term], () => false),
    );

const CHOICE: Readonly<Record<Rule['what'], number>> = { whole_order: 0, lines: 1, quantities: 2 };

/** A fee is smaller when it is, whatever part of the order is cancelled: percent and amount do not compare. */
function compareFees(one: Fee, other: Fee, currencyCode: string): Comparison {
  const [mine, theirs] = [inCurrency(one, currencyCode), inCurrency(other, currencyCode)];
  if (mine.kind === 'none' || theirs.kind === 'none') {
    return more(Number(mine.kind === 'none'), Number(theirs.kind === 'none'));
  }
  const reach = more(Number(mine.touches === 'goods'), Number(theirs.touches === 'goods'));
  const height =
    mine.kind === 'percent' && theirs.kind === 'percent'
      ? more(theirs.percent, mine.percent)
      : mine.kind === 'fixed' && theirs.kind === 'fixed'
        ? compareAmounts(theirs.amounts[currencyCode], mine.amounts[currencyCode], currencyCode)
        : 'worse';
  return together([reach, height]);
}

/** A fixed fee without an amount in the order's currency takes nothing. */
const inCurrency = (fee: Fee, currencyCode: string): Fee =>
  fee.kind === 'fixed' && fee.amounts[currencyCode] === undefined ? { kind: 'none' } : fee;

function compareAmounts(
  one: string | undefined,
  other: string | undefined,
  currencyCode: string,
): Comparison {
  const [mine, theirs] = [one, other].map((text) => parseMoney(text ?? '0', currencyCode));
  return mine && theirs ? more(compare(mine, theirs), 0) : 'worse';
}

/** Every method of the other is still there, with no smaller bonus. */
function compareMethods(one: Rule, other: Rule): Comparison {
  const [mine, theirs] = [methodsOf(one), methodsOf(other)];
  if (!theirs.every((method) => mine.includes(method))) return 'worse';
  const bonus = (rule: Rule): number => rule.refund.storeCreditBonusPercent ?? 0;
  return together([
    more(mine.length, theirs.length),
    theirs.includes('store_credit') ? more(bonus(one), bonus(other)) : 'same',
  ]);
}

/** For terms that compare only with their kindest form. */
function orWorse<T>(one: T, other: T, isKindest: (value: T) => boolean): Comparison {
  if (JSON.stringify(one) === JSON.stringify(other)) return 'same';
  return isKindest(one) ? 'better' : 'worse';
}

const more = (one: number, other: number): Comparison =>
  one === other ? 'same' : one > other ? 'better' : 'worse';

const together = (points: readonly Comparison[]): Comparison =>
  points.includes('worse') ? 'worse' : points.includes('better') ? 'better' : 'same';
