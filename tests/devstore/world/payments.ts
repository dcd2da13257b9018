/**
 * Money at the gateways. Every movement here is a ledger row: what the gateway really did, whatever
 * an order or an app says about it.
 */
import type { MoneyMovement, PaymentSpec } from './contract.ts';
import { CommerceRefusal } from './contract.ts';
import type { Kernel } from './kernel.ts';
import { gatewayOf } from './lookup.ts';
import type {
  Actor,
  Customer,
  Gateway,
  Minor,
  Order,
  Shop,
  StoreCreditAccount,
  Transaction,
  TransactionKind,
  TransactionStatus,
} from './model.ts';
import { capturable, totalOutstanding, totalPrice } from './order-totals.ts';
import { sum } from './money.ts';
import { publishOrder, publishTransaction } from './publish.ts';

interface TransactionDraft {
  readonly kind: TransactionKind;
  readonly status: TransactionStatus;
  readonly gateway: string;
  readonly amount: Minor;
  readonly parent: Transaction | null;
  readonly actor: Actor;
  readonly errorCode?: string | null;
  readonly message?: string | null;
  readonly authorizationExpiresAt?: number | null;
  readonly card?: Transaction['card'];
  readonly giftCardId?: number | null;
}

function addTransaction(kernel: Kernel, order: Order, draft: TransactionDraft): Transaction {
  const transaction: Transaction = {
    id: kernel.nextId(),
    kind: draft.kind,
    status: draft.status,
    gateway: draft.gateway,
    amount: draft.amount,
    parentId: draft.parent?.id ?? null,
    createdAt: kernel.now(),
    processedAt: draft.status === 'PENDING' ? null : kernel.now(),
    errorCode: draft.errorCode ?? null,
    message: draft.message ?? null,
    authorizationExpiresAt: draft.authorizationExpiresAt ?? null,
    authorizationCode: draft.kind === 'AUTHORIZATION' ? kernel.random.hex(12) : null,
    card: draft.card ?? draft.parent?.card ?? null,
    giftCardId: draft.giftCardId ?? draft.parent?.giftCardId ?? null,
    actor: draft.actor,
  };
  order.transactions.push(transaction);
  return transaction;
}

function recordMoney(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  transaction: Transaction,
  kind: MoneyMovement,
  idempotencyKey: string | null = null,
): void {
  kernel.ledger.append({
    kind,
    shop: shop.domain,
    orderId: order.id,
    actor: transaction.actor,
    gateway: transaction.gateway,
    amount: { minor: transaction.amount, currency: order.presentmentCurrency },
    transactionId: transaction.id,
    parentTransactionId: transaction.parentId,
    idempotencyKey,
    errorCode: transaction.errorCode,
    recordedOnly: shop.gateways.get(transaction.gateway)?.behaviour === 'manual',
  });
}

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
      spendBalance(shop, order, gateway, amount, payment.giftCardId ?? null);
      const sale = addTransaction(kernel, order, { ...draft, kind: 'SALE', status: 'SUCCESS' });
      recordMoney(kernel, shop, order, sale, 'money.captured');
      publishTransaction(kernel, shop, order, sale);
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

function spendBalance(
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
    account.balance -= amount;
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
  publishOrder(kernel, shop, order, outcome === 'paid' ? paidTopic(order) : []);
}

function paidTopic(order: Order): readonly ['orders/paid'] | readonly [] {
  return totalOutstanding(order) <= 0 ? ['orders/paid'] : [];
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
  if (capture.status === 'SUCCESS') publishOrder(kernel, shop, order, paidTopic(order));
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
    amount,
    parent: authorization,
    actor,
    errorCode: declined ? (effect.errorCode ?? declinedBy) : null,
    message: declined ? (effect.message ?? `The ${fault} was declined.`) : null,
  });
  recordMoney(kernel, shop, order, transaction, declined ? 'money.declined' : moves);
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
    amount: promise.amount,
    parent: promise,
    actor,
  });
  recordMoney(kernel, shop, order, release, 'money.voided');
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

// --- Giving back ------------------------------------------------------------------------------

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
    restoreBalance(shop, order, gateway, amount, payment.giftCardId);
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
    if (account !== undefined) account.balance += amount;
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
  o: { readonly actor: Actor; readonly idempotencyKey: string | null },
): Transaction {
  const account = storeCreditAccount(kernel, customer, order.presentmentCurrency);
  account.balance += amount;
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

export const STORE_CREDIT_GATEWAY = 'shopify_store_credit';

function storeCreditAccount(
  kernel: Kernel,
  customer: Customer,
  currency: string,
): StoreCreditAccount {
  const existing = customer.storeCredit.get(currency);
  if (existing !== undefined) return existing;
  const account: StoreCreditAccount = { id: kernel.nextId(), currency, balance: 0 };
  customer.storeCredit.set(currency, account);
  return account;
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

function gatewayFault(
  kernel: Kernel,
  shop: Shop,
  gateway: string,
  action: 'refund' | 'void' | 'capture',
) {
  const striking = kernel.faults.strike(
    'gateway',
    shop.domain,
    (fault) =>
      (fault.gateway === '*' || fault.gateway === gateway) &&
      (fault.action === '*' || fault.action === action),
  );
  return striking?.effect;
}
