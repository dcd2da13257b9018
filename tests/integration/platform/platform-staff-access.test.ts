import { createAdminGraphql } from 'devstore/admin-api';
import { answerAccessTokenRequest, mintIdToken } from 'devstore/http';
import { loadOfficialSchema } from 'devstore/official-schema';
import { createWorld, type Shop, type StaffMember, type World } from 'devstore/world';
import { beforeEach, describe, expect, test } from 'vitest';

import type { ShopDomain } from '../../../app/domain/ids.ts';
import { ok } from '../../../app/domain/result.ts';
import type { Fetch } from '../../../app/platform/client/admin-client.ts';
import {
  type ReadStaffAccess,
  createStaffAccess,
} from '../../../app/platform/reads/staff-access.ts';

/* What a staff member may do, asked of the local Shopify's token endpoint. */

const APP = { clientId: 'staff-access-test', clientSecret: 'secret' };
const SESSION_BEGINS = Date.UTC(2026, 9, 15, 9);
const MAY_EVERYTHING = { cancelOrders: true, refundOrders: true, refundToStoreCredit: true };
const SCOPES = ['write_orders', 'write_order_edits', 'write_returns'];

const execute = createAdminGraphql(await loadOfficialSchema());

let world: World;
let shop: Shop;
let now: number;
let asked: number;
let fails: (() => Response) | null;
let probes: number;
let names: (readonly [shop: string, staffId: string, name: string])[];
let probeFails: (() => Response) | null;
let readStaffAccess: ReadStaffAccess;

beforeEach(() => {
  now = SESSION_BEGINS;
  asked = 0;
  fails = null;
  probes = 0;
  names = [];
  probeFails = null;
  world = createWorld({ startAt: SESSION_BEGINS, seed: 1 });
  const person = { lastName: 'Example', locale: 'en', accountOwner: false };
  shop = world.commerce.openShop({
    handle: 'scenario',
    name: 'Scenario Goods',
    email: 'owner@example.com',
    currency: 'EUR',
    timezone: 'Europe/Berlin',
    country: { code: 'DE', name: 'Germany' },
    city: 'Berlin',
    taxesIncluded: true,
    staff: [
      { ...person, firstName: 'Olga', email: 'owner@example.com', accountOwner: true },
      { ...person, firstName: 'Mia', email: 'mia@example.com', permissions: MAY_EVERYTHING },
      {
        ...person,
        firstName: 'Rob',
        email: 'rob@example.com',
        permissions: { ...MAY_EVERYTHING, cancelOrders: false },
      },
      {
        ...person,
        firstName: 'Tim',
        email: 'tim@example.com',
        permissions: { ...MAY_EVERYTHING, refundOrders: false },
      },
      { ...person, firstName: 'Cleo', email: 'cleo@example.org', collaborator: true },
    ],
  });
  world.apps.register({
    ...APP,
    title: 'Unorder',
    handle: 'unorder',
    scopes: SCOPES,
    applicationUrl: 'https://unorder.example',
    webhookApiVersion: '2026-10',
    webhookSubscriptions: [],
  });
  world.apps.install(APP.clientId, shop.domain);
  readStaffAccess = createStaffAccess({
    fetch: answer,
    clock: { now: () => now },
    apiKey: APP.clientId,
    apiSecret: APP.clientSecret,
    onNamed: (...named) => names.push(named),
  });
});

function answer(...[url, init]: Parameters<Fetch>): Promise<Response> {
  return url.endsWith('/graphql.json') ? answerProbe(url, init) : answerToken(url, init);
}

async function answerProbe(...[url, init]: Parameters<Fetch>): Promise<Response> {
  probes += 1;
  if (probeFails) return probeFails();
  const { query } = JSON.parse(init.body) as { query: string };
  const accessToken = new Headers(init.headers).get('x-shopify-access-token');
  const request = { shop: new URL(url).host, accessToken, apiVersion: '2026-10', query };
  const { status, body } = execute(world, request);
  return Response.json(body, { status });
}

async function answerToken(...[url, init]: Parameters<Fetch>): Promise<Response> {
  asked += 1;
  if (fails) return fails();
  const { status, body } = answerAccessTokenRequest(
    { apps: world.apps, realNow: () => now },
    new URL(url).host,
    JSON.parse(init.body),
  );
  return Response.json(body, { status });
}

