import type { ShopTransaction } from '../database/transaction.ts';

type Erased = 'shop' | 'customer' | 'order' | 'deleted_order';
type Raw = Pick<ShopTransaction, '$executeRaw'>;

/**
 * Waits for everybody who writes of a shop and holds off those who come, until the transaction ends: whoever
 * wrote before is seen by what follows, whoever writes after sees it. Has to be its first statement.
 *
 * SQL: Prisma has no advisory locks.
 */
export async function lockErasures(sql: Raw, shop: string): Promise<void> {
  await sql.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('erasures ' || ${shop}, 0))`;
}

/**
 * Notes that these may never come back; triggers of the tables hold every writer to it.
 *
 * SQL: the digest is the database's own function, which those triggers call too.
 */
export async function noteErased(
  sql: Raw,
  shop: string,
  kind: Erased,
  ids: readonly string[],
): Promise<void> {
  await sql.$executeRaw`
    INSERT INTO erasures (kind, digest)
    SELECT ${kind}, unorder_digest(${shop}, id) FROM unnest(${ids}::text[]) AS given (id)
    ON CONFLICT DO NOTHING`;
}
