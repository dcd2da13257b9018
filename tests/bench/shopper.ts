import { type ScenarioShop, seedOrder, SKU } from 'devstore/seed';
import { z } from 'zod';

import type {
  ShopperQuoteBody,
  ShopperRequestBody,
} from '../../app/contract/shopper/shopper-bodies.ts';
import type { BenchStage } from './stage/bench-stage.ts';

/** What the window needs of the offer to confirm it as it is shown: the whole order. */
const Offered = z.object({
  offer: z.object({
    available: z.literal(true),
    quote: z.object({
      method: z.enum(['original', 'store_credit']),
      shown: z.object({ amount: z.string(), currencyCode: z.string() }),
    }),
  }),
});

const Quoted = z.object({ shown: z.object({ amount: z.string(), currencyCode: z.string() }) });

const NAME = { firstName: 'Sam', lastName: 'Shopper' };

/** A customer with a fresh order: two mugs and a bowl, paid by card. Each call resolves to its status. */
export interface Shopper {
  /** What the order page asks for when it opens, and again while it waits. */
  look(): Promise<number>;
  /** What the window asks for when a part of the order is chosen. */
  quotePart(): Promise<number>;
  /** Confirms the whole order as the last look showed it; throws when that offered nothing. */
  confirm(): Promise<number>;
  /** Has a mug quoted and confirms it as quoted. */
  confirmPart(): Promise<number>;
  /** The order's number, as the app's addresses name it. */
  readonly orderNumber: number;
  /** Opens the page and confirms; throws when it is refused. */
  cancel(): Promise<void>;
}

/** So many shoppers, spread over the shops. */
export function createShoppers(stage: BenchStage, count: number): Shopper[] {
  const { shops } = stage;
  return Array.from({ length: count }, (_, index) => {
    const shop = shops[index % shops.length];
    if (!shop) throw new Error('There is no shop to buy in.');
    return createShopper(stage, shop);
  });
}

/** So many shoppers of one shop, each a customer of their own: what they do is limited by customer. */
export const createStrangers = (stage: BenchStage, count: number, shop: ScenarioShop): Shopper[] =>
  Array.from({ length: count }, (_, index) => {
    const email = `shopper-${index}@example.com`;
    const customer = shop.world.commerce.addCustomer(shop.domain, { ...NAME, email });
    return createShopper(stage, { ...shop, customer });
  });

function createShopper(stage: BenchStage, shop: ScenarioShop): Shopper {
  const order = seedOrder(shop, {
    lines: [
      { sku: SKU.mug, quantity: 2 },
      { sku: SKU.bowl, quantity: 1 },
    ],
  });
  const address = `${stage.url}/api/shopper/orders/${order.id}/cancellation`;
  const headers = stage.customerHeaders(shop);
  let seen: unknown = null;
  const send = (path: string, body: unknown): Promise<Response> =>
    fetch(`${address}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  const post = async (path: string, body: unknown): Promise<number> => {
    const response = await send(path, body);
    await response.arrayBuffer();
    return response.status;
  };
  const aMug = (): ShopperQuoteBody => {
    const [mugs] = order.lines;
    if (!mugs) throw new Error('The order has no line.');
    const lines = [{ id: String(mugs.id), quantity: 1 }];
    return { selection: { kind: 'lines', lines }, method: 'original' };
  };
  const wanted = { knownCancellationId: null, reasonId: 'changed_mind', comment: '' };
  const shopper: Shopper = {
    async look() {
      const response = await fetch(address, { headers });
      const answer: unknown = await response.json();
      if (response.ok) seen = answer;
      return response.status;
    },
    orderNumber: order.id,
    quotePart: () => post('/quote', aMug()),
    confirm() {
      const { method, shown } = Offered.parse(seen).offer.quote;
      return post('', {
        ...wanted,
        selection: { kind: 'order' },
        method,
        shown,
      } satisfies ShopperRequestBody);
    },
    async confirmPart() {
      const response = await send('/quote', aMug());
      if (!response.ok) return response.status;
      const { shown } = Quoted.parse(await response.json());
      return post('', { ...wanted, ...aMug(), shown } satisfies ShopperRequestBody);
    },
    async cancel() {
      const looked = await shopper.look();
      const confirmed = looked === 200 ? await shopper.confirm() : looked;
      if (confirmed !== 200) throw new Error(`The request was refused with HTTP ${confirmed}.`);
    },
  };
  return shopper;
}
