import { describe, expect, it } from 'vitest';
import { eur, lineItem, order } from '../../tests/support/facts/order-facts.ts';
import {
  OTHER_SHOP,
  type RouteContext,
  SHOP,
  createRouteContext,
  outcome,
  requestTo,
  sessionToken,
} from '../../tests/support/stages/route-context.ts';
import type { LineItemId } from '../domain/ids.ts';
import type { OrderFacts } from '../domain/order/facts.ts';
import { ok } from '../domain/result.ts';
import type { ShopperView } from '../contract/shopper/shopper-view.ts';
import type { RefusedBody } from '../contract/refused-body.ts';
import { action, loader } from './api.shopper.orders.$number.cancellation.tsx';
import { action as askForQuote } from './api.shopper.orders.$number.cancellation_.quote.tsx';
import { action as withdraw } from './api.shopper.orders.$number.cancellation_.withdraw.tsx';

const PATH = '/api/shopper/orders/1042/cancellation';

const customer = (changes = {}) =>
  sessionToken({ dest: 'kettles.myshopify.com', sub: 'gid://shopify/Customer/7', ...changes });

const wanted = {
  selection: { kind: 'order' },
  method: 'original',
  knownCancellationId: null,
  reasonId: 'changed_mind',
  comment: 'I have two already.',
  shown: { amount: '100.00', currencyCode: 'EUR' },
};

/** A kettle for 60.00 EUR and two mugs for 20.00 EUR each. */
const kettleAndMugs = (changes: Partial<OrderFacts> = {}) =>
  order({
    lines: [
      lineItem({ total: eur(6_000) }),
      lineItem({
        id: 'gid://shopify/LineItem/2' as LineItemId,
        title: 'Mug',
        quantity: 2,
        total: eur(4_000),
      }),
    ],
    ...changes,
  });

const answer = (
  route: typeof loader,
  { context }: RouteContext,
  request: Request,
  number = '1042',
): Promise<Response> => outcome(route, { request, context, params: { number } });

const send = (
  route: RouteContext,
  body: unknown,
  to: typeof loader = action,
  token = customer(),
): Promise<Response> =>
  answer(to, route, requestTo(to === askForQuote ? `${PATH}/quote` : PATH, { token, body }));

const codesOf = async (response: Response): Promise<string[]> =>
  ((await response.json()) as RefusedBody).refusals.map(({ code }) => code);

const viewOf = async (response: Response): Promise<ShopperView> =>
  (await response.json()) as ShopperView;

describe('a page that follows a cancellation', () => {
  it('is answered without asking the platform, and only for the order’s own customer', async () => {
    const facts = kettleAndMugs();
    let reads = 0;
    const route = await createRouteContext({
      orders: [facts],
      platform: {
        readOrder: async () => {
          reads += 1;
          return ok(facts);
        },
      },
    });
    await route.database.orders.upsert(SHOP, [
      {
        id: facts.id,
        name: facts.name,
        customerId: facts.customerId,
        customerName: null,
        email: null,
        createdAt: facts.createdAt,
        updatedAt: facts.updatedAt,
        cancelledAt: null,
        financialStatus: 'PAID',
        fulfillmentStatus: 'UNFULFILLED',
        total: eur(10_000),
      },
    ]);
    expect((await send(route, wanted)).status).toBe(200);
    const before = reads;
    const look = (token: string) => answer(loader, route, requestTo(PATH, { token }));
    expect(await viewOf(await look(customer()))).toMatchObject({
      orderName: '#1042',
      cancellation: { status: 'requested', canWithdraw: true, reason: 'I changed my mind' },
      offer: { available: false, refusals: [{ code: 'already_open' }] },
    });
    expect(reads).toBe(before);
    const stranger = await look(customer({ sub: 'gid://shopify/Customer/8' }));
    expect([stranger.status, await codesOf(stranger)]).toEqual([404, ['order_not_found']]);
  });
});

describe('a signed-in customer', () => {
  const statusesOf = (route: RouteContext, times: number, to: typeof loader, token?: string) =>
    Promise.all(
      Array.from({ length: times }, async () => (await send(route, wanted, to, token)).status),
    );

  it('who asks without end is told to wait, and for how long', async () => {
    const route = await createRouteContext({ orders: [order()] });
    const statuses = await statusesOf(route, 31, withdraw);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
    const response = await send(route, wanted, withdraw);
    expect(await codesOf(response)).toEqual(['too_many_requests']);
    expect(Number(response.headers.get('Retry-After'))).toBeGreaterThan(1);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    // They may still look.
    const { selection, method } = wanted;
    expect((await send(route, { selection, method }, askForQuote)).status).toBe(200);
  });

  it('gets no more turns by asking for another order each time, or in another way', async () => {
    const route = await createRouteContext({ orders: [order()] });
    const statuses = await Promise.all(
      Array.from({ length: 31 }, async (_, index) => {
        const to = index % 2 === 0 ? withdraw : action;
        const body = { ...wanted, knownCancellationId: null };
        const request = requestTo(PATH, { token: customer(), body });
        return (await answer(to, route, request, String(5_000 + index))).status;
      }),
    );
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  });

  it('can look as often as pages do', async () => {
    const route = await createRouteContext({ orders: [order()] });
    const statuses = await statusesOf(route, 601, askForQuote);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  });

  it('uses up nobody else’s turns', async () => {
    const route = await createRouteContext({ orders: [order()] });
    await statusesOf(route, 40, withdraw);
    const other = customer({ sub: 'gid://shopify/Customer/8' });
    const elsewhere = customer({ dest: OTHER_SHOP });
    for (const token of [other, elsewhere]) {
      expect((await send(route, wanted, withdraw, token)).status).not.toBe(429);
    }
  });
});
