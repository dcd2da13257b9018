import { describe, expect, it } from 'vitest';

import { order, transaction } from '../../tests/support/order-facts.ts';
import {
  APP_URL,
  OTHER_SHOP,
  SHOP,
  type RouteContext,
  createRouteContext,
  outcome,
  requestTo,
  sessionToken,
} from '../../tests/support/route-context.ts';
import type { RefusedBody } from '../presentation/shopper-view.ts';
import type {
  StaffCancelBody,
  StaffCancellationView,
  StaffOrderView,
} from '../presentation/staff-view.ts';
import { action as settle, loader as follow } from './app.cancellations.$id.tsx';
import { action } from './api.staff.orders.$number.cancellation.tsx';

const PATH = '/api/staff/orders/1042/cancellation';
const token = sessionToken();

const choice: StaffCancelBody = {
  issueRefund: true,
  amount: '100.00',
  method: 'original',
  restock: true,
  reason: 'CUSTOMER',
  notify: true,
  noteToCustomer: '',
  internalNote: 'Called twice.',
};

type Route = typeof action;
const answer = (
  route: Route,
  { context }: RouteContext,
  request: Request,
  params: Record<string, string> = { number: '1042' },
): Promise<Response> => outcome(route({ request, context, params }));

const started = async (route: RouteContext, body: unknown = choice): Promise<Response> =>
  answer(action, route, requestTo(PATH, { token, body }));

const bodyOf = async <T>(response: Response): Promise<T> => (await response.json()) as T;

describe('staff cancel an order', () => {
  it('and get the order with its cancellation, readable by the admin’s extensions', async () => {
    const route = await createRouteContext({ orders: [order()] });
    const response = await started(route);
    expect(response.status).toBe(200);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    const { cancellation, cancel } = await bodyOf<StaffOrderView>(response);
    expect(cancellation).toMatchObject({ amount: '€100.00', internalNote: 'Called twice.' });
    expect(cancel).toMatchObject({ available: false, refusals: [{ code: 'already_open' }] });
  });

  it('once, however often they confirm', async () => {
    const route = await createRouteContext({ orders: [order()] });
    const views = await Promise.all(
      [started(route), started(route)].map(async (r) => bodyOf<StaffOrderView>(await r)),
    );
    expect(new Set(views.map((view) => view.cancellation?.id)).size).toBe(1);
  });

  it('with the staff member and the place named in the record', async () => {
    const route = await createRouteContext({ orders: [order()] });
    const { cancellation } = await bodyOf<StaffOrderView>(await started(route));
    expect(cancellation?.requestedBy).toMatch(/staff/i);
    const stored = await route.context.container.store.load(
      'kettles.myshopify.com' as never,
      cancellation?.id as never,
    );
    expect(stored?.events[0]).toMatchObject({
      actor: { kind: 'staff', staffId: '42' },
      channel: 'admin_order_page',
    });
  });

  it.each([
    ['an amount above what is refundable', { ...choice, amount: '100.01' }, 'amount_above_maximum'],
    ['an amount that is none', { ...choice, amount: 'all' }, 'amount_malformed'],
    ['an unknown reason', { ...choice, reason: 'WHIM' }, 'unknown_reason'],
    ['a note above the limit', { ...choice, internalNote: 'a'.repeat(2001) }, 'text_too_long'],
    ['a field it does not know', { ...choice, force: true }, 'body_malformed'],
  ])('not with %s', async (_what, body, code) => {
    const route = await createRouteContext({ orders: [order()] });
    const response = await started(route, body);
    expect(response.status).toBe(422);
    expect((await bodyOf<RefusedBody>(response)).refusals.map((r) => r.code)).toEqual([code]);
  });

  it('not while a payment is pending', async () => {
    const pending = order({ transactions: [transaction({ status: 'PENDING' })] });
    const response = await started(await createRouteContext({ orders: [pending] }));
    expect((await bodyOf<RefusedBody>(response)).refusals[0]?.code).toBe('payment_pending');
  });

  it('not when the platform does not answer, and then nothing is stored', async () => {
    const problem = {
      kind: 'unavailable',
      code: null,
      message: '',
      mayHaveApplied: false,
    } as const;
    const route = await createRouteContext({
      platform: {
        readOrderForRefund: async () => ({ ok: false, error: { ...problem, retryAfter: null } }),
      },
    });
    const response = await started(route);
    expect(response.status).toBe(503);
    expect(
      await route.database.cancellations.list('kettles.myshopify.com' as never, { limit: 9 }),
    ).toEqual([]);
  });

  it.each([
    ['of another app', { aud: 'another-app' }],
    ['of a customer', { iss: undefined, dest: SHOP, sub: 'gid://shopify/Customer/7' }],
    ['of a customer, with an address for the shop', { iss: undefined, sub: '7' }],
    ['whose issuer is another shop’s admin', { iss: `https://${OTHER_SHOP}/admin` }],
  ])('not with a token %s', async (_whose, changes) => {
    const route = await createRouteContext({ orders: [order()] });
    const token = sessionToken(changes);
    const response = await answer(action, route, requestTo(PATH, { token, body: choice }));
    expect(response.status).toBe(401);
  });
});

