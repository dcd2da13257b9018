import { describe, expect, test } from 'vitest';

import type { ShopDomain } from '../../domain/ids.ts';
import { err, ok } from '../../domain/result.ts';
import { createAdminClient, type Fetch } from './admin-client.ts';
import { document } from './document.ts';
import { platformError } from './platform-error.ts';

const SHOP = 'unit-test.myshopify.com' as ShopDomain;
const QUERY = document<{ shop: unknown }, object>(`#graphql
  query Ask { shop { name } }`);
const MUTATION = document<{ act: unknown }, object>(`#graphql
  mutation Act { act { done } }`);

interface Sent {
  readonly url: string;
  readonly init: Parameters<Fetch>[1];
}

function client(answer: () => Response | Promise<Response>, timeoutMs?: number) {
  const sent: Sent[] = [];
  const rejected: string[] = [];
  const admin = createAdminClient({
    fetch: async (url, init) => {
      sent.push({ url, init });
      return answer();
    },
    tokens: {
      get: async () => ok('token-1'),
      rejected: async (_shop, token) => void rejected.push(token),
    },
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });
  return { admin, sent, rejected };
}

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });

const failedFetch = (code: string) => (): never => {
  throw new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
};

test('a document goes once to the shop’s own address, with the token and by its name', async () => {
  const { admin, sent } = client(() => json({ data: { shop: { name: 'x' } } }));
  expect(await admin.send(SHOP, QUERY, { a: 1 })).toEqual(ok({ shop: { name: 'x' } }));
  expect(sent).toHaveLength(1);
  expect(sent[0]?.url).toBe('https://unit-test.myshopify.com/admin/api/2026-10/graphql.json');
  expect(new Headers(sent[0]?.init.headers).get('x-shopify-access-token')).toBe('token-1');
  expect(JSON.parse(sent[0]?.init.body ?? '')).toEqual({
    query: QUERY.text,
    operationName: 'Ask',
    variables: { a: 1 },
  });
});

test('without a token nothing is sent', async () => {
  const failure = platformError('unauthorized', 'NO_TOKEN', 'none');
  const admin = createAdminClient({
    fetch: () => Promise.reject(new Error('was sent')),
    tokens: { get: async () => err(failure), rejected: async () => undefined },
  });
  expect(await admin.send(SHOP, MUTATION, {})).toEqual(err(failure));
});

describe('a connection that fails', () => {
  test.each(['ECONNREFUSED', 'ENOTFOUND', 'UND_ERR_CONNECT_TIMEOUT'])(
    'before anything was sent (%s) changed nothing',
    async (code) => {
      expect(await client(failedFetch(code)).admin.send(SHOP, MUTATION, {})).toMatchObject({
        error: { kind: 'unavailable', code, mayHaveApplied: false },
      });
    },
  );

  test.each(['ECONNRESET', 'UND_ERR_SOCKET', 'EPIPE'])(
    'under way (%s) may have changed something',
    async (code) => {
      expect(await client(failedFetch(code)).admin.send(SHOP, MUTATION, {})).toMatchObject({
        error: { kind: 'unavailable', code, mayHaveApplied: true },
      });
    },
  );

  test('under way with a query changed nothing', async () => {
    expect(await client(failedFetch('ECONNRESET')).admin.send(SHOP, QUERY, {})).toMatchObject({
      error: { mayHaveApplied: false },
    });
  });

  test('while the answer is read may have changed something', async () => {
    const broken = () =>
      new Response(
        new ReadableStream({
          start: (stream) => stream.error(new TypeError('terminated')),
        }),
      );
    expect(await client(broken).admin.send(SHOP, MUTATION, {})).toMatchObject({
      error: { kind: 'unavailable', mayHaveApplied: true },
    });
  });
});

test('an answer that does not come in time is given up, and may have changed something', async () => {
  const admin = createAdminClient({
    fetch: (_url, init) =>
      new Promise((_resolve, reject) => {
        init.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
      }),
    tokens: { get: async () => ok('t'), rejected: async () => undefined },
    timeoutMs: 20,
  });
  expect(await admin.send(SHOP, MUTATION, {})).toMatchObject({
    error: { kind: 'timeout', mayHaveApplied: true },
  });
});

test('a mistake in our own code is not taken for a failure of the platform', async () => {
  const { admin } = client(() => {
    throw new RangeError('ours');
  });
  await expect(admin.send(SHOP, QUERY, {})).rejects.toThrow('ours');
});

describe('HTTP answers', () => {
  test.each([
    [401, 'unauthorized', false],
    [402, 'shop_gone', false],
    [403, 'shop_gone', false],
    [404, 'shop_gone', false],
    [423, 'shop_gone', false],
    [429, 'throttled', false],
    [400, 'refused', false],
    [422, 'refused', false],
    [202, 'unavailable', true],
    [408, 'unavailable', true],
    [409, 'unavailable', true],
    [430, 'unavailable', true],
    [500, 'unavailable', true],
    [502, 'unavailable', true],
    [503, 'unavailable', true],
  ])('%i is %s; a mutation may have been applied: %s', async (status, kind, mayHaveApplied) => {
    const { admin } = client(() => json({ errors: 'x' }, status));
    expect(await admin.send(SHOP, MUTATION, {})).toMatchObject({
      error: { kind, code: `HTTP_${status}`, mayHaveApplied },
    });
  });

  test('a token that is not taken is reported, so that it is not used again', async () => {
    const { admin, rejected } = client(() => json({}, 401));
    await admin.send(SHOP, QUERY, {});
    expect(rejected).toEqual(['token-1']);
  });

  test('Retry-After is in seconds there and in milliseconds here', async () => {
    const { admin } = client(() => json({}, 429, { 'retry-after': '2.0' }));
    expect(await admin.send(SHOP, QUERY, {})).toMatchObject({ error: { retryAfter: 2000 } });
  });
});

