import { beforeEach, describe, expect, test } from 'vitest';
import { loadOfficialSchema } from '../fetched/official-schema.ts';
import { connectApp } from '../seed/connected-app.ts';
import { createScenarioShop, seedOrder, type ScenarioShop } from '../seed/scenario.ts';
import type { GraphqlBody } from '../seed/connected-app.ts';
import type { Order, StaffPermissions } from '../world/model.ts';
import { createAdminGraphql } from './execute.ts';

const execute = createAdminGraphql(await loadOfficialSchema());
const CLIENT = 'staffed-app';
const EVERYTHING = { cancelOrders: true, refundOrders: true, refundToStoreCredit: true };

let scene: ScenarioShop;
let order: Order;
beforeEach(() => {
  scene = createScenarioShop();
  connectApp(scene, execute, { clientId: CLIENT });
  order = seedOrder(scene);
});

/** What the app is answered when it calls in the name of somebody with these permissions. */
function asStaff(permissions: StaffPermissions, query: string): GraphqlBody {
  const { world, domain } = scene;
  const staffId = 990_001;
  world.shops.get(domain)?.staff.push({
    id: staffId,
    firstName: 'Vera',
    lastName: 'Example',
    email: 'vera@example.com',
    locale: 'en',
    accountOwner: false,
    permissions,
  });
  const token = world.apps.issueOnlineToken({ clientId: CLIENT, shop: domain, staffId });
  if ('error' in token) throw new Error(token.error);
  const { accessToken } = token;
  const answer = execute(world, { shop: domain, accessToken, apiVersion: '2026-10', query });
  return answer.body as GraphqlBody;
}

const cancel = (method: string): string => `mutation {
  orderCancel(orderId: "gid://shopify/Order/${order.id}", reason: STAFF, restock: true ${method}) {
    job { id }
    orderCancelUserErrors { code field }
  }
}`;
const TO_ORIGINAL = ', refundMethod: { originalPaymentMethodsRefund: true }';
const TO_STORE_CREDIT = ', refundMethod: { storeCreditRefund: { expiresAt: null } }';

describe('an online token', () => {
  test('cannot cancel for somebody who may not', () => {
    const { data, errors } = asStaff({ ...EVERYTHING, cancelOrders: false }, cancel(''));
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'ACCESS_DENIED' } });
    expect(data).toEqual({ orderCancel: null });
  });

  test('still reads for somebody who may not cancel', () => {
    const { data } = asStaff(
      { ...EVERYTHING, cancelOrders: false },
      `{ order(id: "gid://shopify/Order/${order.id}") { name } }`,
    );
    expect(data).toEqual({ order: { name: order.name } });
  });

  test.each([
    ['to the original methods', { refundOrders: false }, TO_ORIGINAL, 'NO_REFUND_PERMISSION'],
    [
      'to store credit',
      { refundToStoreCredit: false },
      TO_STORE_CREDIT,
      'NO_REFUND_TO_STORE_CREDIT_PERMISSION',
    ],
  ])('refunds nothing %s for somebody who may not', (_to, denied, method, code) => {
    const { data } = asStaff({ ...EVERYTHING, ...denied }, cancel(method));
    expect(data).toEqual({
      orderCancel: { job: null, orderCancelUserErrors: [{ code, field: ['refundMethod'] }] },
    });
  });

  test('cancels without a refund for somebody who may not refund', () => {
    const { data } = asStaff({ ...EVERYTHING, refundOrders: false }, cancel(''));
    expect(data).toMatchObject({ orderCancel: { orderCancelUserErrors: [] } });
  });

  test('makes no refund of its own for somebody who may not', () => {
    const [sale] = order.transactions;
    const { data } = asStaff(
      { ...EVERYTHING, refundOrders: false },
      `mutation { refundCreate(input: {
        orderId: "gid://shopify/Order/${order.id}",
        transactions: [{ orderId: "gid://shopify/Order/${order.id}", gateway: "${sale?.gateway}",
          parentId: "gid://shopify/OrderTransaction/${sale?.id}", kind: REFUND, amount: "1.00" }]
      }) @idempotent(key: "a") { refund { id } userErrors { message } } }`,
    );
    expect(data).toEqual({
      refundCreate: {
        refund: null,
        userErrors: [{ message: 'You do not have permission to refund orders' }],
      },
    });
  });

  test.each([
    [{ refundOrders: false }, 'ACCESS_DENIED'],
    [{}, undefined],
  ])('refunds a return only for somebody who may refund: %j', (denied, code) => {
    grantReturns();
    const { data, errors } = asStaff(
      { ...EVERYTHING, ...denied },
      `mutation { returnRefund(returnRefundInput: {
        returnId: "gid://shopify/Return/1", returnRefundLineItems: []
      }) { userErrors { code } } }`,
    );
    expect(errors?.[0]?.extensions?.['code']).toBe(code);
    if (!code) expect(data).toEqual({ returnRefund: { userErrors: [{ code: 'NOT_FOUND' }] } });
  });
});

function grantReturns(): void {
  const { world, domain } = scene;
  const granted = world.apps.installation(CLIENT, domain)?.scopes ?? [];
  world.apps.grant(CLIENT, domain, [...granted, 'write_returns']);
}
