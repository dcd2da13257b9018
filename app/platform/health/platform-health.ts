import { z } from 'zod';

import type { HealthReads } from '../../application/health/ports.ts';
import type { Platform } from '../../application/shared/platform.ts';
import type { EpochMs } from '../../domain/time.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import { err, ok } from '../../domain/result.ts';
import { READ_NEWEST_CHANGE } from '../documents/health/read-newest-change.ts';
import { READ_OWN_SUBSCRIPTIONS } from '../documents/health/read-own-subscriptions.ts';
import { ACCESS_SCOPES } from '../reads/access-scopes.ts';
import { readDocumentCosts } from './document-costs.ts';
import { readNativeRequests } from './native-requests.ts';
import type { Probe } from './probe.ts';
import { readProtectedFields } from './protected-fields.ts';
import { pingProxy } from './proxy-ping.ts';
import { readThemeBlock } from './theme-block.ts';
import { unread } from './unread.ts';

type PlatformReads = Pick<
  HealthReads,
  'scopes' | 'fields' | 'costs' | 'subscriptions' | 'proxy' | 'theme' | 'native'
> & {
  /** When an order of the shop last changed; null when it has none. */
  readonly orderChangedAt: (shop: ShopDomain) => Promise<EpochMs | null>;
};

const newest = z.object({
  orders: z.object({ nodes: z.array(z.object({ updatedAt: z.string() })) }),
});
const subscriptions = z.object({
  webhookSubscriptions: z.object({
    nodes: z.array(z.object({ topic: z.string(), uri: z.string() })),
  }),
});

/** What Shopify itself says of the app's health in a shop. */
export function createPlatformHealth({
  probe,
  platform,
  fetch,
  appUrl,
}: {
  readonly probe: Probe;
  readonly platform: Pick<Platform, 'readInstallation' | 'readShop'>;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly appUrl: string;
}): PlatformReads {
  const grantedIn = (shop: ShopDomain) => platform.readInstallation(shop);
  return {
    async scopes(shop) {
      const installation = await grantedIn(shop);
      return installation.ok
        ? ok({ wanted: ACCESS_SCOPES, granted: installation.value.scopes })
        : unread(installation.error);
    },

    fields: (shop) => readProtectedFields(probe, shop),
    costs: (shop) => readDocumentCosts(probe, shop),

    async subscriptions(shop) {
      const answer = await probe(shop, READ_OWN_SUBSCRIPTIONS, {});
      if (!answer.ok) return unread(answer.error);
      const read = subscriptions.safeParse(answer.value.data);
      return read.success
        ? ok(read.data.webhookSubscriptions.nodes)
        : err({ code: 'not_readable', reason: 'malformed', detail: messageOf(answer.value) });
    },

    async proxy(shop) {
      const profile = await platform.readShop(shop);
      return profile.ok
        ? pingProxy(fetch, profile.value.storefrontUrl, appUrl)
        : unread(profile.error);
    },

    async theme(shop) {
      const installation = await grantedIn(shop);
      return installation.ok
        ? readThemeBlock(probe, shop, installation.value.scopes)
        : unread(installation.error);
    },

    async native(shop) {
      const installation = await grantedIn(shop);
      return installation.ok
        ? readNativeRequests(probe, shop, installation.value.scopes)
        : unread(installation.error);
    },

    async orderChangedAt(shop) {
      const answer = await probe(shop, READ_NEWEST_CHANGE, {});
      const read = newest.safeParse(answer.ok ? answer.value.data : null);
      const [order] = read.data?.orders.nodes ?? [];
      return order ? Date.parse(order.updatedAt) : null;
    },
  };
}

const messageOf = ({ errors }: { readonly errors: readonly { readonly message: string }[] }) =>
  errors[0]?.message ?? 'The answer lacks what was asked for.';
