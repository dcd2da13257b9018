/* Written by `npm run jobs` from the files beside and below it. Do not edit. */

export { advanceBulk } from './cancellation/advance-bulk.ts';
export { advanceCancellation } from './cancellation/advance-cancellation.ts';
export { sweepOverdue } from './cancellation/sweep-overdue.ts';
export { flow } from './flow.ts';
export { exportHistory } from './history/export-history.ts';
export { sealHistory } from './history/seal-history.ts';
export { verifyHistory } from './history/verify-history.ts';
export { digestEveryShop } from './notification/digest-every-shop.ts';
export { sendStaffDigest } from './notification/send-staff-digest.ts';
export { refreshOrder } from './order/refresh-order.ts';
export { syncEveryShop } from './order/sync-every-shop.ts';
export { syncOrders } from './order/sync-orders.ts';
export { sendGuestCode } from './send-guest-code.ts';
export { applyWebhook } from './webhook/apply-webhook.ts';
export { pruneInbox } from './webhook/prune-inbox.ts';
