import { parseArgs } from 'node:util';
import type { Ports } from './http/pages/skin.ts';
import type { ProtectedData } from './world/contracts/contract.ts';
import { PROTECTED_FIELDS } from './world/shop/protected-data.ts';

/** What was asked for cannot be done; the message is for whoever typed it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What to start, as the command line says it. */
export interface Command {
  /** The app's `shopify.app.toml`, or the folder it lies in. */
  readonly app: string;
  readonly appUrl: string | null;
  /** Null takes the file's own `client_id`. */
  readonly clientId: string | null;
  /** Null makes one up. */
  readonly clientSecret: string | null;
  /** `demo`, `empty`, or the path of a module that exports `seed`. */
  readonly seed: string;
  /** Null approves everything, as for a custom app. */
  readonly approval: ProtectedData | null;
  readonly ports: Ports;
  readonly json: boolean;
  /** The app's own command, started once there is a Shopify for it; empty starts none. */
  readonly run: readonly string[];
}

export const HELP = `devstore: a local Shopify with your app in it.

Usage
  devstore --app path/to/shopify.app.toml [options] [-- command that starts the app]

The app of the file is deployed as the file says (scopes, webhooks, app proxy, extensions) and
installed in every shop. After "--" comes what starts the app, with everything it needs in its
environment; without it, the devstore prints what that is.

  --app FILE              the app's file, or its folder (default: this folder)
  --app-url URL           where the app listens (default: a free port, passed on as PORT)
  --client-id ID          default: SHOPIFY_API_KEY, else the file's client_id
  --client-secret SECRET  default: SHOPIFY_API_SECRET, else one is made up
  --seed WHAT             demo (a shop with ninety days of trade), empty, or a module that
                          exports function seed(world) (default: demo)
  --approval WHAT         what of customers' data the app is approved for: all, none, or orders and
                          the fields that go with it, such as orders,name,email (default: all)
  --platform-port N, --customer-port N, --storefront-port N, --tunnel-port N, --smtp-port N
                          fixed ports (default: free ones)
  --json                  print one line of JSON when ready, for programs
  --version, --help

Examples
  devstore --app ../my-app -- npm run dev
  devstore --app shopify.app.toml --app-url http://127.0.0.1:3000 --platform-port 4000
`;

const PORTS = ['platform', 'customer', 'storefront', 'tunnel', 'smtp'] as const;

const options = {
  app: { type: 'string' },
  'app-url': { type: 'string' },
  'client-id': { type: 'string' },
  'client-secret': { type: 'string' },
  seed: { type: 'string' },
  approval: { type: 'string' },
  'platform-port': { type: 'string' },
  'customer-port': { type: 'string' },
  'storefront-port': { type: 'string' },
  'tunnel-port': { type: 'string' },
  'smtp-port': { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
  version: { type: 'boolean' },
} as const;

/**
 * Reads the arguments that follow the program's name.
 * @throws UsageError for what is not in `HELP`
 */
export function parseCommandLine(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Command | 'help' | 'version' {
  const end = args.indexOf('--');
  const own = end === -1 ? args : args.slice(0, end);
  const { values } = parsed(own);
  if (values.help) return 'help';
  if (values.version) return 'version';
  if (end !== -1 && end === args.length - 1) {
    throw new UsageError('After "--" comes the command that starts the app.');
  }
  const appUrl = values['app-url'] ?? null;
  if (appUrl !== null && !/^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?\/?$/.test(appUrl)) {
    throw new UsageError(
      `--app-url is an address on this machine, such as http://127.0.0.1:3000, not ${appUrl}.`,
    );
  }
  return {
    app: values.app ?? '.',
    appUrl,
    clientId: values['client-id'] ?? (environment['SHOPIFY_API_KEY'] || null),
    clientSecret: values['client-secret'] ?? (environment['SHOPIFY_API_SECRET'] || null),
    seed: values.seed ?? 'demo',
    approval: approvalOf(values.approval ?? 'all'),
    ports: Object.fromEntries(
      PORTS.map((name) => [name, portOf(`--${name}-port`, values[`${name}-port`])]),
    ),
    json: values.json ?? false,
    run: end === -1 ? [] : args.slice(end + 1),
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${message}\nSee devstore --help.`, { cause: error });
  }
}

function approvalOf(text: string): ProtectedData | null {
  if (text === 'all') return null;
  if (text === 'none') return 'none';
  const [orders, ...fields] = text.split(',');
  const known = fields.flatMap((field) => PROTECTED_FIELDS.filter((one) => one === field));
  if (orders !== 'orders' || known.length < fields.length) {
    throw new UsageError(
      `--approval is all, none, or orders with any of ${PROTECTED_FIELDS.join(', ')} behind it (orders,name), not ${text}.`,
    );
  }
  return known;
}

function portOf(option: string, text = '0'): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (!(port <= 65_535)) throw new UsageError(`${option} is a number up to 65535, not ${text}.`);
  return port;
}
