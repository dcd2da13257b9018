import type { LineItemId } from '../../ids.ts';
import { isPositive } from '../../money.ts';
import type { LineItemFacts, OrderFacts } from '../../order/facts.ts';
import { type SelectedLine, unitsTaken } from './selection.ts';

/**
 * Items given free for buying something else that would stay on the order although what was bought goes. The
 * platform names the free item and not what earned it: so every paid item may have, and the person who
 * cancels says whether the free one goes too.
 */
export function freeItemsLeft(
  order: OrderFacts,
  taken: readonly SelectedLine[],
): readonly LineItemId[] {
  const units = (line: LineItemFacts): number => unitsTaken(line, taken);
  const remaining = (line: LineItemFacts): number => line.currentQuantity - units(line);
  const paid = order.lines.filter((line) => isPositive(line.total));
  if (!paid.some((line) => units(line) > 0)) return [];
  const anyPaidStays = paid.some((line) => remaining(line) > 0);
  return order.lines
    .filter(isFreeItem)
    .filter((line) => remaining(line) > 0 && (units(line) === 0 || !anyPaidStays))
    .map((line) => line.id);
}

/** Free by a discount meant for it, not because nothing was asked for it in the first place. */
const isFreeItem = (line: LineItemFacts): boolean =>
  !isPositive(line.total) &&
  line.discounts.some(
    ({ targetSelection, amount }) => targetSelection === 'ENTITLED' && isPositive(amount),
  );
