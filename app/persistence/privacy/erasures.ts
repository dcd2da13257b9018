import type { Sql } from '../database/transaction.ts';

type Erased = 'shop' | 'customer' | 'order' | 'deleted_order';

/**
 * Waits for everybody who writes of a shop and holds off those who come, until the transaction ends: whoever
 * wrote before is seen by what follows, whoever writes after sees it. Has to be its first statement.
 */
export async function lockErasures(sql: Sql, shop: string): Promise<void> {
  await sql.query(`SELECT pg_advisory_xact_lock(hashtextextended('erasures ' || $1, 0))`, [shop]);
}

/** Notes that these may never come back; triggers of the tables hold every writer to it. */
export async function noteErased(
  sql: Sql,
  shop: string,
  kind: Erased,
  ids: readonly string[],
): Promise<void> {
  await sql.query(
    `INSERT INTO erasures (kind, digest)
     SELECT $2, unorder_digest($1, id) FROM unnest($3::text[]) AS given (id)
     ON CONFLICT DO NOTHING`,
    [shop, kind, ids],
  );
}
