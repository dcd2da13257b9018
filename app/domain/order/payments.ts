import { type Money, isPositive, subtract, sum } from '../money.ts';
import type { TransactionId } from '../ids.ts';
import type { OrderFacts, TransactionFacts } from './facts.ts';

/** An authorization that still holds money on a customer's account. */
export interface OpenAuthorization {
  readonly transactionId: TransactionId;
  readonly gateway: string;
  readonly gatewayName: string;
  readonly amount: Money;
}

const isAuthorization = (t: TransactionFacts): boolean =>
  t.kind === 'AUTHORIZATION' || t.kind === 'EMV_AUTHORIZATION';

/** Successful authorizations less what was captured from them, without those voided. Presentment currency. */
export function openAuthorizations(order: OrderFacts): OpenAuthorization[] {
  return order.transactions
    .filter((t) => isAuthorization(t) && t.status === 'SUCCESS')
    .flatMap((authorization) => {
      const children = order.transactions.filter(
        (t) => t.parentId === authorization.id && t.status === 'SUCCESS',
      );
      if (children.some((t) => t.kind === 'VOID')) return [];
      const captured = sum(
        children.filter((t) => t.kind === 'CAPTURE').map((t) => t.amount.presentment),
        order.presentmentCurrencyCode,
      );
      const amount = subtract(authorization.amount.presentment, captured);
      if (!isPositive(amount)) return [];
      const { id: transactionId, gateway, gatewayName } = authorization;
      return [{ transactionId, gateway, gatewayName, amount }];
    });
}

/** A payment whose outcome is not known yet: Shopify refuses to cancel an order while one is pending. */
export function hasPendingPayment(order: OrderFacts): boolean {
  return order.transactions.some(
    (t) =>
      (isAuthorization(t) || t.kind === 'SALE' || t.kind === 'CAPTURE') &&
      (t.status === 'PENDING' || t.status === 'AWAITING_RESPONSE') &&
      !t.isManual,
  );
}
