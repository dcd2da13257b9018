import type { PrismaClient } from '@prisma/client';
import { Session } from '@shopify/shopify-api';
import {
  MissingSessionTableError,
  PrismaSessionStorage,
} from '@shopify/shopify-app-session-storage-prisma';

import { openTokens, sealTokens } from './sealed-tokens.ts';
import type { TokenCipher } from './token-cipher.ts';

/** What Shopify's app library asks of a store. */
export type SessionStorage = Pick<
  PrismaSessionStorage<PrismaClient>,
  'storeSession' | 'loadSession' | 'deleteSession' | 'deleteSessions' | 'findSessionsByShop'
>;

/** Shopify's own storage of sessions, with the tokens in them encrypted. One that cannot be read is none. */
export function createSessionStorage(prisma: PrismaClient, cipher: TokenCipher): SessionStorage {
  const ask = firstUseMakes(prisma);
  const opened = (session: Session): Session | undefined =>
    replaceTokens(session, (owner, tokens) => openTokens(cipher, { ...owner, ...tokens }));
  return {
    async storeSession(session) {
      const sealed = replaceTokens(session, (owner, tokens) => sealTokens(cipher, owner, tokens));
      return sealed !== undefined && ask((rows) => rows.storeSession(sealed));
    },
    async loadSession(id) {
      const session = await ask((rows) => rows.loadSession(id));
      return session && opened(session);
    },
    deleteSession: (id) => ask((rows) => rows.deleteSession(id)),
    deleteSessions: (ids) => ask((rows) => rows.deleteSessions(ids)),
    async findSessionsByShop(shop) {
      const sessions = await ask((rows) => rows.findSessionsByShop(shop));
      return sessions.flatMap((session) => opened(session) ?? []);
    },
  };
}

type Rows = PrismaSessionStorage<PrismaClient>;

/**
 * Shopify's class looks for its table once, as it is made, and holds to the answer: made before the database
 * answers it would reject with nobody listening, and refuse every session for as long as the process lives. So
 * it is made by its first use, and anew by the next use when it did not find its table.
 */
function firstUseMakes(prisma: PrismaClient): <T>(work: (rows: Rows) => Promise<T>) => Promise<T> {
  let made: Rows | undefined;
  return async (work) => {
    const rows = (made ??= new PrismaSessionStorage(prisma, {
      connectionRetries: 1,
      connectionRetryIntervalMs: 0,
    }));
    try {
      return await work(rows);
    } catch (error) {
      if (error instanceof MissingSessionTableError && made === rows) made = undefined;
      throw error;
    }
  };
}

type Tokens = ReturnType<typeof sealTokens>;

/** A copy of the session with its tokens replaced, or undefined when there is nothing to replace them with. */
function replaceTokens(
  session: Session,
  replace: (owner: { id: string; shop: string }, tokens: Tokens) => Tokens | null,
): Session | undefined {
  const copy = new Session(session.toObject());
  // A session before its token came.
  if (!session.accessToken) return copy;
  const { id, shop, accessToken, refreshToken = null } = session;
  const replaced = replace({ id, shop }, { accessToken, refreshToken });
  if (!replaced) return undefined;
  copy.accessToken = replaced.accessToken;
  if (replaced.refreshToken !== null) copy.refreshToken = replaced.refreshToken;
  return copy;
}
