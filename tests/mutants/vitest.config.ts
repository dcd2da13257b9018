import { env } from 'node:process';

import { defineConfig } from 'vitest/config';

/**
 * The tests that mutants meet: those of `MUTANT_TESTS`, a list of globs. Left out is the search through the
 * machine's states: it takes as long as all others together, for every mutant.
 */
export default defineConfig({
  test: {
    include: (env['MUTANT_TESTS'] ?? 'app/**/*.test.ts').split(','),
    exclude: ['**/node_modules/**', 'app/domain/cancellation/search.test.ts'],
    restoreMocks: true,
    testTimeout: 30_000,
  },
});
