import { globSync } from 'node:fs';
import path from 'node:path';

import { protectedFieldOf, withRequestedOrderEdits } from 'devstore/admin-api';
import { loadOfficialSchema } from 'devstore/official-schema';
import { getNamedType, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { describe, expect, test } from 'vitest';

import { createGuestOrders } from '../../../app/platform/reads/guest-orders.ts';
import type { AdminDocument } from '../../../app/platform/client/document.ts';
import { refundPlan } from '../../support/facts/cancellation-plan.ts';
import { eur } from '../../support/facts/order-facts.ts';
import { setPlatformStage } from '../../support/stages/platform-stage.ts';

/* An app that Shopify has approved for orders, and for some or none of name, email, phone and address. */

const schema = withRequestedOrderEdits((await loadOfficialSchema()).schema);

const isDocument = (value: unknown): value is AdminDocument<unknown, unknown> =>
  typeof value === 'object' && value !== null && 'operationName' in value;

const documents = (
  await Promise.all(
    globSync('app/platform/documents/**/*.ts').map(async (file) =>
      Object.values((await import(path.resolve(file))) as object).filter(isDocument),
    ),
  )
).flat();

function readsProtected({ text }: AdminDocument<unknown, unknown>): boolean {
  let found = false;
  const types = new TypeInfo(schema);
  visit(
    parse(text),
    visitWithTypeInfo(types, {
      Field({ name }) {
        const [parent, returned] = [types.getParentType(), types.getType()];
        if (parent && returned) {
          found ||= protectedFieldOf(parent.name, name.value, getNamedType(returned).name) !== null;
        }
      },
    }),
  );
  return found;
}

test.each(documents.map((document) => [document.operationName, document] as const))(
  '%s says that it reads protected fields exactly when it does',
  (_name, document) => {
    expect(document.mayLack !== undefined).toBe(readsProtected(document));
  },
);

describe('approved for orders alone', () => {
  const stage = setPlatformStage({ protectedData: [] });
  const { platform, shop } = stage;
  const id = stage.place();
  const order = stage.worldOrder(id);

  test('an order can be read, and where it goes is not known', async () => {
    expect(await stage.read(id)).toMatchObject({
      name: order.name,
      countryCode: null,
      customerId: `gid://shopify/Customer/${String(order.customerId)}`,
    });
  });

  test('what an order would give back can be read', async () => {
    const plan = { ...refundPlan(eur(2_500)), selection: { kind: 'order' } as const };
    expect(await platform.readOrderForRefund(shop, id, plan)).toMatchObject({ ok: true });
  });

  test('the lists have every order, with its customer’s id and nothing of them', async () => {
    const nobody = {
      id,
      name: order.name,
      customerId: `gid://shopify/Customer/${String(order.customerId)}`,
      customerName: null,
      email: null,
    };
    expect(await platform.listOrders(shop, { updatedSince: null, after: null })).toMatchObject({
      ok: true,
      value: { orders: [nobody], unreadable: [] },
    });
    expect(await platform.readSnapshots(shop, [id])).toMatchObject({
      ok: true,
      value: { orders: [nobody], unreadable: [] },
    });
  });

  test('a mail has no recipient, and the order page no contact', async () => {
    expect(await platform.readRecipient(shop, id)).toMatchObject({
      ok: true,
      value: { orderName: order.name, email: null, firstName: null },
    });
    expect(await platform.readOrderDetails(shop, id)).toMatchObject({
      ok: true,
      value: { contact: { name: null, email: null, phone: null, address: null } },
    });
  });

  test('a guest’s order is found, with nothing to prove that it is theirs', async () => {
    expect(await createGuestOrders(stage.client).named(shop, order.name)).toMatchObject({
      ok: true,
      value: [{ id, email: null, phones: [] }],
    });
  });
});

test('approved for names and mail addresses, both are there and the rest is not', async () => {
  const { platform, shop, place, worldOrder } = setPlatformStage({
    protectedData: ['name', 'email'],
  });
  const id = place();
  const { email } = worldOrder(id);
  expect(await platform.readOrderDetails(shop, id)).toMatchObject({
    ok: true,
    value: {
      contact: {
        name: expect.stringMatching(/\w+ \w+/) as string,
        email,
        phone: null,
        address: null,
      },
    },
  });
  expect(await platform.listOrders(shop, { updatedSince: null, after: null })).toMatchObject({
    ok: true,
    value: { orders: [{ email, customerName: expect.stringMatching(/\w+ \w+/) as string }] },
  });
});
