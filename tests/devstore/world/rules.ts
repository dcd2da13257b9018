/**
 * The platform's rules about one order, as functions: what it owes, what a refund comes to, what may
 * be cancelled, edited or held. For a test that holds an app's own arithmetic against them.
 */
export { kernelOf } from './create-world.ts';
export { supportedActions } from './fulfillment/fulfillment-order-actions.ts';
export { unfulfilledUnits } from './fulfillment/fulfillment-orders.ts';
export { proportion, share } from './money/money.ts';
export { providerFee } from './money/payments.ts';
export { refundErrors, type RefundRequest } from './money/refund-errors.ts';
export { createRefund } from './money/refunds.ts';
export { type Suggestion, suggestRefund } from './money/suggested-refund.ts';
export { everythingLeft, type Valuation, type WantedRefunds } from './money/valuation.ts';
export { cancelErrors, startCancel, type CancelRequest } from './orders/cancel.ts';
export { commitEdit, editRefusal } from './orders/order-edit.ts';
export {
  displayFinancialStatus,
  displayFulfillmentStatus,
  returnStatus,
} from './orders/order-status.ts';
export * as totals from './orders/order-totals.ts';
