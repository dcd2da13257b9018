/** Checkout: turns what a customer wants into an order, its payments and its fulfillment work. */
import { appIdByTitle } from '../shop/app-id.ts';
import type { OrderLineSpec, OrderSpec, TaxRate } from '../contracts/contract.ts';
import { createFulfillmentOrders } from '../fulfillment/fulfillment-orders.ts';
import { moveStock, trackedItemOf } from '../fulfillment/inventory.ts';
import type { Kernel } from '../kernel.ts';
import { note } from '../kernel.ts';
import { found } from '../lookup.ts';
import { statusPageUrl } from './status-page.ts';
import { sendPlatformMail } from '../delivery/mail.ts';
import type {
  Actor,
  AdditionalFee,
  LineItem,
  Minor,
  Order,
  PaymentTerms,
  ShippingLine,
  Shop,
} from '../model.ts';
import { formatForPeople } from '../money/money.ts';
import * as totals from './order-totals.ts';
import { takePayments, whenPaid } from '../money/payments.ts';
import { priceOrder, taxLinesOf, type PricedLine, type PricedShipping } from './pricing.ts';
import { publishOrder } from '../delivery/publish.ts';
import { emitRisk } from './annotations/risk-assessments.ts';
import { addSellingPlan } from '../shop/shop-setup.ts';

const ONLINE_STORE = { appId: 580111, name: 'Online Store' } as const;
const POINT_OF_SALE = { appId: 129785, name: 'Point of Sale' } as const;
const CUSTOMER: Actor = { kind: 'customer' };

function lineItem(
  kernel: Kernel,
  shop: Shop,
  order: OrderSpec,
  included: boolean,
  { spec, variant, unitPrice, allocations, net }: PricedLine,
  groups: Map<string, number>,
): LineItem {
  const product = found(shop.products.get(variant.productId), `product ${variant.productId}`);
  const rates = spec.taxes ?? (variant.taxable ? (order.taxes ?? []) : []);
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
    unitPrice,
    discountAllocations: allocations,
    taxLines: taxLinesOf(rates, included, net),
    duties: spec.duty === undefined ? [] : [dutyOf(kernel, shop, spec.duty, spec.dutyTaxes)],
    requiresShipping: variant.requiresShipping,
    taxable: variant.taxable,
    isGiftCard: product.isGiftCard,
    restockable: spec.restockable ?? true,
    group: spec.group === undefined ? null : groupOf(kernel, spec.group, groups),
    sellingPlan: spec.sellingPlan === undefined ? null : planOf(kernel, shop, spec.sellingPlan),
    contractId: spec.contract === true ? kernel.nextId() : null,
    customAttributes: Object.entries(spec.customAttributes ?? {}).map(([key, value]) => ({
      key,
      value,
    })),
  };
}

function dutyOf(
  kernel: Kernel,
  shop: Shop,
  price: Minor,
  taxes: readonly TaxRate[] = [],
): LineItem['duties'][number] {
  return {
    id: kernel.nextId(),
    harmonizedSystemCode: '691110',
    countryCodeOfOrigin: shop.country.code,
    price,
    taxLines: taxLinesOf(taxes, false, price),
  };
}

/** The components of one bundle share one group. */
function groupOf(
  kernel: Kernel,
  { title, quantity }: NonNullable<OrderLineSpec['group']>,
  groups: Map<string, number>,
): NonNullable<LineItem['group']> {
  const id = groups.get(title) ?? kernel.nextId();
  groups.set(title, id);
  return { id, title, quantity };
}

function planOf(kernel: Kernel, shop: Shop, name: string): NonNullable<LineItem['sellingPlan']> {
  const known = [...shop.sellingPlans.values()].find((plan) => plan.name === name);
  const plan = known ?? addSellingPlan(kernel, shop, { name, category: null });
  return { id: plan.id, name };
}

/** A tip as a line of its own: without product, work or stock. */
function tipLines(kernel: Kernel, { tip = 0, tipLine }: OrderSpec): LineItem[] {
  if (tip === 0 || tipLine === undefined) return [];
  return [
    {
      id: kernel.nextId(),
      productId: null,
      variantId: null,
      title: 'Tip',
      variantTitle: null,
      sku: null,
      vendor: null,
      imageUrl: null,
      quantity: 1,
      removedQuantity: 0,
      fulfilledQuantity: 0,
      refundedQuantity: 0,
      unitPrice: tip,
      discountAllocations: [],
      taxLines: [],
      duties: [],
      requiresShipping: false,
      taxable: false,
      isGiftCard: false,
      restockable: false,
      group: null,
      sellingPlan: null,
      contractId: null,
      customAttributes: [],
      tip: tipLine,
    },
  ];
}

