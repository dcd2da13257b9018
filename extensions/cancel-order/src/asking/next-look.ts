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
    case 'completed':
    case 'declined':
    case 'withdrawn':
    case undefined:
      return offer.available ? QUIET : null;
  }
}

/** The offer ends with its last millisecond on the server's clock; a second later the page can know. */
function untilOfferEnds({ offer }: ShopperView, now: number): number {
  if (!offer.available || offer.closesAt === null) return Infinity;
  const left = Date.parse(offer.closesAt) - now;
  return left >= 0 ? left + SECOND : Infinity;
}
