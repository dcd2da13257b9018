import type pg from 'pg';

import type { RateLimits } from '../application/guest-ports.ts';

/** Limits in PostgreSQL: every process counts in the same rows. */
export function createGuestRateLimits(pool: pg.Pool): RateLimits {
  return {
    async take(shop, allowances, at) {
      await pool.query(`DELETE FROM guest_attempts WHERE shop = $1 AND resets_at <= $2`, [
        shop,
        new Date(at),
      ]);
      const exceeded: number[] = [];
      for (const { digest, attempts, perMs } of allowances) {
        const { rows } = await pool.query<{ attempts: number; resets_at: Date }>(
          `INSERT INTO guest_attempts AS known (shop, digest, attempts, resets_at)
           VALUES ($1, $2, 1, $3)
           ON CONFLICT (shop, digest) DO UPDATE SET attempts = known.attempts + 1
           RETURNING attempts, resets_at`,
          [shop, digest, new Date(at + perMs)],
        );
        const [row] = rows;
        if (row && row.attempts > attempts) exceeded.push(row.resets_at.getTime());
      }
      return exceeded.length > 0 ? { blockedUntil: Math.max(...exceeded) } : null;
    },
  };
}
