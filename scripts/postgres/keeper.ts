/**
 * Watches over one embedded server: `node keeper.ts <cluster folder> [--throwaway]`.
 *
 * Starts the server, or adopts one that a killed keeper left running, and stops it as soon as
 * nobody needs it. Who needs it holds a lease, which is a database session: the system closes it
 * however its process ends, `kill -9` included, so no user can leave a server behind. A throwaway
 * cluster trades durability for speed, and its folder goes with it.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, chown, link, rename, rm, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import pg from 'pg';

import { freePort } from '../processes/free-port.ts';
import { findBinaries, type Binaries } from './binaries.ts';
import {
  clusterIn,
  databaseUrl,
  LEASE_NAME,
  readIfPresent,
  readPassword,
  readServerFile,
  SUPERUSER,
  type Cluster,
} from './cluster.ts';
import { isAlive } from './process-alive.ts';
import { serverAccount, type ServerAccount } from './server-account.ts';

const POLL_MS = 250;
const ANSWER_MS = 2_000;
/** How long a fresh server waits for its first lease, and an idle one for its next. */
const FIRST_LEASE_MS = 5_000;
const NEXT_LEASE_MS = 1_500;
/** A killed server's own processes need a moment to let go of its memory. */
const START_ATTEMPTS = 100;
const START_RETRY_MS = 50;
/** How long a server may be silent, starting, stopping or recovering, before it is given up. */
const SILENCE_MS = 20_000;

type Server = { readonly pid: number; readonly url: string };

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { throwaway: { type: 'boolean', default: false } },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('usage: node keeper.ts <cluster folder> [--throwaway]');

await keep(clusterIn(folder), options.throwaway);

async function keep(cluster: Cluster, throwaway: boolean): Promise<void> {
  if (!(await becomeKeeper(cluster))) return;
  const asked = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => asked.abort());
  }
  try {
    await rm(cluster.closingFile, { force: true });
    const server = (await adopt(cluster)) ?? (await start(cluster, throwaway));
    await untilUnused(cluster, server, asked.signal);
    await stop(server);
  } finally {
    if (throwaway) await rm(cluster.folder, { recursive: true, force: true });
    else await rm(cluster.keeperFile, { force: true });
  }
}

/**
 * Claims the cluster for this process. Should two keepers ever both succeed, over a dead one's
 * file, they share one server all the same: PostgreSQL refuses a second one on the same data.
 */
async function becomeKeeper(cluster: Cluster): Promise<boolean> {
  const claim = `${cluster.keeperFile}.${process.pid}`;
  await writeFile(claim, String(process.pid));
  try {
    for (;;) {
      try {
        await link(claim, cluster.keeperFile);
        return true;
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      }
      const holder = await readIfPresent(cluster.keeperFile);
      if (holder !== undefined && isAlive(Number(holder))) return false;
      await rm(cluster.keeperFile, { force: true });
    }
  } finally {
    await unlink(claim);
  }
}

async function adopt(cluster: Cluster): Promise<Server | undefined> {
  const found = await readServerFile(cluster);
  if (!found || !isAlive(found.pid)) return undefined;
  const server = { pid: found.pid, url: await urlAt(cluster, found.port) };
  return (await answers(server)) ? server : undefined;
}

async function start(cluster: Cluster, throwaway: boolean): Promise<Server> {
  const account = serverAccount();
  const binaries = await findBinaries(account);
  if (!(await exists(cluster.data))) await initialise(cluster, binaries, account, throwaway);
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const child = spawn(
      binaries.postgres,
      ['-D', cluster.data, ...Object.entries(settings(port, throwaway)).flatMap(setting)],
      { ...account, cwd: cluster.folder, env: serverEnvironment(), stdio: 'inherit' },
    );
    const server = await untilReady(cluster, child, port);
    if (server) return server;
    if (attempt === START_ATTEMPTS) throw new Error('The server does not start; its log says why.');
    await sleep(START_RETRY_MS);
  }
}

