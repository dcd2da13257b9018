import { describe, expect, it } from 'vitest';
import { eur, lineItem, order } from '../../tests/support/facts/order-facts.ts';
import { policy, rule } from '../../tests/support/facts/policies.ts';
import {
  OTHER_SHOP,
  type RouteContext,
  SHOP,
  createRouteContext,
  outcome,
  requestTo,
  sessionToken,
} from '../../tests/support/stages/route-context.ts';
import type { CustomerId, LineItemId } from '../domain/ids.ts';
import type { OrderFacts } from '../domain/order/facts.ts';
import type { PolicyDocument } from '../domain/policy/document/policy.ts';
import { HOUR } from '../domain/time.ts';
import type { ShopperView } from '../contract/shopper/shopper-view.ts';
import type { RefusedBody } from '../contract/refused-body.ts';
import { action, loader } from './api.shopper.orders.$number.cancellation.tsx';
import {
  action as askForQuote,
  loader as loadQuote,
} from './api.shopper.orders.$number.cancellation_.quote.tsx';
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

async function withPolicy(
  document: Partial<PolicyDocument>,
  options: Parameters<typeof createRouteContext>[0],
): Promise<RouteContext> {
  const route = await createRouteContext(options);
  await route.database.policies.save(SHOP, 0, policy(document), { kind: 'system' }, 0);
  return route;
}

describe('the shopper’s view of an order', () => {
  it('shows the customer what would come back, in their language', async () => {
    const route = await createRouteContext({ orders: [order()] });
    const response = await answer(
      loader,
      route,
      requestTo(`${PATH}?locale=de`, { token: customer() }),
    );
    expect(response.status).toBe(200);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    const view = await viewOf(response);
    expect(view.offer).toMatchObject({
      available: true,
      quote: { shown: { amount: '100.00', currencyCode: 'EUR' }, total: '100,00\u00a0€' },
    });
    expect(view.offer.available && view.offer.reasons[0]?.label).toMatch(/anders überlegt/);
    expect(view.policyUrl).toBe('https://kettles.myshopify.com/apps/unorder/policy');
  });

  it('falls back to English for a language that is none', async () => {
    const route = await createRouteContext({ orders: [order()] });
    const response = await answer(
      loader,
      route,
      requestTo(`${PATH}?locale=%00_x`, { token: customer() }),
    );
    expect((await viewOf(response)).offer).toMatchObject({ quote: { total: '€100.00' } });
  });

  it.each([
    ['no token', undefined],
    ['a token that this app’s secret did not sign', sessionToken({}, 'another-secret')],
    ['a token made for another app', customer({ aud: 'another-app' })],
    ['a token that has run out', customer({ exp: 1_000_000 })],
    ['a token of somebody who has not signed in', customer({ sub: undefined })],
    ['a token of something that is no customer', customer({ sub: 'gid://shopify/Order/7' })],
    ['a staff member’s token', customer({ sub: '7' })],
    ['a token of something that is no shop', customer({ dest: 'evil.example.com' })],
  ])('case 48: asks to sign in with %s, readable by the page', async (_what, token) => {
    const route = await createRouteContext({ orders: [order()] });
    const request = requestTo(PATH, token === undefined ? {} : { token });
    const response = await answer(loader, route, request);
    expect(response.status).toBe(401);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(await codesOf(response)).toEqual(['sign_in']);
  });

  it.each([
    ['another customer’s order', customer({ sub: 'gid://shopify/Customer/8' }), '1042'],
    ['an order that does not exist', customer(), '9999'],
    ['something that is no order number', customer(), '../1042'],
  ])('case 48: answers %s as not found', async (_what, token, number) => {
    const route = await createRouteContext({ orders: [order()] });
    const response = await answer(loader, route, requestTo(PATH, { token }), number);
    expect(response.status).toBe(404);
    expect(await codesOf(response)).toEqual(['order_not_found']);
  });

  it('case 49: is for whoever buys for the company location, and for nobody else', async () => {
    const buyerIds = ['gid://shopify/Customer/8' as CustomerId];
    const company = { buyerIds, hasPaymentTerms: false };
    const route = await withPolicy({ rules: [rule()] }, { orders: [order({ company })] });
    const statusFor = async (id: number) => {
      const token = customer({ sub: `gid://shopify/Customer/${id}` });
      return (await answer(loader, route, requestTo(PATH, { token }))).status;
    };
    expect(await statusFor(8)).toBe(200);
    expect(await statusFor(9)).toBe(404);
  });

  it('answers the browser’s preflight', async () => {
    const route = await createRouteContext();
    for (const preflighted of [loader, loadQuote]) {
      const response = await answer(preflighted, route, requestTo(PATH, { method: 'OPTIONS' }));
      expect(response.status).toBe(204);
      expect(response.headers.get('Access-Control-Allow-Headers')).toMatch(/Authorization/);
    }
  });

  it('answers what nobody foresaw with a reference that is in the log', async () => {
    const route = await createRouteContext({
      platform: { readOrder: () => Promise.reject(new Error('a bug')) },
    });
    const response = await answer(loader, route, requestTo(PATH, { token: customer() }));
    expect(response.status).toBe(500);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(await response.text()).toContain('request-1');
    expect(route.errors[0]?.fields).toMatchObject({ requestId: 'request-1' });
  });
});

