import { env, stdout } from 'node:process';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { openWebStage, type WebStage } from '../integration/bad-input/web-stage.ts';
import { exchangeRaw, openRaw, statusOf } from '../integration/http/raw-http.ts';
import { createChance } from '../simulation/chance.ts';
import { builtPaths, ENDPOINTS } from './endpoints.ts';
import { type Hostile, hostileRequest } from './hostile.ts';

/* Requests that mean no good, over every endpoint of the built app. */

const REQUESTS = Number(env['UNORDER_ATTACK_REQUESTS'] ?? 200);
const SEED = Number(env['UNORDER_ATTACK_SEED'] ?? 1);
/** So many at once. */
const LANES = 8;
/** What the process may have grown by when all is over; a body that is kept would be a mebibyte each. */
const MOST_GROWTH_MIB = 150;

let stage: WebStage;

beforeAll(async () => {
  stage = await openWebStage();
}, 240_000);
afterAll(() => stage.close());

test('every route of the build is attacked', async () => {
  const missed = (await builtPaths()).filter((path) => !(path in ENDPOINTS));
  expect(missed).toEqual([]);
});

test(`of ${REQUESTS} hostile requests none is accepted, none fails, and nothing changes`, async () => {
  const chance = createChance(SEED);
  const order = stage.placeOrder();
  const foreign = stage.placeOrder(stage.otherShop);
  const paths = Object.entries(ENDPOINTS);
  const attacks = Array.from({ length: REQUESTS }, (_one, index) => {
    const [path, audience] = paths[index % paths.length] ?? ['/', 'public' as const];
    const stranger = { ...stage.shop.customer, id: 1_000_000 + index };
    return hostileRequest(chance, path, audience, {
      secret: stage.clientSecret,
      staffToken: stage.staffToken(),
      customerToken: stage.customerToken(index % 2 ? stranger : stage.shop.customer),
      shop: stage.shop.domain,
      ownOrder: String(order.id),
      foreignOrder: String(foreign.id),
    });
  });
  const counts = new Map<string, number>();
  const wrong: string[] = [];
  const before = await stage.memoryMiB();
  const slow = Array.from({ length: 20 }, (_one, index) => {
    const connection = openRaw(stage.url);
    connection.send(SLOW[index % SLOW.length] ?? '');
    return connection.closed;
  });
  await stage.changingNothing(async () => {
    const queue = attacks.entries();
    const lane = async (): Promise<void> => {
      for (const [index, hostile] of queue) {
        const heard = await exchangeRaw(stage.url, hostile.text);
        const status = statusOf(heard);
        const key = `${hostile.kind.padEnd(20)} ${status ?? 'hung up'}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
        const fault = faultIn(hostile, heard, status);
        if (fault) wrong.push(`${index} ${hostile.kind}: ${fault}\n${hostile.text.slice(0, 300)}`);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  });
  for (const ms of await Promise.all(slow)) expect(ms).toBeLessThan(20_000);
  const grown = (await stage.memoryMiB()) - before;
  const lines = [...counts].sort().map(([key, count]) => `${key} ${count}`);
  stdout.write(
    `${lines.join('\n')}\n${REQUESTS} requests of seed ${SEED}, ${slow.length} slow connections; ` +
      `memory grew by ${Math.round(grown)} MiB\n`,
  );
  if (wrong.length > 0) stdout.write(`${stage.errors()}\n`);
  expect(wrong.slice(0, 10)).toEqual([]);
  expect((await fetch(`${stage.url}/livez`)).status).toBe(200);
  expect(grown).toBeLessThan(MOST_GROWTH_MIB);
}, 600_000);

/** Begun and never ended. */
const SLOW = [
  '',
  'GET /app HTTP/1.1\r\nHost: app\r\nX: ',
  'POST /webhooks HTTP/1.1\r\nHost: app\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{',
  'POST /auth/login HTTP/1.1\r\nHost: app\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n',
];

function faultIn({ isOpen }: Hostile, heard: string, status: number | null): string | null {
  if (status === null) return null;
  if (status >= 500) return `answered ${status}`;
  // To be sent to the login is no acceptance.
  if (status < 300 && !isOpen) return `accepted with ${status}`;
  const [head = ''] = heard.split('\r\n\r\n', 1);
  // Led on within the app, somebody keeps what they asked for.
  const repeats = (line: string) =>
    /evil\.example/i.test(line) && !/^location: \/[^/\\]/i.test(line);
  if (head.split('\r\n').some(repeats)) return `a header repeats the attacker: ${head}`;
  return /node_modules|\n\s+at /.test(heard) ? 'a stack is shown' : null;
}
