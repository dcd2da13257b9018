import { z } from 'zod';

import { seedOrder, SKU, type ScenarioShop } from '../devstore/seed/scenario.ts';
import type { BenchStage } from './bench-stage.ts';

const Offered = z.object({
  offer: z.object({
    available: z.literal(true),
    comesBack: z.object({ shown: z.object({ amount: z.string(), currencyCode: z.string() }) }),
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
      const { shown } = Offered.parse(view).offer.comesBack;
      const response = await fetch(address, {
        method: 'POST',
        headers,
        body: JSON.stringify({ reasonId: 'changed_mind', comment: '', shown }),
      });
      if (!response.ok) throw new Error(`The request was refused: ${await response.text()}`);
      await response.arrayBuffer();
    },
  };
}
