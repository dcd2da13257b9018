import { globSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';

import { jsonRouteFiles, meetsContract } from '../../tests/support/stages/contract.ts';

/** Answers with JSON alone: it has no page. */
const jsonRoutes = globSync('app/routes/{api,app.cancellations}.*.tsx')
  .map((file) => path.basename(file, '.tsx'))
  .sort();

it('names every JSON route', () => {
  expect(jsonRoutes.length).toBeGreaterThan(10);
  expect([...jsonRouteFiles()].sort()).toEqual(jsonRoutes);
});

describe('an answer', () => {
  const schema = z.object({
    name: z.string(),
    lines: z.array(z.object({ id: z.string(), note: z.exactOptional(z.string()) })),
  });
  const answer = { name: '#1', lines: [{ id: '1' }, { id: '2', note: 'Hi.' }] };

  it('meets the contract whatever the order of its fields', () => {
    expect(() => meetsContract(schema, answer)).not.toThrow();
    expect(() => meetsContract(schema, { lines: answer.lines, name: '#1' })).not.toThrow();
  });

  it.each([
    ['lacks a field', { name: '#1' }],
    ['has a field more', { ...answer, tone: 'info' }],
    ['has a field more deep inside', { ...answer, lines: [{ id: '1', tone: 'info' }] }],
    ['has a field of another kind', { ...answer, name: 1 }],
  ])('does not when it %s', (_what, other) => {
    expect(() => meetsContract(schema, other)).toThrow();
  });
});
