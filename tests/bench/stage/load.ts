import { setTimeout as sleep } from 'node:timers/promises';

import { Client, type Dispatcher } from 'undici';

/** What came of requests: one latency (ms) for each, and how many had which status. */
export interface Answers {
  readonly latencies: number[];
  readonly statuses: Map<number, number>;
}

export const noAnswers = (): Answers => ({ latencies: [], statuses: new Map() });

/** Throws when a request was answered with anything but 200: its time would be a figure about nothing. */
export function expectAllOk({ statuses }: Answers): void {
  const others = [...statuses].filter(([status]) => status !== 200);
  if (others.length === 0) return;
  throw new Error(others.map(([status, count]) => `${count} times HTTP ${status}`).join(', '));
}

type Request = Omit<Dispatcher.RequestOptions, 'origin'>;

/**
 * Keeps one request under way on each of `connections` connections for `forMs`: the next is sent when
 * the one before is answered. Notes what comes back in `answers`; resolves to the milliseconds it took.
 */
export async function keepBusy(
  origin: string,
  options: {
    readonly connections: number;
    readonly forMs: number;
    readonly next: () => Request;
    readonly answers: Answers;
  },
): Promise<number> {
  const { connections, forMs, next, answers } = options;
  const clients = Array.from({ length: connections }, () => new Client(origin));
  const startedAt = performance.now();
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() - startedAt < forMs) {
        await noting(answers, async () => {
          const { statusCode, body } = await client.request(next());
          await body.dump();
          return statusCode;
        });
      }
    }),
  );
  const took = performance.now() - startedAt;
  await Promise.all(clients.map((client) => client.close()));
  return took;
}

/**
 * Begins one `work` after the other at fixed times, however long the ones before take, as people do.
 * Resolves to their results when all have ended.
 */
export async function atAPace<Subject, T>(
  subjects: readonly Subject[],
  perSecond: number,
  work: (subject: Subject) => Promise<T>,
): Promise<T[]> {
  const startedAt = performance.now();
  return Promise.all(
    subjects.map(async (subject, index) => {
      await sleep(Math.max(0, startedAt + (index * 1_000) / perSecond - performance.now()));
      return work(subject);
    }),
  );
}

/** Does `request`, which resolves to a status, and notes it with the time it took. */
export async function noting(answers: Answers, request: () => Promise<number>): Promise<void> {
  const sentAt = performance.now();
  const status = await request();
  answers.latencies.push(performance.now() - sentAt);
  answers.statuses.set(status, (answers.statuses.get(status) ?? 0) + 1);
}
