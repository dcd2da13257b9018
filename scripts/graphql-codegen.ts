/**
 * `npm run graphql-codegen`: types for every Admin API document of the app, checked against the
 * official schema and what was released since it was packed, and what each costs by the fitted rule. With `--check`
 * nothing is written, and a difference is a failure.
 */
import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { codegen } from '@graphql-codegen/core';
import * as operations from '@graphql-codegen/typescript-operations';
import { withRequestedOrderEdits } from 'devstore/admin-api';
import { loadOfficialSchema } from 'devstore/official-schema';
import { Kind, parse, printSchema, Source, validate, type DocumentNode } from 'graphql';

import { formatSource } from './repository/format-source.ts';
import { documentCosts } from './graphql/document-costs.ts';
import { findDocuments } from './graphql/graphql-documents.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OUTPUT = path.join(ROOT, 'app/platform/admin-api.generated.ts');
const COSTS = path.join(ROOT, 'app/platform/health/document-costs.generated.ts');
const HEADING = '/* Written by `npm run graphql-codegen`. Do not edit. */\n';

/** How the schema's own scalars travel as JSON, by their descriptions in the schema. */
const STRINGS = [
  ...['ARN', 'BigInt', 'Color', 'Date', 'DateTime', 'Decimal', 'FormattedString', 'HTML', 'Money'],
  ...['StorefrontID', 'URL', 'UnsignedInt64', 'UtcOffset'],
];
const SCALARS = {
  ...Object.fromEntries(STRINGS.map((name) => [name, 'string'])),
  ID: 'string',
  JSON: 'unknown',
};

type Module = { readonly location: string; readonly document: DocumentNode };

const { values: options } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
for (const [file, text] of [
  [OUTPUT, await generate()],
  [COSTS, await formatSource(COSTS, HEADING + (await documentCosts()))],
] as const) {
  if (!options.check) {
    await writeFile(file, text);
  } else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    console.error(`${path.relative(ROOT, file)} is not current. Run: npm run graphql-codegen`);
    process.exitCode = 1;
  }
}

async function generate(): Promise<string> {
  const schema = withRequestedOrderEdits((await loadOfficialSchema()).schema);
  const sources = await readSources();
  const whole: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: sources.flatMap(({ document }) => document.definitions),
  };
  const errors = validate(schema, whole);
  if (errors.length > 0) {
    throw new Error(`The documents do not fit the official schema:\n${errors.join('\n\n')}`);
  }
  const types = await codegen({
    schema: parse(printSchema(schema)),
    schemaAst: schema,
    documents: sources,
    filename: OUTPUT,
    plugins: [{ operations: {} }],
    pluginMap: { operations },
    config: { skipTypename: true, strictScalars: true, scalars: SCALARS },
  });
  return formatSource(OUTPUT, HEADING + types);
}

async function readSources(): Promise<Module[]> {
  const files = globSync('app/platform/**/*.ts', { cwd: ROOT }).sort();
  const sources: Module[] = [];
  for (const file of files) {
    if (file.endsWith('.test.ts')) continue;
    const text = await readFile(path.join(ROOT, file), 'utf8');
    for (const document of findDocuments(file, text)) {
      sources.push({ location: file, document: parse(new Source(document, file)) });
    }
  }
  return sources;
}
