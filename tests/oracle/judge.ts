import { share, suggestRefund, totals, type Valuation } from 'devstore/rules';
import type { ScenarioShop } from 'devstore/seed';
import type { LineItem, Order, Transaction } from 'devstore/world';

import type { OrderFacts } from '../../app/domain/order/facts.ts';
import { checkAgainstPlatform } from '../../app/domain/refund/check.ts';
import type { RefundPlan } from '../../app/domain/refund/plan/refund-plan.ts';
import type { RefundTerms } from '../../app/domain/refund/terms.ts';
import { isSettled, latePayment, moneyTruth } from '../../app/domain/refund/truth.ts';
import { worldOrderFacts, worldSuggestionFacts } from '../support/facts/world-order-facts.ts';
import { numberOf, wantedOf } from './carry-out.ts';

/** What is wrong, in words; nothing when all is well. */
export type Breaches = string[];

const minor = (amount: { readonly minor: number }): number => amount.minor;
const sum = (amounts: readonly number[]): number =>
  amounts.reduce((whole, part) => whole + part, 0);

/** A plan held against the world's own breakdown of the same order, before anything is carried out. */
export function judgePlan(
  { shop }: ScenarioShop,
  order: Order,
  plan: RefundPlan,
  terms: RefundTerms,
): Breaches {
  const breaches: Breaches = [];
  const slack = guessedDutyTaxes(order);
  const same = (what: string, ours: number, theirs: number): void => {
    if (Math.abs(ours - theirs) > slack) {
      breaches.push(`${what}: ${ours} planned, ${theirs} in the world`);
    }
  };
  const whole = plan.selection.kind === 'order';
  const suggestion = suggestRefund(order, wantedOf(order, plan), {
    full: whole,
    allocation: 'ORIGINAL_PAYMENT_METHODS',
  });
  const checked = checkAgainstPlatform(plan, worldSuggestionFacts(shop, order, suggestion));
  if (!checked.ok) {
    const { where, ours, theirs } = checked.error;
    // A part of an amount is laid on the payments by the platform as well: only the limits are compared.
    breaches.push(`check: ${where}: ${ours.minor} planned, ${theirs.minor} in the world`);
  }
  // What rounding did is worth nothing by itself, and goes back with the whole.
  const rounded = whole ? roundingOf(order) : 0;
  const { total } = suggestion.valuation;
  same('worth', plan.worth.minor, total - rounded + tipBeside(plan));

  const limit = totals.maximumRefundable(order);
  same(
    'maximum',
    plan.maximum.minor,
    whole ? limit : dueOf(order, plan, terms, suggestion.valuation),
  );
  if (plan.choice === 'everything') judgeEverything(order, plan, terms, suggestion.valuation, same);
  if (plan.choice === 'nothing') same('nothing', plan.amount.minor, 0);
  judgeSums(plan, same, breaches);
  for (const planned of plan.shares) {
    const payment = order.transactions.find((t) => t.id === numberOf(planned.parentId));
    const left = payment ? totals.refundableOf(order, payment) : 0;
    if (planned.amount.minor > left) breaches.push(`share above its payment's ${left}`);
  }
  return breaches;
}

/**
 * Taxes on duties of which nobody tells how much went back: minor units by which plan and world may differ.
 * Only where an edit and a refund with duties met on one order.
 */
function guessedDutyTaxes(order: Order): number {
  if (!order.edited) return 0;
  const taxed = order.lines.flatMap((line) =>
    line.duties.filter((duty) => duty.taxLines.length > 0),
  );
  return order.refunds.flatMap((refund) =>
    refund.duties.filter(({ dutyId }) => taxed.some(({ id }) => id === dutyId)),
  ).length;
}

type Same = (what: string, ours: number, theirs: number) => void;

/** The parts of a plan make its whole. */
function judgeSums(plan: RefundPlan, same: Same, breaches: Breaches): void {
  const { worth, notPaid, fee, lostDeals, withheld, amount, bonus, maximum } = plan;
  const lost = sum(lostDeals.map((deal) => deal.amount.minor));
  same(
    'worth less what does not come back',
    amount.minor,
    worth.minor - notPaid.minor - fee.minor - lost - withheld.minor,
  );
  same('shares', sum(plan.shares.map((s) => s.amount.minor)), amount.minor);
  for (const line of plan.lines) {
    same('gross less discount', line.gross.minor - line.discount.minor, line.goods.minor);
    same('restock', sum(line.restock.map(({ quantity }) => quantity)), line.quantity);
  }
  if (amount.minor > maximum.minor) breaches.push(`gives back more than ${maximum.minor}`);
  const parts = { fee, withheld, amount, bonus, maximum, pending: plan.pendingPayment };
  for (const [name, part] of Object.entries(parts)) {
    if (part.minor < 0) breaches.push(`${name} below zero`);
  }
}

