import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { startProgram } from '../../scripts/processes/child-process.ts';
import { type BenchStage, openBenchStage } from './stage/bench-stage.ts';
import { figure, milliseconds, percentile } from './figures/figures.ts';
import { type Answers, expectAllOk, keepBusy, noAnswers } from './stage/load.ts';
import type { Report } from './figures/report.ts';
import type { Size } from './figures/size.ts';
import { webhookRequests } from './stage/webhook-requests.ts';

const CONNECTIONS = 32;
const SIZES = {
  full: { rounds: 3, warmUpMs: 1_500, roundMs: 4_000 },
  short: { rounds: 1, warmUpMs: 100, roundMs: 300 },
} as const;
const BARE_SERVER = fileURLToPath(new URL('stage/bare-webhook-server.ts', import.meta.url));

/**
 * The webhook endpoint, each delivery committed with its job, against a server that only checks and parses.
 * Both are asked in turns, so that whatever else the machine does meets them alike.
 */
export async function benchWebhooks(size: Size): Promise<Report> {
  const { rounds } = SIZES[size];
  const stage = await openBenchStage(1);
  const bare = startProgram(BARE_SERVER, [stage.clientSecret]);
  try {
    const [line] = (await once(bare.stdout, 'data')) as [Buffer];
    const [shop] = stage.shops;
    if (!shop) throw new Error('There is no shop to send webhooks.');
    // Nobody else's deliveries: what is counted at the end is ours.
    stage.devstore.attachApp(null);
    const next = webhookRequests(shop, stage.clientSecret);
    const endpoint = measurement(size, stage.url, next);
    const baseline = measurement(size, line.toString().trim(), next);
    for (const each of [baseline, endpoint]) await each.warmUp();
    for (let round = 0; round < rounds; round += 1) {
      await baseline.measure();
      await endpoint.measure();
    }
    for (const each of [baseline, endpoint]) expectAllOk(each.answers);
    await expectAllKept(stage, endpoint.taken());
    return report(size, endpoint, baseline);
  } finally {
    await bare.stop();
    await stage.close();
  }
}

interface Measurement {
  readonly answers: Answers;
  warmUp(): Promise<void>;
  measure(): Promise<void>;
  /** Deliveries answered in a second. */
  perSecond(): number;
  /** Every delivery that was answered, the warm-up's too. */
  taken(): number;
}

function measurement(
  size: Size,
  origin: string,
  next: ReturnType<typeof webhookRequests>,
): Measurement {
  const { warmUpMs, roundMs } = SIZES[size];
  const answers = noAnswers();
  const before = noAnswers();
  let tookMs = 0;
  const common = { connections: CONNECTIONS, next };
  return {
    answers,
    async warmUp() {
      await keepBusy(origin, { ...common, forMs: warmUpMs, answers: before });
      expectAllOk(before);
    },
    async measure() {
      tookMs += await keepBusy(origin, { ...common, forMs: roundMs, answers });
    },
    perSecond: () => (answers.latencies.length / tookMs) * 1_000,
    taken: () => answers.latencies.length + before.latencies.length,
  };
}

/** An accepted webhook is a stored webhook with a job; anything else would be a figure about nothing. */
async function expectAllKept({ client }: BenchStage, taken: number): Promise<void> {
  const { rows } = await client.query<{ webhooks: number; jobs: number }>(
    `SELECT (SELECT count(*)::int FROM webhook_inbox) AS webhooks,
       (SELECT count(*)::int FROM pgboss.job WHERE name = 'apply-webhook') AS jobs`,
  );
  const [kept] = rows;
  if (kept?.webhooks !== taken || kept.jobs !== taken) {
    throw new Error(`${taken} webhooks were accepted, but kept: ${JSON.stringify(kept)}`);
  }
}

function report(size: Size, endpoint: Measurement, baseline: Measurement): Report {
  const { rounds, roundMs } = SIZES[size];
  const row = (name: string, it: Measurement) => ({
    name,
    figures: [
      figure(it.perSecond()),
      `${(it.perSecond() / baseline.perSecond()).toFixed(3)} ×`,
      ...[0.5, 0.95, 0.99].map((share) => milliseconds(percentile(it.answers.latencies, share))),
    ],
  });
  return {
    title: 'Webhooks',
    what: `Signed deliveries of 2 KB over ${CONNECTIONS} connections on loopback, ${rounds} rounds of ${roundMs / 1_000} s in turns; ${endpoint.answers.latencies.length} accepted, each found again in PostgreSQL with its job.`,
    columns: ['accepted a second', 'of the bare server', 'p50', 'p95', 'p99'],
    rows: [
      row('the app: checked, stored with its job, committed', endpoint),
      row('bare Node: checked and parsed, nothing stored', baseline),
    ],
  };
}
