/** `npm run doctor`: looks at everything around the app, in one store, and says what it means and what to do. */
import '../app/processes/node-env.ts';
import './postgres/provide-database.ts';

import { env } from 'node:process';

import { diagnose } from './doctor/diagnose.ts';
import { printDiagnosis } from './doctor/print-diagnosis.ts';
import { readCommandLine } from './processes/command-line.ts';
import { AppFileError } from './shopify/app-file.ts';

const { values } = readCommandLine(
  `
npm run doctor [-- options]
  Looks at settings, database, permissions, protected data, query costs, webhooks, storefront pages and extensions
  of one store, and says what each means and what to do. Changes nothing but the store's token, which it renews.

  --shop <domain>       the store; may be left out where only one has the app
  -c, --config <name>   shopify.app.<name>.toml instead
  --keep-token          renews no token
  --json                prints the findings as JSON

  Exit 0: nothing is broken. 1: something is. 2: it could not look.`,
  {
    shop: { type: 'string' },
    config: { type: 'string', short: 'c', default: env['SHOPIFY_FLAG_APP_CONFIG'] ?? '' },
    'keep-token': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
);

try {
  const diagnosis = await diagnose(env, {
    shop: values.shop ?? null,
    config: values.config,
    renewToken: !values['keep-token'],
  });
  process.stdout.write(printDiagnosis(diagnosis, values.json ? 'json' : 'text'));
  process.exitCode = diagnosis.state === 'broken' ? 1 : 0;
} catch (error) {
  if (!(error instanceof AppFileError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
