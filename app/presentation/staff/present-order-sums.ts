import { type Money, formatMoney, negated, subtract, sum } from '../../domain/money.ts';
import type { OrderFacts } from '../../domain/order/facts.ts';
import { isChange, isReceipt } from '../../domain/order/payments.ts';
import type { StaffOrderView } from '../../contract/staff/staff-view.ts';
import type { Messages } from '../../messages/message-types.ts';

/**
 * What an order's total is made of and what became of it, in the currency the customer paid in. Parts that are
 * nothing are left out; the totals always stand.
 */
export function presentSums(
  order: OrderFacts,
  messages: Messages<'staff'>,
): StaffOrderView['order']['sums'] {
  const { presentmentCurrencyCode: currency, lines, shipping, taxesIncluded, transactions } = order;
  const all = (amounts: readonly Money[]): Money => sum(amounts, currency);
  const discounts = all(lines.flatMap((line) => line.discounts.map(({ amount }) => amount)));
  const goods = all([...lines.map(({ total }) => total), discounts]);
  const duties = lines.flatMap((line) => line.duties);
  const taxes = all([
    ...lines.flatMap((line) => line.taxes),
    ...shipping.flatMap((line) => line.taxes),
    ...duties.map(({ tax }) => tax),
  ]);
  const succeeded = transactions.filter(({ status }) => status === 'SUCCESS');
  // Of cash only what was kept was paid.
  const paid = subtract(
    all(succeeded.filter(isReceipt).map(({ amount }) => amount.presentment)),
    all(succeeded.filter(isChange).map(({ amount }) => amount.presentment)),
  );
  const refunded = all(
    succeeded.filter(({ kind }) => kind === 'REFUND').map(({ amount }) => amount.presentment),
  );
  const isOwed = order.outstanding.minor < 0;
  const written = (amount: Money): string => formatMoney(amount, messages.locale);
  const optional = (label: string, amount: Money) =>
    amount.minor === 0 ? [] : [{ label, amount: written(amount) }];
  return {
    parts: [
      { label: 'Subtotal', amount: written(goods) },
      ...optional('Discounts', negated(discounts)),
      ...optional('Shipping', all(shipping.map(({ price }) => price))),
      ...optional('Duties', all(duties.map(({ amount }) => amount))),
      ...optional('Additional fees', order.additionalFees),
      ...optional('Tip', order.tip),
      ...optional(taxesIncluded ? 'Taxes (included)' : 'Taxes', taxes),
    ],
    totals: [
      { label: 'Total', amount: written(order.total.presentment) },
      ...optional('Cash rounding', order.cashRounding),
      { label: 'Paid', amount: written(paid) },
      ...optional('Refunded', negated(refunded)),
      ...optional(
        isOwed ? 'Owed to the customer' : 'Outstanding',
        isOwed ? negated(order.outstanding) : order.outstanding,
      ),
    ],
  };
}
