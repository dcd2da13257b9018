import type { LineItemId } from '../../ids.ts';
import type { LineItemFacts, OrderFacts } from '../../order/facts.ts';
import { isAnythingSent, openUnits } from '../../order/quantities.ts';
import type { Refusal } from '../../refusal.ts';
import { type Result, err, ok } from '../../result.ts';

/** What of an order is taken back. */
export type Selection =
  | { readonly kind: 'order' }
  | { readonly kind: 'lines'; readonly lines: readonly SelectedLine[] };

export interface SelectedLine {
  readonly lineItemId: LineItemId;
  /** Units, at least one. */
  readonly quantity: number;
}

declare const CHECKED: unique symbol;

/** A selection that an order has, with the units it takes of it, in the order's order; of a whole order, all left. */
export type CheckedSelection = Selection & {
  readonly units: readonly SelectedLine[];
  readonly [CHECKED]: true;
};

/**
 * A request in its one form: every unit of an order of which nothing was ever sent is the whole order, lines stand
 * in the order's order, and no line twice. Refuses what `checked` refuses.
 *
 * Only for a request as it is made: what was asked for as a part stays a part, whatever else leaves the order
 * meanwhile.
 */
export function normalised(
  selection: Selection,
  order: OrderFacts,
): Result<CheckedSelection, readonly Refusal[]> {
  const known = checked(selection, order);
  if (!known.ok || known.value.kind === 'order' || isAnythingSent(order)) return known;
  const { units } = known.value;
  return order.lines.every((line) => line.currentQuantity === unitsTaken(line, units))
    ? ok(wholeOrder(order))
    : known;
}

/**
 * A selection that the order has: its lines stand in the order's order. Refuses lines the order does not have,
 * a line twice, no units, and more units than can still be cancelled.
 */
export function checked(
  selection: Selection,
  order: OrderFacts,
): Result<CheckedSelection, readonly Refusal[]> {
  if (selection.kind === 'order') return ok(wholeOrder(order));
  if (selection.lines.length === 0) return err([{ code: 'nothing_selected' }]);
  const wanted = new Map<LineItemId, number>();
  const refusals: Refusal[] = [];
  for (const { lineItemId, quantity } of selection.lines) {
    const line = order.lines.find((known) => known.id === lineItemId);
    if (!line || wanted.has(lineItemId) || !Number.isSafeInteger(quantity) || quantity < 1) {
      refusals.push({ code: 'selection_malformed' });
    } else if (quantity > openUnits(line)) {
      refusals.push({ code: 'too_many_units', lineItemId, available: openUnits(line) });
    }
    wanted.set(lineItemId, quantity);
  }
  if (refusals.length > 0) return err(refusals);
  const lines = order.lines.flatMap((line) => {
    const quantity = wanted.get(line.id);
    return quantity === undefined ? [] : [{ lineItemId: line.id, quantity }];
  });
  return ok({ kind: 'lines', lines, units: lines } as unknown as CheckedSelection);
}

/** Everything that is left of an order. */
export const wholeOrder = (order: OrderFacts): CheckedSelection =>
  ({
    kind: 'order',
    units: order.lines
      .filter((line) => line.currentQuantity > 0)
      .map((line) => ({ lineItemId: line.id, quantity: line.currentQuantity })),
  }) as unknown as CheckedSelection;

/** The selection alone, as it is kept: what it takes is another matter once the order has changed. */
export const asAsked = (selection: Selection): Selection =>
  selection.kind === 'order' ? { kind: 'order' } : { kind: 'lines', lines: selection.lines };

/** How many units of a line are among the selected ones. */
export const unitsTaken = (line: LineItemFacts, taken: readonly SelectedLine[]): number =>
  taken.find(({ lineItemId }) => lineItemId === line.id)?.quantity ?? 0;
