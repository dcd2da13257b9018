import { beforeEach, describe, expect, test } from 'vitest';
import { loadOfficialSchema } from '../../../fetched/official-schema.ts';
import { connectApp, type ConnectedApp } from '../../../seed/connected-app.ts';
import { createScenarioShop, type ScenarioShop, seedOrder } from '../../../seed/scenario.ts';
import type { Order } from '../../../world/model.ts';
import { preloadedMetafields } from '../../../world/orders/annotations/metafields.ts';
import { createAdminGraphql } from '../../execute.ts';
import { gid } from '../fixtures/fact-reader.ts';

const execute = createAdminGraphql(await loadOfficialSchema());
let scene: ScenarioShop;
let app: ConnectedApp;
let other: ConnectedApp;
let order: Order;
let ownerId: string;

beforeEach(() => {
  scene = createScenarioShop();
  app = connectApp(scene, execute);
  other = connectApp(scene, execute, { clientId: 'another-app' });
  order = seedOrder(scene);
  ownerId = gid('Order', order.id);
});

const SET = `mutation Set($metafields: [MetafieldsSetInput!]!) {
  metafieldsSet(metafields: $metafields) {
    metafields { id namespace key type value compareDigest ownerType owner { ... on Order { id } } definition { name } }
    userErrors { code elementIndex field message }
  }
}`;

interface Answer {
  readonly metafields: readonly { readonly namespace: string; readonly compareDigest: string }[];
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] }[];
}

const text = { key: 'stage', type: 'single_line_text_field', value: 'asked' };
const setAll = (by: ConnectedApp, ...inputs: object[]): Answer =>
  by.run(SET, { metafields: inputs.map((input) => ({ ownerId, ...text, ...input })) }).data?.[
    'metafieldsSet'
  ] as Answer;

const read = (by: ConnectedApp, namespace?: string): unknown =>
  by.run(
    `query Read($id: ID!, $namespace: String) {
      order(id: $id) {
        metafield(namespace: $namespace, key: "stage") { namespace value }
        metafields(first: 5) { nodes { namespace } }
      }
    }`,
    { id: ownerId, namespace },
  ).data?.['order'];

const define = (by: ConnectedApp, definition: object): ReturnType<ConnectedApp['run']> =>
  by.run(
    `mutation Define($definition: MetafieldDefinitionInput!) {
      metafieldDefinitionCreate(definition: $definition) {
        createdDefinition { namespace key access { admin customerAccount storefront } }
        userErrors { code field message }
      }
    }`,
    {
      definition: {
        name: 'Stage',
        key: 'stage',
        type: text.type,
        ownerType: 'ORDER',
        ...definition,
      },
    },
  );

describe('a namespace that an app reserved', () => {
  test.each([
    [undefined, ''],
    ['$app', ''],
    ['$app:returns', '--returns'],
  ])('given as %s is kept with its id, and read by either name', (namespace, suffix) => {
    const kept = `app--${String(app.installation.app.id)}${suffix}`;
    const set = setAll(app, { namespace });
    expect(set.userErrors).toEqual([]);
    expect(set.metafields[0]).toMatchObject({ namespace: kept, ownerType: 'ORDER' });
    const found = {
      metafield: { namespace: kept, value: 'asked' },
      metafields: { nodes: [{ namespace: kept }] },
    };
    expect(read(app, namespace)).toEqual(found);
    expect(read(app, kept)).toEqual(found);
  });

  test('is seen and written by no other app', () => {
    const kept = setAll(app, {}).metafields[0]?.namespace;
    expect(read(other, kept)).toEqual({ metafield: null, metafields: { nodes: [] } });
    expect(setAll(other, { namespace: kept, value: 'theirs' })).toEqual({
      metafields: [],
      userErrors: [
        {
          code: 'APP_NOT_AUTHORIZED',
          elementIndex: null,
          field: ['metafields', '0'],
          message:
            'Access to this namespace and key on Metafields for this resource type is not allowed.',
        },
      ],
    });
    expect(define(other, { namespace: kept }).errors?.[0]).toMatchObject({
      path: ['metafieldDefinitionCreate'],
      extensions: { code: 'ACCESS_DENIED' },
    });
  });

  test('is not that of an app whose id merely begins with the same digits', () => {
    const namespace = `app--${String(app.installation.app.id)}0`;
    expect(setAll(app, { namespace }).userErrors[0]?.code).toBe('APP_NOT_AUTHORIZED');
  });
});

