import type { WantedCancellation } from '../../application/order/read-shopper-order.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, ok } from '../../domain/result.ts';
import type { ShopperQuoteBody } from '../../contract/shopper/shopper-bodies.ts';
import { MOST_SELECTION_BYTES, selectionOf } from '../body/selection-body.ts';

/** Enough for a selection and a comment. */
export const MOST_REQUEST_BYTES = MOST_SELECTION_BYTES;

/** What a shopper's page sends of a choice, in the domain's words. */
export function wantedOf({
  selection,
  method,
}: ShopperQuoteBody): Result<WantedCancellation, readonly Refusal[]> {
  const read = selectionOf(selection);
  return read.ok ? ok({ selection: read.value, method }) : read;
}
