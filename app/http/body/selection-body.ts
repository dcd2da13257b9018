import { z } from 'zod';

import { parseLineItemId } from '../../domain/ids.ts';
import type { Selection } from '../../domain/refund/goods/selection.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, err, ok } from '../../domain/result.ts';
import type { ShopperSelection } from '../../contract/shopper/shopper-view.ts';
import type { StaffSelection } from '../../contract/staff/staff-view.ts';

/** Shopify's limit for the line items of an order. */
const MOST_LINES = 500;

/** Enough for a selection of that many lines and a few texts. */
export const MOST_SELECTION_BYTES = 48 * 1024;

type SelectionBody = ShopperSelection | StaffSelection;

/** What a page chose of an order, its lines by their numbers. */
export const selectionBody: z.ZodType<SelectionBody> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('order') }),
  z.strictObject({
    kind: z.literal('lines'),
    lines: z
      .array(z.strictObject({ id: z.string().max(20), quantity: z.number() }))
      .max(MOST_LINES),
  }),
]);

/** The same in the domain's words. The page's numbers are only looked up among the lines of the order. */
export function selectionOf(body: SelectionBody): Result<Selection, readonly Refusal[]> {
  if (body.kind === 'order') return ok(body);
  const lines = body.lines.flatMap(({ id, quantity }) => {
    const lineItemId = parseLineItemId(id);
    return lineItemId ? [{ lineItemId, quantity }] : [];
  });
  return lines.length === body.lines.length
    ? ok({ kind: 'lines', lines })
    : err([{ code: 'selection_malformed' }]);
}