/**
 * The world gives a tip back with everything or not at all, and does not know what of it went with a part: by which
 * the plan's tip differs from the world's.
 */
const tipBeside = ({ selection, tip, before }: RefundPlan): number =>
  selection.kind === 'order' ? -(before?.tip.minor ?? 0) : tip.minor;

/** What the claim is by the world's sums: the worth, less what is still owed. */
function dueOf(order: Order, plan: RefundPlan, terms: RefundTerms, valuation: Valuation): number {
  const whole = plan.selection.kind === 'order';
  const outstanding = totals.totalOutstanding(order) + pendingRefunds(order);
  const open = whole ? outstanding : Math.max(0, outstanding);
  const worth = valuation.total + tipBeside(plan);
  const due = worth - open + regained(order, plan, terms);
  return Math.min(Math.max(0, due), totals.maximumRefundable(order));
}

function judgeEverything(
  order: Order,
  plan: RefundPlan,
  terms: RefundTerms,
  valuation: Valuation,
  same: Same,
): void {
  const due = dueOf(order, plan, terms, valuation);
  const byEdit = plan.execution === 'edit_lines';
  const lost =
    byEdit || plan.selection.kind === 'order' ? 0 : Math.min(due, lostOf(order, plan, terms));
  const fee = byEdit ? 0 : feeOf(order, due - lost, terms, valuation);
  same('lost deals', sum(plan.lostDeals.map((deal) => deal.amount.minor)), lost);
  same('fee', plan.fee.minor, fee);
  same('amount', plan.amount.minor, due - lost - fee);
  const bonus = terms.method === 'store_credit' ? (terms.bonusPercent ?? 0) : 0;
  same('bonus', plan.bonus.minor, Number((BigInt(plan.amount.minor) * BigInt(bonus) + 99n) / 100n));
}

function feeOf(
  order: Order,
  comesBack: number,
  { fee }: RefundTerms,
  valuation: Valuation,
): number {
  if (fee.kind === 'none') return 0;
  const taxed = (net: number, tax: number): number => net + (order.taxesIncluded ? 0 : tax);
  // A tip is no goods, also where it is a line.
  const ordered = valuation.lines.filter(({ line }) => line.tip === undefined);
  const goods = sum(ordered.map(({ net, tax }) => taxed(net, tax)));
  const shipping =
    fee.touches === 'goods' ? 0 : taxed(valuation.shipping.net, valuation.shipping.tax);
  const base = Math.min(goods + shipping, comesBack);
  if (fee.kind === 'percent') {
    return Number((BigInt(base) * BigInt(Math.round(fee.percent * 100))) / 10_000n);
  }
  const digits = (fee.amounts[order.presentmentCurrency] ?? '0').replace('.', '');
  return Math.min(base, Number(digits));
}

// --- Deals ------------------------------------------------------------------------------------

/** What each deal gives the last units of the lines, in the world's own allocations. */
function dealsOf(order: Order, { thresholds }: RefundTerms) {
  if (thresholds.behaviour === 'keep_the_deal') return [];
  const amount = (amounts: Readonly<Record<string, string>>): number =>
    Number((amounts[order.presentmentCurrency] ?? '').replace('.', ''));
  type Left = (line: LineItem) => number;
  const part = (line: LineItem, left: Left, of: number): number =>
    share(of, line.quantity - left(line), line.quantity, line.quantity);
  const goods = (left: Left, without: (title: string) => boolean): number =>
    sum(
      totals
        .goods(order)
        .flatMap((line) => [
          part(line, left, totals.lineNet(line)),
          ...allocationsOf(order, line, without).map((given) => part(line, left, given)),
        ]),
    );
  const { freeShipping, discounts } = thresholds;
  const wasFree = order.shippingLines.length > 0 && totals.shippingNet(order) === 0;
  return [
    ...(freeShipping && wasFree
      ? [
          {
            title: null,
            isEarned: (left: Left) => goods(left, () => false) >= amount(freeShipping.minimum),
            gives: (left: Left) =>
              order.lines.some((line) => line.requiresShipping && left(line) > 0)
                ? amount(freeShipping.price)
                : 0,
          },
        ]
      : []),
    ...discounts.map(({ title, minimum }) => {
      const isIt = (other: string): boolean => other === title;
      return {
        title,
        isEarned: (left: Left) => goods(left, isIt) >= amount(minimum),
        gives: (left: Left) =>
          sum(
            order.lines.flatMap((line) =>
              allocationsOf(order, line, isIt).map((given) => part(line, left, given)),
            ),
          ),
      };
    }),
  ];
}

