/** Voiding, capturing, marking as paid, sending an invoice. */
import type { Context } from '../../context.ts';
import type { Order, Transaction } from '../../../world/model.ts';
import { invoiceText } from '../../../world/delivery/invoice.ts';
import { sendPlatformMail } from '../../../world/delivery/mail.ts';
import { note } from '../../../world/kernel.ts';
import { InvalidAmount, parseDecimal } from '../../../world/money/money.ts';
import * as totals from '../../../world/orders/order-totals.ts';
import {
  canMarkAsPaid,
  capturePayment,
  markAsPaid,
  voidAuthorization,
} from '../../../world/money/payments.ts';
import { publishOrder } from '../../../world/delivery/publish.ts';
import { readId } from '../../inputs/ids.ts';
import { notSimulated } from '../../not-simulated.ts';
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
  if (totals.capturable(order, part) === 0 || isCaptured(order, part)) {
    return refused('AUTH_NOT_VOIDABLE', 'Transaction must be voidable');
  }
  const release = voidAuthorization(context.kernel, context.shop, order, part, context.actor);
  publishOrder(context.kernel, context.shop, order);
  return release.status === 'FAILURE'
    ? refused('GENERIC_ERROR', release.message ?? 'The transaction could not be voided')
    : { transaction: transactionSource(order, release), userErrors: [] };
}

function isCaptured(order: Order, authorization: Transaction): boolean {
  return totals
    .childrenOf(order, authorization)
    .some((t) => t.kind === 'CAPTURE' && t.status === 'SUCCESS');
}

interface CaptureArgs {
  readonly input: {
    readonly id: string;
    readonly parentTransactionId: string;
    readonly amount: string;
    readonly currency?: string | null;
    readonly finalCapture?: boolean | null;
  };
}

/**
 * `finalCapture` "only applies to Shopify Payments authorizations which are multi-capturable", as those of Plus shops
 * are: it lets the rest go. Source: `OrderCaptureInput` in the Admin schema
 */
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
    const isMultiCapturable = context.shop.plan === 'Plus';
    if (!isMultiCapturable && isCaptured(order, parent)) {
      throw notSimulated(
        'Mutation.orderCapture(of what was captured once and is not multi-capturable)',
      );
    }
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
    if (capture.status === 'FAILURE') {
      return refused(null, capture.message ?? 'The capture was declined');
    }
    const leavesSome = isMultiCapturable && totals.capturable(order, parent) > 0;
    if (input.finalCapture === true && leavesSome) {
      voidAuthorization(context.kernel, context.shop, order, parent, context.actor);
      publishOrder(context.kernel, context.shop, order);
    }
    return { transaction: transactionSource(order, capture), userErrors: [] };
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
    readonly body?: string | null;
    readonly from?: string | null;
    readonly bcc?: readonly string[] | null;
  } | null;
}

const MAIL_ADDRESS = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;

/**
 * Texts and the missing order as recorded: https://github.com/airhorns/shopify-draft-proxy
 * (orderInvoiceSend-email-validation.json). What it does with an order that owes nothing is not documented.
 */
function orderInvoiceSend(_root: null, { id, email }: InvoiceArgs, context: Context): object {
  const order = visibleOrder(context, readId('Order', id));
  const refused = (message: string): object => ({
    order: null,
    userErrors: [{ code: 'ORDER_INVOICE_SEND_UNSUCCESSFUL', field: null, message }],
  });
  for (const part of ['body', 'from', 'bcc'] as const) {
    if (email?.[part] != null) throw notSimulated(`EmailInput.${part}`);
  }
  if (order === null) return refused('Order does not exist');
  if (totals.totalOutstanding(order) <= 0) {
    throw notSimulated('Mutation.orderInvoiceSend(id: of an order that owes nothing)');
  }
  const to = email?.to ?? order.email;
  if (to === null) return refused('No recipient email address was provided');
  if (!MAIL_ADDRESS.test(to)) return refused('To is invalid');
  sendPlatformMail(context.kernel, context.shop, { ...order, email: to }, context.actor, {
    template: 'order_invoice',
    subject: email?.subject ?? `Invoice ${order.name}`,
    text: invoiceText(context.shop, order, email?.customMessage ?? null),
  });
  note(context.kernel, order, context.actor, 'An invoice was sent.');
  publishOrder(context.kernel, context.shop, order);
  return { order, userErrors: [] };
}

export const paymentMutations = {
  transactionVoid,
  orderCapture,
  orderMarkAsPaid,
  orderInvoiceSend,
};
