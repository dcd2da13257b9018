import type { LineItemId } from '../ids.ts';
import { unfulfilledOf } from '../order/fulfilment.ts';
import type { LineItemFacts, OrderFacts } from '../order/facts.ts';
import type { Refusal } from '../refusal.ts';
import { type Result, err, ok } from '../result.ts';

/** What of an order is taken back. */
export type Selection =
  { readonly kind: 'order' } | { readonly kind: 'lines'; readonly lines: readonly SelectedLine[] };

export interface SelectedLine {
  readonly lineItemId: LineItemId;
  /** Units, at least one. */
  readonly quantity: number;
}

/**
 * The same wish in its one form: every unit of an order of which nothing was sent is the whole order, lines
 * stand in the order's order, and no line twice. Refuses lines the order does not have, no units, and more
 * units than are left to be sent.
 */
export function normalised(
  selection: Selection,
  order: OrderFacts,
): Result<Selection, readonly Refusal[]> {
  if (selection.kind === 'order') return ok(selection);
  if (selection.lines.length === 0) return err([{ code: 'nothing_selected' }]);
  const wanted = new Map<LineItemId, number>();
  const refusals: Refusal[] = [];
  for (const { lineItemId, quantity } of selection.lines) {
    const line = order.lines.find((known) => known.id === lineItemId);
    if (!line || wanted.has(lineItemId) || !Number.isSafeInteger(quantity) || quantity < 1) {
      refusals.push({ code: 'selection_malformed' });
    } else if (quantity > unfulfilledOf(line)) {
      refusals.push({ code: 'too_many_units', lineItemId, available: unfulfilledOf(line) });
    }
    wanted.set(lineItemId, quantity);
  }
  if (refusals.length > 0) return err(refusals);
  const everything = order.lines.every(
    (line) => line.currentQuantity === (wanted.get(line.id) ?? 0),
  );
  if (everything) return ok({ kind: 'order' });
  return ok({
    kind: 'lines',
    lines: order.lines.flatMap((line) => {
      const quantity = wanted.get(line.id);
      return quantity === undefined ? [] : [{ lineItemId: line.id, quantity }];
    }),
  });
}

/** The units that a selection takes, line by line; of a whole order, all that are left. */
export function selectedUnits(selection: Selection, order: OrderFacts): readonly SelectedLine[] {
  return selection.kind === 'lines'
    ? selection.lines
    : order.lines
        .filter((line) => line.currentQuantity > 0)
        .map((line) => ({ lineItemId: line.id, quantity: line.currentQuantity }));
}

/** How many units of a line are among the selected ones. */
export const unitsTaken = (line: LineItemFacts, taken: readonly SelectedLine[]): number =>
  taken.find(({ lineItemId }) => lineItemId === line.id)?.quantity ?? 0;
