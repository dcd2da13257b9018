import type { Clock } from '../../application/shared/clock.ts';
import type { Platform, PlatformResult } from '../../application/shared/platform.ts';
import type { ShopProfile } from '../../application/shop/ports.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import { ok } from '../../domain/result.ts';
import { MINUTE } from '../../domain/time.ts';
import type { AdminClient } from '../client/admin-client.ts';
import type { MarketFieldsFragment, ReadShopQuery } from '../admin-api.generated.ts';
import { readToEnd } from '../client/connection.ts';
import { READ_COLLECTION_TITLES } from '../documents/shop/read-collection-titles.ts';
import { READ_GATEWAYS } from '../documents/shop/read-gateways.ts';
import { READ_MORE_MARKETS } from '../documents/next-pages/read-more-markets.ts';
import { READ_SHOP } from '../documents/shop/read-shop.ts';
import { SEARCH_COLLECTIONS } from '../documents/shop/search-collections.ts';
import { paidWith } from './order/payment-facts.ts';
import { inParts } from '../client/list-limit.ts';
import { reading } from '../client/platform-error.ts';
import { freshFor } from '../client/remember.ts';
import { withWordsBeginning } from './search-syntax.ts';

/** Pages that everybody can open read it: the platform is asked once a minute for all of them. */
const PROFILE_AGE = MINUTE;

/** What there is to choose from in a shop's policy. */
export function createShopProfiles(
  client: AdminClient,
  clock: Clock,
): Pick<Platform, 'readShop' | 'readGateways' | 'searchCollections' | 'collectionTitles'> {
  const remembered = freshFor<ShopProfile>(PROFILE_AGE, clock);
  return {
    readShop: (shop) => remembered(shop, () => readProfile(client, shop)),

    async readGateways(shop) {
      const answer = await client.send(shop, READ_GATEWAYS, {});
      if (!answer.ok) return answer;
      return reading(false, () => {
        const payments = answer.value.orders.nodes.flatMap(({ transactions }) => transactions);
        const names = new Set(payments.map(paidWith).filter((name) => name !== ''));
        return [...names].sort((a, b) => a.localeCompare(b, 'en'));
      });
    },

    async searchCollections(shop, text) {
      const filter = withWordsBeginning(text);
      const answer = await client.send(shop, SEARCH_COLLECTIONS, { filter: filter || null });
      return answer.ok ? reading(false, () => answer.value.collections.nodes) : answer;
    },

    async collectionTitles(shop, ids) {
      const titles = new Map<string, string>();
      for (const part of inParts(ids)) {
        const answer = await client.send(shop, READ_COLLECTION_TITLES, { ids: part });
        if (!answer.ok) return answer;
        for (const node of answer.value.nodes) {
          if (node && 'title' in node) titles.set(node.id, node.title);
        }
      }
      return ok(titles);
    },
  };
}

async function readProfile(
  client: AdminClient,
  shop: ShopDomain,
): Promise<PlatformResult<ShopProfile>> {
  const answer = await client.send(shop, READ_SHOP, {});
  if (!answer.ok) return answer;
  const first = reading(false, () => answer.value.markets);
  if (!first.ok) return first;
  const markets = await readToEnd(first.value, async (after) => {
    const page = await client.send(shop, READ_MORE_MARKETS, { after });
    return page.ok ? reading(false, () => page.value.markets) : page;
  });
  if (!markets.ok) return markets;
  return reading(false, () => profile(answer.value, markets.value));
}

const profile = (
  { shop, shopLocales }: ReadShopQuery,
  markets: MarketFieldsFragment['nodes'],
): ShopProfile => ({
  name: shop.name,
  currencyCode: shop.currencyCode,
  paymentCurrencyCodes: [...new Set([shop.currencyCode, ...shop.enabledPresentmentCurrencies])],
  countryCode: shop.shopAddress.countryCodeV2,
  timeZone: shop.ianaTimezone,
  storefrontUrl: shop.primaryDomain.url.replace(/\/$/, ''),
  contactEmail: shop.contactEmail,
  locales: shopLocales,
  markets: markets.flatMap(marketOf),
});

function marketOf({ id, name, conditions }: MarketFieldsFragment['nodes'][number]) {
  const regions = conditions?.regionsCondition?.regions.nodes ?? [];
  const countries = regions.flatMap((region) =>
    'code' in region ? [{ code: region.code, name: region.name }] : [],
  );
  return countries.length === 0 ? [] : [{ id, name, countries }];
}