describe('a cancellation', () => {
  const progress = async (route: RouteContext, id: string, asked = token, body?: unknown) =>
    answer(
      body === undefined ? follow : settle,
      route,
      requestTo(`/app/cancellations/${id}`, { token: asked, ...(body ? { body } : {}) }),
      { id },
    );
  const open = async (route: RouteContext): Promise<string> =>
    (await bodyOf<StaffOrderView>(await started(route))).cancellation?.id ?? '';

  it('can be followed', async () => {
    const route = await createRouteContext({ orders: [order()] });
    const id = await open(route);
    const view = await bodyOf<StaffCancellationView>(await progress(route, id));
    expect(view).toMatchObject({ id, isFinal: false });
  });

  it('of one shop cannot be seen from another', async () => {
    const route = await createRouteContext({ orders: [order()] });
    const id = await open(route);
    const stranger = sessionToken({
      dest: `https://${OTHER_SHOP}`,
      iss: `https://${OTHER_SHOP}/admin`,
    });
    expect((await progress(route, id, stranger)).status).toBe(404);
    const declined = await progress(route, id, stranger, { answer: 'decline', noteToCustomer: '' });
    expect(declined.status).toBe(404);
  });

  it('that nobody has to answer refuses an answer', async () => {
    const route = await createRouteContext({ orders: [order()] });
    const id = await open(route);
    for (const body of [
      { answer: 'approve', noteToCustomer: '' },
      { answer: 'decline', noteToCustomer: '' },
      { answer: 'resume', choice: 'retry' },
    ]) {
      expect((await progress(route, id, token, body)).status).toBe(409);
    }
  });

  it('refuses an answer of another shape', async () => {
    const route = await createRouteContext({ orders: [order()] });
    const response = await progress(route, await open(route), token, { answer: 'shrug' });
    expect(response.status).toBe(422);
  });

  it('that does not exist is not found', async () => {
    const route = await createRouteContext();
    expect((await progress(route, 'nonsense')).status).toBe(404);
    expect((await progress(route, '00000000-0000-4000-8000-000000000099')).status).toBe(404);
  });
});

describe('where a cancellation was started', () => {
  it('is the app for its own pages', async () => {
    const route = await createRouteContext({ orders: [order()] });
    const request = requestTo(PATH, { token, body: choice });
    request.headers.set('Origin', APP_URL);
    request.headers.set('Sec-Fetch-Site', 'same-origin');
    const { cancellation } = await bodyOf<StaffOrderView>(await answer(action, route, request));
    const stored = await route.context.container.store.load(
      'kettles.myshopify.com' as never,
      cancellation?.id as never,
    );
    expect(stored?.events[0]).toMatchObject({ channel: 'app' });
  });
});
