import { beforeEach, describe, expect, test } from 'vitest';
import { loadOfficialSchema } from '../../fetched/official-schema.ts';
import { connectApp } from '../../seed/connected-app.ts';
import { createScenarioShop, seedOrder, type ScenarioShop } from '../../seed/scenario.ts';
import type { ProtectedData } from '../../world/contracts/contract.ts';
import type { Order } from '../../world/model.ts';
import { createAdminGraphql } from '../execute.ts';

const execute = createAdminGraphql(await loadOfficialSchema());
let scene: ScenarioShop;
let order: Order;
beforeEach(() => {
  scene = createScenarioShop();
  order = seedOrder(scene);
});

const asked = (protectedData: ProtectedData | undefined, fields: string) =>
  connectApp(scene, execute, protectedData === undefined ? {} : { protectedData }).run(
    `{ order(id: "gid://shopify/Order/${order.id}") { ${fields} } }`,
  );

describe('a protected field', () => {
  test('is null without its approval, with the documented error beside the data', () => {
    const { data, errors } = asked(['email', 'name'], 'name email phone');
    expect(data).toEqual({ order: { name: order.name, email: order.email, phone: null } });
    expect(errors).toEqual([
      expect.objectContaining({
        message:
          'This app is not approved to access the Order object. See https://partners.shopify.com/123/apps/456/customer_data for more details.',
        path: ['order', 'phone'],
      }),
    ]);
    expect(errors?.[0]).not.toHaveProperty('extensions');
  });

  test.each<[string, string, object]>([
    ['a customer’s name', 'customer { id firstName lastName }', { firstName: null }],
    ['a customer’s mail address', 'customer { id email }', { email: null }],
    ['a customer’s phone', 'customer { id phone }', { phone: null }],
  ])('of four is %s', (_what, fields, hidden) => {
    const { data, errors } = asked([], fields);
    expect(data).toMatchObject({
      order: { customer: { id: expect.any(String) as string, ...hidden } },
    });
    expect(errors?.length).toBeGreaterThan(0);
  });

  test('takes the object with it where the schema lets it not be null', () => {
    const { data, errors } = asked([], 'customer { id displayName }');
    expect(data).toEqual({ order: { customer: null } });
    expect(errors).toMatchObject([{ path: ['order', 'customer', 'displayName'] }]);
  });

  test('is any postal address, and of an approved one the name and the phone', () => {
    expect(asked([], 'displayAddress { countryCodeV2 }').data).toEqual({
      order: { displayAddress: null },
    });
    const { data, errors } = asked(['address'], 'shippingAddress { city name phone }');
    expect(data).toEqual({
      order: { shippingAddress: { city: order.shippingAddress?.city, name: null, phone: null } },
    });
    expect(errors).toHaveLength(2);
    expect(asked(['address'], 'shippingAddress { formatted(withName: true) }').errors).toHaveLength(
      1,
    );
  });

  test('comes as it is with every approval, and to an app of the shop’s own', () => {
    const fields = 'email phone customer { displayName } shippingAddress { name phone }';
    const all = asked(['name', 'email', 'phone', 'address'], fields);
    expect(all.errors).toBeUndefined();
    expect(asked(undefined, fields).data).toEqual(all.data);
  });
});

test('an app approved for nothing sees no order at all', () => {
  const { data, errors } = asked('none', 'name');
  expect(data).toEqual({ order: null });
  expect(errors).toMatchObject([
    { message: expect.stringContaining('access the Order object') as string, path: ['order'] },
  ]);
  const { data: shop } = connectApp(scene, execute, { protectedData: 'none' }).run(
    '{ shop { name } }',
  );
  expect(shop).toEqual({ shop: { name: scene.shop.name } });
});
