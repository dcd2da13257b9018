import { describe, expect, it } from 'vitest';
import { proxySignature, signedProxyQuery } from './app-proxy-signature.ts';

const STATEMENT = {
  shop: 'shop-name.myshopify.com',
  customerId: 1,
  pathPrefix: '/apps/awesome_reviews',
  at: 1_317_327_555_000,
};

describe('the signature of a proxied request', () => {
  // Both are the examples on https://shopify.dev/docs/apps/build/online-store/app-proxies
  it.each([
    [1, '4c68c8624d737112c91818c11017d24d334b524cb5c2b8ba08daa056f7395ddb'],
    [null, 'e072b6d7e6622d85912a5214b860d3100dc1e73d9bc29f43796ac8c9ff8093cb'],
  ])('is the documented one for customer %s', (customerId, signature) => {
    const asked = new URLSearchParams('extra=1&extra=2');
    const query = signedProxyQuery(asked, { ...STATEMENT, customerId }, 'hush');
    expect(query.get('signature')).toBe(signature);
    expect(query.get('logged_in_customer_id')).toBe(customerId === null ? '' : '1');
    expect(query.getAll('extra')).toEqual(['1', '2']);
  });

  it('covers what Shopify says, whatever the browser claims under the same names', () => {
    const asked = new URLSearchParams(
      'shop=other.myshopify.com&logged_in_customer_id=9&signature=abc&timestamp=0&path_prefix=/x',
    );
    const query = signedProxyQuery(asked, STATEMENT, 'hush');
    expect(query.getAll('shop')).toEqual([STATEMENT.shop]);
    expect(query.getAll('logged_in_customer_id')).toEqual(['1']);
    expect(query.getAll('timestamp')).toEqual(['1317327555']);
    expect(query.getAll('signature')).toEqual([proxySignature(query, 'hush')]);
  });
});
