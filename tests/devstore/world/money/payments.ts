/** Money that comes in: at the checkout, later, by hand, or by itself; and what holds it until then. */
import type { PaymentSpec } from '../contracts/contract.ts';
import { CommerceRefusal } from '../contracts/contract.ts';
import { issueSoldGiftCards } from './gift-cards.ts';
import type { Kernel } from '../kernel.ts';
import { gatewayOf } from '../lookup.ts';
import type { Actor, Gateway, Minor, Order, Shop, Transaction } from '../model.ts';
import { proportion } from './money.ts';
import {
  capturable,
  inShopCurrency,
  totalOutstanding,
  totalPrice,
} from '../orders/order-totals.ts';
import { publishOrder, publishTransaction } from '../delivery/publish.ts';
import { moveStoreCredit } from './store-credit.ts';
import { addTransaction, gatewayFault, recordMoney } from './transactions.ts';

// --- Taking payment ---------------------------------------------------------------------------

const CUSTOMER: Actor = { kind: 'customer' };

/** Takes the payments of a new order, in the order given; the last one without an amount pays the rest. */
export function takePayments(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  payments: readonly PaymentSpec[],
): void {
  let left = totalPrice(order);
  for (const payment of payments) {
    const amount = payment.amount ?? left;
    if (amount <= 0) continue;
    takePayment(kernel, shop, order, payment, amount);
    if (payment.state !== 'declined') left -= amount;
  }
}

function takePayment(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  payment: PaymentSpec,
  amount: Minor,
): void {
  const gateway = gatewayOf(shop, payment.gateway);
  const draft = {
    gateway: gateway.name,
    amount,
    parent: null,
    actor: CUSTOMER,
    card:
      payment.card ?? (gateway.behaviour === 'card' ? { brand: 'Visa', lastDigits: '4242' } : null),
    giftCardId: payment.giftCardId ?? null,
  };
  switch (payment.state) {
    case 'sale': {
      spendBalance(kernel, shop, order, gateway, amount, payment.giftCardId ?? null);
      const kept = amount + (payment.roundedBy ?? 0);
      const sale = addTransaction(kernel, order, {
        ...draft,
        kind: 'SALE',
        status: 'SUCCESS',
        amount: payment.tendered ?? kept,
        ...(payment.roundedBy !== undefined && { rounding: payment.roundedBy }),
      });
      recordMoney(kernel, shop, order, { ...sale, amount: kept }, 'money.captured');
      publishTransaction(kernel, shop, order, sale);
      giveChange(kernel, shop, order, sale, kept);
      return;
    }
    case 'authorization': {
      const lasts = gateway.authorizationLastsMs;
      if (lasts === null) throw new CommerceRefusal(`${gateway.name} does not authorise payments.`);
      const authorization = addTransaction(kernel, order, {
        ...draft,
        kind: 'AUTHORIZATION',
        status: 'SUCCESS',
        authorizationExpiresAt: kernel.now() + lasts,
      });
      recordMoney(kernel, shop, order, authorization, 'money.authorized');
      publishTransaction(kernel, shop, order, authorization);
      kernel.clock.schedule(kernel.now() + lasts, () =>
        expireAuthorization(kernel, shop, order, authorization),
      );
      const captured = payment.captured ?? 0;
      if (captured > 0) capturePayment(kernel, shop, order, authorization, captured, CUSTOMER);
      return;
    }
    case 'pending':
    case 'unpaid': {
      const pending = addTransaction(kernel, order, { ...draft, kind: 'SALE', status: 'PENDING' });
      recordMoney(kernel, shop, order, pending, 'money.payment_pending');
      return;
    }
    case 'declined': {
      const declined = addTransaction(kernel, order, {
        ...draft,
        kind: 'SALE',
        status: 'FAILURE',
        errorCode: 'CARD_DECLINED',
        message: 'Your card was declined.',
      });
      recordMoney(kernel, shop, order, declined, 'money.declined');
      publishTransaction(kernel, shop, order, declined);
      return;
    }
  }
}

/**
 * "The money returned to the customer when they've paid too much during a cash transaction": a transaction of its
 * own below the sale, which says what was handed over. Source: `OrderTransactionKind` in the Admin schema
 */
