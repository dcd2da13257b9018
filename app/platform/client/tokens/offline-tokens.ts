import { z } from 'zod';

import type { Clock } from '../../../application/shared/clock.ts';
import type { PlatformError, PlatformResult } from '../../../application/shared/platform.ts';
import type { ShopDomain } from '../../../domain/ids.ts';
import { type Result, err, ok } from '../../../domain/result.ts';
import { type EpochMs, MINUTE, SECOND } from '../../../domain/time.ts';
import type { AccessTokens, Fetch } from '../admin-client.ts';
import { platformError } from '../platform-error.ts';
import { type AppCredentials, requestToken } from './token-endpoint.ts';

/** The tokens of one shop. Both times null: a token that does not expire. */
export interface OfflineToken {
  readonly accessToken: string;
  readonly expiresAt: EpochMs | null;
  readonly refreshToken: string | null;
  readonly refreshTokenExpiresAt: EpochMs | null;
}

/** Where the tokens are kept. */
export interface OfflineTokenStore {
  load(shop: ShopDomain): Promise<OfflineToken | null>;
  /**
   * Replaces the shop's tokens with what `renew` makes of them, one process at a time: a second one waits and
   * is given the first one's result. Stored before it is returned; a failed renewal changes nothing.
   */
  renew<E>(
    shop: ShopDomain,
    renew: (token: OfflineToken | null) => Promise<Result<OfflineToken, E>>,
  ): Promise<Result<OfflineToken, E>>;
  /** Makes a token count as expired, if it is still the shop's. */
  expire(shop: ShopDomain, accessToken: string, at: EpochMs): Promise<void>;
}

export interface RenewableTokens {
  /** Renews a shop's token before its time, to see that it can be. */
  renew(shop: ShopDomain): Promise<PlatformResult<null>>;
}

/** A token with less time than this is renewed before it is used. */
const MARGIN = 5 * MINUTE;

/**
 * A token read is used again for so long: what another process stores meanwhile (a token with new scopes, none
 * after an uninstall) is known that much later. Far below the margin, so one that was renewed elsewhere still works.
 */
const KEPT = MINUTE;

/**
 * Shopify's expiring offline tokens: an hour for the access token, 90 days for the refresh token, which is
 * replaced with it. The former refresh token stays usable until its replacement is used, so a crash between
 * the platform's answer and our storing it does no harm.
 * Sources: https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/offline-access-tokens
 * https://shopify.dev/changelog/more-resilient-refreshes-for-expiring-offline-access-tokens
 */
export function createOfflineTokens(
  options: AppCredentials & {
    readonly store: OfflineTokenStore;
    readonly fetch: Fetch;
    readonly clock: Clock;
  },
): AccessTokens & RenewableTokens {
  const { store, clock } = options;
  const isFresh = ({ expiresAt }: OfflineToken): boolean =>
    expiresAt === null || expiresAt - clock.now() > MARGIN;

  /** In the clear, as the store gives them, in this process's memory alone. */
  const kept = new Map<ShopDomain, { readonly token: OfflineToken; readonly readAt: EpochMs }>();
  const keep = (shop: ShopDomain, token: OfflineToken): string => {
    kept.set(shop, { token, readAt: clock.now() });
    return token.accessToken;
  };
  const keptToken = (shop: ShopDomain): OfflineToken | null => {
    const found = kept.get(shop);
    if (found && clock.now() - found.readAt < KEPT && isFresh(found.token)) return found.token;
    kept.delete(shop);
    return null;
  };

  /** Renewals under way in this process: those who wait for one hold no connection to the database. */
  const renewals = new Map<ShopDomain, Promise<PlatformResult<OfflineToken>>>();
  const renew = (shop: ShopDomain): Promise<PlatformResult<OfflineToken>> => {
    const underWay = renewals.get(shop);
    if (underWay) return underWay;
    const renewal = store
      .renew(shop, async (token) => {
        if (!token) return err(NOT_INSTALLED);
        // Whoever held the tokens before us may have renewed them.
        return isFresh(token) ? ok(token) : refresh(options, shop, token);
      })
      .finally(() => renewals.delete(shop));
    renewals.set(shop, renewal);
    return renewal;
  };

  return {
    async get(shop) {
      const token = keptToken(shop);
      if (token) return ok(token.accessToken);
      const known = await store.load(shop);
      if (known && isFresh(known)) return ok(keep(shop, known));
      const renewed = await renew(shop);
      return renewed.ok ? ok(keep(shop, renewed.value)) : renewed;
    },

    async renew(shop) {
      const renewed = await store.renew<PlatformError>(shop, async (token) =>
        token ? refresh(options, shop, token) : err(NOT_INSTALLED),
      );
      if (!renewed.ok) return renewed;
      keep(shop, renewed.value);
      return ok(null);
    },

    rejected(shop, token) {
      kept.delete(shop);
      return store.expire(shop, token, clock.now());
    },
  };
}

const NOT_INSTALLED = platformError(
  'unauthorized',
  'NO_TOKEN',
  'Unorder has no access to this store. Open Unorder in the Shopify admin to grant it.',
);

const refreshed = z.object({
  access_token: z.string().min(1),
  expires_in: z.number(),
  refresh_token: z.string().min(1),
  refresh_token_expires_in: z.number(),
});

async function refresh(
  options: AppCredentials & { readonly fetch: Fetch; readonly clock: Clock },
  shop: ShopDomain,
  { refreshToken }: OfflineToken,
): Promise<PlatformResult<OfflineToken>> {
  if (refreshToken === null) return err(NOT_INSTALLED);
  const answer = await requestToken(
    options,
    shop,
    { grant_type: 'refresh_token', refresh_token: refreshToken },
    refreshed,
    'renew the access token',
  );
  if (!answer.ok) return answer;
  const now = options.clock.now();
  return ok({
    accessToken: answer.value.access_token,
    expiresAt: now + answer.value.expires_in * SECOND,
    refreshToken: answer.value.refresh_token,
    refreshTokenExpiresAt: now + answer.value.refresh_token_expires_in * SECOND,
  });
}
