import type { TransactionId } from '../../ids.ts';
import {
  type Money,
  type MoneyBag,
  add,
  fraction,
  isPositive,
  larger,
  subtract,
  sum,
  zero,
} from '../../money.ts';
import type { EpochMs } from '../../time.ts';
import type { OrderFacts, TransactionFacts, TransactionStatus } from '../facts.ts';
import { isTooLate, wayBackOf } from './gateways.ts';

/** An authorization that still holds money on a customer's account. */
export interface OpenAuthorization {
  readonly transactionId: TransactionId;
  readonly gateway: string;
  readonly gatewayName: string;
  readonly amount: Money;
}

/** Money that was received and can go back where it came from. Presentment currency. */
export interface RefundablePayment {
  readonly transactionId: TransactionId;
  readonly gateway: string;
  readonly gatewayName: string;
  readonly isManual: boolean;
  /** Received, less what was given back or is on its way back. */
  readonly left: Money;
}

/** The gateway has not said yet what came of it. */
const UNANSWERED: readonly TransactionStatus[] = ['PENDING', 'AWAITING_RESPONSE', 'UNKNOWN'];

/** Money that moved, or may have. */
export const isUnderWay = (t: TransactionFacts): boolean => UNANSWERED.includes(t.status);

const isAuthorization = (t: TransactionFacts): boolean =>
  t.kind === 'AUTHORIZATION' || t.kind === 'EMV_AUTHORIZATION';

/** Money that came in. */
export const isReceipt = (t: TransactionFacts): boolean =>
  t.kind === 'SALE' || t.kind === 'CAPTURE';

/**
 * What the customer still has to pay; negative for what they are owed. The platform counts a refund only once the
 * gateway has confirmed it (`OrderTransaction.status`), so that until then it counts as still to be given back.
 */
export const stillOwed = (order: OrderFacts): Money =>
  order.transactions
    .filter((t) => t.kind === 'REFUND' && isUnderWay(t))
    .reduce((owed, t) => add(owed, t.amount.presentment), order.outstanding);

/** Refunds that took money off the order's payments, or may have. */
const isGivenBack = (t: TransactionFacts): boolean =>
  t.kind === 'REFUND' && (t.status === 'SUCCESS' || isUnderWay(t));

/**
 * "The money returned to the customer when they've paid too much during a cash transaction": of the payment above
 * it only the rest was kept.
 * Source: https://shopify.dev/docs/api/admin-graphql/2026-10/enums/OrderTransactionKind
 */
export const isChange = (t: TransactionFacts): boolean =>
  t.kind === 'CHANGE' && t.status === 'SUCCESS';

const paid = (order: OrderFacts, transactions: readonly TransactionFacts[]): Money =>
  sum(
    transactions.map((t) => t.amount.presentment),
    order.presentmentCurrencyCode,
  );

const successfulChildren = (order: OrderFacts, parent: TransactionFacts): TransactionFacts[] =>
  order.transactions.filter((t) => t.parentId === parent.id && t.status === 'SUCCESS');

/** What a transaction moved: a void says 0.00 of itself and lets go what its authorization still held. */
export function movedBy(order: OrderFacts, transaction: TransactionFacts): Money {
  const parent = order.transactions.find((t) => t.id === transaction.parentId);
  if (transaction.kind !== 'VOID' || !parent) return transaction.amount.presentment;
  const captured = successfulChildren(order, parent).filter((t) => t.kind === 'CAPTURE');
  return subtract(parent.amount.presentment, paid(order, captured));
}

/**
 * Successful authorizations less what was captured from them, without those voided or expired. `now` tells
 * expired ones apart where the platform says when they end; pass null when only its own word counts.
 */
export function openAuthorizations(order: OrderFacts, now: EpochMs | null): OpenAuthorization[] {
  return order.transactions
    .filter((t) => isAuthorization(t) && t.status === 'SUCCESS' && !hasExpired(order, t, now))
    .flatMap((authorization) => {
      const children = successfulChildren(order, authorization);
      if (children.some((t) => t.kind === 'VOID')) return [];
      const captured = children.filter((t) => t.kind === 'CAPTURE');
      const amount = subtract(authorization.amount.presentment, paid(order, captured));
      if (!isPositive(amount)) return [];
      const { id: transactionId, gateway, gatewayName } = authorization;
      return [{ transactionId, gateway, gatewayName, amount }];
    });
}

