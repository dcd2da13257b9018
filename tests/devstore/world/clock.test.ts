import { expect, test } from 'vitest';
import { createClock } from './clock.ts';
import { createRandom } from './random.ts';

test('happenings run in order of due time, then of planning, with the clock standing at each', () => {
  const clock = createClock(1_000);
  const seen: [string, number][] = [];
  const plan = (name: string, at: number): void =>
    clock.schedule(at, () => seen.push([name, clock.now()]));
  plan('late', 3_000);
  plan('first', 2_000);
  plan('second', 2_000);
  clock.advanceTo(5_000);
  expect(seen).toEqual([
    ['first', 2_000],
    ['second', 2_000],
    ['late', 3_000],
  ]);
  expect(clock.now()).toBe(5_000);
});

test('a happening planned by a happening runs in the same advance when it is due', () => {
  const clock = createClock(0);
  const seen: number[] = [];
  clock.schedule(10, () => clock.schedule(20, () => seen.push(clock.now())));
  clock.advanceTo(30);
  expect(seen).toEqual([20]);
  expect(clock.nextDueAt()).toBeNull();
});

test('many happenings in chance order come out sorted', () => {
  const clock = createClock(0);
  const random = createRandom(5);
  const seen: number[] = [];
  for (let index = 0; index < 500; index += 1) {
    const at = random.between(1, 1_000);
    clock.schedule(at, () => seen.push(at));
  }
  clock.advanceTo(1_000);
  expect(seen).toHaveLength(500);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
});

test('the clock cannot go back', () => {
  const clock = createClock(1_000);
  expect(() => clock.advanceTo(999)).toThrow(RangeError);
});
