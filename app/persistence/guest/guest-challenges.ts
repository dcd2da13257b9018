import type { GuestChallenges } from '../../application/guest/ports.ts';
import type { OrderId } from '../../domain/ids.ts';
import type { Database } from '../database/database.ts';
import { type EnqueueWith, inTransaction } from '../database/transaction.ts';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Challenges of guests in PostgreSQL. */
export function createGuestChallenges(
  { pool, prisma }: Pick<Database, 'pool' | 'prisma'>,
  enqueueWith: EnqueueWith,
): GuestChallenges {
  const { guestChallenge: table } = prisma;
  return {
    // SQL: in one transaction with its job, which the queue writes by a statement of its own.
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
        await enqueueWith(sql, [job]);
      }),

    load: (shop, id, at) =>
      table.findUnique({
        where: { shop_id: { shop, id }, expiresAt: { gt: new Date(at) } },
        select: { orderName: true, contactDigest: true },
      }),

    async answerWith(shop, id, { orderId, codeDigest }) {
      await table.updateMany({ where: { shop, id }, data: { orderId, codeDigest } });
    },

    async redeem(shop, id, codeDigest, at) {
      if (!UUID.test(id)) return null;
      // SQL, one statement: of two that redeem at once, the second waits for the first and sees what it left.
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
