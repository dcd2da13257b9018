import { describe, expect, it } from 'vitest';

import { PLACED_AT, order } from '../../tests/support/facts/order-facts.ts';
import { documentOf, policy, rule } from '../../tests/support/facts/policies.ts';
import {
  type RouteContext,
  type RouteContextOptions,
  SHOP,
  createRouteContext,
  outcome,
  requestTo,
  sessionToken,
} from '../../tests/support/stages/route-context.ts';
import type { PlatformError } from '../application/shared/platform.ts';
import type { Container } from '../container.server.ts';
import { DEFAULT_POLICY } from '../messages/default-policy.ts';
import { legacyNumberOf } from '../domain/ids.ts';
import { err, ok } from '../domain/result.ts';
import { loader as collections } from './api.staff.collections.tsx';
import { action as preview } from './api.staff.policy_.preview.tsx';
import { action as simulation } from './api.staff.policy_.simulation.tsx';
import { loader as version } from './api.staff.policy_.versions.$version.tsx';
import { action } from './api.staff.policy.tsx';
import { member } from '../../tests/support/facts/staff-access.ts';

const document = documentOf(DEFAULT_POLICY);
const NO_ANSWER = err<PlatformError>({
  kind: 'timeout',
  code: null,
  message: 'No answer',
  mayHaveApplied: false,
  retryAfter: null,
});

type Route = (args: Parameters<typeof action>[0]) => Promise<Response>;

/** Asks a route as a staff member of the shop. */
const ask = (
  { context }: RouteContext,
  route: Route,
  path: string,
  body?: unknown,
  params: Record<string, string> = {},
): Promise<Response> =>
  outcome(route, {
    request: requestTo(path, {
      token: sessionToken(),
      ...(body === undefined ? {} : { body }),
    }),
    context,
    params,
  });
const save = (route: RouteContext, body: unknown) => ask(route, action, '/api/staff/policy', body);

describe('saving a policy', () => {
  it('is refused to whom the policy in force limits, and changes nothing', async () => {
    const route = await createRouteContext({
      platform: { readStaffAccess: async () => ok(member()) },
    });
    const limited = {
      ...document,
      staff: { ...document.staff, member: { ...document.staff.member, mayOverridePolicy: false } },
    };
    expect((await save(route, { basedOn: 0, document: limited })).status).toBe(200);
    const response = await save(route, { basedOn: 1, document });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      refusals: [{ code: 'staff_may_not_change_policy' }],
    });
    expect(await route.database.policies.current(SHOP)).toMatchObject({ version: 1 });
  });

  it('makes a new version', async () => {
    const route = await createRouteContext();
    const response = await save(route, { basedOn: 0, document: { ...document, enabled: false } });
    expect(await response.json()).toMatchObject({ version: 1, enabled: false });
    expect(await route.database.policies.current(SHOP)).toMatchObject({ enabled: false });
  });

  it('does not overwrite what somebody else saved meanwhile, and hands that over', async () => {
    const route = await createRouteContext();
    await save(route, { basedOn: 0, document: { ...document, reviewDays: 9 } });
    const response = await save(route, { basedOn: 0, document: { ...document, enabled: false } });
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({
      refusals: [{ code: 'policy_changed' }],
      inForce: { version: 1, reviewDays: 9 },
    });
    expect(await route.database.policies.current(SHOP)).toMatchObject({ version: 1 });
  });

  it('refuses what the schema refuses, whatever the page let through, and names every field', async () => {
    const route = await createRouteContext();
    const response = await save(route, {
      basedOn: 0,
      document: { ...document, reasons: [], reviewDays: 0 },
    });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      faults: { reasons: 'Offer at least one reason.', reviewDays: 'At least one day.' },
    });
    expect(await route.database.policies.current(SHOP)).toEqual(DEFAULT_POLICY);
  });

  it('takes a policy that is far longer than any other form', async () => {
    const route = await createRouteContext();
    const wording = { label: 'Ask us. '.repeat(25).trim(), translations: {} };
    const rules = Array.from({ length: 20 }, (_, index) =>
      rule({
        id: `rule_${index}`,
        exclusions: Array.from({ length: 30 }, () => ({
          kind: 'gift_card' as const,
          then: 'refuse' as const,
          wording,
        })),
      }),
    );
    const response = await save(route, { basedOn: 0, document: { ...document, rules } });
    expect(response.status).toBe(200);
  });
});

