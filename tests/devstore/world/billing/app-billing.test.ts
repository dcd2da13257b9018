import { beforeEach, describe, expect, test } from 'vitest';
import { createAdminGraphql } from '../../admin-api/execute.ts';
import { loadOfficialSchema } from '../../fetched/official-schema.ts';
import { connectApp, type ConnectedApp } from '../../seed/connected-app.ts';
import { createScenarioShop, type ScenarioShop } from '../../seed/scenario.ts';
import type { AppSubscription } from '../contracts/contract.ts';

const execute = createAdminGraphql(await loadOfficialSchema());
const DAY_MS = 24 * 3600 * 1000;
const CLIENT = 'connected-app';
const PLAN = { name: 'Growth', handle: 'growth', amount: '20.00', currency: 'USD' };

let scene: ScenarioShop;
let app: ConnectedApp;
beforeEach(() => {
  scene = createScenarioShop();
  const topics = ['app_subscriptions/update', 'shop/update'];
  app = connectApp(scene, execute, {
    webhookSubscriptions: topics.map((topic) => ({ topic, uri: '/webhooks' })),
  });
});

const wait = (ms: number): void => scene.world.advanceTo(scene.world.now() + ms);
const billing = () => scene.world.billing;
const subscriptions = (): readonly AppSubscription[] => billing().list(scene.domain, CLIENT);
const statuses = (): readonly string[] => subscriptions().map(({ status }) => status);
const newest = (): AppSubscription => {
  const found = subscriptions().at(-1);
  if (found === undefined) throw new Error('Nothing was asked for.');
  return found;
};
const told = () =>
  scene.world.webhooks
    .list({ topic: 'app_subscriptions/update' })
    .map(({ body }) => JSON.parse(body) as { app_subscription: Record<string, unknown> });

const ask = (amount = '20.00'): Record<string, unknown> => {
  const { data, errors } = app.run(
    `mutation Ask($lineItems: [AppSubscriptionLineItemInput!]!) {
       appSubscriptionCreate(name: "Growth", returnUrl: "https://app.example.com/back", test: true, trialDays: 7, lineItems: $lineItems) {
         appSubscription { id status test } confirmationUrl userErrors { field message }
       }
     }`,
    {
      lineItems: [
        { plan: { appRecurringPricingDetails: { price: { amount, currencyCode: 'USD' } } } },
      ],
    },
  );
  expect(errors).toBeUndefined();
  return data?.['appSubscriptionCreate'] as Record<string, unknown>;
};
const active = (): unknown =>
  app.run(
    `{ currentAppInstallation { activeSubscriptions { name status test trialDays currentPeriodEnd
       lineItems { plan { pricingDetails { __typename ... on AppRecurringPricing { interval planHandle price { amount currencyCode } } } } } } } }`,
  ).data;

describe('a charge that the app asks for', () => {
  test('waits for the merchant, and is in force once they approve it', () => {
    expect(ask()).toMatchObject({
      appSubscription: { status: 'PENDING', test: true },
      confirmationUrl: expect.stringContaining(`https://${scene.domain}/admin/charges/`) as string,
      userErrors: [],
    });
    expect(active()).toEqual({ currentAppInstallation: { activeSubscriptions: [] } });
    billing().answer(scene.domain, newest().id, 'approve');
    expect(active()).toEqual({
      currentAppInstallation: {
        activeSubscriptions: [
          {
            name: 'Growth',
            status: 'ACTIVE',
            test: true,
            trialDays: 7,
            currentPeriodEnd:
              new Date(scene.world.now() + 37 * DAY_MS).toISOString().slice(0, 19) + 'Z',
            lineItems: [
              {
                plan: {
                  pricingDetails: {
                    __typename: 'AppRecurringPricing',
                    interval: 'EVERY_30_DAYS',
                    planHandle: null,
                    price: { amount: '20.00', currencyCode: 'USD' },
                  },
                },
              },
            ],
          },
        ],
      },
    });
    expect(told()).toMatchObject([
      { app_subscription: { name: 'Growth', status: 'ACTIVE', price: '20.00', currency: 'USD' } },
    ]);
  });

  test('ends when the merchant declines it, and when nobody answers for two days', () => {
    ask();
    billing().answer(scene.domain, newest().id, 'decline');
    expect(() => billing().answer(scene.domain, newest().id, 'approve')).toThrow('DECLINED');
    ask();
    wait(2 * DAY_MS - 1);
    expect(statuses()).toEqual(['DECLINED', 'PENDING']);
    wait(1);
    expect(statuses()).toEqual(['DECLINED', 'EXPIRED']);
    expect(told().map(({ app_subscription: { status } }) => status)).toEqual([
      'DECLINED',
      'EXPIRED',
    ]);
  });

  test('is refused when it is for nothing', () => {
    expect(ask('0.00')).toMatchObject({
      appSubscription: null,
      userErrors: [{ field: ['lineItems'] }],
    });
    expect(subscriptions()).toEqual([]);
  });
});

