/**
 * What a checkout charges, before anything is paid: prices, discounts, taxes, duties and fees.
 *
 * The rule of all money in this world, which prices, values, refunds and edits keep alike:
 *
 * 1. Amounts are whole minor units of the presentment currency, rounded half away from zero, once,
 *    where they arise; totals are sums of rounded parts and never rounded again.
 * 2. Discounts come off before tax: those on lines first, in the order given, each off what the ones
 *    before it have left; then those on the order, each spread over the lines by what they still
 *    cost; then those on the shipping. Nothing falls below zero.
 * 3. Tax is reckoned on each line and on the shipping by itself, each rate by itself. Inside a price
 *    it is `price * rate / (1 + all rates)`, on top `price * rate`. On duties and fees it is always on
 *    top.
 * 4. A part of something (units of a line, a line's share of an order discount) is the difference of
 *    two rounded running totals, so that parts laid end to end add up to the whole.
 * 5. Shop-currency amounts are converted from presentment one by one, at the order's rate.
 *
 * Sources: tax inside prices, https://community.shopify.com/c/accounting-and-taxes/why-is-the-tax-calculation-incorrect-on-my-order/td-p/1541835
 * (Shopify staff); tax by line, https://help.editorder.net/article/232-shopify-tax-feature; amounts
 * that units cannot share evenly, https://shopify.dev/docs/api/admin-graphql/2025-10/objects/financialsummarydiscountallocation
 * (which unit takes the odd cent is not documented). The platform's order of several discounts on one
 * order is not documented either: theirs here is the order given.
 */
import type {
  DiscountSpec,
  DiscountValue,
  OrderLineSpec,
  OrderSpec,
  TaxRate,
} from '../contracts/contract.ts';
import { CommerceRefusal } from '../contracts/contract.ts';
import { found } from '../lookup.ts';
import type {
  DiscountAllocation,
  DiscountApplication,
  Minor,
  Shop,
  TaxLine,
  Variant,
} from '../model.ts';
import { convert, proportion, spread, sum } from '../money/money.ts';

const WHOLE = 1_000_000;

/** Something with a price that discounts take off from. */
interface Discountable {
  readonly allocations: DiscountAllocation[];
  /** What is left of the price. */
  net: Minor;
}

export interface PricedLine extends Discountable {
  readonly spec: OrderLineSpec;
  readonly variant: Variant;
  readonly unitPrice: Minor;
}

export interface PricedShipping extends Discountable {
  readonly title: string;
  readonly price: Minor;
}

export interface PricedOrder {
  readonly lines: readonly PricedLine[];
  readonly shipping: PricedShipping | null;
  readonly applications: readonly DiscountApplication[];
}

/** Prices an order and takes its discounts off. */
export function priceOrder(shop: Shop, spec: OrderSpec): PricedOrder {
  const lines = spec.lines.map((line) => priceLine(shop, spec, line));
  const shipping =
    spec.shipping === undefined
      ? null
      : {
          title: spec.shipping.title,
          price: spec.shipping.price,
          allocations: [],
          net: spec.shipping.price,
        };
  const applications: DiscountApplication[] = [];
  const book = (application: DiscountApplication, parts: readonly Part[]): void => {
    if (parts.every(({ amount }) => amount === 0)) return;
    applications.push(application);
    for (const { of, amount } of parts) {
      if (amount === 0) continue;
      of.allocations.push({ application: applications.length - 1, amount });
      of.net -= amount;
    }
  };

  for (const line of lines) takeLineDiscount(line, book);
  const discounts = [...(spec.discounts ?? []), ...orderShorthand(spec)];
  for (const discount of discounts) {
    if (discount.on === 'lines' || discount.on === 'buy_x_get_y') {
      if (reaches(lines, discount)) takeOffLines(lines, discount, book);
    }
  }
  for (const discount of discounts) {
    if (discount.on === 'order' && reaches(lines, discount)) takeOffOrder(lines, discount, book);
  }
  if (shipping !== null) {
    for (const discount of [...discounts, ...shippingShorthand(spec)]) {
      if (discount.on === 'shipping' && reaches(lines, discount)) {
        const application = applicationOf(discount, 'shipping', 'ALL', 'EACH', discount.off);
        book(application, [{ of: shipping, amount: cut(shipping.net, discount.off) }]);
      }
    }
  }
  return { lines, shipping, applications };
}

interface Part {
  readonly of: Discountable;
  readonly amount: Minor;
}

type Book = (application: DiscountApplication, parts: readonly Part[]) => void;

// --- Prices -------------------------------------------------------------------------------------

function priceLine(shop: Shop, order: OrderSpec, spec: OrderLineSpec): PricedLine {
  const variant = found(
    [...shop.variants.values()].find((candidate) => candidate.sku === spec.sku),
    `variant with SKU ${spec.sku}`,
  );
  const unitPrice = spec.unitPrice ?? presentmentPrice(variant.priceInShopCurrency, shop, order);
  return { spec, variant, unitPrice, allocations: [], net: unitPrice * spec.quantity };
}

/** The unit price a shop-currency price has in the customer's currency. */
function presentmentPrice(price: Minor, shop: Shop, spec: OrderSpec): Minor {
  const currency = spec.presentmentCurrency ?? shop.currency;
  if (currency === shop.currency) return price;
  return convert(price, shop.currency, currency, inverse(spec.shopPerPresentment ?? '1'));
}

function inverse(rate: string): string {
  const scale = 10n ** 12n;
  const [whole = '0', fraction = ''] = rate.split('.');
  const digits = BigInt(whole + fraction);
  if (digits === 0n) throw new CommerceRefusal(`"${rate}" is not an exchange rate.`);
  const scaled = (scale * 10n ** BigInt(fraction.length)) / digits;
  const text = scaled.toString().padStart(13, '0');
  return `${text.slice(0, -12)}.${text.slice(-12)}`;
}

