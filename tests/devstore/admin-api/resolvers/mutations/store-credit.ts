/**
 * `storeCreditAccountCredit`: names an account, or a customer, whose account is opened when there is
 * none. It takes no idempotency key: an app finds out by the account's transactions whether a call
 * whose answer was lost has acted. Codes: the Admin schema; texts are our own.
 */
import type { Context } from '../../context.ts';
import { idOf } from '../../../world/gid.ts';
import type { Customer } from '../../../world/model.ts';
import { parseDecimal } from '../../../world/money/money.ts';
import { creditAccount } from '../../../world/money/store-credit.ts';
import { readId } from '../../inputs/ids.ts';
import { notSimulated } from '../../not-simulated.ts';
import { movementSource } from '../order/store-credit.ts';

interface CreditArgs {
  readonly id: string;
  readonly creditInput: {
    readonly creditAmount: { readonly amount: string; readonly currencyCode: string };
    readonly expiresAt?: string | null;
    readonly notify?: boolean | null;
  };
}

function storeCreditAccountCredit(
  _root: null,
  { id, creditInput }: CreditArgs,
  context: Context,
): object {
  const { kernel, shop } = context;
  if (idOf('CompanyLocation', id) !== null) {
    throw notSimulated('Mutation.storeCreditAccountCredit(id: of a company location)');
  }
  if (creditInput.notify === true) {
    throw notSimulated('StoreCreditAccountCreditInput.notify');
  }
  const { currencyCode } = creditInput.creditAmount;
  const amount = parseDecimal(creditInput.creditAmount.amount, currencyCode);
  const expiresAt = creditInput.expiresAt == null ? null : Date.parse(creditInput.expiresAt);
  const owner = ownerOf(context, id);
  if (owner === null) {
    return idOf('Customer', id) === null
      ? refused('ACCOUNT_NOT_FOUND', ['id'], "The store credit account doesn't exist")
      : refused('OWNER_NOT_FOUND', ['id'], "Owner doesn't exist");
  }
  if (owner.currency !== null && owner.currency !== currencyCode) {
    return refused(
      'MISMATCHING_CURRENCY',
      ['creditInput', 'creditAmount', 'currencyCode'],
      'The currency provided does not match the currency of the store credit account',
    );
  }
  if (amount <= 0) {
    return refused(
      'NEGATIVE_OR_ZERO_AMOUNT',
      ['creditInput', 'creditAmount', 'amount'],
      'A positive amount must be used to credit a store credit account',
    );
  }
  if (expiresAt !== null && expiresAt <= kernel.now()) {
    return refused(
      'EXPIRES_AT_IN_PAST',
      ['creditInput', 'expiresAt'],
      'The expiry date must be in the future',
    );
  }
  const { account, movement } = creditAccount(
    kernel,
    shop,
    owner.customer,
    { amount, currency: currencyCode, expiresAt },
    context.actor,
  );
  return {
    storeCreditAccountTransaction: movementSource(owner.customer, account, movement),
    userErrors: [],
  };
}

/** Whose account the id means; `currency` is set when it names one account. */
function ownerOf(
  { shop }: Context,
  id: string,
): { readonly customer: Customer; readonly currency: string | null } | null {
  const customerId = idOf('Customer', id);
  if (customerId !== null) {
    const customer = shop.customers.get(customerId);
    return customer === undefined ? null : { customer, currency: null };
  }
  const accountId = readId('StoreCreditAccount', id);
  for (const customer of shop.customers.values()) {
    for (const account of customer.storeCredit.values()) {
      if (account.id === accountId) return { customer, currency: account.currency };
    }
  }
  return null;
}

function refused(code: string, field: readonly string[], message: string): object {
  return { storeCreditAccountTransaction: null, userErrors: [{ code, field, message }] };
}

export const storeCreditMutations = { storeCreditAccountCredit };
