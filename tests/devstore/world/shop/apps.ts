/** Registered apps, their installations and their tokens. */
import type { App, Apps, AppSpec, Installation, TokenAnswer } from '../contracts/contract.ts';
import { CommerceRefusal } from '../contracts/contract.ts';
import type { Clock } from '../clock.ts';
import type { EpochMs, Shop, ShopDomain, StaffMember } from '../model.ts';
import type { Random } from '../random.ts';

/**
 * Lifetimes of expiring offline tokens.
 * Source: https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/offline-access-tokens
 */
const ACCESS_SECONDS = 3600;
const REFRESH_SECONDS = 90 * 24 * 3600;

/**
 * An online token ends with its person's session, a day after it was issued at the latest. Source:
 * https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/online-access-tokens
 */
const ONLINE_SECONDS = 24 * 3600 - 1;

/**
 * A refresh token that has been exchanged stays usable until its replacement is used, at most this
 * long. Source: https://shopify.dev/changelog/more-resilient-refreshes-for-expiring-offline-access-tokens
 */
const REPLACED_REFRESH_MS = 30 * 24 * 3600 * 1000;

/** Shopify asks for the erasure of a shop's data 48 hours after the app was removed. */
const SHOP_REDACT_AFTER_MS = 48 * 3600 * 1000;

export interface AppListener {
  onScopes(installation: Installation, previous: readonly string[]): void;
  onUninstalled(installation: Installation): void;
  onShopRedact(installation: Installation): void;
}

interface AccessToken {
  readonly installation: number;
  readonly staff: StaffMember | null;
  readonly expiresAt: EpochMs;
}

interface RefreshToken {
  readonly installation: number;
  readonly replaces: string | null;
  readonly expiresAt: EpochMs;
  replacedAt: EpochMs | null;
}

interface LiveInstallation extends Installation {
  scopes: readonly string[];
}

