/**
 * A payment whose chargeback is open or lost is in the bank's hands and cannot be refunded as well; an
 * inquiry does not stop a refund. That the platform refuses is reported by merchants, its words are
 * not: https://community.shopify.com/t/how-can-i-handle-a-chargeback-while-a-refund-is-pending/283571
 */
import type { DisputeStatus, Order, Shop, Transaction } from '../model.ts';

/** Why it is refused. */
export const CHARGED_BACK = "A payment with a chargeback can't be refunded";

const CHARGED_BACK_IN: ReadonlySet<DisputeStatus> = new Set([
  'NEEDS_RESPONSE',
  'UNDER_REVIEW',
  'ACCEPTED',
  'LOST',
]);

/** Chargebacks are about cards: an order's chargeback concerns every card payment of it. */
export function isChargedBack(shop: Shop, order: Order, payment: Transaction): boolean {
  return (
    shop.gateways.get(payment.gateway)?.behaviour === 'card' &&
    order.disputes.some(({ type, status }) => type === 'CHARGEBACK' && CHARGED_BACK_IN.has(status))
  );
}
