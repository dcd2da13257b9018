import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

import type { CancellationStore } from '../application/cancellation/ports.ts';
import type { SagaMetrics } from '../application/saga/saga.ts';
import type { Mailer } from '../application/mail/ports.ts';
import type { Logger } from '../application/shared/log.ts';
import type { CancellationEvent } from '../domain/cancellation/events.ts';
import { SECOND } from '../domain/time.ts';
import { createBudgets, type Budgets } from './budgets.ts';

/** How full one queue is. */
export interface QueueLoad {
  readonly name: string;
  /** Waiting although their time has come. */
  readonly due: number;
  /** Waiting for a later time. */
  readonly later: number;
  readonly active: number;
  /** How long the one that is due for longest has been so, in seconds; 0 for none. */
  readonly oldestDueSeconds: number;
}

/**
 * What a process counts of its own work. Labels come from lists that the program itself holds, except the shop's,
 * of which there are few at a time (`Budgets`); none names a person, an order or an address.
 */
export interface Metrics extends SagaMetrics {
  /** @param route the pattern of the route, never the address itself */
  requestAnswered(of: {
    readonly method: string;
    readonly route: string;
    /** Null when the connection was gone before there was an answer. */
    readonly status: number | null;
    readonly ms: number;
  }): void;
  /** @param topic one that the app knows, or "other" */
  webhookAnswered(of: {
    readonly topic: string;
    readonly outcome: string;
    readonly ms: number;
  }): void;
  jobFailed(job: string): void;
  jobGivenUp(job: string): void;
  readonly budgets: Budgets;
  /** Counts what is sent with a mailer. */
  mailer(mailer: Mailer): Mailer;
  /** Counts how cancellations end, whoever ends them. */
  store(store: CancellationStore): CancellationStore;
  /** Reads the queues when somebody asks for the metrics. */
  readQueuesWith(read: () => Promise<readonly QueueLoad[]>, log: Pick<Logger, 'warn'>): void;
  /** Tells of the process itself too: memory, processor, event loop. */
  watchProcess(): void;
  readonly contentType: string;
  /** Everything, as Prometheus reads it. */
  text(): Promise<string>;
}

const ANSWERS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Of one process; nothing is shared between two. */
export function createMetrics(clock: { now(): number } = { now: () => Date.now() }): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Histogram({
    name: 'unorder_http_request_duration_seconds',
    help: 'Time from a request to the end of its answer, by route pattern and class of status.',
    labelNames: ['method', 'route', 'status'],
    buckets: ANSWERS,
    registers,
  });
  const webhooks = new Histogram({
    name: 'unorder_webhook_accept_duration_seconds',
    help: 'Time in which a webhook was taken in or refused, by topic and outcome.',
    labelNames: ['topic', 'outcome'],
    buckets: ANSWERS,
    registers,
  });
  const effects = new Counter({
    name: 'unorder_effects_total',
    help: 'Effects of cancellations by kind and outcome: performed, found (done before), or the kind of failure.',
    labelNames: ['kind', 'outcome'],
    registers,
  });
  const ended = new Counter({
    name: 'unorder_cancellations_ended_total',
    help: 'Cancellations that came to an end, by outcome.',
    labelNames: ['outcome'],
    registers,
  });
  const mails = new Counter({
    name: 'unorder_mails_total',
    help: 'Mails handed to the mail server, by template and outcome.',
    labelNames: ['template', 'outcome'],
    registers,
  });
  const failed = new Counter({
    name: 'unorder_job_failures_total',
    help: 'Attempts of jobs that failed; most are tried again.',
    labelNames: ['job'],
    registers,
  });
  const givenUp = new Counter({
    name: 'unorder_jobs_dead_lettered_total',
    help: 'Jobs that failed every time and were given up.',
    labelNames: ['job'],
    registers,
  });
  const budgets = createBudgets(clock, registers);
  return {
    effectEnded: (kind, outcome) => effects.inc({ kind, outcome }),
    requestAnswered: ({ method, route, status, ms }) =>
      requests.observe({ method, route, status: classOf(status) }, ms / SECOND),
    webhookAnswered: ({ topic, outcome, ms }) => webhooks.observe({ topic, outcome }, ms / SECOND),
    jobFailed: (job) => failed.inc({ job }),
    jobGivenUp: (job) => givenUp.inc({ job }),
    budgets,
    mailer: (mailer) => ({
      async send(mail) {
        const sent = await mailer.send(mail);
        const outcome = sent.ok ? 'sent' : sent.error.kind;
        mails.inc({ template: mail.content.template, outcome });
        return sent;
      },
    }),
    store: (store) => ({
      ...store,
      async append(shop, id, change) {
        const appended = await store.append(shop, id, change);
        if (appended !== 'appended') return appended;
        for (const outcome of change.events.flatMap(endingOf)) ended.inc({ outcome });
        return appended;
      },
    }),
    readQueuesWith: (read, log) => gaugeQueues(registry, read, log),
    watchProcess: () => collectDefaultMetrics({ register: registry }),
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}

const classOf = (status: number | null): string =>
  status === null ? 'none' : `${Math.floor(status / 100)}xx`;

const endingOf = (event: CancellationEvent): readonly string[] =>
  event.type === 'completed' ? ['completed'] : event.type === 'ended' ? [event.ending] : [];

/** The same for every process that looks: whoever shows them takes the greatest, not the sum. */
function gaugeQueues(
  registry: Registry,
  read: () => Promise<readonly QueueLoad[]>,
  log: Pick<Logger, 'warn'>,
): void {
  // All gauges are written down together, each after its own `collect`: one reading is for all of them.
  let reading: Promise<void> | null = null;
  const collect = (): Promise<void> =>
    (reading ??= show().finally(() => {
      reading = null;
    }));
  const registers = [registry];
  const depth = new Gauge({
    name: 'unorder_queue_jobs',
    help: 'Jobs of a queue by state: due, later (their time has not come), active.',
    labelNames: ['queue', 'state'],
    registers,
    collect,
  });
  const oldest = new Gauge({
    name: 'unorder_queue_oldest_due_seconds',
    help: 'How long the job of a queue that is due for longest has been so.',
    labelNames: ['queue'],
    registers,
    collect,
  });
  const readable = new Gauge({
    name: 'unorder_queue_readable',
    help: '1 when the queues could be read for this answer, otherwise 0.',
    registers,
    collect,
  });

  async function show(): Promise<void> {
    let loads: readonly QueueLoad[] = [];
    try {
      loads = await read();
      readable.set(1);
    } catch (error) {
      // What the process counted itself is told all the same; of the queues nothing old is.
      log.warn({ error }, 'the queues could not be read for the metrics');
      readable.set(0);
    }
    depth.reset();
    oldest.reset();
    for (const { name, due, later, active, oldestDueSeconds } of loads) {
      depth.set({ queue: name, state: 'due' }, due);
      depth.set({ queue: name, state: 'later' }, later);
      depth.set({ queue: name, state: 'active' }, active);
      oldest.set({ queue: name }, oldestDueSeconds);
    }
  }
}
