import type pg from 'pg';

import type { OrderMirror } from '../../application/order/ports.ts';
import type { ShopDomain } from '../../domain/ids.ts';

const KINDS = { locations: 'l:', countries: 'c:', tags: 't:' } as const;

/**
 * What the shop's orders can be filtered by, in order.
 *
 * SQL: each value is looked up beyond the one before, as no typed query can: one that groups would read every order.
 */
export async function readTraitValues(
  pool: pg.Pool,
  shop: ShopDomain,
  limit: number,
): ReturnType<OrderMirror['traitValues']> {
  const read = async (kind: string): Promise<readonly string[]> => {
    const { rows } = await pool.query<{ readonly value: string }>(
      `WITH RECURSIVE kept AS (
         SELECT (SELECT t.term FROM order_terms t WHERE t.shop = $1 AND t.term >= $2 ORDER BY t.term LIMIT 1) AS term
         UNION ALL
         SELECT (SELECT t.term FROM order_terms t WHERE t.shop = $1 AND t.term > k.term ORDER BY t.term LIMIT 1)
         FROM kept k WHERE starts_with(k.term, $2)
       ) SELECT substr(term, 3) AS value FROM (SELECT * FROM kept LIMIT $3) AS k WHERE starts_with(term, $2)`,
      [shop, kind, limit],
    );
    return rows.map(({ value }) => value);
  };
  const [locations, countries, tags] = await Promise.all([
    read(KINDS.locations),
    read(KINDS.countries),
    read(KINDS.tags),
  ]);
  return { locations, countries, tags };
}
