import { z } from 'zod';

import type { ShopperRequestBody } from '../../app/presentation/shopper-view.ts';
import { seedOrder, SKU, type ScenarioShop } from '../devstore/seed/scenario.ts';
import type { BenchStage } from './bench-stage.ts';

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

/** A customer with a fresh order: two mugs and a bowl, paid by card. */
export interface Shopper {
  /** What the order page asks for when it opens. Resolves to the status. */
  look(): Promise<number>;
  /** Opens the page and confirms. */
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

function createShopper(stage: BenchStage, shop: ScenarioShop): Shopper {
  const order = seedOrder(shop, {
    lines: [
      { sku: SKU.mug, quantity: 2 },
      { sku: SKU.bowl, quantity: 1 },
    ],
  });
  const address = `${stage.url}/api/shopper/orders/${order.id}/cancellation`;
  const headers = stage.customerHeaders(shop);
  return {
    async look() {
      const response = await fetch(address, { headers });
      await response.arrayBuffer();
      return response.status;
    },
    async cancel() {
      const view: unknown = await (await fetch(address, { headers })).json();
      const { method, shown } = Offered.parse(view).offer.quote;
      const response = await fetch(address, {
        method: 'POST',
        headers,
        body: JSON.stringify({
          selection: { kind: 'order' },
          method,
          knownCancellationId: null,
          reasonId: 'changed_mind',
          comment: '',
          shown,
        } satisfies ShopperRequestBody),
      });
      if (!response.ok) throw new Error(`The request was refused: ${await response.text()}`);
      await response.arrayBuffer();
    },
  };
}
