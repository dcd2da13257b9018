import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { freePort } from '../../../scripts/processes/free-port.ts';
import { bringUpToDate } from '../../../scripts/development/up-to-date.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database/postgres.ts';
import { openRaw, type RawConnection } from '../http/raw-http.ts';

/* The commands people and process managers start the app with, ended as process managers end them. */

const ROOT = path.resolve(import.meta.dirname, '../../..');
/** Everything a command starts inherits it, wherever it goes in the process tree. */
const MARK = 'UNORDER_ENDING_TEST';
const MOST_MS = 10_000;

let database: TestDatabase;
let mark: string;
const connections: RawConnection[] = [];

beforeAll(async () => {
  await bringUpToDate(() => undefined);
  database = await createTestDatabase();
}, 240_000);
afterAll(() => database.drop());

afterEach(async () => {
  for (const { socket } of connections.splice(0)) socket.destroy();
  // A test that failed must not leave behind what it found.
  for (const pid of await marked()) process.kill(pid, 'SIGKILL');
});

/** The processes that live and were started, by whatever detours, by the command of this test. */
async function marked(): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async (pid) => {
      const environment = await readFile(`/proc/${pid}/environ`, 'latin1').catch(() => '');
      return environment.split('\0').includes(`${MARK}=${mark}`) ? [Number(pid)] : [];
    }),
  );
  return found.flat();
}

function npmRun(script: string, environment: Readonly<Record<string, string>> = {}) {
  mark = randomUUID();
  const child = spawn('npm', ['run', script], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PATH: `${path.join(ROOT, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`,
      SHOPIFY_API_KEY: '0123456789abcdef0123456789abcdef',
      SHOPIFY_API_SECRET: 'made-up-secret',
      SHOPIFY_APP_URL: 'https://unorder.example.com',
      TOKEN_ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 'ending').toString('base64')}`,
      DATABASE_URL: database.url,
      ...environment,
      [MARK]: mark,
    },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  return {
    async saying(text: string): Promise<void> {
      await expect.poll(() => printed, { timeout: 120_000, interval: 100 }).toContain(text);
    },
    printed: () => printed,
    /** Ends npm alone, as `kill` does or `kill -9`, and tells what is left ten seconds later at most. */
    async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number[]> {
      child.kill(signal);
      for (const deadline = Date.now() + MOST_MS; Date.now() < deadline; await sleep(100)) {
        if ((await marked()).length === 0) return [];
      }
      return marked();
    },
  };
}

/** Clients that do not let go: one that keeps its connection, one in the middle of a body, one that reads nothing. */
async function clingTo(port: number): Promise<void> {
  const url = `http://127.0.0.1:${port}`;
  const requests = [
    'GET /livez HTTP/1.1\r\nHost: app\r\nConnection: keep-alive\r\n\r\n',
    'POST /auth/login HTTP/1.1\r\nHost: app\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{',
    'GET / HTTP/1.1\r\nHost: app\r\n\r\n',
  ];
  for (const request of requests) {
    const connection = openRaw(url);
    connection.send(request);
    connections.push(connection);
  }
  connections.at(-1)?.socket.pause();
  await sleep(500);
}

const isTaken = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

test('npm run start leaves nothing behind, whatever its clients do', async () => {
  const port = await freePort();
  const program = npmRun('start', { PORT: String(port) });
  await program.saying('the app is listening');
  await clingTo(port);
  expect(await program.end()).toEqual([]);
  expect(await isTaken(port)).toBe(false);
}, 180_000);

test('npm run start without NODE_ENV runs in production', async () => {
  const port = await freePort();
  const program = npmRun('start', { PORT: String(port), NODE_ENV: '' });
  await program.saying('the app is listening');
  // A session token of nobody: the library fails in the depths.
  const answers = await Promise.all(
    ['/app?shop=x&host=%', '/auth/login', '/nowhere', '/api/staff/orders'].map((target) =>
      fetch(`http://127.0.0.1:${port}${target}`, { headers: { authorization: 'Bearer x' } }),
    ),
  );
  for (const answer of answers) expect(await answer.text()).not.toMatch(/node_modules|\bat .*:\d+/);
  expect(await program.end()).toEqual([]);
}, 180_000);

test('npm run worker leaves nothing behind, and tells how it is while it runs', async () => {
  const port = await freePort();
  const program = npmRun('worker', { HEALTH_PORT: String(port) });
  await program.saying('the worker is ready');
  const ready = await fetch(`http://127.0.0.1:${port}/readyz`);
  expect(ready.status, await ready.text()).toBe(200);
  expect(await program.end()).toEqual([]);
  expect(await isTaken(port)).toBe(false);
}, 180_000);

test('npm run worker ends in good order when the terminal of npm is closed', async () => {
  const program = npmRun('worker');
  await program.saying('the worker is ready');
  expect(await program.end('SIGHUP')).toEqual([]);
  expect(program.printed()).toContain('"stopping"');
}, 180_000);

test.each([
  ['worker', 'HEALTH_PORT', 'the worker is ready'],
  ['start', 'PORT', 'the app is listening'],
])(
  'npm run %s leaves nothing behind when npm is killed outright',
  async (script, variable, ready) => {
    const port = await freePort();
    const program = npmRun(script, { [variable]: String(port) });
    await program.saying(ready);
    expect(await program.end('SIGKILL')).toEqual([]);
    expect(await isTaken(port)).toBe(false);
  },
  180_000,
);

test('npm run demo takes all of its servers with it', async () => {
  const program = npmRun('demo');
  await program.saying('Ctrl-C ends it.');
  expect((await marked()).length).toBeGreaterThan(5);
  const ports = [...program.printed().matchAll(/:(\d{4,5})\b/g)].map(([, port]) => Number(port));
  expect(ports.length).toBeGreaterThan(2);
  expect(await program.end()).toEqual([]);
  for (const port of ports) expect(await isTaken(port)).toBe(false);
}, 240_000);
