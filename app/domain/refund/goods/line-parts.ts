import {
  type Money,
  add,
  equals,
  fraction,
  isPositive,
  larger,
  piece,
  smaller,
  subtract,
  sum,
  zero,
} from '../../money.ts';
import type {
  ChargedDutyFacts,
  LineItemFacts,
  OrderFacts,
  RefundFacts,
} from '../../order/facts.ts';
import type { PlannedLine } from '../plan/refund-plan.ts';
import { restockShares } from './restock-shares.ts';
import type { RefundTerms } from '../terms.ts';

/**
 * How much of the duties goes back with units of a line: their part, whatever is left (with a whole order),
 * or nothing.
 */
export type DutyRule = 'proportional' | 'whatever_is_left' | 'keep';

/**
 * What some units of a line are worth. Units that left the line before, by an edit or a refund, count as its
 * first ones, so that the parts of all its units make the line, to the minor unit.
 */
export function plannedLine(
  order: OrderFacts,
  line: LineItemFacts,
  quantity: number,
  duties: DutyRule,
  restock: RefundTerms['restock'],
): PlannedLine {
  const part = partOf(line, quantity);
  const goods = part(line.total);
  const gross = part(add(line.total, discountOf(line)));
  return {
    lineItemId: line.id,
    title: line.variantTitle ? `${line.title} – ${line.variantTitle}` : line.title,
    quantity,
    remaining: line.currentQuantity - quantity,
    gross,
    discount: subtract(gross, goods),
    goods,
    tax: sum(line.taxes.map(part), order.presentmentCurrencyCode),
    duties:
      duties === 'keep' ? [] : line.duties.map((duty) => dutyBack(order, line, duty, duties, part)),
    inventoryItemId: line.isRestockable ? line.inventoryItemId : null,
    restock: restockShares(order, line, quantity, restock),
  };
}

/** Takes the part of `quantity` units off an amount for the whole line. */
function partOf(line: LineItemFacts, quantity: number): (amount: Money) => Money {
  const gone = line.quantity - line.currentQuantity;
  return (amount) => piece(amount, gone, gone + quantity, line.quantity);
}

const discountOf = (line: LineItemFacts): Money =>
  sum(
    line.discounts.map((discount) => discount.amount),
    line.total.currencyCode,
  );

function dutyBack(
  order: OrderFacts,
  line: LineItemFacts,
  duty: ChargedDutyFacts,
  rule: 'proportional' | 'whatever_is_left',
  part: (amount: Money) => Money,
): ChargedDutyFacts {
  const left = dutyLeft(order, line, duty);
  return rule === 'whatever_is_left'
    ? left
    : {
        id: duty.id,
        amount: smaller(part(duty.amount), left.amount),
        tax: smaller(part(duty.tax), left.tax),
      };
}

/** Whether a line still has duties to give back, also after its last unit left without them. */
export const hasDutiesLeft = (order: OrderFacts, line: LineItemFacts): boolean =>
  line.duties
    .map((duty) => dutyLeft(order, line, duty))
    .some(({ amount, tax }) => isPositive(amount) || isPositive(tax));

/** What no refund has given back of a duty. */
function dutyLeft(
  order: OrderFacts,
  line: LineItemFacts,
  duty: ChargedDutyFacts,
): ChargedDutyFacts {
  const none = zero(duty.amount.currencyCode);
  const refunded = order.refunds.reduce((units, refund) => units + unitsIn(refund, line), 0);
  const edited = line.quantity - line.currentQuantity - refunded;
  let { amount, tax } = duty;
  let gone = 0;
  for (const refund of order.refunds) {
    const units = unitsIn(refund, line);
    for (const back of refund.duties.filter(({ id }) => id === duty.id)) {
      const taxBack = [gone, gone + edited].map((from) =>
        taxBackWith(back.amount, line, duty, from, units),
      );
      amount = subtract(amount, back.amount);
      tax = subtract(tax, taxBack.reduce(smaller));
    }
    gone += units;
  }
  return { id: duty.id, amount: larger(amount, none), tax: larger(tax, none) };
}

const unitsIn = (refund: RefundFacts, line: LineItemFacts): number =>
  refund.lines.reduce(
    (units, { lineItemId, quantity }) => (lineItemId === line.id ? units + quantity : units),
    0,
  );

/**
 * The platform names only the duty that went back, and not when an edit took units: its tax is reckoned by
 * units, else by amount, and where two readings differ by a minor unit, the customer has the better one.
 */
function taxBackWith(
  back: Money,
  line: LineItemFacts,
  { amount, tax }: ChargedDutyFacts,
  from: number,
  units: number,
): Money {
  return equals(back, piece(amount, from, from + units, line.quantity))
    ? piece(tax, from, from + units, line.quantity)
    : fraction(tax, back.minor, amount.minor);
}

/** All that units of a line cost: goods with their taxes, duties with theirs. */
export function lineWorth(line: PlannedLine, order: OrderFacts): Money {
  const duties = line.duties.flatMap(({ amount, tax }) => [amount, tax]);
  return sum([withTax(line.goods, line.tax, order), ...duties], order.presentmentCurrencyCode);
}

/** An amount and its tax as the customer paid them. */
export const withTax = (amount: Money, tax: Money, order: OrderFacts): Money =>
  order.taxesIncluded ? amount : add(amount, tax);
