import { subtract, sum } from '../money.ts';
import type { OrderFacts, TransactionFacts } from '../order/facts.ts';

/**
 * An order as if nothing had happened since it was placed and paid: nothing prepared, sent, returned,
 * refunded, disputed or cancelled, and no gift card spent. Its lines are those of today: what an edit added
 * is there, and what one took away is back.
 */
export function asPlaced(order: OrderFacts): OrderFacts {
  const transactions = order.transactions.filter(isPayment);
  const received = sum(
    transactions
      .filter((t) => (t.kind === 'SALE' || t.kind === 'CAPTURE') && t.status === 'SUCCESS')
      .map((t) => t.amount.presentment),
    order.presentmentCurrencyCode,
  );
  return {
    ...order,
    cancelledAt: null,
    cancellationStaffNote: null,
    disputes: [],
    fulfillmentStatus: 'UNFULFILLED',
    hasFulfillments: false,
    returnStatus: 'NO_RETURN',
    currentTotal: order.total,
    outstanding: subtract(order.total.presentment, received),
    lines: order.lines.map((line) => ({
      ...line,
      currentQuantity: line.quantity,
      unfulfilledQuantity: line.quantity,
    })),
    fulfillmentOrders: [],
    transactions,
    refunds: [],
    soldGiftCards: order.soldGiftCards.map((card) => ({ ...card, balance: card.initialValue })),
  };
}

const isPayment = ({ kind }: TransactionFacts): boolean =>
  kind === 'SALE' || kind === 'CAPTURE' || kind === 'AUTHORIZATION' || kind === 'EMV_AUTHORIZATION';
