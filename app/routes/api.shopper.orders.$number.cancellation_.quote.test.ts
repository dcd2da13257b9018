import { describe, expect, it } from 'vitest';
import { eur, lineItem, order } from '../../tests/support/facts/order-facts.ts';
import {
  type RouteContext,
  createRouteContext,
  outcome,
  requestTo,
  sessionToken,
} from '../../tests/support/stages/route-context.ts';
import type { LineItemId } from '../domain/ids.ts';
import type { OrderFacts } from '../domain/order/facts.ts';
import type { ShopperQuote, ShopperView } from '../contract/shopper/shopper-view.ts';
import type { RefusedBody } from '../contract/refused-body.ts';
import { action, loader } from './api.shopper.orders.$number.cancellation.tsx';
import { action as askForQuote } from './api.shopper.orders.$number.cancellation_.quote.tsx';

const PATH = '/api/shopper/orders/1042/cancellation';

const customer = (changes = {}) =>
  sessionToken({ dest: 'kettles.myshopify.com', sub: 'gid://shopify/Customer/7', ...changes });

const someLines = (...lines: (readonly [string, number])[]) => ({
  kind: 'lines',
  lines: lines.map(([id, quantity]) => ({ id, quantity })),
});

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

/** The cancellation that the order's customer finds; null when nobody has opened one. */
const openedIn = async (route: RouteContext): Promise<ShopperView['cancellation']> =>
  (await viewOf(await answer(loader, route, requestTo(PATH, { token: customer() })))).cancellation;

describe('a quote', () => {
  const quoteOf = async (response: Response) => (await response.json()) as ShopperQuote;

  it('tells what a choice would bring, and changes nothing', async () => {
    const route = await createRouteContext({ orders: [kettleAndMugs()] });
    const body = { selection: someLines(['2', 1]), method: 'original' };
    const response = await send(route, body, askForQuote);
    expect(response.status).toBe(200);
    expect(await quoteOf(response)).toMatchObject({
      total: '€20.00',
      refunds: [{ method: 'Visa', amount: '€20.00' }],
      shown: { amount: '20.00', currencyCode: 'EUR' },
    });
    expect(await openedIn(route)).toBeNull();
  });

  it.each([
    ['a line of another order', someLines(['3', 1]), 'selection_malformed'],
    ['a line that is none', someLines(['../2', 1]), 'selection_malformed'],
    ['the same line twice', someLines(['2', 1], ['2', 1]), 'selection_malformed'],
    ['half a unit', someLines(['2', 0.5]), 'selection_malformed'],
    ['fewer than no units', someLines(['2', -1]), 'selection_malformed'],
    ['more units than there are', someLines(['2', 3]), 'too_many_units'],
    ['nothing', someLines(), 'nothing_selected'],
    ['something of another shape', { kind: 'all' }, 'body_malformed'],
  ])('case 48: is refused for %s, whatever the page sent', async (_what, selection, code) => {
    const route = await createRouteContext({ orders: [kettleAndMugs()] });
    const response = await send(route, { selection, method: 'original' }, askForQuote);
    expect(response.status).toBe(422);
    expect(await codesOf(response)).toEqual([code]);
  });

  it('is refused for a refund method that is not offered', async () => {
    const route = await createRouteContext({ orders: [order()] });
    const body = { selection: { kind: 'order' }, method: 'store_credit' };
    const response = await send(route, body, askForQuote);
    expect(await codesOf(response)).toEqual(['method_not_offered']);
  });

  it('case 48: is not for strangers', async () => {
    const route = await createRouteContext({ orders: [order()] });
    const body = { selection: { kind: 'order' }, method: 'original' };
    const stranger = customer({ sub: 'gid://shopify/Customer/8' });
    expect((await send(route, body, askForQuote, stranger)).status).toBe(404);
    expect((await send(route, body, askForQuote, customer({ sub: undefined }))).status).toBe(401);
  });
});
