import { describe, expect, it } from 'vitest';
import { order } from '../../tests/support/facts/order-facts.ts';
import {
  APP_URL,
  type RouteContext,
  createRouteContext,
  outcome,
  requestTo,
  sessionToken,
} from '../../tests/support/stages/route-context.ts';
import type { StaffOrderView } from '../contract/staff/staff-view.ts';
import type { StaffCancelBody } from '../contract/staff/staff-bodies.ts';
import { action } from './api.staff.orders.$number.cancellation.tsx';

const PATH = '/api/staff/orders/1042/cancellation';

const token = sessionToken();

const choice: StaffCancelBody = {
  knownCancellationId: null,
  selection: { kind: 'order' },
  keepFreeItems: false,
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
): Promise<Response> => outcome(route, { request, context, params });

const bodyOf = async <T>(response: Response): Promise<T> => (await response.json()) as T;

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
