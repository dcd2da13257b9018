import { globSync, readFileSync, statSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { startProgram, type Environment } from '../processes/child-process.ts';
import { readIfPresent } from '../postgres/cluster.ts';
import { isAlive } from '../postgres/process-alive.ts';
import { DEFAULT_APP_FILE, parseAppFile } from '../shopify/app-file.ts';
import { bundlesWithoutAddress } from '../shopify/bundle-addresses.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LOCK = path.join(ROOT, '.data', 'building');
const require = createRequire(import.meta.url);

type ProductName = 'database client' | 'app' | 'extensions';

type Product = {
  readonly name: ProductName;
  readonly sources: readonly string[];
  /** Written by the build; older than a source means out of date. */
  readonly results: readonly string[];
  /** What else the results have to be, beside newer than their sources. */
  readonly isRight?: () => boolean;
  readonly program: readonly [file: string, ...args: string[]];
  readonly env?: Environment;
};

const packageFile = (name: string, file: string): string =>
  path.join(path.dirname(require.resolve(`${name}/package.json`)), file);

const PRODUCTS: readonly Product[] = [
  {
    name: 'database client',
    sources: ['prisma/schema.prisma', 'package-lock.json'],
    results: ['node_modules/.prisma/client/schema.prisma'],
    program: [packageFile('prisma', 'build/index.js'), 'generate'],
  },
  {
    name: 'app',
    sources: ['app/**/*', 'public/**/*', 'vite.config.ts', 'package-lock.json'],
    results: ['build/server/index.js'],
    program: [packageFile('@remix-run/dev', 'dist/cli.js'), 'vite:build'],
    env: { NODE_ENV: 'production' },
  },
  {
    name: 'extensions',
    sources: [
      'shopify.app.toml',
      'package-lock.json',
      'extensions/*/{src,locales}/**/*',
      'extensions/shared/**/*',
      'extensions/*.json',
      'extensions/*/*.{toml,json}',
    ],
    results: ['extensions/*/dist/*.js'],
    isRight: haveTheAddress,
    program: ['scripts/build-extensions.ts'],
  },
];

/**
 * Builds what is missing or older than its sources: the database client, the app, the extensions.
 * Side by side, one caller builds and the others wait for it.
 *
 * @param names which of them; all when left out
 * @param announce called with the name of each product that has to be built
 * @throws Error with the build's output when one fails
 */
export async function bringUpToDate(
  announce: (name: string) => void,
  names: readonly ProductName[] = PRODUCTS.map(({ name }) => name),
): Promise<void> {
  await acquireLock();
  try {
    for (const product of PRODUCTS) {
      if (!names.includes(product.name) || isUpToDate(product)) continue;
      announce(product.name);
      await build(product);
    }
  } finally {
    await rm(LOCK, { force: true });
  }
}

function isUpToDate({ sources, results, isRight }: Product): boolean {
  const built = times(results);
  const isNewer = built.length > 0 && Math.min(...built) >= Math.max(...times(sources));
  return isNewer && (isRight?.() ?? true);
}

/** Shopify CLI's own build leaves bundles without an address, and a deploy those of another one. */
function haveTheAddress(): boolean {
  const file = parseAppFile(
    readFileSync(path.join(ROOT, DEFAULT_APP_FILE), 'utf8'),
    DEFAULT_APP_FILE,
  );
  return bundlesWithoutAddress(ROOT, file.application_url).length === 0;
}

function times(patterns: readonly string[]): number[] {
  return globSync([...patterns], { cwd: ROOT, exclude: ['**/*.test.*', '**/manifest.json'] })
    .map((file) => statSync(path.join(ROOT, file)))
    .filter((entry) => entry.isFile())
    .map((entry) => entry.mtimeMs);
}

async function build({ name, program: [file, ...args], env }: Product): Promise<void> {
  const program = startProgram(file, args, env ? { env } : {});
  let output = '';
  for (const stream of [program.stdout, program.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const code = await program.ended;
  if (code !== 0) throw new Error(`Building the ${name} ended with ${code}:\n${output}`);
}

/** Waits while another process that is alive builds. */
async function acquireLock(): Promise<void> {
  await mkdir(path.dirname(LOCK), { recursive: true });
  for (;;) {
    try {
      await writeFile(LOCK, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const holder = await readIfPresent(LOCK);
    if (holder && !isAlive(Number(holder))) await rm(LOCK, { force: true });
    else await sleep(200);
  }
}
