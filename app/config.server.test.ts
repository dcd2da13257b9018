import { expect, test } from 'vitest';

import { ConfigError, readConfig } from './config.server.ts';

const COMPLETE = {
  SHOPIFY_API_KEY: 'made-up-key',
  SHOPIFY_API_SECRET: 'made-up-secret',
  SHOPIFY_APP_URL: 'https://unorder.example.com/',
  SCOPES: 'read_orders, write_orders',
  DATABASE_URL: 'postgresql://127.0.0.1/unorder',
};

test('what is left out takes its default; an empty variable counts as left out', () => {
  const config = readConfig({
    ...COMPLETE,
    SHOPIFY_API_SECRET_PREVIOUS: '',
    SMTP_URL: '',
    MAIL_FROM: '',
    HOST: '',
    PORT: '',
  });
  expect(config).toMatchObject({
    shopify: {
      appUrl: 'https://unorder.example.com',
      scopes: ['read_orders', 'write_orders'],
      previousApiSecret: null,
    },
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

test('every variable that is missing or wrong is named, and no value is repeated', () => {
  const fault = faultOf({ ...COMPLETE, SHOPIFY_API_KEY: '', DATABASE_URL: 'mysql://secret-host' });
  expect(fault).toContain('SHOPIFY_API_KEY: Set it to');
  expect(fault).toContain('DATABASE_URL: Set it to');
  expect(fault).not.toContain('secret-host');
});

test('a mail server needs an address that mails come from', () => {
  expect(faultOf({ ...COMPLETE, SMTP_URL: 'smtps://mail.example.com' })).toContain('MAIL_FROM');
});

function faultOf(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return 'none';
}
