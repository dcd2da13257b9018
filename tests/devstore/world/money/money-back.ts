/** Money that goes back: along the payment it came by, or as store credit. */
import { CommerceRefusal } from '../contracts/contract.ts';
import type { Kernel } from '../kernel.ts';
import { gatewayOf } from '../lookup.ts';
import type { Actor, Customer, Gateway, Minor, Order, Shop, Transaction } from '../model.ts';
import { sum } from './money.ts';
import { publishOrder, publishTransaction } from '../delivery/publish.ts';
import { moveStoreCredit, STORE_CREDIT_GATEWAY, storeCreditAccount } from './store-credit.ts';
import { addTransaction, gatewayFault, recordMoney } from './transactions.ts';

/** Sends money back along a payment: at once, later, or not at all, as its gateway does. */
export function refundPayment(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  payment: Transaction,
  amount: Minor,
  o: { readonly actor: Actor; readonly idempotencyKey: string | null },
): Transaction {
  const gateway = gatewayOf(shop, payment.gateway);
  const effect = gatewayFault(kernel, shop, gateway.name, 'refund');
  const settlesAfter =
    effect?.kind === 'pending' ? effect.settlesAfterMs : gateway.refundSettlesAfterMs;
  const declined = effect?.kind === 'decline';
  const pending = !declined && settlesAfter !== null;
  const refund = addTransaction(kernel, order, {
    kind: 'REFUND',
    status: declined ? 'FAILURE' : pending ? 'PENDING' : 'SUCCESS',
    gateway: gateway.name,
    amount,
    parent: payment,
    actor: o.actor,
    errorCode: declined ? (effect.errorCode ?? 'PROCESSING_ERROR') : null,
    message: declined ? (effect.message ?? 'The refund was declined.') : null,
  });
  if (declined) {
    recordMoney(kernel, shop, order, refund, 'money.declined', o.idempotencyKey);
  } else if (pending) {
    recordMoney(kernel, shop, order, refund, 'money.refund_pending', o.idempotencyKey);
    const ends = effect?.kind === 'fail_later' ? 'failure' : 'success';
    const after = effect?.kind === 'fail_later' ? effect.afterMs : settlesAfter;
    kernel.clock.schedule(kernel.now() + after, () => {
      if (refund.status === 'PENDING') settleRefund(kernel, shop, order, refund, ends);
    });
  } else {
    restoreBalance(kernel, shop, order, gateway, amount, payment.giftCardId);
    recordMoney(kernel, shop, order, refund, 'money.refunded', o.idempotencyKey);
    if (effect?.kind === 'fail_later') {
      kernel.clock.schedule(kernel.now() + effect.afterMs, () =>
        returnRefund(kernel, shop, order, refund, effect.errorCode ?? 'PAYMENT_PROVIDER_ERROR'),
      );
    }
  }
  publishTransaction(kernel, shop, order, refund);
  return refund;
}

function restoreBalance(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  gateway: Gateway,
  amount: Minor,
  giftCardId: number | null,
): void {
  if (gateway.behaviour === 'gift_card') {
    const card = giftCardId === null ? undefined : shop.giftCards.get(giftCardId);
    if (card !== undefined) card.balance += amount;
  }
  if (gateway.behaviour === 'store_credit' && order.customerId !== null) {
    const account = shop.customers
      .get(order.customerId)
      ?.storeCredit.get(order.presentmentCurrency);
    if (account !== undefined) {
      moveStoreCredit(kernel, account, amount, { event: 'ORDER_REFUND', expiresAt: null });
    }
  }
}

export function settleRefund(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  refund: Transaction,
  outcome: 'success' | 'failure',
): void {
  if (refund.kind !== 'REFUND' || refund.status !== 'PENDING') {
    throw new CommerceRefusal('The refund is not pending.');
  }
  refund.processedAt = kernel.now();
  refund.status = outcome === 'success' ? 'SUCCESS' : 'FAILURE';
  if (outcome === 'failure') refund.errorCode = 'PAYMENT_PROVIDER_ERROR';
  recordMoney(
    kernel,
    shop,
    order,
    refund,
    outcome === 'success' ? 'money.refunded' : 'money.refund_failed',
  );
  publishTransaction(kernel, shop, order, refund);
  publishOrder(kernel, shop, order);
}

/** A refund that had gone through comes back: the customer's card or account no longer exists. */
export function returnRefund(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  refund: Transaction,
  errorCode: string,
): void {
  if (refund.kind !== 'REFUND' || refund.status !== 'SUCCESS') {
    throw new CommerceRefusal('Only a successful refund can come back.');
  }
  refund.status = 'FAILURE';
  refund.errorCode = errorCode;
  recordMoney(kernel, shop, order, refund, 'money.refund_failed');
  publishTransaction(kernel, shop, order, refund);
  publishOrder(kernel, shop, order);
}

/** Gives store credit instead of money; the refund transaction has no parent payment. */
export function giveStoreCredit(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  customer: Customer,
  amount: Minor,
  o: {
    readonly event: 'ORDER_CANCELLATION' | 'ORDER_REFUND';
    readonly expiresAt: number | null;
    readonly actor: Actor;
    readonly idempotencyKey: string | null;
  },
): Transaction {
  moveStoreCredit(kernel, storeCreditAccount(kernel, customer, order.presentmentCurrency), amount, {
    event: o.event,
    expiresAt: o.expiresAt,
  });
  const refund = addTransaction(kernel, order, {
    kind: 'REFUND',
    status: 'SUCCESS',
    gateway: STORE_CREDIT_GATEWAY,
    amount,
    parent: null,
    actor: o.actor,
  });
  recordMoney(kernel, shop, order, refund, 'money.refunded', o.idempotencyKey);
  publishTransaction(kernel, shop, order, refund);
  return refund;
}

/** Splits an amount over payments, each up to its limit, in the order the payments were made. */
export function allocateRefund<T extends { readonly limit: Minor }>(
  amount: Minor,
  payments: readonly T[],
): { readonly payment: T; readonly amount: Minor }[] {
  let left = Math.min(amount, sum(payments.map((payment) => payment.limit)));
  return payments.flatMap((payment) => {
    const part = Math.min(left, payment.limit);
    left -= part;
    return part > 0 ? [{ payment, amount: part }] : [];
  });
}
