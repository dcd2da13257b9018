import { describe, expect, it } from 'vitest';

import { PLACED_AT, order } from '../../tests/support/facts/order-facts.ts';
import {
  OTHER_SHOP,
  SHOP,
  createRouteContext,
  requestTo,
  sessionToken,
} from '../../tests/support/stages/route-context.ts';
import { advanceBulk } from '../application/bulk/advance-bulk.ts';
import type { BulkView } from '../contract/bulk/bulk-view.ts';
import type { OrderId, ShopDomain } from '../domain/ids.ts';
import { DEFAULT_NOTIFICATIONS } from '../domain/notification/notification-settings.ts';
import { action as start } from './api.staff.bulk-cancellations._index.tsx';
import { action as decide, loader as follow } from './api.staff.bulk-cancellations.$id.tsx';
import { loader as csv } from './api.staff.bulk-cancellations.$id_.csv.tsx';

const facts = [1, 2, 3].map((number) =>
  order({ id: `gid://shopify/Order/${number}` as OrderId, name: `#${number}` }),
);

async function stage() {
  const { context, database } = await createRouteContext({ orders: facts });
  await database.orders.upsert(
    SHOP,
    facts.map(({ id, name, total }, index) => ({
      ...{ id, name, customerId: null, customerName: null, email: null },
      createdAt: PLACED_AT + index,
      updatedAt: PLACED_AT,
      cancelledAt: null,
      financialStatus: index === 0 ? 'PAID' : 'PENDING',
      fulfillmentStatus: 'UNFULFILLED',
      total: total.presentment,
    })),
  );
  const asked = async (
    route: (args: never) => Promise<Response>,
    path: string,
    body?: unknown,
    shop: ShopDomain = SHOP,
  ) => {
    const dest = `https://${shop}`;
    const token = sessionToken({ iss: `${dest}/admin`, dest });
    const request = requestTo(path, { token, ...(body === undefined ? {} : { body }) });
    const id = path.split('/')[4] ?? '';
    const response = await route({ request, context, params: { id } } as never);
    return { status: response.status, text: await response.text() };
  };
  const json = async <T>(...args: Parameters<typeof asked>) =>
    JSON.parse((await asked(...args)).text) as T;
  const PATH = '/api/staff/bulk-cancellations';
  return {
    ...{ asked, json, PATH, database, context },
    start: async (body: unknown) => (await json<{ id: string }>(start, PATH, body)).id,
    advance: (id: string) => advanceBulk(context.container, SHOP, id),
  };
}

const choice = {
  issueRefund: true,
  restock: true,
  reason: 'CUSTOMER',
  notify: false,
  noteToCustomer: '',
  internalNote: '',
};

describe('bulk cancellations', () => {
  it('are chosen, planned, confirmed and followed, and their results are a file', async () => {
    const shop = await stage();
    const id = await shop.start({ orders: ['1', '2'] });
    await shop.advance(id);
    const path = `${shop.PATH}/${id}`;
    const planned = await shop.json<BulkView>(follow, path);
    expect(planned).toMatchObject({ state: 'reviewed', counts: { all: 2, planned: 2 } });
    const confirm = { do: 'confirm', choice, shown: planned.withRefund.totals };
    expect(await shop.json<BulkView>(decide, path, confirm)).toMatchObject({ state: 'running' });
    await shop.advance(id);
    expect(await shop.json<BulkView>(follow, path)).toMatchObject({
      state: 'finished',
      counts: { underWay: 2 },
    });
    const file = await shop.asked(csv, `${path}/csv`);
    expect(file.text.split('\r\n')).toHaveLength(4);
  });

  it('case 118: all that match are exactly those that the list shows, and never all', async () => {
    const shop = await stage();
    const id = await shop.start({ matching: 'payment=unpaid&cancellation=possible' });
    const orders = await shop.database.bulks.orders(SHOP, id);
    expect(orders.map(({ orderName }) => orderName)).toEqual(['#3', '#2']);
    for (const matching of [
      'payment=nonsense',
      'paymnt=unpaid',
      'status=pending&status=failed',
      'amount=1e9~',
    ]) {
      const refused = await shop.asked(start, shop.PATH, { matching });
      expect([matching, refused.status]).toEqual([matching, 422]);
      expect(refused.text).toContain('body_malformed');
    }
  });

  it('take no note to the customer where the shop has Shopify write', async () => {
    const shop = await stage();
    const path = `${shop.PATH}/${await shop.start({ orders: ['1'] })}`;
    expect(await shop.json<BulkView>(follow, path)).toMatchObject({ notesReachCustomer: true });
    const settings = { ...DEFAULT_NOTIFICATIONS, customers: { by: 'shopify' as const } };
    const current = async () => ({ version: 1, settings });
    Object.assign(shop.context.container.notifications, { current });
    expect(await shop.json<BulkView>(follow, path)).toMatchObject({ notesReachCustomer: false });
  });

  it('case 126: are the shop’s own', async () => {
    const shop = await stage();
    const id = await shop.start({ orders: ['1'] });
    await shop.advance(id);
    const path = `${shop.PATH}/${id}`;
    for (const [route, body] of [
      [follow, undefined],
      [decide, { do: 'stop' }],
      [decide, { do: 'discard' }],
    ] as const) {
      const answer = await shop.asked(route, path, body, OTHER_SHOP);
      expect(answer.text).toContain('bulk_not_found');
    }
    expect((await shop.asked(csv, `${path}/csv`, undefined, OTHER_SHOP)).text).toContain(
      'bulk_not_found',
    );
    expect((await shop.database.bulks.get(SHOP, id))?.state).toBe('reviewed');
  });
});
