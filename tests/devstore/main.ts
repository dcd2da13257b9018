#!/usr/bin/env node
/**
 * Runs the devstore as a process of its own:
 * `node tests/devstore/main.ts [--seed demo|empty] [--app-url http://127.0.0.1:3000] …`
 * Prints one line of JSON with its addresses when it is ready. Ends on SIGTERM or SIGINT, and when
 * the process that started it is gone.
 */
import { parseArgs } from 'node:util';
import { startDevstore } from './start.ts';

const PARENT_CHECK_MS = 500;
// Read before anything is awaited: the parent may be gone by the time the devstore is ready.
const parent = process.ppid;

const { values } = parseArgs({
  options: {
    'app-url': { type: 'string' },
    'app-toml': { type: 'string', default: 'shopify.app.toml' },
    'client-id': { type: 'string' },
    'client-secret': { type: 'string' },
    seed: { type: 'string', default: 'demo' },
    'platform-port': { type: 'string', default: '0' },
    'customer-port': { type: 'string', default: '0' },
    'storefront-port': { type: 'string', default: '0' },
    'tunnel-port': { type: 'string', default: '0' },
    'smtp-port': { type: 'string', default: '0' },
  },
});

const clientId = values['client-id'] ?? process.env['SHOPIFY_API_KEY'];
const clientSecret = values['client-secret'] ?? process.env['SHOPIFY_API_SECRET'];
if (!clientId || !clientSecret) {
  throw new Error(
    'The devstore needs the app’s credentials: --client-id and --client-secret, or SHOPIFY_API_KEY and SHOPIFY_API_SECRET.',
  );
}
if (values.seed !== 'demo' && values.seed !== 'empty') {
  throw new Error(`--seed is demo or empty, not ${values.seed}.`);
}

const devstore = await startDevstore({
  appUrl: values['app-url'] ?? null,
  clientId,
  clientSecret,
  appTomlPath: values['app-toml'],
  seed: values.seed,
  ports: {
    platform: Number(values['platform-port']),
    customer: Number(values['customer-port']),
    storefront: Number(values['storefront-port']),
    tunnel: Number(values['tunnel-port']),
    smtp: Number(values['smtp-port']),
  },
});
process.stdout.write(`${JSON.stringify({ ready: true, ...devstore.origins })}\n`);

let stopping = false;
const stop = (): void => {
  if (stopping) return;
  stopping = true;
  clearInterval(watch);
  devstore.stop().then(
    () => process.exit(0),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
};

const watch = setInterval(() => {
  if (process.ppid !== parent) stop();
}, PARENT_CHECK_MS);
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
