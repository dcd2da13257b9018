import { expect, it } from 'vitest';

import { policy } from '../../../tests/support/facts/policies.ts';
import type { PolicyPage } from '../../application/policy/read-policy-page.ts';
import { presentPolicyPage } from './present-policy.ts';

const locale = (code: string, primary: boolean, published: boolean) => ({
  locale: code,
  name: code,
  primary,
  published,
});
const page: PolicyPage = {
  policy: policy(),
  versions: [
    { version: 3, savedAt: 3_000, savedBy: { kind: 'staff', staffId: '42' } },
    { version: 2, savedAt: 2_000, savedBy: { kind: 'staff', staffId: '43' } },
    { version: 1, savedAt: 1_000, savedBy: { kind: 'system' } },
  ],
  shop: {
    name: 'Kettles',
    currencyCode: 'EUR',
    paymentCurrencyCodes: ['EUR'],
    countryCode: 'DE',
    timeZone: 'Europe/Berlin',
    storefrontUrl: 'https://kettles.example.com',
    contactEmail: 'hello@kettles.example.com',
    locales: [locale('en', false, true), locale('fr', false, false), locale('de', true, true)],
    markets: [{ id: 'm1', name: 'Neighbours', countries: [{ code: 'AT', name: 'Austria' }] }],
  },
  gateways: ['bogus'],
  collectionTitles: new Map([['gid://shopify/Collection/1', 'Kettles']]),
};
const reader = { staffId: '42' };

it('tells versions apart by whether the reader saved them', () => {
  const { versions } = presentPolicyPage(page, reader);
  expect(versions.map(({ savedBy }) => savedBy)).toEqual(['you', 'other', 'unorder']);
});

it('names the languages customers read, the shop’s own first', () => {
  expect(presentPolicyPage(page, reader).shop).toEqual({
    complete: true,
    currencyCode: 'EUR',
    timeZone: 'Europe/Berlin',
    locales: ['de', 'en'],
    markets: [{ id: 'm1', name: 'Neighbours', countries: ['AT'] }],
    gateways: ['bogus'],
    collectionTitles: { 'gid://shopify/Collection/1': 'Kettles' },
  });
});

it.each([{ shop: null }, { gateways: null }, { collectionTitles: null }])(
  'stands without %o, and says that something is missing',
  (missing) => {
    const { shop } = presentPolicyPage({ ...page, ...missing }, reader);
    expect(shop.complete).toBe(false);
    expect(shop.locales.length).toBeGreaterThan(0);
  },
);
