import { createHash } from 'node:crypto';
import { chown, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { canWrite, type ServerAccount } from './server-account.ts';

/** The files of one embedded database cluster. */
export type Cluster = {
  /** Holds everything below. */
  readonly folder: string;
  /** PostgreSQL's own data directory. */
  readonly data: string;
  /** The superuser's password, generated when the cluster is made. */
  readonly passwordFile: string;
  /** The process id of the keeper that watches over the server. */
  readonly keeperFile: string;
  /** Exists while the keeper is about to stop the server. */
  readonly closingFile: string;
  readonly log: string;
};

/** How a session announces, in `application_name`, that the server is still needed. */
export const LEASE_NAME = 'unorder lease';

export const SUPERUSER = 'postgres';

export function clusterIn(folder: string): Cluster {
  return {
    folder,
    data: path.join(folder, 'data'),
    passwordFile: path.join(folder, 'password'),
    keeperFile: path.join(folder, 'keeper.pid'),
    closingFile: path.join(folder, 'closing'),
    log: path.join(folder, 'postgres.log'),
  };
}

/**
 * The cluster for a wished folder: there, or, where the server's account cannot get at it (a
 * clone below root's home), in a system folder named after it.
 */
export async function placeCluster(wished: string, account: ServerAccount): Promise<Cluster> {
  const hash = createHash('sha256').update(path.resolve(wished)).digest('hex').slice(0, 16);
  const folders = account.uid === undefined ? [wished] : [wished, `/var/lib/unorder/${hash}`];
  for (const folder of folders) {
    await mkdir(folder, { recursive: true });
    if (account.uid !== undefined && account.gid !== undefined) {
      await chown(folder, account.uid, account.gid);
    }
    if (canWrite(account, folder)) return clusterIn(folder);
  }
  throw new Error(`PostgreSQL cannot write to ${folders.join(' nor to ')}.`);
}

/**
 * Where a started server says it listens, or undefined when there is none. A killed server leaves
 * its file behind, so an address is to be tried, not trusted.
 * Lines of the file: https://www.postgresql.org/docs/18/storage-file-layout.html
 */
export async function readServerFile(
  cluster: Cluster,
): Promise<{ pid: number; port: number } | undefined> {
  const text = await readIfPresent(path.join(cluster.data, 'postmaster.pid'));
  const [pid, , , port] = text?.split('\n') ?? [];
  return pid && port ? { pid: Number(pid), port: Number(port) } : undefined;
}

/** The address of one database of a running cluster. */
export function databaseUrl(password: string, port: number, database: string): string {
  return `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
}

export async function readPassword(cluster: Cluster): Promise<string> {
  return (await readFile(cluster.passwordFile, 'utf8')).trim();
}

export async function readIfPresent(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
}
