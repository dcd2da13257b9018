/** Checkout: turns what a customer wants into an order, its payments and its fulfillment work. */
import type { OrderLineSpec, OrderSpec } from './contract.ts';
import { CommerceRefusal } from './contract.ts';
import { createFulfillmentOrders } from './fulfillment-orders.ts';
import { moveStock, trackedItemOf } from './inventory.ts';
import type { Kernel } from './kernel.ts';
import { note } from './kernel.ts';
import { found } from './lookup.ts';
import { sendPlatformMail } from './mail.ts';
import type {
  Actor,
  DiscountAllocation,
  DiscountApplication,
  LineItem,
  Minor,
  Order,
  ShippingLine,
  Shop,
  TaxLine,
  Variant,
} from './model.ts';
import { convert, formatForPeople, proportion, spread, sum } from './money.ts';
import { totalOutstanding, totalPrice } from './order-totals.ts';
import { takePayments } from './payments.ts';
import { publishOrder } from './publish.ts';

const ONLINE_STORE = { appId: 580111, name: 'Online Store' } as const;
const CUSTOMER: Actor = { kind: 'customer' };

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

function variantOf(shop: Shop, sku: string): Variant {
  return found(
    [...shop.variants.values()].find((variant) => variant.sku === sku),
    `variant with SKU ${sku}`,
  );
}

/** Tax lines of an amount: inside it when prices include tax, on top otherwise. */
function taxLinesOf(spec: OrderSpec, included: boolean, amount: Minor): TaxLine[] {
  const taxes = spec.taxes ?? [];
  const allRates = sum(taxes.map((tax) => tax.ratePpm));
  const base = included ? 1_000_000 + allRates : 1_000_000;
  return taxes.map((tax) => ({
    title: tax.title,
    ratePpm: tax.ratePpm,
    amount: proportion(amount, tax.ratePpm, base),
  }));
}

interface PricedLine {
  readonly spec: OrderLineSpec;
  readonly variant: Variant;
  readonly unitPrice: Minor;
  readonly allocations: DiscountAllocation[];
  net: Minor;
}

function priceLines(
  shop: Shop,
  spec: OrderSpec,
): { lines: PricedLine[]; applications: DiscountApplication[] } {
  const applications: DiscountApplication[] = [];
  const lines = spec.lines.map((line): PricedLine => {
    const variant = variantOf(shop, line.sku);
    const unitPrice = line.unitPrice ?? presentmentPrice(variant.priceInShopCurrency, shop, spec);
    const discount = line.lineDiscount ?? 0;
    const gross = unitPrice * line.quantity;
    if (discount > gross) throw new CommerceRefusal('A line cannot be discounted below zero.');
    const allocations: DiscountAllocation[] = [];
    if (discount > 0) {
      const amount = discount;
      applications.push({
        kind: 'automatic',
        title: 'Line offer',
        target: 'line',
        value: { type: 'fixed', amount },
      });
      allocations.push({ application: applications.length - 1, amount });
    }
    return { spec: line, variant, unitPrice, allocations, net: gross - discount };
  });
  const discount = spec.orderDiscount;
  if (discount !== undefined) {
    const subtotal = sum(lines.map((line) => line.net));
    const off =
      discount.percentPpm === undefined
        ? Math.min(discount.fixed ?? 0, subtotal)
        : proportion(subtotal, discount.percentPpm, 1_000_000);
    applications.push({
      kind: discount.kind ?? 'code',
      title: discount.title,
      target: 'order',
      value:
        discount.percentPpm === undefined
          ? { type: 'fixed', amount: off }
          : { type: 'percentage', ppm: discount.percentPpm },
    });
    const parts = spread(
      off,
      lines.map((line) => line.net),
    );
    lines.forEach((line, index) => {
      const amount = parts[index] ?? 0;
      if (amount === 0) return;
      line.allocations.push({ application: applications.length - 1, amount });
      line.net -= amount;
    });
  }
  return { lines, applications };
}

function lineItem(
  kernel: Kernel,
  shop: Shop,
  order: OrderSpec,
  included: boolean,
  priced: PricedLine,
): LineItem {
  const { spec, variant } = priced;
  const product = found(shop.products.get(variant.productId), `product ${variant.productId}`);
  return {
    id: kernel.nextId(),
    productId: product.id,
    variantId: variant.id,
    title: product.title,
    variantTitle: variant.title === 'Default Title' ? null : variant.title,
    sku: variant.sku,
    vendor: product.vendor,
    imageUrl: product.imageUrl,
    quantity: spec.quantity,
    removedQuantity: 0,
    fulfilledQuantity: 0,
    refundedQuantity: 0,
    unitPrice: priced.unitPrice,
    discountAllocations: priced.allocations,
    taxLines: variant.taxable ? taxLinesOf(order, included, priced.net) : [],
    duties:
      spec.duty === undefined
        ? []
        : [
            {
              id: kernel.nextId(),
              harmonizedSystemCode: '691110',
              countryCodeOfOrigin: shop.country.code,
              price: spec.duty,
            },
          ],
    requiresShipping: variant.requiresShipping,
    taxable: variant.taxable,
    isGiftCard: product.isGiftCard,
    restockable: spec.restockable ?? true,
    group:
      spec.group === undefined
        ? null
        : { id: kernel.nextId(), title: spec.group.title, quantity: spec.group.quantity },
    sellingPlan:
      spec.sellingPlan === undefined ? null : { id: kernel.nextId(), name: spec.sellingPlan },
    customAttributes: Object.entries(spec.customAttributes ?? {}).map(([key, value]) => ({
      key,
      value,
    })),
  };
}

