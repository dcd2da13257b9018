import { describe, expect, it } from 'vitest';

import { cancellationPlan, refundPlan } from '../../tests/support/facts/cancellation-plan.ts';
import { eur } from '../../tests/support/facts/order-facts.ts';
import {
  OTHER_SHOP,
  SHOP,
  createRouteContext,
  outcome,
  requestTo,
  sessionToken,
} from '../../tests/support/stages/route-context.ts';
import { OWNER } from '../../tests/support/facts/staff-access.ts';
import type { CancellationId, CustomerId, OrderId } from '../domain/ids.ts';
import { ok } from '../domain/result.ts';
import { DAY } from '../domain/time.ts';
import { loader as page } from './app.data-requests/route.tsx';
import { action, loader } from './api.staff.data-requests.$id.tsx';

const CUSTOMER = 'gid://shopify/Customer/7' as CustomerId;
const LISTED = 'gid://shopify/Order/1' as OrderId;
const UNLISTED = 'gid://shopify/Order/2' as OrderId;
const ID = '00000000-0000-4000-8000-0000000000aa' as CancellationId;
const T = Date.UTC(2026, 9, 1, 9);
const COLLABORATOR = {
  readStaffAccess: async () => ok({ ...OWNER, role: 'collaborator' } as const),
} as const;

async function open(platform: Parameters<typeof createRouteContext>[0] = {}) {
  const route = await createRouteContext(platform);
  const { orders, cancellations, dataRequests } = route.database;
  await orders.upsert(SHOP, [
    {
      id: LISTED,
      name: '#1001',
      customerId: CUSTOMER,
      customerName: 'Zoë Example',
      email: 'zoe@example.com',
      createdAt: T,
      updatedAt: T,
      cancelledAt: null,
      financialStatus: 'PAID',
      fulfillmentStatus: 'UNFULFILLED',
      total: eur(10_000),
    },
  ]);
  await cancellations.open(SHOP, {
    id: ID,
    orderName: '#1002',
    event: {
      type: 'requested',
      orderId: UNLISTED,
      actor: { kind: 'shopper' },
      channel: 'order_page',
      handling: 'review',
      reasonId: 'changed_mind',
      policyVersion: 0,
      plan: cancellationPlan(refundPlan(eur(10_000))),
      reviewDeadline: null,
      workUnderWay: false,
      mails: [],
      reviewReasons: [],
    },
    texts: {
      customerComment: 'too small',
      noteToCustomer: null,
      internalNote: null,
      proofOfPayment: null,
    },
    at: T,
    next: {
      job: { name: 'advance-cancellation', shop: SHOP, cancellationId: ID, nudged: false },
      at: T,
    },
    after: null,
    customerId: CUSTOMER,
    limit: null,
  });
  await dataRequests.record(SHOP, { id: '9', customerId: CUSTOMER, orderIds: [], requestedAt: T });
  await dataRequests.record(OTHER_SHOP, {
    id: '8',
    customerId: null,
    orderIds: [],
    requestedAt: T,
  });
  const ask = (handler: typeof loader, id: string, body?: object) =>
    outcome(handler, {
      request: requestTo(`/api/staff/data-requests/${id}`, {
        token: sessionToken(),
        ...(body ? { body } : {}),
      }),
      context: route.context,
      params: { id },
    });
  return { ...route, ask };
}

describe('case 60: a customer’s question what is stored of them', () => {
  it('is answered with everything, also of orders that the lists do not hold', async () => {
    const { ask } = await open();
    const response = await ask(loader, '9');
    expect(response.headers.get('cache-control')).toContain('no-store');
    expect(await response.json()).toMatchObject({
      customerId: CUSTOMER,
      orders: [
        {
          name: '#1001',
          customerName: 'Zoë Example',
          email: 'zoe@example.com',
          total: { amount: '100.00', currencyCode: 'EUR' },
        },
      ],
      cancellations: [
        { orderId: UNLISTED, customerComment: 'too small', history: [{ type: 'requested' }] },
      ],
    });
  });

  it('is marked as handed over, by whom and when, once', async () => {
    const { ask, database } = await open();
    expect((await ask(action, '9', {})).status).toBe(200);
    const first = await database.dataRequests.get(SHOP, '9');
    expect(first?.handedOver).toMatchObject({ by: { kind: 'staff' } });
    await ask(action, '9', {});
    expect(await database.dataRequests.get(SHOP, '9')).toEqual(first);
  });

  it('is not another shop’s to answer, and unknown ones are said to be so', async () => {
    const { ask, database } = await open();
    for (const id of ['8', 'nobody', '']) {
      expect((await ask(loader, id)).status).toBe(404);
      expect((await ask(action, id, {})).status).toBe(404);
    }
    expect((await database.dataRequests.get(OTHER_SHOP, '8'))?.handedOver).toBeNull();
  });

  it('is kept from collaborators', async () => {
    const { ask, database } = await open({ platform: COLLABORATOR });
    for (const response of [await ask(loader, '9'), await ask(action, '9', {})]) {
      expect(response.status).toBe(422);
      const text = await response.text();
      expect(text).toContain('staff_may_not_see_customer_data');
      expect(text).not.toContain('zoe@example.com');
    }
    expect((await database.dataRequests.get(SHOP, '9'))?.handedOver).toBeNull();
  });

  it('is listed with the day by which it has to be answered', async () => {
    const { context, database } = await open();
    const shown = await page({
      request: requestTo('/app/data-requests', { token: sessionToken() }),
      context,
      params: {},
    });
    expect(shown).toMatchObject({
      forbidden: null,
      requests: [
        {
          id: '9',
          customer: 'Customer 7',
          dueAt: new Date(T + 30 * DAY).toISOString(),
          isOverdue: context.container.clock.now() > T + 30 * DAY,
          handedOverAt: null,
        },
      ],
    });
    expect(await database.dataRequests.list(SHOP)).toHaveLength(1);
  });
});
