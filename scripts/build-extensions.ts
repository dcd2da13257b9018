/**
 * `npm run build:extensions`: builds every extension into its `dist/`, with Shopify's own build but without a
 * login, for the address of the app's file, and checks that each holds it and is of the size that Shopify accepts.
 */
import { globSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

import { onEndRequest, startProgram, stopPrograms } from './processes/child-process.ts';
import { readCommandLine } from './processes/command-line.ts';
import { appFileNamed, parseAppFile, readAppFile } from './shopify/app-file.ts';
import { bundlesWithoutAddress } from './shopify/bundle-addresses.ts';
import { SHOPIFY_CLI } from './shopify/shopify-cli.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** https://shopify.dev/docs/apps/build/app-extensions/optimize-bundle-size */
const LIMIT_BYTES = 64 * 1024;

const { values: options } = readCommandLine(
  `
npm run build:extensions [-- --config name]
  Builds the extensions for the application_url of shopify.app.toml.
  --config   of shopify.app.<name>.toml instead`,
  { config: { type: 'string', short: 'c' } },
);
const name = appFileNamed(options.config);
const { application_url: address } = parseAppFile(
  await readAppFile(path.join(ROOT, name), name),
  name,
);

onEndRequest(stopPrograms);
await build();
for (const bundle of bundlesWithoutAddress(ROOT, address)) {
  console.error(`${bundle} does not hold ${address}: it could not find the app.`);
  process.exitCode = 1;
}
for (const bundle of globSync('extensions/*/dist/*.js', { cwd: ROOT }).sort()) {
  const bytes = brotliCompressSync(await readFile(path.join(ROOT, bundle))).byteLength;
  console.log(`${bundle}: ${(bytes / 1024).toFixed(1)} KiB compressed`);
  if (bytes > LIMIT_BYTES) {
    console.error(`${bundle} is larger than the ${LIMIT_BYTES / 1024} KiB that Shopify accepts.`);
    process.exitCode = 1;
  }
}

/**
 * The command builds the web app too where it finds a `shopify.web.toml`, and takes what a `.env` says for the
 * extensions' address, be it nothing; so it is pointed at a folder with nothing but the app's configuration and
 * the extensions.
 */
async function build(): Promise<void> {
  await mkdir(path.join(ROOT, '.data'), { recursive: true });
  const folder = await mkdtemp(path.join(ROOT, '.data', 'build-extensions-'));
  try {
    await copyFile(path.join(ROOT, 'package.json'), path.join(folder, 'package.json'));
    await copyFile(path.join(ROOT, name), path.join(folder, 'shopify.app.toml'));
    await symlink(path.join(ROOT, 'extensions'), path.join(folder, 'extensions'), 'dir');
    const program = startProgram(
      SHOPIFY_CLI,
      ['app', 'build', '--path', folder, '--skip-dependencies-installation', '--no-color'],
      {
        env: {
          // Where the shopper's extension finds the app. `shopify app dev` sets it itself; `build` and `deploy`
          // do not: https://github.com/Shopify/cli/pull/5258
          APP_URL: new URL(address).origin,
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
