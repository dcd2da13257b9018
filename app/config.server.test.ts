import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

import { parse } from 'smol-toml';
import { describe, expect, test } from 'vitest';

import { ConfigError, readConfig, VARIABLES } from './config.server.ts';
import { ACCESS_SCOPES } from './platform/reads/access-scopes.ts';

const KEY = createHash('sha256').update('made up').digest('base64');
const COMPLETE = {
  SHOPIFY_API_KEY: '0123456789abcdef0123456789abcdef',
  SHOPIFY_API_SECRET: 'made-up-secret',
  SHOPIFY_APP_URL: 'https://unorder.example.com/',
  DATABASE_URL: 'postgresql://127.0.0.1/unorder',
};

test('what is left out takes its default; an empty variable counts as left out', () => {
  const config = readConfig({
    ...COMPLETE,
    SHOPIFY_API_SECRET_PREVIOUS: '',
    TOKEN_ENCRYPTION_KEYS: '',
    SMTP_URL: '',
    MAIL_FROM: '',
    HOST: '',
    PORT: '',
  });
  expect(config).toMatchObject({
    // Whoever starts it without a word gets the mode that shows strangers nothing.
    mode: 'production',
    shopify: { appUrl: 'https://unorder.example.com', previousApiSecret: null },
    mail: null,
    listen: { host: '127.0.0.1', port: 3000 },
  });
});

test('the secret before a rotation is taken beside the present one', () => {
  expect(readConfig({ ...COMPLETE, SHOPIFY_API_SECRET_PREVIOUS: 'older' }).shopify).toMatchObject({
    apiSecret: 'made-up-secret',
    previousApiSecret: 'older',
  });
});

test('every variable that is missing or wrong is named at once, and no value is repeated', () => {
  const fault = faultOf({
    ...COMPLETE,
    NODE_ENV: 'production',
    SHOPIFY_API_KEY: '',
    DATABASE_URL: 'mysql://secret-host',
    SMTP_URL: 'smtps://mail.example.com',
    PORT: 'secret-port',
  });
  for (const name of ['SHOPIFY_API_KEY', 'DATABASE_URL', 'TOKEN_ENCRYPTION_KEYS', 'MAIL_FROM']) {
    expect(fault).toContain(`${name}: Set it to`);
  }
  expect(fault).toContain('PORT: Set it to a whole number from 0 to 65535.');
  expect(fault).not.toContain('secret-');
});

test('a mail server needs an address that mails come from', () => {
  expect(faultOf({ ...COMPLETE, SMTP_URL: 'smtps://mail.example.com' })).toContain('MAIL_FROM');
});

describe('refused, each by its name:', () => {
  test.each([
    ['SHOPIFY_APP_URL', 'http://unorder.example.com'],
    ['SHOPIFY_APP_URL', 'https://unorder.example.com/app'],
    ['SHOPIFY_APP_URL', 'https://unorder.example.com/?shop=a'],
    ['SHOPIFY_APP_URL', 'https://somebody@unorder.example.com'],
    ['SHOPIFY_APP_URL', 'unorder.example.com'],
    ['SHOPIFY_API_KEY', '00000000000000000000000000000000'],
    ['SHOPIFY_API_KEY', 'my-app'],
    ['SHOPIFY_API_KEY', '0123456789ABCDEF0123456789ABCDE'],
    ['SHOPIFY_API_SECRET', 'two words'],
    ['SHOPIFY_API_SECRET', COMPLETE.SHOPIFY_API_KEY],
    ['DATABASE_URL', 'postgresql://127.0.0.1'],
    ['DATABASE_URL', 'postgresql://127.0.0.1:99999/unorder'],
    ['DATABASE_URL', 'https://127.0.0.1/unorder'],
    ['TOKEN_ENCRYPTION_KEYS', KEY],
    ['TOKEN_ENCRYPTION_KEYS', 'a:tooshort'],
    ['TOKEN_ENCRYPTION_KEYS', `a:${KEY},a:${KEY}`],
    ['TOKEN_ENCRYPTION_KEYS', `a:${KEY},plain`],
    ['TOKEN_ENCRYPTION_KEYS', `a:${Buffer.alloc(32).toString('base64')}`],
    ['SMTP_URL', 'smtp:'],
    ['PORT', '65536'],
    ['PORT', '1e3'],
    ['WORKER_CONCURRENCY', '0'],
    ['WORKER_CONCURRENCY', '0x10'],
    ['HOST', 'http://0.0.0.0'],
    ['NODE_ENV', 'staging'],
    ['LOG_LEVEL', 'loud'],
  ])('%s=%s', (name, value) => {
    const fault = faultOf({ ...COMPLETE, MAIL_FROM: 'orders@example.com', [name]: value });
    expect(fault.split('\n').slice(1)).toEqual([expect.stringMatching(`^  ${name}: `)]);
  });
});

test.each(['http://127.0.0.1:3000', 'http://localhost:3000/', 'http://[::1]:3000'])(
  'http is for this machine alone: %s',
  (url) => {
    expect(readConfig({ ...COMPLETE, SHOPIFY_APP_URL: url }).shopify.appUrl).toBe(
      url.replace(/\/$/, ''),
    );
  },
);

describe('token keys', () => {
  const keysOf = (keys: string) =>
    readConfig({ ...COMPLETE, NODE_ENV: 'production', TOKEN_ENCRYPTION_KEYS: keys })
      .tokenEncryption;

  test('the first writes, all of them read', () => {
    const { current, known } = keysOf(`2027:${KEY}, 2026:${KEY}`);
    expect(current?.id).toBe('2027');
    expect(known.map(({ id }) => id)).toEqual(['2027', '2026']);
    expect(current?.key).toHaveLength(32);
  });

  test('plain first writes none and reads all: for the first deploy of a shop that has tokens', () => {
    const { current, known } = keysOf(`plain,2026:${KEY}`);
    expect(current).toBeNull();
    expect(known.map(({ id }) => id)).toEqual(['2026']);
  });

  test('without any, development takes one from the app’s secret, the same at every start', () => {
    const [one, two] = [readConfig(COMPLETE), readConfig(COMPLETE)];
    expect(one.tokenEncryption).toEqual(two.tokenEncryption);
    const other = readConfig({ ...COMPLETE, SHOPIFY_API_SECRET: 'another' });
    expect(other.tokenEncryption).not.toEqual(one.tokenEncryption);
  });
});

test('.env.example lists exactly the variables that are read', () => {
  const example = parseEnv(readFileSync('.env.example', 'utf8'));
  expect(Object.keys(example).toSorted()).toEqual([...VARIABLES].toSorted());
});

test('.env.example, filled in where it is empty, is an environment that starts', () => {
  const example = parseEnv(readFileSync('.env.example', 'utf8'));
  const filledIn = Object.fromEntries(
    Object.entries({ ...COMPLETE, ...example }).map(([name, value]) => [
      name,
      value || (COMPLETE as Record<string, string>)[name],
    ]),
  );
  expect(faultOf(filledIn)).toBe('none');
});

test('shopify.app.toml asks for exactly the scopes that the app counts on', () => {
  const file = parse(readFileSync('shopify.app.toml', 'utf8')) as {
    access_scopes: { scopes: string };
  };
  expect(file.access_scopes.scopes.split(',').toSorted()).toEqual([...ACCESS_SCOPES].toSorted());
});

function faultOf(environment: Record<string, string | undefined>): string {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return 'none';
}
