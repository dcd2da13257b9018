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
