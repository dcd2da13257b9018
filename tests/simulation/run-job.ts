import { advanceCancellation } from '../../app/application/advance-cancellation.ts';
import { applyWebhook } from '../../app/application/apply-webhook.ts';
import { refreshOrder } from '../../app/application/refresh-order.ts';
import type { Job } from '../../app/application/ports.ts';
import { syncOrders } from '../../app/application/sync-orders.ts';
import { unreachable } from '../../app/domain/result.ts';

/** Does one job as the app's worker does it. */
export async function runJob(
  deps: Parameters<typeof advanceCancellation>[0] & Parameters<typeof applyWebhook>[0],
  job: Job,
): Promise<void> {
  switch (job.name) {
    case 'advance-cancellation':
      return advanceCancellation(deps, job.shop, job.cancellationId, job.nudged);
    case 'apply-webhook':
      return applyWebhook(deps, job.shop, job.webhookId);
    case 'sync-orders':
      await syncOrders(deps, job.shop);
      return;
    case 'refresh-order':
      return refreshOrder(deps, job.shop, job.orderId);
    case 'send-guest-code':
      throw new Error('Nobody in a simulated shop asks for a code.');
    default:
      return unreachable(job);
  }
}
