import type { Context, TypeResolvers } from '../../context.ts';
import type {
  DiscountAllocation,
  LineItem,
  Order,
  ShippingLine,
  TaxLine,
} from '../../../world/model.ts';
import { unfulfilledUnits } from '../../../world/fulfillment/fulfillment-orders.ts';
import { gid } from '../../../world/gid.ts';
import { editRefusal } from '../../../world/orders/order-edit.ts';
import { proportion, share, sum } from '../../../world/money/money.ts';
import * as totals from '../../../world/orders/order-totals.ts';
import { money, moneyBag, shopAmount } from '../../inputs/money-bag.ts';
import { imageOf } from '../sources.ts';

/** `TaxLine` */
export function taxLine(order: Order, tax: TaxLine): object {
  return {
    title: tax.title,
    rate: tax.ratePpm / 1e6,
    ratePercentage: tax.ratePpm / 1e4,
    price: shopAmount(order, tax.amount),
    priceSet: moneyBag(order, tax.amount),
    channelLiable: false,
    source: 'Shopify',
  };
}

/** `DiscountApplication` */
export function discountApplication(order: Order, index: number): object | null {
  const application = order.discountApplications[index];
  if (application === undefined) return null;
  const { value } = application;
  const shared = {
    index,
    allocationMethod: application.allocation,
    targetSelection: application.selection,
    targetType: application.target === 'shipping' ? 'SHIPPING_LINE' : 'LINE_ITEM',
    value:
      value.type === 'percentage'
        ? { __typename: 'PricingPercentageValue', percentage: value.ppm / 1e4 }
        : { __typename: 'MoneyV2', ...money(value.amount, order.presentmentCurrency) },
  };
  switch (application.kind) {
    case 'code':
      return { __typename: 'DiscountCodeApplication', code: application.title, ...shared };
    case 'automatic':
      return { __typename: 'AutomaticDiscountApplication', title: application.title, ...shared };
    case 'script':
      return { __typename: 'ScriptDiscountApplication', title: application.title, ...shared };
    case 'manual':
      return {
        __typename: 'ManualDiscountApplication',
        title: application.title,
        description: null,
        ...shared,
      };
  }
}

/** `DiscountAllocation` */
function discountAllocation(order: Order, allocation: DiscountAllocation): object {
  return {
    allocatedAmount: money(allocation.amount, order.presentmentCurrency),
    allocatedAmountSet: moneyBag(order, allocation.amount),
    discountApplication: discountApplication(order, allocation.application),
  };
}

/** `ShippingLine` */
export function shippingLine(order: Order, line: ShippingLine): object {
  const discounted = line.price - totals.allocated(line.discountAllocations);
  return {
    id: gid('ShippingLine', line.id),
    title: line.title,
    code: line.code,
    custom: false,
    isRemoved: false,
    source: 'shopify',
    carrierIdentifier: null,
    deliveryCategory: null,
    phone: null,
    originalPriceSet: moneyBag(order, line.price),
    discountedPriceSet: moneyBag(order, discounted),
    currentDiscountedPriceSet: moneyBag(order, totals.currentShipping(order)),
    discountAllocations: line.discountAllocations.map((a) => discountAllocation(order, a)),
    taxLines: line.taxLines.map((tax) => taxLine(order, tax)),
  };
}

/** `Duty` */
function duty(order: Order, value: LineItem['duties'][number]): object {
  return {
    id: gid('Duty', value.id),
    harmonizedSystemCode: value.harmonizedSystemCode,
    countryCodeOfOrigin: value.countryCodeOfOrigin,
    price: moneyBag(order, value.price),
    taxLines: value.taxLines.map((tax) => taxLine(order, tax)),
  };
}

/** The duty of the order's lines that a refunded duty goes back to. */
export function originalDuty(order: Order, id: number): object | null {
  const original = order.lines.flatMap((line) => line.duties).find((d) => d.id === id);
  return original === undefined ? null : duty(order, original);
}

/** Discounts of this line alone, from a code or not; never those on the order as a whole. */
function lineLevelDiscount(
  order: Order,
  line: LineItem,
  { withCodes }: { readonly withCodes: boolean },
): number {
  const isCode = (a: DiscountAllocation): boolean =>
    order.discountApplications[a.application]?.kind === 'code';
  return totals.allocated(
    line.discountAllocations.filter(
      (a) => !totals.isOrderLevel(order, a) && (withCodes || !isCode(a)),
    ),
  );
}