it('shows a version of the policy, and none that there is not', async () => {
  const route = await createRouteContext();
  await save(route, { basedOn: 0, document: { ...document, reviewDays: 9 } });
  const show = (number: string) =>
    ask(route, version, `/api/staff/policy/versions/${number}`, undefined, { version: number });
  expect(await (await show('1')).json()).toMatchObject({ version: 1, reviewDays: 9 });
  expect((await show('2')).status).toBe(404);
  expect((await show('newest')).status).toBe(404);
});

describe('a preview', () => {
  const placed = order({});
  const body = {
    orderNumber: legacyNumberOf(placed.id),
    document: documentOf(policy({ rules: [rule({ name: 'Draft' })] })),
    minutesAfterOrder: 30,
    locale: 'en',
  };
  const look = async (changes: Partial<typeof body>, options: RouteContextOptions = {}) =>
    ask(
      await createRouteContext({ orders: [placed], ...options }),
      preview,
      '/api/staff/policy/preview',
      { ...body, ...changes },
    );

  it('answers by the draft, at the time that was asked for', async () => {
    expect(await (await look({})).json()).toMatchObject({
      orderName: placed.name,
      askedAt: new Date(PLACED_AT + 30 * 60_000).toISOString(),
      answer: 'at_once',
      reasonsAgainst: [],
      windows: [{ heading: 'Cancel order', content: { kind: 'offer' } }],
    });
    expect(await (await look({ minutesAfterOrder: 61 })).json()).toMatchObject({
      answer: 'not_possible',
      reasonsAgainst: [expect.stringContaining('window closed')],
      windows: [{ content: { kind: 'notice' } }],
    });
  });

  it('speaks the customer’s language in the window, and staff’s beside it', async () => {
    const view: unknown = await (await look({ locale: 'de' })).json();
    expect(view).toMatchObject({
      reasonsFor: expect.arrayContaining([expect.stringContaining('The rule “Draft”')]) as unknown,
      windows: [{ heading: 'Bestellung stornieren' }],
    });
  });

  it('says why an order cannot be looked at', async () => {
    expect((await look({ orderNumber: '999' })).status).toBe(404);
    expect((await look({ orderNumber: 'none' })).status).toBe(404);
    const readOrder = async () => NO_ANSWER;
    expect((await look({}, { platform: { readOrder } })).status).toBe(503);
  });
});

describe('a simulation', () => {
  const body = { document, minutesAfterOrder: 30 };
  const run = async (readPage: Container['history']['readPage']) => {
    const route = await createRouteContext();
    Object.assign(route.context.container, { history: { readPage } });
    const response = await ask(route, simulation, '/api/staff/policy/simulation', body);
    const lines = (await response.text()).trim().split('\n');
    return { route, messages: lines.map((line) => JSON.parse(line) as unknown) };
  };

  it('tells how far it is after every page, and its result in the end', async () => {
    const { messages } = await run(async (_shop, { after }) =>
      ok({
        orders: [order({})],
        unreadable: 0,
        next: after === null ? 'more' : null,
        total: 2,
        visibleSince: null,
      }),
    );
    expect(messages).toMatchObject([
      { kind: 'progress', simulation: { orders: 1, total: 2, allowed: 1 } },
      { kind: 'done', simulation: { orders: 2, total: 2, allowed: 2 } },
    ]);
  });

  it('says so when Shopify does not answer, and when something nobody foresaw happens', async () => {
    const { messages } = await run(async () => NO_ANSWER);
    expect(messages).toMatchObject([
      { kind: 'failed', refusals: [{ code: 'platform_unavailable' }] },
    ]);
    const broken = await run(() => Promise.reject(new Error('A bug')));
    expect(broken.messages).toMatchObject([{ kind: 'failed', refusals: [{ code: 'failed' }] }]);
    expect(broken.route.errors).toHaveLength(1);
  });
});

it('finds collections for the form, and says so when Shopify does not answer', async () => {
  const searched: string[] = [];
  const found = [{ id: 'gid://shopify/Collection/1', title: 'Kettles' }];
  const route = await createRouteContext({
    platform: {
      searchCollections: async (_shop, text) => {
        searched.push(text);
        return searched.length === 1 ? ok(found) : NO_ANSWER;
      },
    },
  });
  const search = () => ask(route, collections, '/api/staff/collections?query=%20ket');
  expect(await (await search()).json()).toEqual(found);
  expect((await search()).status).toBe(503);
  expect(searched).toEqual(['ket', 'ket']);
});
