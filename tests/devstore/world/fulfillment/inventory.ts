/**
 * Units by location. An order commits units, shipping takes them out of the building, cancelling
 * puts them back on sale or writes them off.
 * States: https://shopify.dev/docs/apps/build/orders-fulfillment/inventory-management-apps
 */
import type { StockReason } from '../contracts/contract.ts';
import { gid } from '../gid.ts';
import type { Actor, InventoryItem, InventoryLevel, LineItem, Order, Shop } from '../model.ts';
import type { Kernel } from '../kernel.ts';
import { iso } from '../delivery/webhook-payloads/time.ts';

export interface StockMove {
  readonly locationId: number;
  readonly available: number;
  readonly committed: number;
  readonly reason: StockReason;
}

/** The tracked inventory item behind a line; null for lines whose stock nobody counts. */
export function trackedItemOf(shop: Shop, line: LineItem): InventoryItem | null {
  const variant = line.variantId === null ? undefined : shop.variants.get(line.variantId);
  const item = variant === undefined ? undefined : shop.inventoryItems.get(variant.inventoryItemId);
  return item !== undefined && item.tracked ? item : null;
}

export function levelAt(kernel: Kernel, item: InventoryItem, locationId: number): InventoryLevel {
  const existing = item.levels.get(locationId);
  if (existing !== undefined) return existing;
  const level: InventoryLevel = {
    id: kernel.nextId(),
    locationId,
    available: 0,
    committed: 0,
    updatedAt: kernel.now(),
  };
  item.levels.set(locationId, level);
  return level;
}

/** Moves a line's stock and records each quantity that changed. Untracked lines move nothing. */
export function moveStock(
  kernel: Kernel,
  shop: Shop,
  order: Order | null,
  source: { readonly line: LineItem } | { readonly item: InventoryItem },
  move: StockMove,
  actor: Actor,
): void {
  const item = 'line' in source ? trackedItemOf(shop, source.line) : source.item;
  if (item === null) return;
  const level = levelAt(kernel, item, move.locationId);
  level.available += move.available;
  level.committed += move.committed;
  level.updatedAt = kernel.now();
  const deltas = [
    ['available', move.available],
    ['committed', move.committed],
    ['on_hand', move.available + move.committed],
  ] as const;
  for (const [quantityName, delta] of deltas) {
    if (delta === 0) continue;
    kernel.ledger.append({
      kind: 'stock.moved',
      shop: shop.domain,
      orderId: order?.id ?? null,
      actor,
      locationId: move.locationId,
      inventoryItemId: item.id,
      lineItemId: 'line' in source ? source.line.id : null,
      quantityName,
      delta,
      reason: move.reason,
    });
  }
  if (move.available !== 0) publishLevel(kernel, shop, item, level);
}

/**
 * Lets go of units set aside for an order: back on sale at an active location, or written off. Says
 * where they went back on sale: one place, or none.
 */
export function releaseReserved(
  kernel: Kernel,
  shop: Shop,
  order: Order,
  line: LineItem,
  reservedAt: number,
  units: number,
  o: {
    readonly to: number | null;
    readonly cause: 'refund' | 'order_cancelled' | 'order_edited';
    readonly actor: Actor;
  },
): number[] {
  const home = o.to !== null && shop.locations.get(o.to)?.active === true ? o.to : null;
  const reason = `${o.cause}_${home === null ? 'no_restock' : 'restock'}` as const;
  const together = home === reservedAt;
  moveStock(
    kernel,
    shop,
    order,
    { line },
    { locationId: reservedAt, available: together ? units : 0, committed: -units, reason },
    o.actor,
  );
  if (home !== null && !together) {
    moveStock(
      kernel,
      shop,
      order,
      { line },
      { locationId: home, available: units, committed: 0, reason },
      o.actor,
    );
  }
  return home === null ? [] : [home];
}

function publishLevel(
  kernel: Kernel,
  shop: Shop,
  item: InventoryItem,
  level: InventoryLevel,
): void {
  kernel.events.emit(shop, 'inventory_levels/update', null, () => ({
    inventory_item_id: item.id,
    location_id: level.locationId,
    available: level.available,
    updated_at: iso(level.updatedAt),
    admin_graphql_api_id: `${gid('InventoryLevel', level.id)}?inventory_item_id=${item.id}`,
  }));
}
