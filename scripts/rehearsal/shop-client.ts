import type { Sent } from 'devstore/recordings';
import { z } from 'zod';

import { ADMIN_API_VERSION } from '../../app/platform/client/api-version.ts';

/** Speaks to one shop's Admin API with one token. */
export interface ShopClient {
  /** Sends a document once; what the platform turned away for want of points is sent again, for it did nothing. */
  send(query: string, variables: object): Promise<Sent>;
}

/** A shop that does not answer as the Admin API does; the message says what came. */
export class ShopUnreachable extends Error {
  override readonly name = 'ShopUnreachable';
}

const answer = z.looseObject({
  data: z.unknown().optional(),
  errors: z
    .array(
      z.looseObject({
        message: z.string(),
        extensions: z.looseObject({ code: z.string().optional() }).optional(),
      }),
    )
    .optional(),
  extensions: z
    .looseObject({ cost: z.looseObject({ requestedQueryCost: z.number().nullish() }).optional() })
    .optional(),
});

const PAUSE = 1_000;
/**
 * A development store takes only so many new orders a minute, and says so in these words; nothing was made.
 * Source: https://github.com/nozzlegear/ShopifySharp/issues/726
 */
const TOO_MANY_ORDERS = /order API rate limit/i;
const A_MINUTE = 60_000;

/**
 * @param token gives a token that is good now
 * @throws ShopUnreachable from `send`
 */
export function createShopClient(
  shop: string,
  token: () => Promise<string>,
  sleep: (ms: number) => Promise<void>,
  fetch: typeof globalThis.fetch = globalThis.fetch,
): ShopClient {
  const url = `https://${shop}/admin/api/${ADMIN_API_VERSION}/graphql.json`;
  return {
    async send(query, variables) {
      for (;;) {
        const response = await fetch(url, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'x-shopify-access-token': await token(),
          },
          body: JSON.stringify({ query, variables }),
          signal: AbortSignal.timeout(30_000),
        });
        const given: unknown = await response.json().catch(() => null);
        if (response.status === 429 || TOO_MANY_ORDERS.test(JSON.stringify(given))) {
          await sleep(A_MINUTE);
          continue;
        }
        const read = answer.safeParse(given);
        if (!read.success || response.status !== 200) {
          throw new ShopUnreachable(`${shop} answers with HTTP ${response.status}.`);
        }
        const { data, errors = [], extensions } = read.data;
        if (errors.some((error) => error.extensions?.code === 'THROTTLED')) {
          await sleep(PAUSE);
          continue;
        }
        return { data, errors, cost: extensions?.cost?.requestedQueryCost ?? null };
      }
    },
  };
}