describe('GraphQL errors', () => {
  const failing = (code: string | undefined, extensions: object = {}) =>
    client(() =>
      json({ data: null, errors: [{ message: 'no', extensions: { code } }], extensions }),
    ).admin;

  test('THROTTLED waits until the bucket holds what the query costs', async () => {
    const cost = {
      requestedQueryCost: 500,
      throttleStatus: { maximumAvailable: 2000, currentlyAvailable: 250, restoreRate: 100 },
    };
    expect(await failing('THROTTLED', { cost }).send(SHOP, MUTATION, {})).toMatchObject({
      error: { kind: 'throttled', retryAfter: 2500, mayHaveApplied: false },
    });
  });

  test.each([
    ['ACCESS_DENIED', 'refused', false],
    ['SHOP_INACTIVE', 'shop_gone', false],
    ['INTERNAL_SERVER_ERROR', 'unavailable', true],
    ['IDEMPOTENCY_CONCURRENT_REQUEST', 'unavailable', true],
    ['MAX_COST_EXCEEDED', 'refused', false],
    ['A_CODE_OF_TOMORROW', 'unavailable', true],
    [undefined, 'unavailable', true],
  ])('%s is %s; may have been applied: %s', async (code, kind, mayHaveApplied) => {
    expect(await failing(code).send(SHOP, MUTATION, {})).toMatchObject({
      error: { kind, message: 'no', mayHaveApplied },
    });
  });
});

describe('case 64: errors from an operation that may have run', () => {
  const denied = (path: readonly string[]) => ({
    message: 'denied',
    path,
    extensions: { code: 'ACCESS_DENIED' },
  });

  test.each([
    ['the root field itself was denied', { act: null }, [denied(['act'])], 'refused', false],
    [
      'a field below a payload that is null',
      { act: null },
      [denied(['act', 'order'])],
      'unavailable',
      true,
    ],
    [
      'one known refusal and one unknown error',
      null,
      [denied([]), { message: 'x' }],
      'unavailable',
      true,
    ],
    [
      'a known refusal after an unknown error',
      null,
      [{ message: 'x' }, denied([])],
      'unavailable',
      true,
    ],
  ])('%s', async (_what, data, errors, kind, mayHaveApplied) => {
    const { admin } = client(() => json({ data, errors }));
    expect(await admin.mutate(SHOP, MUTATION, {})).toMatchObject({
      error: { kind, mayHaveApplied },
    });
  });

  test('throttled beside data is no proof that nothing ran', async () => {
    const errors = [{ message: 'x', extensions: { code: 'THROTTLED' } }];
    const { admin } = client(() => json({ data: { act: { done: true } }, errors }));
    expect(await admin.mutate(SHOP, MUTATION, {})).toMatchObject({
      ok: true,
      value: {
        data: { act: { done: true } },
        beside: { kind: 'unavailable', mayHaveApplied: true },
      },
    });
  });

  test('a query with errors beside its data has failed', async () => {
    const { admin } = client(() =>
      json({ data: { shop: { name: null } }, errors: [denied(['shop', 'name'])] }),
    );
    expect(await admin.send(SHOP, QUERY, {})).toMatchObject({
      ok: false,
      error: { mayHaveApplied: false },
    });
  });

  test('a query for protected data brings what the shop has granted, and nothing else is forgiven', async () => {
    const asking = document<{ shop: unknown }, object>(QUERY.text, {
      mayLack: 'protected_fields',
    });
    const data = { shop: { email: null } };
    const path = ['shop', 'email'];
    const ask = (errors: readonly object[]) =>
      client(() => json({ data, errors })).admin.send(SHOP, asking, {});
    expect(await ask([denied(path)])).toEqual(ok(data));
    const documented = { message: 'This app is not approved to access the Customer object.', path };
    expect(await ask([documented])).toEqual(ok(data));
    const throttled = { message: 'x', path, extensions: { code: 'THROTTLED' } };
    const ofScope = denied(['shop', 'paymentTerms']);
    for (const error of [throttled, { message: 'x' }, denied(['other']), ofScope]) {
      expect(await ask([documented, error])).toMatchObject({ ok: false });
    }
  });
});

test.each(['', 'not json', '[]', '{}', '{"data":null}', '{"data":[]}', '{"errors":[]}'])(
  'an answer such as %j is malformed, and a mutation may have been applied',
  async (text) => {
    const { admin } = client(() => new Response(text));
    expect(await admin.send(SHOP, MUTATION, {})).toMatchObject({
      error: { kind: 'malformed', mayHaveApplied: true },
    });
  },
);
