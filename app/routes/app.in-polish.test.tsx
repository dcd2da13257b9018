import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import {
  renderPage,
  stubAppBridge,
  stubRequests,
  stubSizes,
} from '../../tests/support/pages/page.tsx';
import { policyPage } from '../../tests/support/pages/policy-page.ts';
import {
  home,
  inReview,
  needsAttention,
  orderList,
  orderView,
  quote,
  waiting,
} from '../../tests/support/pages/staff-views.ts';
import '../../tests/support/pages/save-bar.ts';
import { untranslated } from '../../tests/support/pages/untranslated.ts';
import { firstPage } from '../presentation/list/list-query.ts';
import { REQUEST_LIST } from '../application/cancellation/request-search.ts';
import { HomePage } from './app._index/home-page.tsx';
import { DataRequestsPage } from './app.data-requests/data-requests-page.tsx';
import { OrderPage } from './app.orders.$number/order-page.tsx';
import { OrdersPage } from './app.orders._index/orders-page.tsx';
import { PolicyPage } from './app.policy/policy-page.tsx';
import { HealthPage } from './app.settings.health/health-page.tsx';
import { NotificationsPage } from './app.settings.notifications/notifications-page.tsx';
import { PlanPage } from './app.settings.plan/plan-page.tsx';
import { SupportPage } from './app.settings.support/support-page.tsx';
import { SettingsPage } from './app.settings._index/settings-page.tsx';
import { RequestsPage } from './app.requests/requests-page.tsx';

beforeEach(() => {
  stubAppBridge();
  stubSizes();
  stubRequests(() => Response.json(quote));
});
afterEach(cleanup);

const policy = policyPage();
const requests = {
  query: firstPage(REQUEST_LIST),
  previous: null,
  next: null,
  forbidden: null,
  me: '42',
  staff: [],
  inReview: [waiting(inReview)],
  needAttention: [waiting(needsAttention)],
};
const dataRequest = {
  id: '1',
  customer: 'Klient 7',
  customerUrl: null,
  requestedAt: '2026-11-01T10:00:00.000Z',
  dueAt: '2026-12-01T10:00:00.000Z',
  isOverdue: true,
  handedOverAt: null,
};

describe('a reader of Polish finds no English', () => {
  it.each<readonly [string, ReactNode, string, unknown]>([
    ['at home', <HomePage {...home} policyEnabled={false} />, '/', home],
    ['in the orders', <OrdersPage {...orderList} />, '/', orderList],
    ['where no order is found', <OrdersPage {...orderList} orders={[]} copying />, '/', orderList],
    ['in the requests', <RequestsPage {...requests} />, '/', requests],
    [
      'on an order',
      <OrderPage {...orderView} cancellation={inReview} />,
      '/',
      [orderView, inReview],
    ],
    ['in the popup', <OrderPage {...orderView} />, '/?cancel=1', [orderView, quote]],
    ['in the policy', <PolicyPage {...policy} />, '/', policy],
    ['in a rule', <PolicyPage {...policy} />, '/?rule=everybody', policy],
    ['in the preview', <PolicyPage {...policy} />, '/?tab=preview', policy],
    ['in the simulation', <PolicyPage {...policy} />, '/?tab=simulation', policy],
    ['in the versions', <PolicyPage {...policy} />, '/?tab=versions', policy],
    [
      'in the requests for data',
      <DataRequestsPage forbidden={null} requests={[dataRequest]} />,
      '/',
      dataRequest,
    ],
    ['in the settings', <SettingsPage />, '/', null],
    ['in the health', <HealthPage forbidden={null} />, '/', null],
    [
      'in the notifications',
      <NotificationsPage
        version={0}
        mailsFrom={null}
        isAnybodyTold
        requestsTo="biuro@a.example"
        currencyCode={null}
        staff={{ to: [], when: 'each', hour: 8, fromAmount: null }}
        customers={{ by: 'unorder' }}
        brand={{ senderName: null, replyTo: null, color: null, logoUrl: null }}
        changed={[]}
      />,
      '/',
      ['biuro@a.example'],
    ],
    [
      'in the support',
      <SupportPage customersWriteTo={null} returnPolicyUrl="/" operator={null} shop="kettles" />,
      '/',
      ['kettles'],
    ],
    [
      'in the plan',
      <PlanPage
        unread={null}
        shopPlan="Basic"
        isDevelopmentStore
        subscriptions={[]}
        choosePlanUrl={null}
      />,
      '/',
      null,
    ],
  ])('%s', (_where, page, address, given) => {
    renderPage(page, address, 'pl');
    expect(untranslated('pl', given)).toEqual([]);
    expect(document.body.textContent).toMatch(/[ąęćłńóśźż]/);
  });

  it('in every part of a rule', async () => {
    const user = userEvent.setup();
    renderPage(<PolicyPage {...policy} />, '/?rule=everybody', 'pl');
    for (const button of screen.getAllByRole('button', { name: /^Edytuj/ }))
      await user.click(button);
    expect(screen.getAllByRole('checkbox').length).toBeGreaterThan(5);
    expect(untranslated('pl', policy)).toEqual([]);
  });
});

it('a reader of a language that staff texts lack reads English', () => {
  renderPage(<OrdersPage {...orderList} orders={[]} />, '/', 'ja');
  expect(screen.getByText('There are no orders yet')).toBeTruthy();
});
