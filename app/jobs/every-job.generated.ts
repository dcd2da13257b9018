/* Written by `npm run jobs` from the files beside it. Do not edit. */

export { advanceBulk } from './advance-bulk.ts';
export { advanceCancellation } from './advance-cancellation.ts';
export { applyWebhook } from './apply-webhook.ts';
export { digestEveryShop } from './digest-every-shop.ts';
export { exportHistory } from './export-history.ts';
export { flow } from './flow.ts';
export { pruneInbox } from './prune-inbox.ts';
export { refreshOrder } from './refresh-order.ts';
export { sealHistory } from './seal-history.ts';
export { sendGuestCode } from './send-guest-code.ts';
export { sendStaffDigest } from './send-staff-digest.ts';
export { sweepOverdue } from './sweep-overdue.ts';
export { syncEveryShop } from './sync-every-shop.ts';
export { syncOrders } from './sync-orders.ts';
export { verifyHistory } from './verify-history.ts';
