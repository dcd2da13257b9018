import type { JobWithMetadata, PgBoss } from 'pg-boss';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';

import type { Pause } from '../../application/shared/pause.ts';
import { type Consumer, type Outcome, type Work, startConsumer } from './consumer.ts';

const Payload = z.object({ of: z.string(), say: z.string() });
type Payload = z.infer<typeof Payload>;

/** A queue as pg-boss keeps it, and every call that was made to it. */
let waiting: JobWithMetadata<object>[];
let calls: string[];
let errors: string[];
let consumers: Consumer[];
let database: 'there' | 'away';
/** What is being worked on, each with the way to end it. */
let atWork: { readonly said: string; readonly end: (outcome?: Outcome) => void }[];

beforeEach(() => {
  vi.useFakeTimers();
  [waiting, calls, errors, consumers, atWork] = [[], [], [], [], []];
  database = 'there';
});

afterEach(async () => {
  const stopped = Promise.all(consumers.map((consumer) => consumer.stop(0)));
  await vi.advanceTimersByTimeAsync(10);
  await stopped;
  vi.useRealTimers();
});

const ids = (jobs: unknown): string => (jobs as { id: string }[]).map(({ id }) => id).join(' ');

const boss = {
  async fetch(_: string, { batchSize }: { batchSize: number }) {
    calls.push(`fetch ${batchSize}`);
    if (database === 'away') throw new Error('the database is away');
    return waiting.splice(0, batchSize);
  },
  async complete(_: string, jobs: unknown) {
    calls.push(`complete ${ids(jobs)}`);
    if (database === 'away') throw new Error('the database is away');
  },
  async fail(_: string, job: unknown, { message }: { message: string }) {
    calls.push(`fail ${ids(job)}: ${message}`);
  },
  async touch(_: string, jobs: unknown) {
    calls.push(`touch ${ids(jobs)}`);
  },
} as unknown as PgBoss;

function start(work: Partial<Work<Payload>> = {}, hears = true): Consumer {
  const consumer = startConsumer<Payload>({
    boss,
    queue: 'queue',
    hears: () => hears,
    onFailed: (job, error) => errors.push(`${job.id}: ${String(error)}`),
    onError: (error) => errors.push(String(error)),
    work: {
      read: (data) => Payload.parse(data),
      groupOf: ({ of }) => of,
      atOnce: 2,
      run: (payloads) =>
        new Promise((resolve) => {
          const said = payloads.map(({ say }) => say).join(' ');
          const end = (outcome: Outcome = 'done') => resolve(payloads.map(() => outcome));
          atWork.push({ said, end });
        }),
      ...work,
    },
  });
  consumers.push(consumer);
  return consumer;
}

/** A stored job; its id is what it says. */
const store = (of: string, ...said: string[]): void =>
  void waiting.push(
    ...said.map(
      (say) =>
        ({
          id: say,
          data: { of, say },
          retryCount: 0,
          expireInSeconds: 60,
        }) as JobWithMetadata<object>,
    ),
  );

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const said = () => atWork.map((each) => each.said);
const end = (word: string, outcome?: Outcome) =>
  atWork.find((each) => each.said === word)?.end(outcome);
/** The calls since they were last asked for. */
const lately = () => calls.splice(0);

test('takes as many jobs as there is room for, in one go', async () => {
  store('a', 'one');
  store('b', 'two');
  store('c', 'three');
  start();
  await pass(1);
  expect(said()).toEqual(['one', 'two']);
  expect(lately()).toEqual(['fetch 2']);
  end('one');
  await pass(50);
  expect(said()).toEqual(['one', 'two', 'three']);
});

test('jobs that end together are settled by one statement', async () => {
  store('a', 'one');
  store('b', 'two');
  start();
  await pass(1);
  end('one');
  end('two');
  await pass(30);
  expect(lately().filter((call) => call.startsWith('complete'))).toEqual(['complete one two']);
});

test('what comes for a group at work waits for it, and is worked on together after it', async () => {
  store('a', 'one');
  const consumer = start();
  await pass(1);
  store('a', 'two', 'three');
  consumer.jobIsDue();
  await pass(1);
  store('b', 'four');
  consumer.jobIsDue();
  await pass(1);
  expect(said()).toEqual(['one', 'four']);
  end('one');
  await pass(1);
  expect(said()).toEqual(['one', 'four', 'two three']);
});

test('a job that fails is put back by itself, and looked for soon after', async () => {
  store('a', 'one');
  store('b', 'two');
  start({ atOnce: 3 });
  await pass(1);
  end('one', { failed: new Error('on purpose') });
  end('two');
  await pass(30);
  expect(errors).toEqual(['one: Error: on purpose']);
  expect(lately()).toEqual(['fetch 3', 'fail one: Error: on purpose', 'complete two']);
  await pass(500);
  expect(lately()).toEqual(['fetch 3']);
});

test('one that fails after a long while is looked for soon, too', async () => {
  store('a', 'one');
  start();
  await pass(7_000);
  end('one', { failed: new Error('on purpose') });
  lately();
  await pass(501);
  expect(lately()).toContain('fetch 2');
});

test('a payload that cannot be read fails alone', async () => {
  waiting.push({ id: 'odd', data: { nonsense: true }, expireInSeconds: 60 } as JobWithMetadata);
  store('a', 'one');
  start();
  await pass(1);
  expect(said()).toEqual(['one']);
  expect(lately()).toContainEqual(expect.stringMatching(/^fail odd: /));
});

test('work that throws fails every job of its group', async () => {
  store('a', 'one', 'two');
  start({ run: () => Promise.reject(new Error('a bug')) });
  await pass(30);
  expect(errors).toEqual(['one: Error: a bug', 'two: Error: a bug']);
});

