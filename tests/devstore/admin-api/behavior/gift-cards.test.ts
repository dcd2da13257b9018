import { beforeEach, describe, expect, test } from 'vitest';
import { loadOfficialSchema } from '../../fetched/official-schema.ts';
import { connectApp, ORDER_APP_SCOPES, type ConnectedApp } from '../../seed/connected-app.ts';
import { createScenarioShop, seedOrder, SKU, type ScenarioShop } from '../../seed/scenario.ts';
import type { GiftCard, Order } from '../../world/model.ts';
import { createAdminGraphql } from '../execute.ts';

const execute = createAdminGraphql(await loadOfficialSchema());
let scene: ScenarioShop;
let app: ConnectedApp;

beforeEach(() => {
  scene = createScenarioShop();
  app = connectApp(scene, execute, { scopes: [...ORDER_APP_SCOPES, 'write_gift_cards'] });
});

const gid = (type: string, id: number | undefined): string => `gid://shopify/${type}/${id}`;
const CARDS = { sku: SKU.giftCard, quantity: 2 } as const;

const sold = (order: Order): GiftCard[] =>
  [...scene.shop.giftCards.values()].filter((card) => card.soldBy?.orderId === order.id);

function listed(query: string): readonly { readonly id: string }[] {
  const body = app.run(
    `query Cards($query: String) { giftCards(first: 10, query: $query) { nodes { id } } }`,
    { query },
  );
  expect(body.errors).toBeUndefined();
  return (body.data as { giftCards: { nodes: readonly { readonly id: string }[] } }).giftCards
    .nodes;
}

describe('gift cards an order sold', () => {
  test.each([
    ['paid', [] as const],
    ['cash_on_delivery', ['pay'] as const],
    ['authorized', ['pay'] as const],
  ] as const)('exist, one a unit, once the order is paid: %s', (payment, [pay]) => {
    const order = seedOrder(scene, { payment, lines: [CARDS, { sku: SKU.mug, quantity: 1 }] });
    if (pay !== undefined) {
      expect(sold(order)).toEqual([]);
      scene.world.commerce.markAsPaid(scene.domain, order.id);
    }
    expect(sold(order)).toMatchObject([
      { balance: 5_000, enabled: true, customerId: scene.customer.id },
      { balance: 5_000, enabled: true, customerId: scene.customer.id },
    ]);
  });

  test('are found among the purchased ones, and name order, line and what is left', () => {
    scene.world.commerce.issueGiftCard(scene.domain, { currency: 'EUR', value: 700 });
    const order = seedOrder(scene, { lines: [{ ...CARDS, quantity: 1 }] });
    const body = app.run(`{ giftCards(first: 5, query: "source:purchased") { nodes {
      enabled balance { amount currencyCode } initialValue { amount } deactivatedAt
      order { id } lineItem { id } } } }`);
    expect(body.data).toEqual({
      giftCards: {
        nodes: [
          {
            enabled: true,
            balance: { amount: '50.0', currencyCode: 'EUR' },
            initialValue: { amount: '50.0' },
            deactivatedAt: null,
            order: { id: gid('Order', order.id) },
            lineItem: { id: gid('LineItem', order.lines[0]?.id) },
          },
        ],
      },
    });
  });

  test('a card that was spent keeps what is left, and is told apart by it', () => {
    const order = seedOrder(scene, { lines: [CARDS] });
    const [first, second] = sold(order);
    seedOrder(scene, {
      payments: [{ gateway: 'gift_card', state: 'sale', giftCardId: first?.id ?? 0 }],
    });
    expect(first?.balance).toBe(2_500);
    expect(listed('balance_status:partial')).toEqual([{ id: gid('GiftCard', first?.id) }]);
    expect(listed('balance_status:full')).toEqual([{ id: gid('GiftCard', second?.id) }]);
    expect(listed('initial_value:>50')).toEqual([]);
    expect(listed(`customer_id:${scene.customer.id} created_at:>=2026-10-15`)).toHaveLength(2);
  });

  test('outlive the cancellation of their order until somebody ends them', () => {
    const order = seedOrder(scene, { lines: [CARDS] });
    scene.world.commerce.cancelInAdmin(scene.domain, order.id);
    scene.world.advanceTo(scene.world.now() + 5_000);
    expect(order.cancelledAt).not.toBeNull();
    expect(sold(order).map(({ enabled }) => enabled)).toEqual([true, true]);
  });
});

describe('giftCardDeactivate', () => {
  const DEACTIVATE = `mutation End($id: ID!) { giftCardDeactivate(id: $id) {
    giftCard { enabled deactivatedAt balance { amount } } userErrors { code field message } } }`;

  test('ends a card for good: it pays nothing any more, and a second end changes nothing', () => {
    const card = scene.world.commerce.issueGiftCard(scene.domain, {
      currency: 'EUR',
      value: 5_000,
    });
    const end = (): unknown => app.run(DEACTIVATE, { id: gid('GiftCard', card.id) }).data;
    const ended = {
      giftCardDeactivate: {
        giftCard: {
          enabled: false,
          deactivatedAt: '2026-10-15T09:00:00Z',
          balance: { amount: '50.0' },
        },
        userErrors: [],
      },
    };
    expect(end()).toEqual(ended);
    scene.world.advanceTo(scene.world.now() + 60_000);
    expect(end()).toEqual(ended);
    expect(listed('status:disabled')).toEqual([{ id: gid('GiftCard', card.id) }]);
    expect(() =>
      seedOrder(scene, {
        payments: [{ gateway: 'gift_card', state: 'sale', giftCardId: card.id }],
      }),
    ).toThrow('does not cover');
  });

  test('says when there is no such card, and who may not', () => {
    expect(app.run(DEACTIVATE, { id: gid('GiftCard', 42) }).data).toMatchObject({
      giftCardDeactivate: { giftCard: null, userErrors: [{ code: 'GIFT_CARD_NOT_FOUND' }] },
    });
    const blind = connectApp(scene, execute, { clientId: 'blind', scopes: ['read_gift_cards'] });
    const answer = blind.run(DEACTIVATE, { id: gid('GiftCard', 42) });
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'ACCESS_DENIED' });
  });
});
