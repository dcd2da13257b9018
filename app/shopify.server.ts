import '@shopify/shopify-app-remix/adapters/node';
import {
  ApiVersion,
  AppDistribution,
  LogSeverity,
  shopifyApp,
} from '@shopify/shopify-app-remix/server';

import type { Logger } from './application/shared/log.ts';
import type { Config } from './config.server.ts';
import { type ShopDomain, parseShopDomain } from './domain/ids.ts';
import { ACCESS_SCOPES } from './platform/reads/access-scopes.ts';

export type Shopify = ReturnType<typeof createShopify>;
type SessionStorage = NonNullable<Parameters<typeof shopifyApp>[0]['sessionStorage']>;

/**
 * Shopify's app library: sign-in of staff by session token, offline tokens that expire, headers that let the
 * admin frame the app.
 *
 * @param deps.onInstalled called whenever a shop's staff was given a new token; may be called again
 */
export function createShopify(deps: {
  readonly config: Config['shopify'];
  readonly sessionStorage: SessionStorage;
  readonly onInstalled: (shop: ShopDomain) => Promise<void>;
  readonly log: Logger;
}) {
  const { config, sessionStorage, onInstalled, log } = deps;
  return shopifyApp({
    apiKey: config.apiKey,
    apiSecretKey: config.apiSecret,
    appUrl: config.appUrl,
    scopes: [...ACCESS_SCOPES],
    // The version of app/platform/client/api-version.ts, by the library's name for it.
    apiVersion: ApiVersion.October26,
    authPathPrefix: '/auth',
    distribution: AppDistribution.AppStore,
    sessionStorage,
    hooks: {
      async afterAuth({ session }) {
        const shop = parseShopDomain(session.shop);
        if (shop) await onInstalled(shop);
      },
    },
    logger: {
      level: LogSeverity.Warning,
      log: (severity, message) => {
        const line = { library: '@shopify/shopify-app-remix', severity: LogSeverity[severity] };
        log.warn(line, message);
      },
    },
    future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
  });
}