test('work that takes longer than its job may gives up its place', async () => {
  store('a', 'one');
  start({ atOnce: 1 });
  await pass(1);
  store('b', 'two');
  await pass(61_000);
  expect(errors).toEqual(['one: Error: Not done within 60 s.']);
  expect(said()).toEqual(['one', 'two']);
});

test('a queue of which nobody says anything is left alone but for the net of half a minute', async () => {
  start();
  await pass(59_000);
  expect(lately()).toHaveLength(2);
  store('a', 'one');
  await pass(1_001);
  expect(said()).toEqual(['one']);
  end('one');
  await pass(20_000);
  expect(lately()).toEqual(['fetch 2', 'complete one']);
});

test('a job that is due by our clock and not yet by the database’s is looked for until it is found', async () => {
  const consumer = start();
  await pass(1);
  lately();
  consumer.jobIsDue(1_000);
  await pass(2_001);
  expect(lately()).toEqual(['fetch 2', 'fetch 2', 'fetch 2']);
  store('a', 'one');
  await pass(500);
  expect(said()).toEqual(['one']);
  lately();
  await pass(10_000);
  expect(lately().filter((call) => call.startsWith('fetch'))).toEqual([]);
});

test('and twice a second where nobody tells of new jobs', async () => {
  start({}, false);
  await pass(3_000);
  expect(lately()).toHaveLength(7);
});

test('word of a job has it taken at once', async () => {
  const consumer = start();
  await pass(1);
  lately();
  consumer.jobIsDue();
  await pass(1);
  expect(lately()).toEqual(['fetch 2']);
});

test('or with others that come in the time given', async () => {
  const patient = start({ gatherMs: 200, batch: 50 });
  await pass(1);
  lately();
  patient.jobIsDue();
  store('a', 'one');
  await pass(100);
  patient.jobIsDue();
  store('a', 'two');
  await pass(99);
  expect(lately()).toEqual([]);
  await pass(1);
  expect(said()).toEqual(['one two']);
});

test('a job that is due later is taken when it is due', async () => {
  const consumer = start();
  await pass(1);
  lately();
  consumer.jobIsDue(1_234);
  await pass(1_233);
  expect(lately()).toEqual([]);
  await pass(2);
  expect(lately()).toEqual(['fetch 2']);
});

describe('work that pauses', () => {
  let pauses: Pause[] = [];
  const pausing: Partial<Work<Payload>> = {
    atOnce: 1,
    run: (payloads, _, pause) =>
      new Promise((resolve) => {
        if (pause) pauses.push(pause);
        const end = () => resolve(payloads.map((): Outcome => 'done'));
        atWork.push({ said: payloads.map(({ say }) => say).join(' '), end });
      }),
  };
  beforeEach(() => {
    pauses = [];
  });

  test('leaves its place to others meanwhile, and goes on beside them', async () => {
    store('a', 'one');
    const consumer = start(pausing);
    await pass(1);
    store('b', 'two');
    consumer.jobIsDue();
    await pass(100);
    expect(said()).toEqual(['one']);
    const paused = pauses[0]?.(500);
    await pass(1);
    expect(said()).toEqual(['one', 'two']);
    await pass(500);
    expect(await paused).toBe(true);
  });

  test('keeps its group to itself', async () => {
    store('a', 'one');
    const consumer = start(pausing);
    await pass(1);
    void pauses[0]?.(500);
    store('a', 'two');
    consumer.jobIsDue();
    await pass(100);
    expect(said()).toEqual(['one']);
    end('one');
    await pass(1);
    expect(said()).toEqual(['one', 'two']);
  });

  test('leaves it to so many at most', async () => {
    start(pausing);
    for (const [index, of] of ['a', 'b', 'c', 'd', 'e'].entries()) {
      store(of, of);
      await pass(3_000);
      void pauses[index]?.(60_000);
    }
    await pass(3_000);
    expect(said()).toEqual(['a', 'b', 'c', 'd']);
  });

  test('hears at once that the worker ends', async () => {
    store('a', 'one');
    const consumer = start(pausing);
    await pass(1);
    const paused = pauses[0]?.(500);
    const stopped = consumer.stop(1_000);
    expect(await paused).toBe(false);
    expect(await pauses[0]?.(500)).toBe(false);
    end('one');
    await pass(1);
    await stopped;
    expect(lately().at(-1)).toBe('complete one');
  });
});

test('jobs at work are kept alive by one statement', async () => {
  store('a', 'one');
  store('b', 'two');
  start();
  await pass(5_001);
  expect(lately()).toContain('touch one two');
});

test('without a database nothing is lost: it is said, and tried again', async () => {
  database = 'away';
  store('a', 'one');
  start();
  await pass(1);
  expect(errors).toEqual(['Error: the database is away']);
  database = 'there';
  await pass(500);
  expect(said()).toEqual(['one']);
});

test('stopped, it takes nothing new, ends what it has begun and puts back the rest', async () => {
  store('a', 'one');
  store('b', 'two');
  const consumer = start();
  await pass(1);
  store('a', 'three');
  store('c', 'four');
  end('two');
  await pass(30);
  // Its turn would be after "one".
  consumer.jobIsDue();
  await pass(1);
  lately();
  const stopped = consumer.stop(1_000);
  end('four');
  await pass(1_000);
  await stopped;
  expect(lately()).toEqual(['complete four', 'fail one three: The worker was stopped.']);
  store('d', 'five');
  consumer.jobIsDue();
  await pass(10_000);
  expect(lately()).toEqual([]);
});
