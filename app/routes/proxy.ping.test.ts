import { expect, it } from 'vitest';

import { PLACED_AT } from '../../tests/support/facts/order-facts.ts';
import { proxiedRequest } from '../../tests/support/stages/proxied-request.ts';
import { APP_URL, createRouteContext } from '../../tests/support/stages/route-context.ts';
import { loader } from './proxy.ping.tsx';

const ping = async (request: Request): Promise<Response> =>
  loader({ request, context: (await createRouteContext()).context, params: {} });

it('says at which address the app is that answers on a shop’s own domain', async () => {
  const response = await ping(proxiedRequest('/proxy/ping', { at: PLACED_AT + 60_000 }));
  expect(await response.json()).toEqual({ app: 'unorder', address: APP_URL });
  expect(response.headers.get('cache-control')).toBe('no-store');
});

it('says nothing to whoever does not come by Shopify', async () => {
  const response = await ping(new Request(`${APP_URL}/proxy/ping`));
  expect(response.status).toBe(400);
});
