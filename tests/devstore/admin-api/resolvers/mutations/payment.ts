/** Voiding, capturing, marking as paid, sending an invoice. */
import type { Context } from '../../context.ts';
import { sendPlatformMail } from '../../../world/delivery/mail.ts';
import { formatForPeople, InvalidAmount, parseDecimal } from '../../../world/money/money.ts';
import * as totals from '../../../world/orders/order-totals.ts';
import {
  canMarkAsPaid,
  capturePayment,
  markAsPaid,
  voidAuthorization,
} from '../../../world/money/payments.ts';
import { publishOrder } from '../../../world/delivery/publish.ts';
import { readId } from '../../inputs/ids.ts';
import { findInOrders, transactionSource, visibleOrder } from '../sources.ts';

function transactionVoid(
  _root: null,
  args: { readonly parentTransactionId: string },
  context: Context,
): object {
  const id = readId('OrderTransaction', args.parentTransactionId);
  const found = findInOrders(context, (order) => order.transactions.find((t) => t.id === id));
  const refused = (code: string, message: string): object => ({
    transaction: null,
    userErrors: [{ code, field: ['parentTransactionId'], message }],
  });
  if (found === null) return refused('TRANSACTION_NOT_FOUND', 'Transaction does not exist');
  const { order, part } = found;
  if (part.kind !== 'AUTHORIZATION' || part.status !== 'SUCCESS') {
    return refused('AUTH_NOT_SUCCESSFUL', 'Transaction must be a successful authorization');
  }
  const captured = totals
    .childrenOf(order, part)
    .some((t) => t.kind === 'CAPTURE' && t.status === 'SUCCESS');
  if (totals.capturable(order, part) === 0 || captured) {
    return refused('AUTH_NOT_VOIDABLE', 'Transaction must be voidable');
  }
  const release = voidAuthorization(context.kernel, context.shop, order, part, context.actor);
  publishOrder(context.kernel, context.shop, order);
  return release.status === 'FAILURE'
    ? refused('GENERIC_ERROR', release.message ?? 'The transaction could not be voided')
    : { transaction: transactionSource(order, release), userErrors: [] };
}

interface CaptureArgs {
  readonly input: {
    readonly id: string;
    readonly parentTransactionId: string;
    readonly amount: string;
    readonly currency?: string | null;
  };
}

function orderCapture(_root: null, { input }: CaptureArgs, context: Context): object {
  const order = visibleOrder(context, readId('Order', input.id));
  const refused = (field: string[] | null, message: string): object => ({
    transaction: null,
    userErrors: [{ field, message }],
  });
  if (order === null) return refused(['id'], 'Order does not exist');
  const id = readId('OrderTransaction', input.parentTransactionId);
  const parent = order.transactions.find((transaction) => transaction.id === id);
  if (parent === undefined) return refused(['parentTransactionId'], 'Transaction does not exist');
  if (input.currency == null && order.currency !== order.presentmentCurrency) {
    return refused(['currency'], 'Currency is required for multi-currency orders');
  }
  try {
    const amount = parseDecimal(input.amount, order.presentmentCurrency);
    if (amount <= 0 || amount > totals.capturable(order, parent)) {
      return refused(['amount'], 'Amount cannot be greater than the authorized amount');
    }
    const capture = capturePayment(
      context.kernel,
      context.shop,
      order,
      parent,
      amount,
      context.actor,
    );
    return capture.status === 'FAILURE'
      ? refused(null, capture.message ?? 'The capture was declined')
      : { transaction: transactionSource(order, capture), userErrors: [] };
  } catch (error) {
    if (error instanceof InvalidAmount) return refused(['amount'], error.message);
    throw error;
  }
}

function orderMarkAsPaid(
  _root: null,
  { input }: { readonly input: { readonly id: string } },
  context: Context,
): object {
  const order = visibleOrder(context, readId('Order', input.id));
  if (order === null || !canMarkAsPaid(order)) {
    return { order, userErrors: [{ field: ['id'], message: 'Order cannot be marked as paid.' }] };
  }
  markAsPaid(context.kernel, context.shop, order, context.actor);
  return { order, userErrors: [] };
}

interface InvoiceArgs {
  readonly id: string;
  readonly email?: {
    readonly to?: string | null;
    readonly subject?: string | null;
    readonly customMessage?: string | null;
  } | null;
}

function orderInvoiceSend(_root: null, args: InvoiceArgs, context: Context): object {
  const order = visibleOrder(context, readId('Order', args.id));
  const refused = (message: string): object => ({
    order,
    userErrors: [{ code: 'ORDER_INVOICE_SEND_UNSUCCESSFUL', field: null, message }],
  });
  if (order === null) return refused('Order does not exist');
  const to = args.email?.to ?? order.email;
  if (to === null) return refused("To can't be blank");
  const owed = formatForPeople(totals.totalOutstanding(order), order.presentmentCurrency);
  sendPlatformMail(context.kernel, context.shop, { ...order, email: to }, context.actor, {
    template: 'order_invoice',
    subject: args.email?.subject ?? `Invoice ${order.name}`,
    text: `${args.email?.customMessage ?? ''}\nAmount due: ${owed}`.trim(),
  });
  return { order, userErrors: [] };
}

export const paymentMutations = {
  transactionVoid,
  orderCapture,
  orderMarkAsPaid,
  orderInvoiceSend,
};
