import type pg from 'pg';

import type { GuestChallenges } from '../../application/guest/ports.ts';
import type { OrderId } from '../../domain/ids.ts';
import { type EnqueueWith, inTransaction } from '../database/transaction.ts';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Challenges of guests in PostgreSQL. */
export function createGuestChallenges(pool: pg.Pool, enqueueWith: EnqueueWith): GuestChallenges {
  return {
    open: (shop, challenge, job) =>
      inTransaction(pool, async (sql) => {
        const { id, orderName, contactDigest, tries, at, expiresAt } = challenge;
        await sql.query(`DELETE FROM guest_challenges WHERE shop = $1 AND expires_at <= $2`, [
          shop,
          new Date(at),
        ]);
        await sql.query(
          `INSERT INTO guest_challenges (shop, id, order_name, contact_digest, tries_left, expires_at)
           VALUES ($1, $2, $3, $4, $5, $6)`,
          [shop, id, orderName, contactDigest, tries, new Date(expiresAt)],
        );
        await enqueueWith(sql, job);
      }),

    async load(shop, id, at) {
      const { rows } = await pool.query<{ order_name: string; contact_digest: string }>(
        `SELECT order_name, contact_digest FROM guest_challenges
         WHERE shop = $1 AND id = $2 AND expires_at > $3`,
        [shop, id, new Date(at)],
      );
      const [row] = rows;
      return row ? { orderName: row.order_name, contactDigest: row.contact_digest } : null;
    },

    async answerWith(shop, id, { orderId, codeDigest }) {
      await pool.query(
        `UPDATE guest_challenges SET order_id = $3, code_digest = $4 WHERE shop = $1 AND id = $2`,
        [shop, id, orderId, codeDigest],
      );
    },

    async redeem(shop, id, codeDigest, at) {
      if (!UUID.test(id)) return null;
      // One statement: of two that redeem at once, the second waits for the first and sees what it left.
      const { rows } = await pool.query<{ order_id: OrderId; matched: boolean | null }>(
        `UPDATE guest_challenges
         SET tries_left = CASE WHEN code_digest = $3 THEN 0 ELSE tries_left - 1 END
         WHERE shop = $1 AND id = $2 AND tries_left > 0 AND expires_at > $4
         RETURNING order_id, code_digest = $3 AS matched`,
        [shop, id, codeDigest, new Date(at)],
      );
      return rows[0]?.matched ? rows[0].order_id : null;
    },
  };
}
