/** What an app reads of the goods of an order. */
import { beforeEach, describe, expect, test } from 'vitest';
import { loadOfficialSchema } from '../../fetched/official-schema.ts';
import { connectApp, type ConnectedApp, ORDER_APP_SCOPES } from '../../seed/connected-app.ts';
import { createScenarioShop, type ScenarioShop, seedOrder, SKU } from '../../seed/scenario.ts';
import { createAdminGraphql } from '../execute.ts';
import { factReader, gid } from './fixtures/fact-reader.ts';

const execute = createAdminGraphql(await loadOfficialSchema());
let scene: ScenarioShop;
let app: ConnectedApp;

beforeEach(() => {
  scene = createScenarioShop();
  app = connectApp(scene, execute, {
    scopes: [
      ...ORDER_APP_SCOPES,
      'read_markets',
      'read_locales',
      'read_own_subscription_contracts',
      'read_payment_terms',
    ],
  });
});

const { ask, firstLine } = factReader(() => app);

describe('what is sold', () => {
  test('a line leads to its product, with type, tags and collections', () => {
    const { commerce } = scene.world;
    const sale = commerce.addCollection(scene.domain, { title: 'Final sale' });
    commerce.addCollection(scene.domain, { title: 'Everything else', handle: 'else' });
    commerce.addProduct(scene.domain, {
      title: 'Engraved sign',
      productType: 'Decor',
      tags: ['personalised'],
      collections: ['final-sale'],
      variants: [{ sku: 'SIGN', priceInShopCurrency: 4_000, tracked: false }],
    });
    const order = seedOrder(scene, { lines: [{ sku: 'SIGN', quantity: 1 }] });
    expect(
      firstLine(
        order,
        `product { productType tags isGiftCard collections(first: 5) { nodes { id title handle } } }
         variant { inventoryItem { tracked } }`,
      ),
    ).toEqual({
      product: {
        productType: 'Decor',
        tags: ['personalised'],
        isGiftCard: false,
        collections: {
          nodes: [{ id: gid('Collection', sale.id), title: 'Final sale', handle: 'final-sale' }],
        },
      },
      variant: { inventoryItem: { tracked: false } },
    });
  });

  test('collections are found for a picker by title, handle and product, sorted as asked', () => {
    const { commerce } = scene.world;
    for (const title of ['Winter sale', 'Autumn', 'Sale']) {
      commerce.addCollection(scene.domain, { title });
    }
    const titles = (query: string | null, sortKey = 'TITLE'): unknown =>
      ask(
        `query Pick($query: String, $sortKey: CollectionSortKeys) {
          collections(first: 5, query: $query, sortKey: $sortKey) { nodes { title } }
        }`,
        { query, sortKey },
      );
    expect(titles(null)).toEqual({
      collections: { nodes: [{ title: 'Autumn' }, { title: 'Sale' }, { title: 'Winter sale' }] },
    });
    expect(titles(null, 'ID')).toMatchObject({
      collections: { nodes: [{ title: 'Winter sale' }, {}, {}] },
    });
    expect(titles('sale')).toEqual({
      collections: { nodes: [{ title: 'Sale' }, { title: 'Winter sale' }] },
    });
    expect(titles('ale')).toEqual({ collections: { nodes: [] } });
    expect(titles('handle:autumn')).toEqual({ collections: { nodes: [{ title: 'Autumn' }] } });
    const [mug] = scene.shop.products.keys();
    expect(titles(`product_id:${mug}`)).toEqual({ collections: { nodes: [] } });
  });

  test('a selling plan says by its category what kind of promise it is', () => {
    scene.world.commerce.addSellingPlan(scene.domain, {
      name: 'Ships in May',
      category: 'PRE_ORDER',
    });
    const order = seedOrder(scene, {
      lines: [
        { sku: SKU.mug, quantity: 1, sellingPlan: 'Ships in May', contract: true },
        { sku: SKU.bowl, quantity: 1, sellingPlan: 'Nobody knows' },
      ],
    });
    const line = firstLine(order, 'sellingPlan { name sellingPlanId } contract { id status }');
    expect(line).toMatchObject({
      sellingPlan: { name: 'Ships in May' },
      contract: { status: 'ACTIVE' },
    });
    const ids = order.lines.map(({ sellingPlan }) => gid('SellingPlan', sellingPlan?.id));
    expect(
      ask('query Plans($ids: [ID!]!) { nodes(ids: $ids) { ... on SellingPlan { id category } } }', {
        ids,
      }),
    ).toEqual({
      nodes: [
        { id: ids[0], category: 'PRE_ORDER' },
        { id: ids[1], category: null },
      ],
    });
  });

  test('a selling plan reached by its id still needs the scope of products', () => {
    const order = seedOrder(scene, {
      lines: [{ sku: SKU.mug, quantity: 1, sellingPlan: 'Monthly' }],
    });
    const blind = connectApp(scene, execute, { clientId: 'blind', scopes: ['write_orders'] });
    const answer = blind.run(
      'query Plan($id: ID!) { node(id: $id) { ... on SellingPlan { category } } }',
      {
        id: gid('SellingPlan', order.lines[0]?.sellingPlan?.id),
      },
    );
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'ACCESS_DENIED' });
  });

  test('the components of a bundle name one group, other bundles another', () => {
    const part = (sku: string, title: string) => ({
      sku,
      quantity: 1,
      group: { title, quantity: 1 },
    });
    const order = seedOrder(scene, {
      lines: [part(SKU.mug, 'Set'), part(SKU.bowl, 'Set'), part(SKU.untracked, 'Other set')],
    });
    const [mug, bowl, other] = order.lines.map((line) => line.group?.id);
    expect(mug).toBe(bowl);
    expect(other).not.toBe(mug);
    expect(firstLine(order, 'lineItemGroup { id title quantity }')).toEqual({
      lineItemGroup: { id: gid('LineItemGroup', mug), title: 'Set', quantity: 1 },
    });
  });
});