/**
 * An expired authorization keeps its status and holds nothing. Shops without Plus are not told when one ends
 * (`OrderTransaction.authorizationExpiresAt`); the order's own status tells all.
 */
function hasExpired(order: OrderFacts, t: TransactionFacts, now: EpochMs | null): boolean {
  return (
    order.financialStatus === 'EXPIRED' ||
    t.errorCode === 'AUTHORIZATION_EXPIRED' ||
    (now !== null && t.authorizationExpiresAt !== null && t.authorizationExpiresAt <= now)
  );
}

/** The payments that can still give something back, in the order in which they were made. */
export const refundablePayments = (order: OrderFacts): RefundablePayment[] =>
  receiptsOf(order)
    .map(({ received: _received, ...payment }) => payment)
    .filter((payment) => isPositive(payment.left));

/**
 * Payments that still hold money and whose provider does not take it back any more, or never does. Money that came
 * outside any gateway is not among them: everybody knows that a person pays it back.
 */
export function paymentsWithoutWayBack(order: OrderFacts, now: EpochMs): TransactionFacts[] {
  const closed = order.transactions.filter((payment) => {
    const wayBack = wayBackOf(payment);
    const isClosed = wayBack.by === 'hand' || isTooLate(wayBack, now);
    return isReceipt(payment) && !payment.isManual && isClosed;
  });
  if (closed.length === 0) return [];
  const holdingMoney = new Set(refundablePayments(order).map((payment) => payment.transactionId));
  return closed.filter((payment) => holdingMoney.has(payment.id));
}

/** Every payment that was received, in the order in which they were made, with what is left of it. */
export function receiptsOf(
  order: OrderFacts,
): (RefundablePayment & { readonly received: Money })[] {
  return order.transactions
    .filter((t) => isReceipt(t) && t.status === 'SUCCESS')
    .map(({ id, gateway, gatewayName, isManual, amount }) => {
      const given = order.transactions.filter(
        (t) => (isGivenBack(t) || isChange(t)) && t.parentId === id,
      );
      const left = subtract(amount.presentment, paid(order, given));
      const received = amount.presentment;
      return { transactionId: id, gateway, gatewayName, isManual, received, left };
    });
}

/**
 * The most that can still be given back of what was received. A refund without a payment of its own (store
 * credit) and change without one are taken off the whole.
 */
export function refundable(order: OrderFacts): Money {
  const currency = order.presentmentCurrencyCode;
  const left = sum(
    refundablePayments(order).map((payment) => payment.left),
    currency,
  );
  const elsewhere = order.transactions.filter(
    (t) => (isGivenBack(t) || isChange(t)) && t.parentId === null,
  );
  return larger(subtract(left, paid(order, elsewhere)), zero(currency));
}

/**
 * Payments that a bank has not answered yet: Shopify refuses to cancel an order while one is pending. Money
 * that is to be handed over (cash, bank transfer) is not pending, it is promised.
 */
export function pendingPayments(order: OrderFacts): TransactionFacts[] {
  return order.transactions.filter(
    (t) =>
      (isAuthorization(t) || isReceipt(t)) &&
      isUnderWay(t) &&
      !t.isManual &&
      !order.transactions.some((later) => later.parentId === t.id && !isUnderWay(later)),
  );
}

export const hasPendingPayment = (order: OrderFacts): boolean => pendingPayments(order).length > 0;

/** What the pending payments bring if they succeed; a pending authorization brings nothing to give back. */
export const pendingReceipts = (order: OrderFacts): Money =>
  paid(order, pendingPayments(order).filter(isReceipt));

/**
 * What the payment provider kept of the order's payments and keeps when they are given back, in the shop's
 * currency; null when it does not say. The merchant's cost: never taken from the customer.
 */
export function providerFeesOf(order: OrderFacts): Money | null {
  const fees = order.transactions.flatMap(({ status, providerFee }) =>
    status === 'SUCCESS' && providerFee ? [providerFee] : [],
  );
  return fees.length === 0 ? null : sum(fees, order.shopCurrencyCode);
}

/** An amount of the order in both currencies, at the rate the order was placed at. */
export function inBothCurrencies(amount: Money, order: OrderFacts): MoneyBag {
  const { presentment, shop } = order.total;
  return {
    presentment: amount,
    shop:
      amount.currencyCode === order.shopCurrencyCode
        ? amount
        : fraction(shop, amount.minor, presentment.minor),
  };
}
