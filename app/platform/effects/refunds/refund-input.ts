import type { MoneyBack } from '../../../domain/cancellation/events.ts';
import type { OrderId } from '../../../domain/ids.ts';
import { equals, isPositive, subtract, toDecimal } from '../../../domain/money.ts';
import type { PlannedLine, RefundPlan } from '../../../domain/refund/plan/refund-plan.ts';
import type {
  CurrencyCode,
  RefundDutyInput,
  RefundInput,
  RefundLineItemInput,
} from '../../admin-api.generated.ts';

/**
 * The money of a refund, in the currency that the customer paid in.
 *
 * @see https://shopify.dev/docs/api/admin-graphql/2026-10/input-objects/RefundInput
 */
export function moneyInput(
  orderId: OrderId,
  { method, amount, shares }: MoneyBack,
): Pick<RefundInput, 'currency' | 'transactions' | 'refundMethods'> {
  const currencyCode = amount.currencyCode as CurrencyCode;
  const inCredit = method === 'store_credit';
  return {
    currency: currencyCode,
    transactions: inCredit
      ? []
      : shares.map((share) => ({
          orderId,
          parentId: share.parentId,
          kind: 'REFUND',
          gateway: share.gateway,
          amount: toDecimal(share.amount),
        })),
    refundMethods:
      inCredit && isPositive(amount)
        ? [{ storeCreditRefund: { amount: { amount: toDecimal(amount), currencyCode } } }]
        : [],
  };
}

/** What leaves the order with a refund of some of its units: goods, shipping and duties. */
export function goodsInput(
  plan: RefundPlan,
): Pick<RefundInput, 'refundLineItems' | 'shipping' | 'refundDuties' | 'discrepancyReason'> {
  const { lines, shipping } = plan;
  const taken = subtract(subtract(plan.worth, plan.tip), plan.additionalFees);
  return {
    refundLineItems: lines.flatMap(lineInputs),
    refundDuties: dutyInputs(lines),
    ...(isPositive(shipping.amount) ? { shipping: { amount: toDecimal(shipping.amount) } } : {}),
    ...(equals(plan.amount, taken) ? {} : { discrepancyReason: 'OTHER' }),
  };
}

/** Always `CANCEL`: see `domain/refund/restock.ts` for what then happens to units that are not for sale. */
function lineInputs({ lineItemId, restock }: PlannedLine): readonly RefundLineItemInput[] {
  return restock.map(({ locationId, quantity }) => ({
    lineItemId,
    quantity,
    restockType: 'CANCEL',
    ...(locationId ? { locationId } : {}),
  }));
}

/** The duties of the units that leave, as far as the plan gives any back. */
export const dutyInputs = (lines: readonly Pick<PlannedLine, 'duties'>[]): RefundDutyInput[] =>
  lines.flatMap(({ duties }) =>
    duties.map(({ id }) => ({ dutyId: id, refundType: 'PROPORTIONAL' as const })),
  );
