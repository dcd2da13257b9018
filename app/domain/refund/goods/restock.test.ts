import { describe, expect, it } from 'vitest';

import { order } from '../../../../tests/support/facts/order-facts.ts';
import {
  WHOLE,
  paid,
  part,
  planned,
  withTerms,
} from '../../../../tests/support/facts/refund-plans.ts';
import type { UncheckedRefund } from '../wanted-refund.ts';
import type { InventoryItemId, LocationId } from '../../ids.ts';
import type { LineItemFacts } from '../../order/facts.ts';
import { restocksWithCancel, stockCorrections } from './restock.ts';

const inventoryItem = (number: number) =>
  `gid://shopify/InventoryItem/${number}` as InventoryItemId;
const LOCATION = 'gid://shopify/Location/1' as LocationId;
const BACK_ON_SALE = { byDefault: true, neverTags: ['made-to-order'] };
const WRITTEN_OFF = { byDefault: false, neverTags: [] };

const plan = (
  lines: readonly Partial<LineItemFacts>[],
  wanted: UncheckedRefund,
  restock = BACK_ON_SALE,
) => planned(paid(lines), withTerms(wanted, { restock }));

describe('restocking with the cancel itself', () => {
  it('case 35: is what a whole order does whose units all go back on sale', () => {
    expect(restocksWithCancel(plan([{}, {}], WHOLE))).toBe(true);
    expect(restocksWithCancel(plan([{}, { inventoryItemId: null }], WHOLE))).toBe(true);
  });

  it('case 37: is not done once any unit is written off', () => {
    const mixed = plan([{}, { productTags: ['made-to-order'] }], WHOLE);
    expect(restocksWithCancel(mixed)).toBe(false);
  });

  it('case 37: is not done where nothing is counted in stock', () => {
    expect(restocksWithCancel(plan([{ inventoryItemId: null }], WHOLE))).toBe(false);
    expect(restocksWithCancel(plan([{ isRestockable: false }], WHOLE))).toBe(false);
  });
});

describe('what is corrected in stock afterwards', () => {
  it('case 35: is nothing where the cancel restocked, nor where everything is written off', () => {
    expect(stockCorrections(plan([{ quantity: 2 }], WHOLE))).toEqual([]);
    expect(stockCorrections(plan([{ quantity: 2 }], WHOLE, WRITTEN_OFF))).toEqual([]);
  });

  it('case 37: puts back the units of a whole order that others kept from restocking', () => {
    const mixed = plan(
      [
        { quantity: 3, inventoryItemId: inventoryItem(1) },
        { productTags: ['made-to-order'], inventoryItemId: inventoryItem(2) },
        { inventoryItemId: null },
      ],
      WHOLE,
    );
    expect(stockCorrections(mixed)).toEqual([
      { inventoryItemId: inventoryItem(1), locationId: LOCATION, delta: 3 },
    ]);
  });

  it('case 37: writes off the units of a part, which its refund puts back on sale', () => {
    const lines = [
      { quantity: 3, inventoryItemId: inventoryItem(1), productTags: ['made-to-order'] },
      { quantity: 2, inventoryItemId: inventoryItem(2) },
      { inventoryItemId: null, productTags: ['made-to-order'] },
      {},
    ];
    expect(stockCorrections(plan(lines, part(2, 1, 1)))).toEqual([
      { inventoryItemId: inventoryItem(1), locationId: LOCATION, delta: -2 },
    ]);
  });

  it('case 37: is nothing after an edit, which restocks line by line', () => {
    const made = plan([{ quantity: 2 }], part(1), WRITTEN_OFF);
    expect(stockCorrections({ ...made, execution: 'edit_lines' })).toEqual([]);
  });

  it('case 35: is nothing for units whose location nobody names', () => {
    const facts = { ...paid([{}, { productTags: ['made-to-order'] }]), fulfillmentOrders: [] };
    const mixed = planned(order(facts), withTerms(WHOLE, { restock: BACK_ON_SALE }));
    expect(stockCorrections(mixed)).toEqual([]);
  });
});
