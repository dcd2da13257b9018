import { globSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { cancellationPlan, refundPlan } from '../../tests/support/facts/cancellation-plan.ts';
import { meetsContract } from '../../tests/support/stages/contract.ts';
import { eur, order } from '../../tests/support/facts/order-facts.ts';
import { OWNER } from '../../tests/support/facts/staff-access.ts';
import {
  SHOP,
  createRouteContext,
  requestTo,
  sessionToken,
} from '../../tests/support/stages/route-context.ts';
import { loader as bulk } from '../routes/app.bulk.$id/route.tsx';
import { loader as home } from '../routes/app._index/route.tsx';
import { loader as dataRequests } from '../routes/app.data-requests/route.tsx';
import { loader as history } from '../routes/app.history/route.tsx';
import { loader as story } from '../routes/app.history_.$id/route.tsx';
import { loader as orderPage } from '../routes/app.orders.$number/route.tsx';
import { loader as orders } from '../routes/app.orders._index/route.tsx';
import { loader as policy } from '../routes/app.policy/route.tsx';
import { loader as requests } from '../routes/app.requests/route.tsx';
import { loader as settings } from '../routes/app.settings._index/route.tsx';
import { SETTINGS_SECTIONS } from '../routes/app.settings._index/settings-sections.ts';
import { loader as health } from '../routes/app.settings.health/route.tsx';
import { loader as notifications } from '../routes/app.settings.notifications/route.tsx';
import { loader as deliveries } from '../routes/app.settings.notifications_.deliveries/route.tsx';
import { loader as template } from '../routes/app.settings.notifications_.templates.$mail/route.tsx';
import { loader as plan } from '../routes/app.settings.plan/route.tsx';
import { loader as support } from '../routes/app.settings.support/route.tsx';
import { historyOf } from '../../tests/support/stages/memory-history.ts';
import type { ListedOrder } from '../application/order/ports.ts';
import type { CancellationId } from '../domain/ids.ts';
import { ok } from '../domain/result.ts';
import { DAY } from '../domain/time.ts';
import { bulkView } from './bulk/bulk-view.ts';
import { homeView, requestsView } from './list/cancellation-list-view.ts';
import { ordersPageView } from './list/order-list-view.ts';
import { historyEntryView, historyView } from './list/history-view.ts';
import { policyPageView } from './policy/policy-view.ts';
import { dataRequestsView } from './shop/data-request-view.ts';
import { healthPageView } from './shop/health-view.ts';
import { planView, settingsView, supportView } from './shop/settings-view.ts';
import {
  deliveriesView,
  notificationsView,
  templateView,
} from './notification/notification-view.ts';
import { staffOrderView } from './staff/staff-view.ts';

const ID = '00000000-0000-4000-8000-0000000000aa' as CancellationId;
const listed: ListedOrder = {
  id: order().id,
  name: '#1042',
  customerId: null,
  customerName: 'Zoë Example',
  email: null,
  createdAt: 0,
  updatedAt: 0,
  cancelledAt: null,
  financialStatus: 'PAID',
  fulfillmentStatus: 'UNFULFILLED',
  total: eur(10_000),
  cancelledInPart: false,
  cancellationStatus: null,
};
const details = {
  contact: { name: 'Zoë Example', email: null, phone: null, address: ['1 Road', 'Town'] },
  ordersOfCustomer: 2,
  note: 'Ring twice.',
  riskFindings: [{ text: 'Two cards were tried.', sentiment: 'NEGATIVE' as const }],
  parcels: [],
  holds: [],
  nativeRequests: [
    { status: 'REQUESTED' as const, requestedAt: 0, items: [{ quantity: 1, title: 'Mug' }] },
  ],
};

/** What a page is given, of a shop with one order and a request of its customer's. */
async function dataOf(loader: (args: never) => Promise<unknown>, path: string) {
  const { context, database } = await createRouteContext({
    orders: [order()],
    platform: {
      readOrderDetails: async () => ok(details),
      readGateways: async () => ok(['bogus']),
      collectionTitles: async () => ok(new Map()),
    },
  });
  Object.assign(context.container, {
    orders: {
      ...database.orders,
      search: async () => ({
        items: [listed],
        previous: null,
        next: ['0', '1042'],
        searched: 'all',
      }),
    },
    ...historyOf({ id: ID, orderId: order().id, orderName: '#1042' }),
    unreadable: {
      list: async () => [{ id: order().id, name: '#1043', reason: 'Too large', triedAt: 0 }],
    },
  });
  await database.dataRequests.record(SHOP, {
    ...{ id: '9', customerId: null, orderIds: [], requestedAt: 0 },
  });
  await database.cancellations.open(SHOP, {
    ...{ id: ID, orderName: '#1042', at: 0, after: null, customerId: null, limit: null },
    event: {
      type: 'requested',
      orderId: order().id,
      actor: { kind: 'shopper' },
      channel: 'order_page',
      handling: 'review',
      reasonId: 'changed_mind',
      policyVersion: 0,
      plan: cancellationPlan(refundPlan(eur(10_000))),
      reviewDeadline: DAY,
      workUnderWay: false,
      mails: [],
      reviewReasons: [],
    },
    texts: {
      customerComment: 'Too small.',
      noteToCustomer: null,
      internalNote: null,
      proofOfPayment: null,
    },
    next: {
      at: 0,
      job: { name: 'advance-cancellation', shop: SHOP, cancellationId: ID, nudged: false },
    },
  });
  await database.cancellations.append(SHOP, ID, {
    ...{ expectedSeq: 1, events: [], at: 0, wakeAt: null, next: null },
    status: 'in_review',
  });
  await database.bulks.create(SHOP, {
    id: ID,
    created: { actor: { kind: 'staff', staffId: '1' }, channel: 'app', access: OWNER, at: 0 },
    orders: [{ orderId: order().id, cancellationId: ID }],
    next: { at: 0, job: { name: 'advance-bulk', shop: SHOP, bulkId: ID } },
  });
  const request = requestTo(path, { token: sessionToken() });
  return loader({
    request,
    context,
    params: { number: '1042', id: ID, mail: 'cancelled' },
  } as never);
}

const PAGES = {
  'app._index': [home, '/app', homeView],
  'app.orders._index': [orders, '/app/orders?q=1042&status=pending&sort=-total', ordersPageView],
  'app.orders.$number': [orderPage, '/app/orders/1042', staffOrderView],
  'app.history': [history, '/app/history?q=%231042&who=shopper&date=2026-11-01..', historyView],
  'app.history_.$id': [story, `/app/history/${ID}`, historyEntryView],
  'app.requests': [requests, '/app/requests', requestsView],
  'app.policy': [policy, '/app/policy', policyPageView],
  'app.data-requests': [dataRequests, '/app/data-requests', dataRequestsView],
  'app.bulk.$id': [bulk, `/app/bulk/${ID}`, bulkView],
  'app.settings._index': [settings, '/app/settings', settingsView],
  'app.settings.health': [health, '/app/settings/health', healthPageView],
  'app.settings.notifications': [notifications, '/app/settings/notifications', notificationsView],
  'app.settings.notifications_.deliveries': [
    deliveries,
    '/app/settings/notifications/deliveries',
    deliveriesView,
  ],
  'app.settings.notifications_.templates.$mail': [
    template,
    '/app/settings/notifications/templates/cancelled?language=de',
    templateView,
  ],
  'app.settings.plan': [plan, '/app/settings/plan', planView],
  'app.settings.support': [support, '/app/settings/support', supportView],
} as const;

it.each(Object.entries(PAGES))(
  'the page %s is drawn from what the contract names',
  async (_name, [loader, path, schema]) => {
    const data = await dataOf(loader, path);
    expect(() => meetsContract(schema, JSON.parse(JSON.stringify(data)))).not.toThrow();
  },
);

describe('every page of the app', () => {
  const routes = globSync('app/routes/{app.*/route.tsx,app.*.tsx}')
    .filter((file) => !file.endsWith('.test.tsx'))
    .filter((file) => /^export default /m.test(readFileSync(file, 'utf8')))
    .map((file) => file.replace(/^app\/routes\//, '').replace(/(\/route)?\.tsx$/, ''));

  it('has a part of the contract', () => {
    expect(routes.toSorted()).toEqual(Object.keys(PAGES).toSorted());
  });

  it.each(routes.filter((route) => !route.includes('$')))(
    'is in the navigation or among the settings, unless it is of one thing: %s',
    (route) => {
      const path = `/${route.replaceAll('.', '/').replace(/\/?_index$/, '')}`;
      const inNavigation = readFileSync('app/routes/app.tsx', 'utf8').includes(`to="${path}"`);
      // A page below another one is found there.
      const inSettings = SETTINGS_SECTIONS.some(({ url }) => path.replace('_', '').startsWith(url));
      expect(inNavigation || inSettings).toBe(true);
    },
  );
});
