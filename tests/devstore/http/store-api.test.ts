import { afterEach, describe, expect, it } from 'vitest';
import { loadOfficialSchema } from '../fetched/official-schema.ts';
import { createAdminGraphql } from '../admin-api/execute.ts';
import type {
  AdminRequest,
  AdminResponse,
  ExecuteAdminGraphql,
} from '../world/contracts/contract.ts';
import { openTestSkin } from './fixtures/open-test-skin.ts';
import type { TestSkin } from './fixtures/open-test-skin.ts';
import { APP, SHOP } from './fixtures/test-app.ts';

let test: TestSkin;
afterEach(() => test.close());

const GRAPHQL = '/admin/api/2026-10/graphql.json';

function post(path: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(test.skin.origins.platform + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Devstore-Host': SHOP, ...headers },
    body,
  });
}

const answering = (answer: Partial<AdminResponse>): ExecuteAdminGraphql => {
  return () => ({ status: 200, headers: {}, body: { data: null }, ...answer });
};

describe('the Admin API over HTTP', () => {
  it('lets in who has a token, and nobody else', async () => {
    test = await openTestSkin(createAdminGraphql(await loadOfficialSchema()));
    const query = JSON.stringify({ query: '{ shop { name } }' });
    expect((await post(GRAPHQL, query)).status).toBe(401);
    const wrong = await post(GRAPHQL, query, { 'X-Shopify-Access-Token': 'shpat_wrong' });
    expect(wrong.status).toBe(401);

    const issued = test.world.apps.issueToken({
      clientId: APP.clientId,
      shop: SHOP,
      expiring: true,
    });
    if ('error' in issued) throw new Error(issued.error);
    const right = await post(GRAPHQL, query, { 'X-Shopify-Access-Token': issued.accessToken });
    expect(right.status).toBe(200);
    expect(await right.json()).toMatchObject({ data: { shop: { name: 'Pine <Test>' } } });
  });

  it('hands on everything the request says', async () => {
    const seen: AdminRequest[] = [];
    test = await openTestSkin((_world, request) => {
      seen.push(request);
      return { status: 200, headers: { 'X-Request-Id': 'r-1' }, body: { data: {} } };
    });
    const response = await post(
      GRAPHQL,
      JSON.stringify({ query: 'query A { x }', variables: { id: 1 }, operationName: 'A' }),
      { 'X-Shopify-Access-Token': 'token' },
    );
    expect(response.headers.get('x-request-id')).toBe('r-1');
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(seen).toEqual([
      {
        shop: SHOP,
        accessToken: 'token',
        apiVersion: '2026-10',
        query: 'query A { x }',
        variables: { id: 1 },
        operationName: 'A',
      },
    ]);
  });

  it('breaks the connection when the answer is lost', async () => {
    test = await openTestSkin(answering({ lost: 'answer' }));
    await expect(post(GRAPHQL, '{"query":"{x}"}')).rejects.toThrow();
  });

  it('answers late when told to, and with text that is no JSON when told to', async () => {
    test = await openTestSkin(answering({ delayMs: 150, malformedText: '<html>' }));
    const startedAt = Date.now();
    const response = await post(GRAPHQL, '{"query":"{x}"}');
    expect(await response.text()).toBe('<html>');
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(140);
  });

  it('refuses what it cannot read, and says 501 to what is not simulated', async () => {
    test = await openTestSkin(answering({}));
    expect((await post(GRAPHQL, '{')).status).toBe(400);
    expect((await post(GRAPHQL, '{"variables":{}}')).status).toBe(400);
    const large = JSON.stringify({ query: 'x'.repeat(1_100_000) });
    expect((await post(GRAPHQL, large)).status).toBe(413);
    const rest = await post('/admin/api/2026-10/orders.json', '{}');
    expect(rest.status).toBe(501);
    expect(await rest.text()).toContain('NOT_SIMULATED POST /admin/api/2026-10/orders.json');
  });

  it('knows only the shops of its world', async () => {
    test = await openTestSkin(answering({}));
    const headers = { 'X-Devstore-Host': 'nobody.myshopify.com' };
    expect((await post(GRAPHQL, '{"query":"{x}"}', headers)).status).toBe(404);
  });

  it('shows the storefront at a store’s own domain, and the admin API below /admin alone', async () => {
    test = await openTestSkin(answering({}));
    const { platform, storefront } = test.skin.origins;
    const own = await fetch(new URL('/policies/refund-policy', platform), {
      headers: { 'X-Devstore-Host': SHOP },
    });
    const there = await fetch(new URL('/policies/refund-policy', storefront));
    expect(own.status).toBe(there.status);
    expect(await own.text()).toBe(await there.text());
    const admin = await fetch(new URL('/admin/orders', platform), {
      headers: { 'X-Devstore-Host': SHOP },
    });
    expect(admin.status).toBe(501);
  });
});
