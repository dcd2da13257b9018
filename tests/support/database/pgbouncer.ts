import { spawn, spawnSync } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { serverAccount } from '../../../scripts/postgres/server-account.ts';
import { freePort } from '../../../scripts/processes/free-port.ts';
import type { Pooler } from './transaction-pooler.ts';

/** Where Debian puts it is not on everybody's path. */
const PLACES = ['pgbouncer', '/usr/sbin/pgbouncer'];

/** The program, where it is installed. */
export const findPgbouncer = (): string | null =>
  PLACES.find((place) => spawnSync(place, ['--version']).status === 0) ?? null;

/**
 * Starts pgbouncer in front of a database.
 * Settings: https://www.pgbouncer.org/config.html
 */
export async function startPgbouncer(
  program: string,
  databaseUrl: string,
  settings: Readonly<Record<string, string>>,
): Promise<Pooler> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'unorder-pgbouncer-'));
  // Started by root it runs as another.
  await chmod(folder, 0o755);
  const port = await freePort();
  const { hostname, port: serverPort, username, password, pathname } = new URL(databaseUrl);
  const lines = {
    listen_addr: '127.0.0.1',
    listen_port: port,
    unix_socket_dir: '',
    auth_type: 'any',
    ...settings,
  };
  await writeFile(
    path.join(folder, 'pgbouncer.ini'),
    `[databases]
${pathname.slice(1)} = host=${hostname} port=${serverPort} user=${username} password=${decodeURIComponent(password)}
[pgbouncer]
${Object.entries(lines)
  .map(([name, value]) => `${name} = ${value}`)
  .join('\n')}
`,
  );
  const child = spawn(program, [path.join(folder, 'pgbouncer.ini')], {
    ...serverAccount(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let printed = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const ended = new Promise((resolve) => child.once('close', resolve));
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`pgbouncer ended:\n${printed}`);
    await sleep(50);
  }
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${port}`;
  return {
    url: url.href,
    close: async () => {
      child.kill('SIGINT');
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true));
    socket.on('error', () => resolve(false)).on('connect', () => socket.destroy());
  });
