import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { requestedCost, withRequestedOrderEdits } from 'devstore/admin-api';
import { loadOfficialSchema } from 'devstore/official-schema';
import { Kind, type OperationDefinitionNode, parse } from 'graphql';
import { expect, test } from 'vitest';

import { type AdminDocument, document } from '../../../app/platform/client/document.ts';
import { findDocuments } from '../../../scripts/graphql/graphql-documents.ts';

/*
 * What has to be left of a shop's allowance before the platform runs a document: 2,000 points at most on the
 * smallest plan, 100 more a second. A document that grows dear shows here first.
 */

const MOST = 250;
/** Past orders on a page, for whoever tries out a draft. */
const ORDERS_AT_ONCE = 4;

const schema = withRequestedOrderEdits((await loadOfficialSchema()).schema);

const isDocument = (value: unknown): value is AdminDocument<unknown, unknown> =>
  typeof value === 'object' && value !== null && 'operationName' in value;

const shared = await Promise.all(
  globSync('app/platform/documents/**/*.ts').map(async (file) => {
    const exported = (await import(path.resolve(file))) as Record<string, unknown>;
    return Object.values(exported).filter(isDocument);
  }),
).then((all) => all.flat());
/** An effect's own document stands in its file, and in no other. */
const own = globSync('app/platform/effects/*.ts')
  .filter((file) => !file.endsWith('.test.ts'))
  .flatMap((file) => findDocuments(file, readFileSync(file, 'utf8')))
  .map((text) => document(text));
const documents = [...shared, ...own];

function pointsOf(name: string): number {
  const found = documents.find(({ operationName }) => operationName === name);
  if (!found) throw new Error(`There is no document ${name}.`);
  const parsed = parse(found.text);
  const operation = parsed.definitions.find(
    (definition): definition is OperationDefinitionNode =>
      definition.kind === Kind.OPERATION_DEFINITION,
  );
  if (!operation) throw new Error(`${name} has no operation.`);
  return requestedCost(schema, parsed, operation, { first: ORDERS_AT_ONCE });
}

test('every document of the app is looked at', () => {
  expect(documents.length).toBeGreaterThanOrEqual(40);
});

test.each(documents.map(({ operationName }) => operationName))(
  'running %s takes few of the points that a shop has',
  (name) => {
    expect(pointsOf(name)).toBeLessThanOrEqual(MOST);
  },
);

test.each([
  ['ReadOrder', 116],
  ['ReadOrderForRefund', 123],
  ['ReadSnapshots', 12],
  ['ReadCancelJob', 2],
  ['ListOrders', 110],
  ['ReadOrders', 116],
  ['CancelOrder', 10],
  ['HoldFulfillmentOrder', 10],
])('%s takes %i points', (name, points) => {
  expect(pointsOf(name)).toBe(points);
});
