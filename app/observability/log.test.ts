import { afterEach, describe, expect, test, vi } from 'vitest';

import { createLog } from './log.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  let text = '';
  const destination = { write: (line: string) => void (text += line) };
  write(createLog('info', { process: 'test' }, destination));
  return text;
}

const lineOf = (text: string) => JSON.parse(text) as Record<string, unknown>;

test('a line is JSON with its level by name, its time, its process and its fields', () => {
  const line = lineOf(logged((log) => log.warn({ shop: 'a.myshopify.com' }, 'what happened')));
  expect(line).toEqual({
    level: 'warn',
    time: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T.*Z$/) as string,
    process: 'test',
    shop: 'a.myshopify.com',
    msg: 'what happened',
  });
});

test('people’s data does not come along, at whatever depth', () => {
  const person = {
    email: 'casey@example.com',
    firstName: 'Casey',
    customerName: 'Casey Sample',
    accessToken: 'shpat_secret',
  };
  for (const fields of [person, { order: person }, { job: { data: person } }]) {
    const line = lineOf(logged((log) => log.info({ shop: 'a.myshopify.com', ...fields }, 'x')));
    expect(line).toMatchObject({ shop: 'a.myshopify.com', msg: 'x' });
    expect(JSON.stringify(line)).not.toMatch(/casey|sample|shpat/i);
  }
});

test('a failure keeps its kind, code, message, place and cause', () => {
  const error = Object.assign(new TypeError('fetch failed', { cause: new RangeError('inner') }), {
    code: 'ECONNRESET',
  });
  expect(lineOf(logged((log) => log.error({ error }, 'x'))).error).toMatchObject({
    type: 'TypeError',
    code: 'ECONNRESET',
    message: 'fetch failed',
    stack: expect.stringContaining('log.test.ts') as string,
    cause: { type: 'RangeError', message: 'inner' },
  });
});

test('what the database says about a row is not repeated', () => {
  const error = Object.assign(new Error('Key (email)=(casey@example.com) already exists.'), {
    code: '23505',
    severity: 'ERROR',
    routine: '_bt_check_unique',
    detail: 'Failing row contains (Casey Sample).',
  });
  const text = logged((log) => log.error({ error }, 'x'));
  expect(text).toContain('23505');
  expect(text).not.toMatch(/casey/i);
});

describe('failures as libraries hand them on', () => {
  const errorOf = (error: unknown) => lineOf(logged((log) => log.error({ error }, 'x'))).error;

  test('the queue’s, which are plain objects, keep what they say and quote no row', () => {
    const refused = new Error('connect ECONNREFUSED 127.0.0.1:5432');
    const handedOn = { code: 'ECONNREFUSED', message: refused.message, stack: refused.stack };
    expect(errorOf(handedOn)).toMatchObject({
      type: 'Object',
      code: 'ECONNREFUSED',
      message: 'connect ECONNREFUSED 127.0.0.1:5432',
      stack: expect.stringContaining('log.test.ts') as string,
    });
    const quoting = {
      code: '23505',
      severity: 'ERROR',
      routine: '_bt',
      message: 'casey@a.example',
    };
    expect(errorOf(quoting)).toMatchObject({
      code: '23505',
      message: 'The database refused (23505)',
    });
  });

  test('of a connection that failed at every address, one is told', () => {
    const inner = Object.assign(new Error('connect ECONNREFUSED ::1:5432'), {
      code: 'ECONNREFUSED',
    });
    const every = Object.assign(new AggregateError([inner], ''), { code: 'ECONNREFUSED' });
    expect(errorOf(every)).toMatchObject({
      type: 'AggregateError',
      code: 'ECONNREFUSED',
      cause: { message: 'connect ECONNREFUSED ::1:5432' },
    });
  });

  test('Prisma’s quote what was to be stored: the code stays', () => {
    const known = Object.assign(new Error('Invalid invocation: { email: "casey@a.example" }'), {
      code: 'P2002',
      clientVersion: '6.19.0',
    });
    const driver = Object.assign(
      new Error('Key (email)=(casey@a.example) exists', { cause: { originalCode: '23505' } }),
      { name: 'DriverAdapterError' },
    );
    expect(errorOf(known)).toMatchObject({ code: 'P2002' });
    expect(errorOf(driver)).toMatchObject({ code: '23505' });
    expect(JSON.stringify([errorOf(known), errorOf(driver)])).not.toContain('casey');
  });

  test('what is no error at all says what it is', () => {
    expect(errorOf(new Response('casey@a.example'))).toEqual({ type: 'Response' });
    expect(errorOf('casey@a.example')).toEqual({ type: 'string' });
    expect(errorOf(null)).toEqual({ type: 'object' });
  });
});

describe('a failure that repeats itself', () => {
  afterEach(() => {
    vi.useRealTimers();
  });
  const linesOf = (text: string) => text.trim().split('\n').map(lineOf);
  const away = () => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

  test('is written a few times, then counted, span by span, and anew after a quiet one', () => {
    vi.useFakeTimers();
    const text = logged((log) => {
      for (let times = 0; times < 750; times += 1) log.error({ error: away() }, 'no database');
      vi.advanceTimersByTime(30_000);
      for (let times = 0; times < 40; times += 1) log.error({ error: away() }, 'no database');
      vi.advanceTimersByTime(90_000);
      log.error({ error: away() }, 'no database');
    });
    expect(linesOf(text).map(({ repeated }) => repeated)).toEqual([
      ...[undefined, undefined, undefined],
      ...[747, 40],
      undefined,
    ]);
  });

  test('hides no other one, and nothing that is no failure', () => {
    const text = logged((log) => {
      for (let times = 0; times < 10; times += 1) {
        log.error({ error: away() }, 'no database');
        log.info({ times }, 'request');
        log.warn({ shop: times }, 'a webhook came of an unknown topic');
      }
      log.error({ error: Object.assign(away(), { code: 'ETIMEDOUT' }) }, 'no database');
      log.error({ error: away() }, 'a job failed');
    });
    const messages = linesOf(text).map(({ msg }) => msg);
    expect(messages.filter((msg) => msg === 'no database')).toHaveLength(4);
    expect(messages.filter((msg) => msg === 'request')).toHaveLength(10);
    expect(messages.filter((msg) => String(msg).includes('unknown topic'))).toHaveLength(10);
    expect(messages).toContain('a job failed');
  });
});
