import { setTimeout } from 'node:timers/promises';

import type { OrderHistory, OrderHistoryPage } from '../../application/policy/ports.ts';
import type { Clock } from '../../application/shared/clock.ts';
import type { PlatformResult } from '../../application/shared/platform.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import { type EpochMs, DAY, SECOND } from '../../domain/time.ts';
import type { AdminClient } from '../client/admin-client.ts';
import type {
  ReadOrderHistoryQuery,
  ReadOrderHistoryQueryVariables,
} from '../admin-api.generated.ts';
import { nextCursor } from '../client/connection.ts';
import { READ_ORDER_HISTORY } from '../documents/order/read-order-history.ts';
import { orderFacts } from './order/order-facts.ts';
import { askedOnce, collectionsOf, productsOfOrder } from './product-collections.ts';
import { reading } from '../client/platform-error.ts';
import { since } from './search-syntax.ts';
import { type SellingPlans, readSellingPlans } from './selling-plans.ts';
import type { QueryBudget } from '../client/turns.ts';
import { type WholeOrder, readWhole } from './order/whole-order.ts';

/**
 * How far back an app sees orders without the scope for all of them.
 * Source: https://shopify.dev/docs/api/usage/access-scopes#orders-permissions
 */
const SHOWN_FOR = 60 * DAY;
const SCOPE_FOR_ALL = 'read_all_orders';

/** Orders on a page, the most of the same price; halved as often as the platform finds it too dear. */
const FIRST_PAGE = 4;

/** Source: https://shopify.dev/docs/api/admin-graphql/latest#status-and-error-codes */
const TOO_DEAR = 'MAX_COST_EXCEEDED';

/** The part of the shop's budget that is left to everybody else. */
const LEFT_TO_OTHERS = 0.5;

/** A wait that nobody said the length of. */
const UNTOLD_WAIT = 2 * SECOND;

type Pause = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/**
 * The shop's past orders over the Admin API. It never spends more than half of the shop's query budget: a
 * cancellation that is under way goes first.
 *
 * Gift cards that an order sold are left out: how much of them is spent now says nothing about then.
 */
export function createOrderHistory({
  client,
  clock,
  pause = async (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal }),
}: {
  readonly client: AdminClient;
  readonly clock: Clock;
  readonly pause?: Pause;
}): OrderHistory {
  let first = FIRST_PAGE;
  return {
    async readPage(shop, { since: from, after, signal }) {
      const filter = since('processed_at', from);
      for (;;) {
        signal.throwIfAborted();
        let budget: QueryBudget | null = null;
        const asked = { first, filter, after };
        const page = await readOnce(client, shop, asked, clock.now(), (left) => (budget = left));
        if (page.ok) {
          if (page.value.next !== null) await pause(untilHalfFull(budget), signal);
          return page;
        }
        if (page.error.code === TOO_DEAR && first > 1) first = Math.floor(first / 2);
        else if (page.error.kind !== 'throttled') return page;
        else await pause(page.error.retryAfter ?? UNTOLD_WAIT, signal);
      }
    },
  };
}

function untilHalfFull(budget: QueryBudget | null): number {
  if (!budget) return 0;
  const missing = budget.maximum * LEFT_TO_OTHERS - budget.available;
  return missing > 0 ? Math.ceil((missing / budget.restoredPerSecond) * SECOND) : 0;
}

async function readOnce(
  client: AdminClient,
  shop: ShopDomain,
  asked: ReadOrderHistoryQueryVariables,
  now: EpochMs,
  onBudget: (budget: QueryBudget) => void,
): Promise<PlatformResult<OrderHistoryPage>> {
  const answer = await client.send(shop, READ_ORDER_HISTORY, asked, onBudget);
  if (!answer.ok) return answer;
  const nodes = reading(false, () => answer.value.orders.nodes);
  if (!nodes.ok) return nodes;
  // A draft may name collections that no saved policy does.
  const collections = askedOnce(
    collectionsOf(client, shop),
    nodes.value.flatMap((node) => productsOfOrder(node)),
  );
  const orders: WholeOrder[] = [];
  for (const node of nodes.value) {
    const whole = await readWhole(client, shop, node, collections);
    if (whole.ok) orders.push(whole.value);
    else if (whole.error.kind !== 'malformed') return whole;
  }
  const sellingPlans = await readSellingPlans(client, shop, orders);
  if (!sellingPlans.ok) return sellingPlans;
  return reading(false, () => pageOf(answer.value, orders, sellingPlans.value, now));
}

/** Throws MalformedAnswer. */
function pageOf(
  { shop, orders, ordersCount, currentAppInstallation }: ReadOrderHistoryQuery,
  whole: readonly WholeOrder[],
  sellingPlans: SellingPlans,
  now: EpochMs,
): OrderHistoryPage {
  const { accessScopes } = currentAppInstallation;
  const surroundings = {
    readAt: now,
    shopTimeZone: shop.ianaTimezone,
    sellingPlans,
    soldGiftCards: [],
  };
  const read = whole.map((order) => reading(false, () => orderFacts(order, surroundings)));
  const facts = read.flatMap((order) => (order.ok ? [order.value] : []));
  return {
    orders: facts,
    unreadable: orders.nodes.length - facts.length,
    next: nextCursor(orders),
    total: ordersCount?.precision === 'EXACT' ? ordersCount.count : null,
    visibleSince: accessScopes.some(({ handle }) => handle === SCOPE_FOR_ALL)
      ? null
      : now - SHOWN_FOR,
  };
}
