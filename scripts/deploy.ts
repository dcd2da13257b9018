/** `npm run deploy`: releases configuration and extensions to Shopify, unless that would break the app. */
import { fileURLToPath } from 'node:url';

import { onEndRequest, startProgram, stopPrograms } from './processes/child-process.ts';
import { readCommandLine } from './processes/command-line.ts';
import { loadEnvironmentFile } from './processes/environment-file.ts';
import { AppFileError } from './shopify/app-file.ts';
import { deploy, DeployRefused } from './shopify/deploy.ts';
import { runShopify } from './shopify/shopify-cli.ts';

const { values } = readCommandLine(
  `
npm run deploy [-- options]
  Checks shopify.app.toml against the code, builds the extensions for its application_url, and releases both.
  -c, --config <name>     shopify.app.<name>.toml instead
  --allow-updates         asks nothing when the release adds or changes something
  --allow-deletes         asks nothing when it removes something
  --no-release            makes a version without releasing it
  --version <text>        the version's name
  --message <text>        a note on the version
  --source-control-url <address>
  --verbose`,
  {
    config: { type: 'string', short: 'c' },
    'allow-updates': { type: 'boolean' },
    'allow-deletes': { type: 'boolean' },
    'no-release': { type: 'boolean' },
    version: { type: 'string' },
    message: { type: 'string' },
    'source-control-url': { type: 'string' },
    verbose: { type: 'boolean' },
  },
);
loadEnvironmentFile();
const { config = process.env['SHOPIFY_FLAG_APP_CONFIG'], ...flags } = values;

onEndRequest(stopPrograms);
try {
  process.exitCode = await deploy({
    root: fileURLToPath(new URL('..', import.meta.url)),
    config,
    env: process.env,
    flags: Object.entries(flags).flatMap(([flag, value]) =>
      typeof value === 'string' ? [`--${flag}`, value] : value ? [`--${flag}`] : [],
    ),
    build: buildExtensions,
    shopify: runShopify,
  });
} catch (error) {
  if (!(error instanceof DeployRefused || error instanceof AppFileError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function buildExtensions(file: string): Promise<number> {
  const program = startProgram('scripts/build-extensions.ts', ['--config', file]);
  program.stdout.pipe(process.stdout, { end: false });
  program.stderr.pipe(process.stderr, { end: false });
  const code = await program.ended;
  return typeof code === 'number' ? code : 1;
}
