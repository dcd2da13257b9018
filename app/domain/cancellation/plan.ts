import type { GiftCardId } from '../ids.ts';
import type { OrderCancelReason } from '../policy/document/policy.ts';
import type { RefundPlan } from '../refund/plan/refund-plan.ts';
import type { RefundTerms } from '../refund/terms.ts';
import { beginningOf } from '../text/text.ts';

/** Who writes to the customer: this app, Shopify, or nobody. Never two of them. */
export type Teller = 'unorder' | 'shopify' | 'nobody';

/** What one cancellation will do, shown before it is confirmed and fixed once it is. */
export interface CancellationPlan {
  readonly reason: OrderCancelReason;
  /** Money and goods, by line and payment. */
  readonly refund: RefundPlan;
  /** By which it is planned anew when the order is read again. */
  readonly terms: RefundTerms;
  /** Sold by what is cancelled: made useless before any money goes back. */
  readonly giftCards: readonly GiftCardId[];
  readonly teller: Teller;
}

/** The staff note's length in Shopify (`orderCancel.staffNote`), cut by rule and not by an error. */
const STAFF_NOTE_LIMIT = 255;

/**
 * The mark by which the app finds its own work again on the platform after a lost answer. It stands at the
 * end of notes that only staff see.
 */
export const referenceMark = (key: string): string => `${MARK} ${key}]`;

const MARK = '[unorder';

/** A note for staff that ends in the reference mark, cut to what Shopify takes. */
export function markedNote(note: string, key: string): string {
  const mark = referenceMark(key);
  const room = STAFF_NOTE_LIMIT - mark.length - 1;
  const text = beginningOf(note.trim(), room).trimEnd();
  return text === '' ? mark : `${text} ${mark}`;
}

/** True when a note on the platform was left by the action with this key. */
export const isMarkedBy = (note: string | null, key: string): boolean =>
  note?.includes(referenceMark(key)) ?? false;

/** True when a note on the platform was left by any action of this app. */
export const isMarkedByThisApp = (note: string | null): boolean =>
  note?.includes(`${MARK} `) ?? false;