const allocationsOf = (order: Order, line: LineItem, is: (title: string) => boolean): number[] =>
  line.discountAllocations
    .filter(({ application }) => is(order.discountApplications[application]?.title ?? ''))
    .map((allocation) => allocation.amount);

const taken = (plan: RefundPlan, line: LineItem): number =>
  plan.lines.find(({ lineItemId }) => numberOf(lineItemId) === line.id)?.quantity ?? 0;

function lostOf(order: Order, plan: RefundPlan, terms: RefundTerms): number {
  const after = (line: LineItem): number => totals.currentQuantity(line) - taken(plan, line);
  return sum(
    dealsOf(order, terms)
      .filter((deal) => deal.isEarned(totals.currentQuantity) && !deal.isEarned(after))
      .map((deal) => deal.gives(after)),
  );
}

/** What earlier cancellations kept for a lost deal and comes back with what it was kept for. */
function regained(order: Order, plan: RefundPlan, terms: RefundTerms): number {
  const after = (line: LineItem): number => totals.currentQuantity(line) - taken(plan, line);
  const keptFor = (title: string | null): number =>
    sum(
      (plan.before?.deals ?? [])
        .filter((deal) => (deal.kind === 'discount' ? deal.title : null) === title)
        .map(({ amount }) => amount.minor),
    );
  const paidFor = sum(
    dealsOf(order, terms)
      .filter(
        (deal) => deal.isEarned((line) => line.quantity) && !deal.isEarned(totals.currentQuantity),
      )
      .map((deal) =>
        Math.min(keptFor(deal.title), deal.gives(totals.currentQuantity) - deal.gives(after)),
      ),
  );
  // What of a tip went back with parts is no loss: the world counts it as given for nothing.
  const kept = totals.refundDiscrepancy(order) + (plan.before?.tip.minor ?? 0);
  return Math.min(paidFor, Math.max(0, kept));
}

// --- Carried out ------------------------------------------------------------------------------

/** What of the world matters before and after. */
export interface Snapshot {
  readonly outstanding: number;
  readonly rounding: number;
  readonly discrepancy: number;
  readonly net: number;
  readonly transactions: readonly Transaction[];
  readonly units: ReadonlyMap<number, number>;
  /** By `location:item`. */
  readonly available: ReadonlyMap<string, number>;
  readonly credit: number;
}

export function snapshot({ shop, customer }: ScenarioShop, order: Order): Snapshot {
  const available = new Map<string, number>();
  for (const item of shop.inventoryItems.values()) {
    for (const level of item.levels.values()) {
      available.set(`${level.locationId}:${item.id}`, level.available);
    }
  }
  return {
    outstanding: totals.totalOutstanding(order) + pendingRefunds(order),
    rounding: roundingOf(order),
    discrepancy: totals.refundDiscrepancy(order),
    net: totals.totalReceived(order) - givenBack(order.transactions),
    transactions: [...order.transactions],
    units: new Map(order.lines.map((line) => [line.id, totals.currentQuantity(line)])),
    available,
    credit: customer.storeCredit.get(order.presentmentCurrency)?.balance ?? 0,
  };
}

/** Given back or on its way. */
const givenBack = (transactions: readonly Transaction[]): number =>
  sum(
    transactions
      .filter((t) => t.kind === 'REFUND' && (t.status === 'SUCCESS' || t.status === 'PENDING'))
      .map((t) => t.amount),
  );

/** The world after a plan was carried out, held against the plan. */
export function judgeOutcome(
  scene: ScenarioShop,
  order: Order,
  plan: RefundPlan,
  before: Snapshot,
): Breaches {
  const breaches: Breaches = [];
  const same = (what: string, ours: number, theirs: number): void => {
    if (ours !== theirs) breaches.push(`${what}: ${ours} planned, ${theirs} happened`);
  };
  const after = snapshot(scene, order);
  const moved = order.transactions.filter((t) => !before.transactions.includes(t));
  judgeMoney(plan, moved, same);
  const amount = plan.amount.minor;
  same('net payment', before.net - amount, after.net);
  if (plan.method === 'store_credit') same('store credit', before.credit + amount, after.credit);

  for (const line of totals.goods(order)) {
    same(
      'units left',
      (before.units.get(line.id) ?? 0) - taken(plan, line),
      totals.currentQuantity(line),
    );
  }
  judgeStock(plan, before, after, breaches);
  judgeBalance(order, plan, before, same);
  judgeTruth(scene, order, plan, breaches);
  return breaches;
}

