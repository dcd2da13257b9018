import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

import { JOB_LIST, ROOT, jobList, listOf } from '../../scripts/jobs/job-list.ts';
import { JOBS, jobNamed } from './catalogue.ts';
import { DEAD_LETTERS } from './define-job.ts';

test('every job that is defined is in the list: otherwise, npm run jobs', async () => {
  expect(readFileSync(path.join(ROOT, JOB_LIST), 'utf8')).toBe(await jobList());
  expect(JOBS.length).toBeGreaterThan(8);
});

test('the queue of every job is its own, made after the one where those end that are given up', () => {
  const [first, ...others] = JOBS.map(({ queue }) => queue);
  expect(first).toMatchObject({ name: DEAD_LETTERS });
  expect(first).not.toHaveProperty('deadLetter');
  for (const queue of others) {
    expect(queue).toMatchObject({ deadLetter: DEAD_LETTERS, heartbeatSeconds: 10, notify: true });
  }
  expect(JOBS.map(({ queue }) => queue.name)).toEqual(JOBS.map(({ name }) => name));
  expect(new Set(JOBS.map(({ name }) => name)).size).toBe(JOBS.length);
});

test('a job that is in no list does not compile', () => {
  // @ts-expect-error -- nobody defined it
  expect(jobNamed('make-coffee')).toBeUndefined();
});

describe('the list', () => {
  const of = (source: string) => listOf([{ file: 'brew.ts', source }]);

  test.each([
    ['a job that somebody enqueues', 'export const brew = defineJob({ name })'],
    ['one of the clock', 'export const brew = defineCronJob({ name })'],
    ['one whose needs are named', 'export const brew = defineCronJob<"brew", Deps>({ name })'],
  ])('has %s', (_what, source) => {
    expect(of(source)).toContain("export { brew } from './brew.ts';");
  });

  test('has every job of a file, and none of one that defines none', () => {
    expect(
      of('export const a = defineJob({});\nexport const b = defineJob({});').match(/\bb\b/),
    ).not.toBeNull();
    expect(of('export function defineJob(job) { return job; }')).not.toContain('export {');
  });

  test.each(['const brew = defineJob({ name })', 'export default defineCronJob({ name })'])(
    'is not made without a job that nobody could find: %s',
    (source) => {
      expect(() => of(source)).toThrow('brew.ts defines a job that it does not export');
    },
  );
});
