import type {
  Platform,
  PlatformError,
  PlatformResult,
} from '../../../application/shared/platform.ts';
import type { Clock } from '../../../application/shared/clock.ts';
import type { OrderId, ShopDomain } from '../../../domain/ids.ts';
import type { OrderFacts } from '../../../domain/order/facts.ts';
import { err } from '../../../domain/result.ts';
import type { OrderFieldsFragment, ReadOrdersQuery } from '../../admin-api.generated.ts';
import type { AdminClient } from '../../client/admin-client.ts';
import { readsInOneGo } from '../../client/in-one-go.ts';
import { readTogether } from '../../client/together.ts';
import { READ_ORDERS } from '../../documents/order/read-orders.ts';
import { type Collections, askedOnce, productsOfOrder } from '../product-collections.ts';
import { readFacts } from './read-facts.ts';

/**
 * Orders in one query: the most of which the platform would run it even if it took each for itself, at 116 points.
 * No query may ask for more than 1,000.
 * Source: https://shopify.dev/docs/api/usage/limits#single-query-limit
 */
const MOST_AT_ONCE = 7;

/** Shops of which orders were read lately; more are forgotten, the longest known first. */
const MOST_SHOPS = 1_000;

/** What is wrong with one of them may be wrong with none of the others. */
const OF_ONE: readonly PlatformError['kind'][] = ['malformed', 'refused'];

type Read = PlatformResult<OrderFacts | null>;

/**
 * Reads orders of which the facts are only shown, those of one shop that are asked for at the same time together: a
 * list of orders asks for each by itself.
 *
 * @param alone reads one order, where reading them together tells nothing of it
 */
export function ordersTogether(by: {
  readonly client: AdminClient;
  readonly clock: Clock;
  readonly collectionsFor: (client: AdminClient, shop: ShopDomain) => Promise<Collections>;
  readonly alone: (shop: ShopDomain, id: OrderId) => Promise<Read>;
}): Platform['readOrder'] {
  const { client, clock, collectionsFor, alone } = by;
  const inOneGo = readsInOneGo(client);
  const ofShops = new Map<ShopDomain, (id: OrderId) => Promise<Read>>();

  async function factsOf(
    shop: ShopDomain,
    { nodes, shop: at }: ReadOrdersQuery,
    id: OrderId,
    readAt: number,
    collections: Collections,
  ): Promise<Read> {
    const order = nodes.filter(isOrder).find((node) => node.id === id);
    // Gone, or not answered: what it means is said where it is read by itself.
    if (!order) return alone(shop, id);
    const asked = { readAt, shopTimeZone: at.ianaTimezone };
    return inOneGo(`${shop} ${id}`, (counted) =>
      readFacts(counted, shop, order, asked, collections),
    );
  }

  const ofShop = (shop: ShopDomain): ((id: OrderId) => Promise<Read>) =>
    readTogether<OrderId, Read>(MOST_AT_ONCE, async (take) => {
      let ids: readonly OrderId[] = [];
      let readAt = clock.now();
      const answer = await client.send(shop, READ_ORDERS, () => {
        readAt = clock.now();
        ids = take();
        return { ids: [...ids] };
      });
      if (answer.ok) {
        const { value } = answer;
        const collections = askedOnce(await collectionsFor(client, shop), productsOf(value));
        return (id) => factsOf(shop, value, id, readAt, collections);
      }
      const { error } = answer;
      return (id) => (OF_ONE.includes(error.kind) ? alone(shop, id) : Promise.resolve(err(error)));
    });

  return (shop, id) => {
    const known = ofShops.get(shop) ?? ofShop(shop);
    ofShops.delete(shop);
    ofShops.set(shop, known);
    const [oldest] = ofShops.keys();
    if (ofShops.size > MOST_SHOPS && oldest !== undefined) ofShops.delete(oldest);
    return known(id);
  };
}

type Node = ReadOrdersQuery['nodes'][number];

/** What is no order, or none any more, is answered without an order's fields. */
const isOrder = (node: Node): node is OrderFieldsFragment & Node =>
  node !== null && node !== undefined && 'id' in node;

const productsOf = ({ nodes }: ReadOrdersQuery): readonly string[] =>
  nodes.filter(isOrder).flatMap(productsOfOrder);
