import { advanceCancellation } from './advance-cancellation.ts';
import { applyWebhook } from './apply-webhook.ts';
import { deadLetters } from './dead-letters.ts';
import type { DepsOf } from './define-job.ts';
import { pruneInbox } from './prune-inbox.ts';
import { refreshOrder } from './refresh-order.ts';
import { sendGuestCode } from './send-guest-code.ts';
import { sweepOverdue } from './sweep-overdue.ts';
import { syncEveryShop } from './sync-every-shop.ts';
import { syncOrders } from './sync-orders.ts';

/**
 * Every job. A queue is made and worked on because its job stands here; one that can be enqueued and does not stand
 * here does not compile. The first is where the others end, so its queue has to be there before theirs.
 */
export const JOBS = [
  deadLetters,
  advanceCancellation,
  applyWebhook,
  syncOrders,
  refreshOrder,
  sendGuestCode,
  sweepOverdue,
  syncEveryShop,
  pruneInbox,
] as const;

/** What all of them need. */
export type JobDeps = DepsOf<(typeof JOBS)[number]>;

type ByName = { readonly [Job in (typeof JOBS)[number] as Job['name']]: Job };

const BY_NAME = Object.fromEntries(JOBS.map((job) => [job.name, job])) as ByName;

/** The job of a name. */
export const jobNamed = <Name extends keyof ByName>(name: Name): ByName[Name] => BY_NAME[name];
