import type { Money } from '../money.ts';
import type { CancelledBefore } from './plan/refund-plan.ts';
import type { CheckedSelection, Selection } from './goods/selection.ts';
import type { RefundTerms } from './terms.ts';

/** How much of what could come back is to come back. */
export type RefundChoice =
  | { readonly kind: 'everything' }
  | { readonly kind: 'amount'; readonly amount: Money }
  | { readonly kind: 'nothing' };

export interface WantedRefund {
  readonly selection: CheckedSelection;
  readonly terms: RefundTerms;
  readonly choice: RefundChoice;
  /** What earlier cancellations gave and took; left out, as far as the order alone tells. */
  readonly before?: CancelledBefore;
  /** Items given free for what is cancelled stay on the order: somebody was asked. */
  readonly keepFreeItems?: boolean;
}

/** The same with a selection that was not held against the order yet: one that was stored, or never asked. */
export type UncheckedRefund = Omit<WantedRefund, 'selection'> & { readonly selection: Selection };
