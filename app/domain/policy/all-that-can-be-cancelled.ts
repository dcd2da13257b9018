import { bundlesOf, wholeBundles } from '../order/bundles.ts';
import type { LineItemFacts, OrderFacts } from '../order/facts.ts';
import { isAnythingSent, openUnits } from '../order/quantities.ts';
import type { Selection, SelectedLine } from '../refund/goods/selection.ts';
import { againstLine } from './evaluation/platform-refusals.ts';

/**
 * The most that the platform lets anybody cancel: the whole order, or of one that was sent in part every unit
 * that is not sent and not in other hands; of bundles whole ones. Where that is nothing, all that is not sent:
 * what stands against it is the reason then.
 */
export function allThatCanBeCancelled(order: OrderFacts): Selection {
  if (!isAnythingSent(order)) return { kind: 'order' };
  const open = selected(order.lines, openUnits);
  const possible = selected(order.lines, possibleUnits(order));
  const lines = possible.length > 0 ? possible : open;
  return lines.length > 0 ? { kind: 'lines', lines } : { kind: 'order' };
}

/** How many units of a line can be cancelled on their own, or with the rest of their bundle. */
function possibleUnits(order: OrderFacts): (line: LineItemFacts) => number {
  const bundles = bundlesOf(order);
  const ownUnits = (line: LineItemFacts): number => {
    const quantity = openUnits(line);
    return againstLine(order, { lineItemId: line.id, quantity }).length > 0 ? 0 : quantity;
  };
  return (line) => {
    const bundle = bundles.find(({ components }) => components.includes(line));
    if (!bundle) return ownUnits(line);
    return (wholeBundles(bundle, ownUnits) * line.currentQuantity) / bundle.count;
  };
}

const selected = (
  lines: readonly LineItemFacts[],
  units: (line: LineItemFacts) => number,
): readonly SelectedLine[] =>
  lines
    .map((line) => ({ lineItemId: line.id, quantity: units(line) }))
    .filter(({ quantity }) => quantity > 0);
