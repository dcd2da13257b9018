import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { mintIdToken, verifyAdminIdToken } from './session-token.ts';

const APP = { clientId: 'client-1', clientSecret: 'secret-1' };
const NOW = Date.UTC(2026, 10, 22, 12, 0, 0);
const STAFF = { surface: 'admin', shop: 'pine.myshopify.com', staffUserId: '7' } as const;

function claimsOf(token: string): Record<string, unknown> {
  const payload: unknown = JSON.parse(
    Buffer.from(token.split('.')[1] ?? '', 'base64url').toString(),
  );
  return { ...(payload as object) };
}

function forge(header: object, claims: object, secret: string): string {
  const text = [header, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

describe('admin session tokens', () => {
  it('carry the documented claims and live one minute', () => {
    expect(claimsOf(mintIdToken(APP, STAFF, NOW))).toMatchObject({
      iss: 'https://pine.myshopify.com/admin',
      dest: 'https://pine.myshopify.com',
      aud: 'client-1',
      sub: '7',
      iat: NOW / 1000,
      nbf: NOW / 1000,
      exp: NOW / 1000 + 60,
      jti: expect.any(String) as string,
      sid: expect.any(String) as string,
    });
  });

  it('verify for the app they were minted for', () => {
    expect(verifyAdminIdToken(APP, mintIdToken(APP, STAFF, NOW), NOW)).toMatchObject({
      shop: 'pine.myshopify.com',
      staffUserId: '7',
    });
  });

  it('are refused when expired beyond the clock tolerance, or not yet valid', () => {
    const token = mintIdToken(APP, STAFF, NOW);
    expect(verifyAdminIdToken(APP, token, NOW + 69_000)).not.toBeNull();
    expect(verifyAdminIdToken(APP, token, NOW + 70_000)).toBeNull();
    expect(verifyAdminIdToken(APP, token, NOW - 11_000)).toBeNull();
  });

  it('are refused with another secret, audience or algorithm', () => {
    const token = mintIdToken(APP, STAFF, NOW);
    const claims = claimsOf(token);
    const header = { alg: 'HS256', typ: 'JWT' };
    expect(verifyAdminIdToken(APP, forge(header, claims, 'secret-1'), NOW)).not.toBeNull();
    expect(verifyAdminIdToken(APP, forge(header, claims, 'secret-2'), NOW)).toBeNull();
    expect(verifyAdminIdToken({ ...APP, clientId: 'client-2' }, token, NOW)).toBeNull();
    expect(
      verifyAdminIdToken(APP, forge({ alg: 'HS512', typ: 'JWT' }, claims, 'secret-1'), NOW),
    ).toBeNull();
    const unsigned = forge({ alg: 'none' }, claims, 'secret-1').split('.').slice(0, 2).join('.');
    expect(verifyAdminIdToken(APP, `${unsigned}.`, NOW)).toBeNull();
  });

  it('are refused when issuer and destination name different shops', () => {
    const claims = {
      ...claimsOf(mintIdToken(APP, STAFF, NOW)),
      iss: 'https://oak.myshopify.com/admin',
    };
    expect(verifyAdminIdToken(APP, forge({ alg: 'HS256' }, claims, 'secret-1'), NOW)).toBeNull();
  });
});

describe('customer account session tokens', () => {
  it('name the shop as a bare domain and the customer only when signed in', () => {
    const guest = claimsOf(
      mintIdToken(
        APP,
        { surface: 'customer-account', shop: 'pine.myshopify.com', customerId: null },
        NOW,
      ),
    );
    expect(guest).toMatchObject({ dest: 'pine.myshopify.com', aud: 'client-1' });
    expect(guest).not.toHaveProperty('sub');
    const signedIn = claimsOf(
      mintIdToken(
        APP,
        {
          surface: 'customer-account',
          shop: 'pine.myshopify.com',
          customerId: 'gid://shopify/Customer/5',
        },
        NOW,
      ),
    );
    expect(signedIn['sub']).toBe('gid://shopify/Customer/5');
  });

  it('open no admin session', () => {
    const token = mintIdToken(
      APP,
      { surface: 'customer-account', shop: 'pine.myshopify.com', customerId: null },
      NOW,
    );
    expect(verifyAdminIdToken(APP, token, NOW)).toBeNull();
  });
});