function shippingLines(
  kernel: Kernel,
  spec: OrderSpec,
  included: boolean,
  priced: PricedShipping | null,
): ShippingLine[] {
  if (priced === null) return [];
  const { title, price, allocations, net } = priced;
  return [
    {
      id: kernel.nextId(),
      title,
      code: title.toUpperCase().replaceAll(' ', '_'),
      price,
      discountAllocations: allocations,
      taxLines: taxLinesOf(spec.shipping?.taxes ?? spec.taxes ?? [], included, net),
    },
  ];
}

function additionalFees(kernel: Kernel, spec: OrderSpec): AdditionalFee[] {
  return (spec.additionalFees ?? []).map(({ name, price, taxes = [] }) => ({
    id: kernel.nextId(),
    name,
    price,
    taxLines: taxLinesOf(taxes, false, price),
  }));
}

const DAY = 24 * 3600 * 1000;

function paymentTermsOf(kernel: Kernel, spec: OrderSpec): PaymentTerms | null {
  if (spec.paymentTerms === undefined) return null;
  const { dueInDays } = spec.paymentTerms;
  return {
    id: kernel.nextId(),
    scheduleId: kernel.nextId(),
    name: `Net ${dueInDays}`,
    dueInDays,
    issuedAt: kernel.now(),
    dueAt: kernel.now() + dueInDays * DAY,
  };
}

function channelOf(spec: OrderSpec): Order['channel'] {
  if (spec.importedBy !== undefined) {
    return { appId: appIdByTitle(spec.importedBy), name: spec.importedBy };
  }
  if (spec.channelName !== undefined) return { appId: 129785, name: spec.channelName };
  return spec.retailLocationId === undefined ? ONLINE_STORE : POINT_OF_SALE;
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
  const priced = priceOrder(shop, spec);
  const groups = new Map<string, number>();
  const lines = priced.lines.map((line) => lineItem(kernel, shop, spec, included, line, groups));
  const channel = channelOf(spec);
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
    dutiesIncluded: spec.dutiesIncluded ?? false,
    email: spec.email === undefined ? (customer?.email ?? null) : spec.email,
    phone: customer?.phone ?? null,
    note: spec.note ?? null,
    poNumber: null,
    customAttributes: [],
    tags: [...(spec.tags ?? [])],
    sourceName: spec.sourceName ?? sourceOf(spec, channel),
    channel,
    importedByAppId: spec.importedBy === undefined ? null : channel.appId,
    retailLocationId: spec.retailLocationId ?? null,
    customerId: customer?.id ?? null,
    companyId: spec.companyId ?? null,
    customerLocale: spec.customerLocale ?? customer?.locale ?? 'en',
    shippingAddress: address,
    billingAddress: spec.billingAddress === undefined ? address : spec.billingAddress,
    lines: [...lines, ...tipLines(kernel, spec)],
    shippingLines: shippingLines(kernel, spec, included, priced.shipping),
    discountApplications: priced.applications,
    additionalFees: additionalFees(kernel, spec),
    tip: spec.tip ?? 0,
    paymentTerms: paymentTermsOf(kernel, spec),
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
    total: { minor: totals.totalPrice(order), currency: order.presentmentCurrency },
  });
  reserve(kernel, shop, order, spec);
  takePayments(kernel, shop, order, spec.payments);
  note(kernel, order, CUSTOMER, `${customerName(shop, order)} placed this order.`);
  const paid = order.transactions.length > 0 ? whenPaid(kernel, shop, order) : [];
  publishOrder(kernel, shop, order, ['orders/create', ...paid]);
  for (const assessment of order.risk) emitRisk(kernel, shop, order, assessment);
  if (spec.silent === true) return order;
  sendPlatformMail(
    kernel,
    shop,
    order,
    { kind: 'platform' },
    {
      template: 'order_confirmation',
      subject: `Order ${order.name} confirmed`,
      // Shopify's own template leads to the order's page: {{ order_status_url }}.
      // Source: https://help.shopify.com/manual/fulfillment/setup/notifications/email-variables
      text: `Thank you for your order at ${shop.name}. Total: ${formatForPeople(totals.totalPrice(order), order.presentmentCurrency)}.\n\nView your order: ${statusPageUrl(shop, order)}`,
    },
  );
  return order;
}

/** The source of an order that came in through an app is the app's id. */
function sourceOf(spec: OrderSpec, channel: Order['channel']): string {
  if (spec.importedBy !== undefined) return String(channel.appId);
  return spec.retailLocationId === undefined ? 'web' : 'pos';
}

function customerName(shop: Shop, order: Order): string {
  const customer = order.customerId === null ? undefined : shop.customers.get(order.customerId);
  return customer === undefined ? 'A customer' : `${customer.firstName} ${customer.lastName}`;
}

function reserve(kernel: Kernel, shop: Shop, order: Order, spec: OrderSpec): void {
  const placed = totals.goods(order).map((line, index) => {
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
