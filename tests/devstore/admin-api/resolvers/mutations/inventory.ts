/**
 * `inventoryAdjustQuantities`: corrections by hand. Needs an idempotency key, like a refund. All
 * changes are made or none. An item is stocked at a location from its first change on (the code
 * ITEM_NOT_STOCKED_AT_LOCATION is gone from the 2026-10 schema); one that is not tracked is counted
 * all the same, and a deactivated location counts as missing, neither being documented.
 * Sources: descriptions in the Admin schema; reasons,
 * https://shopify.dev/docs/apps/build/orders-fulfillment/inventory-management-apps/manage-quantities-states
 */
import { GraphQLError } from 'graphql';
import type { Context } from '../../context.ts';
import { gid, idOf } from '../../../world/gid.ts';
import { levelAt, moveStock } from '../../../world/fulfillment/inventory.ts';
import type { Order, Shop } from '../../../world/model.ts';
import { iso } from '../../../world/delivery/webhook-payloads/time.ts';
import { readId } from '../../inputs/ids.ts';
import { notSimulated } from '../../not-simulated.ts';

const REASONS: ReadonlySet<string> = new Set([
  'correction',
  'cycle_count_available',
  'damaged',
  'movement_canceled',
  'movement_created',
  'movement_received',
  'movement_updated',
  'other',
  'promotion',
  'quality_control',
  'received',
  'reservation_created',
  'reservation_deleted',
  'reservation_updated',
  'restock',
  'safety_stock',
  'shrinkage',
]);

/** A change may name the order it is made for. */
function orderNamed(shop: Shop, uri: string | null | undefined): Order | null {
  const id = uri == null ? null : idOf('Order', uri);
  return id === null ? null : (shop.orders.get(id) ?? null);
}

interface AdjustArgs {
  readonly input: {
    readonly name: string;
    readonly reason: string;
    readonly referenceDocumentUri?: string | null;
    readonly changes: readonly {
      readonly delta: number;
      readonly inventoryItemId: string;
      readonly locationId: string;
      readonly changeFromQuantity?: number | null;
    }[];
  };
}

function inventoryAdjustQuantities(
  _root: null,
  { input }: AdjustArgs,
  context: Context,
  responseKey: string,
): object {
  const { kernel, shop, installation } = context;
  const key = context.idempotencyKey(responseKey);
  if (key === null || key.trim() === '') {
    throw new GraphQLError(
      'The @idempotent directive is required for this mutation but was not provided.',
      { extensions: { code: 'BAD_REQUEST' } },
    );
  }
  if (input.name !== 'available') throw notSimulated('InventoryAdjustQuantitiesInput.name');
  const scope = `${installation.id}/${shop.domain}`;
  const fingerprint = JSON.stringify(input);
  const verdict = kernel.idempotency.check(scope, key, fingerprint);
  const group = (id: number): object => ({
    inventoryAdjustmentGroup: {
      id: gid('InventoryAdjustmentGroup', id),
      reason: input.reason,
      referenceDocumentUri: input.referenceDocumentUri ?? null,
      createdAt: iso(kernel.now()),
    },
    userErrors: [],
  });
  if (verdict.kind === 'replay') return group(verdict.resultId);
  if (verdict.kind !== 'new') {
    const mismatch = verdict.kind === 'mismatch';
    return refused(
      mismatch ? 'IDEMPOTENCY_KEY_PARAMETER_MISMATCH' : 'IDEMPOTENCY_CONCURRENT_REQUEST',
      null,
      mismatch
        ? 'The same idempotency key cannot be used with different operation parameters.'
        : 'This request is currently in progress, please try again.',
    );
  }
  if (!REASONS.has(input.reason)) {
    return refused('INVALID_REASON', ['input', 'reason'], 'The specified reason is invalid.');
  }
  if (input.changes.some((change) => change.changeFromQuantity === undefined)) {
    throw new GraphQLError('changeFromQuantity must be given for every change, if only as null.', {
      extensions: { code: 'BAD_REQUEST' },
    });
  }
  const moves = input.changes.map((change) => ({
    change,
    item: shop.inventoryItems.get(readId('InventoryItem', change.inventoryItemId)),
    locationId: readId('Location', change.locationId),
  }));
  for (const [index, { change, item, locationId }] of moves.entries()) {
    const field = ['input', 'changes', String(index)];
    if (item === undefined) {
      return refused(
        'INVALID_INVENTORY_ITEM',
        [...field, 'inventoryItemId'],
        'The specified inventory item could not be found.',
      );
    }
    if (shop.locations.get(locationId)?.active !== true) {
      return refused(
        'INVALID_LOCATION',
        [...field, 'locationId'],
        'The specified location could not be found.',
      );
    }
    const { available } = levelAt(kernel, item, locationId);
    if (change.changeFromQuantity != null && change.changeFromQuantity !== available) {
      return refused(
        'CHANGE_FROM_QUANTITY_STALE',
        [...field, 'changeFromQuantity'],
        'The changeFromQuantity value does not match persisted value.',
      );
    }
  }
  const order = orderNamed(shop, input.referenceDocumentUri);
  for (const { change, item, locationId } of moves) {
    if (item === undefined) continue;
    const move = {
      locationId,
      available: change.delta,
      committed: 0,
      reason: 'correction' as const,
    };
    moveStock(kernel, shop, order, { item }, move, context.actor);
  }
  const id = kernel.nextId();
  kernel.idempotency.record(scope, key, fingerprint, id, kernel.now() + context.answerDelayMs);
  return group(id);
}

function refused(code: string, field: readonly string[] | null, message: string): object {
  return { inventoryAdjustmentGroup: null, userErrors: [{ code, field, message }] };
}

export const inventoryMutations = { inventoryAdjustQuantities };
