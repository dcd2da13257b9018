import type { OrderFacts } from '../../order/facts.ts';
import type { Refusal } from '../../refusal.ts';
import type { EpochMs } from '../../time.ts';
import type { ReviewReason } from './evaluation.ts';
import type { PolicyDocument, Rule, Window } from '../document/policy.ts';
import { windowEnd } from '../windows/windows.ts';

/** Which window is open for some goods, or why none is. */
export interface Access {
  readonly refusals: readonly Refusal[];
  readonly reviewReasons: readonly ReviewReason[];
  /** The end of the open window; null when no time ends it, or none is open. */
  readonly closesAt: EpochMs | null;
}

/** Access now to goods on which work has begun (`started`), and to those on which it has not. */
export type AccessTo = (started: boolean) => Access;

/** What the windows of a rule say of an order at an instant. */
export function accessUnder(
  rule: Rule,
  { calendar }: PolicyDocument,
  order: OrderFacts,
  now: EpochMs,
): AccessTo {
  const windows = (['instant', 'request'] as const).flatMap((kind): readonly DatedWindow[] => {
    const window = rule[kind];
    return window ? [{ kind, window, closesAt: windowEnd(window, order, calendar) }] : [];
  });
  return (started) => firstOpen(windows, now, started, order.shopTimeZone);
}

interface DatedWindow {
  readonly kind: 'instant' | 'request';
  readonly window: Window;
  readonly closesAt: EpochMs | null;
}

/** The instant window goes first; with neither open, all that closed them. */
function firstOpen(
  windows: readonly DatedWindow[],
  now: EpochMs,
  started: boolean,
  timeZone: string,
): Access {
  const ended: EpochMs[] = [];
  let endedByWork = false;
  for (const { kind, window, closesAt } of windows) {
    const isInTime = closesAt === null || now <= closesAt;
    const isBeforeWork = !(window.untilFulfillment && started);
    if (isInTime && isBeforeWork) {
      const reviewReasons: ReviewReason[] = kind === 'request' ? [{ code: 'by_request_only' }] : [];
      return { refusals: [], reviewReasons, closesAt };
    }
    if (!isInTime) ended.push(closesAt);
    if (!isBeforeWork) endedByWork = true;
  }
  const refusals: Refusal[] = [];
  if (ended.length > 0)
    refusals.push({ code: 'window_closed', closedAt: Math.max(...ended), timeZone });
  if (endedByWork) refusals.push({ code: 'fulfillment_started' });
  return { refusals, reviewReasons: [], closesAt: null };
}
