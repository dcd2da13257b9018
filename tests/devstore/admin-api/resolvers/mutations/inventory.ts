/** `inventoryAdjustQuantities`: corrections by hand. Needs an idempotency key, like a refund. */
import { GraphQLError } from 'graphql';
import type { Context } from '../../context.ts';
import { gid } from '../../../world/gid.ts';
import { levelAt, moveStock } from '../../../world/inventory.ts';
import { iso } from '../../../world/webhook-payloads/time.ts';
import { readId } from '../../ids.ts';
import { notSimulated } from '../../not-simulated.ts';

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
        'The inventory item does not exist.',
      );
    }
    if (!shop.locations.has(locationId)) {
      return refused('INVALID_LOCATION', [...field, 'locationId'], 'The location does not exist.');
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
  for (const { change, item, locationId } of moves) {
    if (item === undefined) continue;
    const move = {
      locationId,
      available: change.delta,
      committed: 0,
      reason: 'correction' as const,
    };
    moveStock(kernel, shop, null, { item }, move, context.actor);
  }
  const id = kernel.nextId();
  kernel.idempotency.record(scope, key, fingerprint, id, kernel.now() + context.answerDelayMs);
  return group(id);
}

function refused(code: string, field: readonly string[] | null, message: string): object {
  return { inventoryAdjustmentGroup: null, userErrors: [{ code, field, message }] };
}

export const inventoryMutations = { inventoryAdjustQuantities };
