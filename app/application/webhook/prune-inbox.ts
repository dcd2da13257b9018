import { DAY } from '../../domain/time.ts';
import type { Clock } from '../shared/clock.ts';
import type { WebhookInbox } from './ports.ts';

export interface PruneDeps {
  readonly clock: Clock;
  readonly inbox: WebhookInbox;
}

/**
 * How long a webhook is remembered, so that a repetition is recognised. Shopify repeats a delivery for four
 * hours and warns that one may come up to a day late; thirty days cover that many times over, and a clock
 * that is wrong, and outlast the jobs of the queue.
 * Sources: https://shopify.dev/changelog/updates-to-webhook-retry-mechanism
 * https://shopify.dev/docs/apps/build/webhooks/best-practices
 */
const REMEMBERED_FOR = 30 * DAY;
/** Short transactions: deliveries wait for none of them. */
const BATCH = 5_000;

/** Forgets webhooks that were applied and whose repetition nobody has to fear any more; returns how many. */
export async function pruneInbox({ clock, inbox }: PruneDeps): Promise<number> {
  const receivedBefore = clock.now() - REMEMBERED_FOR;
  let forgotten = 0;
  for (;;) {
    const batch = await inbox.forgetApplied(receivedBefore, BATCH);
    forgotten += batch;
    if (batch < BATCH) return forgotten;
  }
}
