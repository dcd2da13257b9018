import { setImmediate as endOfTurn } from 'node:timers/promises';

import { beforeEach, expect, test } from 'vitest';

import { gatherLines } from './gathered-lines.ts';

let written: string[];
let lines: ReturnType<typeof gatherLines>;

beforeEach(() => {
  written = [];
  lines = gatherLines({ write: (text) => void written.push(text) });
});

test('lines of one turn are written together, in their order, at its end', async () => {
  lines.write('one\n');
  lines.write('two\n');
  expect(written).toEqual([]);
  await endOfTurn();
  expect(written).toEqual(['one\ntwo\n']);
  lines.write('three\n');
  await endOfTurn();
  expect(written).toEqual(['one\ntwo\n', 'three\n']);
});

test('flushed, they are written at once and not a second time', async () => {
  lines.write('one\n');
  lines.flush();
  expect(written).toEqual(['one\n']);
  lines.flush();
  await endOfTurn();
  expect(written).toEqual(['one\n']);
});

test('what comes after a flush in the same turn is written at its end', async () => {
  lines.write('one\n');
  lines.flush();
  lines.write('two\n');
  await endOfTurn();
  expect(written).toEqual(['one\n', 'two\n']);
});
