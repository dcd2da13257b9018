import { Prisma } from '@prisma/client';
import { expect, test } from 'vitest';

import { column, columns } from './rows.ts';

test('fields of every model but the session library’s are columns in small letters with underscores', () => {
  const named = Prisma.dmmf.datamodel.models.flatMap(({ name, fields }) =>
    name === 'Session' ? [] : fields.filter(({ kind }) => kind !== 'object'),
  );
  expect(named.length).toBeGreaterThan(50);
  for (const { name, dbName } of named) expect(column(name)).toBe(dbName ?? name);
});

test('columns come under the names of their fields', () => {
  expect(columns(['shop', 'orderId'])).toBe('shop AS "shop", order_id AS "orderId"');
  expect(columns(['orderId'], 'o')).toBe('o.order_id AS "orderId"');
});
