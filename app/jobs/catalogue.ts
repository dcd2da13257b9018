import type { Queue } from 'pg-boss';
import { z } from 'zod';

import type { Job } from '../application/shared/ports.ts';
import { parseCancellationId, parseOrderId, parseShopDomain } from '../domain/ids.ts';
import { readPayload } from '../formats/job-format.ts';
import { isDocument } from '../formats/upcast.ts';

const shop = parsedBy(parseShopDomain);
const cancellationId = parsedBy(parseCancellationId);
const orderId = parsedBy(parseOrderId);

/** A text that `parse` accepts: it answers null for any other. */
function parsedBy<Id>(parse: (text: string) => Id | null) {
  return z.string().transform((text, context): Id => {
    const id = parse(text);
    if (id !== null) return id;
    context.addIssue({ code: 'custom', message: 'Not an id of this kind.' });
    return z.NEVER;
  });
}

/** What each job carries. */
const PAYLOADS = {
  'advance-cancellation': z.object({ shop, cancellationId, nudged: z.boolean() }),
  'apply-webhook': z.object({ shop, webhookId: z.string() }),
  'sync-orders': z.object({ shop }),
  'refresh-order': z.object({ shop, orderId }),
  'send-guest-code': z.object({ shop, challengeId: z.uuid() }),
} satisfies Record<Job['name'], z.ZodType>;

/**
 * What a job carries, read back from the queue. Throws on what no release ever enqueued.
 *
 * @throws NewerFormat
 */
export const payloadOf = <Name extends Job['name']>(
  name: Name,
  data: unknown,
): z.infer<(typeof PAYLOADS)[Name]> =>
  PAYLOADS[name].parse(isDocument(data) ? readPayload(data) : data) as z.infer<
    (typeof PAYLOADS)[Name]
  >;

/** The clock's own jobs: they carry nothing. */
export const SCHEDULES = {
  /** The net below the queue, every minute. */
  'sweep-overdue': '* * * * *',
  /** What webhooks missed, every hour. */
  'sync-every-shop': '17 * * * *',
  /** What is remembered of webhooks beyond its time, every day. */
  'prune-inbox': '41 3 * * *',
} as const;

/** Where jobs end that failed every time. */
export const DEAD_LETTERS = 'dead-letters';

const DAY_SECONDS = 86_400;

/**
 * How jobs of each kind are kept and tried again. A dead worker's job comes back when its heartbeat has been
 * silent for ten seconds, the shortest pg-boss knows; a worker that starts does not wait for that, because it
 * sweeps first.
 */
const common = {
  notify: true,
  heartbeatSeconds: 10,
  retryBackoff: true,
  retryDelay: 1,
  deadLetter: DEAD_LETTERS,
  /** Longer than the longest wait a job is enqueued for: a request under review for 30 days. */
  retentionSeconds: 45 * DAY_SECONDS,
  deleteAfterSeconds: DAY_SECONDS,
} satisfies Omit<Queue, 'name'>;

/** The queues, in the order in which they have to be made. */
export const QUEUES: readonly Queue[] = [
  // Looked for every two seconds: pg-boss notifies nobody of a job that it moves here.
  { name: DEAD_LETTERS, notify: false, retryLimit: 2, deleteAfterSeconds: 14 * DAY_SECONDS },
  {
    // Its own failures are events of the cancellation; what fails here is the database or a mistake.
    name: 'advance-cancellation',
    ...common,
    retryLimit: 5,
    retryDelayMax: 60,
    expireInSeconds: 600,
  },
  {
    // Waits out an unreachable platform for about half a day.
    name: 'apply-webhook',
    ...common,
    retryLimit: 30,
    retryDelayMax: 1800,
    expireInSeconds: 120,
  },
  {
    // One waiting and one at work for each shop: more would read the same orders twice.
    name: 'sync-orders',
    ...common,
    policy: 'stately',
    retryLimit: 10,
    retryDelayMax: 600,
    expireInSeconds: 3600,
  },
  {
    // One order of a list: an unreachable platform is waited out, and the hourly copy comes after that.
    name: 'refresh-order',
    ...common,
    retryLimit: 12,
    retryDelayMax: 600,
    expireInSeconds: 60,
  },
  {
    // Somebody waits in front of the page, and the code is void after ten minutes.
    name: 'send-guest-code',
    ...common,
    retryLimit: 4,
    retryDelayMax: 30,
    expireInSeconds: 60,
  },
  { name: 'sweep-overdue', ...common, policy: 'short', retryLimit: 0, expireInSeconds: 60 },
  { name: 'sync-every-shop', ...common, policy: 'short', retryLimit: 2, expireInSeconds: 120 },
  { name: 'prune-inbox', ...common, policy: 'short', retryLimit: 2, expireInSeconds: 3600 },
];
