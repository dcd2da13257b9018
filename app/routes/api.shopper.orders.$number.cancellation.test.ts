import { describe, expect, it } from 'vitest';

import { order } from '../../tests/support/order-facts.ts';
import {
  OTHER_SHOP,
  type RouteContext,
  createRouteContext,
  outcome,
  requestTo,
  sessionToken,
} from '../../tests/support/route-context.ts';
import type { RefusedBody, ShopperView } from '../presentation/shopper-view.ts';
import { action, loader } from './api.shopper.orders.$number.cancellation.tsx';
import { action as withdraw } from './api.shopper.orders.$number.cancellation_.withdraw.tsx';

const PATH = '/api/shopper/orders/1042/cancellation';
const customer = (changes = {}) =>
  sessionToken({ dest: 'kettles.myshopify.com', sub: 'gid://shopify/Customer/7', ...changes });

const wish = {
  reasonId: 'changed_mind',
  comment: 'I have two already.',
  shown: { amount: '100.00', currencyCode: 'EUR' },
};

const answer = (
  route: typeof loader,
  { context }: RouteContext,
  request: Request,
  number = '1042',
): Promise<Response> => outcome(route({ request, context, params: { number } }));

const codesOf = async (response: Response): Promise<string[]> =>
  ((await response.json()) as RefusedBody).refusals.map(({ code }) => code);

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
    const view = (await response.json()) as ShopperView;
    expect(view.offer).toMatchObject({
      available: true,
      comesBack: { shown: { amount: '100.00', currencyCode: 'EUR' }, total: '100,00\u00a0€' },
    });
    expect(view.offer.available && view.offer.reasons[0]?.label).toMatch(/anders überlegt/);
  });

  it('falls back to English for a language that is none', async () => {
    const route = await createRouteContext({ orders: [order()] });
    const response = await answer(
      loader,
      route,
      requestTo(`${PATH}?locale=%00_x`, { token: customer() }),
    );
    expect(((await response.json()) as ShopperView).offer).toMatchObject({
      comesBack: { total: '€100.00' },
    });
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
  ])('asks to sign in with %s, readable by the page', async (_what, token) => {
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
  ])('answers %s as not found', async (_what, token, number) => {
    const route = await createRouteContext({ orders: [order()] });
    const response = await answer(loader, route, requestTo(PATH, { token }), number);
    expect(response.status).toBe(404);
    expect(await codesOf(response)).toEqual(['order_not_found']);
  });

  it('answers the browser’s preflight', async () => {
    const route = await createRouteContext();
    const response = await answer(loader, route, requestTo(PATH, { method: 'OPTIONS' }));
    expect(response.status).toBe(204);
    expect(response.headers.get('Access-Control-Allow-Headers')).toMatch(/Authorization/);
  });

  it('answers what nobody foresaw with a reference that is in the log', async () => {
    const route = await createRouteContext({
      platform: { readOrderForRefund: () => Promise.reject(new Error('a bug')) },
    });
    const response = await answer(loader, route, requestTo(PATH, { token: customer() }));
    expect(response.status).toBe(500);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(await response.text()).toContain('request-1');
    expect(route.errors[0]?.fields).toMatchObject({ requestId: 'request-1' });
  });
});

describe('a shopper’s request', () => {
  it('opens one cancellation, however often it is sent', async () => {
    const route = await createRouteContext({ orders: [order()] });
    const send = () => answer(action, route, requestTo(PATH, { token: customer(), body: wish }));
    const views = await Promise.all(
      (await Promise.all([send(), send()])).map(async (r) => (await r.json()) as ShopperView),
    );
    const ids = new Set(views.map((view) => view.cancellation?.id));
    expect(ids.size).toBe(1);
    expect(views[0]?.cancellation).toMatchObject({ comment: 'I have two already.' });
  });

  it('is refused when the amount shown no longer holds', async () => {
    const route = await createRouteContext({ orders: [order()] });
    const body = { ...wish, shown: { amount: '90.00', currencyCode: 'EUR' } };
    const response = await answer(action, route, requestTo(PATH, { token: customer(), body }));
    expect(response.status).toBe(409);
    expect(await codesOf(response)).toEqual(['amount_changed']);
  });

  it.each([
    [
      'an amount that is none',
      { ...wish, shown: { amount: '1e2', currencyCode: 'EUR' } },
      'amount_malformed',
    ],
    [
      'a currency that is none',
      { ...wish, shown: { amount: '1', currencyCode: 'XXX' } },
      'amount_malformed',
    ],
    ['an unknown reason', { ...wish, reasonId: 'whim' }, 'unknown_reason'],
    ['a comment above the limit', { ...wish, comment: 'a'.repeat(1001) }, 'text_too_long'],
    ['a body of another shape', { reason: 'x' }, 'body_malformed'],
    ['a body that is not JSON', '{', 'body_malformed'],
  ])('is refused with %s', async (_what, body, code) => {
    const route = await createRouteContext({ orders: [order()] });
    const response = await answer(action, route, requestTo(PATH, { token: customer(), body }));
    expect(response.status).toBe(422);
    expect(await codesOf(response)).toEqual([code]);
  });

  it('is refused with a comment of a megabyte, without reading it', async () => {
    const route = await createRouteContext({ orders: [order()] });
    const body = { ...wish, comment: 'a'.repeat(1_000_000) };
    const response = await answer(action, route, requestTo(PATH, { token: customer(), body }));
    expect(response.status).toBe(413);
    expect(await codesOf(response)).toEqual(['body_too_large']);
  });

  it('of one shop cannot be seen or withdrawn from another', async () => {
    const route = await createRouteContext({ orders: [order()] });
    await answer(action, route, requestTo(PATH, { token: customer(), body: wish }));
    const elsewhere = requestTo(PATH, { token: customer({ dest: OTHER_SHOP }), method: 'POST' });
    const response = await answer(withdraw, route, elsewhere);
    expect(response.status).toBe(404);
  });

  it('can be withdrawn while nothing has been cancelled', async () => {
    const route = await createRouteContext({ orders: [order()] });
    await answer(action, route, requestTo(PATH, { token: customer(), body: wish }));
    const response = await answer(
      withdraw,
      route,
      requestTo(PATH, { token: customer(), method: 'POST' }),
    );
    expect(response.status).toBe(200);
    const view = (await response.json()) as ShopperView;
    expect(view.cancellation).toMatchObject({ status: 'withdrawn', canWithdraw: false });
  });
});
