import { expect, test } from 'vitest';

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
  const text = logged((log) => log.info({ ...person, order: person, job: { data: person } }, 'x'));
  expect(text).not.toMatch(/casey|sample|shpat/i);
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
