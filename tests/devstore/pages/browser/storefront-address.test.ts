import { describe, expect, it } from 'vitest';
import { atStorefront } from './storefront-address.ts';

const PLACE = { publicAddress: 'https://pine.myshopify.com', origin: 'http://127.0.0.1:5000' };

describe('an address of the shop', () => {
  it.each([
    ['https://pine.myshopify.com/apps/cancel?a=1', 'http://127.0.0.1:5000/apps/cancel?a=1'],
    ['https://pine.myshopify.com', 'http://127.0.0.1:5000'],
    ['https://pine.myshopify.com?a=1', 'http://127.0.0.1:5000?a=1'],
  ])('%s leads to this machine', (url, expected) => {
    expect(atStorefront(url, PLACE)).toBe(expected);
  });

  it.each([
    'https://pine.myshopify.com.example.org/',
    'https://pine.myshopify.com:8443/',
    'https://oak.myshopify.com/',
    '/apps/cancel',
  ])('is not %s', (url) => {
    expect(atStorefront(url, PLACE)).toBe(url);
  });
});
