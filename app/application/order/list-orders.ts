import type { ShopDomain } from '../../domain/ids.ts';
import type { EpochMs } from '../../domain/time.ts';
import { beginningOf } from '../../domain/text/text.ts';
import { readListPage } from '../shared/list-page.ts';
import type { FoundOrders, OrderMirror } from './ports.ts';
import type { Platform } from '../shared/platform.ts';
import type { Clock } from '../shared/clock.ts';
import { type FilterTerms, type OrderFilterValues, filtersOf, needTerms } from './order-filters.ts';
import type { OrderFilters, OrderSearch } from './order-search.ts';
import type { SetAsideOrder, UnreadableOrders } from './ports.ts';

export interface OrderListDeps {
  readonly orders: OrderMirror;
  readonly unreadable: UnreadableOrders;
}

export interface OrderList {
  readonly page: FoundOrders;
  /** The shop's orders have been copied at least once; until then the list may be incomplete. */
  readonly complete: boolean;
  /** Orders that are missing because they cannot be read, the longest untried first. */
  readonly unreadable: readonly SetAsideOrder[];
}

const PAGE_SIZE = 50;
const MOST_UNREADABLE_SHOWN = 20;
const LONGEST_SEARCH = 100;

/** What filters of an address mean in this shop now. Throws where the shop has to be asked and does not answer. */
export async function readFilters(
  { platform, clock }: { readonly platform: Platform; readonly clock: Clock },
  shop: ShopDomain,
  values: OrderFilterValues,
): Promise<OrderFilters> {
  return filtersOf(values, await readTerms(platform, shop, values, clock.now()));
}

async function readTerms(
  platform: Platform,
  shop: ShopDomain,
  values: OrderFilterValues,
  now: EpochMs,
): Promise<FilterTerms> {
  if (!needTerms(values)) return { now, timeZone: 'UTC', currencyCode: '' };
  const profile = await platform.readShop(shop);
  if (!profile.ok) throw new Error(`The shop's days and currency: ${profile.error.kind}`);
  return { now, ...profile.value };
}

/** A page of the shop's orders: the first one where the cursor leads nowhere. */
export async function listOrders(
  deps: OrderListDeps,
  shop: ShopDomain,
  query: Omit<OrderSearch, 'limit'>,
): Promise<OrderList> {
  const search = {
    ...query,
    text: beginningOf(query.text.trim(), LONGEST_SEARCH),
    limit: PAGE_SIZE,
  };
  const [found, watermark, unreadable] = await Promise.all([
    readListPage(query.cursor, (cursor) => deps.orders.search(shop, { ...search, cursor })),
    deps.orders.watermark(shop),
    deps.unreadable.list(shop, MOST_UNREADABLE_SHOWN),
  ]);
  return { page: found, complete: watermark !== null, unreadable };
}
