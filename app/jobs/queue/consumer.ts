import type { JobWithMetadata, PgBoss } from 'pg-boss';

import type { Pause } from '../../application/shared/pause.ts';
import { SECOND } from '../../domain/time.ts';
import { createAlarm } from './alarm.ts';

/** What became of a job; one that failed is tried again as its queue says. */
export type Outcome = 'done' | { readonly failed: unknown };

/** How the jobs of one queue are worked on. */
export interface Work<Payload> {
  /** The payload of a stored job. Throws for what is none: such a job has failed. */
  readonly read: (data: unknown) => Payload;
  /**
   * Jobs of one group are never worked on at the same time: those that come while one is at work are worked on
   * together after it.
   */
  readonly groupOf: (payload: Payload) => string;
  /** No more jobs are taken while so many groups are at work in this process, those that pause left out. */
  readonly atOnce: number;
  /** Most jobs taken by one statement; default: as many as groups there is room for. */
  readonly batch?: number;
  /** After word of a job, how long others that come with it are waited for; default: not at all. */
  readonly gatherMs?: number;
  /** One outcome for each payload, in their order. A throw fails them all. Others take its place while it pauses. */
  readonly run: (
    payloads: readonly Payload[],
    jobs: readonly JobWithMetadata[],
    pause?: Pause,
  ) => Promise<readonly Outcome[]>;
}

export interface Consumer {
  /** Somebody says that a job is due now, or will be in so many milliseconds. */
  jobIsDue(inMs?: number): void;
  /** Takes no new job and waits for those at work, up to the time given; what is left then is put back. */
  stop(timeoutMs: number): Promise<void>;
}

/** How often a queue is looked at without word of new jobs, and where a job must be that was not found yet. */
const LIVELY_MS = 0.5 * SECOND;
/** How long a job is looked for that was said to be due: by the database's clock it may be later. */
const LIVELY_FOR_MS = 3 * SECOND;
/** Otherwise somebody says when there is something to take; should everybody fail, it is found after this. */
const QUIET_MS = 30 * SECOND;
/** Jobs that end within so many milliseconds are settled by one statement. */
const SETTLE_MS = 20;
/** Groups that pause and those in their places, by the number of places. */
const MOST_TO_A_PLACE = 4;
/** Twice as often as the queues of the catalogue ask for. */
const HEARTBEAT_MS = 5 * SECOND;
/** `setTimeout` takes no more; a job that is due later is found by looking. */
const FURTHEST_MS = 60 * SECOND;

/**
 * Takes jobs of one queue as there is room for them, works on each as soon as it is taken, and settles together
 * those that end together: one statement for all where pg-boss's own workers each make their own, and poll each
 * for themselves. What is claimed and how it is settled stays pg-boss's: a job is taken by one process, lives as
 * long as its heartbeat, and is settled for the attempt that was taken.
 *
 * @param options.hears whether this process is told of new jobs; otherwise it looks for them more often
 */
