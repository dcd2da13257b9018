/** Where and in which languages the shop sells. */
import type { TypeResolvers } from '../context.ts';
import { gid } from '../../world/gid.ts';
import type { Market, Shop } from '../../world/model.ts';
import { connection, type ConnectionArgs } from '../connection.ts';
import { notSimulated } from '../not-simulated.ts';
import {
  beginsWith,
  equals,
  matcherOf,
  numeric,
  type Searchable,
} from '../inputs/search-syntax.ts';

export interface MarketsArgs extends ConnectionArgs {
  readonly query?: string | null;
  readonly type?: string | null;
  readonly sortKey?: string | null;
}

const MARKET_SORTS: Readonly<Record<string, (market: Market) => number | string>> = {
  NAME: (market) => market.name.toLowerCase(),
  ID: (market) => market.id,
};

const MARKET_SEARCH: Searchable<Market> = {
  root: 'markets',
  filters: {
    id: numeric((market) => market.id),
    name: equals((market) => market.name),
    status: equals((market) => market.status),
  },
  freeText: beginsWith((market) => [market.name, market.handle]),
};

/** Every simulated market is one of regions. */
export function marketsPage(shop: Shop, args: MarketsArgs): object {
  const sortKey = args.sortKey ?? 'NAME';
  const key = MARKET_SORTS[sortKey];
  if (key === undefined) throw notSimulated(`QueryRoot.markets(sortKey: ${sortKey})`);
  const all = args.type == null || args.type === 'REGION' ? [...shop.markets.values()] : [];
  const sorted = all
    .filter(matcherOf(MARKET_SEARCH, args.query ?? ''))
    .map((market) => ({ market, by: key(market) }))
    .sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : a.market.id - b.market.id));
  return connection(
    sorted.map(({ market }) => market),
    args,
    (market) => market.id,
  );
}

const market: TypeResolvers<'Market'> = {
  id: (market) => gid('Market', market.id),
  name: (market) => market.name,
  handle: (market) => market.handle,
  status: (market) => market.status,
  enabled: (market) => market.status === 'ACTIVE',
  type: () => 'REGION',
  conditions: (market) => ({
    conditionTypes: ['REGION'],
    companyLocationsCondition: null,
    locationsCondition: null,
    channelsCondition: null,
    regionsCondition: {
      applicationLevel: 'SPECIFIED',
      regions: (args: ConnectionArgs) =>
        connection(
          market.countries.map(({ id, code, name }) => ({
            __typename: 'MarketRegionCountry',
            id: gid('MarketRegionCountry', id),
            code,
            name,
          })),
          args,
          (region) => region.id,
        ),
    },
  }),
};

/** `QueryRoot.shopLocales`: `published` narrows to what buyers see, and is false by default. */
export function shopLocales(shop: Shop, args: { readonly published: boolean | null }): object[] {
  return shop.locales
    .filter(({ published }) => published || args.published !== true)
    .map((locale) => ({ ...locale }));
}

export const marketResolvers = { Market: market };
