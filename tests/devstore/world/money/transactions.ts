/**
 * Money at the gateways, written down: every movement is a transaction of its order and a row of the
 * ledger, which keeps what the gateway really did, whatever an order or an app says about it.
 */
import type { MoneyMovement } from '../contracts/contract.ts';
import type { Kernel } from '../kernel.ts';
import type {
  Actor,
  Minor,
  Order,
  Shop,
  Transaction,
  TransactionKind,
  TransactionStatus,
} from '../model.ts';

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
  readonly rounding?: Minor;
}

export function addTransaction(kernel: Kernel, order: Order, draft: TransactionDraft): Transaction {
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
    ...(draft.rounding !== undefined && { rounding: draft.rounding }),
  };
  order.transactions.push(transaction);
  return transaction;
}

export function recordMoney(
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

/** What goes wrong on purpose with this movement, if anything does. */
export function gatewayFault(
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