const lineItem: TypeResolvers<'LineItem'> = {
  id: ({ line }) => gid('LineItem', line.id),
  name: ({ line }) =>
    line.variantTitle === null ? line.title : `${line.title} - ${line.variantTitle}`,
  title: ({ line }) => line.title,
  variantTitle: ({ line }) => line.variantTitle,
  sku: ({ line }) => line.sku,
  vendor: ({ line }) => line.vendor,
  image: ({ line }) => imageOf(line.imageUrl, line.title),
  quantity: ({ line }) => line.quantity,
  currentQuantity: ({ line }) => totals.currentQuantity(line),
  refundableQuantity: ({ line }) => totals.currentQuantity(line),
  unfulfilledQuantity: ({ order, line }) =>
    line.tip?.unfulfilled === true
      ? totals.currentQuantity(line)
      : unfulfilledUnits(order, line.id),
  fulfillableQuantity: ({ order, line }) => unfulfilledUnits(order, line.id),
  /** "If items have been refunded, or the item is not something that can be fulfilled, like a tip" */
  nonFulfillableQuantity: ({ line }) =>
    line.tip === undefined ? line.removedQuantity : line.quantity,
  fulfillmentStatus: ({ order, line }) =>
    line.fulfilledQuantity === 0
      ? 'unfulfilled'
      : unfulfilledUnits(order, line.id) === 0
        ? 'fulfilled'
        : 'partial',
  requiresShipping: ({ line }) => line.requiresShipping,
  restockable: ({ line }) => line.restockable,
  taxable: ({ line }) => line.taxable,
  isGiftCard: ({ line }) => line.isGiftCard,
  merchantEditable: ({ order, line }, _args, { actor }) =>
    editRefusal(order, actor) === null && unfulfilledUnits(order, line.id) > 0,
  customAttributes: ({ line }) => line.customAttributes,
  product: ({ line }, _args, { shop }) =>
    line.productId === null ? null : (shop.products.get(line.productId) ?? null),
  variant: ({ line }, _args, { shop }: Context) =>
    line.variantId === null ? null : (shop.variants.get(line.variantId) ?? null),
  contract: ({ line }) =>
    line.contractId === null
      ? null
      : { id: gid('SubscriptionContract', line.contractId), status: 'ACTIVE' },
  sellingPlan: ({ line }) =>
    line.sellingPlan === null
      ? null
      : { name: line.sellingPlan.name, sellingPlanId: gid('SellingPlan', line.sellingPlan.id) },
  lineItemGroup: ({ line }) =>
    line.group === null
      ? null
      : {
          id: gid('LineItemGroup', line.group.id),
          title: line.group.title,
          quantity: line.group.quantity,
          customAttributes: [],
          productId: null,
          variantId: null,
          variantSku: null,
        },
  originalUnitPrice: ({ order, line }) => shopAmount(order, line.unitPrice),
  originalUnitPriceSet: ({ order, line }) => moneyBag(order, line.unitPrice),
  originalTotalSet: ({ order, line }) => moneyBag(order, totals.lineGross(line)),
  /** Source: https://shopify.dev/changelog/lineitem-discountedtotalset-can-optionally-include-code-based-discounts */
  discountedTotalSet: ({ order, line }, args: { readonly withCodeDiscounts?: boolean }) =>
    moneyBag(
      order,
      totals.lineGross(line) -
        lineLevelDiscount(order, line, { withCodes: args.withCodeDiscounts === true }),
    ),
  discountedUnitPriceSet: ({ order, line }) =>
    moneyBag(
      order,
      proportion(
        totals.lineGross(line) - lineLevelDiscount(order, line, { withCodes: false }),
        1,
        line.quantity,
      ),
    ),
  discountedUnitPriceAfterAllDiscountsSet: ({ order, line }) =>
    moneyBag(order, proportion(totals.lineNet(line), 1, line.quantity)),
  totalDiscountSet: ({ order, line }) =>
    moneyBag(order, lineLevelDiscount(order, line, { withCodes: true })),
  priceAfterAllDiscountsBeforeTaxesSet: ({ order, line }) => {
    const left = totals.lineNet(line) - totals.unitsWorth(line, 0, line.removedQuantity).net;
    const taxLeft = totals.lineTax(line) - totals.unitsWorth(line, 0, line.removedQuantity).tax;
    return moneyBag(order, order.taxesIncluded ? left - taxLeft : left);
  },
  unfulfilledOriginalTotalSet: ({ order, line }) =>
    moneyBag(order, line.unitPrice * unfulfilledUnits(order, line.id)),
  unfulfilledDiscountedTotalSet: ({ order, line }) =>
    moneyBag(
      order,
      share(totals.lineNet(line), 0, unfulfilledUnits(order, line.id), line.quantity),
    ),
  discountAllocations: ({ order, line }) =>
    line.discountAllocations.map((allocation) => discountAllocation(order, allocation)),
  taxLines: ({ order, line }, args: { readonly first?: number | null }) =>
    line.taxLines.slice(0, args.first ?? undefined).map((tax) => taxLine(order, tax)),
  duties: ({ order, line }) => line.duties.map((value) => duty(order, value)),
};

/** The same title and rate over several lines is one tax line of the order. */
export function orderTaxLines(order: Order, current: boolean): object[] {
  const byRate = new Map<string, TaxLine>();
  const all = [
    ...order.lines.flatMap((line) =>
      line.taxLines.map((tax) => ({
        ...tax,
        amount: current
          ? tax.amount - share(tax.amount, 0, line.removedQuantity, line.quantity)
          : tax.amount,
      })),
    ),
    ...order.shippingLines.flatMap((line) => line.taxLines),
  ];
  for (const tax of all) {
    const key = `${tax.title}/${tax.ratePpm}`;
    const soFar = byRate.get(key);
    byRate.set(key, { ...tax, amount: sum([soFar?.amount ?? 0, tax.amount]) });
  }
  return [...byRate.values()].map((tax) => taxLine(order, tax));
}

export const lineItemResolvers = { LineItem: lineItem };
