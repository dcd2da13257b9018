import type { Session } from '@prisma/client';

import type { ShopDomain } from '../../domain/ids.ts';
import type { Result } from '../../domain/result.ts';
import { type EpochMs, SECOND } from '../../domain/time.ts';
import type { Database } from '../database/database.ts';
import { select } from '../database/rows.ts';
import { type Sql, inTransaction } from '../database/transaction.ts';
import { isCurrent, openTokens, reseal, sealTokens } from './sealed-tokens.ts';
import type { TokenCipher } from './token-cipher.ts';

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
export function createOfflineTokenStore(
  { pool, prisma }: Pick<Database, 'pool' | 'prisma'>,
  cipher: TokenCipher,
) {
  return {
    async load(shop: ShopDomain): Promise<OfflineToken | null> {
      const row = await prisma.session.findUnique({ where: ofShop(shop), select: select(TOKENS) });
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
        await sql.query(`UPDATE "Session" SET expires = $3 WHERE id = $1 AND shop = $2`, [
          ...[sessionId(shop), shop],
          utc(at),
        ]);
      }),
  };
}

/** Source: `getOfflineId` of @shopify/shopify-api. */
const sessionId = (shop: ShopDomain): string => `offline_${shop}`;

const TOKENS = [
  'accessToken',
  'expires',
  'refreshToken',
  'refreshTokenExpires',
] as const satisfies readonly (keyof Session)[];

type Tokens = Pick<Session, (typeof TOKENS)[number]>;

/** The library's table keeps times without a zone, in UTC. */
const utc = (at: EpochMs | null): string | null =>
  at === null ? null : new Date(at).toISOString().replace('Z', '');

/**
 * Waits for whoever renews the shop's tokens at this moment: as long as the platform may take to answer.
 *
 * SQL: Prisma neither locks a row that it reads, nor waits longer for one statement than for others.
 */
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
    text: `SELECT "accessToken", "refreshToken", expires AT TIME ZONE 'UTC' AS expires,
        "refreshTokenExpires" AT TIME ZONE 'UTC' AS "refreshTokenExpires"
      FROM "Session" WHERE id = $1 AND shop = $2 FOR UPDATE`,
    values: [sessionId(shop), shop],
    query_timeout: RENEWAL + SECOND,
  };
  const { rows } = await sql.query<Tokens>(patiently);
  return rows[0] ? opened(cipher, shop, rows[0]) : null;
}

const ofShop = (shop: ShopDomain) => ({ id: sessionId(shop), shop });

function opened(cipher: TokenCipher, shop: ShopDomain, row: Tokens): OfflineToken | null {
  const tokens = openTokens(cipher, { ...row, ...ofShop(shop) });
  return (
    tokens && {
      accessToken: tokens.accessToken,
      expiresAt: row.expires?.getTime() ?? null,
      refreshToken: tokens.refreshToken,
      refreshTokenExpiresAt: row.refreshTokenExpires?.getTime() ?? null,
    }
  );
}

/** SQL: while the row is locked. */
async function write(
  sql: Sql,
  cipher: TokenCipher,
  shop: ShopDomain,
  token: OfflineToken,
): Promise<void> {
  const { accessToken, refreshToken } = sealTokens(cipher, ofShop(shop), token);
  await sql.query(
    `UPDATE "Session" SET "accessToken" = $3, expires = $4, "refreshToken" = $5,
       "refreshTokenExpires" = $6, "updatedAt" = now()
     WHERE id = $1 AND shop = $2`,
    [
      ...[sessionId(shop), shop],
      accessToken,
      utc(token.expiresAt),
      refreshToken,
      utc(token.refreshTokenExpiresAt),
    ],
  );
}
