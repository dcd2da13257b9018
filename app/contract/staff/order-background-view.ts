import * as z from 'zod/mini';

import type { Json } from '../json.ts';

/** What staff look at beside an order, ready to read. */
export const orderBackground = z.object({
  /** "3 orders", "1 other order with a cancellation"; null where there is no customer to be seen. */
  ofCustomer: z.nullable(
    z.object({
      orders: z.string(),
      cancelled: z.nullable(z.string()),
      listUrl: z.nullable(z.string()),
    }),
  ),
  note: z.nullable(z.string()),
  parcels: z.array(
    z.object({
      status: z.string(),
      /** When it came to that, as far as it is known. */
      at: z.string(),
      location: z.nullable(z.string()),
      tracking: z.array(z.object({ text: z.string(), url: z.nullable(z.string()) })),
    }),
  ),
  /** What the customer asked for by Shopify's own button. */
  nativeRequests: z.array(
    z.object({
      status: z.string(),
      /** Nobody has answered it yet. */
      isOpen: z.boolean(),
      at: z.string(),
      items: z.array(z.string()),
    }),
  ),
  riskFindings: z.array(z.object({ text: z.string(), sentiment: z.string() })),
});
export type OrderBackgroundView = Json<typeof orderBackground>;
