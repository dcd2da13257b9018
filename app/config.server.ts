import { hkdfSync } from 'node:crypto';

import { z } from 'zod';

import { FEWEST_CONNECTIONS } from './persistence/database/connections.ts';

/** A key that tokens are encrypted with at rest: 32 bytes under a name that stands in the rows. */
export interface TokenKey {
  readonly id: string;
  readonly key: Buffer;
}

export interface Config {
  readonly mode: 'development' | 'production' | 'test';
  readonly shopify: {
    readonly apiKey: string;
    readonly apiSecret: string;
    /** While the secret is being rotated: webhooks signed with this one are genuine too. */
    readonly previousApiSecret: string | null;
    /** An origin, without a slash at its end. */
    readonly appUrl: string;
  };
  readonly databaseUrl: string;
  /** The most connections that one process opens to it. */
  readonly databaseConnections: number;
  readonly tokenEncryption: {
    /** What new tokens are written with; null writes them as they are. */
    readonly current: TokenKey | null;
    /** Every key that a stored token may be encrypted with, the current one among them. */
    readonly known: readonly TokenKey[];
  };
  /** Null: Shopify's own notifications are used instead of the app's mails. */
  readonly mail: { readonly smtpUrl: string; readonly from: string } | null;
  /** Who hears of requests that wait for a person: the shop's contact address, another one, or nobody. */
  readonly requestMails: { readonly to: 'shop' | 'nobody' | { readonly address: string } };
  /** Whoever runs this installation, as staff are told to reach them: a mail address or a web address. */
  readonly operator: string | null;
  readonly listen: { readonly host: string; readonly port: number };
  /** Where a worker tells how it is; null when nobody asks. */
  readonly healthPort: number | null;
  /** Where a process tells its metrics; null when nobody asks. */
  readonly metrics: { readonly host: string; readonly port: number } | null;
  /** How many proxies of one's own stand between Shopify and the app, each adding to `X-Forwarded-For`. */
  readonly trustedProxies: number;
  readonly workerConcurrency: number;
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** A start that cannot succeed: the message says which variables to set, and to what. */
export class ConfigError extends Error {
  constructor(faults: readonly string[]) {
    super(`The environment is not complete:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** An unset variable and an empty one are the same: `.env` files have both. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const text = (pattern: RegExp, message: string) =>
  z.string({ error: message }).regex(pattern, message);

const address = (isRight: (url: URL, text: string) => boolean, message: string) =>
  z
    .string({ error: message })
    .refine((given) => URL.canParse(given) && isRight(new URL(given), given), message);

const whole = (least: number, most: number) => {
  const message = `Set it to a whole number from ${least} to ${most}.`;
  return text(/^\d{1,6}$/, message)
    .transform(Number)
    .refine((value) => value >= least && value <= most, message);
};

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Shopify reaches the app over HTTPS alone; what runs on one machine never leaves it. */
const isAppAddress = (url: URL, given: string): boolean =>
  (url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname))) &&
  given.replace(/\/$/, '').toLowerCase() === url.origin;

const isDatabaseAddress = ({ protocol, hostname, pathname, searchParams }: URL): boolean =>
  ['postgresql:', 'postgres:'].includes(protocol) &&
  (hostname !== '' || searchParams.has('host')) &&
  /^\/[^/]+$/.test(pathname);

const isMailAddress = ({ protocol, hostname }: URL): boolean =>
  ['smtp:', 'smtps:'].includes(protocol) && hostname !== '';

const APP_SECRET = 'Set it to the client secret of your app (Dev Dashboard, Settings).';
/** The first of the keys, while a version that cannot read encrypted tokens still runs somewhere. */
const PLAIN = 'plain';
const KEYS =
  'Set it to a name and a key for the tokens at rest, name:key, several separated by commas, the current one ' +
  'first. `npm run rotate-keys -- --print-key` makes one.';

/** 32 bytes in Base64, or null. */
function tokenKey(entry: string): TokenKey | null {
  const [, id, encoded] = /^([a-z0-9-]{1,32}):([A-Za-z0-9+/]{43}=?)$/.exec(entry) ?? [];
  if (id === undefined || encoded === undefined || id === PLAIN) return null;
  const key = Buffer.from(encoded, 'base64');
  // One byte over and over, such as zeros, was filled in by hand and hides nothing.
  return new Set(key).size === 1 ? null : { id, key };
}

const tokenKeys = z.string().transform((given, context): Config['tokenEncryption'] => {
  const entries = given.split(',').map((entry) => entry.trim());
  const isPlain = entries[0] === PLAIN;
  const keys = entries.slice(isPlain ? 1 : 0).map(tokenKey);
  const known = keys.filter((key) => key !== null);
  if (known.length === keys.length && new Set(known.map(({ id }) => id)).size === keys.length) {
    return { current: isPlain ? null : (known[0] ?? null), known };
  }
  context.addIssue({ code: 'custom', message: KEYS });
  return z.NEVER;
});

const HOST = text(/^[\w.:-]+$/, 'Set it to the name or address to listen on, e.g. 0.0.0.0.');

/** Every variable the app reads; `.env.example` explains them. */
const environment = z.object({
  NODE_ENV: optional(
    z.enum(['development', 'production', 'test'], 'Use development, production or test.'),
  ),
  SHOPIFY_API_KEY: text(
    /^(?!0+$)[0-9a-f]{32}$/,
    'Set it to the client ID of your app, 32 hexadecimal digits (Dev Dashboard, Settings).',
  ),
  SHOPIFY_API_SECRET: text(/^\S+$/, APP_SECRET),
  SHOPIFY_API_SECRET_PREVIOUS: optional(text(/^\S+$/, APP_SECRET)),
  SHOPIFY_APP_URL: address(
    isAppAddress,
    'Set it to the public address of this app, https and without a path, e.g. https://unorder.example.com.',
  ),
  DATABASE_URL: address(
    isDatabaseAddress,
    'Set it to a PostgreSQL database, e.g. postgresql://user:password@localhost:5432/unorder.',
  ),
  DATABASE_CONNECTIONS: optional(whole(FEWEST_CONNECTIONS, 1_000)),
  TOKEN_ENCRYPTION_KEYS: optional(tokenKeys),
  SMTP_URL: optional(
    address(isMailAddress, 'Use an address such as smtps://user:password@mail.example.com:465.'),
  ),
  MAIL_FROM: optional(
    z.email('Use the plain address mails are sent from, e.g. orders@example.com.'),
  ),
  REQUEST_MAILS_TO: optional(
    z.union(
      [z.literal('off'), z.email()],
      'Use a plain address, or "off"; leave it out for each shop’s own contact address.',
    ),
  ),
  SUPPORT_CONTACT: optional(
    z.union(
      [z.email(), z.url({ protocol: /^https$/ })],
      'Use a plain email address or an https address where your staff find help.',
    ),
  ),
  HOST: optional(HOST),
  PORT: optional(whole(0, 65_535)),
  HEALTH_PORT: optional(whole(0, 65_535)),
  METRICS_HOST: optional(HOST),
  METRICS_PORT: optional(whole(0, 65_535)),
  TRUSTED_PROXIES: optional(whole(0, 10)),
  WORKER_CONCURRENCY: optional(whole(1, 100)),
  LOG_LEVEL: optional(
    z.enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'silent'],
      'Use trace, debug, info, warn, error or silent.',
    ),
  ),
});

/** The names of the variables that the app reads. */
export const VARIABLES: readonly string[] = Object.keys(environment.shape);

/**
 * Reads the whole environment once. Throws `ConfigError` naming every variable that is missing or wrong,
 * never its value.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = environment.safeParse(env);
  const faults = new Map(
    (parsed.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]),
  );
  if (env['SMTP_URL'] && !env['MAIL_FROM']) {
    faults.set('MAIL_FROM', 'Set it to the address that mails over SMTP_URL come from.');
  }
  if (env['SHOPIFY_API_SECRET'] && env['SHOPIFY_API_SECRET'] === env['SHOPIFY_API_KEY']) {
    faults.set('SHOPIFY_API_SECRET', APP_SECRET);
  }
  const mode = parsed.data?.NODE_ENV ?? env['NODE_ENV'];
  if (mode === 'production' && !env['TOKEN_ENCRYPTION_KEYS']) {
    faults.set('TOKEN_ENCRYPTION_KEYS', KEYS);
  }
  if (!parsed.success || faults.size > 0) {
    throw new ConfigError([...faults].map(([name, message]) => `${name}: ${message}`));
  }
  const vars = parsed.data;
  return {
    mode: vars.NODE_ENV ?? 'production',
    shopify: {
      apiKey: vars.SHOPIFY_API_KEY,
      apiSecret: vars.SHOPIFY_API_SECRET,
      previousApiSecret: vars.SHOPIFY_API_SECRET_PREVIOUS ?? null,
      appUrl: new URL(vars.SHOPIFY_APP_URL).origin,
    },
    databaseUrl: vars.DATABASE_URL,
    databaseConnections: vars.DATABASE_CONNECTIONS ?? 20,
    tokenEncryption: vars.TOKEN_ENCRYPTION_KEYS ?? developmentKeys(vars.SHOPIFY_API_SECRET),
    mail: vars.SMTP_URL && vars.MAIL_FROM ? { smtpUrl: vars.SMTP_URL, from: vars.MAIL_FROM } : null,
    requestMails: { to: requestMailsTo(vars.REQUEST_MAILS_TO) },
    operator: vars.SUPPORT_CONTACT ?? null,
    listen: { host: vars.HOST ?? '127.0.0.1', port: vars.PORT ?? 3000 },
    healthPort: vars.HEALTH_PORT ?? null,
    metrics:
      vars.METRICS_PORT === undefined
        ? null
        : { host: vars.METRICS_HOST ?? '127.0.0.1', port: vars.METRICS_PORT },
    trustedProxies: vars.TRUSTED_PROXIES ?? 1,
    workerConcurrency: vars.WORKER_CONCURRENCY ?? 8,
    logLevel: vars.LOG_LEVEL ?? 'info',
  };
}

/** Outside production the app's secret is key enough, and stays the same from start to start. */
function developmentKeys(apiSecret: string): Config['tokenEncryption'] {
  const key = Buffer.from(hkdfSync('sha256', apiSecret, '', 'unorder tokens at rest', 32));
  const current = { id: 'development', key };
  return { current, known: [current] };
}

function requestMailsTo(setting: string | undefined): Config['requestMails']['to'] {
  if (setting === undefined) return 'shop';
  return setting === 'off' ? 'nobody' : { address: setting };
}
