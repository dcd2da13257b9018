import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

import { controlClient, type ControlClient } from 'devstore/control';
import { z } from 'zod';

import { startProgram, type Program } from '../processes/child-process.ts';
import { ensureDatabase, openThrowawayPostgres } from '../postgres/embedded-postgres.ts';
import { freePort } from '../processes/free-port.ts';
import { migrate } from '../migrations/migrate.ts';

const READY_MS = 60_000;
const LAST_WORDS = 2_000;
const DATABASE = 'unorder';
const DEVSTORE = createRequire(import.meta.url).resolve('devstore/main');
/** The app's library answers 410 to whatever does not look like a person's browser. */
export const BROWSER =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36';

/** The app with everything it needs, on this machine alone: database, local Shopify, mail. */
export type LocalSystem = {
  readonly origins: z.infer<typeof Origins>;
  readonly databaseUrl: string;
  /** Acts on the local Shopify from outside. */
  readonly control: ControlClient;
  /** Holds one log file for each program. */
  readonly logs: string;
  /** Starts one more process that works off jobs. */
  startWorker(): Program;
  /**
   * Ends the app that runs from sources and starts it anew, at the same address. Rejects with what it printed when
   * it does not become healthy; the rest of the system runs on.
   */
  restartApp(): Promise<void>;
  /** Resolves, with what it last printed, when a program that should run on has ended. */
  readonly failed: Promise<string>;
  stop(): Promise<void>;
};

const Origins = z.object({
  platform: z.url(),
  customer: z.url(),
  storefront: z.url(),
  tunnel: z.url(),
  smtp: z.url(),
});

/**
 * Starts the whole system on free ports and empty data, side by side with any other.
 *
 * @param run.from `build` runs the app as in production, with a worker beside it; `sources` runs
 *   it under Vite, which follows every change
 * @param run.approval what of customers' data Shopify has approved the app for, as `devstore --help` says it;
 *   everything when left out
 * @param run.logs a folder for the programs' output, created if missing
 * @param run.databaseUrl a migrated and otherwise empty database; without it, one on a server of its own
 * @throws Error when a part does not start, with what it printed; the others are stopped
 */
