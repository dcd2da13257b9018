import { globSync, readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { fieldNamesOf, richPolicy } from '../../../../tests/support/facts/policy-mutations.ts';

/** What judges an order by a policy or plans its refund: not how a policy is written, or read aloud. */
const RULES = globSync('app/{domain,application}/**/*.ts', {
  exclude: [
    '**/*.test.ts',
    'app/domain/policy/{document,published}/**',
    'app/domain/policy/applicable.ts',
  ],
})
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

const fields = fieldNamesOf(richPolicy());

test.each([...fields])('a field of a policy has a rule that reads it: %s', (field) => {
  expect(new RegExp(`\\b${field}\\b`).test(RULES)).toBe(true);
});

test('all of them are looked for', () => {
  expect(fields.size).toBeGreaterThan(30);
});
