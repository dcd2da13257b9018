import type { HealthReads } from '../../application/health/ports.ts';
import { ok } from '../../domain/result.ts';
import type { OfflineTokenStore, RenewableTokens } from '../client/tokens/offline-tokens.ts';
import { unread } from './unread.ts';

/** How a shop's token stands; on demand it is renewed first, to see that it can be. */
export const createTokenHealth =
  (store: Pick<OfflineTokenStore, 'load'>, tokens: RenewableTokens): HealthReads['tokens'] =>
  async (shop, { renewToken }) => {
    const before = await store.load(shop);
    if (before === null) return ok(null);
    const renews = renewToken && before.expiresAt !== null;
    const renewed = renews ? await tokens.renew(shop) : ok(null);
    if (!renewed.ok) return unread(renewed.error);
    const token = await store.load(shop);
    return ok(
      token && {
        expiresAt: token.expiresAt,
        refreshTokenExpiresAt: token.refreshTokenExpiresAt,
        wasRenewed: renews,
      },
    );
  };