describe('a shopper’s request', () => {
  it('case 7: opens one cancellation, however often it is sent', async () => {
    const route = await createRouteContext({ orders: [order()] });
    const sendAndRead = async () => viewOf(await send(route, wanted));
    const views = await Promise.all([sendAndRead(), sendAndRead()]);
    const ids = new Set(views.map((view) => view.cancellation?.id));
    expect(ids.size).toBe(1);
    expect(views[0]?.cancellation).toMatchObject({ comment: 'I have two already.' });
  });

  it('can be for a part of the order', async () => {
    const route = await createRouteContext({ orders: [kettleAndMugs()] });
    const response = await send(route, {
      ...wanted,
      selection: someLines(['2', 2]),
      shown: { amount: '40.00', currencyCode: 'EUR' },
    });
    expect((await viewOf(response)).cancellation).toMatchObject({
      scope: 'lines',
      items: [{ title: expect.stringContaining('Mug') as string, quantity: 2 }],
      amount: '€40.00',
    });
  });

  it('is refused when the amount shown no longer holds', async () => {
    const route = await createRouteContext({ orders: [order()] });
    const body = { ...wanted, shown: { amount: '90.00', currencyCode: 'EUR' } };
    const response = await send(route, body);
    expect(response.status).toBe(409);
    expect(await codesOf(response)).toEqual(['amount_changed']);
  });

  it('case 45: holds until the last millisecond of the window by the server’s clock, and not beyond', async () => {
    const inTime = await createRouteContext({ orders: [order()], age: HOUR });
    expect((await send(inTime, wanted)).status).toBe(200);
    const late = await createRouteContext({ orders: [order()], age: HOUR + 1 });
    const response = await send(late, wanted);
    expect(response.status).toBe(422);
    expect(await codesOf(response)).toEqual(['window_closed']);
    expect(await openedIn(late)).toBeNull();
  });

  it('case 48: of a stranger, or of somebody who has not signed in, changes nothing', async () => {
    const route = await createRouteContext({ orders: [order()] });
    const stranger = customer({ sub: 'gid://shopify/Customer/8' });
    expect((await send(route, wanted, action, stranger)).status).toBe(404);
    expect((await send(route, wanted, action, customer({ sub: undefined }))).status).toBe(401);
    expect(await openedIn(route)).toBeNull();
  });

  it.each([
    [
      'an amount that is none',
      { ...wanted, shown: { amount: '1e2', currencyCode: 'EUR' } },
      'amount_malformed',
    ],
    [
      'a currency that is none',
      { ...wanted, shown: { amount: '1', currencyCode: 'XXX' } },
      'amount_malformed',
    ],
    ['an unknown reason', { ...wanted, reasonId: 'whim' }, 'unknown_reason'],
    ['a comment above the limit', { ...wanted, comment: 'a'.repeat(1001) }, 'text_too_long'],
    ['a body of another shape', { reason: 'x' }, 'body_malformed'],
    ['a body that is no JSON', 'hello', 'body_malformed'],
  ])('is refused with %s', async (_what, body, code) => {
    const route = await createRouteContext({ orders: [order()] });
    const response = await send(route, body);
    expect(response.status).toBe(422);
    expect(await codesOf(response)).toEqual([code]);
  });

  it('is refused without the comment that its reason needs', async () => {
    const reasons = [{ id: 'wrong', label: 'It is wrong', needsComment: true, translations: {} }];
    const route = await withPolicy({ reasons }, { orders: [order()] });
    const response = await send(route, { ...wanted, reasonId: 'wrong', comment: '  ' });
    expect(await codesOf(response)).toEqual(['comment_needed']);
  });

  it('is refused with a comment of a megabyte, without reading it', async () => {
    const route = await createRouteContext({ orders: [order()] });
    const response = await send(route, { ...wanted, comment: 'a'.repeat(1_000_000) });
    expect(response.status).toBe(413);
    expect(await codesOf(response)).toEqual(['body_too_large']);
  });

  it('is refused in the merchant’s own words where they wrote some, in the customer’s language', async () => {
    const exclusions = [
      {
        kind: 'gift_card',
        then: 'refuse',
        wording: { label: 'Cards stay.', translations: { de: 'Karten bleiben.' } },
      },
    ] as const;
    const route = await withPolicy(
      { rules: [rule({ exclusions: [...exclusions] })] },
      { orders: [order({ lines: [lineItem({ isGiftCard: true })] })] },
    );
    const request = requestTo(`${PATH}?locale=de-AT`, { token: customer(), body: wanted });
    const response = await answer(action, route, request);
    expect(await response.json()).toEqual({
      refusals: [{ code: 'excluded', message: 'Karten bleiben.' }],
    });
  });

  it('case 48: of one shop cannot be seen or withdrawn from another', async () => {
    const route = await createRouteContext({ orders: [order()] });
    await send(route, wanted);
    const elsewhere = requestTo(PATH, { token: customer({ dest: OTHER_SHOP }), method: 'POST' });
    const response = await answer(withdraw, route, elsewhere);
    expect(response.status).toBe(404);
  });

  it('can be withdrawn while nothing has been cancelled', async () => {
    const route = await createRouteContext({ orders: [order()] });
    await send(route, wanted);
    const response = await answer(
      withdraw,
      route,
      requestTo(PATH, { token: customer(), method: 'POST' }),
    );
    expect(response.status).toBe(200);
    const view = await viewOf(response);
    expect(view.cancellation).toMatchObject({ status: 'withdrawn', canWithdraw: false });
  });
});

it('a token whose shop is no text is nobody’s', async () => {
  const route = await createRouteContext({ orders: [order()] });
  expect((await send(route, wanted, withdraw, customer({ dest: 7 }))).status).toBe(401);
});

describe('case 69: texts that nobody can store', () => {
  it.each(['a\u0000b', 'a\uD83D', '\uDE00'])('%j is refused with words', async (comment) => {
    const response = await send(await createRouteContext({ orders: [order()] }), {
      ...wanted,
      comment,
    });
    expect(response.status).toBe(422);
    expect(await codesOf(response)).toEqual(['text_unreadable']);
  });
});
