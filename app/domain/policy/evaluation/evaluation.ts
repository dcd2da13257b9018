import type { LineItemId } from '../../ids.ts';
import type { Money } from '../../money.ts';
import type { Selection } from '../../refund/goods/selection.ts';
import type { Refusal } from '../../refusal.ts';
import type { EpochMs } from '../../time.ts';
import type { Buyer, Rule } from '../document/policy.ts';

/** Who asks and when: what an evaluation needs besides the policy and the order. */
export interface Asking {
  readonly buyer: Buyer;
  readonly now: EpochMs;
  /** Cancellations this customer has made within the policy's limit days; 0 when there is no limit. */
  readonly recentCancellations: number;
}

/**
 * The answer to "may this be cancelled, by this person, now?". Every reason against it is named, not only
 * the first, for the order and for each line.
 */
export interface Evaluation {
  readonly policyVersion: number;
  /** The rule that speaks to this buyer; null when none does. */
  readonly rule: Rule | null;
  /** Whether anything at all can be cancelled: the whole order, or units of a line. */
  readonly allowed: boolean;
  /** Against everything: empty when `allowed`, and never empty otherwise. */
  readonly refusals: readonly Refusal[];
  /** Against cancelling the order as a whole; empty when that is possible. */
  readonly againstWholeOrder: readonly Refusal[];
  /** Every line that still has units, in the order's order. */
  readonly lines: readonly LineEvaluation[];
  /** `review` when a person has to agree; says nothing unless `allowed`. */
  readonly handling: 'automatic' | 'review';
  /** Why a person has to agree, for staff; empty when handling is automatic. */
  readonly reviewReasons: readonly ReviewReason[];
  /** The last instant of the window that is open now; null when no time ends it, or none is open. */
  readonly closesAt: EpochMs | null;
}

export interface LineEvaluation {
  readonly lineItemId: LineItemId;
  /** Units that can be cancelled on their own; 0 when the rule offers only whole orders. */
  readonly cancellable: number;
  /** Why not more than that; empty when every unit can be. */
  readonly refusals: readonly Refusal[];
  /** Asking for this line makes a request of it. */
  readonly reviewReasons: readonly ReviewReason[];
}

/** Why a request goes to a person instead of being carried out at once. */
export type ReviewReason =
  | { readonly code: 'by_request_only' }
  /** `limit`: what the policy cancels at once, in the order's currency; events of before do not say. */
  | { readonly code: 'above_amount'; readonly limit?: Money }
  | {
      readonly code: 'excluded';
      readonly exclusion: string;
      readonly lineItemId: LineItemId | null;
    }
  | { readonly code: 'limit_reached' }
  /** The provider takes no refund of it (any more): the platform would cancel and the money would not go. */
  | { readonly code: 'no_way_back'; readonly gatewayName: string }
  | { readonly code: 'gift_card_redeemed'; readonly lineItemId: LineItemId };

/** Everything that an evaluation holds against a selection: unknown lines, too many units, lines cut in two. */
export function againstSelection(evaluation: Evaluation, selection: Selection): readonly Refusal[] {
  if (selection.kind === 'order') return evaluation.againstWholeOrder;
  if (selection.lines.length === 0) return [{ code: 'nothing_selected' }];
  return selection.lines.flatMap(({ lineItemId, quantity }): readonly Refusal[] => {
    const line = evaluation.lines.find((known) => known.lineItemId === lineItemId);
    if (!line) return [{ code: 'selection_malformed' }];
    if (quantity > line.cancellable) return againstUnits(line);
    const isCut = evaluation.rule?.what === 'lines' && quantity < line.cancellable;
    return isCut ? [{ code: 'only_whole_lines', lineItemId }] : [];
  });
}

const againstUnits = ({ lineItemId, cancellable, refusals }: LineEvaluation): readonly Refusal[] =>
  refusals.length > 0 ? refusals : [{ code: 'too_many_units', lineItemId, available: cancellable }];