function giveChange(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  sale: Transaction,
  kept: Minor,
): void {
  if (sale.amount < kept) throw new CommerceRefusal('Less cash was handed over than is due.');
  if (sale.amount === kept) return;
  const change = addTransaction(kernel, order, {
    kind: 'CHANGE',
    status: 'SUCCESS',
    gateway: sale.gateway,
    amount: sale.amount - kept,
    parent: sale,
    actor: sale.actor,
  });
  publishTransaction(kernel, shop, order, change);
}

function spendBalance(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  gateway: Gateway,
  amount: Minor,
  giftCardId: number | null,
): void {
  if (gateway.behaviour === 'gift_card') {
    const card = giftCardId === null ? undefined : shop.giftCards.get(giftCardId);
    if (card === undefined || !card.enabled || card.balance < amount) {
      throw new CommerceRefusal('The gift card does not cover the amount.');
    }
    card.balance -= amount;
  }
  if (gateway.behaviour === 'store_credit') {
    const customer = order.customerId === null ? undefined : shop.customers.get(order.customerId);
    const account = customer?.storeCredit.get(order.presentmentCurrency);
    if (account === undefined || account.balance < amount) {
      throw new CommerceRefusal('The store credit does not cover the amount.');
    }
    moveStoreCredit(kernel, account, -amount, { event: 'ORDER_PAYMENT', expiresAt: null });
  }
}

/** Ends a pending payment: the customer's bank, or the person at the door, has answered. */
export function settlePayment(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  pending: Transaction,
  outcome: 'paid' | 'failed',
): void {
  if (pending.status !== 'PENDING') throw new CommerceRefusal('The payment is not pending.');
  pending.processedAt = kernel.now();
  if (outcome === 'paid') {
    pending.status = 'SUCCESS';
    recordMoney(kernel, shop, order, pending, 'money.captured');
  } else {
    pending.status = 'FAILURE';
    pending.errorCode = 'GENERIC_ERROR';
    recordMoney(kernel, shop, order, pending, 'money.payment_failed');
  }
  publishTransaction(kernel, shop, order, pending);
  publishOrder(kernel, shop, order, outcome === 'paid' ? whenPaid(kernel, shop, order) : []);
}

/** The gateway of a payment that somebody wrote down by hand. */
export const MANUAL_GATEWAY = 'manual';

/** Money that arrives by itself, whatever the order has become meanwhile. */
export function receivePayment(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  gateway: string,
  amount: Minor,
  actor: Actor,
): Transaction {
  if (amount <= 0) throw new CommerceRefusal('The amount must be more than nothing.');
  const sale = addTransaction(kernel, order, {
    kind: 'SALE',
    status: 'SUCCESS',
    gateway: gatewayOf(shop, gateway).name,
    amount,
    parent: null,
    actor,
  });
  recordMoney(kernel, shop, order, sale, 'money.captured');
  publishTransaction(kernel, shop, order, sale);
  publishOrder(kernel, shop, order, whenPaid(kernel, shop, order));
  return sale;
}

/** Source: the descriptions of `orderMarkAsPaid` and `Order.canMarkAsPaid` in the Admin schema. */
export function canMarkAsPaid(order: Order): boolean {
  return order.cancelledAt === null && totalOutstanding(order) > 0;
}

/** Settles what is promised, captures what is held, and writes the rest down as paid by hand. */
export function markAsPaid(kernel: Kernel, shop: Shop, order: Order, actor: Actor): void {
  for (const transaction of [...order.transactions]) {
    const held = Math.min(capturable(order, transaction), totalOutstanding(order));
    if (transaction.status === 'PENDING' && transaction.kind === 'SALE') {
      settlePayment(kernel, shop, order, transaction, 'paid');
    } else if (held > 0) {
      capturePayment(kernel, shop, order, transaction, held, actor);
    }
  }
  const left = totalOutstanding(order);
  if (left > 0) receivePayment(kernel, shop, order, MANUAL_GATEWAY, left, actor);
}

/**
 * What the provider kept of a payment, in the shop's currency; a refund does not bring it back.
 * Source: https://yagisoftware.com/articles/save-transaction-fees-from-order-refund-by-changing-payment-capture
 */
export function providerFee(shop: Shop, order: Order, payment: Transaction): Minor | null {
  const { fee } = gatewayOf(shop, payment.gateway);
  const received = payment.kind === 'SALE' || payment.kind === 'CAPTURE';
  if (fee === undefined || !received || payment.status !== 'SUCCESS') return null;
  return proportion(inShopCurrency(order, payment.amount), fee.ratePpm, 1_000_000) + fee.flat;
}

