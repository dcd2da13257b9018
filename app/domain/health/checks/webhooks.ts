import { DAY, MINUTE } from '../../time.ts';
import { check } from '../check.ts';
import { type Finding, finding } from '../finding.ts';

/** Deliveries may take a while; retries come within minutes. */
const LATE = 10 * MINUTE;

/**
 * Whether webhooks arrive: an order that changed has to have been reported.
 * Sources: https://shopify.dev/docs/apps/build/webhooks, and the inbox, which remembers for 30 days.
 */
export const webhooks = check('webhooks', ({ topics, orderChangedAt }, now): readonly Finding[] => {
  const seen = topics.flatMap(({ topic, lastAt }) => (lastAt === null ? [] : [{ topic, lastAt }]));
  const ofOrders = seen.filter(({ topic }) => topic.startsWith('orders/'));
  const last = ofOrders.length === 0 ? null : Math.max(...ofOrders.map(({ lastAt }) => lastAt));
  const unseen = topics.filter(({ lastAt }) => lastAt === null);
  return [
    arrival(last, orderChangedAt, now),
    ...(unseen.length > 0 && last !== null
      ? [finding('unknown', 'topics_unseen', { count: unseen.length, most: topics.length })]
      : []),
  ];
});

function arrival(last: number | null, changedAt: number | null, now: number): Finding {
  if (changedAt === null) return finding('unknown', 'webhooks_no_orders');
  if (last === null) {
    // One that changed before the app was there is reported to nobody.
    return finding(now - changedAt < DAY ? 'attention' : 'unknown', 'webhooks_none', {
      date: { time: changedAt },
    });
  }
  const isLate = changedAt - last > LATE && now - changedAt > LATE;
  return isLate
    ? finding('broken', 'webhooks_late', { changed: { time: changedAt }, date: { time: last } })
    : finding('ok', 'webhooks_arrive', { date: { time: last } });
}
