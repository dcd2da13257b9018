import { randomUUID } from 'node:crypto';

import pg from 'pg';
import { Client } from 'undici';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { webhookRequests } from '../../bench/stage/webhook-requests.ts';
import { createTestDatabase } from '../../support/database/postgres.ts';
import { startAppProcess } from '../../support/processes/app-process.ts';
import { type AppStage, openAppStage } from '../../support/processes/app-stage.ts';

/* The web process is killed while webhooks pour in: what it answered 200 is stored with its job. */

const CONNECTIONS = 48;

let stage: AppStage;
let client: pg.Client;

beforeAll(async () => {
  stage = await openAppStage(await createTestDatabase());
  client = new pg.Client({ connectionString: stage.database.url });
  await client.connect();
}, 120_000);

afterAll(async () => {
  await client.end();
  await stage.close();
}, 60_000);

/** The webhooks that are stored with a job of theirs. */
async function kept(): Promise<Set<string>> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT w.webhook_id AS id FROM webhook_inbox w
       JOIN pgboss.job j ON j.name = 'apply-webhook' AND j.data ->> 'webhookId' = w.webhook_id`,
  );
  return new Set(rows.map(({ id }) => id));
}

/**
 * Sends webhooks over many connections until the other side is gone.
 *
 * @param onAnswered told how many have been answered 200
 * @returns the ids of those
 */
async function pourInto(
  url: string,
  next: ReturnType<typeof webhookRequests>,
  onAnswered: (count: number) => void,
): Promise<string[]> {
  const answered: string[] = [];
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      const connection = new Client(url);
      try {
        for (;;) {
          const id = randomUUID();
          const request = next();
          const headers = { ...request.headers, 'X-Shopify-Webhook-Id': id };
          const { statusCode, body } = await connection.request({ ...request, headers });
          await body.dump();
          if (statusCode !== 200) throw new Error(`Answered ${statusCode}`);
          onAnswered(answered.push(id));
        }
      } catch {
        await connection.destroy();
      }
    }),
  );
  return answered;
}

test.each([
  ['killed', 50],
  ['killed', 333],
  ['killed', 1_000],
  ['told to end', 333],
] as const)(
  'a web process that is %s after %d webhooks has stored all that it answered, each with its job',
  async (ending, after) => {
    const web = await startAppProcess('web', stage.environment());
    const next = webhookRequests(stage.scene, stage.clientSecret);
    const answered = await pourInto(String(web.ready['url']), next, (count) => {
      if (count === after) void (ending === 'killed' ? web.kill() : web.stop());
    });
    expect(answered.length).toBeGreaterThanOrEqual(after);
    const stored = await kept();
    expect(answered.filter((id) => !stored.has(id))).toEqual([]);
    const { rows } = await client.query(
      `SELECT (SELECT count(*) FROM webhook_inbox) = (SELECT count(*) FROM pgboss.job WHERE name = 'apply-webhook') AS same`,
    );
    expect(rows).toEqual([{ same: true }]);
  },
  120_000,
);
