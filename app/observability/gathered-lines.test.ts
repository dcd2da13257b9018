import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { gatherLines } from './gathered-lines.ts';

let written: string[];
let lines: ReturnType<typeof gatherLines>;

beforeEach(() => {
  vi.useFakeTimers();
  written = [];
  lines = gatherLines({ write: (text) => void written.push(text) });
});

afterEach(() => {
  vi.useRealTimers();
});

test('lines are written together and in their order, a moment after the first of them', () => {
  lines.write('one\n');
  vi.advanceTimersByTime(15);
  lines.write('two\n');
  expect([written, vi.getTimerCount()]).toEqual([[], 1]);
  vi.advanceTimersByTime(5);
  expect(written).toEqual(['one\ntwo\n']);
  lines.write('three\n');
  vi.advanceTimersByTime(20);
  expect(written).toEqual(['one\ntwo\n', 'three\n']);
});

test('flushed, they are written at once and not a second time', () => {
  lines.write('one\n');
  lines.flush();
  expect(written).toEqual(['one\n']);
  lines.flush();
  vi.runAllTimers();
  expect(written).toEqual(['one\n']);
});

test('what comes after a flush waits no longer than anything else', () => {
  lines.write('one\n');
  lines.flush();
  lines.write('two\n');
  vi.advanceTimersByTime(20);
  expect(written).toEqual(['one\n', 'two\n']);
});
