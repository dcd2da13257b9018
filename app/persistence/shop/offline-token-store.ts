import type pg from 'pg';

import type { ShopDomain } from '../../domain/ids.ts';
import type { Result } from '../../domain/result.ts';
import { type EpochMs, SECOND } from '../../domain/time.ts';
import { isCurrent, openTokens, reseal, sealTokens } from './sealed-tokens.ts';
import type { TokenCipher } from './token-cipher.ts';
import { type Sql, inTransaction } from '../database/transaction.ts';

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
 * Tokens that cannot be decrypted any more count as none.
 */
export function createOfflineTokenStore(pool: pg.Pool, cipher: TokenCipher) {
  return {
    async load(shop: ShopDomain): Promise<OfflineToken | null> {
      const { rows } = await pool.query<Row>(SELECT_TOKENS, [sessionId(shop)]);
      const row = rows[0];
      if (!row) return null;
      const token = opened(cipher, shop, row);
      if (token && !isCurrent(cipher, row)) await reseal(pool, cipher, { ...row, ...ofShop(shop) });
      return token;
    },

    renew: <E>(
      shop: ShopDomain,
      renew: (token: OfflineToken | null) => Promise<Result<OfflineToken, E>>,
    ): Promise<Result<OfflineToken, E>> =>
      inTransaction(pool, async (sql) => {
        const known = await readLocked(sql, cipher, shop);
        const renewed = await renew(known);
        if (renewed.ok && renewed.value.accessToken !== known?.accessToken) {
          await write(sql, cipher, shop, renewed.value);
        }
        return renewed;
      }),

    expire: (shop: ShopDomain, accessToken: string, at: EpochMs): Promise<void> =>
      inTransaction(pool, async (sql) => {
        const known = await readLocked(sql, cipher, shop);
        if (known?.accessToken !== accessToken) return;
        await sql.query(`UPDATE "Session" SET expires = $2 WHERE id = $1`, [
          sessionId(shop),
          utc(at),
        ]);
      }),
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

/** Waits for whoever renews the shop's tokens at this moment: as long as the platform may take to answer. */
async function readLocked(
  sql: Sql,
  cipher: TokenCipher,
  shop: ShopDomain,
): Promise<OfflineToken | null> {
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
  return rows[0] ? opened(cipher, shop, rows[0]) : null;
}

const ofShop = (shop: ShopDomain) => ({ id: sessionId(shop), shop });

function opened(cipher: TokenCipher, shop: ShopDomain, row: Row): OfflineToken | null {
  const tokens = openTokens(cipher, { ...row, ...ofShop(shop) });
  return (
    tokens && {
      accessToken: tokens.accessToken,
      expiresAt: instant(row.expires),
      refreshToken: tokens.refreshToken,
      refreshTokenExpiresAt: instant(row.refreshTokenExpires),
    }
  );
}

async function write(
  sql: Sql,
  cipher: TokenCipher,
  shop: ShopDomain,
  token: OfflineToken,
): Promise<void> {
  const { accessToken, refreshToken } = sealTokens(cipher, ofShop(shop), token);
  await sql.query(
    `UPDATE "Session" SET "accessToken" = $2, expires = $3, "refreshToken" = $4,
       "refreshTokenExpires" = $5, "updatedAt" = now()
     WHERE id = $1`,
    [
      sessionId(shop),
      accessToken,
      utc(token.expiresAt),
      refreshToken,
      utc(token.refreshTokenExpiresAt),
    ],
  );
}