// --- Discounts ----------------------------------------------------------------------------------

function orderShorthand({ orderDiscount }: OrderSpec): DiscountSpec[] {
  if (orderDiscount === undefined) return [];
  const { title, kind, percentPpm, fixed } = orderDiscount;
  return [
    {
      title,
      kind: kind ?? 'code',
      on: 'order',
      off: percentPpm === undefined ? { fixed: fixed ?? 0 } : { percentPpm },
    },
  ];
}

function shippingShorthand({ shipping }: OrderSpec): DiscountSpec[] {
  if (shipping?.discount === undefined || shipping.discount <= 0) return [];
  const off = { fixed: shipping.discount };
  return [{ title: 'Free shipping', kind: 'automatic', on: 'shipping', off }];
}

function takeLineDiscount(line: PricedLine, book: Book): void {
  const amount = line.spec.lineDiscount ?? 0;
  if (amount > line.net) throw new CommerceRefusal('A line cannot be discounted below zero.');
  book(
    applicationOf({ title: 'Line offer', kind: 'automatic' }, 'line', 'EXPLICIT', 'EACH', {
      fixed: amount,
    }),
    [{ of: line, amount }],
  );
}

function applicationOf(
  { title, kind }: Pick<DiscountSpec, 'title' | 'kind'>,
  target: DiscountApplication['target'],
  selection: DiscountApplication['selection'],
  allocation: DiscountApplication['allocation'],
  off: DiscountValue,
): DiscountApplication {
  return {
    kind: kind ?? 'code',
    title,
    target,
    selection,
    allocation,
    value:
      'fixed' in off
        ? { type: 'fixed', amount: off.fixed }
        : { type: 'percentage', ppm: off.percentPpm },
  };
}

function reaches(lines: readonly PricedLine[], { minimumSubtotal }: DiscountSpec): boolean {
  return minimumSubtotal === undefined || sum(lines.map((line) => line.net)) >= minimumSubtotal;
}

/** What a value takes off an amount: never more than all of it. */
function cut(amount: Minor, off: DiscountValue): Minor {
  return Math.min(amount, 'fixed' in off ? off.fixed : proportion(amount, off.percentPpm, WHOLE));
}

function takeOffOrder(
  lines: readonly PricedLine[],
  discount: Extract<DiscountSpec, { on: 'order' | 'shipping' }>,
  book: Book,
): void {
  const nets = lines.map((line) => line.net);
  const whole = cut(sum(nets), discount.off);
  const parts = spread(whole, nets);
  const off = 'fixed' in discount.off ? { fixed: whole } : discount.off;
  book(
    applicationOf(discount, 'order', 'ALL', 'ACROSS', off),
    lines.map((line, index) => ({ of: line, amount: parts[index] ?? 0 })),
  );
}

function takeOffLines(
  lines: readonly PricedLine[],
  discount: Extract<DiscountSpec, { on: 'lines' | 'buy_x_get_y' }>,
  book: Book,
): void {
  if (discount.on === 'buy_x_get_y') {
    takeBuyXGetY(lines, discount, book);
    return;
  }
  const { off, across } = discount;
  const entitled = lines.filter((line) => discount.skus.includes(line.spec.sku));
  if (across === true) {
    const nets = entitled.map((line) => line.net);
    const parts = spread(cut(sum(nets), off), nets);
    book(
      applicationOf(discount, 'line', 'ENTITLED', 'ACROSS', off),
      entitled.map((line, index) => ({ of: line, amount: parts[index] ?? 0 })),
    );
    return;
  }
  book(
    applicationOf(discount, 'line', 'ENTITLED', 'EACH', off),
    entitled.map((line) => ({
      of: line,
      amount: cut(line.net, 'fixed' in off ? { fixed: off.fixed * line.spec.quantity } : off),
    })),
  );
}

/**
 * The bought line stays as it is; the one that is got carries the whole allocation, from an
 * application that is entitled to that line alone and works on each of its units.
 * Source: `DiscountAutomaticBxgy` in the Admin schema and, for the wording, the descriptions of
 * `DiscountApplicationTargetSelection` and `DiscountApplicationAllocationMethod`.
 */
function takeBuyXGetY(
  lines: readonly PricedLine[],
  discount: Extract<DiscountSpec, { on: 'buy_x_get_y' }>,
  book: Book,
): void {
  const { buys, gets } = discount;
  const bought = lines.find((line) => line.spec.sku === buys.sku);
  const got = lines.find((line) => line.spec.sku === gets.sku);
  if (bought === undefined || got === undefined) return;
  const perTurn = bought === got ? buys.quantity + gets.quantity : buys.quantity;
  const turns = Math.floor(bought.spec.quantity / perTurn);
  const units = Math.min(turns * gets.quantity, got.spec.quantity);
  const off = { percentPpm: gets.percentPpm ?? WHOLE };
  const worth = proportion(got.net, units, got.spec.quantity);
  book(applicationOf(discount, 'line', 'ENTITLED', 'EACH', off), [
    { of: got, amount: cut(worth, off) },
  ]);
}

// --- Taxes --------------------------------------------------------------------------------------

/** Tax lines of an amount: inside it when prices include tax, on top otherwise. */
export function taxLinesOf(rates: readonly TaxRate[], included: boolean, amount: Minor): TaxLine[] {
  const base = included ? WHOLE + sum(rates.map((rate) => rate.ratePpm)) : WHOLE;
  return rates.map(({ title, ratePpm }) => ({
    title,
    ratePpm,
    amount: proportion(amount, ratePpm, base),
  }));
}
