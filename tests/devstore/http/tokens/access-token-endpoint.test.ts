import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestSkin } from '../fixtures/open-test-skin.ts';
import type { TestSkin } from '../fixtures/open-test-skin.ts';
import { APP, SHOP } from '../fixtures/test-app.ts';
import { mintIdToken } from './session-token.ts';

const STAFF = { surface: 'admin', shop: SHOP, staffUserId: '7' } as const;

let test: TestSkin;
beforeEach(async () => {
  test = await openTestSkin();
});
afterEach(() => test.close());

function ask(body: Record<string, unknown>): Promise<Response> {
  return fetch(`${test.skin.origins.platform}/admin/oauth/access_token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Devstore-Host': SHOP },
    body: JSON.stringify({ client_id: APP.clientId, client_secret: APP.clientSecret, ...body }),
  });
}

function exchange(subjectToken: string, more: Record<string, unknown> = {}): Promise<Response> {
  return ask({
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    subject_token: subjectToken,
    subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
    requested_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token',
    expiring: '1',
    ...more,
  });
}

interface Pair {
  access_token: string;
  refresh_token: string;
}
const refresh = (token: string): Promise<Response> =>
  ask({ grant_type: 'refresh_token', refresh_token: token });
const pairOf = async (response: Response): Promise<Pair> => (await response.json()) as Pair;

describe('token exchange', () => {
  it('gives an expiring offline token and its refresh token for a session token', async () => {
    const response = await exchange(test.skin.mintIdToken(STAFF));
    expect(response.status).toBe(200);
    const body = (await response.json()) as Record<string, unknown>;
    expect(body).toEqual({
      access_token: expect.any(String) as string,
      scope: 'read_orders,write_orders',
      expires_in: 3600,
      refresh_token: expect.any(String) as string,
      refresh_token_expires_in: 7_776_000,
    });
    expect(test.world.apps.verifyToken(SHOP, String(body['access_token']))).not.toBeNull();
  });

  it('gives a lasting token without a refresh token when none that expires is asked for', async () => {
    const response = await exchange(test.skin.mintIdToken(STAFF), { expiring: '0' });
    expect(Object.keys((await response.json()) as object).sort()).toEqual([
      'access_token',
      'scope',
    ]);
  });

  const online = (staffId: number): Promise<Response> =>
    exchange(test.skin.mintIdToken({ ...STAFF, staffUserId: String(staffId) }), {
      requested_token_type: 'urn:shopify:params:oauth:token-type:online-access-token',
    });

  it('gives an online token that says whose it is and what that person may do', async () => {
    const body = (await (await online(test.owner.id)).json()) as Record<string, unknown>;
    expect(body).toEqual({
      access_token: expect.stringMatching(/^shpua_/) as string,
      scope: 'read_orders,write_orders',
      expires_in: 86_399,
      associated_user_scope: 'read_orders,write_orders',
      associated_user: {
        id: test.owner.id,
        first_name: 'Ada',
        last_name: 'Owner',
        email: 'ada@example.com',
        email_verified: true,
        account_owner: true,
        locale: 'en',
        collaborator: false,
      },
    });
  });

  it('gives a member of staff who may not cancel a token that cannot write', async () => {
    const body = (await (await online(test.reader.id)).json()) as Record<string, unknown>;
    expect(body).toMatchObject({
      scope: 'read_orders,write_orders',
      associated_user_scope: 'read_orders',
      associated_user: { collaborator: true, account_owner: false, locale: 'de' },
    });
    const bearer = test.world.apps.verifyToken(SHOP, String(body['access_token']));
    expect(bearer).toMatchObject({ scopes: ['read_orders'], staff: test.reader });
  });

  it('gives no online token to somebody who is not staff of the shop', async () => {
    const response = await online(1);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: 'invalid_subject_token' });
  });

  it('ends an online token after a day', async () => {
    const body = (await (await online(test.owner.id)).json()) as { access_token: string };
    await test.skin.advanceBy(86_398_000);
    expect(test.world.apps.verifyToken(SHOP, body.access_token)).not.toBeNull();
    await test.skin.advanceBy(1000);
    expect(test.world.apps.verifyToken(SHOP, body.access_token)).toBeNull();
  });

  const now = (): number => Date.now();
  it.each([
    ['a wrong signature', () => mintIdToken({ ...APP, clientSecret: 'another' }, STAFF, now())],
    ['another app’s audience', () => mintIdToken({ ...APP, clientId: 'other' }, STAFF, now())],
    ['an expired token', () => mintIdToken(APP, STAFF, now() - 120_000)],
    [
      'another shop’s token',
      () => mintIdToken(APP, { ...STAFF, shop: 'oak.myshopify.com' }, now()),
    ],
    [
      'a customer’s token',
      () =>
        mintIdToken(
          APP,
          { surface: 'customer-account', shop: SHOP, customerId: 'gid://shopify/Customer/1' },
          now(),
        ),
    ],
    [
      'an unsigned token',
      () => {
        const [, payload] = mintIdToken(APP, STAFF, now()).split('.');
        const header = Buffer.from('{"alg":"none"}').toString('base64url');
        return `${header}.${payload}.`;
      },
    ],
    [
      'a token that claims no algorithm and is signed all the same',
      () => {
        const [, payload] = mintIdToken(APP, STAFF, now()).split('.');
        const text = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}`;
        const signature = createHmac('sha256', APP.clientSecret).update(text).digest('base64url');
        return `${text}.${signature}`;
      },
    ],
    ['no token at all', () => 'x'],
  ])('refuses %s', async (_what, token) => {
    const response = await exchange(token());
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: 'invalid_subject_token' });
  });

  it('refuses a wrong client secret before it looks at the token', async () => {
    const response = await exchange('x', { client_secret: 'wrong' });
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ error: 'invalid_client' });
  });

  it('refuses an app the shop has removed', async () => {
    test.world.apps.uninstall(APP.clientId, SHOP);
    const response = await exchange(test.skin.mintIdToken(STAFF));
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: 'app_not_installed' });
  });
});

describe('token refresh', () => {
  it('gives a new pair, and the old refresh token works until the new one is used', async () => {
    const first = await pairOf(await exchange(test.skin.mintIdToken(STAFF)));
    const second = await pairOf(await refresh(first.refresh_token));
    expect(second.access_token).not.toBe(first.access_token);
    expect((await refresh(first.refresh_token)).status).toBe(200);
    expect((await refresh(second.refresh_token)).status).toBe(200);
    const refused = await refresh(first.refresh_token);
    expect(refused.status).toBe(401);
    expect(await refused.json()).toMatchObject({ error: 'invalid_request' });
  });

  it('can lose its answer, which the same refresh token then makes good', async () => {
    const first = await pairOf(await exchange(test.skin.mintIdToken(STAFF)));
    await test.control.tokenFaults.inject({ kind: 'answer-lost', times: 1 });
    await expect(refresh(first.refresh_token)).rejects.toThrow();
    expect((await refresh(first.refresh_token)).status).toBe(200);
  });

  it('can fail with a status of choice, and issues nothing then', async () => {
    const first = await pairOf(await exchange(test.skin.mintIdToken(STAFF)));
    await test.control.tokenFaults.inject({ kind: 'http', status: 503, times: 1 });
    expect((await refresh(first.refresh_token)).status).toBe(503);
    expect((await refresh(first.refresh_token)).status).toBe(200);
  });
});
