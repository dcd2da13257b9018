/**
 * `npm run doctor`: looks at everything around the app, in one store, and says what it means and what to do. With
 * `--rehearse` it asks a development store by test orders what cannot be read.
 */
import '../app/processes/node-env.ts';

import { env } from 'node:process';

import { diagnose } from './doctor/diagnose.ts';
import { printDiagnosis } from './doctor/print-diagnosis.ts';
import { runRehearsal } from './doctor/run-rehearsal.ts';
import { readCommandLine, wholeNumber } from './processes/command-line.ts';
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

  --rehearse            on a development store only: makes test orders, cancels them, writes down what it sees every
                        100 ms, deletes them, and says where the store differs from what is known
  --confirm <domain>    the store's domain, typed once more; asked for where it is left out
  --out <file>          where to write it; tests/devstore/recordings/live.json when left out
  --orders-per-minute <n>  how many orders the store takes a minute; 5, as Shopify documents, when left out
  --clean-up            only deletes what a rehearsal that was stopped has left
  REHEARSAL_OTHER_APP_TOKEN in the environment is the token of a second app in the store, to hold fulfillment with.

  Exit 0: nothing is broken, or nothing differs. 1: something is, or does. 2: it could not look, or did not start.
  130: a rehearsal was stopped; run it again to go on.`,
  {
    shop: { type: 'string' },
    config: { type: 'string', short: 'c', default: env['SHOPIFY_FLAG_APP_CONFIG'] ?? '' },
    'keep-token': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    rehearse: { type: 'boolean', default: false },
    confirm: { type: 'string' },
    out: { type: 'string', default: 'tests/devstore/recordings/live.json' },
    'orders-per-minute': { type: 'string', default: '5' },
    'clean-up': { type: 'boolean', default: false },
  },
);

// Only now: to say how it is used takes no database.
await import('./postgres/provide-database.ts');
try {
  const wanted = { shop: values.shop ?? null, config: values.config };
  if (values.rehearse || values['clean-up']) {
    process.exitCode = await runRehearsal(env, {
      shop: wanted.shop,
      confirmed: values.confirm ?? null,
      out: values.out,
      ordersPerMinute: Math.max(1, wholeNumber('--orders-per-minute', values['orders-per-minute'])),
      onlyCleansUp: values['clean-up'],
    });
  } else {
    const diagnosis = await diagnose(env, {
      ...wanted,
      renewToken: !values['keep-token'],
    });
    process.stdout.write(printDiagnosis(diagnosis, values.json ? 'json' : 'text'));
    process.exitCode = diagnosis.state === 'broken' ? 1 : 0;
  }
} catch (error) {
  if (!(error instanceof AppFileError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
