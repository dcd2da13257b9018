import type { JobWithMetadata, Queue } from 'pg-boss';
import { z } from 'zod';

import type { Pause } from '../application/shared/pause.ts';
import type { JobName, JobPayloads } from '../application/shared/queue.ts';
import { parseCancellationId, parseOrderId, parseShopDomain } from '../domain/ids.ts';
import { readPayload } from '../formats/job-format.ts';
import { isDocument } from '../formats/upcast.ts';
import type { Outcome, Work } from './queue/consumer.ts';

/** All there is to know of a job: its queue, and how what waits there is worked on. */
export interface JobDefinition<in Deps = never, Name extends string = string> {
  readonly name: Name;
  /** How its queue is kept, and how often a job that failed is tried again. */
  readonly queue: Queue;
  /** When it comes by itself, as five fields of cron in UTC; null when somebody enqueues it. */
  readonly schedule: string | null;
  /** Of jobs of one key only one waits; null when any number of them may. */
  readonly keyOf: (payload: object) => string | null;
  readonly work: (deps: Deps) => Work<unknown>;
  /** What a worker does before it says that it is ready; answers how much it found to do. */
  readonly atStart: ((deps: Deps) => Promise<number>) | null;
}

/** What a job needs to be carried out; of several, what all of them need. */
export type DepsOf<Job extends JobDefinition> = [Job] extends [JobDefinition<infer Deps>]
  ? Deps
  : never;

interface Retries {
  /** How often a job that failed is tried again before it is given up. */
  readonly limit: number;
  /** The pauses double from one second up to so many; default: without an end. */
  readonly longestPauseSeconds?: number;
}

/** Payloads of one group, which are worked on together: never none. */
export type Together<Payload> = readonly [Payload, ...Payload[]];

const DAY_SECONDS = 86_400;
/** Where jobs end that failed every time. */
export const DEAD_LETTERS = 'dead-letters';

/**
 * How jobs of every kind are kept. A dead worker's job comes back when its heartbeat has been silent for ten
 * seconds, the shortest pg-boss knows; a worker that starts does not wait for that, because it sweeps first.
 */
const COMMON = {
  notify: true,
  heartbeatSeconds: 10,
  retryBackoff: true,
  retryDelay: 1,
  deadLetter: DEAD_LETTERS,
  /** Longer than the longest wait a job is enqueued for: a request under review for 30 days. */
  retentionSeconds: 45 * DAY_SECONDS,
  deleteAfterSeconds: DAY_SECONDS,
} satisfies Omit<Queue, 'name'>;

const queueOf = (
  name: string,
  { limit, longestPauseSeconds }: Retries,
  settings: Pick<Queue, 'policy' | 'expireInSeconds'>,
): Queue => ({
  name,
  ...COMMON,
  ...settings,
  retryLimit: limit,
  ...(longestPauseSeconds === undefined ? {} : { retryDelayMax: longestPauseSeconds }),
});

/**
 * A job that somebody enqueues. Its payload is declared in `JobPayloads` of the ports by the job's own file, so that
 * whoever enqueues it says what it carries.
 *
 * @param job.payload what is stored; read in today's format whichever release enqueued it
 * @param job.keyOf jobs of one key wait once; default: any number of them may wait
 * @param job.work how many at once, and which never at the same time; see `Work`
 * @param job.handler works on jobs of one group together; a throw fails them all, and outcomes, where it answers
 *   them, say what became of each
 */
export function defineJob<const Name extends JobName, Deps>(job: {
  readonly name: Name;
  readonly payload: z.ZodType<JobPayloads[Name]>;
  readonly queue: { readonly policy?: 'stately'; readonly expireInSeconds: number };
  readonly retries: Retries;
  readonly keyOf?: (payload: JobPayloads[Name]) => string;
  readonly work: Pick<Work<JobPayloads[Name]>, 'groupOf' | 'batch' | 'gatherMs'> & {
    readonly atOnce: number | ((deps: Deps) => number);
  };
  readonly handler: (
    deps: Deps,
    together: Together<JobPayloads[Name]>,
    pause?: Pause,
  ) => Promise<readonly Outcome[]> | Promise<void>;
}): JobDefinition<Deps, Name> {
  type Payload = JobPayloads[Name];
  const { name, payload, queue, retries, keyOf, handler } = job;
  const { atOnce, ...work } = job.work;
  return {
    name,
    queue: queueOf(name, retries, queue),
    schedule: null,
    keyOf: (stored) => keyOf?.(stored as Payload) ?? null,
    // Whoever works on it hands back what `read` answered and knows no more of it.
    work: (deps) =>
      ({
        ...work,
        read: (data) => payload.parse(isDocument(data) ? readPayload(data) : data),
        atOnce: typeof atOnce === 'number' ? atOnce : atOnce(deps),
        async run([first, ...others], _jobs, pause) {
          if (first === undefined) return [];
          return (await handler(deps, [first, ...others], pause)) ?? [first, ...others].map(done);
        },
      }) satisfies Work<Payload> as Work<unknown>,
    atStart: null,
  };
}

/**
 * A job that comes by the clock: it carries nothing, and one of them waits at most.
 *
 * @param job.schedule five fields of cron in UTC
 */
export function defineCronJob<const Name extends string, Deps>(job: {
  readonly name: Name;
  readonly schedule: string;
  readonly queue: { readonly expireInSeconds: number };
  readonly retries: Retries;
  readonly handler: (deps: Deps) => Promise<unknown>;
  readonly atStart?: (deps: Deps) => Promise<number>;
}): JobDefinition<Deps, Name> {
  const { name, schedule, queue, retries, handler, atStart = null } = job;
  return {
    name,
    queue: queueOf(name, retries, { policy: 'short', ...queue }),
    schedule,
    keyOf: () => null,
    work: (deps) => ({
      read: () => null,
      groupOf: () => 'one',
      atOnce: 1,
      async run(together) {
        await handler(deps);
        return together.map(done);
      },
    }),
    atStart,
  };
}

/**
 * Where jobs end that were given up: each is handed over once, with its story.
 *
 * @param handler throws when it could not take note of it
 */
export const defineDeadLetters = <Deps>(
  handler: (deps: Deps, job: JobWithMetadata) => void,
): JobDefinition<Deps, typeof DEAD_LETTERS> => ({
  name: DEAD_LETTERS,
  // pg-boss notifies nobody of a job that it moves here: it is found by looking.
  queue: {
    name: DEAD_LETTERS,
    notify: false,
    retryLimit: 2,
    deleteAfterSeconds: 14 * DAY_SECONDS,
  },
  schedule: null,
  keyOf: () => null,
  work: (deps) => ({
    read: () => null,
    groupOf: () => DEAD_LETTERS,
    atOnce: 1,
    async run(_, jobs) {
      for (const job of jobs) handler(deps, job);
      return jobs.map(done);
    },
  }),
  atStart: null,
});

const done = (): Outcome => 'done';

/** A text that `parse` accepts: it answers null for any other. */
function parsedBy<Id>(parse: (text: string) => Id | null) {
  return z.string().transform((text, context): Id => {
    const id = parse(text);
    if (id !== null) return id;
    context.addIssue({ code: 'custom', message: 'Not an id of this kind.' });
    return z.NEVER;
  });
}

/** What payloads are made of. */
export const shop = parsedBy(parseShopDomain);
export const cancellationId = parsedBy(parseCancellationId);
export const orderId = parsedBy(parseOrderId);
