import type { Database } from '../database/database.ts';
import { select } from '../database/rows.ts';
import type { Sql } from '../database/transaction.ts';
import type { TokenCipher } from './token-cipher.ts';

/** The tokens of a session. */
interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string | null;
}

/** The session that tokens belong to, and are encrypted for. */
interface Owner {
  readonly id: string;
  readonly shop: string;
}

const placesIn = ({ id, shop }: Owner) =>
  ({
    access: { shop, sessionId: id, purpose: 'access token' },
    refresh: { shop, sessionId: id, purpose: 'refresh token' },
  }) as const;

/** A session's tokens as its row keeps them. */
export function sealTokens(cipher: TokenCipher, owner: Owner, tokens: Tokens): Tokens {
  const { access, refresh } = placesIn(owner);
  return {
    accessToken: cipher.seal(tokens.accessToken, access),
    refreshToken: tokens.refreshToken === null ? null : cipher.seal(tokens.refreshToken, refresh),
  };
}

/** A session's tokens from its row; null when one of them cannot be opened. */
export function openTokens(cipher: TokenCipher, row: Owner & Tokens): Tokens | null {
  const { access, refresh } = placesIn(row);
  const accessToken = cipher.open(row.accessToken, access);
  if (accessToken === null) return null;
  if (row.refreshToken === null) return { accessToken, refreshToken: null };
  const refreshToken = cipher.open(row.refreshToken, refresh);
  return refreshToken === null ? null : { accessToken, refreshToken };
}

export const isCurrent = (cipher: TokenCipher, { accessToken, refreshToken }: Tokens): boolean =>
  cipher.isCurrent(accessToken) && (refreshToken === null || cipher.isCurrent(refreshToken));

/**
 * Stores a session's tokens again, under the current key, unless they were replaced since they were read:
 * then they are current already. They are the same tokens, so the time of their coming stays.
 *
 * SQL: an update of Prisma's would write that time anew.
 *
 * @returns false when they cannot be opened
 */
export async function reseal(sql: Sql, cipher: TokenCipher, row: Owner & Tokens): Promise<boolean> {
  const tokens = openTokens(cipher, row);
  if (!tokens) return false;
  const sealed = sealTokens(cipher, row, tokens);
  await sql.query(
    `UPDATE "Session" SET "accessToken" = $2, "refreshToken" = $3
     WHERE id = $1 AND shop = $6 AND "accessToken" = $4 AND "refreshToken" IS NOT DISTINCT FROM $5`,
    [
      ...[row.id, sealed.accessToken, sealed.refreshToken, row.accessToken, row.refreshToken],
      row.shop,
    ],
  );
  return true;
}

export interface Resealed {
  readonly sessions: number;
  readonly resealed: number;
  /** Encrypted under a key that is not known any more; their shops have to open the app again. */
  readonly unreadable: number;
}

const BATCH = 200;

/** Brings every session under the current key. May run beside the app, and again. */
export async function resealAll(
  { pool, everyShop }: Pick<Database, 'pool' | 'everyShop'>,
  cipher: TokenCipher,
): Promise<Resealed> {
  const count = { sessions: 0, resealed: 0, unreadable: 0 };
  for (let after = ''; ;) {
    const rows = await everyShop.session.findMany({
      where: { id: { gt: after } },
      orderBy: { id: 'asc' },
      take: BATCH,
      select: select(['id', 'shop', 'accessToken', 'refreshToken']),
    });
    for (const row of rows) {
      count.sessions += 1;
      if (isCurrent(cipher, row)) continue;
      if (await reseal(pool, cipher, row)) count.resealed += 1;
      else count.unreadable += 1;
    }
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return count;
    after = last.id;
  }
}
