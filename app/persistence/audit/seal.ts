import { createHash } from 'node:crypto';

import { CHAIN_FORMAT, type ChainEnd, beginningOf, hashAfter } from '../../domain/audit/chain.ts';
import type { JsonValue } from '../../domain/audit/canonical-json.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import { HOUR } from '../../domain/time.ts';
import type { Sql } from '../database/transaction.ts';

/** As many as a transaction takes. */
const BATCH = 500;

/**
 * How much later than it says an event may come to be stored: clocks of processes differ, and transactions take
 * their time. What comes later than that has no place in the chain, and the check of it says so.
 */
export const LATE = HOUR;

export const sha256 = (text: string): string =>
  createHash('sha256').update(text, 'utf8').digest('hex');

/** A shop's chain as it knows its own end, and the last link that there is. */
export interface StoredChain extends ChainEnd {
  readonly sealedUntil: Date;
  readonly last: number;
}

interface UnsealedRow {
  readonly subject: string;
  readonly seq: number;
  readonly at: Date;
  readonly type: string;
  readonly format: number;
  readonly data: JsonValue;
}

/** All that is chained of a shop: events of cancellations, and what happened to the record as a whole. */
export const CHAINED = (condition: string): string =>
  `(SELECT cancellation_id AS subject, seq, at, type, format, data FROM cancellation_events
      WHERE shop = $1 AND ${condition}
    UNION ALL
    SELECT id, 0, at, type, format, jsonb_build_object('actor', actor, 'data', data) FROM audit_entries
      WHERE shop = $1 AND ${condition})`;

/** Where a shop's chain ends; null where there is none. SQL: both ends of one instant. */
export async function readChain(sql: Sql, shop: ShopDomain): Promise<StoredChain | null> {
  const { rows } = await sql.query<{
    position: string;
    hash: Buffer;
    sealed_until: Date;
    last: string | null;
  }>(
    `SELECT position, hash, sealed_until,
       (SELECT max(position) FROM audit_links WHERE shop = $1) AS last
     FROM audit_chains WHERE shop = $1`,
    [shop],
  );
  const [row] = rows;
  return row
    ? {
        position: Number(row.position),
        hash: row.hash.toString('hex'),
        sealedUntil: row.sealed_until,
        last: Number(row.last ?? 0),
      }
    : null;
}

/** Held to the end of the transaction by whoever chains a shop's events, or writes what follows from them. */
export async function lockChain(sql: Sql, shop: ShopDomain): Promise<void> {
  await sql.query(`SELECT pg_advisory_xact_lock(hashtextextended('audit chain ' || $1, 0))`, [
    shop,
  ]);
}

/** The same for somebody who has no time to wait; false when somebody else holds it. */
export async function tryToLockChain(sql: Sql, shop: ShopDomain): Promise<boolean> {
  const { rows } = await sql.query<{ taken: boolean }>(
    `SELECT pg_try_advisory_xact_lock(hashtextextended('audit chain ' || $1, 0)) AS taken`,
    [shop],
  );
  return rows[0]?.taken === true;
}

/**
 * Chains the next of a shop's events, in the order of when they say that they happened. Whoever calls it has
 * taken the shop's lock, which is tied to no row, so that a first link has no rival either.
 *
 * SQL: events without a link.
 *
 * @returns how many there were, and the cancellations that they are of
 */
export async function sealBatch(
  sql: Sql,
  shop: ShopDomain,
): Promise<{ readonly sealed: number; readonly cancellations: readonly string[] }> {
  const chain = await readChain(sql, shop);
  const from = chain ? new Date(chain.sealedUntil.getTime() - LATE) : new Date(0);
  const { rows } = await sql.query<UnsealedRow>(
    `SELECT * FROM ${CHAINED('at >= $2')} AS e
     WHERE NOT EXISTS (SELECT FROM audit_links l
       WHERE l.shop = $1 AND l.subject = e.subject AND l.seq = e.seq)
     ORDER BY at, subject, seq LIMIT ${BATCH}`,
    [shop, from],
  );
  const newest = rows.at(-1)?.at;
  if (newest === undefined) return { sealed: 0, cancellations: [] };
  let { position, hash } = chain ?? { position: 0, hash: beginningOf(shop, sha256) };
  const links = rows.map(({ at, ...event }) => {
    position += 1;
    hash = hashAfter(hash, { ...event, at: at.getTime() }, sha256);
    return { position, subject: event.subject, seq: event.seq, hash };
  });
  await sql.query(
    `INSERT INTO audit_links (shop, position, subject, seq, hash, format)
     SELECT $1, position, subject, seq, decode(hash, 'hex'), $3
     FROM jsonb_to_recordset($2::jsonb) AS given (position bigint, subject uuid, seq int, hash text)`,
    [shop, JSON.stringify(links), CHAIN_FORMAT],
  );
  await sql.query(
    `INSERT INTO audit_chains (shop, position, hash, sealed_until) VALUES ($1, $2, decode($3, 'hex'), $4)
     ON CONFLICT (shop) DO UPDATE SET position = excluded.position, hash = excluded.hash,
       sealed_until = greatest(audit_chains.sealed_until, excluded.sealed_until)`,
    [shop, position, hash, newest],
  );
  const cancellations = new Set(rows.filter(({ seq }) => seq > 0).map(({ subject }) => subject));
  return { sealed: rows.length, cancellations: [...cancellations] };
}
