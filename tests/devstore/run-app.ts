import { spawn } from 'node:child_process';
import type { Devstore } from './start.ts';

const PATIENCE_MS = 5_000;
const PRELOAD = new URL('./preload.ts', import.meta.url).href;

/** The environment in which an app believes in the devstore, in the names that Shopify CLI gives it. */
export function appEnvironment(
  { origins, config }: Devstore,
  credentials: { readonly clientId: string; readonly clientSecret: string },
  nodeOptions = '',
): Readonly<Record<string, string>> {
  return {
    SHOPIFY_API_KEY: credentials.clientId,
    SHOPIFY_API_SECRET: credentials.clientSecret,
    SHOPIFY_APP_URL: origins.tunnel,
    SCOPES: config.scopes.join(','),
    SMTP_URL: origins.smtp,
    DEVSTORE_URL: origins.platform,
    NODE_OPTIONS: [nodeOptions, `--import=${PRELOAD}`].filter(Boolean).join(' '),
  };
}

/** The app's process, and whatever it starts in turn. */
export interface RunningApp {
  /** Its exit code; 1 when a signal ended it. */
  readonly ended: Promise<number>;
  /** Asks it to end, and after five seconds ends it. */
  stop(): Promise<void>;
}

/** Starts the app's own command; it prints where the devstore prints. */
export function runApp(
  [file = '', ...args]: readonly string[],
  environment: Readonly<Record<string, string>>,
): RunningApp {
  const isWindows = process.platform === 'win32';
  const child = spawn(file, args, {
    // A group of its own, so that what a package manager starts ends with it.
    detached: !isWindows,
    shell: isWindows,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment },
  });
  const ended = new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
  const signal = (name: NodeJS.Signals): void => {
    if (child.pid === undefined) return;
    try {
      process.kill(isWindows ? child.pid : -child.pid, name);
    } catch (error) {
      // It has ended meanwhile.
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
    }
  };
  return {
    ended,
    stop: async () => {
      signal('SIGTERM');
      const late = setTimeout(() => signal('SIGKILL'), PATIENCE_MS);
      await ended.catch(() => undefined);
      clearTimeout(late);
    },
  };
}
