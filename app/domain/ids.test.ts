import { expect, test } from 'vitest';

import { parseCustomerId, parseLineItemId, parseOrderId } from './ids.ts';

test.each([parseOrderId, parseCustomerId, parseLineItemId])(
  'an id is one of those that Shopify can give: %o',
  (parse) => {
    expect(parse('9223372036854775807')).toMatch(/^gid:\/\/shopify\/\w+\/9223372036854775807$/);
    for (const none of [
      '9223372036854775808',
      '9999999999999999999',
      '0',
      '01',
      '1 ',
      '１',
      '1n',
    ]) {
      expect(parse(none)).toBeNull();
    }
  },
);

test('an id names its kind or none: another kind’s is none', () => {
  expect(parseOrderId('gid://shopify/Order/1')).toBe('gid://shopify/Order/1');
  for (const other of [
    'gid://shopify/Customer/1',
    'gid://shopify/Order/1/2',
    'gid://shopify/Order/',
    ' gid://shopify/Order/1',
    'gid://shopify/Order/gid://shopify/Order/1',
    '/1',
  ]) {
    expect(parseOrderId(other), other).toBeNull();
  }
});
