import { seedOrder } from 'devstore/seed';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';

import { bringUpToDate } from '../../scripts/development/up-to-date.ts';
import { type AppProcess, startAppProcess } from '../support/processes/app-process.ts';
import { type AppStage, openAppStage, ownerToken } from '../support/processes/app-stage.ts';
import { BROWSER } from '../support/pages/browser-headers.ts';
import { createTestDatabase } from '../support/database/postgres.ts';

/*
 * One whole cancellation by the processes of production: webhooks come in, the customer asks and says why, the
 * worker cancels, the mail server refuses the mail once, and the customer's data is asked for. Then their logs
 * are read.
 */

const COMMENT = 'Please hurry, my neighbour Wetherby is allergic to enamel.';

let stage: AppStage;
let web: AppProcess;
let worker: AppProcess;
let client: pg.Client;

beforeAll(async () => {
  await bringUpToDate(() => undefined);
  stage = await openAppStage(await createTestDatabase());
  client = new pg.Client({ connectionString: stage.database.url });
  await client.connect();
  web = await startAppProcess('web', stage.environment());
  worker = await startAppProcess('worker', stage.environment());
  stage.devstore.attachApp(appUrl());
}, 180_000);

afterAll(async () => {
  await worker.stop();
  await web.stop();
  await client.end();
  await stage.close();
});

const appUrl = (): string => String(web.ready['url']);

function ask(path: string, token: string, body?: object): Promise<Response> {
  return fetch(`${appUrl()}${path}`, {
    headers: {
      ...BROWSER,
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
    },
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
  });
}

const offered = z.object({
  offer: z.object({ quote: z.object({ shown: z.record(z.string(), z.string()) }) }),
});

/** A customer opens the page of a fresh order and confirms; the cancellation is followed to its end. */
async function cancelAnOrder(): Promise<void> {
  const { devstore, scene } = stage;
  const shop = scene.domain;
  const staff = ownerToken(devstore, scene);
  // Opening the app is what gives it access to the shop; no order has this number.
  expect((await ask('/api/staff/orders/1/cancellation', staff)).status).toBe(404);
  const order = seedOrder(scene);
  const customerId = `gid://shopify/Customer/${scene.customer.id}`;
  const customer = devstore.mintIdToken({ surface: 'customer-account', shop, customerId });
  const path = `/api/shopper/orders/${order.id}/cancellation`;
  const { shown } = offered.parse(await (await ask(path, customer)).json()).offer.quote;
  const request = {
    knownCancellationId: null,
    selection: { kind: 'order' },
    method: 'original',
    reasonId: 'changed_mind',
    comment: COMMENT,
    shown,
  };
  expect((await ask(path, customer, request)).status).toBe(200);
  await expect
    .poll(
      async () => (await client.query<{ status: string }>('SELECT status FROM cancellations')).rows,
      {
        timeout: 20_000,
      },
    )
    .toEqual([{ status: 'completed' }]);
}

/** Shopify passes on that the customer wants their data, and then that it has to go. */
async function askForTheData(): Promise<void> {
  const { devstore, scene, clientId } = stage;
  for (const topic of ['customers/data_request', 'customers/redact'] as const) {
    const request = { topic, customerId: scene.customer.id };
    devstore.world.webhooks.sendPrivacyRequest(scene.domain, clientId, request);
  }
  await devstore.settle();
  await expect
    .poll(
      async () =>
        (await client.query('SELECT FROM webhook_inbox WHERE applied_at IS NULL')).rowCount,
      { timeout: 10_000 },
    )
    .toBe(0);
}

test('the logs of a whole cancellation name no person, quote nobody and hold no secret', async () => {
  stage.devstore.mailFaults.inject({ kind: 'reject', code: 451, times: 1 });
  await cancelAnOrder();
  await askForTheData();
  expect(stage.devstore.mailFaults.list()).toEqual([]);
  expect(stage.devstore.mailbox.all()).not.toEqual([]);
  const { rows } = await client.query<{ accessToken: string; refreshToken: string }>(
    'SELECT "accessToken", "refreshToken" FROM "Session"',
  );

  const logs = { web: web.output(), worker: worker.output() };
  expect(logs.web).toContain('"msg":"request"');
  expect(logs.worker).toContain('"msg":"the worker is ready"');
  const { firstName, lastName, email } = stage.scene.customer;
  const secrets = [stage.clientSecret, ...rows.flatMap((row) => Object.values(row))];
  expect(secrets).toHaveLength(3);
  for (const [process, log] of Object.entries(logs)) {
    for (const personal of [firstName, lastName, email, COMMENT, 'Wetherby', ...secrets]) {
      expect(log, process).not.toContain(personal);
    }
    // The tokens themselves: what the rows hold is encrypted.
    expect(log, process).not.toMatch(/shp[a-z]+_/);
  }
});
