import { once } from 'node:events';
import os from 'node:os';
import { fileURLToPath } from 'node:url';

import pg from 'pg';

import { type Program, startProgram } from '../../scripts/processes/child-process.ts';
import { createBenchDatabase } from './stage/bench-database.ts';
import { openBenchStage } from './stage/bench-stage.ts';
import { figure, milliseconds, percentile } from './figures/figures.ts';
import { expectAllOk, keepBusy, noAnswers } from './stage/load.ts';
import type { Report } from './figures/report.ts';
import type { Size } from './figures/size.ts';
import { webhookRequests } from './stage/webhook-requests.ts';

const CONNECTIONS = [128, 32] as const;
const SIZES = {
  full: { rounds: 5, warmUpMs: 1_500, roundMs: 3_000 },
  short: { rounds: 1, warmUpMs: 100, roundMs: 300 },
} as const;
const program = (name: string): string =>
  fileURLToPath(new URL(`stage/${name}-webhook-server.ts`, import.meta.url));

/**
 * The webhook endpoint, each delivery committed with its job, against a server that only checks and parses and
 * against the path that Shopify's template takes. All three are asked in turns, so that whatever else the machine
 * does meets them alike; the ratios are those of the turns, and of these the one in the middle.
 */
export async function benchWebhooks(size: Size): Promise<Report> {
  const { rounds, warmUpMs, roundMs } = SIZES[size];
  const stage = await openBenchStage(1);
  const stockDatabase = await createBenchDatabase();
  const programs: Program[] = [];
  const start = async (name: string, ...args: string[]): Promise<string> => {
    const started = startProgram(program(name), [stage.clientSecret, ...args]);
    programs.push(started);
    const [line] = (await once(started.stdout, 'data')) as [Buffer];
    return line.toString().trim();
  };
  try {
    const [shop] = stage.shops;
    if (!shop) throw new Error('There is no shop to send webhooks.');
    // Nobody else's deliveries: what is counted at the end is ours.
    stage.devstore.attachApp(null);
    const next = webhookRequests(shop, stage.clientSecret);
    const subjects = {
      bare: subject(await start('bare'), next),
      app: subject(stage.url, next),
      stock: subject(await start('stock', stockDatabase.url), next),
    };
    const all = Object.values(subjects);
    for (const connections of CONNECTIONS) {
      for (const each of all) await each.warmUp(connections, warmUpMs);
    }
    for (let round = 0; round < rounds; round += 1) {
      for (const connections of CONNECTIONS) {
        for (const each of all) await each.measure(connections, roundMs);
      }
    }
    await expectAllKept(stage.databaseUrl, subjects.app.taken());
    await expectAllKept(stockDatabase.url, subjects.stock.taken());
    return report(size, subjects, await durabilityOf(stage.databaseUrl));
  } finally {
    for (const each of programs) await each.stop();
    await stockDatabase.drop();
    await stage.close();
  }
}

interface Subject {
  warmUp(connections: number, forMs: number): Promise<void>;
  measure(connections: number, forMs: number): Promise<void>;
  /** Deliveries answered in a second, turn by turn. */
  perSecond(connections: number): readonly number[];
  /** Each answer's time in milliseconds, of all turns. */
  latencies(connections: number): readonly number[];
  /** Every delivery that was answered, the warm-up's too. */
  taken(): number;
}

function subject(origin: string, next: ReturnType<typeof webhookRequests>): Subject {
  const turns = new Map<number, { readonly perSecond: number; readonly latencies: number[] }[]>();
  let taken = 0;
  async function keep(connections: number, forMs: number) {
    const answers = noAnswers();
    const tookMs = await keepBusy(origin, { connections, forMs, next, answers });
    expectAllOk(answers);
    const { latencies } = answers;
    taken += latencies.length;
    return { perSecond: (latencies.length / tookMs) * 1_000, latencies };
  }
  return {
    async warmUp(connections, forMs) {
      await keep(connections, forMs);
    },
    async measure(connections, forMs) {
      const turn = await keep(connections, forMs);
      turns.set(connections, [...(turns.get(connections) ?? []), turn]);
    },
    perSecond: (connections) => (turns.get(connections) ?? []).map(({ perSecond }) => perSecond),
    latencies: (connections) =>
      (turns.get(connections) ?? []).flatMap(({ latencies }) => latencies),
    taken: () => taken,
  };
}

/** Does something with a connection of its own. */
async function asking<T>(url: string, ask: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
}

/** An accepted webhook is a stored webhook with a job; anything else would be a figure about nothing. */
async function expectAllKept(url: string, taken: number): Promise<void> {
  const { rows } = await asking(url, (client) =>
    client.query<{ webhooks: number; jobs: number }>(
      `SELECT (SELECT count(*)::int FROM webhook_inbox) AS webhooks,
         (SELECT count(*)::int FROM pgboss.job WHERE name = 'apply-webhook') AS jobs`,
    ),
  );
  const [kept] = rows;
  if (kept?.webhooks !== taken || kept.jobs !== taken) {
    throw new Error(`${taken} webhooks were accepted, but kept: ${JSON.stringify(kept)}`);
  }
}

/** What the server waits for at a commit; throws when that is not the disk. */
async function durabilityOf(url: string): Promise<string> {
  const { rows } = await asking(url, (client) =>
    client.query<{ name: string; setting: string }>(
      `SELECT name, setting FROM pg_settings WHERE name IN ('synchronous_commit', 'fsync') ORDER BY 1 DESC`,
    ),
  );
  if (rows.some(({ setting }) => setting !== 'on')) {
    throw new Error(`Commits are not durable: ${JSON.stringify(rows)}`);
  }
  return rows.map(({ name, setting }) => `${name} ${setting}`).join(', ');
}

function report(
  size: Size,
  subjects: Readonly<Record<'bare' | 'app' | 'stock', Subject>>,
  durability: string,
): Report {
  const { rounds, roundMs } = SIZES[size];
  const median = (values: readonly number[]): number => percentile(values, 0.5);
  const times = (one: Subject, other: Subject, connections: number): number =>
    median(
      one
        .perSecond(connections)
        .map((rate, turn) => rate / (other.perSecond(connections)[turn] ?? 0)),
    );
  const row = (name: string, it: Subject, connections: number) => ({
    name: `${name}, ${connections} connections`,
    figures: [
      figure(median(it.perSecond(connections))),
      `${times(it, subjects.bare, connections).toFixed(3)} ×`,
      `${figure(times(it, subjects.stock, connections))} ×`,
      ...[0.5, 0.95, 0.99].map((share) =>
        milliseconds(percentile(it.latencies(connections), share)),
      ),
    ],
  });
  const [load = 0] = os.loadavg();
  return {
    title: 'Webhooks',
    what: `Signed deliveries of 2 KB on loopback, ${rounds} rounds of ${roundMs / 1_000} s in turns, medians of the rounds; ${subjects.app.taken()} accepted by the app, each found again in PostgreSQL (${durability}) with its job. Load at the end ${load.toFixed(1)}.`,
    columns: ['accepted a second', 'of the bare server', 'of the stock path', 'p50', 'p95', 'p99'],
    rows: CONNECTIONS.flatMap((connections) => [
      row('the app', subjects.app, connections),
      row('stock: authenticate.webhook, Prisma, a job', subjects.stock, connections),
      row('bare Node: checked and parsed, nothing stored', subjects.bare, connections),
    ]),
  };
}
