import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { seedOrder, SKU } from 'devstore/seed';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { readConfig } from '../../../../app/config.server.ts';
import { assemble, type Assembly } from '../../../../app/container.server.ts';
import type { CustomerId, OrderId, ShopDomain } from '../../../../app/domain/ids.ts';
import { startWeb, type Web } from '../../../../app/processes/web.ts';
import {
  openStatementCounter,
  type StatementCounter,
} from '../../../bench/figures/statement-counter.ts';
import { type AppProcess, startAppProcess } from '../../../support/processes/app-process.ts';
import { type AppStage, openAppStage } from '../../../support/processes/app-stage.ts';
import { createTestDatabase } from '../../../support/database/postgres.ts';
import { askAsShopper } from '../../kill/ask-as-shopper.ts';
import { issueTokens, keepTokens, withPlatform } from '../../kill/kill-stage.ts';

/*
 * What a worker asks of its database. What follows the clock is counted for itself; everything else follows from
 * the work, so that one statement more in it is one more here. Webhooks are held back until the cancellation is
 * over and come together, so that it does not depend on the machine how many come at once.
 */

/* Measured, and a tenth. A cancel that Shopify is at work on for longer than some seconds is taken up once more. */
const cancellationWith = (runs: number): number => Math.floor((9 + 7 * runs) * 1.1);
const MOST_RUNS = 2;
const WEBHOOKS = Math.floor(12 * 1.1);
const IDLE_PER_SECOND = 2;

const IDLE_MS = 9_000;
/** Looks for jobs, what pg-boss and the sweep do from time to time, and what opens a connection. */
const followsTheClock = (text: string): boolean =>
  [
    /^\s*WITH\s+next\s+AS/,
    /extract\(epoch FROM min\(start_after\)/,
    /^\s*SELECT\s+q\.name/,
    /UPDATE\s+pgboss\.(version|queue|schedule)/,
    /locked_parents|pg_listening_channels/,
    /live AND wake_at <=/,
    /audit(_links|_chains|_entries| chain)/,
    /set_config\('TimeZone'/,
  ].some((one) => one.test(text));

let stage: AppStage;
let counter: StatementCounter;
let endpoints: Assembly;
let web: Web;
let worker: AppProcess;
/** Deliveries that Shopify has made, and that the app has not seen yet. */
const held: { readonly headers: IncomingHttpHeaders; readonly body: Buffer }[] = [];
const holder = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    held.push({ headers: request.headers, body: Buffer.concat(chunks) });
    response.writeHead(200).end();
  });
});

beforeAll(async () => {
  stage = await openAppStage(await createTestDatabase());
  counter = await openStatementCounter(stage.database.url);
  const environment = { ...stage.environment(), LOG_LEVEL: 'silent' };
  endpoints = await assemble(readConfig(environment), { process: 'endpoints', works: false });
  web = await startWeb(endpoints, {
    files: express.Router(),
    build: () => Promise.reject(new Error('No page is asked for here.')),
  });
  holder.listen(0, '127.0.0.1');
  await once(holder, 'listening');
  stage.devstore.attachApp(`http://127.0.0.1:${(holder.address() as AddressInfo).port}`);
  await keepTokens(endpoints, stage.scene.domain as ShopDomain, issueTokens(stage));
  worker = await startAppProcess('worker', { ...stage.environment(), DATABASE_URL: counter.url });
});

afterAll(async () => {
  await worker.stop();
  await web.close();
  await endpoints.close();
  holder.close();
  await counter.close();
  await stage.close();
});

const jobs = async (where: string): Promise<number> => {
  const { rows } = await endpoints.boss
    .getDb()
    .executeSql(`SELECT count(*)::int AS n FROM pgboss.job WHERE ${where}`);
  return (rows[0] as { n: number }).n;
};

/** Nothing is at work, and nothing will be for a while. */
async function untilAtRest(): Promise<void> {
  const coming = `state < 'completed' AND start_after < now() + interval '5 s'`;
  await expect.poll(() => jobs(coming), { timeout: 20_000, interval: 100 }).toBe(0);
}

