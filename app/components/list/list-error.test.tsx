import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { renderRoute, stubAppBridge } from '../../../tests/support/pages/page.tsx';
import { inReview, orderList, waiting } from '../../../tests/support/pages/staff-views.ts';
import type { RequestsView } from '../../contract/list/cancellation-list-view.ts';
import { firstPage } from '../../presentation/list/list-query.ts';
import { REQUEST_LIST } from '../../application/cancellation/request-search.ts';
import OrdersRoute, {
  ErrorBoundary as OrdersError,
} from '../../routes/app.orders._index/route.tsx';
import RequestsRoute, { ErrorBoundary as RequestsError } from '../../routes/app.requests/route.tsx';

beforeEach(() => {
  stubAppBridge();
  // React and the router tell of what a boundary caught.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(cleanup);

const requests: RequestsView = {
  query: firstPage(REQUEST_LIST),
  previous: null,
  next: null,
  me: '42',
  staff: [],
  forbidden: null,
  inReview: [waiting(inReview)],
  needAttention: [],
};
const FAILED = {
  message: 'This page could not be shown.',
  nextStep: 'Something went wrong on our side. Nothing was changed.',
  correlationId: 'request-7',
};

it.each([
  ['orders', 'Orders', OrdersRoute, OrdersError, orderList, 'Wilma Wandel'],
  ['requests', 'Requests', RequestsRoute, RequestsError, requests, '#1042'],
])(
  'the %s that could not be read say so within their page, and can be read again',
  async (resources, title, Component, ErrorBoundary, list, shown) => {
    let isDown = true;
    const loader = () => {
      if (isDown) throw Response.json(FAILED, { status: 500 });
      return Response.json(list);
    };
    renderRoute({ Component, ErrorBoundary, loader });
    expect(await screen.findByText(`The ${resources} could not be read`)).toBeTruthy();
    expect(screen.getByText(FAILED.nextStep)).toBeTruthy();
    expect(screen.getByText('request-7')).toBeTruthy();
    expect(screen.getAllByText(title).length).toBeGreaterThan(0);
    const again = screen.getByRole('button', { name: 'Try again' });
    await userEvent.click(again);
    expect(await screen.findByText(`The ${resources} could not be read`)).toBeTruthy();
    isDown = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect((await screen.findAllByText(shown, { exact: false })).length).toBeGreaterThan(0);
    expect(screen.queryByText(`The ${resources} could not be read`)).toBeNull();
  },
);