export function createApps(o: {
  clock: Clock;
  random: Random;
  nextId: () => number;
  shopOf: (shop: ShopDomain) => Shop | undefined;
  listener: AppListener;
}): Apps {
  const apps = new Map<string, App>();
  const installations = new Map<string, LiveInstallation>();
  const accessTokens = new Map<string, AccessToken>();
  const refreshTokens = new Map<string, RefreshToken>();
  const keyOf = (clientId: string, shop: ShopDomain): string => `${clientId}@${shop}`;

  const registered = (clientId: string): App => {
    const app = apps.get(clientId);
    if (app === undefined) throw new CommerceRefusal(`There is no app ${clientId}.`);
    return app;
  };

  const installed = (clientId: string, shop: ShopDomain): LiveInstallation => {
    const installation = installations.get(keyOf(clientId, shop));
    if (installation === undefined) {
      throw new CommerceRefusal(`${clientId} is not installed on ${shop}.`);
    }
    return installation;
  };

  const issue = (
    installation: Installation,
    expiring: boolean,
    replaces: string | null,
  ): TokenAnswer => {
    const accessToken = `shpat_${o.random.hex(32)}`;
    const now = o.clock.now();
    accessTokens.set(accessToken, {
      installation: installation.id,
      staff: null,
      expiresAt: expiring ? now + ACCESS_SECONDS * 1000 : Infinity,
    });
    const scope = installation.scopes.join(',');
    if (!expiring) {
      return {
        accessToken,
        scope,
        expiresIn: null,
        refreshToken: null,
        refreshTokenExpiresIn: null,
      };
    }
    const refreshToken = `shprt_${o.random.hex(32)}`;
    refreshTokens.set(refreshToken, {
      installation: installation.id,
      replaces,
      expiresAt: now + REFRESH_SECONDS * 1000,
      replacedAt: null,
    });
    return {
      accessToken,
      scope,
      expiresIn: ACCESS_SECONDS,
      refreshToken,
      refreshTokenExpiresIn: REFRESH_SECONDS,
    };
  };

  return {
    register(spec: AppSpec) {
      const app: App = { id: apps.get(spec.clientId)?.id ?? o.nextId(), spec };
      apps.set(spec.clientId, app);
      for (const installation of installations.values()) {
        if (installation.app.id === app.id) {
          installations.set(keyOf(spec.clientId, installation.shop), { ...installation, app });
        }
      }
      return app;
    },
    get: (clientId) => apps.get(clientId) ?? null,
    list: () => [...apps.values()],
    install(clientId, shop, scopes) {
      const app = registered(clientId);
      if (o.shopOf(shop) === undefined) throw new CommerceRefusal(`There is no shop ${shop}.`);
      const installation: LiveInstallation = {
        app,
        shop,
        id: o.nextId(),
        scopes: [...(scopes ?? app.spec.scopes)],
        installedAt: o.clock.now(),
      };
      installations.set(keyOf(clientId, shop), installation);
      return installation;
    },
    installation: (clientId, shop) => installations.get(keyOf(clientId, shop)) ?? null,
    grant(clientId, shop, scopes) {
      const installation = installed(clientId, shop);
      const previous = installation.scopes;
      installation.scopes = [...scopes];
      o.listener.onScopes(installation, previous);
    },
    uninstall(clientId, shop) {
      const installation = installed(clientId, shop);
      o.listener.onUninstalled(installation);
      installations.delete(keyOf(clientId, shop));
      o.clock.schedule(o.clock.now() + SHOP_REDACT_AFTER_MS, () => {
        if (!installations.has(keyOf(clientId, shop))) o.listener.onShopRedact(installation);
      });
    },
    issueToken({ clientId, shop, expiring }) {
      const installation = installations.get(keyOf(clientId, shop));
      if (installation === undefined) return { error: 'app_not_installed' };
      return issue(installation, expiring, null);
    },
    issueOnlineToken({ clientId, shop, staffId }) {
      const installation = installations.get(keyOf(clientId, shop));
      if (installation === undefined) return { error: 'app_not_installed' };
      const staff = o.shopOf(shop)?.staff.find(({ id }) => id === staffId);
      if (staff === undefined) return { error: 'no_such_staff_member' };
      const accessToken = `shpua_${o.random.hex(32)}`;
      accessTokens.set(accessToken, {
        installation: installation.id,
        staff,
        expiresAt: o.clock.now() + ONLINE_SECONDS * 1000,
      });
      return {
        accessToken,
        scope: installation.scopes.join(','),
        expiresIn: ONLINE_SECONDS,
        associatedUserScopes: scopesOf(installation, staff),
        staff,
      };
    },
    refreshToken({ clientId, shop, refreshToken }) {
      const refused = { error: 'invalid_refresh_token' } as const;
      const installation = installations.get(keyOf(clientId, shop));
      const token = refreshTokens.get(refreshToken);
      const now = o.clock.now();
      if (installation === undefined || token === undefined) return refused;
      if (token.installation !== installation.id || now >= token.expiresAt) return refused;
      if (token.replacedAt !== null && now - token.replacedAt >= REPLACED_REFRESH_MS)
        return refused;
      // Using a replacement ends the life of what it replaced.
      if (token.replaces !== null) refreshTokens.delete(token.replaces);
      token.replacedAt ??= now;
      return issue(installation, true, refreshToken);
    },
    verifyToken(shop, accessToken) {
      const token = accessTokens.get(accessToken);
      if (token === undefined || o.clock.now() >= token.expiresAt) return null;
      for (const installation of installations.values()) {
        if (installation.id === token.installation && installation.shop === shop) {
          const { staff } = token;
          return { installation, scopes: scopesOf(installation, staff), staff };
        }
      }
      return null;
    },
  };
}

/**
 * A token of a member of staff reaches no further than that member does. Of what a member can be
 * denied only the writing of orders is simulated.
 */
function scopesOf({ scopes }: Installation, staff: StaffMember | null): readonly string[] {
  return (staff?.permissions?.cancelOrders ?? true)
    ? scopes
    : scopes.flatMap((scope) => {
        if (scope !== 'write_orders') return [scope];
        return scopes.includes('read_orders') ? [] : ['read_orders'];
      });
}
