import { describe, expect, test } from 'vitest';

import { kindOfAnswer, securityHeaders } from './security-headers.ts';

const framing = (target: string): string =>
  securityHeaders({ kind: 'page', target, isHttps: true })['content-security-policy'] ?? '';

describe('a page of the app can be framed', () => {
  test.each(['/app', '/app/orders/1', '/auth/session-token'])(
    'by the admin and its shop: %s',
    (path) => {
      expect(framing(`${path}?shop=kettles.myshopify.com&host=x`)).toContain(
        'frame-ancestors https://kettles.myshopify.com https://admin.shopify.com',
      );
    },
  );

  test.each([
    '/app/orders/1',
    '/app?shop=kettles.example.com',
    '/auth/session-token?shop=evil.example;script-src *',
    '/auth/session-token?shop=kettles.myshopify.com%20https://evil.example',
    '/auth/session-token?shop=kettles.myshopify.com%0d%0aset-cookie:a',
    '/app?shop=kettles.myshopify.com&shop=rivals.myshopify.com',
    '/auth/login?shop=kettles.myshopify.com',
    '/apple?shop=kettles.myshopify.com',
    '/?shop=kettles.myshopify.com',
    '/nowhere?shop=kettles.myshopify.com',
  ])('and by nobody else: %s', (target) => {
    expect(framing(target)).toMatch(/frame-ancestors 'none'$/);
    expect(securityHeaders({ kind: 'page', target, isHttps: true })['x-frame-options']).toBe(
      'DENY',
    );
  });
});

test('everything but files of the build is kept by nobody', () => {
  for (const kind of ['bare', 'page', 'storefront'] as const) {
    expect(securityHeaders({ kind, target: '/', isHttps: true })['cache-control']).toBe('no-store');
  }
  expect(securityHeaders({ kind: 'file', target: '/', isHttps: true })).not.toHaveProperty(
    'cache-control',
  );
});

test('only where the public comes by https is it told to stay there', () => {
  const sts = (isHttps: boolean) =>
    securityHeaders({ kind: 'bare', target: '/', isHttps })['strict-transport-security'];
  expect(sts(true)).toBeDefined();
  expect(sts(false)).toBeUndefined();
});

test.each([
  ['text/html; charset=utf-8', '/app', 'page'],
  ['text/html', '/proxy/policy?part=text', 'storefront'],
  ['application/liquid', '/proxy/cancel', 'storefront'],
  ['application/json', '/proxy/cancel', 'bare'],
  [null, '/app', 'bare'],
])('an answer of type %s at %s is %s', (type, target, kind) => {
  expect(kindOfAnswer(type, target)).toBe(kind);
});