test('any other namespace is everybody’s', () => {
  setAll(app, { namespace: 'shared' });
  expect(setAll(other, { namespace: 'shared', value: 'theirs' }).userErrors).toEqual([]);
  expect(read(app, 'shared')).toMatchObject({ metafield: { value: 'theirs' } });
});

describe('nothing is written', () => {
  test('of several when one is refused', () => {
    const { userErrors } = setAll(app, { namespace: 'shared' }, { namespace: 'shared', key: 'x' });
    expect(userErrors).toMatchObject([{ code: 'TOO_SHORT', field: ['metafields', '1', 'key'] }]);
    expect(order.metafields.size).toBe(0);
  });

  test('of more than 25', () => {
    const inputs = Array.from({ length: 26 }, (_, index) => ({ key: `stage_${String(index)}` }));
    expect(setAll(app, ...inputs).userErrors).toMatchObject([
      { code: 'LESS_THAN_OR_EQUAL_TO', field: ['metafields'] },
    ]);
    expect(order.metafields.size).toBe(0);
  });

  test('without a type that nothing defines', () => {
    expect(setAll(app, { type: undefined }).userErrors).toMatchObject([{ code: 'BLANK' }]);
    define(app, {});
    expect(setAll(app, { type: undefined })).toMatchObject({
      metafields: [{ type: text.type, definition: { name: 'Stage' } }],
      userErrors: [],
    });
  });

  test('over what changed since it was read', () => {
    expect(setAll(app, { compareDigest: null }).userErrors).toEqual([]);
    const { compareDigest } = setAll(app, { value: 'read' }).metafields[0] ?? {};
    setAll(app, { value: 'changed' });
    for (const digest of [compareDigest, null]) {
      expect(setAll(app, { value: 'late', compareDigest: digest }).userErrors).toMatchObject([
        { code: 'STALE_OBJECT', field: ['metafields', '0', 'compareDigest'] },
      ]);
    }
    expect(read(app)).toMatchObject({ metafield: { value: 'changed' } });
  });
});

describe('a definition', () => {
  test('says who may see what an app owns: nobody else unless it says so', () => {
    const namespace = `app--${String(app.installation.app.id)}`;
    const access = { customerAccount: 'NONE', storefront: 'NONE' };
    expect(define(app, {}).data).toEqual({
      metafieldDefinitionCreate: {
        createdDefinition: { namespace, key: 'stage', access: { ...access, admin: 'PRIVATE' } },
        userErrors: [],
      },
    });
    expect(define(app, {}).data).toMatchObject({
      metafieldDefinitionCreate: { userErrors: [{ code: 'TAKEN' }] },
    });
  });

  test('of a namespace that is everybody’s closes it to nobody', () => {
    const refused = define(app, { namespace: 'shared', access: { admin: 'MERCHANT_READ' } });
    expect(refused.data).toMatchObject({
      metafieldDefinitionCreate: {
        createdDefinition: null,
        userErrors: [{ code: 'INVALID', field: ['definition'] }],
      },
    });
    expect(define(app, { namespace: 'shared' }).data).toMatchObject({
      metafieldDefinitionCreate: { createdDefinition: { access: { admin: 'PUBLIC_READ_WRITE' } } },
    });
  });

  test.each(['NONE', 'READ', 'READ_WRITE'])(
    'with %s for customer accounts opens it to order pages accordingly',
    (customerAccount) => {
      define(app, { access: { customerAccount } });
      setAll(app, {});
      const declared = [{ namespace: '$app', key: 'stage' }];
      const { id } = app.installation.app;
      expect(preloadedMetafields(scene.shop, order, declared, id)).toEqual(
        customerAccount === 'NONE' ? [] : [{ namespace: '$app', ...text }],
      );
      expect(preloadedMetafields(scene.shop, order, [], id)).toEqual([]);
    },
  );

  test('says loudly what is not simulated', () => {
    expect(define(app, { pin: true }).errors?.[0]?.message).toMatch(/NOT_SIMULATED .*pin/);
    expect(define(app, { ownerType: 'PRODUCT' }).errors?.[0]?.message).toMatch(/NOT_SIMULATED/);
  });
});
