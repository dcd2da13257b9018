/** `npm run config:link`: ties shopify.app.toml to your app in the Dev Dashboard. */
import { fileURLToPath } from 'node:url';

import { readCommandLine } from './processes/command-line.ts';
import { loadEnvironmentFile } from './processes/environment-file.ts';
import { AppFileError } from './shopify/app-file.ts';
import { configLink } from './shopify/config-link.ts';
import { runShopify } from './shopify/shopify-cli.ts';

const { values } = readCommandLine(
  `
npm run config:link [-- options]
  Ties shopify.app.toml to your app in the Dev Dashboard: client id, name, handle and addresses are that app's,
  scopes and webhooks stay this repository's. SHOPIFY_APP_URL, when set, is the address.
  -c, --config <name>   shopify.app.<name>.toml instead, begun as a copy
  --client-id <id>      which app, without being asked`,
  { config: { type: 'string', short: 'c' }, 'client-id': { type: 'string' } },
);
loadEnvironmentFile();
const { config = process.env['SHOPIFY_FLAG_APP_CONFIG'], 'client-id': clientId } = values;

// Ctrl-C reaches Shopify CLI from the terminal; we end after it, and tidy up.
process.on('SIGINT', () => undefined);
try {
  const lines = await configLink({
    root: fileURLToPath(new URL('..', import.meta.url)),
    config,
    address: process.env['SHOPIFY_APP_URL'],
    flags: clientId === undefined ? [] : ['--client-id', clientId],
    shopify: runShopify,
  });
  process.stdout.write(`${lines.join('\n')}\n`);
} catch (error) {
  if (!(error instanceof AppFileError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