/** Makes the cluster aside and moves it in place whole, so a killed start leaves no half of one. */
async function initialise(
  cluster: Cluster,
  binaries: Binaries,
  account: ServerAccount,
  throwaway: boolean,
): Promise<void> {
  const partial = path.join(cluster.folder, `data-${process.pid}`);
  const password = randomBytes(24).toString('base64url');
  await writeFile(cluster.passwordFile, password, { mode: 0o600 });
  if (account.uid !== undefined && account.gid !== undefined) {
    await chown(cluster.passwordFile, account.uid, account.gid);
  }
  // The same language rules on every machine, whatever locales it has.
  const args = [
    `--pgdata=${partial}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${cluster.passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(throwaway ? ['--no-sync'] : []),
  ];
  const child = spawn(binaries.initdb, args, {
    ...account,
    cwd: cluster.folder,
    env: serverEnvironment(),
    stdio: 'inherit',
  });
  const code = await exitOf(child);
  if (code !== 0) throw new Error(`initdb ended with ${code}; its messages are above.`);
  await rename(partial, cluster.data);
}

function settings(port: number, throwaway: boolean): Record<string, string> {
  return {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(throwaway ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
}

function setting([name, value]: [string, string]): string[] {
  return ['-c', `${name}=${value}`];
}

/** Without the caller's `PGPORT`, `PGOPTIONS` and the like, which would reach the server. */
function serverEnvironment(): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { ...process.env, LC_ALL: 'C' };
  for (const name of Object.keys(environment)) if (name.startsWith('PG')) delete environment[name];
  return environment;
}

async function untilReady(
  cluster: Cluster,
  child: ChildProcess,
  port: number,
): Promise<Server | undefined> {
  const ended = exitOf(child).then(() => true);
  for (;;) {
    if (child.pid !== undefined) {
      const server = { pid: child.pid, url: await urlAt(cluster, port) };
      if (await answers(server)) return server;
    }
    if (await Promise.race([ended, sleep(START_RETRY_MS, false)])) return undefined;
  }
}

/**
 * Returns when the server has ended, this process was asked to stop, or no lease was left. The
 * closing file comes before the last count, and a user looks for it after taking a lease: so one
 * of the two always sees the other.
 */
async function untilUnused(cluster: Cluster, server: Server, asked: AbortSignal): Promise<void> {
  let patience = FIRST_LEASE_MS;
  let unused = 0;
  let silent = 0;
  const users = countUsers(server);
  while (isAlive(server.pid) && silent < SILENCE_MS) {
    const count = await users.now();
    silent = count === undefined ? silent + POLL_MS : 0;
    unused = count === 0 ? unused + POLL_MS : 0;
    if (count) patience = NEXT_LEASE_MS;
    if (asked.aborted || unused > patience) {
      await writeFile(cluster.closingFile, '');
      if (asked.aborted || (await users.now()) === 0) break;
      await rm(cluster.closingFile);
      unused = 0;
    }
    await sleep(POLL_MS, undefined, { signal: asked }).catch(() => undefined);
  }
  users.close();
}

interface UserCount {
  /** How many users the server has, or undefined when it does not answer (yet). */
  now(): Promise<number | undefined>;
  close(): void;
}

/**
 * Counts a server's users by one session for as long as that answers: a session for each look would be most of what
 * an idle server costs.
 */
function countUsers(server: Server): UserCount {
  let session: pg.Client | null = null;
  // Not waited for: a server that does not answer does not say goodbye either.
  const close = (): void => {
    void session?.end().catch(() => undefined);
    session = null;
  };
  return {
    async now() {
      try {
        session ??= await openSession(server);
        const { rows } = await session.query<{ count: number }>(
          'SELECT count(*)::int AS count FROM pg_stat_activity WHERE application_name = $1',
          [LEASE_NAME],
        );
        return rows[0]?.count;
      } catch {
        close();
        return undefined;
      }
    },
    close,
  };
}

async function openSession({ url }: Server): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: ANSWER_MS,
    query_timeout: ANSWER_MS,
  });
  client.on('error', () => undefined); // its next query reports it
  await client.connect().catch((error: unknown) => {
    void client.end().catch(() => undefined);
    throw error;
  });
  return client;
}

/** Whether the server answers. */
async function answers(server: Server): Promise<boolean> {
  const users = countUsers(server);
  const count = await users.now();
  users.close();
  return count !== undefined;
}

async function urlAt(cluster: Cluster, port: number): Promise<string> {
  return databaseUrl(await readPassword(cluster), port, 'postgres');
}

/** A fast shutdown: https://www.postgresql.org/docs/18/server-shutdown.html */
async function stop(server: Server): Promise<void> {
  if (isAlive(server.pid)) process.kill(server.pid, 'SIGINT');
  for (let waited = 0; isAlive(server.pid) && waited < SILENCE_MS; waited += 20) await sleep(20);
}

async function exitOf(child: ChildProcess): Promise<number | string> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