function judgeMoney(plan: RefundPlan, moved: readonly Transaction[], same: Same): void {
  const refunds = moved.filter((t) => t.kind === 'REFUND');
  if (plan.method === 'store_credit') {
    same('to payments', 0, sum(refunds.filter((t) => t.parentId !== null).map((t) => t.amount)));
    return;
  }
  same('refunds', plan.shares.length, refunds.length);
  for (const { parentId, amount } of plan.shares) {
    const back = refunds.filter((t) => t.parentId === numberOf(parentId));
    same(`back to ${parentId}`, amount.minor, sum(back.map((t) => t.amount)));
  }
}

function judgeStock(plan: RefundPlan, before: Snapshot, after: Snapshot, breaches: Breaches): void {
  const planned = new Map<string, number>();
  for (const { inventoryItemId, restock } of plan.lines) {
    for (const { locationId, quantity, backOnSale } of restock) {
      if (inventoryItemId === null || !backOnSale || locationId === null) continue;
      const key = `${numberOf(locationId)}:${numberOf(inventoryItemId)}`;
      planned.set(key, (planned.get(key) ?? 0) + quantity);
    }
  }
  for (const [key, available] of after.available) {
    const came = available - (before.available.get(key) ?? 0);
    const expected = planned.get(key) ?? 0;
    if (came !== expected) breaches.push(`stock ${key}: ${expected} planned, ${came} came`);
  }
}

/**
 * What the order says is still owed once the plan is done. An order that once gave more than things were
 * worth cannot tell: the world does not balance it.
 */
function judgeBalance(order: Order, plan: RefundPlan, before: Snapshot, same: Same): void {
  const outstanding = totals.totalOutstanding(order) + pendingRefunds(order);
  const generous = before.discrepancy < 0 || plan.tip.minor > 0;
  if (plan.selection.kind === 'order') {
    same('cancelled', 1, order.cancelledAt === null ? 0 : 1);
    same('held', 0, totals.totalCapturable(order));
    const owed = Math.max(0, Math.max(0, -before.outstanding) - plan.amount.minor);
    // No source says whose the rounding is where cash that was rounded does not go back whole.
    const slack = Math.abs(before.rounding);
    if (!generous && Math.abs(owed + outstanding) > slack)
      same('owed after all', owed, -outstanding);
  } else if (!generous) {
    same(
      'owed by the customer',
      Math.max(0, before.outstanding - plan.worth.minor),
      Math.max(0, outstanding),
    );
  }
}

/** What rounding added to what was paid in cash and has not gone back with it. */
function roundingOf(order: Order): number {
  const { payment, refund } = totals.cashRounding(order);
  return payment - refund;
}

const pendingRefunds = (order: Order): number =>
  sum(
    order.transactions
      .filter((t) => t.kind === 'REFUND' && t.status === 'PENDING')
      .map((t) => t.amount),
  );

/** The app's own look at the money afterwards: all of it there, nothing late. */
function judgeTruth(
  { shop, world }: ScenarioShop,
  order: Order,
  plan: RefundPlan,
  breaches: Breaches,
): void {
  const facts: OrderFacts = worldOrderFacts(shop, order, world.now());
  const own =
    plan.execution === 'with_cancel'
      ? null
      : facts.refunds
          .filter(({ transactionIds }) =>
            transactionIds.some((id) => !plan.refundsBefore.includes(id)),
          )
          .map(({ id }) => id);
  const truth = moneyTruth(plan, facts, own, world.now());
  const pending = pendingRefunds(order) > 0;
  if (!pending && !isSettled(truth))
    breaches.push('the money is there, and the app does not see it');
  if (truth.missing.length > 0) breaches.push('the app misses money that is there');
  const late = latePayment(plan, facts).amount.minor;
  if (late !== 0) breaches.push(`late payment of ${late} that never came`);
  if (minor(truth.arrived) + minor(truth.onItsWay) !== plan.amount.minor) {
    breaches.push('the app counts other money than came');
  }
}
