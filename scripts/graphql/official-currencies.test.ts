import { loadOfficialSchema } from 'devstore/official-schema';
import { type GraphQLEnumType } from 'graphql';
import { expect, test } from 'vitest';

import { formatMoney, isCurrencyCode, money } from '../../app/domain/money.ts';

/** What an order of any shop can be in. */
const { schema } = await loadOfficialSchema();
const currencies = (schema.getType('CurrencyCode') as GraphQLEnumType).getValues();

test('every currency of the Admin API can be counted in and written down', () => {
  const codes = currencies.map(({ name }) => name);
  expect(codes.length).toBeGreaterThan(150);
  expect(codes.filter((code) => !isCurrencyCode(code))).toEqual([]);
  for (const code of codes) expect(formatMoney(money(0, code), 'de')).toMatch(/0/);
});