describe('a subscription in force', () => {
  test('gives way to the next plan: an app has one with a shop', () => {
    billing().choosePlan(scene.domain, CLIENT, PLAN);
    billing().choosePlan(scene.domain, CLIENT, { ...PLAN, handle: 'scale', amount: '50.00' });
    expect(statuses()).toEqual(['CANCELLED', 'ACTIVE']);
    expect(told().map(({ app_subscription: one }) => [one['plan_handle'], one['status']])).toEqual([
      ['growth', 'ACTIVE'],
      ['growth', 'CANCELLED'],
      ['scale', 'ACTIVE'],
    ]);
  });

  test('is frozen while the bill is not paid, and has no end meanwhile', () => {
    const { id } = billing().choosePlan(scene.domain, CLIENT, PLAN);
    billing().freeze(scene.domain, id, true);
    expect(active()).toMatchObject({
      currentAppInstallation: {
        activeSubscriptions: [{ status: 'FROZEN', currentPeriodEnd: null }],
      },
    });
    billing().freeze(scene.domain, id, false);
    expect(statuses()).toEqual(['ACTIVE']);
  });

  test('ends when the app cancels it, once, and only its own', () => {
    const { id } = billing().choosePlan(scene.domain, CLIENT, PLAN);
    const cancel = (by: ConnectedApp): unknown =>
      by.run(
        'mutation C($id: ID!) { appSubscriptionCancel(id: $id) { appSubscription { status } userErrors { message } } }',
        { id: `gid://shopify/AppSubscription/${id}` },
      ).data?.['appSubscriptionCancel'];
    const other = connectApp(scene, execute, { clientId: 'another-app' });
    expect(cancel(other)).toMatchObject({ appSubscription: null });
    expect(cancel(app)).toEqual({ appSubscription: { status: 'CANCELLED' }, userErrors: [] });
    expect(cancel(app)).toMatchObject({ userErrors: [{ message: 'Subscription is cancelled' }] });
    expect(told()).toHaveLength(2);
  });

  test('ends with the app', () => {
    billing().choosePlan(scene.domain, CLIENT, PLAN);
    scene.world.apps.uninstall(CLIENT, scene.domain);
    expect(statuses()).toEqual(['CANCELLED']);
  });
});

describe("the shop's own plan", () => {
  test('changes what an app may ask for in a second, and apps are told', () => {
    const points = (): unknown => app.run('{ shop { plan { publicDisplayName } } }').extensions;
    const throttle = (maximumAvailable: number, restoreRate: number): object => ({
      cost: { throttleStatus: { maximumAvailable, restoreRate } },
    });
    scene.world.commerce.changePlan(scene.domain, 'Plus');
    expect(points()).toMatchObject(throttle(20_000, 1_000));
    scene.world.commerce.changePlan(scene.domain, 'Basic');
    expect(points()).toMatchObject(throttle(2_000, 100));
    expect(() => scene.world.commerce.changePlan(scene.domain, 'Basic')).toThrow('already');
    const updates = scene.world.webhooks.list({ topic: 'shop/update' });
    expect(
      updates.map(({ body }) => (JSON.parse(body) as { plan_name: string }).plan_name),
    ).toEqual(['plus', 'basic']);
  });
});
