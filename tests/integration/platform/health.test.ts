import { globSync } from 'node:fs';
import path from 'node:path';

import type { ProtectedData } from 'devstore/world';
import { describe, expect, test } from 'vitest';

import type { CheckName, Facts } from '../../../app/domain/health/facts.ts';
import { judged } from '../../../app/domain/health/judge-health.ts';
import { ok } from '../../../app/domain/result.ts';
import type { Fetch } from '../../../app/platform/client/admin-client.ts';
import type { AdminDocument } from '../../../app/platform/client/document.ts';
import { READ_REQUESTED_ORDER_EDITS } from '../../../app/platform/documents/order/read-requested-order-edits.ts';
import { READ_THEME_BLOCKS } from '../../../app/platform/documents/health/read-theme-blocks.ts';
import { createPlatformHealth } from '../../../app/platform/health/platform-health.ts';
import { createProbe } from '../../../app/platform/health/probe.ts';
import { PROBED_DOCUMENTS } from '../../../app/platform/health/probed-documents.ts';
import { numberOf, setPlatformStage } from '../../support/stages/platform-stage.ts';

/* What the health page asks of Shopify, against the local one. */

const APP_URL = 'https://unorder.example';
const LOOK = { renewToken: false };

function stageOf(protectedData?: ProtectedData, pages: typeof fetch = fetchNothing, admin?: Fetch) {
  const stage = setPlatformStage(protectedData ? { protectedData } : {});
  const health = createPlatformHealth({
    probe: createProbe({
      fetch: admin ?? stage.fetch,
      tokens: { get: async () => ok(tokenOf(stage)), rejected: async () => undefined },
      turns: {
        run: async (_shop, _operation, send) => {
          const sent = await send();
          return sent.result;
        },
      },
    }),
    platform: stage.platform,
    fetch: pages,
    appUrl: APP_URL,
  });
  const found = async <Name extends CheckName>(
    name: Name,
    read: { readonly [Each in Name]: (shop: never, how: never) => Promise<Facts<Name>> },
  ) => {
    const facts = await read[name](stage.shop as never, LOOK as never);
    return judged(name, { [name]: facts } as never, stage.scene.world.now()).map(
      ({ state, code }) => `${state} ${code}`,
    );
  };
  return { ...stage, health, found };
}

/** A token of the stage's app. */
function tokenOf({ scene }: ReturnType<typeof setPlatformStage>): string {
  const [app] = scene.world.apps.list();
  const issued = scene.world.apps.issueToken({
    clientId: app?.spec.clientId ?? '',
    shop: scene.domain,
    expiring: true,
  });
  if ('error' in issued) throw new Error(issued.error);
  return issued.accessToken;
}

function fetchNothing(): Promise<Response> {
  return Promise.reject(new TypeError('fetch failed'));
}

test('every query of the app is asked what it costs', async () => {
  const isDocument = (value: unknown): value is AdminDocument<unknown, unknown> =>
    typeof value === 'object' && value !== null && 'operationName' in value;
  const modules = await Promise.all(
    globSync('app/platform/documents/**/*.ts').map(
      (file) => import(path.resolve(file)) as Promise<object>,
    ),
  );
  const names = modules
    .flatMap((module) => Object.values(module) as unknown[])
    .filter(isDocument)
    .filter(({ kind }) => kind === 'query');
  const asked = [
    ...PROBED_DOCUMENTS.map(({ document }) => document.operationName),
    // Only of shops that let the app see their themes.
    READ_THEME_BLOCKS.operationName,
    // An API that came out before its field refuses it.
    READ_REQUESTED_ORDER_EDITS.operationName,
  ];
  expect(asked.toSorted()).toEqual(names.map(({ operationName }) => operationName).toSorted());
});

test('each costs what the table says, and asking acts on nothing', async () => {
  const { health, found, sent, scene } = stageOf();
  const before = scene.world.ledger.entries().length;
  expect(await found('costs', health)).toEqual(['ok costs_fit']);
  expect(sent.every(({ query }) => !query.includes('mutation'))).toBe(true);
  expect(scene.world.ledger.entries()).toHaveLength(before);
});

describe('protected fields', () => {
  test.each<readonly [ProtectedData | undefined, readonly string[]]>([
    // No order of this shop has a phone number.
    [undefined, ['unknown fields_unseen', 'ok fields_approved']],
    [
      ['name', 'email'],
      ['attention fields_withheld', 'attention fields_withheld', 'ok fields_approved'],
    ],
    [[], Array<string>(4).fill('attention fields_withheld')],
    ['none', ['broken orders_withheld']],
  ])('of an app approved for %j', async (approved, expected) => {
    const { health, found, place } = stageOf(approved);
    place();
    expect(await found('fields', health)).toEqual(expected);
  });

  test('are unseen in a shop without orders', async () => {
    const { health, found } = stageOf();
    expect(await found('fields', health)).toEqual(['unknown fields_unseen']);
  });
});

test('the scopes of shopify.app.toml are granted, and one that was taken away is missed', async () => {
  const { health, found, scene } = stageOf();
  expect(await found('scopes', health)).toEqual(['ok scopes_granted']);
  const [app] = scene.world.apps.list();
  scene.world.apps.grant(app?.spec.clientId ?? '', scene.domain, ['read_orders']);
  expect(await found('scopes', health)).toEqual(['broken scopes_missing']);
});

test('a customer’s own request at Shopify is noticed', async () => {
  const { health, found, place, worldOrder, scene } = stageOf();
  const order = worldOrder(place());
  expect(await found('native', health)).toEqual(['unknown native_unseen']);
  const [line] = order.lines;
  scene.world.commerce.requestOrderEdit(scene.domain, numberOf(String(order.id)), [
    { lineItemId: line?.id ?? 0, quantity: 1 },
  ]);
  expect(await found('native', health)).toEqual(['attention native_used']);
});

test('a shop whose API knows no such requests is not taken for one that has none', async () => {
  const { health, shop } = stageOf(undefined, fetchNothing, async () =>
    Response.json({
      errors: [
        {
          message: "Field 'x' doesn't exist on type 'Order'",
          extensions: { code: 'undefinedField' },
        },
      ],
    }),
  );
  expect(await health.native(shop, LOOK)).toEqual(ok({ rules: null, isUsed: null }));
});

test('no subscription was made by API, and no theme is read without its scope', async () => {
  const { health, found, sent } = stageOf();
  expect(await found('subscriptions', health)).toEqual(['ok subscriptions_none']);
  expect(await found('theme', health)).toEqual(['unknown theme_unseen']);
  expect(sent.some(({ query }) => query.includes('themes'))).toBe(false);
});

describe('the way by the shop’s own domain', () => {
  const answering = (status: number, body: string, headers = {}) =>
    stageOf(undefined, async () => new Response(body, { status, headers }));

  test.each([
    ['ok proxy_answers', answering(200, JSON.stringify({ app: 'unorder', address: APP_URL }))],
    [
      'broken proxy_elsewhere',
      answering(200, JSON.stringify({ app: 'unorder', address: 'https://old.example' })),
    ],
    ['broken proxy_missing', answering(404, 'Not found')],
    ['broken proxy_missing', answering(200, '<html>')],
    ['unknown proxy_password', answering(302, '', { location: '/password' })],
    ['unknown proxy_unreachable', stageOf()],
  ])('%s', async (code, { health, found }) => {
    expect(await found('proxy', health)).toEqual([code]);
  });
});
