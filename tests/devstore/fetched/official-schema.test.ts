import { expect, test } from 'vitest';
import { loadOfficialSchema } from './official-schema.ts';

test('the official schema is the version in which a cancel reports its own failure', async () => {
  const { schema, scopes } = await loadOfficialSchema();
  expect(schema.getType('OrderCancelJobResult')).toBeDefined();
  expect(schema.getDirective('idempotent')?.args.map(({ name }) => name)).toEqual(['key']);
  expect(
    scopes.find((row) => row.typeName === 'Mutation' && row.fieldName === 'orderCancel')
      ?.offlineScopes,
  ).toContain('write_orders');
});

test('callers side by side share one loading', () => {
  expect(loadOfficialSchema()).toBe(loadOfficialSchema());
});
