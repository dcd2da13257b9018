import { beforeEach, describe, expect, test } from 'vitest';
import { loadOfficialSchema } from '../../fetched/official-schema.ts';
import { connectApp, type ConnectedApp } from '../../seed/connected-app.ts';
import { createScenarioShop, seedOrder, type ScenarioShop } from '../../seed/scenario.ts';
import { createAdminGraphql } from '../execute.ts';

const execute = createAdminGraphql(await loadOfficialSchema());
let scene: ScenarioShop;
let app: ConnectedApp;

beforeEach(() => {
  scene = createScenarioShop();
  app = connectApp(scene, execute);
});

const TAG =
  'mutation Tag($id: ID!, $tags: [String!]!) { tagsAdd(id: $id, tags: $tags) { node { id } userErrors { message } } }';

interface Target {
  readonly url: string;
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
}

function stage(): Target {
  const { data } = app.run(
    `mutation { stagedUploadsCreate(input: [{filename: "tags.jsonl", mimeType: "text/jsonl", resource: BULK_MUTATION_VARIABLES, httpMethod: POST}]) {
      stagedTargets { url resourceUrl parameters { name value } } userErrors { message }
    } }`,
  );
  const { stagedTargets } = (data as { stagedUploadsCreate: { stagedTargets: Target[] } })
    .stagedUploadsCreate;
  const [target] = stagedTargets;
  if (target === undefined) throw new Error('no target');
  return target;
}

/** Uploads as the recorded form does; answers the path to run with. */
function upload(content: string): string {
  const { url, parameters } = stage();
  const fields = Object.fromEntries(parameters.map(({ name, value }) => [name, value]));
  const { host, pathname: path } = new URL(url);
  const answer = scene.world.storage.answer({
    host,
    method: 'POST',
    path,
    fields: { ...fields, file: content },
  });
  expect(answer.status).toBe(201);
  return fields['key'] ?? '';
}

function start(stagedUploadPath: string, mutation = TAG): unknown {
  return app.run(
    `mutation Start($mutation: String!, $path: String!) {
      bulkOperationRunMutation(mutation: $mutation, stagedUploadPath: $path) {
        bulkOperation { id status type } userErrors { field message code }
      }
    }`,
    { mutation, path: stagedUploadPath },
  ).data?.['bulkOperationRunMutation'];
}

const wait = (): void => scene.world.advanceTo(scene.world.now() + 10_000);
const current = (): { readonly url: string | null; readonly [field: string]: unknown } =>
  (
    app.run(
      '{ currentBulkOperation(type: MUTATION) { status url partialDataUrl objectCount errorCode } }',
    ).data as { currentBulkOperation: { url: string | null } }
  ).currentBulkOperation;

function answers(url: unknown): unknown[] {
  const { host, pathname: path } = new URL(String(url));
  return scene.world.storage
    .answer({ host, method: 'GET', path })
    .body.trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

describe('a bulk mutation', () => {
  test('runs once for each line of what was uploaded, and answers line by line', () => {
    const order = seedOrder(scene, { payment: 'paid' });
    const id = `gid://shopify/Order/${order.id}`;
    const lines = [
      { id, tags: ['first'] },
      { id: 'gid://shopify/Order/1', tags: ['lost'] },
      { id, tags: ['second'] },
    ].map((line) => JSON.stringify(line));
    expect(start(upload(`${lines.join('\n')}\n`))).toMatchObject({
      bulkOperation: { status: 'CREATED', type: 'MUTATION' },
      userErrors: [],
    });
    wait();
    expect(order.tags).toEqual(expect.arrayContaining(['first', 'second']));
    expect(current()).toMatchObject({ status: 'COMPLETED', objectCount: '3' });
    expect(answers(current().url)).toEqual([
      { data: { tagsAdd: { node: { id }, userErrors: [] } }, __lineNumber: 0 },
      {
        data: { tagsAdd: { node: null, userErrors: [{ message: 'Resource does not exist' }] } },
        __lineNumber: 1,
      },
      { data: { tagsAdd: { node: { id }, userErrors: [] } }, __lineNumber: 2 },
    ]);
  });

  test('that fails on the way has done what came before, and says so', () => {
    const order = seedOrder(scene, { payment: 'paid' });
    const id = `gid://shopify/Order/${order.id}`;
    scene.world.faults.inject({
      fault: {
        at: 'bulk_operation',
        type: 'MUTATION',
        effect: { kind: 'fail', code: 'INTERNAL_SERVER_ERROR', afterObjects: 1 },
      },
    });
    const lines = ['done', 'not done'].map((tag) => JSON.stringify({ id, tags: [tag] }));
    start(upload(lines.join('\n')));
    wait();
    expect(order.tags).toContain('done');
    expect(order.tags).not.toContain('not done');
    const failed = current();
    expect(failed).toMatchObject({ status: 'FAILED', errorCode: 'INTERNAL_SERVER_ERROR' });
    expect(answers(failed['partialDataUrl'])).toHaveLength(1);
  });

  test('stops when the app is uninstalled', () => {
    const order = seedOrder(scene, { payment: 'paid' });
    const line = JSON.stringify({ id: `gid://shopify/Order/${order.id}`, tags: ['late'] });
    start(upload(line));
    scene.world.apps.uninstall('connected-app', scene.domain);
    wait();
    expect(order.tags).not.toContain('late');
  });

  test.each([
    [
      'a file that is not there',
      'tmp/1/bulk/none.jsonl',
      TAG,
      {
        field: null,
        message:
          "The JSONL file could not be found. Try uploading the file again, and check that you've entered the URL correctly for the stagedUploadPath mutation argument.",
        code: 'NO_SUCH_FILE',
      },
    ],
    [
      'a query',
      'valid',
      'query { orders { edges { node { id } } } }',
      {
        field: null,
        message: 'Invalid operation type. Only `mutation` operations are supported.',
        code: 'INVALID_MUTATION',
      },
    ],
    [
      'two mutations',
      'valid',
      'mutation A($id: ID!) { a: tagsAdd(id: $id, tags: ["a"]) { node { id } } b: tagsAdd(id: $id, tags: ["b"]) { node { id } } }',
      {
        field: ['mutation'],
        message: 'You must specify a single top level mutation.',
        code: null,
      },
    ],
    [
      'another bulk operation',
      'valid',
      'mutation Stop($id: ID!) { bulkOperationCancel(id: $id) { bulkOperation { id } } }',
      { field: ['mutation'], message: 'You must use an allowed mutation name.', code: null },
    ],
  ])('is refused with %s', (_what, path, mutation, error) => {
    expect(start(path, mutation)).toEqual({ bulkOperation: null, userErrors: [error] });
  });

  test('is refused with an empty file', () => {
    expect(start(upload(''))).toMatchObject({
      bulkOperation: null,
      userErrors: [{ message: 'The input file is empty.', code: 'INVALID_STAGED_UPLOAD_FILE' }],
    });
  });
});
