import type {
  CollectionId,
  DutyId,
  InventoryItemId,
  LineItemId,
  ProductId,
} from '../../../domain/ids.ts';
import { type Money, money, subtract, sum, zero } from '../../../domain/money.ts';
import type {
  ChargedDutyFacts,
  LineDiscountFacts,
  LineItemFacts,
  SellingPlanCategory,
} from '../../../domain/order/facts.ts';
import { type PresentmentMoney, presentment } from '../../client/answer.ts';
import type { SellingPlans } from '../selling-plans.ts';
import type { WholeLineItem, WholeOrder } from './whole-order.ts';

type DutyNode = WholeLineItem['duties'][number];
type DiscountNode = WholeLineItem['discountAllocations'][number];
type Pricing = Pick<WholeOrder, 'presentmentCurrencyCode' | 'dutiesIncluded'>;

/** A line as decisions see it. Throws MalformedAnswer. */
export function lineItemFacts(
  line: WholeLineItem,
  order: Pricing,
  sellingPlans: SellingPlans,
): LineItemFacts {
  const { product, lineItemGroup: group } = line;
  const item = line.variant?.inventoryItem;
  const counted = item?.tracked ? item.id : null;
  const discounts = line.discountAllocations.map(discountFacts);
  return {
    id: line.id as LineItemId,
    title: line.title,
    variantTitle: line.variantTitle,
    imageUrl: line.image?.url ?? null,
    quantity: line.quantity,
    currentQuantity: line.currentQuantity,
    unfulfilledQuantity: line.unfulfilledQuantity,
    total: subtract(grossOf(line), sum(discounts.map(amountOfDiscount), currencyOf(order))),
    discounts,
    taxes: taxesOf(line),
    duties: line.duties.map((duty) => dutyFacts(duty, order)),
    productId: (product?.id ?? null) as ProductId | null,
    productTags: product?.tags ?? [],
    productType: product?.productType || null,
    collectionIds: product?.collections.map(({ id }) => id as CollectionId) ?? [],
    isGiftCard: line.isGiftCard,
    requiresShipping: line.requiresShipping,
    propertyNames: line.customAttributes.map(({ key }) => key),
    sellingPlan: line.sellingPlan && categoryOf(line.sellingPlan.sellingPlanId, sellingPlans),
    group: group && { id: group.id, title: group.title },
    inventoryItemId: counted as InventoryItemId | null,
    isRestockable: line.restockable && counted !== null,
  };
}

const currencyOf = (order: Pricing): string => order.presentmentCurrencyCode;
const amountOfDiscount = ({ amount }: LineDiscountFacts): Money => amount;

/**
 * Reckoned from the unit price and the allocations: of the line's own totals, `discountedTotalSet` leaves out
 * discounts on the order and `originalTotalSet` units that an edit added.
 * Source: https://shopify.dev/docs/api/admin-graphql/2026-10/objects/LineItem
 */
function grossOf(line: WholeLineItem): Money {
  const { minor, currencyCode } = presentment(line.originalUnitPriceSet);
  return money(minor * line.quantity, currencyCode);
}

function discountFacts({
  allocatedAmountSet,
  discountApplication,
}: DiscountNode): LineDiscountFacts {
  const { index, targetSelection } = discountApplication;
  return {
    index,
    title: 'code' in discountApplication ? discountApplication.code : discountApplication.title,
    amount: presentment(allocatedAmountSet),
    targetSelection,
  };
}

/** The amounts of something's tax lines. */
export const taxesOf = ({
  taxLines,
}: {
  readonly taxLines: readonly { readonly priceSet: PresentmentMoney }[];
}): readonly Money[] => taxLines.map(({ priceSet }) => presentment(priceSet));

function dutyFacts(duty: DutyNode, order: Pricing): ChargedDutyFacts {
  const currency = currencyOf(order);
  return {
    id: duty.id as DutyId,
    amount: order.dutiesIncluded ? zero(currency) : presentment(duty.price),
    tax: sum(taxesOf(duty), currency),
  };
}

/**
 * Most plans are subscriptions, and cancelling one by mistake for another costs more than asking: so that is
 * what a plan counts as which was deleted, or names no category.
 */
const categoryOf = (planId: string | null, sellingPlans: SellingPlans): SellingPlanCategory =>
  (planId === null ? null : sellingPlans.get(planId)) ?? 'SUBSCRIPTION';
