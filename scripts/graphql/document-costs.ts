import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { requestedCost, withRequestedOrderEdits } from 'devstore/admin-api';
import { loadOfficialSchema } from 'devstore/official-schema';
import { Kind, parse, type OperationDefinitionNode } from 'graphql';

import { PROBED_DOCUMENTS } from '../../app/platform/health/probed-documents.ts';
import { findDocuments } from './graphql-documents.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What the app's documents cost before they run, by the rule fitted to recordings: the text of a module. */
export async function documentCosts(): Promise<string> {
  const schema = withRequestedOrderEdits((await loadOfficialSchema()).schema);
  const costs = new Map<string, number>();
  const count = (text: string, variables: Readonly<Record<string, unknown>>): void => {
    const document = parse(text);
    const operation = document.definitions.find(
      (definition): definition is OperationDefinitionNode =>
        definition.kind === Kind.OPERATION_DEFINITION,
    );
    const name = operation?.name?.value;
    if (operation && name !== undefined) {
      costs.set(name, requestedCost(schema, document, operation, variables));
    }
  };
  // Mutations, which are asked only in earnest; no page of theirs has its size from a variable.
  const files = globSync('app/platform/{documents,effects}/**/*.ts', { cwd: ROOT });
  for (const file of files.sort()) {
    if (file.endsWith('.test.ts')) continue;
    for (const text of findDocuments(file, readFileSync(path.join(ROOT, file), 'utf8'))) {
      count(text, {});
    }
  }
  for (const { document, variables } of PROBED_DOCUMENTS) {
    count(document.text, variables as Readonly<Record<string, unknown>>);
  }
  const rows = [...costs].sort(([a], [b]) => (a < b ? -1 : 1));
  return `/** Query points of each document, before it runs, asked as \`probed-documents.ts\` asks. */
export const DOCUMENT_COSTS: Readonly<Record<string, number>> = ${JSON.stringify(Object.fromEntries(rows))};
`;
}
