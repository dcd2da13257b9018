import type { RateLimits } from '../../application/guest/ports.ts';
import type { Database } from '../database/database.ts';

/** Limits in PostgreSQL: every process counts in the same rows. */
export function createGuestRateLimits({
  pool,
  everyShop,
}: Pick<Database, 'pool' | 'everyShop'>): RateLimits {
  return {
    async take(shop, allowances, at) {
      // SQL: one statement counts all of them, anew where their time is over; typed it is at least one each, and for
      // three takes about 20 times as long.
      // In one order for everybody: of two that count the same rows, none waits for the other in a circle.
      const { rows } = await pool.query<{ digest: string; attempts: number; resets_at: Date }>(
        `INSERT INTO guest_attempts AS known (shop, digest, attempts, resets_at)
         SELECT $1, digest, 1, resets_at
         FROM unnest($2::text[], $3::timestamptz[]) AS asked (digest, resets_at)
         ORDER BY digest
         ON CONFLICT (shop, digest) DO UPDATE SET
           attempts = CASE WHEN known.resets_at <= $4 THEN 1 ELSE known.attempts + 1 END,
           resets_at = CASE WHEN known.resets_at <= $4 THEN EXCLUDED.resets_at ELSE known.resets_at END
         RETURNING digest, attempts, resets_at`,
        [
          shop,
          allowances.map(({ digest }) => digest),
          allowances.map(({ perMs }) => new Date(at + perMs)),
          new Date(at),
        ],
      );
      const exceeded = rows.flatMap(({ digest, attempts, resets_at: resetsAt }) => {
        const most = allowances.find((allowance) => allowance.digest === digest)?.attempts ?? 0;
        return attempts > most ? [resetsAt.getTime()] : [];
      });
      return exceeded.length > 0 ? { blockedUntil: Math.max(...exceeded) } : null;
    },

    async forgetOver(at, shop) {
      await everyShop.guestAttempts.deleteMany({
        where: { resetsAt: { lte: new Date(at) }, ...(shop && { shop }) },
      });
    },
  };
}
