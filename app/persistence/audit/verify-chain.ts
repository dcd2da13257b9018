import {
  type ChainBreak,
  type ChainEnd,
  type Link,
  type Verdict,
  beginningOf,
  follow,
} from '../../domain/audit/chain.ts';
import type { JsonValue } from '../../domain/audit/canonical-json.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import type { Sql } from '../database/transaction.ts';
import { CHAINED, LATE, readChain, sha256 } from './seal.ts';

/** Links that are read at once: their hashes take some milliseconds. */
const BATCH = 1_000;

interface LinkRow {
  readonly position: string;
  readonly subject: string;
  readonly seq: number;
  readonly hash: Buffer;
  readonly format: number;
  readonly at: Date | null;
  readonly type: string;
  readonly storedAs: number;
  readonly data: JsonValue;
}

/**
 * Checks every link of a shop against what it covers, and that nothing stands between them; null where nothing is
 * chained. What comes in meanwhile is left for the next time.
 *
 * SQL: links beside what they cover, and what has none.
 */
export async function verifyChain(
  sql: Sql,
  shop: ShopDomain,
  noted: ChainEnd | null,
): Promise<Verdict | null> {
  const found = await follows(sql, shop, noted);
  if (found === null || found.holds) return found;
  // A shop that was erased meanwhile has nothing to be broken.
  return (await lastLink(sql, shop)) === 0 && !(await readChain(sql, shop)) ? null : found;
}

async function follows(
  sql: Sql,
  shop: ShopDomain,
  noted: ChainEnd | null,
): Promise<Verdict | null> {
  const chain = await readChain(sql, shop);
  const last = chain ? chain.last : await lastLink(sql, shop);
  if (!chain) {
    return last > 0 || noted ? broken({ kind: 'cut', ...NOTHING, position: last }) : null;
  }
  let end: ChainEnd = { position: 0, hash: beginningOf(shop, sha256) };
  let wasNoted = noted === null || isSame(end, noted);
  while (end.position < chain.position) {
    const links = await readLinks(sql, shop, end.position, chain.position);
    if (links.length === 0) break;
    const followed = follow(end, links, sha256);
    if ('broken' in followed) return broken(followed.broken);
    wasNoted ||= links.some((link) => isSame(link, noted));
    ({ end } = followed);
  }
  if (!isSame(end, chain) || last !== chain.position) {
    return broken({ kind: 'cut', ...NOTHING, position: end.position });
  }
  const added = await firstUnchained(sql, shop, new Date(chain.sealedUntil.getTime() - LATE));
  if (added) return broken({ kind: 'added', position: null, ...added });
  if (!wasNoted) {
    return broken({ kind: 'unlike_noted', ...NOTHING, position: noted?.position ?? null });
  }
  return { holds: true, links: end.position, hash: end.hash };
}

const NOTHING = { position: null, subject: null, seq: null };

const broken = (where: ChainBreak): Verdict => ({ holds: false, ...where });

const isSame = (one: ChainEnd, other: ChainEnd | null): boolean =>
  other !== null && one.position === other.position && one.hash === other.hash;

async function lastLink(sql: Sql, shop: ShopDomain): Promise<number> {
  const { rows } = await sql.query<{ last: string | null }>(
    'SELECT max(position) AS last FROM audit_links WHERE shop = $1',
    [shop],
  );
  return Number(rows[0]?.last ?? 0);
}

async function readLinks(
  sql: Sql,
  shop: ShopDomain,
  after: number,
  until: number,
): Promise<readonly Link[]> {
  const { rows } = await sql.query<LinkRow>(
    `SELECT l.position, l.subject, l.seq, l.hash, l.format, coalesce(e.at, a.at) AS at,
       coalesce(e.type, a.type) AS type, coalesce(e.format, a.format) AS "storedAs",
       coalesce(e.data, jsonb_build_object('actor', a.actor, 'data', a.data)) AS data
     FROM (SELECT * FROM audit_links WHERE shop = $1 AND position > $2 AND position <= $3
       ORDER BY position LIMIT ${BATCH}) AS l
     LEFT JOIN cancellation_events e
       ON l.seq > 0 AND e.shop = l.shop AND e.cancellation_id = l.subject AND e.seq = l.seq
     LEFT JOIN audit_entries a ON l.seq = 0 AND a.shop = l.shop AND a.id = l.subject
     ORDER BY l.position`,
    [shop, after, until],
  );
  return rows.map(({ position, subject, seq, hash, format, at, type, storedAs, data }) => ({
    ...{ position: Number(position), subject, seq, hash: hash.toString('hex'), format },
    covers: at && { at: at.getTime(), type, format: storedAs, data },
  }));
}

/** The first of a shop's events before an instant that has no link. */
async function firstUnchained(
  sql: Sql,
  shop: ShopDomain,
  before: Date,
): Promise<{ readonly subject: string; readonly seq: number } | null> {
  const { rows } = await sql.query<{ subject: string; seq: number }>(
    `SELECT subject, seq FROM ${CHAINED('at < $2')} AS e
     WHERE NOT EXISTS (SELECT FROM audit_links l
       WHERE l.shop = $1 AND l.subject = e.subject AND l.seq = e.seq)
     ORDER BY at, subject, seq LIMIT 1`,
    [shop, before],
  );
  return rows[0] ?? null;
}
