import { add, subtract, sum } from '../money.ts';
import type { OrderFacts, TransactionFacts } from '../order/facts.ts';

/**
 * An order as if nothing had happened since it was placed and paid: nothing prepared, sent, returned,
 * refunded, disputed or cancelled, and no gift card spent. Its lines are those of today: what an edit added
 * is there, and what one took away is back.
 */
export function asPlaced(order: OrderFacts): OrderFacts {
  const transactions = order.transactions.filter(isPayment);
  const total = (kinds: readonly TransactionFacts['kind'][]) =>
    sum(
      transactions
        .filter((t) => kinds.includes(t.kind) && t.status === 'SUCCESS')
        .map((t) => t.amount.presentment),
      order.presentmentCurrencyCode,
    );
  const received = subtract(total(['SALE', 'CAPTURE']), total(['CHANGE']));
  return {
    ...order,
    cancelledAt: null,
    cancellationStaffNote: null,
    disputes: [],
    fulfillmentStatus: 'UNFULFILLED',
    shipments: [],
    returnStatus: 'NO_RETURN',
    currentTotal: order.total,
    outstanding: add(subtract(order.total.presentment, received), order.cashRounding),
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
  kind === 'SALE' ||
  kind === 'CAPTURE' ||
  kind === 'CHANGE' ||
  kind === 'AUTHORIZATION' ||
  kind === 'EMV_AUTHORIZATION';
