import { describe, expect, it } from 'vitest';

import { signedQuery } from '../../../tests/support/stages/proxied-request.ts';
import { createRouteContext } from '../../../tests/support/stages/route-context.ts';
import { MINUTE } from '../../domain/time.ts';
import { readProxyStatement } from './proxy-signature.ts';

const NOW = Date.UTC(2026, 10, 22, 9);
const SECRETS = ['a-client-secret'];
const parameters = {
  shop: 'kettles.myshopify.com',
  path_prefix: '/apps/unorder',
  timestamp: String(NOW / 1000),
  logged_in_customer_id: '',
  locale: 'de',
};

const read = (query: URLSearchParams, secrets = SECRETS, now = NOW) =>
  readProxyStatement(query, secrets, now);

/** The query with one parameter changed after it was signed. */
function changed(name: string, value: string): URLSearchParams {
  const query = signedQuery(parameters);
  query.set(name, value);
  return query;
}

/** A query that is signed, and has a parameter twice. */
function doubled(name: 'shop' | 'path_prefix', more: string): URLSearchParams {
  const query = signedQuery({ ...parameters, [name]: `${parameters[name]},${more}` });
  query.set(name, parameters[name]);
  query.append(name, more);
  return query;
}

describe('a proxied request', () => {
  it('names the shop and where its storefront has the app’s pages', () => {
    expect(read(signedQuery(parameters))).toEqual({
      shop: 'kettles.myshopify.com',
      pathPrefix: '/apps/unorder',
    });
  });

  it('is known by Shopify’s own library for the same query', async () => {
    const { context } = await createRouteContext();
    const query = signedQuery({ ...parameters, timestamp: String(Math.floor(Date.now() / 1000)) });
    const request = new Request(`https://unorder.example.com/proxy/policy?${query.toString()}`);
    await expect(context.shopify.authenticate.public.appProxy(request)).resolves.toBeTruthy();
    expect(read(query, SECRETS, Date.now())).not.toBeNull();
    query.set('shop', 'rivals.myshopify.com');
    const forged = new Request(`https://unorder.example.com/proxy/policy?${query.toString()}`);
    const refusal = context.shopify.authenticate.public.appProxy(forged);
    await expect(refusal).rejects.toMatchObject({ status: 400 });
    expect(read(query, SECRETS, Date.now())).toBeNull();
  });

  it('is known when values of one name are many', () => {
    const signed = signedQuery({ ...parameters, extra: '1,2' });
    signed.delete('extra');
    signed.append('extra', '1');
    signed.append('extra', '2');
    expect(read(signed)).not.toBeNull();
  });

  it.each([
    ['another shop', changed('shop', 'rivals.myshopify.com')],
    ['another customer', changed('logged_in_customer_id', '7')],
    ['another place', changed('path_prefix', '/apps/other')],
    ['something added', changed('debug', '1')],
    [
      'no signature',
      signedQuery(parameters)
        .toString()
        .replace(/&signature=.*/, ''),
    ],
    ['an empty signature', changed('signature', '')],
    ['a signature that is none', changed('signature', 'zz')],
    ['another app’s secret', signedQuery(parameters, 'another-secret')],
    ['a second shop', `${signedQuery(parameters).toString()}&shop=rivals.myshopify.com`],
    ['two shops, both signed', doubled('shop', 'rivals.myshopify.com')],
    ['two places, both signed', doubled('path_prefix', '/apps/other')],
    ['no shop', signedQuery({ ...parameters, shop: '' })],
    ['a shop that is none', signedQuery({ ...parameters, shop: 'evil.example.com' })],
    ['a place that is none', signedQuery({ ...parameters, path_prefix: 'https://evil.example' })],
    ['no time', signedQuery({ ...parameters, timestamp: '' })],
    ['a time that is none', signedQuery({ ...parameters, timestamp: 'now' })],
  ])('is refused with %s', (_what, query) => {
    expect(read(new URLSearchParams(query))).toBeNull();
  });

  it('is refused a minute and a half after it was sent, and before', () => {
    const query = signedQuery(parameters);
    expect(read(query, SECRETS, NOW + 1.5 * MINUTE)).not.toBeNull();
    expect(read(query, SECRETS, NOW + 1.5 * MINUTE + 1)).toBeNull();
    expect(read(query, SECRETS, NOW - 1.5 * MINUTE - 1)).toBeNull();
  });

  it('is known by the former secret while the secret is being rotated', () => {
    const query = signedQuery(parameters, 'the-former-secret');
    expect(read(query)).toBeNull();
    expect(read(query, [...SECRETS, 'the-former-secret'])).not.toBeNull();
  });
});
