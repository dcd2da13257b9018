/** Store credit beside the orders: a bonus, and how to find out whether it was given. */
import { beforeEach, describe, expect, test } from 'vitest';
import { loadOfficialSchema } from '../../fetched/official-schema.ts';
import { connectApp, ORDER_APP_SCOPES, type ConnectedApp } from '../../seed/connected-app.ts';
import { createScenarioShop, seedOrder, type ScenarioShop } from '../../seed/scenario.ts';
import { summarizeOrder } from '../../world/orders/summary.ts';
import { createAdminGraphql } from '../execute.ts';

const execute = createAdminGraphql(await loadOfficialSchema());
let scene: ScenarioShop;
let app: ConnectedApp;

beforeEach(() => {
  scene = createScenarioShop();
  app = connectApp(scene, execute, {
    scopes: [
      ...ORDER_APP_SCOPES,
      'write_store_credit_account_transactions',
      'read_store_credit_account_transactions',
    ],
  });
});

const gid = (type: string, id: number | undefined): string => `gid://shopify/${type}/${id}`;

const CREDIT = `mutation Credit($id: ID!, $input: StoreCreditAccountCreditInput!) {
  storeCreditAccountCredit(id: $id, creditInput: $input) {
    storeCreditAccountTransaction {
      amount { amount currencyCode } balanceAfterTransaction { amount } event expiresAt
      account { id }
    }
    userErrors { code field }
  }
}`;

const credit = (id: string, amount: string, more: Record<string, unknown> = {}): unknown => {
  const creditAmount = { amount, currencyCode: 'EUR' };
  return app.run(CREDIT, { id, input: { creditAmount, ...more } }).data;
};

const account = () => scene.customer.storeCredit.get('EUR');
const customer = (): string => gid('Customer', scene.customer.id);

describe('storeCreditAccountCredit', () => {
  test('opens an account for a customer who has none, and adds to it by either name', () => {
    expect(credit(customer(), '5.00', { expiresAt: '2027-01-01T00:00:00Z' })).toEqual({
      storeCreditAccountCredit: {
        storeCreditAccountTransaction: {
          amount: { amount: '5.0', currencyCode: 'EUR' },
          balanceAfterTransaction: { amount: '5.0' },
          event: 'ADJUSTMENT',
          expiresAt: '2027-01-01T00:00:00Z',
          account: { id: gid('StoreCreditAccount', account()?.id) },
        },
        userErrors: [],
      },
    });
    credit(gid('StoreCreditAccount', account()?.id), '2.50');
    expect(account()?.balance).toBe(750);
  });

  test('is written down as money given that no order paid for', () => {
    credit(customer(), '5.00');
    expect(scene.world.ledger.entries().at(-1)).toMatchObject({
      kind: 'store_credit.credited',
      orderId: null,
      customerId: scene.customer.id,
      amount: { minor: 500, currency: 'EUR' },
    });
  });

  test.each([
    ['nobody', () => gid('Customer', 7), '5.00', {}, 'OWNER_NOT_FOUND'],
    ['no account', () => gid('StoreCreditAccount', 7), '5.00', {}, 'ACCOUNT_NOT_FOUND'],
    ['nothing', customer, '0.00', {}, 'NEGATIVE_OR_ZERO_AMOUNT'],
    [
      'what is over already',
      customer,
      '5.00',
      { expiresAt: '2026-01-01T00:00:00Z' },
      'EXPIRES_AT_IN_PAST',
    ],
  ] as const)('credit for %s is refused', (_name, id, amount, more, code) => {
    expect(credit(id(), amount, more)).toMatchObject({
      storeCreditAccountCredit: { storeCreditAccountTransaction: null, userErrors: [{ code }] },
    });
    expect(account()).toBeUndefined();
  });

  test('an account takes its own currency only', () => {
    credit(customer(), '5.00');
    const dollars = { creditAmount: { amount: '5.00', currencyCode: 'USD' } };
    expect(
      app.run(CREDIT, { id: gid('StoreCreditAccount', account()?.id), input: dollars }).data,
    ).toMatchObject({
      storeCreditAccountCredit: { userErrors: [{ code: 'MISMATCHING_CURRENCY' }] },
    });
  });

  test('an app without the scope may not', () => {
    const blind = connectApp(scene, execute, { clientId: 'blind', scopes: ['write_orders'] });
    const input = { creditAmount: { amount: '5.00', currencyCode: 'EUR' } };
    const answer = blind.run(CREDIT, { id: customer(), input });
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'ACCESS_DENIED' });
    expect(account()).toBeUndefined();
  });
});

