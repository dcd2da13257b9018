import { z } from 'zod';

/** An unset variable and an empty one are the same: `.env` files have both. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const url = (protocols: readonly string[], message: string) =>
  z.string({ error: message }).refine((text) => {
    return URL.canParse(text) && protocols.includes(new URL(text).protocol);
  }, message);

const environment = z.object({
  NODE_ENV: optional(z.enum(['development', 'production', 'test'])),
  SHOPIFY_API_KEY: z
    .string({ error: 'Set it to the client ID of your app (Dev Dashboard, Settings).' })
    .min(1, 'Set it to the client ID of your app (Dev Dashboard, Settings).'),
  SHOPIFY_API_SECRET: z
    .string({ error: 'Set it to the client secret of your app (Dev Dashboard, Settings).' })
    .min(1, 'Set it to the client secret of your app (Dev Dashboard, Settings).'),
  SHOPIFY_API_SECRET_PREVIOUS: optional(z.string()),
  SHOPIFY_APP_URL: url(
    ['https:', 'http:'],
    'Set it to the public address of this app, e.g. https://unorder.example.com.',
  ),
  SCOPES: z
    .string({ error: 'Set it to the access scopes of shopify.app.toml, separated by commas.' })
    .min(1, 'Set it to the access scopes of shopify.app.toml, separated by commas.'),
  DATABASE_URL: url(
    ['postgresql:', 'postgres:'],
    'Set it to a PostgreSQL database, e.g. postgresql://user:password@localhost:5432/unorder.',
  ),
  SMTP_URL: optional(
    url(['smtp:', 'smtps:'], 'Use an address such as smtps://user:password@mail.example.com:465.'),
  ),
  MAIL_FROM: optional(
    z.email('Use the plain address mails are sent from, e.g. orders@example.com.'),
  ),
  HOST: optional(z.string()),
  PORT: optional(z.coerce.number().int().min(0).max(65_535)),
  WORKER_CONCURRENCY: optional(z.coerce.number().int().min(1).max(100)),
  LOG_LEVEL: optional(z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'])),
});

export interface Config {
  readonly mode: 'development' | 'production' | 'test';
  readonly shopify: {
    readonly apiKey: string;
    readonly apiSecret: string;
    /** While the secret is being rotated: webhooks signed with this one are genuine too. */
    readonly previousApiSecret: string | null;
    readonly appUrl: string;
    readonly scopes: readonly string[];
  };
  readonly databaseUrl: string;
  /** Null: Shopify's own notifications are used instead of the app's mails. */
  readonly mail: { readonly smtpUrl: string; readonly from: string } | null;
  readonly listen: { readonly host: string; readonly port: number };
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

/**
 * Reads the whole environment once. Throws `ConfigError` naming every variable that is missing or wrong,
 * never its value.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    );
  }
  const vars = parsed.data;
  if (vars.SMTP_URL && !vars.MAIL_FROM) {
    throw new ConfigError(['MAIL_FROM: Set it to the address that mails over SMTP_URL come from.']);
  }
  return {
    mode: vars.NODE_ENV ?? 'development',
    shopify: {
      apiKey: vars.SHOPIFY_API_KEY,
      apiSecret: vars.SHOPIFY_API_SECRET,
      previousApiSecret: vars.SHOPIFY_API_SECRET_PREVIOUS ?? null,
      appUrl: vars.SHOPIFY_APP_URL.replace(/\/$/, ''),
      scopes: vars.SCOPES.split(',').map((scope) => scope.trim()),
    },
    databaseUrl: vars.DATABASE_URL,
    mail: vars.SMTP_URL && vars.MAIL_FROM ? { smtpUrl: vars.SMTP_URL, from: vars.MAIL_FROM } : null,
    listen: { host: vars.HOST ?? '127.0.0.1', port: vars.PORT ?? 3000 },
    workerConcurrency: vars.WORKER_CONCURRENCY ?? 8,
    logLevel: vars.LOG_LEVEL ?? 'info',
  };
}
