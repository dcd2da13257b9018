import { expect, test } from 'vitest';

import { policyVersion } from './policy-bodies.ts';

test.each(['2147483648', '9999999999', '99999999999', '-1', '1e3', '1.0', '\u0663', ''])(
  'a version that no database counts to, or that is no number, is none: %j',
  (given) => {
    expect(policyVersion.safeParse(given).success).toBe(false);
  },
);

test('the last that a database counts to is one', () => {
  expect(policyVersion.parse('2147483647')).toBe(2_147_483_647);
});
