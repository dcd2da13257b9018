import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

/** Shopify CLI's own program, of the version that package-lock.json pins. */
export const SHOPIFY_CLI = path.join(
  path.dirname(require.resolve('@shopify/cli/package.json')),
  'bin/run.js',
);

/** Runs Shopify CLI; resolves to its exit code. */
export type RunShopify = (args: readonly string[]) => Promise<number>;

/** Any of these would lead a command to another app or folder than the one that was checked. */
const LEADING_ASTRAY = [
  'SHOPIFY_FLAG_APP_CONFIG',
  'SHOPIFY_FLAG_APP_CONFIG_FILE_NAME',
  'SHOPIFY_FLAG_CLIENT_ID',
  'SHOPIFY_FLAG_PATH',
  'SHOPIFY_FLAG_RESET',
];

/** In the person's own terminal: it asks, and opens a browser to log in. */
export const runShopify: RunShopify = (args) =>
  new Promise((resolve, reject) => {
    const env = { ...process.env };
    for (const name of LEADING_ASTRAY) delete env[name];
    const child = spawn(process.execPath, [SHOPIFY_CLI, ...args], { stdio: 'inherit', env });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
