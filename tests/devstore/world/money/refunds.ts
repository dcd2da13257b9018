/**
 * Making a refund: the record that ties what it gave back to its money. Both are different things: the money
 * is in the transactions, each with a status of its own (description of the `Refund` type).
 */
import { sendPlatformMail } from '../delivery/mail.ts';
import { publishOrder, publishRefund } from '../delivery/publish.ts';
import { type Kernel, note } from '../kernel.ts';
import { customerOf } from '../lookup.ts';
import type {
  Actor,
  DiscrepancyReason,
  Minor,
  Order,
  Refund,
  RefundLine,
  Shop,
  Transaction,
} from '../model.ts';
import * as totals from '../orders/order-totals.ts';
import { giveStoreCredit, refundPayment } from './money-back.ts';
import { formatForPeople, sum } from './money.ts';
import type { RefundRequest } from './refund-errors.ts';
import { removeLines } from './refunded-units.ts';
import { type Valuation, valueOf } from './valuation.ts';

/** Makes a refund that `refundErrors` has found nothing against. */
export function createRefund(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  request: RefundRequest,
): Refund {
  const valuation = valueOf(order, request);
  const before = totals.maximumRefundable(order);
  const owed = totals.owedToCustomer(order);
  const lines = removeLines(kernel, shop, order, valuation, {
    actor: request.actor,
    cause: 'refund',
    withdrawn: null,
  });
  const transactions = moveMoney(kernel, shop, order, request);
  const refund = recordRefund(kernel, shop, order, {
    lines,
    valuation,
    transactions,
    expected: Math.min(valuation.total, before),
    owed,
    discrepancyReason: request.discrepancyReason,
    note: request.note,
    idempotencyKey: request.idempotencyKey,
    actor: request.actor,
  });
  publishRefund(kernel, shop, order, refund);
  note(kernel, order, request.actor, `${refundText(order, refund)} was refunded.`);
  publishOrder(kernel, shop, order);
  if (request.notify) mailRefund(kernel, shop, order, refund);
  return refund;
}

function moveMoney(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  request: RefundRequest,
): Transaction[] {
  const o = { actor: request.actor, idempotencyKey: request.idempotencyKey };
  const refunds = request.transactions.flatMap((wanted) => {
    const parent = order.transactions.find((t) => t.id === wanted.parentId);
    return parent === undefined
      ? []
      : [refundPayment(kernel, shop, order, parent, wanted.amount, o)];
  });
  const customer = customerOf(shop, order);
  const credits =
    customer === null
      ? []
      : request.storeCredit.map(({ amount, expiresAt }) =>
          giveStoreCredit(kernel, shop, order, customer, amount, {
            ...o,
            event: 'ORDER_REFUND',
            expiresAt,
          }),
        );
  return [...refunds, ...credits];
}

export function refundText(order: Order, refund: Refund): string {
  return formatForPeople(totals.refundTotal(order, refund), order.presentmentCurrency);
}

function mailRefund(kernel: Kernel, shop: Shop, order: Order, refund: Refund): void {
  sendPlatformMail(
    kernel,
    shop,
    order,
    { kind: 'platform' },
    {
      template: 'refund_notification',
      subject: `Refund for order ${order.name}`,
      text: `${shop.name} has refunded ${refundText(order, refund)}.`,
    },
  );
}

/** Writes the refund down, with what it is off from the worth of the things it gave back. */
export function recordRefund(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  o: {
    readonly lines: readonly RefundLine[];
    readonly valuation: Valuation;
    readonly transactions: readonly Transaction[];
    readonly expected: Minor;
    /** What was owed to the customer before: giving that back is off from nothing. */
    readonly owed: Minor;
    readonly discrepancyReason: DiscrepancyReason;
    readonly note: string | null;
    readonly idempotencyKey: string | null;
    readonly actor: Actor;
  },
): Refund {
  const moved = sum(o.transactions.filter((t) => t.status !== 'FAILURE').map((t) => t.amount));
  const failed = o.transactions.some((t) => t.status === 'FAILURE');
  const off = o.expected - moved;
  const discrepancy = failed ? 0 : off < 0 ? Math.min(0, off + o.owed) : off;
  const { shipping } = o.valuation;
  const refund: Refund = {
    id: kernel.nextId(),
    createdAt: kernel.now(),
    updatedAt: kernel.now(),
    note: o.note,
    lines: o.lines,
    shipping: shipping.net === 0 ? null : { subtotal: shipping.net, tax: shipping.tax },
    duties: o.valuation.duties,
    tip: o.valuation.tip,
    fees: o.valuation.fees,
    adjustments:
      discrepancy === 0
        ? []
        : [{ id: kernel.nextId(), reason: o.discrepancyReason, amount: discrepancy, tax: 0 }],
    transactionIds: o.transactions.map((transaction) => transaction.id),
    idempotencyKey: o.idempotencyKey,
    actor: o.actor,
  };
  order.refunds.push(refund);
  kernel.ledger.append({
    kind: 'refund.created',
    shop: shop.domain,
    orderId: order.id,
    actor: o.actor,
    refundId: refund.id,
    amount: { minor: totals.refundTotal(order, refund), currency: order.presentmentCurrency },
    idempotencyKey: o.idempotencyKey,
  });
  return refund;
}
