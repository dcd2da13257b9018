import type pg from 'pg';

import type { StockMirror } from '../application/ports.ts';

/** Stock levels in PostgreSQL. */
export function createStockMirror(pool: pg.Pool): StockMirror {
  return {
    async upsert(shop, { inventoryItemId, locationId, available, updatedAt }) {
      await pool.query(
        `INSERT INTO stock_levels AS known (shop, inventory_item_id, location_id, available, updated_at)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (shop, inventory_item_id, location_id) DO UPDATE SET
           available = excluded.available, updated_at = excluded.updated_at
         WHERE excluded.updated_at >= known.updated_at`,
        [shop, inventoryItemId, locationId, available, new Date(updatedAt)],
      );
    },
  };
}