/** One cancellation of a whole order from the shopper's request to its end. */
async function cancel(): Promise<void> {
  const { scene } = stage;
  const shop = scene.domain as ShopDomain;
  const order = seedOrder(scene, {
    lines: [
      { sku: SKU.mug, quantity: 2 },
      { sku: SKU.bowl, quantity: 1 },
    ],
  });
  const tokens = issueTokens(stage);
  const container = withPlatform(endpoints.container, stage, tokens.accessToken);
  const customer = `gid://shopify/Customer/${scene.customer.id}` as CustomerId;
  const orderId = `gid://shopify/Order/${order.id}` as OrderId;
  await askAsShopper(container, shop, customer, orderId);
  const status = async () =>
    (await endpoints.container.store.latestStatuses(shop, [orderId])).get(orderId);
  await expect.poll(status, { timeout: 20_000, interval: 50 }).toBe('completed');
  await stage.devstore.settle();
  await untilAtRest();
}

/** Brings the app all that was held back, at once. */
async function deliver(): Promise<number> {
  const deliveries = held.splice(0);
  const answers = await Promise.all(
    deliveries.map(({ headers, body }) =>
      fetch(`${web.url}/webhooks`, {
        method: 'POST',
        body: new Uint8Array(body),
        headers: Object.entries(headers).flatMap(([name, value]): [string, string][] =>
          name.startsWith('x-shopify-') && typeof value === 'string' ? [[name, value]] : [],
        ),
      }),
    ),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  await untilAtRest();
  return deliveries.length;
}

/** What the worker has executed meanwhile, each statement with its number; the most frequent first. */
async function counted(work: () => Promise<unknown>): Promise<{
  readonly total: number;
  /** How often a cancellation was taken up. */
  readonly runs: number;
  readonly statements: readonly string[];
}> {
  const before = counter.texts();
  await work();
  const more = [...counter.texts()]
    .filter(([text]) => !followsTheClock(text))
    .map(([text, times]) => ({ text, times: times - (before.get(text) ?? 0) }))
    .filter(({ times }) => times > 0)
    .toSorted((a, b) => b.times - a.times);
  return {
    total: more.reduce((sum, { times }) => sum + times, 0),
    runs: more.find(({ text }) => text.includes('pg_try_advisory_lock'))?.times ?? 0,
    statements: more.map(({ text, times }) => `${times} × ${text.trim().replace(/\s+/g, ' ')}`),
  };
}

type Counted = Awaited<ReturnType<typeof counted>>;

/** Of several, the one in which the clock had the least done. */
const smallest = (all: readonly Counted[]): Counted =>
  all.reduce((least, one) => (one.total < least.total ? one : least));

test('a cancellation stays within its budget of statements, its webhooks within theirs', async () => {
  // The first of all opens connections and reads tokens.
  await cancel();
  await deliver();
  const cancellations: Counted[] = [];
  const deliveries: Counted[] = [];
  for (let round = 0; round < 3; round += 1) {
    cancellations.push(await counted(cancel));
    deliveries.push(
      await counted(async () => {
        expect(await deliver()).toBeGreaterThan(8);
      }),
    );
  }
  const { total, runs, statements } = smallest(cancellations);
  expect(runs).toBeLessThanOrEqual(MOST_RUNS);
  expect(total, statements.join('\n')).toBeLessThanOrEqual(cancellationWith(runs));
  const webhooks = smallest(deliveries);
  expect(webhooks.total, webhooks.statements.join('\n')).toBeLessThanOrEqual(WEBHOOKS);
}, 120_000);

test('a worker with nothing to do leaves its database alone', async () => {
  await untilAtRest();
  // Queues at which something happened lately are looked at more often.
  await sleep(4_000);
  const before = counter.counts();
  await sleep(IDLE_MS);
  const after = counter.counts();
  const all = after.app + after.queue + after.transaction;
  const known = before.app + before.queue + before.transaction;
  expect((1_000 * (all - known)) / IDLE_MS).toBeLessThanOrEqual(IDLE_PER_SECOND);
}, 60_000);
