import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { type DueJobs, lookForDueJobs } from './due-jobs.ts';

const looks: DueJobs[] = [];
beforeEach(() => void vi.useFakeTimers());
afterEach(async () => {
  await Promise.all(looks.splice(0).map((each) => each.stop()));
  vi.useRealTimers();
});

function look(answer: () => Promise<{ rows: unknown[] }>) {
  const asked: unknown[] = [];
  const due: [string, number][] = [];
  const errors: unknown[] = [];
  const database = {
    executeSql: (_text: string, values?: unknown[]) => {
      asked.push(values?.[0]);
      return answer();
    },
  };
  const looking = lookForDueJobs(database, ['a', 'b'], {
    onDue: (queue, inMs) => due.push([queue, inMs]),
    onError: (error) => errors.push(error),
  });
  looks.push(looking);
  return { asked, due, errors, looking };
}

test('one statement in three seconds looks for the jobs of all queues', async () => {
  const { asked, due } = look(async () => ({ rows: [{ name: 'b', ms: 1_200 }] }));
  await vi.advanceTimersByTimeAsync(9_000);
  expect(asked).toEqual([
    ['a', 'b'],
    ['a', 'b'],
    ['a', 'b'],
  ]);
  expect(due).toEqual([
    ['b', 1_200],
    ['b', 1_200],
    ['b', 1_200],
  ]);
});

test('a database that is slow is asked once; one that fails is asked again', async () => {
  const slow = look(() => new Promise((resolve) => setTimeout(resolve, 8_000, { rows: [] })));
  await vi.advanceTimersByTimeAsync(9_500);
  expect(slow.asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(2_000);
  const stopped = slow.looking.stop();
  await vi.advanceTimersByTimeAsync(8_000);
  await stopped;
  let times = 0;
  const away = look(async () => {
    times += 1;
    if (times === 1) throw new Error('the database is away');
    return { rows: [{ name: 'a', ms: 0 }] };
  });
  await vi.advanceTimersByTimeAsync(6_000);
  expect(away.errors).toEqual([new Error('the database is away')]);
  expect(away.due).toEqual([['a', 0]]);
});

test('once stopped it looks no more', async () => {
  const { asked, looking } = look(async () => ({ rows: [] }));
  await vi.advanceTimersByTimeAsync(3_000);
  await looking.stop();
  await vi.advanceTimersByTimeAsync(9_000);
  expect(asked).toHaveLength(1);
});
