import type { InventoryItemId, LocationId } from '../../ids.ts';
import type { RefundPlan, RestockShare } from '../plan/refund-plan.ts';

/** `delta` units more (or fewer) on sale. */
export interface StockChange {
  readonly inventoryItemId: InventoryItemId;
  readonly locationId: LocationId;
  readonly delta: number;
}

/*
 * `orderCancel` restocks every unit of an order or none. A refund of lines takes units that were not sent
 * only with `CANCEL`, which puts them back on sale: with `NO_RESTOCK` it would take those that were sent
 * first. Where a policy wants it otherwise for some units, their stock is corrected right afterwards.
 * Source: https://community.shopify.dev/t/refunding-an-unfulfilled-item-without-restocking/19953
 */

/** Whether the cancel itself puts the units of a whole order back on sale. */
export function restocksWithCancel(plan: RefundPlan): boolean {
  const counted = countedShares(plan);
  return counted.length > 0 && counted.every((share) => share.backOnSale);
}

/**
 * What has to be corrected once the units have left the order: put back what a cancel without restock wrote
 * off, or write off what a refund of lines put back. Edits restock line by line and leave nothing to correct.
 */
export function stockCorrections(plan: RefundPlan): readonly StockChange[] {
  if (plan.selection.kind === 'order') {
    return restocksWithCancel(plan) ? [] : changes(plan, (share) => share.backOnSale, 1);
  }
  return plan.execution === 'with_lines' ? changes(plan, (share) => !share.backOnSale, -1) : [];
}

function changes(
  plan: RefundPlan,
  concerned: (share: RestockShare) => boolean,
  sign: 1 | -1,
): readonly StockChange[] {
  return countedShares(plan)
    .filter(concerned)
    .flatMap(({ inventoryItemId, locationId, quantity }) =>
      locationId ? [{ inventoryItemId, locationId, delta: sign * quantity }] : [],
    );
}

/** What is not counted in stock goes nowhere. */
function countedShares(plan: RefundPlan) {
  return plan.lines.flatMap(({ inventoryItemId, restock }) =>
    inventoryItemId === null ? [] : restock.map((share) => ({ ...share, inventoryItemId })),
  );
}
