import type { RefundShare } from '../../domain/refund/plan/refund-plan.ts';
import type { OrderFacts, TransactionFacts } from '../../domain/order/facts.ts';
import { isTooLate, wayBackOf } from '../../domain/order/payment/gateways.ts';
import {
  isReceipt,
  openAuthorizations,
  paymentsWithoutWayBack,
} from '../../domain/order/payment/payments.ts';
import type { Messages } from '../../messages/message-types.ts';
import { dayText } from '../text/dates.ts';

/** How a payment's money can go back and until when; null where nothing is to be said of it. */
export function wayBackWords(
  order: OrderFacts,
  payment: TransactionFacts,
  messages: Messages<'staff'>,
): string | null {
  if (payment.status !== 'SUCCESS') return null;
  const wayBack = wayBackOf(payment);
  const { by, until } = wayBack;
  const day = until === null ? null : dayText(until, messages.locale, order.shopTimeZone);
  if (!isReceipt(payment)) {
    const isOpen = openAuthorizations(order, order.readAt).some(
      ({ transactionId }) => transactionId === payment.id,
    );
    return isOpen && day !== null ? messages.t('wayBack.authorizedUntil', { date: day }) : null;
  }
  switch (by) {
    case 'gateway':
      if (day === null) return null;
      return isTooLate(wayBack, order.readAt)
        ? messages.t('wayBack.tooLate', { date: day })
        : messages.t('wayBack.refundableUntil', { date: day });
    case 'hand':
      return messages.t('wayBack.byHand');
    case 'nobody':
      return messages.t('wayBack.test');
  }
}

/** What staff should know before they refund: shares of payments that no provider takes back (any more). */
export const withoutWayBackWords = (
  order: OrderFacts,
  shares: readonly RefundShare[],
  { t }: Messages<'staff'>,
): readonly string[] =>
  paymentsWithoutWayBack(order, order.readAt)
    .filter((payment) => shares.some((share) => share.parentId === payment.id))
    .map(({ gatewayName }) => t('wayBack.refused', { gateway: gatewayName }));
