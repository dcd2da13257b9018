import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

import { type IConfiguration, type ICruiseResult, cruise } from 'dependency-cruiser';
import { afterAll, beforeAll, expect, it } from 'vitest';

/* A small project with one forbidden import after the other, and what the rules say of each. */

const rules = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as IConfiguration;

/** Who imports what, and the rule that refuses it. `type` where the import is of a type alone. */
const FORBIDDEN: readonly (readonly [
  name: string,
  from: string,
  to: string,
  rule: string,
  type?: 'type',
])[] = [
  [
    'presentation an adapter',
    'app/presentation/order/a.ts',
    'app/platform/a.ts',
    'what-presentation-may-know',
  ],
  [
    'presentation an adapter’s type',
    'app/presentation/order/b.ts',
    'app/persistence/order/a.ts',
    'what-presentation-may-know',
    'type',
  ],
  [
    'presentation http',
    'app/presentation/order/c.ts',
    'app/http/staff/a.ts',
    'what-presentation-may-know',
  ],
  [
    'presentation a component',
    'app/presentation/order/d.ts',
    'app/components/list/a.tsx',
    'what-presentation-may-know',
  ],
  [
    'ingress persistence',
    'app/ingress/a.ts',
    'app/persistence/order/a.ts',
    'what-ingress-may-know',
  ],
  ['ingress a job', 'app/ingress/b.ts', 'app/jobs/a.ts', 'what-ingress-may-know'],
  ['http a component', 'app/http/staff/b.ts', 'app/components/list/a.tsx', 'what-http-may-know'],
  [
    'http persistence',
    'app/http/staff/c.ts',
    'app/persistence/order/a.ts',
    'what-http-may-know',
    'type',
  ],
  [
    'an extension the domain',
    'extensions/block/src/a.ts',
    'app/domain/money.ts',
    'extensions-know-the-contract',
  ],
  [
    'an extension a type of presentation',
    'extensions/block/src/b.ts',
    'app/presentation/order/e.ts',
    'extensions-know-the-contract',
    'type',
  ],
  [
    'an extension another',
    'extensions/block/src/c.ts',
    'extensions/other/src/a.ts',
    'extensions-know-the-contract',
  ],
  [
    'an extension the tests',
    'extensions/block/src/d.ts',
    'tests/support/a.ts',
    'extensions-know-the-contract',
  ],
  [
    'an extension the whole of zod',
    'extensions/block/src/e.ts',
    'node_modules/zod/index.js',
    'extensions-take-the-small-zod',
  ],
  [
    'the contract the whole of zod',
    'app/contract/shopper/a.ts',
    'node_modules/zod/index.js',
    'extensions-take-the-small-zod',
  ],
  [
    'the contract the application',
    'app/contract/staff/a.ts',
    'app/application/order/a.ts',
    'what-contract-may-know',
    'type',
  ],
  [
    'the domain the application',
    'app/domain/order/a.ts',
    'app/application/order/a.ts',
    'what-domain-may-know',
    'type',
  ],
  [
    'the domain the contract',
    'app/domain/order/b.ts',
    'app/contract/json.ts',
    'what-domain-may-know',
    'type',
  ],
  ['the domain Node', 'app/domain/order/c.ts', 'node:fs', 'what-domain-may-know'],
  [
    'the application an adapter',
    'app/application/order/b.ts',
    'app/platform/a.ts',
    'what-application-may-know',
    'type',
  ],
  [
    'the application presentation',
    'app/application/order/c.ts',
    'app/presentation/order/e.ts',
    'what-application-may-know',
  ],
  [
    'the application the contract',
    'app/application/order/d.ts',
    'app/contract/json.ts',
    'what-application-may-know',
    'type',
  ],
  ['messages the domain', 'app/messages/a.ts', 'app/domain/money.ts', 'what-messages-may-know'],
  ['formats a store', 'app/formats/a.ts', 'app/persistence/order/a.ts', 'what-formats-may-know'],
  [
    'a component http',
    'app/components/list/b.tsx',
    'app/http/staff/a.ts',
    'what-components-may-know',
    'type',
  ],
  [
    'a component the application',
    'app/components/list/c.tsx',
    'app/application/order/a.ts',
    'what-components-may-know',
    'type',
  ],
  [
    'a component persistence',
    'app/components/list/d.tsx',
    'app/persistence/order/a.ts',
    'what-components-may-know',
  ],
  [
    'a route Prisma',
    'app/routes/a.tsx',
    'node_modules/@prisma/client/index.js',
    'what-routes-may-know',
  ],
  ['a route GraphQL', 'app/routes/b.tsx', 'node_modules/graphql/index.js', 'what-routes-may-know'],
  ['a route a document', 'app/routes/c.tsx', 'app/platform/documents/a.ts', 'what-routes-may-know'],
  ['notifications a job', 'app/notifications/a.ts', 'app/jobs/a.ts', 'what-notifications-may-know'],
  ['a job the platform', 'app/jobs/b.ts', 'app/platform/a.ts', 'what-jobs-may-know'],
  [
    'the platform persistence',
    'app/platform/b.ts',
    'app/persistence/order/a.ts',
    'what-platform-may-know',
  ],
  [
    'persistence notifications',
    'app/persistence/order/b.ts',
    'app/notifications/b.ts',
    'what-persistence-may-know',
  ],
  [
    'observability an adapter',
    'app/observability/a.ts',
    'app/jobs/a.ts',
    'what-observability-may-know',
  ],
  [
    'processes a page',
    'app/processes/a.ts',
    'app/components/list/a.tsx',
    'what-processes-may-know',
  ],
  ['styles anything', 'app/styles/a.ts', 'app/domain/money.ts', 'what-styles-may-know'],
  ['the app the tests', 'app/domain/order/d.ts', 'tests/support/a.ts', 'app-knows-no-tests'],
  ['the devstore the app', 'tests/devstore/a.ts', 'app/domain/money.ts', 'devstore-stands-alone'],
  ['a circle of types', 'app/domain/circle/a.ts', 'app/domain/circle/b.ts', 'no-cycles', 'type'],
  [
    'a presenter what wires',
    'app/presentation/order/f.ts',
    'app/container.server.ts',
    'ports-meet-adapters-in-one-place',
    'type',
  ],
];