function shippingLines(
  kernel: Kernel,
  spec: OrderSpec,
  included: boolean,
  applications: DiscountApplication[],
): ShippingLine[] {
  const { shipping } = spec;
  if (shipping === undefined) return [];
  const allocations: DiscountAllocation[] = [];
  if (shipping.discount !== undefined && shipping.discount > 0) {
    applications.push({
      kind: 'automatic',
      title: 'Free shipping',
      target: 'shipping',
      value: { type: 'fixed', amount: shipping.discount },
    });
    allocations.push({ application: applications.length - 1, amount: shipping.discount });
  }
  return [
    {
      id: kernel.nextId(),
      title: shipping.title,
      code: shipping.title.toUpperCase().replaceAll(' ', '_'),
      price: shipping.price,
      discountAllocations: allocations,
      taxLines: taxLinesOf(spec, included, shipping.price - (shipping.discount ?? 0)),
    },
  ];
}

/** The location that sets the units aside: the one asked for, or the first that has them. */
function reservingLocation(shop: Shop, line: LineItem, spec: OrderLineSpec): number {
  if (spec.locationId !== undefined) return spec.locationId;
  const item = trackedItemOf(shop, line);
  const usable = [...shop.locations.values()].filter((l) => l.active && l.fulfillsOnlineOrders);
  const stocked = usable.find((l) => (item?.levels.get(l.id)?.available ?? 0) >= spec.quantity);
  const known = usable.find((l) => item?.levels.has(l.id) ?? false);
  return found((stocked ?? known ?? usable[0])?.id, 'location that fulfills online orders');
}

export function placeOrder(kernel: Kernel, shop: Shop, spec: OrderSpec): Order {
  const included = spec.taxesIncluded ?? shop.taxesIncluded;
  const customer = spec.customerId === undefined ? undefined : shop.customers.get(spec.customerId);
  const { lines: priced, applications } = priceLines(shop, spec);
  const lines = priced.map((line) => lineItem(kernel, shop, spec, included, line));
  const address =
    spec.shippingAddress === undefined ? (customer?.defaultAddress ?? null) : spec.shippingAddress;
  const number = shop.nextOrderNumber;
  shop.nextOrderNumber += 1;

  const order: Order = {
    kind: 'Order',
    id: kernel.nextId(),
    number,
    name: `#${number}`,
    createdAt: kernel.now(),
    processedAt: kernel.now(),
    updatedAt: kernel.now(),
    cancelledAt: null,
    cancelReason: null,
    cancelStaffNote: null,
    closedAt: null,
    confirmed: true,
    confirmationNumber: kernel.random.hex(9).toUpperCase(),
    test: spec.test ?? false,
    currency: shop.currency,
    presentmentCurrency: spec.presentmentCurrency ?? shop.currency,
    shopPerPresentment: spec.shopPerPresentment ?? '1',
    taxesIncluded: included,
    email: spec.email === undefined ? (customer?.email ?? null) : spec.email,
    phone: customer?.phone ?? null,
    note: spec.note ?? null,
    tags: [...(spec.tags ?? [])],
    sourceName: spec.sourceName ?? 'web',
    channel:
      spec.channelName === undefined ? ONLINE_STORE : { appId: 129785, name: spec.channelName },
    customerId: customer?.id ?? null,
    companyId: spec.companyId ?? null,
    customerLocale: spec.customerLocale ?? customer?.locale ?? 'en',
    shippingAddress: address,
    billingAddress: address,
    lines,
    shippingLines: shippingLines(kernel, spec, included, applications),
    discountApplications: applications,
    tip: spec.tip ?? 0,
    transactions: [],
    refunds: [],
    fulfillmentOrders: [],
    fulfillments: [],
    returns: [],
    disputes: [],
    risk: [...(spec.risk ?? [])],
    requestedEdits: [],
    timeline: [],
    metafields: new Map(),
    statusPageKey: kernel.random.hex(32),
    edited: false,
  };
  shop.orders.set(order.id, order);
  kernel.ledger.append({
    kind: 'order.created',
    shop: shop.domain,
    orderId: order.id,
    actor: CUSTOMER,
    total: { minor: totalPrice(order), currency: order.presentmentCurrency },
  });
  reserve(kernel, shop, order, spec);
  takePayments(kernel, shop, order, spec.payments);
  note(kernel, order, CUSTOMER, `${customerName(shop, order)} placed this order.`);
  const paid = order.transactions.length > 0 && totalOutstanding(order) <= 0;
  publishOrder(kernel, shop, order, paid ? ['orders/create', 'orders/paid'] : ['orders/create']);
  sendPlatformMail(
    kernel,
    shop,
    order,
    { kind: 'platform' },
    {
      template: 'order_confirmation',
      subject: `Order ${order.name} confirmed`,
      text: `Thank you for your order at ${shop.name}. Total: ${formatForPeople(totalPrice(order), order.presentmentCurrency)}.`,
    },
  );
  return order;
}

function customerName(shop: Shop, order: Order): string {
  const customer = order.customerId === null ? undefined : shop.customers.get(order.customerId);
  return customer === undefined ? 'A customer' : `${customer.firstName} ${customer.lastName}`;
}

function reserve(kernel: Kernel, shop: Shop, order: Order, spec: OrderSpec): void {
  const placed = order.lines.map((line, index) => {
    const lineSpec = found(spec.lines[index], `line ${index}`);
    const locationId = reservingLocation(shop, line, lineSpec);
    moveStock(
      kernel,
      shop,
      order,
      { line },
      {
        locationId,
        available: -line.quantity,
        committed: line.quantity,
        reason: 'order_placed',
      },
      CUSTOMER,
    );
    return { line, locationId };
  });
  createFulfillmentOrders(kernel, shop, order, placed, {
    deliveryMethod: spec.deliveryMethod ?? 'SHIPPING',
    fulfillAt: spec.fulfillAt ?? null,
  });
}
