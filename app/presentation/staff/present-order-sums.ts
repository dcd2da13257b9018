import { type Money, formatMoney, negated, subtract, sum } from '../../domain/money.ts';
import type { OrderFacts } from '../../domain/order/facts.ts';
import { isChange, isReceipt } from '../../domain/order/payment/payments.ts';
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
  const { t } = messages;
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
      { label: t('sums.subtotal'), amount: written(goods) },
      ...optional(t('sums.discounts'), negated(discounts)),
      ...optional(t('sums.shipping'), all(shipping.map(({ price }) => price))),
      ...optional(t('sums.duties'), all(duties.map(({ amount }) => amount))),
      ...optional(t('sums.additionalFees'), order.additionalFees),
      ...optional(t('sums.tip'), order.tip),
      ...optional(t(taxesIncluded ? 'sums.taxesIncluded' : 'sums.taxes'), taxes),
    ],
    totals: [
      { label: t('sums.total'), amount: written(order.total.presentment) },
      ...optional(t('sums.cashRounding'), order.cashRounding),
      { label: t('sums.paid'), amount: written(paid) },
      ...optional(t('sums.refunded'), negated(refunded)),
      ...optional(
        t(isOwed ? 'sums.owed' : 'sums.outstanding'),
        isOwed ? negated(order.outstanding) : order.outstanding,
      ),
    ],
  };
}