let folder: string;
const found = new Set<string>();

const importOf = (from: string, to: string): string => {
  if (to.startsWith('node:')) return to;
  const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(to)?.[1];
  if (name !== undefined) return name;
  const relative = path.relative(path.dirname(from), to);
  return relative.startsWith('.') ? relative : `./${relative}`;
};

async function write(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
  await writeFile(path.join(folder, file), text);
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'boundaries-'));
  const files = new Map<string, string>();
  for (const [, , to] of FORBIDDEN)
    if (!to.startsWith('node:')) files.set(to, 'export type T = 1;');
  for (const [, from, to, , type] of FORBIDDEN) {
    const kind = type === undefined ? '' : 'type ';
    files.set(from, `import ${kind}{ T } from '${importOf(from, to)}';\nexport const t: T = 1;\n`);
  }
  files.set('app/domain/circle/b.ts', "import type { T } from './a.ts';\nexport type U = T;\n");
  files.set(
    'tsconfig.json',
    JSON.stringify({ compilerOptions: { allowImportingTsExtensions: true } }),
  );
  const dependencies: Record<string, string> = {};
  for (const name of ['zod', '@prisma/client', 'graphql']) {
    dependencies[name] = '1.0.0';
    files.set(
      `node_modules/${name}/package.json`,
      JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
    );
    files.set(`node_modules/${name}/index.js`, 'exports.T = 1;');
  }
  files.set('package.json', JSON.stringify({ name: 'p', dependencies }));
  for (const [file, text] of files) await write(file, text);
  const { output } = await cruise(['app', 'tests', 'extensions'], {
    ...rules.options,
    ruleSet: { forbidden: rules.forbidden ?? [] },
    validate: true,
    baseDir: folder,
  });
  for (const { from, to, rule } of (output as ICruiseResult).summary.violations) {
    found.add(`${from} ${to} ${rule.name}`);
  }
}, 60_000);

afterAll(() => rm(folder, { recursive: true }));

it.each(FORBIDDEN.map(([name, from, to, rule]) => ({ name, from, to, rule })))(
  'the boundaries refuse: $name',
  ({ from, to, rule }) => {
    expect([...found]).toContain(`${from} ${to.replace('node:', '')} ${rule}`);
  },
);

it('every room of the app has its rule', async () => {
  const named = (rules.forbidden ?? []).flatMap(
    ({ name }) => /^what-(.+)-may-know$/.exec(name ?? '')?.slice(1, 2) ?? [],
  );
  const entries = await readdir('app', { withFileTypes: true });
  const rooms = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(named.sort()).toEqual(rooms.sort());
});
