import type { JobWithMetadata } from 'pg-boss';
import { expect, test } from 'vitest';
import { z } from 'zod';

import type { ShopDomain } from '../domain/ids.ts';
import { JOB_FORMAT } from '../formats/job-format.ts';
import { advanceCancellation } from './cancellation/advance-cancellation.ts';
import { jobNamed } from './catalogue.ts';
import { deadLetters } from './dead-letters.ts';
import { cancellationId, defineCronJob, defineJob, shop } from './define-job.ts';

const SHOP = 'one.myshopify.com' as ShopDomain;
const nothing = async (): Promise<void> => undefined;
const GIVEN = {
  name: 'sync-orders',
  payload: z.object({ shop }),
  queue: { expireInSeconds: 60 },
  retries: { limit: 3 },
  work: { groupOf: (job: { shop: string }) => job.shop, atOnce: 1 },
  handler: nothing,
} as const;

test('a job that lacks a part of it does not compile', () => {
  const { name, payload, queue, retries, work, handler } = GIVEN;
  const attempts = [
    () => defineJob({ name, payload, queue, retries, work, handler }),
    // @ts-expect-error -- no payload
    () => defineJob({ name, queue, retries, work, handler }),
    // @ts-expect-error -- no queue
    () => defineJob({ name, payload, retries, work, handler }),
    // @ts-expect-error -- no retries
    () => defineJob({ name, payload, queue, work, handler }),
    // @ts-expect-error -- nobody knows how many at once
    () => defineJob({ name, payload, queue, retries, handler }),
    // @ts-expect-error -- no handler
    () => defineJob({ name, payload, queue, retries, work }),
    // @ts-expect-error -- a payload that is not the declared one
    () => defineJob({ ...GIVEN, payload: z.object({ shop, cancellationId: z.string() }).pick({}) }),
    // @ts-expect-error -- a name whose payload nobody declared
    () => defineJob({ ...GIVEN, name: 'make-coffee' }),
    // @ts-expect-error -- no schedule
    () => defineCronJob({ name: 'hourly', queue, retries, handler: nothing }),
    // @ts-expect-error -- no handler
    () => defineCronJob({ name: 'hourly', schedule: '* * * * *', queue, retries }),
  ];
  expect(attempts).toHaveLength(10);
});

test('a payload is read in the format it was stored in, and must be the job’s own', () => {
  const { read } = defineJob(GIVEN).work({});
  expect(read({ shop: SHOP })).toEqual({ shop: SHOP });
  expect(read({ shop: SHOP, format: JOB_FORMAT })).toEqual({ shop: SHOP });
  expect(() => read({ shop: 'nonsense' })).toThrow(z.ZodError);
  expect(() => read(null)).toThrow(z.ZodError);
});

test('what a handler says became of each is its outcome; a handler that says nothing is done', async () => {
  const silent = defineJob({ ...GIVEN, handler: nothing }).work({});
  expect(await silent.run([{ shop: SHOP }, { shop: SHOP }], [])).toEqual(['done', 'done']);
  const outcomes = ['done', { failed: 'the second' }] as const;
  const telling = defineJob({ ...GIVEN, handler: async () => outcomes }).work({});
  expect(await telling.run([{ shop: SHOP }, { shop: SHOP }], [])).toEqual(outcomes);
});

test('a cancellation is told once of all that reported a change, and of as many at once as are allowed', () => {
  const work = advanceCancellation.work({
    config: { workerConcurrency: 5 },
  } as Parameters<typeof advanceCancellation.work>[0]);
  const job = { shop: SHOP, cancellationId: '00000000-0000-4000-8000-000000000001', nudged: true };
  expect(work.atOnce).toBe(5);
  expect(work.groupOf(work.read(job))).toBe(`${SHOP} ${job.cancellationId}`);
  expect(cancellationId.safeParse('x').success).toBe(false);
});

test('a shop’s copy waits once, however often it is enqueued; a webhook is another each time', () => {
  expect(jobNamed('sync-orders').keyOf({ shop: SHOP })).toBe(SHOP);
  expect(jobNamed('apply-webhook').keyOf({ shop: SHOP })).toBeNull();
});

test.each([
  ['sweep-overdue', '* * * * *'],
  ['sync-every-shop', '17 * * * *'],
  ['prune-inbox', '41 3 * * *'],
  ['sync-orders', null],
] as const)('by the clock %s comes at %j', (name, schedule) => {
  expect(jobNamed(name).schedule).toBe(schedule);
});

test('each job that was given up is counted, and in the log with what it was about', async () => {
  const lines: unknown[] = [];
  const log = { error: (fields: object) => void lines.push(fields) };
  const givenUp: string[] = [];
  const metrics = { jobGivenUp: (name: string) => void givenUp.push(name) };
  const job = {
    sourceName: 'sync-orders',
    sourceId: '7',
    sourceRetryCount: 3,
    data: { shop: SHOP },
  };
  const stored = [job, job] as unknown as JobWithMetadata[];
  expect(await deadLetters.work({ log, metrics }).run([null, null], stored)).toEqual([
    'done',
    'done',
  ]);
  const line = { job: 'sync-orders', jobId: '7', retryCount: 3, shop: SHOP };
  expect(lines).toEqual([line, line]);
  expect(givenUp).toEqual(['sync-orders', 'sync-orders']);
});