export function startConsumer<Payload>(options: {
  readonly boss: PgBoss;
  readonly queue: string;
  readonly work: Work<Payload>;
  readonly hears: () => boolean;
  readonly onFailed: (job: JobWithMetadata, error: unknown) => void;
  /** Jobs could not be taken or settled: the database is away, most likely. */
  readonly onError: (error: unknown) => void;
}): Consumer {
  const { boss, queue, work, hears, onFailed, onError } = options;
  const { atOnce } = work;
  const alarm = createAlarm();
  const awaited = new Set<NodeJS.Timeout>();
  /** Taken and not settled. */
  const claimed = new Map<string, JobWithMetadata>();
  /** Groups at work, each with what came for it meanwhile. */
  const groups = new Map<string, Taken<Payload>[]>();
  const atWork = new Set<Promise<void>>();
  /** Ends each pause under way. */
  const pauses = new Set<() => void>();
  const settled: JobWithMetadata[] = [];
  let settling: NodeJS.Timeout | null = null;
  let isStopping = false;
  let isWanted = false;
  let livelyUntil = 0;

  async function take(): Promise<void> {
    const room = Math.min(
      atOnce - (groups.size - pauses.size),
      MOST_TO_A_PLACE * atOnce - groups.size,
    );
    if (room <= 0) {
      isWanted = true;
      return;
    }
    const most = work.batch ?? room;
    const jobs = await boss.fetch<object>(queue, { batchSize: most, includeMetadata: true });
    const now = Date.now();
    // Found: whatever comes next is heard of, or looked for by whoever looks for all queues.
    if (jobs.length > 0) livelyUntil = 0;
    isWanted = false;
    const byGroup = Map.groupBy(jobs.flatMap(taken), ({ group }) => group);
    for (const [group, its] of byGroup) {
      const waiting = groups.get(group);
      if (waiting) waiting.push(...its);
      else begin(group, its);
    }
    const isLively = now < livelyUntil || !hears();
    const pause = isLively ? LIVELY_MS : QUIET_MS;
    alarm.setIn(jobs.length === most ? 0 : pause);
  }

  function taken(job: JobWithMetadata): Taken<Payload>[] {
    claimed.set(job.id, job);
    try {
      const payload = work.read(job.data);
      return [{ job, payload, group: work.groupOf(payload) }];
    } catch (error) {
      run(settle([job], [{ failed: error }]));
      return [];
    }
  }

  function begin(group: string, its: readonly Taken<Payload>[]): void {
    groups.set(group, []);
    run(
      outcomesOf(its).then(async (outcomes) => {
        const next = isStopping ? [] : (groups.get(group) ?? []);
        groups.delete(group);
        if (next.length > 0) begin(group, next);
        else if (isWanted) alarm.setIn(SETTLE_MS);
        await settle(
          its.map(({ job }) => job),
          outcomes,
        );
      }),
    );
  }

  async function outcomesOf(its: readonly Taken<Payload>[]): Promise<readonly Outcome[]> {
    const jobs = its.map(({ job }) => job);
    const longest = Math.max(...jobs.map(({ expireInSeconds }) => expireInSeconds)) * SECOND;
    try {
      return await within(
        longest,
        work.run(
          its.map(({ payload }) => payload),
          jobs,
          pause,
        ),
      );
    } catch (error) {
      return jobs.map(() => ({ failed: error }));
    }
  }

  const pause: Pause = async (milliseconds) => {
    if (isStopping) return false;
    await new Promise<void>((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        pauses.delete(end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      pauses.add(end);
      if (isWanted) alarm.setIn(0);
    });
    return !isStopping;
  };

  async function settle(
    jobs: readonly JobWithMetadata[],
    outcomes: readonly Outcome[],
  ): Promise<void> {
    for (const [index, job] of jobs.entries()) {
      const outcome = outcomes[index] ?? 'done';
      if (outcome === 'done') settled.push(job);
      else {
        onFailed(job, outcome.failed);
        await putBack([job], String(outcome.failed));
      }
    }
    if (settled.length > 0) settling ??= setTimeout(() => run(flush()), SETTLE_MS);
  }

  async function putBack(jobs: readonly JobWithMetadata[], message: string): Promise<void> {
    for (const { id } of jobs) claimed.delete(id);
    livelyUntil = Date.now() + LIVELY_FOR_MS;
    alarm.setIn(LIVELY_MS);
    await boss.fail(queue, [...jobs], { message });
  }

  async function flush(): Promise<void> {
    if (settling) clearTimeout(settling);
    settling = null;
    const jobs = settled.splice(0);
    if (jobs.length === 0) return;
    for (const { id } of jobs) claimed.delete(id);
    await boss.complete(queue, jobs);
  }

  /** What cannot be settled now comes again when its heartbeat has been silent for long enough. */
  function run(promise: Promise<void>): void {
    const noted = promise.catch(onError).finally(() => atWork.delete(noted));
    atWork.add(noted);
  }

  const heartbeat = setInterval(() => {
    if (claimed.size > 0) run(boss.touch(queue, [...claimed.values()]).then(() => undefined));
  }, HEARTBEAT_MS);

  async function goOn(): Promise<void> {
    alarm.setIn(0);
    while (!isStopping) {
      await alarm.rings();
      if (isStopping) return;
      try {
        await take();
      } catch (error) {
        onError(error);
        alarm.setIn(LIVELY_MS);
      }
    }
  }
  const going = goOn();

  return {
    jobIsDue(inMs = 0) {
      if (isStopping || inMs > FURTHEST_MS) return;
      if (inMs <= 0) return alarm.setIn(work.gatherMs ?? 0);
      const timer = setTimeout(() => {
        awaited.delete(timer);
        livelyUntil = Date.now() + LIVELY_FOR_MS;
        alarm.setIn(work.gatherMs ?? 0);
      }, inMs);
      awaited.add(timer);
    },

    async stop(timeoutMs) {
      isStopping = true;
      for (const timer of awaited) clearTimeout(timer);
      for (const end of pauses) end();
      alarm.setIn(0);
      await going;
      const ended = (async () => {
        while (groups.size > 0) await Promise.race(atWork);
      })();
      await within(timeoutMs, ended).catch(() => undefined);
      clearInterval(heartbeat);
      await flush().catch(onError);
      if (claimed.size === 0) return;
      await putBack([...claimed.values()], 'The worker was stopped.').catch(onError);
    },
  };
}

interface Taken<Payload> {
  readonly job: JobWithMetadata;
  readonly payload: Payload;
  readonly group: string;
}

/** Rejects when it takes longer. */
async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Not done within ${ms / SECOND} s.`)), ms);
  });
  try {
    return await Promise.race([promise, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
