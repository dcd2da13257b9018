import type pg from 'pg';

import type { ShopDomain } from '../domain/ids.ts';
import type { Result } from '../domain/result.ts';
import { type EpochMs, SECOND } from '../domain/time.ts';
import { type Sql, inTransaction } from './transaction.ts';

/** Longer than the platform may take to answer. */
const RENEWAL = 12 * SECOND;

interface OfflineToken {
  readonly accessToken: string;
  readonly expiresAt: EpochMs | null;
  readonly refreshToken: string | null;
  readonly refreshTokenExpiresAt: EpochMs | null;
}

/**
 * The tokens inside the sessions that the app library keeps, under the library's own session id. While they
 * are renewed their row is locked, so one process at a time asks the platform; the lock ends with the process.
 */
export function createOfflineTokenStore(pool: pg.Pool) {
  return {
    load: (shop: ShopDomain): Promise<OfflineToken | null> => read(pool, shop),

    renew: <E>(
      shop: ShopDomain,
      renew: (token: OfflineToken | null) => Promise<Result<OfflineToken, E>>,
    ): Promise<Result<OfflineToken, E>> =>
      inTransaction(pool, async (sql) => {
        const renewed = await renew(await readLocked(sql, shop));
        if (renewed.ok) await write(sql, shop, renewed.value);
        return renewed;
      }),

    async expire(shop: ShopDomain, accessToken: string, at: EpochMs): Promise<void> {
      await pool.query(`UPDATE "Session" SET expires = $3 WHERE id = $1 AND "accessToken" = $2`, [
        sessionId(shop),
        accessToken,
        utc(at),
      ]);
    },
  };
}

/** Source: `getOfflineId` of @shopify/shopify-api. */
const sessionId = (shop: ShopDomain): string => `offline_${shop}`;

interface Row {
  readonly accessToken: string;
  readonly expires: string | null;
  readonly refreshToken: string | null;
  readonly refreshTokenExpires: string | null;
}

/** The library's table keeps times without a zone, in UTC. */
const COLUMNS = `"accessToken", "refreshToken",
  to_char(expires, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS expires,
  to_char("refreshTokenExpires", 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "refreshTokenExpires"`;

const utc = (at: EpochMs | null): string | null =>
  at === null ? null : new Date(at).toISOString().replace('Z', '');

const instant = (text: string | null): EpochMs | null => (text === null ? null : Date.parse(text));

const SELECT_TOKENS = `SELECT ${COLUMNS} FROM "Session" WHERE id = $1`;

async function read(sql: Sql, shop: ShopDomain): Promise<OfflineToken | null> {
  const { rows } = await sql.query<Row>(SELECT_TOKENS, [sessionId(shop)]);
  return rows[0] ? tokenOf(rows[0]) : null;
}

/** Waits for whoever renews the shop's tokens at this moment: as long as the platform may take to answer. */
async function readLocked(sql: Sql, shop: ShopDomain): Promise<OfflineToken | null> {
  await sql.query(
    `SELECT set_config('lock_timeout', $1, true), set_config('statement_timeout', $1, true)`,
    [String(RENEWAL)],
  );
  const patiently = {
    text: `${SELECT_TOKENS} FOR UPDATE`,
    values: [sessionId(shop)],
    query_timeout: RENEWAL + SECOND,
  };
  const { rows } = await sql.query<Row>(patiently);
  return rows[0] ? tokenOf(rows[0]) : null;
}

const tokenOf = (row: Row): OfflineToken => ({
  accessToken: row.accessToken,
  expiresAt: instant(row.expires),
  refreshToken: row.refreshToken,
  refreshTokenExpiresAt: instant(row.refreshTokenExpires),
});

async function write(sql: Sql, shop: ShopDomain, token: OfflineToken): Promise<void> {
  await sql.query(
    `UPDATE "Session" SET "accessToken" = $2, expires = $3, "refreshToken" = $4,
       "refreshTokenExpires" = $5, "updatedAt" = now()
     WHERE id = $1 AND "accessToken" IS DISTINCT FROM $2`,
    [
      sessionId(shop),
      token.accessToken,
      utc(token.expiresAt),
      token.refreshToken,
      utc(token.refreshTokenExpiresAt),
    ],
  );
}
