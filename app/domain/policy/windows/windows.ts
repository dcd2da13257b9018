import type { OrderFacts } from '../../order/facts.ts';
import { DAY, type EpochMs, MINUTE } from '../../time.ts';
import { dayOf, instantOf, isoDateOf, isoWeekdayOf, wallTimeAt } from './local-time.ts';
import type { PolicyDocument, Window } from '../document/policy.ts';

type Calendar = PolicyDocument['calendar'];

/**
 * The last instant at which a window is open in time, or null when no time ends it. Every limit counts from
 * `processedAt`, when the customer placed the order: `createdAt` is when it reached the platform, which for
 * an imported order is later. Of several limits the earliest counts.
 *
 * The end belongs to the window: with 60 minutes, an order of 09:00:00.000 can be cancelled at 10:00:00.000
 * and no longer at 10:00:00.001; with a cut-off of 14:00, at 14:00:00.000 and no longer a millisecond later.
 */
export function windowEnd(
  window: Window,
  order: Pick<OrderFacts, 'processedAt' | 'shopTimeZone'>,
  calendar: Calendar,
): EpochMs | null {
  const ends: EpochMs[] = [];
  if (window.minutes !== null) ends.push(order.processedAt + window.minutes * MINUTE);
  if (window.cutOff !== null) ends.push(nextCutOff(window.cutOff, order, calendar));
  return ends.length > 0 ? Math.min(...ends) : null;
}

/**
 * The first time after the order that the shop's clocks show the cut-off on an opening day. An order placed
 * in the very millisecond of a cut-off belongs to the next one.
 */
function nextCutOff(
  cutOff: string,
  { processedAt, shopTimeZone }: Pick<OrderFacts, 'processedAt' | 'shopTimeZone'>,
  calendar: Calendar,
): EpochMs {
  const [hours = 0, minutes = 0] = cutOff.split(':').map(Number);
  const sinceMidnight = (hours * 60 + minutes) * MINUTE;
  // A policy names one weekday at least and a hundred closed days at most: there is always a next one.
  for (let day = dayOf(wallTimeAt(shopTimeZone, processedAt)); ; day += DAY) {
    if (!isOpen(day, calendar)) continue;
    const at = instantOf(shopTimeZone, day + sinceMidnight);
    if (at !== null && at > processedAt) return at;
  }
}

const isOpen = (day: number, { openingDays, closedOn }: Calendar): boolean =>
  openingDays.includes(isoWeekdayOf(day)) && !closedOn.includes(isoDateOf(day));
