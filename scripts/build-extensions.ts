/**
 * `npm run build:extensions`: builds every extension into its `dist/`, with Shopify's own build
 * but without a login, and checks the size that Shopify accepts.
 */
import { globSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

import { parse } from 'smol-toml';
import { z } from 'zod';

import { onEndRequest, startProgram, stopPrograms } from './processes/child-process.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** https://shopify.dev/docs/apps/build/app-extensions/optimize-bundle-size */
const LIMIT_BYTES = 64 * 1024;

const AppFile = z.object({ application_url: z.url() });

onEndRequest(stopPrograms);
await build();
for (const bundle of globSync('extensions/*/dist/*.js', { cwd: ROOT }).sort()) {
  const bytes = brotliCompressSync(await readFile(path.join(ROOT, bundle))).byteLength;
  console.log(`${bundle}: ${(bytes / 1024).toFixed(1)} KiB compressed`);
  if (bytes > LIMIT_BYTES) {
    console.error(`${bundle} is larger than the ${LIMIT_BYTES / 1024} KiB that Shopify accepts.`);
    process.exitCode = 1;
  }
}

/**
 * The command builds the web app too where it finds a `shopify.web.toml`; so it is pointed at a
 * folder with nothing but the app's configuration and the extensions.
 */
async function build(): Promise<void> {
  await mkdir(path.join(ROOT, '.data'), { recursive: true });
  const folder = await mkdtemp(path.join(ROOT, '.data', 'build-extensions-'));
  try {
    for (const file of ['package.json', 'shopify.app.toml']) {
      await copyFile(path.join(ROOT, file), path.join(folder, file));
    }
    await symlink(path.join(ROOT, 'extensions'), path.join(folder, 'extensions'), 'dir');
    const manifest = createRequire(import.meta.url).resolve('@shopify/cli/package.json');
    const appFile = AppFile.parse(
      parse(await readFile(path.join(ROOT, 'shopify.app.toml'), 'utf8')),
    );
    const program = startProgram(
      path.join(path.dirname(manifest), 'bin/run.js'),
      ['app', 'build', '--path', folder, '--skip-dependencies-installation', '--no-color'],
      {
        env: {
          // Where the shopper's extension finds the app. `shopify app dev` sets it itself.
          APP_URL: process.env.APP_URL ?? appFile.application_url,
          CI: '1',
          SHOPIFY_CLI_NO_ANALYTICS: '1',
        },
      },
    );
    program.stdout.pipe(process.stdout, { end: false });
    program.stderr.pipe(process.stderr, { end: false });
    const code = await program.ended;
    if (code !== 0) throw new Error(`shopify app build ended with ${code}.`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
