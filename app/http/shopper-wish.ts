import { z } from 'zod';

import type { ShopperWish } from '../application/read-shopper-order.ts';
import type { Refusal } from '../domain/refusal.ts';
import { type Result, ok } from '../domain/result.ts';
import type { ShopperQuoteBody } from '../presentation/shopper-view.ts';
import { MOST_SELECTION_BYTES, selectionBody, selectionOf } from './selection-body.ts';

/** Enough for a selection and a comment. */
export const MOST_WISH_BYTES = MOST_SELECTION_BYTES;

/** What a shopper's page sends of a choice. Whether it makes sense for the order is the domain's decision. */
export const shopperQuoteFields = {
  selection: selectionBody,
  method: z.enum(['original', 'store_credit']),
} as const;

/** The choice in the domain's words. */
export function wishOf({
  selection,
  method,
}: ShopperQuoteBody): Result<ShopperWish, readonly Refusal[]> {
  const read = selectionOf(selection);
  return read.ok ? ok({ selection: read.value, method }) : read;
}
