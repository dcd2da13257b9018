/**
 * `npm run rotate-keys`: encrypts every token in the database under the current key of TOKEN_ENCRYPTION_KEYS.
 * The app may run meanwhile. `npm run rotate-keys -- --print-key` prints a new key instead.
 */
import '../app/processes/node-env.ts';

import { randomBytes } from 'node:crypto';
import { env } from 'node:process';

import { ConfigError, readConfig } from '../app/config.server.ts';
import { WORKING } from '../app/persistence/database/connection.ts';
import { createDatabase } from '../app/persistence/database/database.ts';
import { createReadiness } from '../app/persistence/database/readiness.ts';
import { resealAll } from '../app/persistence/shop/sealed-tokens.ts';
import { createTokenCipher } from '../app/persistence/shop/token-cipher.ts';
import { startOrExplain } from '../app/processes/process-start.ts';
import { readCommandLine } from './processes/command-line.ts';

const { values } = readCommandLine(
  `
npm run rotate-keys [-- --print-key]
  Encrypts every token in the database under the current key of TOKEN_ENCRYPTION_KEYS.
  --print-key   prints a new key instead`,
  { 'print-key': { type: 'boolean', default: false } },
);
if (values['print-key']) {
  const name = `k${new Date().toISOString().slice(0, 10).replaceAll('-', '')}`;
  process.stdout.write(`${name}:${randomBytes(32).toString('base64')}\n`);
} else {
  await startOrExplain(rotate);
}

async function rotate(): Promise<void> {
  // Only now: to print a key takes no database.
  await import('./postgres/provide-database.ts');
  const { databaseUrl, tokenEncryption } = readConfig(env);
  const readiness = createReadiness(databaseUrl);
  const found = await readiness.checkAtStart();
  await readiness.close();
  if (found !== 'ready') throw new ConfigError([`DATABASE_URL: ${found.fault}`]);
  const unreadable: string[] = [];
  const cipher = createTokenCipher(tokenEncryption, ({ shop }, keyId) =>
    unreadable.push(`${shop}: no key opens its tokens, which name the key "${keyId}".`),
  );
  const database = createDatabase({
    url: databaseUrl,
    connections: 1,
    patience: WORKING,
    onConnectionLost: () => undefined,
  });
  try {
    const done = await resealAll(database, cipher);
    const under = tokenEncryption.current ? `under ${tokenEncryption.current.id}` : 'in plain text';
    process.stdout.write(
      `${done.sessions} sessions: ${done.resealed} stored anew ${under}, ${done.unreadable} unreadable.\n`,
    );
  } finally {
    await database.close();
  }
  if (unreadable.length === 0) return;
  process.stderr.write(`${unreadable.join('\n')}\nThese shops have to open the app once.\n`);
  process.exitCode = 1;
}
