import { advanceCancellation } from '../../app/application/cancellation/advance/advance-cancellation.ts';
import { applyWebhooks } from '../../app/application/webhook/apply-webhook.ts';
import { refreshOrders } from '../../app/application/order/refresh-order.ts';
import type { Job } from '../../app/application/shared/ports.ts';
import { syncOrders } from '../../app/application/order/sync-orders.ts';
import { unreachable } from '../../app/domain/result.ts';

/** Does one job as the app's worker does it. */
export async function runJob(
  deps: Parameters<typeof advanceCancellation>[0] & Parameters<typeof applyWebhooks>[0],
  job: Job,
): Promise<void> {
  switch (job.name) {
    case 'advance-cancellation':
      return advanceCancellation(deps, job.shop, job.cancellationId, job.nudged);
    case 'apply-webhook': {
      const failed = await applyWebhooks(deps, job.shop, [job.webhookId]);
      for (const error of failed.values()) throw error;
      return;
    }
    case 'sync-orders':
      await syncOrders(deps, job.shop);
      return;
    case 'refresh-order':
      return refreshOrders(deps, job.shop, [job.orderId]);
    case 'send-guest-code':
      throw new Error('Nobody in a simulated shop asks for a code.');
    default:
      return unreachable(job);
  }
}
