import type { OrderFacts } from '../facts.ts';

/**
 * Whether an order's money can come back as store credit. Shopify gives none without a customer and none for
 * a company's order (the `STORE_CREDIT_REFUND_*` codes of `OrderCancelUserErrorCode`); to a buyer who may be
 * a fraud we give none either: money that goes back where it came from cannot be spent elsewhere.
 */
export const takesStoreCredit = (order: OrderFacts): boolean =>
  order.customerId !== null && order.company === null && order.risk.level !== 'HIGH';
