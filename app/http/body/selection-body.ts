import type { SelectionBody } from '../../contract/selection.ts';
import { parseLineItemId } from '../../domain/ids.ts';
import type { Selection } from '../../domain/refund/goods/selection.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, err, ok } from '../../domain/result.ts';

/** Enough for a selection of every line of the largest order and a few texts. */
export const MOST_SELECTION_BYTES = 48 * 1024;

/** What a page chose, in the domain's words. Its numbers are only looked up among the lines of the order. */
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
