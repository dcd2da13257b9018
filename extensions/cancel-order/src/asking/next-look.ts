import type { ShopperView } from '../../../../app/contract/shopper/shopper-view.ts';
import {
  MINUTE,
  pauseBefore,
  QUIET,
  type Backoff,
  SECOND,
  WAITING_FOR_A_PERSON,
  WORKING,
} from '../../../shared/backoff.ts';

const MONEY_ON_ITS_WAY: Backoff = { first: 3 * SECOND, growth: 1.5, limit: 5 * MINUTE };

/**
 * Milliseconds until the page should look again, or null when nothing more happens by itself.
 *
 * @param looks how many looks in a row found nothing new
 * @param now UTC milliseconds
 */
export function nextLook(view: ShopperView, looks: number, now: number): number | null {
  const backoff = backoffOf(view);
  return backoff === null ? null : Math.min(pauseBefore(backoff, looks), untilOfferEnds(view, now));
}

function backoffOf({ cancellation, offer }: ShopperView): Backoff | null {
  switch (cancellation?.status) {
    case 'requested':
    case 'in_progress':
      return WORKING;
    case 'cancelled':
      return MONEY_ON_ITS_WAY;
    case 'in_review':
    case 'awaiting_payment':
    case 'needs_attention':
      return WAITING_FOR_A_PERSON;
    case 'declined':
    case 'withdrawn':
      if (isBeingUndone(offer)) return WORKING;
      return offer.available ? QUIET : null;
    case 'completed':
    case undefined:
      return offer.available ? QUIET : null;
  }
}

/** What was held or asked for is let go of before the order is offered again: a matter of seconds. */
export const isBeingUndone = (offer: ShopperView['offer']): boolean =>
  !offer.available && offer.refusals.some(({ code }) => code === 'already_open');

/** The offer ends with its last millisecond on the server's clock; a second later the page can know. */
function untilOfferEnds({ offer }: ShopperView, now: number): number {
  if (!offer.available || offer.closesAt === null) return Infinity;
  const left = Date.parse(offer.closesAt) - now;
  return left >= 0 ? left + SECOND : Infinity;
}
