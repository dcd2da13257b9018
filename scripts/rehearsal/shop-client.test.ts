import { expect, it } from 'vitest';

import { createShopClient, ShopUnreachable } from './shop-client.ts';

/** A shop that gives these answers one after the other, and how long was waited in between. */
function shopAnswering(...answers: readonly (readonly [status: number, body: unknown])[]) {
  const left = [...answers];
  const waited: number[] = [];
  const client = createShopClient(
    'lamps.myshopify.com',
    async () => 'token',
    async (ms) => void waited.push(ms),
    async () => {
      const [status, body] = left.shift() ?? [500, null];
      return new Response(JSON.stringify(body), { status });
    },
  );
  return { client, waited, left };
}

const DONE = { data: { it: 1 }, extensions: { cost: { requestedQueryCost: 10 } } };
const LIMIT = 'Exceeded order API rate limit, please try again in a minute.';

it.each([
  [
    'for points',
    200,
    { errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }] },
    1_000,
  ],
  ['for an order too many, by status', 429, { errors: LIMIT }, 60_000],
  [
    'for an order too many, in the answer',
    200,
    { data: { orderCreate: { order: null, userErrors: [{ message: LIMIT }] } } },
    60_000,
  ],
])(
  'what was turned away %s did nothing, and is sent again later',
  async (_why, status, body, ms) => {
    const { client, waited, left } = shopAnswering([status, body], [200, DONE]);
    expect(await client.send('mutation { it }', {})).toEqual({
      data: { it: 1 },
      errors: [],
      cost: 10,
    });
    expect(waited).toEqual([ms]);
    expect(left).toEqual([]);
  },
);

it('an answer that nobody can know the meaning of ends it, and is never asked again', async () => {
  const { client, left } = shopAnswering([502, null], [200, DONE]);
  await expect(client.send('mutation { it }', {})).rejects.toThrow(ShopUnreachable);
  expect(left).toHaveLength(1);
});
