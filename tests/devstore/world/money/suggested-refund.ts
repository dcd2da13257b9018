/** What the platform suggests to give back, and to which payments. */
import type { Minor, Order, Transaction } from '../model.ts';
import * as totals from '../orders/order-totals.ts';
import { allocateRefund } from './money-back.ts';
import { type Valuation, valueOf, type WantedRefunds } from './valuation.ts';

export interface Suggestion {
  readonly valuation: Valuation;
  readonly amount: Minor;
  readonly maximumRefundable: Minor;
  readonly transactions: readonly {
    readonly parent: Transaction;
    readonly amount: Minor;
    readonly maximumRefundable: Minor;
  }[];
  readonly storeCredit: Minor | null;
}

export function suggestRefund(
  order: Order,
  wishes: WantedRefunds,
  o: { readonly full: boolean; readonly allocation: 'ORIGINAL_PAYMENT_METHODS' | 'STORE_CREDIT' },
): Suggestion {
  const valuation = valueOf(order, wishes, o.full);
  const maximumRefundable = totals.maximumRefundable(order);
  const amount = o.full ? maximumRefundable : Math.min(valuation.total, maximumRefundable);
  const payments = refundablePayments(order);
  const storeCredit = o.allocation === 'STORE_CREDIT' ? amount : null;
  return {
    valuation,
    amount,
    maximumRefundable,
    transactions:
      storeCredit !== null
        ? []
        : allocateRefund(amount, payments).map(({ payment, amount: part }) => ({
            parent: payment.parent,
            amount: part,
            maximumRefundable: payment.limit,
          })),
    storeCredit,
  };
}

function refundablePayments(order: Order): { parent: Transaction; limit: Minor }[] {
  return order.transactions
    .map((parent) => ({ parent, limit: totals.refundableOf(order, parent) }))
    .filter((payment) => payment.limit > 0);
}
