/** What a customer has to spend in the shop: one account a currency, and every movement on it. */
import type { Kernel } from '../kernel.ts';
import type {
  Actor,
  CurrencyCode,
  Customer,
  Minor,
  Shop,
  StoreCreditAccount,
  StoreCreditMovement,
} from '../model.ts';

/** Its name among the gateways of an order. */
export const STORE_CREDIT_GATEWAY = 'shopify_store_credit';

/** The customer's account in a currency; opened when there is none. */
export function storeCreditAccount(
  kernel: Kernel,
  customer: Customer,
  currency: CurrencyCode,
): StoreCreditAccount {
  const existing = customer.storeCredit.get(currency);
  if (existing !== undefined) return existing;
  const account: StoreCreditAccount = {
    id: kernel.nextId(),
    currency,
    balance: 0,
    movements: [],
  };
  customer.storeCredit.set(currency, account);
  return account;
}

/** Puts an amount on an account, or takes it off when it is negative. */
export function moveStoreCredit(
  kernel: Kernel,
  account: StoreCreditAccount,
  amount: Minor,
  o: Pick<StoreCreditMovement, 'event' | 'expiresAt'>,
): StoreCreditMovement {
  account.balance += amount;
  const movement: StoreCreditMovement = {
    id: kernel.nextId(),
    amount,
    balanceAfter: account.balance,
    createdAt: kernel.now(),
    ...o,
  };
  account.movements.push(movement);
  return movement;
}

/**
 * Credit that no order pays for: a present, a bonus. A refund to store credit cannot carry it, as it
 * never passes what was paid.
 * Source: https://returns-helpcenter.aftership.com/en/article/refund-to-shopify-store-credit-in-aftership-returns-duv9v2
 */
export function creditAccount(
  kernel: Kernel,
  shop: Shop,
  customer: Customer,
  credit: {
    readonly amount: Minor;
    readonly currency: CurrencyCode;
    readonly expiresAt: number | null;
  },
  actor: Actor,
): { readonly account: StoreCreditAccount; readonly movement: StoreCreditMovement } {
  const account = storeCreditAccount(kernel, customer, credit.currency);
  const movement = moveStoreCredit(kernel, account, credit.amount, {
    event: 'ADJUSTMENT',
    expiresAt: credit.expiresAt,
  });
  kernel.ledger.append({
    kind: 'store_credit.credited',
    shop: shop.domain,
    orderId: null,
    actor,
    customerId: customer.id,
    accountId: account.id,
    movementId: movement.id,
    amount: { minor: credit.amount, currency: credit.currency },
  });
  return { account, movement };
}