function staff(firstName: string): StaffMember {
  const member = shop.staff.find((one) => one.firstName === firstName);
  if (!member) throw new Error(`Nobody is called ${firstName}`);
  return member;
}

const tokenOf = (staffUserId: string): string =>
  mintIdToken(APP, { surface: 'admin', shop: shop.domain, staffUserId }, now);

const accessOf = (firstName: string) =>
  readStaffAccess(shop.domain as ShopDomain, tokenOf(String(staff(firstName).id)));

test('how a staff member is called is told with what they may do, for the record', async () => {
  await accessOf('Mia');
  expect(names).toEqual([[shop.domain, String(staff('Mia').id), 'Mia Example']]);
});

describe('case 55: what a staff member may do', () => {
  test.each([
    ['Olga', 'owner', true, true],
    ['Mia', 'member', true, true],
    ['Rob', 'member', false, true],
    ['Tim', 'member', true, false],
    ['Cleo', 'collaborator', true, true],
  ] as const)(
    'is the platform’s word: %s is %s, may cancel: %s, may refund: %s',
    async (name, role, mayCancelOrders, mayRefundOrders) => {
      expect(await accessOf(name)).toEqual(
        ok({ role, mayCancelOrders, mayRefundOrders, mayEditOrders: true }),
      );
    },
  );

  test('asks nobody whether the owner may refund, and moves nothing by asking of others', async () => {
    await accessOf('Olga');
    expect(probes).toBe(0);
    await accessOf('Mia');
    expect(probes).toBe(1);
    expect([...shop.orders.values()].flatMap((order) => order.refunds)).toEqual([]);
  });

  test('is no refund as long as the merchant has not granted the scope to ask by', async () => {
    world.apps.grant(APP.clientId, shop.domain, ['write_orders', 'write_order_edits']);
    expect(await accessOf('Mia')).toMatchObject({
      value: { mayCancelOrders: true, mayRefundOrders: false },
    });
  });

  test.each([
    ['an error of its own', () => new Response(null, { status: 503 })],
    ['nonsense', () => new Response('<html>')],
    ['an unknown error', () => Response.json({ errors: [{ message: 'Something went wrong' }] })],
  ])('is not known when the platform answers the question with %s', async (_what, failure) => {
    probeFails = failure;
    expect(await accessOf('Mia')).toMatchObject({ ok: false });
    probeFails = null;
    expect(await accessOf('Mia')).toMatchObject({ value: { mayRefundOrders: true } });
  });

  test('is asked once in three minutes for each of them', async () => {
    await accessOf('Mia');
    await accessOf('Mia');
    expect(asked).toBe(1);
    await accessOf('Rob');
    expect(asked).toBe(2);
    now += 3 * 60_000;
    await accessOf('Mia');
    expect(asked).toBe(3);
  });

  test('is nothing for somebody who does not work there', async () => {
    const answer = await readStaffAccess(shop.domain as ShopDomain, tokenOf('999999'));
    expect(answer).toMatchObject({ ok: false, error: { kind: 'unauthorized' } });
  });

  test('is nothing for a token that names nobody, and the platform is not asked', async () => {
    for (const token of ['', 'x', 'x.e30.x', 'x.bm90IGpzb24.x']) {
      expect(await readStaffAccess(shop.domain as ShopDomain, token)).toMatchObject({
        ok: false,
        error: { kind: 'unauthorized' },
      });
    }
    expect(asked).toBe(0);
  });

  test.each([
    [503, 'unavailable'],
    [429, 'throttled'],
    [400, 'unauthorized'],
  ] as const)(
    'is not known when the platform answers %s, and asked again',
    async (status, kind) => {
      fails = () => new Response(null, { status });
      expect(await accessOf('Mia')).toMatchObject({ ok: false, error: { kind } });
      fails = null;
      expect(await accessOf('Mia')).toMatchObject({ ok: true });
    },
  );

  test('is not read out of an answer that does not say whose token it is', async () => {
    fails = () => Response.json({ access_token: 'shpua_x', scope: 'write_orders' });
    expect(await accessOf('Mia')).toMatchObject({ ok: false, error: { kind: 'malformed' } });
  });
});