test('an account tells every movement, so that a lost answer can be looked up', () => {
  credit(customer(), '30.00');
  const order = seedOrder(scene, {
    payments: [{ gateway: 'shopify_store_credit', state: 'sale' }],
  });
  scene.world.commerce.cancelInAdmin(scene.domain, order.id);
  scene.world.advanceTo(scene.world.now() + 5_000);
  const body = app.run(
    `query Movements($id: ID!) { customer(id: $id) { storeCreditAccounts(first: 1) { nodes {
      balance { amount } transactions(first: 9) { nodes {
        __typename amount { amount } event balanceAfterTransaction { amount } } } } } } }`,
    { id: customer() },
  );
  expect(body.data).toEqual({
    customer: {
      storeCreditAccounts: {
        nodes: [
          {
            balance: { amount: '30.0' },
            transactions: {
              nodes: [
                {
                  __typename: 'StoreCreditAccountCreditTransaction',
                  amount: { amount: '30.0' },
                  event: 'ADJUSTMENT',
                  balanceAfterTransaction: { amount: '30.0' },
                },
                {
                  __typename: 'StoreCreditAccountDebitTransaction',
                  amount: { amount: '-25.0' },
                  event: 'ORDER_PAYMENT',
                  balanceAfterTransaction: { amount: '5.0' },
                },
                {
                  __typename: 'StoreCreditAccountCreditTransaction',
                  amount: { amount: '25.0' },
                  event: 'ORDER_REFUND',
                  balanceAfterTransaction: { amount: '30.0' },
                },
              ],
            },
          },
        ],
      },
    },
  });
});

test('credit given by a refund or a cancel says so, and until when it lasts', () => {
  const expiresAt = '2027-03-01T00:00:00Z';
  const refunded = seedOrder(scene);
  app.run(
    `mutation Refund($input: RefundInput!) {
      refundCreate(input: $input) @idempotent(key: "credit") { userErrors { message } } }`,
    {
      input: {
        orderId: gid('Order', refunded.id),
        refundMethods: [
          { storeCreditRefund: { amount: { amount: '5.00', currencyCode: 'EUR' }, expiresAt } },
        ],
      },
    },
  );
  const cancelled = seedOrder(scene);
  app.run(
    `mutation Cancel($id: ID!, $method: OrderCancelRefundMethodInput) {
      orderCancel(orderId: $id, reason: CUSTOMER, restock: true, refundMethod: $method) {
        orderCancelUserErrors { message } } }`,
    { id: gid('Order', cancelled.id), method: { storeCreditRefund: { expiresAt } } },
  );
  scene.world.advanceTo(scene.world.now() + 5_000);
  const until = Date.parse(expiresAt);
  expect(account()?.movements).toMatchObject([
    { amount: 500, event: 'ORDER_REFUND', expiresAt: until },
    { amount: 2_500, event: 'ORDER_CANCELLATION', expiresAt: until },
  ]);
});

test('a cancel after store credit for a part gives back no more than the net payment', () => {
  const order = seedOrder(scene);
  app.run(
    `mutation Refund($input: RefundInput!) {
      refundCreate(input: $input) @idempotent(key: "part") { userErrors { message } } }`,
    {
      input: {
        orderId: gid('Order', order.id),
        refundMethods: [{ storeCreditRefund: { amount: { amount: '5.00', currencyCode: 'EUR' } } }],
      },
    },
  );
  scene.world.commerce.cancelInAdmin(scene.domain, order.id);
  scene.world.advanceTo(scene.world.now() + 5_000);
  expect(summarizeOrder(scene.world, scene.domain, order.id).refunded).toEqual({
    shopify_store_credit: 500,
    shopify_payments: 2_000,
  });
});