export async function startLocalSystem(run: {
  from: 'build' | 'sources';
  logs: string;
  approval?: string;
  databaseUrl?: string;
}): Promise<LocalSystem> {
  await mkdir(run.logs, { recursive: true });
  const credentials = {
    SHOPIFY_API_KEY: randomBytes(16).toString('hex'),
    SHOPIFY_API_SECRET: randomBytes(24).toString('hex'),
  };
  const programs: Program[] = [];
  let reportFailure = (_what: string): void => undefined;
  const failed = new Promise<string>((resolve) => (reportFailure = resolve));
  let stopping = false;

  /** Ended on purpose, or of no consequence for the others. */
  const mayEnd = new Set<Program>();

  const start = (
    name: string,
    file: string,
    args: readonly string[],
    options: Parameters<typeof startProgram>[2],
  ): Program => {
    const program = startProgram(file, args, options);
    const log = createWriteStream(path.join(run.logs, `${name}.log`), { flags: 'a' });
    program.stdout.pipe(log, { end: false });
    program.stderr.pipe(log, { end: false });
    programs.push(program);
    let lastWords = '';
    program.stderr.on('data', (chunk: Buffer) => {
      lastWords = (lastWords + chunk.toString()).slice(-LAST_WORDS);
    });
    program.ended.then(
      (code) => {
        log.end();
        if (!stopping && !mayEnd.has(program))
          reportFailure(`The ${name} ended with ${code}.\n${lastWords}`);
      },
      (error: unknown) => reportFailure(`${name}: ${String(error)}`),
    );
    return program;
  };

  const database = await openDatabase(run.databaseUrl);
  const stop = async (): Promise<void> => {
    stopping = true;
    // The devstore, which was started first, last: nobody is left alone with a partner that has gone.
    const [first, ...others] = programs;
    await Promise.all(others.map((program) => program.stop()));
    await first?.stop();
    await database.close();
  };
  try {
    const devstore = start('devstore', DEVSTORE, ['--json', '--approval', run.approval ?? 'all'], {
      env: credentials,
    });
    const [origins] = await Promise.all([
      within(failed, readOrigins(devstore)),
      database.isMigrated ? null : migrate(database.url),
    ]);
    const databaseUrl = database.url;
    const port = await freePort();
    const app = {
      nodeArguments: ['--import', 'devstore/preload'],
      env: {
        ...credentials,
        NODE_ENV: run.from === 'build' ? 'production' : 'development',
        DEVSTORE_URL: origins.platform,
        SHOPIFY_APP_URL: origins.tunnel,
        DATABASE_URL: databaseUrl,
        TOKEN_ENCRYPTION_KEYS: `demo:${randomBytes(32).toString('base64')}`,
        SMTP_URL: origins.smtp,
        MAIL_FROM: 'orders@harbor-and-pine.example.com',
        HOST: '127.0.0.1',
        PORT: String(port),
      },
    };
    const startWorker = (): Program => start('worker', 'app/worker.ts', [], app);
    const address = `http://127.0.0.1:${port}`;
    const fromSources = (): Program => start('app', 'scripts/development/dev-server.ts', [], app);
    let appProgram: Program | null = null;
    if (run.from === 'build') {
      start('app', 'app/server.ts', [], app);
      startWorker();
    } else {
      appProgram = fromSources();
    }
    await within(failed, untilHealthy(address));
    const restartApp = async (): Promise<void> => {
      if (!appProgram) throw new Error('Only an app that runs from its sources starts anew.');
      mayEnd.add(appProgram);
      await appProgram.stop();
      programs.splice(programs.indexOf(appProgram), 1);
      appProgram = fromSources();
      mayEnd.add(appProgram);
      let printed = '';
      appProgram.stderr.on('data', (chunk: Buffer) => {
        printed = (printed + chunk.toString()).slice(-LAST_WORDS);
      });
      const ended = appProgram.ended.then((code) => `The app ended with ${code}.\n${printed}`);
      await within(ended, untilHealthy(address));
    };
    const control = controlClient(origins.platform);
    await control.attachApp(address);
    await openAppAsMerchant(origins.tunnel, control);
    return {
      origins,
      databaseUrl,
      control,
      logs: run.logs,
      startWorker,
      restartApp,
      failed,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function openDatabase(given?: string) {
  if (given !== undefined) return { url: given, isMigrated: true, close: async () => undefined };
  const server = await openThrowawayPostgres();
  await ensureDatabase(server, DATABASE);
  return { url: server.urlOf(DATABASE), isMigrated: false, close: () => server.close() };
}

/**
 * Opens the app in every shop as its merchant does after installing it. Only then does the app have a token
 * to work with, and a copy of the orders; until then a shopper's page says that it cannot be reached.
 */
async function openAppAsMerchant(tunnel: string, control: ControlClient): Promise<void> {
  for (const { domain, handle } of await control.shops()) {
    const token = await control.mintIdToken({ surface: 'admin', shop: domain, staffUserId: '1' });
    const address = new URL('/app', tunnel);
    address.search = new URLSearchParams({
      embedded: '1',
      shop: domain,
      host: Buffer.from(`admin.shopify.com/store/${handle}`).toString('base64url'),
      id_token: token,
    }).toString();
    const response = await fetch(address, { headers: { 'user-agent': BROWSER } });
    await response.body?.cancel();
    if (!response.ok)
      throw new Error(`The app did not open in ${domain}: HTTP ${response.status}.`);
  }
}

/** The devstore's first line: `{"ready":true,"platform":"http://127.0.0.1:…", …}`. */
async function readOrigins(devstore: Program): Promise<z.infer<typeof Origins>> {
  return Origins.parse(JSON.parse(await firstLine(devstore.stdout)));
}

/** Leaves the stream flowing for its other readers. Stays open when no line comes. */
async function firstLine(stream: Readable): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const read = (chunk: Buffer): void => {
      text += chunk.toString();
      const end = text.indexOf('\n');
      if (end === -1) return;
      stream.off('data', read);
      resolve(text.slice(0, end));
    };
    stream.on('data', read);
  });
}

async function untilHealthy(address: string): Promise<void> {
  for (const deadline = Date.now() + READY_MS; Date.now() < deadline; await sleep(100)) {
    const response = await fetch(`${address}/readyz`).catch(() => undefined);
    await response?.body?.cancel();
    if (response?.ok) return;
  }
  throw new Error(`The app is not healthy after ${READY_MS / 1_000} s.`);
}

/** What is waited for, unless a program it depends on ends first. */
async function within<T>(failed: Promise<string>, wanted: Promise<T>): Promise<T> {
  return Promise.race([
    wanted,
    failed.then((what) => {
      throw new Error(what);
    }),
  ]);
}
