import { afterEach, expect, it } from 'vitest';
import { createAdminGraphql } from '../admin-api/execute.ts';
import { loadOfficialSchema } from '../fetched/official-schema.ts';
import { reroutedFetch } from './app/rerouted-fetch.ts';
import { openTestSkin, type TestSkin } from './fixtures/open-test-skin.ts';
import { APP, SHOP } from './fixtures/test-app.ts';

let test: TestSkin;
afterEach(() => test.close());

interface Target {
  readonly url: string;
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
}

it('takes the file of a bulk mutation and gives its result, at Shopify’s addresses', async () => {
  test = await openTestSkin(createAdminGraphql(await loadOfficialSchema()));
  const issued = test.world.apps.issueToken({
    clientId: APP.clientId,
    shop: SHOP,
    expiring: true,
  });
  if ('error' in issued) throw new Error(issued.error);
  const get = reroutedFetch(test.skin.origins.platform, fetch);
  const ask = async (query: string, variables: object = {}): Promise<unknown> => {
    const answer = await get(`https://${SHOP}/admin/api/2026-10/graphql.json`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-Shopify-Access-Token': issued.accessToken,
      },
      body: JSON.stringify({ query, variables }),
    });
    return ((await answer.json()) as { data: unknown }).data;
  };

  const staged = (await ask(
    'mutation { stagedUploadsCreate(input: [{filename: "t.jsonl", mimeType: "text/jsonl", resource: BULK_MUTATION_VARIABLES, httpMethod: POST}]) { stagedTargets { url parameters { name value } } } }',
  )) as { stagedUploadsCreate: { stagedTargets: Target[] } };
  const [target] = staged.stagedUploadsCreate.stagedTargets;
  expect(target?.url).toBe('https://shopify-staged-uploads.storage.googleapis.com/');
  const order = test.placeOrder();
  const id = `gid://shopify/Order/${order.id}`;
  const form = new FormData();
  for (const { name, value } of target?.parameters ?? []) form.append(name, value);
  const line = JSON.stringify({ id, tags: ['bulk'] });
  form.append('file', new Blob([line], { type: 'text/jsonl' }), 't.jsonl');
  const uploaded = await get(target?.url ?? '', { method: 'POST', body: form });
  expect(uploaded.status).toBe(201);

  const path = target?.parameters.find(({ name }) => name === 'key')?.value;
  await ask(
    'mutation Run($path: String!, $mutation: String!) { bulkOperationRunMutation(stagedUploadPath: $path, mutation: $mutation) { bulkOperation { id } userErrors { message } } }',
    {
      path,
      mutation:
        'mutation T($id: ID!, $tags: [String!]!) { tagsAdd(id: $id, tags: $tags) { node { id } } }',
    },
  );
  await test.control.advanceBy(5_000);
  const { currentBulkOperation } = (await ask(
    '{ currentBulkOperation(type: MUTATION) { url } }',
  )) as { currentBulkOperation: { url: string } };
  const result = await get(currentBulkOperation.url);
  expect(result.headers.get('Content-Type')).toContain('application/jsonl');
  expect(await result.text()).toBe(
    `${JSON.stringify({ data: { tagsAdd: { node: { id } } }, __lineNumber: 0 })}\n`,
  );
  expect((await get('https://storage.googleapis.com/elsewhere')).status).toBe(404);
});