/** What else is true of an order once nothing is owed: its gift cards exist, and it is `orders/paid`. */
export function whenPaid(
  kernel: Kernel,
  shop: Shop,
  order: Order,
): readonly ['orders/paid'] | readonly [] {
  if (totalOutstanding(order) > 0 || order.cancelledAt !== null) return [];
  issueSoldGiftCards(kernel, shop, order);
  return ['orders/paid'];
}

// --- Authorisations ---------------------------------------------------------------------------

/** Captures part or all of an authorisation. A decline leaves a failed transaction. */
export function capturePayment(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  authorization: Transaction,
  amount: Minor,
  actor: Actor,
): Transaction {
  if (amount > capturable(order, authorization) || amount <= 0) {
    throw new CommerceRefusal('The amount is more than the authorization still holds.');
  }
  const capture = actOnAuthorization(kernel, shop, order, authorization, 'CAPTURE', amount, actor);
  if (capture.status === 'SUCCESS') {
    publishOrder(kernel, shop, order, whenPaid(kernel, shop, order));
  }
  return capture;
}

/** Releases what an authorisation still holds. A decline leaves a failed transaction. */
export function voidAuthorization(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  authorization: Transaction,
  actor: Actor,
): Transaction {
  const amount = capturable(order, authorization);
  if (amount <= 0) throw new CommerceRefusal('The authorization holds nothing.');
  return actOnAuthorization(kernel, shop, order, authorization, 'VOID', amount, actor);
}

/**
 * A void's transaction says 0.0, whatever it let go: that is in the authorization. The ledger has the amount.
 * Recorded from the live platform: https://github.com/airhorns/shopify-draft-proxy
 */
const VOIDED_AMOUNT: Minor = 0;

const AUTHORIZATION_ACTS = {
  CAPTURE: { fault: 'capture', moves: 'money.captured', declinedBy: 'CARD_DECLINED' },
  VOID: { fault: 'void', moves: 'money.voided', declinedBy: 'PROCESSING_ERROR' },
} as const;

function actOnAuthorization(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  authorization: Transaction,
  kind: keyof typeof AUTHORIZATION_ACTS,
  amount: Minor,
  actor: Actor,
): Transaction {
  const { fault, moves, declinedBy } = AUTHORIZATION_ACTS[kind];
  const effect = gatewayFault(kernel, shop, authorization.gateway, fault);
  const declined = effect?.kind === 'decline';
  const transaction = addTransaction(kernel, order, {
    kind,
    status: declined ? 'FAILURE' : 'SUCCESS',
    gateway: authorization.gateway,
    amount: kind === 'VOID' ? VOIDED_AMOUNT : amount,
    parent: authorization,
    actor,
    errorCode: declined ? (effect.errorCode ?? declinedBy) : null,
    message: declined ? (effect.message ?? `The ${fault} was declined.`) : null,
  });
  const moved = { ...transaction, amount };
  recordMoney(kernel, shop, order, moved, declined ? 'money.declined' : moves);
  publishTransaction(kernel, shop, order, transaction);
  return transaction;
}

/** Writes off a payment that was only promised (cash on delivery, bank transfer). */
export function voidPromise(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  promise: Transaction,
  actor: Actor,
): Transaction {
  promise.status = 'FAILURE';
  promise.errorCode = 'CANCELLED_PAYMENT';
  promise.processedAt = kernel.now();
  const release = addTransaction(kernel, order, {
    kind: 'VOID',
    status: 'SUCCESS',
    gateway: promise.gateway,
    amount: VOIDED_AMOUNT,
    parent: promise,
    actor,
  });
  recordMoney(kernel, shop, order, { ...release, amount: promise.amount }, 'money.voided');
  publishTransaction(kernel, shop, order, release);
  return release;
}

export function expireAuthorization(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  authorization: Transaction,
): void {
  if (capturable(order, authorization) <= 0) return;
  recordMoney(
    kernel,
    shop,
    order,
    { ...authorization, amount: capturable(order, authorization) },
    'money.authorization_expired',
  );
  authorization.errorCode = 'AUTHORIZATION_EXPIRED';
  authorization.authorizationExpiresAt = Math.min(
    authorization.authorizationExpiresAt ?? kernel.now(),
    kernel.now(),
  );
  publishOrder(kernel, shop, order);
}
